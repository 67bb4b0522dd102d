"""The parts that need no terminal: wrapping, the axis, search, words for values, columns, the index."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from parsers import parse
from parsers.model import Calendar, Direction, Figure, Kind, Modifier
from parsers.query import Lookup
from tests.scenes import TEXT, empty, ships, ships_checked
from tui.axis import Axis, ticks, whole
from tui.columns import arrange, columns, ordered
from tui.copy_forms import FORMS
from tui.describe import full, headline, second_line
from tui.filtering import study
from tui.fitting import GAP, fit
from tui.index import Index, build_index
from tui.panes.bars import own_name
from tui.search import find_matches
from tui.state import Filter, Selection, Sort
from tui.together import Partners
from tui.wording import amount, derivation, sign, span, stated
from tui.wrap import cells, expand, wrap

TEXTS = st.text(alphabet=st.sampled_from("ab \t\n,.中文é\u0301한😀\ufffd-"), max_size=200)


@given(TEXTS, st.integers(1, 30))
def test_rows_cover_the_text_and_fit(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert rows.starts[0] == 0
    assert sorted(set(rows.starts)) == list(rows.starts)
    for row in range(len(rows)):
        start, end = rows.bounds(row)
        line = text[start:end]
        assert "\n" not in line
        assert cells(line.rstrip(" ")) <= width or len(line.rstrip(" ")) == 1
        assert rows.row_of(start) == row
        following = rows.starts[row + 1] if row + 1 < len(rows) else len(text)
        assert text[end:following] in ("", "\n")
        for offset in range(start, end):
            column = rows.column_of(row, offset)
            found = rows.offset_at(row, column)
            assert rows.column_of(row, found) >= column


@given(TEXTS, st.integers(0, 7))
def test_tabs_become_spaces(text: str, column: int) -> None:
    line = text.replace("\n", "")
    assert "\t" not in expand(line, column)
    assert cells(line) == cell_len(expand(line, 0))


def test_words_break_at_spaces() -> None:
    rows = wrap("one two three four", 9)
    assert [rows.text[a:b].strip() for a, b in map(rows.bounds, range(len(rows)))] == [
        "one two",
        "three",
        "four",
    ]


@pytest.mark.parametrize("width", [1, 5, 30, 61, 90, 300])
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (dt.date(2024, 9, 30), dt.date(2024, 9, 30)),
        (dt.date(2024, 7, 1), dt.date(2024, 12, 31)),
        (dt.date(1923, 1, 1), dt.date(2027, 12, 31)),
        (dt.date.min, dt.date.max),
    ],
)
def test_ticks_never_touch(first: dt.date, last: dt.date, width: int) -> None:
    axis = whole([first, last], width)
    free = 0
    for tick in ticks(axis):
        assert tick.column >= free
        free = tick.column + 1 + len(tick.label)
        assert free <= width


def test_a_period_is_as_wide_as_it_is_long() -> None:
    axis = Axis(dt.date(2024, 1, 1).toordinal(), dt.date(2025, 1, 1).toordinal(), 366)
    assert axis.bar(dt.date(2024, 7, 1), dt.date(2024, 9, 30)) == (182, 274)
    assert axis.bar(dt.date(2024, 9, 30), dt.date(2024, 9, 30)) == (273, 274)
    short = Axis(axis.start, axis.end, 12)
    assert short.bar(dt.date(2024, 2, 3), dt.date(2024, 2, 3)) == (1, 2)


def test_zoom_stays_within_the_whole() -> None:
    everything = whole([dt.date(2020, 1, 1), dt.date(2024, 12, 31)], 50)
    centre = dt.date(2024, 12, 31).toordinal()
    axis = everything.zoomed(0.5, centre, everything)
    assert axis.end <= everything.end
    assert axis.start < centre < axis.end
    for _ in range(20):
        axis = axis.zoomed(0.5, centre, everything)
    assert axis.end - axis.start >= 7
    for _ in range(20):
        axis = axis.zoomed(2, centre, everything)
    assert axis == everything


def figure(**fields: Any) -> Figure:
    kind = fields.pop("kind", Kind.MONEY)
    return Figure(id="f1", start=0, end=1, **{"text": "x", **fields}, kind=kind)


@pytest.mark.parametrize(
    ("fields", "short", "long"),
    [
        (
            {"value": Decimal(29610000000), "precision": Decimal(10**7), "unit": "CNY"},
            "29.61 bn CNY",
            "29,610,000,000 CNY, printed to 10 million",
        ),
        (
            {"value": Decimal(29600000000), "precision": Decimal(10**7), "unit": "CNY"},
            "29.60 bn CNY",
            "29,600,000,000 CNY, printed to 10 million",
        ),
        ({"low": Decimal(10), "high": Decimal(99), "unit": "percent"}, "10 to 99 %", "10 to 99 percent"),
        (
            {"low": Decimal("5E9"), "high": Decimal("7.5E9"), "unit": "USD"},
            "5 to 7.5 bn USD",
            "5,000,000,000 to 7,500,000,000 USD",
        ),
        ({"low": Decimal(2), "kind": Kind.MULTIPLE}, "from 2 ×", "2 or more"),
        ({"value": Decimal(1234567891), "unit": "USD"}, "1.2345… bn USD", "1,234,567,891 USD"),
        (
            {"value": Decimal("0.02"), "unit": "USD", "per": "share", "precision": Decimal("0.01")},
            "0.02 USD/share",
            "0.02 USD per share, printed to 0.01",
        ),
        ({"unit": "USD"}, "? USD", "no number stated USD"),
    ],
)
def test_values_in_words(fields: dict[str, Any], short: str, long: str) -> None:
    assert str(amount(figure(**fields))) == short
    assert stated(figure(**fields)) == long


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("three years", "year", "years"),
        ("a 3-year", "year", "year"),
        ("one criterion", "criterion", "criterion"),
        ("four criteria", "criterion", "criteria"),
        ("12 new ships", "new ship", "new ships"),
        ("500 MW", "megawatt", "megawatt"),
        ("five", "year", "year"),
        ("12,500 people", "people", "people"),
        ("3 yearlings", "year", "year"),
        ("7", None, ""),
    ],
)
def test_a_unit_is_read_in_the_number_that_the_text_has(text: str, unit: str | None, shown: str) -> None:
    one = figure(value=Decimal(3), text=text, unit=unit, kind=Kind.COUNT)
    assert amount(one).unit == shown
    assert stated(one) == f"3 {shown}".strip()


def test_derivation_and_sign() -> None:
    one = figure(value=Decimal("380E9"), precision=Decimal("1E9"), unit="CNY", modifier=Modifier.AT_LEAST)
    assert derivation(one) == "380 × 10^9 CNY, printed to 1 billion, at least"
    assert sign(one, restates=True) == "=≥"
    assert sign(figure(direction=Direction.DECREASE, modifier=Modifier.ABOUT)) == "-~"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 7, 1), (2024, 9, 30), "Q3 2024"),
        ((2024, 1, 1), (2024, 6, 30), "H1 2024"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((2010, 1, 1), (2019, 12, 31), "2010-2019"),
        ((2024, 2, 1), (2024, 2, 29), "Feb 2024"),
        ((2024, 9, 30), (2024, 9, 30), "30 Sep 2024"),
        ((2024, 4, 1), (2024, 9, 30), "Apr-Sep 2024"),
        ((2024, 9, 2), (2024, 9, 8), "2 Sep to 8 Sep 2024"),
        ((2024, 11, 1), (2025, 1, 31), "Nov 2024-Jan 2025"),
        ((9999, 12, 1), (9999, 12, 31), "Dec 9999"),
    ],
)
def test_periods_in_words(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert span(dt.date(*first), dt.date(*last)) == words


def test_a_fiscal_quarter_has_no_calendar_name() -> None:
    assert span(dt.date(2024, 7, 1), dt.date(2024, 9, 30), Calendar.FISCAL) == "Jul-Sep 2024"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("percent", 4),
        ("Percent", 0),
        ("REVENUE", 0),
        ("revenue", 1),
        (r"/\d+ percent\b/", 3),
        (r"/^In\b/", 1),
        ("", 0),
    ],
)
def test_search(query: str, count: int) -> None:
    assert len(find_matches(TEXT, query)) == count


def test_search_gives_up_on_a_runaway_expression() -> None:
    found = find_matches("a" * 2000 + "!", "/(?:a|aa|a?a)+$/")
    assert found.problem or len(found) == 0


def test_search_goes_round() -> None:
    found = find_matches("ab ab ab", "ab")
    assert [found.at(n).current for n in (-1, 0, 2, 3)] == [2, 0, 2, 0]
    assert found.from_offset(1).current == 1
    assert found.from_offset(7).current == 0
    assert [m[:2] for m in found.between(1, 4)] == [(0, 2), (3, 5)]


@pytest.mark.parametrize("width", [1, 10, 34, 40, 65, 80, 130, 400])
def test_columns_fit(width: int) -> None:
    index = build_index(ships(), "x")
    fitted = fit(index, range(14), width)
    assert fitted[0][0].id == "written"
    if len(fitted) > 1:
        assert sum(size + GAP for _, size in fitted) <= width
    if width >= 130:
        assert {"metric", "subject", "period", "kind"} <= {column.id for column, _ in fitted}


def test_sorting_keeps_every_row() -> None:
    index = build_index(ships(), "x")
    for column in columns():
        rows = ordered(index, Sort(column.id))
        assert sorted(rows) == list(range(14))
        assert list(ordered(index, Sort(column.id, reverse=True))) == sorted(
            rows, key=lambda at: column.key(index, at), reverse=True
        )


def test_a_filter_shows_what_it_keeps_of_its_own_document() -> None:
    index = build_index(ships(), "x")
    order = ordered(index, Sort())
    assert list(arrange(index, filtered("norvik revenue", index), order)) == [3, 4, 5]
    assert list(arrange(index, filtered("no such words", index), order)) == []
    assert list(arrange(index, filtered("  ", index), order)) == list(range(14))
    assert list(arrange(build_index(ships(), "y"), filtered("revenue", index), order)) == []


def test_a_filter_keeps_the_order() -> None:
    index = build_index(ships(), "x")
    kept = filtered("kind:money", index)
    for sort in (Sort(None, reverse=True), *(Sort(column.id) for column in columns())):
        order = ordered(index, sort)
        assert list(arrange(index, kept, order)) == [at for at in order if at in kept.kept]


def filtered(words: str, index: Index) -> Filter:
    found = study(words, len(words), index, Lookup(index.document), frozenset())
    assert found is not None
    assert found.filter is not None
    return found.filter


def test_index_knows_what_belongs_together() -> None:
    index = build_index(ships_checked(), "x")
    assert set(Partners(index, Selection.figure(0))) == {Selection.figure(1), Selection.moment(1)}
    assert index.restates(1)
    assert not index.restates(0)
    assert Selection.figure(4) in Partners(index, Selection.moment(3))
    for _, _, one in index.mentions:
        partners = Partners(index, one)
        assert list(partners) == list(dict.fromkeys(partners))
        assert set(partners) == {other for _, _, other in index.mentions if other in partners}
    assert {lane.first is None for lane in index.lanes[-2:]} == {True}
    assert sum(len(lane.figures) for lane in index.lanes) == 14
    for start, end, selection in index.mentions:
        assert (start, end, selection) in list(index.between(start, end))
        assert index.span(selection) == (start, end)


def test_everything_is_told_of_every_mention() -> None:
    for document in (ships_checked(), empty()):
        index = build_index(document, "x")
        for _, _, selection in index.mentions:
            lines = full(index, selection)
            assert lines[0][0] == "as written"
            assert all(words for _, words in lines)
            assert headline(index, selection)[0]
            assert second_line(index, selection) is not None
            for form in FORMS:
                assert form.write(index, [selection]).strip()


@pytest.mark.parametrize(
    ("at", "metric", "common"), [(0, "turnover", "revenue"), (1, "R&D", "research and development (costs)")]
)
def test_a_metric_has_its_common_name_and_family(at: int, metric: str, common: str) -> None:
    index = build_index(parse("Halden's turnover was $5 million and its R&D was $1 million."), "x")
    lines = dict(full(index, Selection.figure(at)))
    assert (lines["metric"], lines["common name"]) == (metric, common)


def test_inferred_is_said() -> None:
    index = build_index(ships_checked(), "x")
    lines = dict(full(index, Selection.figure(4)))
    assert lines["subject"] == "Norvik Lines (inferred)"
    assert lines["findings"].startswith("disagrees: ")
    assert "(inferred)" in headline(index, Selection.figure(4))[2]


def test_an_amount_that_a_table_scales_is_said_to_be_inferred() -> None:
    text = "Halden said:\n\n | \u00a3m | \u00a3m\nRevenue | 12.3 | 11.2\n\nIt owes \u00a35 million.\n"
    index = build_index(parse(text), "x")
    assert headline(index, Selection.figure(0))[1] == "12,300,000 GBP, printed to 100,000 (inferred)"
    lines = dict(full(index, Selection.figure(0)))
    assert (lines["value"], lines["unit"]) == ("12300000 (inferred)", "GBP (inferred)")
    assert "inferred" not in headline(index, Selection.figure(2))[1]


def test_a_currency_that_a_text_decides_is_said_to_be_inferred() -> None:
    text = "All amounts are in Canadian dollars unless otherwise indicated. Halden earned $5 million."
    said = headline(build_index(parse(text), "x"), Selection.figure(0))[1]
    assert said == "5,000,000 CAD, printed to 1 million (unit inferred)"


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("news/2024/a.txt", "a.txt"),
        ("a.txt", "a.txt"),
        ("news/a.txt 1/2", "a.txt 1/2"),
        ("news/the 3 mills.txt 12/40", "the 3 mills.txt 12/40"),
        ("standard input 2/2", "standard input 2/2"),
        ("news/", "news/"),
    ],
)
def test_a_path_goes_down_to_its_own_name(named: str, shown: str) -> None:
    assert own_name(named) == shown
