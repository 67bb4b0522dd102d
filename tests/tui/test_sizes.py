"""No size of terminal breaks the explorer, whatever is on the screen while it changes."""

from __future__ import annotations

import pytest

from tests.scenes import LARGE, SMALL, USUAL, WIDE, Scene, app_of, play, settle, shown
from tui.layout import PANES, Shape, panes_shown, shape_of
from tui.screens.explorer import Explorer

STORM = (
    *((1, 1), (2, 1), (1, 30), (200, 1), (3, 3), (7, 4), SMALL, (59, 17), (60, 18), USUAL),
    *((99, 40), (100, 15), (100, 16), WIDE, LARGE, (10, 60), (1, 1), USUAL),
)


@pytest.mark.parametrize(
    "keys",
    [(), ("2",), ("3", "z"), ("slash", "e"), ("y",), ("enter",), ("question_mark",), ("o",), ("f", "r")],
    ids=["figures", "timeline", "source", "search", "copy", "detail", "help", "documents", "filter"],
)
async def test_storm(keys: tuple[str, ...]) -> None:
    app = app_of(Scene("storm"))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, keys)
        for size in STORM:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await pilot.press("down")
        assert app.is_running
        assert app.screen_stack[0].size == app.size


@pytest.mark.parametrize("size", [(1, 1), (5, 2), SMALL])
async def test_it_can_begin_small(size: tuple[int, int]) -> None:
    app = app_of(Scene("small"))
    async with app.run_test(size=size) as pilot:
        await play(pilot, ("j", "3", "l", "2", "plus", "tab", "G", "slash", "a", "enter", "n"))
        assert app.is_running


async def test_one_pane_at_a_time_on_a_small_terminal() -> None:
    app = app_of(Scene("small"))
    async with app.run_test(size=SMALL) as pilot:
        for key, pane in (("1", "figures"), ("2", "timeline"), ("3", "source")):
            await play(pilot, (key,))
            assert [p for p in PANES if app.screen.query_one(f"#{p}").display] == [pane]
            assert f"[{key} {pane.title()}]" in shown(app)


def test_shapes() -> None:
    assert shape_of(*WIDE) is shape_of(*LARGE) is Shape.WIDE
    assert shape_of(*USUAL) is Shape.TALL
    assert shape_of(*SMALL) is shape_of(1, 1) is Shape.SINGLE


def test_panes_in_sight() -> None:
    assert panes_shown(Shape.WIDE, "source", "figures", zoomed=False) == set(PANES)
    assert panes_shown(Shape.WIDE, "source", "figures", zoomed=True) == {"source"}
    assert panes_shown(Shape.WIDE, "source", "figures", zoomed=False, told=False) == set(PANES) - {"findings"}
    assert panes_shown(Shape.WIDE, "findings", "findings", zoomed=False, told=False) == set(PANES)
    assert panes_shown(Shape.TALL, "source", "timeline", zoomed=False) == {"timeline", "source"}
    assert panes_shown(Shape.SINGLE, "timeline", "timeline", zoomed=False) == {"timeline"}


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (110, "norvik-lines.txt   14 figures   1 finding   8 dates"),
        (110, "changed on disk; R reads it again"),
        (60, "norvik-lines.txt"),
        (40, "changed on disk"),
    ],
)
async def test_what_has_become_of_the_file_is_told_at_every_width(width: int, said: str) -> None:
    app = app_of(Scene("x", documents=("checked",)))
    async with app.run_test(size=(width, 12)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, Explorer)
        screen.entries[0].change = "changed on disk"
        screen.tell()
        await settle(pilot)
        first = shown(app).splitlines()[0]
        assert said in first
        assert "changed on disk" in first
