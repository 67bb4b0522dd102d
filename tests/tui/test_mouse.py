"""The mouse helps: a click selects, a column's head sorts, a drag copies source text, the wheel scrolls."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.scenes import TEXT, USUAL, WIDE, Ready, empty, messages, settle, ships
from tui.app import FigscopeApp
from tui.clipboard import Certainty, CopyResult
from tui.screens.explorer import Explorer
from tui.state import Selection
from tui.themes import THEMES


class Tried(FigscopeApp):
    """The program, with a clipboard that remembers instead of copying."""

    def __init__(self) -> None:
        super().__init__([Ready("norvik.txt", ships()), Ready("quiet.txt", empty())], theme="figscope-dark")
        self.copied: list[str] = []

    def copy_by_ways(self, text: str) -> CopyResult:
        self.copied.append(text)
        return CopyResult("OSC 52", Certainty.SENT, len(text))


@asynccontextmanager
async def opened(size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Pilot[Any], Explorer, Tried]]:
    app = Tried()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        yield pilot, screen, app


async def test_a_click_on_a_row_selects() -> None:
    async with opened() as (pilot, screen, _):
        await pilot.click("#figures", offset=(10, 6))
        await settle(pilot)
        assert screen.selection == Selection.figure(4)


async def test_a_click_on_a_mention_selects_and_gives_the_keys() -> None:
    async with opened() as (pilot, screen, _):
        row, column = screen.source_pane.place_of(TEXT.index("$384 million"))
        await pilot.click("#source", offset=(column + 2, row + 1))
        await settle(pilot)
        assert screen.selection == Selection.figure(1)
        assert screen.front == "source"
        await pilot.click("#source", offset=(4, 2))
        await settle(pilot)
        assert screen.selection == Selection.figure(1)


async def test_a_click_on_a_lane_selects_its_date() -> None:
    async with opened() as (pilot, screen, _):
        await pilot.click("#timeline", offset=(5, 5))
        await settle(pilot)
        assert screen.index is not None
        assert screen.selection == Selection.moment(screen.index.lanes[2].moments[0])


async def test_a_click_on_a_head_sorts() -> None:
    async with opened() as (pilot, screen, _):
        await pilot.click("#figures", offset=(6, 1))
        await settle(pilot)
        assert screen.sort.column == "written"
        await pilot.click("#figures", offset=(6, 1))
        await settle(pilot)
        assert screen.sort.column is None


async def test_a_click_on_a_key_does_it() -> None:
    async with opened() as (pilot, screen, _):
        column = next(at for at, action, _ in screen.key_bar.shown() if action.id == "filter")
        await pilot.click("KeyBar", offset=(column, 0))
        await settle(pilot)
        assert screen.prompt.display


async def test_a_drag_selects_source_text_and_ctrl_c_copies_it() -> None:
    async with opened() as (pilot, screen, app):
        row, column = screen.source_pane.place_of(TEXT.index("Revenue rose"))
        await pilot.mouse_down("#source", offset=(column + 1, row + 1))
        await pilot.hover("#source", offset=(column + 8, row + 1))
        await pilot.hover("#source", offset=(column + 20, row + 2))
        await pilot.mouse_up("#source", offset=(column + 20, row + 2))
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert app.is_running
        (copied,) = app.copied
        assert copied.startswith("Revenue rose 12 percent")
        assert copied.rstrip("\n") in TEXT
        assert "sent to the terminal (cannot confirm)" in messages(app)[-1]
        await pilot.press("escape")
        assert not screen.selections


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_the_mouse_chose_is_seen_in_each_theme(theme: str) -> None:
    async with opened() as (pilot, screen, app):
        app.theme = theme
        await settle(pilot)
        row, column = screen.source_pane.place_of(TEXT.index("Revenue rose"))
        looks = [screen.source_pane.render_line(row)]
        await pilot.mouse_down("#source", offset=(column + 1, row + 1))
        await pilot.hover("#source", offset=(column + 8, row + 1))
        await pilot.hover("#source", offset=(column + 12, row + 1))
        await settle(pilot)
        looks.append(screen.source_pane.render_line(row))
        await pilot.mouse_up("#source", offset=(column + 12, row + 1))
        before, chosen = (strip.crop(column + 1, column + 4)._segments[0].style for strip in looks)  # noqa: SLF001
        assert before is not None
        assert chosen is not None
        assert (before.bgcolor, before.reverse) != (chosen.bgcolor, chosen.reverse)


async def test_the_wheel_scrolls_without_selecting() -> None:
    async with opened(USUAL) as (_, screen, _):
        before = screen.selection
        screen.source_pane.scroll_to(y=0, animate=False, force=True)
        screen.source_pane._on_mouse_scroll_down(wheel(screen))  # noqa: SLF001
        assert screen.source_pane.scroll_offset.y > 0
        assert screen.selection == before


def wheel(screen: Explorer) -> Any:
    from textual.events import MouseScrollDown

    return MouseScrollDown(screen.source_pane, 3, 3, 0, 0, 0, False, False, False)
