"""Searching the source and the figures: live, counted once, in step with the table, not in its way."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.scenes import SMALL, TEXT, USUAL, WIDE, ships
from tests.tui.test_keys import figure, opened, press
from tui.columns import column_names
from tui.index import build_index
from tui.prompt import Prompt
from tui.search import find_matches, find_wanted
from tui.search_rows import row_words

INDEX = build_index(ships(), "x")
ALL = range(14)


def rows_of(*names: str, among: range | tuple[int, ...] = ALL) -> list[str]:
    """The words of rows, a string each."""
    rows = row_words(INDEX, names, among)
    ends = [*rows.starts[1:], len(rows.text)]
    return [rows.text[start:end] for start, end in zip(rows.starts, ends, strict=True)]


def found(query: str, *names: str, among: range | tuple[int, ...] = ALL) -> list[tuple[str, bool]]:
    """What a search finds: the characters, and whether only the row has the words."""
    matches = find_matches(TEXT, query, row_words(INDEX, names or column_names(), among))
    spans = zip(matches.starts, matches.ends, strict=True)
    return [(TEXT[start:end], at in matches.in_rows) for at, (start, end) in enumerate(spans)]


def test_a_figure_whose_row_has_the_words_is_found() -> None:
    assert found("cargo volume", "metric") == [("cargo volume", False), ("310,000 containers", True)]
    assert found("1.94 bn nok", "value", "unit") == [("NOK 1.94 billion", True)]
    assert [text for text, _ in found("Q3 2024", "period")] == [
        "12 percent",
        "NOK 1.94 billion",
        "$177.4 million",
        "310,000 containers",
    ]


def test_a_figure_that_the_text_matches_is_counted_once() -> None:
    assert found("NOK") == [("4.2 billion kroner", True), ("NOK", False)]


def test_no_words_go_across_cells_or_rows() -> None:
    assert found("NOK order", "unit", "metric") == []
    assert found("/NOK\\s+order/", "unit", "metric") == []
    assert [text for text, _ in found("/^bn NOK$/", "unit")] == ["4.2 billion kroner", "NOK 1.94 billion"]


def test_only_the_rows_of_the_table_count() -> None:
    assert [text for text, _ in found("Q3 2024", "period", among=(3, 6))] == [
        "12 percent",
        "310,000 containers",
    ]
    assert len(rows_of("metric", among=(1, 2))) == 2


def test_what_the_columns_do_not_show_is_not_found() -> None:
    assert found("Q3 2024", "metric") == []


@given(st.text(alphabet="aeinrst 0123456789%$./^|", min_size=1, max_size=6))
def test_matches_are_in_order_apart_and_lit_only_where_they_stand(query: str) -> None:
    matches = find_matches(TEXT, query, row_words(INDEX, column_names(), ALL))
    spans = list(zip(matches.starts, matches.ends, strict=True))
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    alone = find_matches(TEXT, query)
    assert [m[:2] for m in matches.between(0, len(TEXT))] == list(zip(alone.starts, alone.ends, strict=True))
    for at in matches.in_rows:
        assert spans[at] in {(f.start, f.end) for f in INDEX.document.figures}


# -- in the explorer ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_n_goes_through_text_and_figures(size: tuple[int, int]) -> None:
    async with opened(keys=("slash", *"cargo vol", "enter"), size=size) as (pilot, screen, _):
        assert screen.matches.label() == "1/2"
        await press(pilot, "n")
        assert screen.matches.label() == "2/2"
        assert screen.selection == figure(6)
        row = next(y for y in range(20) if "310,000" in screen.figures_pane.render_line(y).text)
        lit = [s.text for s in screen.figures_pane.render_line(row) if s.style and s.style.underline]
        assert any("cargo vol" in text for text in lit)


async def test_capitals_count_once_one_is_typed() -> None:
    async with opened(keys=("slash", *"revenue")) as (pilot, screen, _):
        both = len(screen.matches)
        await press(pilot, *["backspace"] * 7, *"Revenue")
        assert 0 < len(screen.matches) <= both
        await press(pilot, *["backspace"] * 7, *"REVENUE")
        assert len(screen.matches) == 0


async def test_a_search_and_a_filter_go_together() -> None:
    async with opened(keys=("f", *"unit:NOK", "enter", "slash", *"order", "enter")) as (pilot, screen, _):
        inside = screen.matches
        assert len(screen.figures_pane.rows) == 2
        await press(pilot, "F")
        assert screen.matches.query == "order"
        assert len(screen.matches) > len(inside)
        await press(pilot, "f", *"unit:NOK", "enter")
        assert list(screen.matches.starts) == list(inside.starts)
        await press(pilot, "escape")
        assert not screen.matches.query
        assert screen.filter.words == "unit:NOK"


async def test_earlier_searches_come_back() -> None:
    async with opened(keys=("slash", *"ships", "enter", "slash", *"yuan", "enter", "slash")) as (
        pilot,
        screen,
        _,
    ):
        await press(pilot, "up")
        assert screen.prompt.field.value == "yuan"
        await press(pilot, "up")
        assert screen.prompt.field.value == "ships"
        assert screen.matches.query == "ships"
        await press(pilot, "down", "down")
        assert screen.prompt.field.value == ""


async def test_the_next_match_is_counted_from_where_a_person_went() -> None:
    async with opened(keys=("slash", *"percent", "enter", "n")) as (pilot, screen, _):
        assert (screen.selection, screen.matches.label()) == (figure(8), "2/4")
        await press(pilot, "g", "n")  # from the first figure: the first match behind it
        assert (screen.selection, screen.matches.label()) == (figure(3), "1/4")
        await press(pilot, "G", "N")
        assert (screen.selection, screen.matches.label()) == (figure(12), "4/4")
        await press(pilot, "n")
        assert (screen.selection, screen.matches.label()) == (figure(3), "1/4")


async def test_matches_that_touch_no_figure_are_gone_through_too() -> None:
    async with opened(keys=("slash", *"the", "enter")) as (pilot, screen, _):
        count = len(screen.matches)
        seen = [screen.matches.current]
        for _ in range(count - 1):
            await press(pilot, "n")
            seen.append(screen.matches.current)
        assert sorted(seen) == list(range(count))


async def test_what_was_typed_last_is_searched_in_a_large_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.searches.LARGE", 0)
    async with opened(keys=("slash", *"order", "enter", "slash", *"percent", "enter")) as (_, screen, _):
        assert screen.matches.query == "percent"  # also where Enter comes before it is found
        assert (screen.selection, screen.matches.label()) == (figure(3), "1/4")


async def test_a_search_that_was_undone_finds_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.searches.LARGE", 0)
    async with opened(keys=("slash", *"percent", "escape")) as (_, screen, _):
        assert not screen.matches.query


def test_a_search_stops_once_nobody_wants_it() -> None:
    answers = iter((True, False))
    assert find_wanted("a" * 10_000, "a", None, lambda: next(answers)) is None
    assert len(find_matches("a" * 10_000, "a")) == 10_000


@pytest.mark.parametrize(("typed", "line"), [("1", 1), ("5", 5), ("9,999", 10), ("no", 0), ("0", 1)])
async def test_a_line_is_gone_to_by_its_number(typed: str, line: int) -> None:
    starts = [0, *(at + 1 for at, letter in enumerate(TEXT) if letter == "\n")]
    async with opened(keys=("G", "ctrl+g", *typed), size=SMALL) as (pilot, screen, _):
        assert "of 10" in str(screen.prompt.query_one("#prompt-news", Static).content)
        assert not line or screen.source_pane.in_sight(starts[line - 1])
        selected = screen.index.span(screen.selection)[0] if screen.index and screen.selection else 0
        assert line != 5 or starts[4] <= selected < starts[5]
        await press(pilot, "escape")
        assert (screen.selection, screen.front) == (figure(13), "figures")
        await press(pilot, "ctrl+g", *typed, "enter")
        assert screen.source_pane.has_focus
        assert not screen.prompt.display


async def test_who_asks_for_the_line_while_it_is_made_has_all_of_it() -> None:
    """A key pressed while the line is mounted waits for it, instead of finding half of it."""

    class Alone(App[None]):
        def compose(self) -> ComposeResult:
            yield Prompt()

    app = Alone()
    async with app.run_test():
        prompt = app.query_one(Prompt)

        async def ask() -> int:
            await prompt.prepare()
            return len(prompt.query("#prompt-label"))

        assert list(await asyncio.gather(ask(), ask(), ask())) == [1, 1, 1]
