"""Made and mutated input of every kind, a little of it with each run; ``make fuzz`` tries much more.

===================== =======================================================================
texts                 test_a_mutated_text_obeys_all_laws, and `tests/test_laws.py`
numerals              test_a_mutated_numeral_is_exact_or_unread
what was found once   test_what_fuzzing_found_stays_mended, test_a_number_is_whole_or_unread
filter language       test_a_mutated_expression_selects_or_points, and `tests/test_query.py`
bytes                 test_any_bytes_under_any_name_are_an_article_or_one_line
exports               test_every_format_says_the_same
state                 test_any_state_file_is_read_or_set_aside, test_what_is_kept_comes_back
keys                  test_no_keys_at_any_size_break_the_explorer
===================== =======================================================================
"""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import io
import json
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers import Document, parse, query
from parsers.article import Article, make_article, one_line
from parsers.cells import COMMAND, NUMBER
from parsers.errors import QueryError, UnreadableError
from parsers.export import FORMATS, Layout
from parsers.readers import SUFFIXES, read_articles
from parsers.safe import UNSAFE
from tests.fuzz.__main__ import DATES, BrokenError, read_numerals
from tests.fuzz.laws import assert_lawful
from tests.fuzz.mutate import articles, framed, news
from tests.scenes import Ready, hostile, settle, ships
from tui.actions import ACTIONS
from tui.app import FigscopeApp
from tui.memory import Memory, Remembered

RANDOM = st.randoms(use_true_random=False)
NEWS = st.builds(lambda random: news(random, articles(), longest=400), RANDOM)
FEW = max(5, settings().max_examples // 8)
"""Examples of what takes long: a whole program each."""


# -- texts ----------------------------------------------------------------------------------------


@given(NEWS, st.sampled_from(DATES))
def test_a_mutated_text_obeys_all_laws(text: str, day: dt.date | None) -> None:
    assert_lawful(parse(text, reference_date=day), text)


@given(RANDOM)
def test_a_mutated_numeral_is_exact_or_unread(random: Random) -> None:
    counts: Counter[str] = Counter()
    read_numerals("\n\n".join(framed(random) for _ in range(3)), counts)


JUDGED = (
    "It paid $7 hundred.",
    "It sold 7.34 million cars for $5,200.",
    "It bid US$7.00/7.20 a share.",
    "It cost 2MEUR.",
    "It closed at 363.1950-88 cents.",
)


@pytest.mark.parametrize("text", JUDGED)
def test_the_slow_reading_judges_and_is_not_blind(text: str) -> None:
    """It agrees with what is right, and would see a wrong value, step or edge."""
    counts: Counter[str] = Counter()
    read_numerals(text, counts)
    assert counts["figures judged"] == len(parse(text).figures) > 0
    for wrong in ("$7 thousand", "$7 million"):
        with pytest.raises(BrokenError, match="none of"):
            read_as("It paid $7 hundred.", wrong)


def read_as(text: str, other: str) -> None:
    """Judge the figures of a text by the numbers of another."""
    from dataclasses import replace

    from tests.fuzz.slow import complaint

    (figure,), (wrong,) = parse(text).figures, parse(f"It paid {other}.").figures
    found = complaint(replace(figure, value=wrong.value, precision=wrong.precision), text)
    if found:
        raise BrokenError("", found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In the quarter ended June 30, 2024, sales rose 7 percent.", dt.date.max),
        ("Cash was $8 million at the end of December.", dt.date.max),
        ("Sales were 99999999999999999999999999908 in the year.", None),
        ("Earnings per share were RMB-8.17 (US$2) in the year.", None),
        ("In the nine months 6,", None),
        ("It will sell them in the next 0 weeks.", dt.date.min),
        ("Norvik shares rose 2 to 51. " * 40 + "Its stock closed at $45 in trading Monday.", dt.date.min),
        ("It paid C$9million, the remaining C$2 later.", None),
        ("It had 3e88 shares, up 1 percent, at $9e98 each, or $2e97 in all.", None),
        ("It sold ten-thousand-thousand-three-thousand million of them.", None),
        ("<\nThey ", None),
        ("at least 8 3 together three", None),
        ("NORVIK Will put", None),
        ("m selling wiped out an early gain.\n\nTThe Larchmont 40-industrial average, up nearly 14 p", None),
        ("It has 3e29 shares at $9e29 each, or $2e28 in all, up 9e29 percent from $1e28.", None),
    ],
)
def test_what_fuzzing_found_stays_mended(text: str, day: dt.date | None) -> None:
    assert_lawful(parse(text, reference_date=day), text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It paid $0 hundred.", {"$0 hundred": (0, 1)}),
        ("It sold .0 hundred of them.", {".0 hundred": (0, 10)}),
        ("It paid 7.34 hundred euros.", {"7.34 hundred euros": (734, 1)}),
        ("It paid R2 005 061.28 for it.", {"R2 005 061.28": (Decimal("2005061.28"), Decimal("0.01"))}),
        ("It has 8m2,1 of it.", {}),
        ("It paid $5.7-7\u20447billion.", {}),
        ("It cost $522.0217-17\u204471 billion.", {}),
        ("It cost $900-1 billion.", {}),
        (
            "It fell by EUR.79to 3trillion.",
            {"EUR.79": (Decimal("0.79"), Decimal("0.01")), "3trillion": (3 * 10**12, 10**12)},
        ),
        ("It has 3m3.2 of it.", {}),
        ("It is minus 8b trillion/shares now.", {"minus 8b": (-8 * 10**9, 10**9)}),
        ("It has 9,1m2,6 of it.", {}),
        ("It sold 4.435-8/6 hundred shares.", {}),
        ("It paid $.7-11\u204463 hundred for it.", {}),
        ("It cost .244 euro 16.", {".244 euro": (Decimal("0.244"), Decimal("0.001")), "16": (16, 1)}),
        ("It grew by 3-5.25-34%.", {"3-5.25": (None, 1), "34%": (34, 1)}),
    ],
)
def test_a_number_is_whole_or_unread(text: str, numbers: dict[str, tuple[Any, Any]]) -> None:
    """What fuzzing once found read in part, or with a step that was not printed."""
    assert {f.text: (f.value, f.precision) for f in parse(text).figures} == numbers


# -- the filter -----------------------------------------------------------------------------------

TERMS = r"""
kind:money value>1bn value<= metric:revenue ( ) and or not , .. : = > ~ " / /a|b/ /(/ has:period
period>=2024Q3 9999-W53 0000 99999 unit:USD,EUR check:disagrees marked 1e999999999 5% -.5 ½
"""
TERM = st.sampled_from(TERMS.split())
EXPRESSIONS = st.lists(TERM | st.text(max_size=5), max_size=9).map(" ".join) | st.lists(TERM).map("".join)


@given(EXPRESSIONS, NEWS)
def test_a_mutated_expression_selects_or_points(expression: str, text: str) -> None:
    document = parse(text)
    query.complete(expression, len(expression), document)
    try:
        chosen = query.compile(expression).select(document)
    except QueryError as error:
        shown, mark = query.point_at(expression, error).split("\n")
        assert "^" in mark
        assert not UNSAFE.search(shown.replace("\ufffd", ""))
    else:
        assert set(chosen or ()) <= set(range(len(document.figures)))


# -- bytes ----------------------------------------------------------------------------------------

HEADS = st.sampled_from(
    [b"", b"<html><body>", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"---\n"]
)
BYTES = st.builds(lambda head, body: head + body, HEADS, st.binary() | st.text().map(str.encode))


@given(BYTES, st.sampled_from([*sorted(SUFFIXES), "", ".bin"]))
def test_any_bytes_under_any_name_are_an_article_or_one_line(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        (found,) = read_articles([path])
    if isinstance(found, UnreadableError):
        assert str(found).startswith(str(path))
        assert one_line(str(found)) == str(found)
    else:
        assert isinstance(found, Article)
        assert not UNSAFE.search(found.text)


# -- exports --------------------------------------------------------------------------------------


@given(NEWS, st.text(max_size=20))
def test_every_format_says_the_same(text: str, name: str) -> None:
    article = make_article(text, title=name, source=name)
    document = parse(article.text, title=article.title, source=article.source)
    written = {form.name: "".join(form.write([document], Layout())) for form in FORMATS.values()}
    figures = json.loads(written["json"], parse_constant=pytest.fail)["documents"][0]["figures"]
    objects = [json.loads(line) for line in written["jsonl"].splitlines()]
    rows = list(csv.DictReader(io.StringIO(written["csv"], newline="")))
    lines = [line.split("\t") for line in written["tsv"].split("\n")[:-1]]
    assert len(figures) == len(objects) == len(rows) == len(lines) - 1 == len(document.figures)
    assert [figure["text"] for figure in figures] == [one["text"] for one in objects]
    assert [one["value"] for one in objects] == [figure["value"] for figure in figures]
    assert [Decimal(r["value"]) if r["value"] else None for r in rows] == [f.value for f in document.figures]
    for cell in [cell for row in rows for cell in row.values()] + [cell for line in lines for cell in line]:
        assert not COMMAND.match(cell) or NUMBER.fullmatch(cell)
    table = [line for line in written["md"].splitlines() if line.startswith("|")]
    assert {line.count("|") - line.count("\\|") for line in table} == {8}
    assert not UNSAFE.search(written["table"].replace("\ufffd", ""))


# -- state ----------------------------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=[]), max_size=20)
REMEMBERED = st.builds(
    Remembered,
    selection=st.none() | WORDS,
    marks=st.lists(WORDS, max_size=4).map(tuple),
    words=WORDS,
    column=st.none() | WORDS,
    reverse=st.booleans(),
    grouped=st.booleans(),
    front=WORDS,
    zoomed=st.booleans(),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=9,
)
KEYS = ("schema", "selection", "marks", "words", "column", "reverse", "grouped", "front", "zoomed")
DAMAGED = st.binary() | JSON.map(lambda value: json.dumps(value).encode()) | st.dictionaries(
    st.sampled_from(KEYS), JSON | st.just("figscope-state/1")
).map(lambda value: json.dumps(value).encode()) | st.integers(1, 3000).map(lambda n: b"[" * n)  # fmt: skip


@given(DAMAGED)
def test_any_state_file_is_read_or_set_aside(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ("d" * 32 + ".json")
        file.write_bytes(data)
        found, told = Memory(Path(folder)).recall("d" * 64)
        assert (found is None) == bool(told)
        assert one_line(told) == told
        if found is None:
            (aside,) = Path(folder).iterdir()
            assert aside.read_bytes() == data


@example(Remembered(front="\ud800"))
@given(REMEMBERED)
def test_what_is_kept_comes_back(remembered: Remembered) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder))
        assert memory.keep("d" * 64, remembered) == ""
        assert memory.recall("d" * 64) == (remembered, "")


# -- keys -----------------------------------------------------------------------------------------

PRESSED = st.sampled_from(
    [
        *sorted({key for action in ACTIONS for key in action.keys if action.id not in ("quit", "suspend")}),
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "space",
        "backspace",
        "delete",
        "x",
        "[",
        "9",
        "é",
        "\u202e",
    ]
)
SIZES = st.tuples(st.integers(1, 160), st.integers(1, 50))


@settings(max_examples=FEW)
@given(st.lists(PRESSED | SIZES, max_size=14), SIZES, st.sampled_from([ships, hostile, Document]))
def test_no_keys_at_any_size_break_the_explorer(steps: list[Any], size: tuple[int, int], what: Any) -> None:
    async def person() -> None:
        made = what() if what is not Document else Document(text="")
        app = FigscopeApp([Ready("a.txt", made), Ready("b.txt", ships())], theme="figscope-dark")
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            for step in steps:
                if isinstance(step, str):
                    await pilot.press(step)
                else:
                    await pilot.resize_terminal(*step)
            await settle(pilot)
            assert app.is_running or app.return_code in (None, 0)

    asyncio.run(person())
