"""Columns: shown and hidden, in sets, wider than the pane, sorted and grouped by any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import parse
from tests.scenes import SMALL, USUAL, WIDE, messages, ships, ships_checked, shown
from tests.tui.test_keys import figure, opened, press, top
from tui.columns import column_names, column_of, columns, ordered
from tui.fitting import GAP, fit, in_sight, set_name, sets, toggled
from tui.grouping import gather
from tui.index import build_index
from tui.panes.figure_rows import GUTTER
from tui.screens.column_menu import ColumnMenu
from tui.screens.explorer import Explorer
from tui.state import Sort

names = st.lists(st.sampled_from(column_names()), unique=True, min_size=1)


def heads(screen: Explorer) -> list[str]:
    """The titles of the columns that stand on the screen."""
    return screen.figures_pane.render_line(0).text.split()


# -- which, and how wide --------------------------------------------------------------------------


@given(names, st.integers(1, 200))
def test_chosen_columns_are_all_there_in_their_order(chosen: list[str], width: int) -> None:
    index = build_index(ships(), "x")
    fitted = fit(index, range(14), width, chosen)
    assert [column.id for column, _ in fitted] == chosen
    least = sum(min(column.least, size) + GAP for column, size in fitted)
    assert sum(size + GAP for _, size in fitted) <= max(width, least)


@given(names, st.sampled_from(column_names()), st.integers(1, 200))
def test_the_chosen_column_is_in_sight(chosen: list[str], column: str, width: int) -> None:
    index = build_index(ships(), "x")
    fitted = fit(index, range(14), width, chosen)
    seen = list(in_sight(fitted, column, width))
    assert seen[0] == fitted[0]
    assert seen == [each for each in fitted if each in seen]
    if column in chosen:
        assert column in [each.id for each, _ in seen]


@given(names, st.lists(st.sampled_from(column_names()), max_size=8))
def test_a_column_that_was_hidden_comes_back_to_its_place(chosen: list[str], changes: list[str]) -> None:
    usual = [name for name in column_names() if name in chosen]
    now: tuple[str, ...] = tuple(usual)
    for name in changes:
        before = now
        now = toggled(now, (), name)
        assert now
        assert (name in now) != (name in before) or before == (name,)
        assert list(now) == [each for each in column_names() if each in now]


def test_sets_have_names() -> None:
    assert [set_name(members) for members in sets().values()] == ["auto", "narrow", "wide"]
    assert set_name(("value",)) == ""


def test_the_check_column_has_the_gravest_first() -> None:
    index = build_index(ships_checked(), "x")
    column = column_of("check")
    assert column is not None
    cells = [column.text(index, at) for at in ordered(index, Sort("check"))]
    assert cells[0] == "! disagrees"
    assert cells == sorted(cells, key=["! disagrees", "? cannot check", "= agrees", ""].index)


# -- keys -----------------------------------------------------------------------------------------


async def test_the_menu_hides_and_shows_at_once() -> None:
    async with opened(keys=("c",)) as (pilot, screen, app):
        assert isinstance(top(app), ColumnMenu)
        before = heads(screen)
        assert "metric" in before
        await press(pilot, "j", "j", "j", "down", "space")
        assert heads(screen) == [title for title in before if title != "metric"]
        assert "own columns" in str(screen.figures_pane.border_title)
        await press(pilot, "enter")
        assert heads(screen) == before
        await press(pilot, "c")
        assert top(app) is screen


async def test_a_column_that_did_not_fit_can_be_shown() -> None:
    async with opened(keys=("c", *["j"] * 10, "space", "escape"), size=USUAL) as (pilot, screen, _):
        assert screen.columns[-1] == "check"
        await press(pilot, *["l"] * 12)
        assert heads(screen)[-1].startswith("check")
        assert "as written" in screen.figures_pane.render_line(0).text


async def test_the_last_column_stays() -> None:
    async with opened(keys=("c", "n", "space", "j", "space", "j", "space", "j", "space")) as (_, screen, _):
        assert screen.columns == ("unit",)
        assert heads(screen) == ["unit"]


async def test_sets_on_one_key() -> None:
    async with opened(keys=("C",), size=USUAL) as (pilot, screen, app):
        assert heads(screen) == ["as", "written", "value", "unit"]
        await press(pilot, "C")
        assert screen.columns == column_names()
        assert heads(screen)[-1] == "›"
        await press(pilot, "C")
        assert screen.columns == ()
        assert messages(app) == ["Columns: narrow", "Columns: wide", "Columns: auto, those that fit"]


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_sideways_reaches_every_column(size: tuple[int, int]) -> None:
    async with opened(keys=("C", "C"), size=size) as (pilot, screen, _):
        titled = [column for column in columns() if column.title]
        for column in titled:
            assert screen.figures_pane.column == column.id
            assert column.title.split()[0] in shown(screen.app)  # type: ignore[arg-type]
            await press(pilot, "l")
        await press(pilot, *["h"] * 12)
        assert screen.figures_pane.column == "written"
        assert heads(screen)[0] == "as"


async def test_sorting_and_grouping_by_any_column_from_the_menu() -> None:
    async with opened("checked", keys=("c", *["j"] * 10, "s")) as (pilot, screen, app):
        assert screen.sort == Sort("check")
        assert screen.figures_pane.rows[0] == 4
        assert "by check" in str(screen.figures_pane.border_title)
        await press(pilot, "c", "b")
        assert screen.sort == Sort("check", grouped=True)
        assert "! disagrees" in shown(app)
        assert messages(app) == ["Sorted by check", "Grouped by check"]


@pytest.mark.parametrize("column", ["metric", "subject", "period", "kind"])
async def test_grouping_by_what_a_person_groups_by(column: str) -> None:
    steps = column_names().index(column)
    async with opened(keys=("c", *["j"] * steps, "b")) as (_, screen, _):
        assert screen.sort == Sort(column, grouped=True)
        assert sorted(screen.figures_pane.rows) == list(range(14))


WORDINGS = (
    "Northgate Corp. had turnover of $40 million in 2023 and $31 million in 2022. Profit was $9 million. "
    "The company expects sales of $44 million in 2024, and cloud sales of $5 million."
)


@pytest.mark.parametrize(
    ("column", "groups"),
    [
        ("metric", [("cloud revenue", 1), ("profit", 1), ("revenue", 3)]),
        ("subject", [("Northgate Corp.", 5)]),
    ],
)
def test_what_is_worded_in_several_ways_is_one_group(column: str, groups: list[tuple[str, int]]) -> None:
    index, by = build_index(parse(WORDINGS), "northgate.txt"), column_of(column)
    assert by is not None
    rows, found = gather(index, ordered(index, Sort(column, grouped=True)), by)
    assert [(group.title, group.size) for group in found] == groups
    assert sorted(at for at in rows if at >= 0) == list(range(5))


async def test_a_click_reaches_the_columns_that_were_scrolled_to() -> None:
    async with opened(keys=("C", "C", *["l"] * 12), size=USUAL) as (pilot, screen, _):
        row = screen.figures_pane.render_line(0).text
        await pilot.click("#figures", offset=(row.index("kind") + 1, 1))
        await press(pilot)
        assert screen.sort.column == "kind"
        assert row.index("as written") == GUTTER
        await pilot.click("#figures", offset=(8, 4))
        await press(pilot)
        assert screen.selection == figure(screen.figures_pane.rows[2])
