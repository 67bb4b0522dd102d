"""Documents as text: exact numbers, valid JSON for anything, and cells that command nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import Direction, Document, Figure, Kind, Modifier, Moment, MomentKind, Phrase, parse
from parsers.article import Article
from parsers.cells import (
    csv_line,
    escape_markdown,
    flat_keys,
    flat_rows,
    plain_cell,
    tsv_line,
)
from parsers.export import FORMATS, Layout
from parsers.pipeline import parse_article
from parsers.serial import dumps, to_dict
from parsers.table import period_words, value_words
from parsers.text import line_at, lines_of
from parsers.width import cell_len, cut

TEXT = "Sales\nrose 7% to €4.20 billion in the third quarter of 2024."


def written(form: str, *documents: Document, **layout: Any) -> str:
    return "".join(FORMATS[form].write(documents, Layout(**layout)))


def figure(**fields: Any) -> Figure:
    return Figure(**{"id": "f1", "start": 0, "end": 1, "text": "x", "kind": Kind.COUNT, **fields})


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_says_whether_it_tells_what_the_checks_find(form: str) -> None:
    """The others are written of documents that are not checked, in less time."""
    article = Article(text="Sales rose 20% to $110 million from $100 million a year earlier.")
    checked, unchecked = parse_article(article), parse_article(article, checks=False)
    assert checked.findings
    assert not unchecked.findings
    assert (written(form, checked) != written(form, unchecked)) is FORMATS[form].findings


def exact(text: str) -> Any:
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=pytest.fail)


# -- JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1E+10", "10000000000"),
        ("4.20", "4.20"),
        ("29610000000", "29610000000"),
        ("0.1", "0.1"),
        ("-0.5E-7", "-0.00000005"),
        ("1E+999999999", "1E+999999999"),
        ("NaN", "null"),
        ("Infinity", "null"),
    ],
)
def test_a_number_has_exactly_its_digits(number: str, shown: str) -> None:
    assert dumps(Decimal(number)) == shown


def test_the_layout_of_json() -> None:
    value = {"a": [1, None, True], "b": {}, "c": [], "d": "“é”\n"}
    assert dumps(value) == '{"a": [1, null, true], "b": {}, "c": [], "d": "“é”\\n"}'
    assert dumps(value, indent=2) == json.dumps(value, indent=2, ensure_ascii=False)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON for float"):
        dumps(0.5)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=[])) | st.decimals(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_json_is_valid_for_anything_and_says_the_same(value: Any) -> None:
    assert exact(dumps(value)) == same_as_json(value) == exact(dumps(value, indent=1))


def same_as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: same_as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [same_as_json(item) for item in value]
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return value


def test_a_document_as_json_is_its_dict_and_its_text_only_on_request() -> None:
    document = parse(TEXT, reference_date=dt.date(2024, 11, 15), source="a.txt")
    (read,) = exact(written("json", document))["documents"]
    assert read == exact(dumps(to_dict(document)))
    assert "text" not in read
    (read,) = exact(written("json", document, with_text=True))["documents"]
    assert read["text"] == TEXT
    assert {read["text"][int(f["start"]) : int(f["end"])] for f in read["figures"]} == {"7%", "€4.20 billion"}


def test_no_document_and_several_are_valid_json() -> None:
    assert exact(written("json")) == {"schema": "figscope/1", "documents": []}
    assert len(exact(written("json", parse("7%"), parse(""), parse("8%")))["documents"]) == 3


# -- one figure a line ----------------------------------------------------------------------------


def test_rows_are_flat_and_carry_their_source_and_period() -> None:
    moment = Moment(
        id="m1",
        start=30,
        end=40,
        text="Q3 2024",
        kind=MomentKind.DATE,
        first=dt.date(2024, 7, 1),
        last=dt.date(2024, 9, 30),
    )
    document = Document(text=TEXT, source="a.txt", figures=(figure(period="m1"), figure()), moments=(moment,))
    first, second = flat_rows(document)
    assert tuple(first) == flat_keys() == tuple(second)
    assert (first["source"], first["period_from"], first["period_to"], first["period_text"]) == (
        "a.txt",
        "2024-07-01",
        "2024-09-30",
        "Q3 2024",
    )
    assert second["period_from"] is second["period_text"] is None


def test_jsonl_csv_and_tsv_hold_the_same_rows() -> None:
    document = parse(TEXT, source="a.txt")
    objects = [exact(line) for line in written("jsonl", document).splitlines()]
    rows = list(csv.DictReader(io.StringIO(written("csv", document))))
    head, *lines = written("tsv", document).splitlines()
    assert len(objects) == len(rows) == len(lines) == len(document.figures) == 2
    assert head.split("\t") == list(rows[0]) == list(objects[0])
    assert [o["value"] for o in objects] == [Decimal(r["value"]) for r in rows] == [7, Decimal("4.20E+9")]
    assert [r["text"] for r in rows] == ["7%", "€4.20 billion"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("-5%", "-5%"),
        ("+1,234.5", "+1,234.5"),
        ("profit", "profit"),
    ],
)
def test_no_cell_starts_a_formula(text: str, cell: str) -> None:
    assert plain_cell(text) == cell
    assert next(csv.reader([csv_line([text])])) == [cell]


def test_a_number_stays_a_number_in_a_cell() -> None:
    assert csv_line([Decimal("-1E+3"), 7, None, ["a", "b"]]) == "-1000,7,,a; b\n"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(), min_size=2))
def test_csv_and_tsv_are_one_record_whatever_stands_in_the_cells(cells: list[str]) -> None:
    (record,) = csv.reader(io.StringIO(csv_line(cells), newline=""))
    assert record == [plain_cell(cell) for cell in cells]
    assert tsv_line(cells).count("\t") == len(cells) - 1
    assert tsv_line(cells).count("\n") == 1


def test_markdown_reads_nothing_as_markup() -> None:
    assert escape_markdown("a|b\n*c* [d](e) <f> `g` h_i") == "a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` h\\_i"


def test_markdown_has_a_heading_and_a_row_for_each_figure() -> None:
    document = parse("Up 7% | on <b>sales</b>", title="# [Big] news", source="a|b.txt")
    lines = written("md", document).splitlines()
    assert lines[0] == "## # \\[Big\\] news"
    assert lines[2] == "a\\|b.txt"
    assert [line.count("|") - line.count("\\|") for line in lines[4:]] == [8] * 3


# -- the table ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": Decimal("3.8E+11"), "modifier": Modifier.AT_LEAST}, ">= 380,000,000,000"),
        ({"value": Decimal("4.20"), "modifier": Modifier.ABOUT}, "~ 4.20"),
        ({"value": Decimal(7), "kind": Kind.PERCENT, "direction": Direction.INCREASE}, "+7"),
        ({"value": Decimal(7), "kind": Kind.PERCENT, "direction": Direction.DECREASE}, "-7"),
        ({"value": Decimal(-7), "kind": Kind.PERCENT, "direction": Direction.DECREASE}, "-7"),
        ({"low": Decimal(5), "high": Decimal(7)}, "5 to 7"),
        ({"low": Decimal(10)}, "10 or more"),
        ({"high": Decimal(10)}, "10 or less"),
        ({}, ""),
    ],
)
def test_the_value_in_words(fields: dict[str, Any], words: str) -> None:
    assert value_words(figure(**fields)) == words


def test_a_period_is_shown_by_its_days_or_by_its_own_words() -> None:
    moment = Moment(id="m1", start=0, end=1, text="last\nyear", kind=MomentKind.DATE)
    assert period_words(moment) == "last\ufffdyear"
    assert period_words(None) == ""


def test_a_table_names_its_document_and_fits_the_terminal() -> None:
    long = Phrase(0, 5, "subscription revenue of the data centre division excluding discontinued operations")
    document = Document(
        text=TEXT,
        source="新闻.txt",
        reference_date=dt.date(2024, 11, 15),
        reference_date_from="given",
        figures=(figure(metric=long, subject=long, value=Decimal(7), start=11), figure(text="二十亿")),
    )
    lines = written("table", document, width=80).splitlines()
    assert lines[0] == "新闻.txt: 2 figures, 0 dates, as of 2024-11-15 (given)"
    assert all(cell_len(line) <= 80 for line in lines)
    assert lines[2].split()[0] == "2"
    assert "…" in lines[2]
    wide = written("table", document)
    assert "subscription revenue of the data centre" in wide


def test_a_table_without_figures_says_so() -> None:
    assert written("table", parse("Nothing to count.")) == "(text): 0 figures, 0 dates\n  no figures found\n"


@settings(max_examples=100, deadline=None)
@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="a\n"))
def test_lines_are_counted_from_one(text: str) -> None:
    lines = lines_of(text)
    assert [line_at(lines, offset) for offset in range(len(text))] == [
        text[:offset].count("\n") + 1 for offset in range(len(text))
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_any_number_of_hostile_documents(form: str) -> None:
    hostile = parse("=1+1% | <b>$5m</b>\t`-7%`\n[x](y) 12\x1b[31m", source="=a\n|b", title="|*")
    assert written(form, hostile, hostile)
    assert isinstance(written(form), str)
