"""The filter line: live, with completion, history, crumbs, and mistakes told at their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import Static

from parsers.query import Choice, Completion, QueryError
from tests.scenes import SMALL, USUAL, WIDE
from tests.tui.test_keys import opened, press
from tui.hints import choices_line, problem_line
from tui.screens.explorer import Explorer


def shown(screen: Explorer) -> list[str]:
    """The figures in the table, as written."""
    assert screen.index is not None
    return [screen.index.document.figures[at].text for at in screen.figures_pane.rows]


def line(screen: Explorer, name: str) -> str:
    """What stands in a part of the line."""
    return str(screen.prompt.query_one(f"#prompt-{name}", Static).content)


def is_open(screen: Explorer) -> bool:
    return screen.prompt.display


def title(screen: Explorer) -> str:
    return str(screen.figures_pane.border_title)


MONEY = ["4.2 billion kroner", "$384 million", "NOK 1.94 billion", "$177.4 million"]


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_it_narrows_as_one_types(size: tuple[int, int]) -> None:
    async with opened(keys=("f", *"kind:money"), size=size) as (pilot, screen, _):
        assert shown(screen) == MONEY
        assert "4 of 14" in line(screen, "news")
        await press(pilot, *" value>1bn")
        assert shown(screen) == ["4.2 billion kroner", "NOK 1.94 billion"]
        await press(pilot, "enter")
        assert not is_open(screen)
        assert shown(screen) == ["4.2 billion kroner", "NOK 1.94 billion"]


async def test_the_title_shows_the_parts_as_crumbs_and_f_takes_them_away() -> None:
    async with opened(keys=("f", *"kind:money and value>1bn", "enter")) as (pilot, screen, _):
        assert "2/14" in title(screen)
        assert "kind:money › value>1bn" in title(screen)
        await press(pilot, "F")
        assert len(shown(screen)) == 14
        assert "kind" not in title(screen)


async def test_a_mistake_is_told_at_its_place_and_the_last_filter_stays() -> None:
    async with opened(keys=("f", *"kind:money status:plan")) as (pilot, screen, _):
        assert shown(screen) == MONEY
        hint = line(screen, "hint")
        label = len(line(screen, "label"))
        assert hint.index("^") == label + "kind:money status:plan".index("plan")
        assert '"plan" is no value of status; expected reported, estimate, forecast, target' in hint
        await press(pilot, "enter")
        assert is_open(screen)
        assert "no value of status" in line(screen, "hint")
        assert shown(screen) == MONEY
        await press(pilot, *["backspace"] * 12, "enter")
        assert not is_open(screen)
        assert screen.filter.words == "kind:money"


async def test_what_is_not_finished_is_no_mistake_yet() -> None:
    async with opened(keys=("f", *"kind:money ")) as (pilot, screen, _):
        for letter in "and value":
            await press(pilot, letter)
            assert shown(screen) == MONEY
            assert "^" not in line(screen, "hint")
        await press(pilot, *">1bn")
        assert len(shown(screen)) == 2


async def test_what_is_open_counts_as_closed_until_enter() -> None:
    async with opened(keys=("f", *'(kind:money and (metric:"reven')) as (pilot, screen, _):
        assert shown(screen) == ["NOK 1.94 billion", "$177.4 million"]
        assert "^" not in line(screen, "hint")
        await press(pilot, "enter")
        assert is_open(screen)
        assert "never closed" in line(screen, "hint")
        await press(pilot, *'ue"))', "enter")
        assert not is_open(screen)
        assert shown(screen) == ["NOK 1.94 billion", "$177.4 million"]


async def test_a_word_that_could_become_a_field_is_looked_for_on_enter() -> None:
    async with opened(keys=("f", *"by")) as (pilot, screen, _):
        assert len(shown(screen)) == 14
        await press(pilot, "enter")
        assert screen.filter.words == "by"
        assert shown(screen) == []


async def test_tab_completes_fields_and_values() -> None:
    async with opened(keys=("f", *"kin", "tab")) as (pilot, screen, _):
        field = screen.prompt.field
        assert field.value == "kind:"
        assert "money 4" in line(screen, "hint")
        await press(pilot, *"pe", "tab")
        assert field.value == "kind:percent"
        await press(pilot, *" or unit:", "tab")
        first = field.value
        await press(pilot, "tab")
        assert field.value != first
        await press(pilot, "shift+tab")
        assert field.value == first
        assert screen.front == "figures"


async def test_earlier_filters_come_back_with_up_and_down() -> None:
    keys = ("f", *"kind:money", "enter", "F", "f", *"kind:percent", "enter", "F", "f", *"dra")
    async with opened(keys=keys) as (pilot, screen, _):
        field = screen.prompt.field
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await press(pilot, key)
            seen.append(field.value)
        assert seen == ["kind:percent", "kind:money", "kind:money", "kind:percent", "dra", "dra"]
        await press(pilot, "up", "up")
        assert shown(screen) == MONEY


async def test_searches_have_a_history_of_their_own() -> None:
    keys = ("slash", *"percent", "enter", "f", *"kind:money", "enter", "slash", "up")
    async with opened(keys=keys) as (_, screen, _):
        assert screen.prompt.field.value == "percent"
        assert len(screen.matches) == 4


async def test_escape_brings_the_earlier_filter_back() -> None:
    async with opened(keys=("f", *"kind:money", "enter", "f", *" value>1bn")) as (pilot, screen, _):
        assert len(shown(screen)) == 2
        await press(pilot, "escape")
        assert shown(screen) == MONEY
        await press(pilot, "escape")
        assert len(shown(screen)) == 14


async def test_the_filter_goes_along_to_the_next_document() -> None:
    async with opened("ships", "checked", keys=("f", *"kind:percent", "enter")) as (pilot, screen, _):
        before = shown(screen)
        await press(pilot, "right_curly_bracket")
        assert screen.at == 1
        assert shown(screen) == before
        assert screen.filter.of is screen.index
        await press(pilot, "left_curly_bracket", "f", "escape")
        assert shown(screen) == before


async def test_findings_can_be_asked_for() -> None:
    async with opened("checked", keys=("f", *"check:disagrees", "enter")) as (_, screen, _):
        assert screen.index is not None
        assert list(screen.figures_pane.rows) == sorted(
            at
            for at, found in screen.index.findings.items()
            if any(finding.state == "disagrees" for finding in found)
        )
        assert shown(screen)


async def test_marked_follows_the_marks() -> None:
    async with opened(keys=("space", "j", "space", "f", *"marked", "enter")) as (pilot, screen, _):
        assert list(screen.figures_pane.rows) == sorted(screen.marks)
        assert len(screen.marks) == 2
        await press(pilot, "g", "space")
        assert len(screen.marks) == 1
        assert list(screen.figures_pane.rows) == sorted(screen.marks)
        await press(pilot, "M")
        assert shown(screen) == []


async def test_the_search_stays_while_filtering() -> None:
    async with opened(keys=("slash", *"percent", "enter", "f", *"kind:percent", "enter")) as (
        pilot,
        screen,
        _,
    ):
        assert len(screen.matches) == 4
        await press(pilot, "escape")
        assert len(screen.matches) == 0
        assert screen.filter


async def test_confirming_selects_what_is_in_sight() -> None:
    async with opened(keys=("f", *"kind:percent", "enter")) as (_, screen, _):
        assert screen.selection is not None
        assert screen.selection.at == screen.figures_pane.rows[0]


async def test_a_large_document_is_filtered_beside_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.filters.QUICK", 0)
    async with opened(keys=("f", *"kind:money value>1bn", "enter")) as (pilot, screen, app):
        await app.workers.wait_for_complete()
        assert shown(screen) == ["4.2 billion kroner", "NOK 1.94 billion"]
        await press(pilot, "f", *" unit:USD", "escape")
        await app.workers.wait_for_complete()
        assert shown(screen) == ["4.2 billion kroner", "NOK 1.94 billion"]


async def test_an_expression_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.query.words.PATIENCE", 0.0)
    async with opened(keys=("f", *"/a|b/")) as (pilot, screen, app):
        assert "gave up" in line(screen, "hint")
        assert len(shown(screen)) == 14
        await press(pilot, "enter")
        assert is_open(screen)
        monkeypatch.setattr("tui.screens.filters.QUICK", 0)
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        assert not is_open(screen)
        assert any("gave up" in told for told in app.told)
        assert len(shown(screen)) == 14


# -- the line below -------------------------------------------------------------------------------


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70), st.integers(-30, 12), st.integers(1, 90))
def test_a_mistake_fits_the_width(words: str, first: int, length: int, left: int, width: int) -> None:
    shown = problem_line(QueryError("this means nothing here", first, first + length + 1), words, left, width)
    assert cell_len(str(shown)) <= max(width, 1)


@given(st.lists(st.text("abcd:é币", min_size=1, max_size=30), min_size=1, max_size=20), st.data())
def test_the_chosen_one_is_in_sight(names: list[str], data: st.DataObject) -> None:
    completion = Completion(0, 0, tuple(Choice(name, "7") for name in names))
    chosen = data.draw(st.integers(0, len(names) - 1))
    shown = choices_line(completion, chosen, 8, 40)
    assert names[chosen] in str(shown)
    (lit,) = [span for span in shown.spans if span.style == "reverse"]
    assert shown.plain[lit.start : lit.end] == names[chosen]
