"""The checks: their arithmetic, their words, and the constructed texts of ``tests/corpus/findings``.

A ``[[text]]`` of the corpus stands for several: each string of its lists is put in for ``{}``.
``agrees``: this check agrees and nothing disagrees.  ``disagrees``: this check disagrees, in words that
hold ``says``.  ``quiet``: nothing disagrees.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import Document, Figure, Kind, Modifier, State, parse
from parsers.findings import CHECKS
from parsers.findings.base import Check
from parsers.findings.compare import compare
from parsers.findings.interval import EVERYTHING, Interval, printed, rounded
from parsers.findings.overlap import largest
from parsers.findings.wording import amount

CORPUS = Path(__file__).parent / "corpus" / "findings"
NAMES = [check.name for check in CHECKS]
WANTED = 12
SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def corpus() -> list[tuple[str, str, str, dict[str, Any]]]:
    """(check, wanted state, text, entry) of every text."""
    found = []
    for file in sorted(CORPUS.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        assert set(table) == {"text"}, f"{file.name}: only [[text]]"
        for entry in table["text"]:
            unknown = set(entry) - {"text", "agrees", "disagrees", "quiet", "says", "reference_date", "why"}
            assert not unknown, f"{file.name}: {unknown}"
            for state in ("agrees", "disagrees", "quiet"):
                texts = [entry["text"].replace("{}", value) for value in entry.get(state, [])]
                found += [(file.stem, state, text, entry) for text in texts]
    return found


def cases() -> list[Any]:
    return [
        pytest.param(check, state, text, entry, id=f"{check}: {state}: {text[:60]}... {text[-30:]}")
        for check, state, text, entry in corpus()
    ]


def told(document: Document) -> str:
    return (
        "\n".join(f"{f.check} {f.state}: {f.message} [{f.formula}]" for f in document.findings) or "nothing"
    )


@pytest.mark.parametrize(("check", "state", "text", "entry"), cases())
def test_corpus(check: str, state: str, text: str, entry: dict[str, Any]) -> None:
    document = parse(text, reference_date=entry.get("reference_date"))
    wrong = [f for f in document.findings if f.state is State.DISAGREES]
    own = [f for f in document.findings if f.check == check]
    if state == "disagrees":
        said = [f.message for f in own if f.state is State.DISAGREES]
        assert any(entry.get("says", "") in message for message in said), told(document)
        return
    assert not wrong, told(document)
    if state == "agrees":
        assert any(f.state is State.AGREES for f in own), told(document)


def test_the_corpus_holds_enough_of_each() -> None:
    counts = Counter((check, state) for check, state, _, _ in corpus())
    few = {
        (name, state): counts[name, state]
        for name in NAMES
        for state in ("agrees", "disagrees")
        if counts[name, state] < WANTED
    }
    assert not few


@pytest.mark.parametrize(
    ("check", "text", "words"),
    [pytest.param(c, t, w, id=f"{c.name}: {t[:60]}") for c in CHECKS for t, w in c.examples],
)
def test_example(check: Check, text: str, words: str) -> None:
    document = parse(text)
    assert any(words in f.message for f in document.findings if f.check == check.name), told(document)


@pytest.mark.parametrize(
    ("check", "text"), [pytest.param(c, t, id=f"{c.name}: {t[:60]}") for c in CHECKS for t in c.rejects]
)
def test_reject(check: Check, text: str) -> None:
    document = parse(text)
    assert not [f for f in document.findings if f.state is State.DISAGREES], told(document)


# -- the seeds ------------------------------------------------------------------------------------


def seed(name: str) -> Document:
    return parse((SEEDS / name).read_text(encoding="utf-8"), source=name)


def test_the_article_holds_one_conversion_that_does_not_fit() -> None:
    document = seed("alibaba-cloud-investment.txt")
    wrong = [f for f in document.findings if f.state is State.DISAGREES]
    assert [f.check for f in wrong] == ["implied-rate"], told(document)
    texts = [document.text[span.start : span.end] for span in wrong[0].evidence]
    assert texts[:2] == ["236.50 billion yuan", "$32.72 billion"]
    assert {"RMB 29.61 billion", "$4.22 billion", "31.67 billion yuan", "$4.513 billion"} == set(texts[2:])
    assert "7.228" in wrong[0].message
    assert "7.017 and 7.018" in wrong[0].message
    assert "about $33.70 billion" in wrong[0].message
    assert wrong[0].expected_low is not None
    assert wrong[0].expected_high is not None
    assert Decimal("33.69e9") < wrong[0].expected_low < wrong[0].expected_high < Decimal("33.72e9")
    other = [f for f in document.findings if "52.44" in f.message]
    assert [f.state for f in other] == [State.CANNOT_CHECK]
    assert document.coverage.disagree == 2


def test_the_release_agrees_with_the_rate_that_it_states() -> None:
    document = seed("alibaba-september-quarter-release.txt")
    assert not [f for f in document.findings if f.state is State.DISAGREES], told(document)
    [rate] = [f for f in document.findings if f.check == "implied-rate"]
    assert rate.state is State.AGREES
    assert "the rate that the text states" in rate.message


@pytest.mark.parametrize("name", ["fed-rate-cut.txt", "us-jobs-september-2024.md"])
def test_other_seeds_hold_nothing_wrong(name: str) -> None:
    document = seed(name)
    assert not [f for f in document.findings if f.state is State.DISAGREES], told(document)


def test_article_and_release_side_by_side() -> None:
    found = compare([seed("alibaba-cloud-investment.txt"), seed("alibaba-september-quarter-release.txt")])
    wrong = [c for c in found if c.state is State.DISAGREES]
    assert [[p.text for p in c.places] for c in wrong] == [["$32.72 billion", "US$33,701 million"]]
    assert "alibaba-cloud-investment.txt, line 13" in wrong[0].message
    assert "alibaba-september-quarter-release.txt, line 5" in wrong[0].message
    assert len(found) == 3, [c.message for c in found]


# -- across documents -----------------------------------------------------------------------------

NORVIK = "Revenue of Norvik in the third quarter of 2023 was $412.5 million."


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("In the third quarter of 2023, Norvik's revenue was $413 million.", State.AGREES),
        ("Norvik Inc. said that revenue was $421.5 million in the third quarter of 2023.", State.DISAGREES),
        ("Revenue of Norvik in the third quarter of 2022 was $421.5 million.", None),
        ("Revenue of Halden in the third quarter of 2023 was $421.5 million.", None),
        ("Net profit of Norvik in the third quarter of 2023 was $421.5 million.", None),
        ("Norvik Inc. had turnover of $421.5 million in the third quarter of 2023.", State.DISAGREES),
        ("Revenue of Norvik from the U.S. in the third quarter of 2023 was $401.5 million.", None),
        ("Revenue of Norvik in the third quarter of 2023 was about $412 million.", State.AGREES),
        ("Same-store sales of Norvik in the third quarter of 2023 were $401.5 million.", None),
        ("Norvik Inc. said that cloud revenue was $401.5 million in the third quarter of 2023.", None),
    ],
)
def test_values_of_two_documents(text: str, state: State | None) -> None:
    found = compare([parse(NORVIK, source="a.txt"), parse(text, source="b.txt")])
    assert [c.state for c in found] == ([state] if state else [])


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The trade surplus of Ostria was $15.6 billion in 2023.",
            "Ostria's trade surplus with Lamar was $13.6 billion in 2023.",
        ),
        (
            "The trade deficit of Ostria was $169.8 billion in 2023.",
            "With a trade deficit of $169 billion in 2023, Ostria is in debt.",
        ),
        ("Ostria has 164 rigs, against 422 a year ago.", "Ostria has 180 rigs, against 398 a year ago."),
        (
            "The wholesale price index was 168.5 in May 2023.",
            "The wholesale price index was 136.0 in May 2023.",
        ),
    ],
)
def test_two_documents_tell_of_two_things(texts: tuple[str, str]) -> None:
    found = compare([parse(text, source=f"{n}.txt") for n, text in enumerate(texts)])
    assert not [c for c in found if c.state is State.DISAGREES], [c.message for c in found]


def test_a_folder_is_compared_in_linear_time() -> None:
    document = parse(NORVIK)
    assert len(compare([replace(document, source=f"{n}.txt") for n in range(3)])) == 3


# -- arithmetic -----------------------------------------------------------------------------------


def figure(text: str, value: str, precision: str, **fields: Any) -> Figure:
    kind = fields.pop("kind", Kind.MONEY)
    return Figure(
        id="f1",
        start=0,
        end=len(text),
        text=text,
        kind=kind,
        value=Decimal(value),
        precision=Decimal(precision),
        **fields,
    )


@pytest.mark.parametrize(
    ("made", "low", "high"),
    [
        (figure("$52.44 billion", "52.44e9", "1e7"), "52.435e9", "52.445e9"),
        (figure("380 billion yuan", "380e9", "1e9"), "379.5e9", "380.5e9"),
        (figure("about $40", "40", "1", modifier=Modifier.ABOUT), "38", "42"),
        (figure("over $40", "40", "1", modifier=Modifier.OVER), "39.5", "Infinity"),
        (figure("up to $40", "40", "1", modifier=Modifier.UP_TO), "-Infinity", "40.5"),
        (figure("doubled", "2", "0", kind=Kind.MULTIPLE), "1.8", "2.2"),
    ],
)
def test_printed_digits(made: Figure, low: str, high: str) -> None:
    assert printed(made) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("made", "low", "high"),
    [
        (figure("380 billion yuan", "380e9", "1e9"), "375e9", "385e9"),
        (figure("52,000", "52000", "1", kind=Kind.COUNT), "51500", "52500"),
        (figure("$50.0 million", "50e6", "1e5"), "49.95e6", "50.05e6"),
        (figure("100 percent", "100", "1", kind=Kind.PERCENT, unit="percent"), "97.5", "102.5"),
    ],
)
def test_zeros_of_whole_numbers_may_be_rounding(made: Figure, low: str, high: str) -> None:
    assert rounded(made) == Interval(Decimal(low), Decimal(high))


def test_a_figure_without_a_number_has_no_interval() -> None:
    assert printed(Figure(id="f1", start=0, end=4, text="many", kind=Kind.COUNT)) is None


numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False, allow_infinity=False)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval with a number in it."""
    low, number, high = sorted((draw(numbers), draw(numbers), draw(numbers)))
    return Interval(low, high), number


@given(intervals(), intervals())
def test_results_lie_in_the_interval_of_the_result(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert y == 0 or (a / b) * Interval(y, y) == EVERYTHING or x in (a / b) * Interval(y, y)
    assert (a.gap(b) == 0) is a.meets(b)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)), min_size=1, max_size=9))
def test_the_largest_agreement_is_the_largest(sizes: list[tuple[int, int]]) -> None:
    found = [Interval(Decimal(low), Decimal(low + size)) for low, size in sizes]
    best = max(sum(Decimal(at) in i for i in found) for at in range(1, 71))
    agreement = largest(found)
    assert len(agreement.members) == best
    assert all(found[n].meets(agreement.common) for n in agreement.members)


@pytest.mark.parametrize(
    ("value", "text", "base", "precision", "written"),
    [
        ("33700485", "$32.72 billion", "32.72e9", "1e7", "$33.7 million"),
        ("33700485000", "$32.72 billion", "32.72e9", "1e7", "$33.70 billion"),
        ("123456", "RMB43,547", "43547", "1", "RMB123,456"),
        ("42300000", "$423 million", "423e6", "1e6", "$42.3 million"),
        ("630000000", "6.3 billion euros", "6.3e9", "1e8", "630 million euros"),
    ],
)
def test_amounts_are_written_like_their_figures(
    value: str, text: str, base: str, precision: str, written: str
) -> None:
    assert amount(Decimal(value), figure(text, base, precision)) == written


def test_agreeing_figures_are_none_that_disagree() -> None:
    document = parse("Sales rose 12 percent to $55.0 million from $50.0 million.")
    coverage = document.coverage
    assert (coverage.figures, coverage.checkable, coverage.agree, coverage.disagree) == (3, 3, 0, 3)
