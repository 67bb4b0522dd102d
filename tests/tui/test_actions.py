"""Every action of the registry, on each of its keys: what is different after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.scenes import USUAL, WIDE
from tests.tui.test_keys import Tried, opened, press
from tui.actions import ACTIONS, BY_ID
from tui.screens.explorer import Explorer

See = Callable[[Explorer, Tried], object]


@dataclass(frozen=True, slots=True)
class Case:
    """What is looked at, what it is after the action, and what is done before."""

    see: See
    after: object
    before: tuple[str, ...] = ()
    documents: tuple[str, ...] = ("ships", "checked")
    size: tuple[int, int] = WIDE


def at(screen: Explorer, _app: Tried) -> object:
    """The position of the selected figure, or of the selected date as "m0"."""
    chosen = screen.selection
    return None if chosen is None else chosen.at if chosen.is_figure else f"m{chosen.at}"


def front(screen: Explorer, _app: Tried) -> object:
    return screen.front


def over(_screen: Explorer, app: Tried) -> object:
    """What lies over the explorer."""
    return type(app.screen).__name__


def line(screen: Explorer, _app: Tried) -> object:
    """What the line for typing is open for."""
    return screen.prompt.purpose if screen.prompt.display else ""


def rows(screen: Explorer, _app: Tried) -> object:
    return len(screen.figures_pane.rows)


def sort(screen: Explorer, _app: Tried) -> object:
    return screen.sort.column, screen.sort.reverse, screen.sort.grouped


def label(screen: Explorer, _app: Tried) -> object:
    return screen.matches.label()


def days(screen: Explorer, _app: Tried) -> object:
    """How many days a column of the timeline stands for, in steps of a zoom."""
    axis, whole = screen.timeline_pane.axis, screen.timeline_pane._whole  # noqa: SLF001
    return "all" if axis == whole else "part"


def again(_screen: Explorer, app: Tried) -> object:
    """The beginning of the newest message."""
    return app.told[-1].partition(":")[0] if app.told else ""


def page(screen: Explorer, _app: Tried) -> object:
    """The rows gone down, in pages of the figures pane."""
    row = screen.selection.at if screen.selection else 0
    return {0: "top", screen.figures_pane.page: "page", screen.figures_pane.page // 2: "half"}.get(row)


SEARCH = ("slash", *"percent", "enter")
CASES: dict[str, Case] = {
    "move-up": Case(at, 0, ("j",)),
    "move-down": Case(at, 1),
    "move-left": Case(lambda s, _: s.figures_pane.column, "written", ("l",)),
    "move-right": Case(lambda s, _: s.figures_pane.column, "value"),
    "move-page-up": Case(at, 0, ("pagedown",)),
    "move-page-down": Case(page, "page", size=USUAL),
    "move-half-up": Case(at, 0, ("ctrl+d",)),
    "move-half-down": Case(page, "half"),
    "move-top": Case(at, 0, ("G",)),
    "move-bottom": Case(at, 13),
    "pane-next": Case(front, "timeline"),
    "pane-previous": Case(front, "findings"),
    "pane-figures": Case(front, "figures", ("3",)),
    "pane-timeline": Case(front, "timeline"),
    "pane-source": Case(front, "source"),
    "pane-findings": Case(front, "findings"),
    "pane-zoom": Case(lambda s, _: s.zoomed, True),
    "detail": Case(over, "DetailScreen"),
    "search": Case(line, "search"),
    "jump": Case(over, "JumpScreen"),
    "line-go": Case(line, "line"),
    "search-next": Case(label, "2/4", SEARCH),
    "search-previous": Case(label, "4/4", SEARCH),
    "filter": Case(line, "filter"),
    "filter-clear": Case(rows, 14, ("f", *"kind:money", "enter")),
    "copy": Case(over, "CopyMenu"),
    "copy-marked": Case(over, "CopyMenu", ("m",)),
    "mark": Case(lambda s, _: s.marks, {0}),
    "mark-next": Case(at, 2, ("m", "j", "m", "g")),
    "mark-previous": Case(at, 2, ("m", "j", "m", "g")),
    "mark-clear": Case(lambda s, _: s.marks, set(), ("m",)),
    "sort": Case(sort, ("value", False, False), ("l",)),
    "sort-group": Case(sort, ("value", False, True), ("l",)),
    "sort-reverse": Case(sort, (None, True, False)),
    "columns": Case(over, "ColumnMenu"),
    "columns-set": Case(lambda s, _: s.columns, ("written", "sign", "value", "unit")),
    "finding-next": Case(at, 4, documents=("checked", "ships")),
    "finding-previous": Case(at, 4, documents=("checked", "ships")),
    "lines": Case(lambda s, _: s.source_pane.numbered, True),
    "time-previous": Case(at, "m4", ("2", "g", "right_square_bracket", "right_square_bracket")),
    "time-next": Case(at, "m4", ("2", "g")),
    "time-in": Case(days, "part", ("minus",) * 8),
    "time-out": Case(days, "all", ("minus",) * 8),
    "follow": Case(lambda s, _: s.chart.following, True, ("j",), ("years",)),
    "document-open": Case(over, "DocumentsScreen"),
    "document-reread": Case(again, "Read again", documents=("seed",)),
    "document-all": Case(lambda screen, _: len(screen.index.parts if screen.index else ()), 2),
    "document-next": Case(lambda s, _: s.at, 1),
    "document-previous": Case(lambda s, _: s.at, 1),
    "theme": Case(lambda _, app: app.theme, "figscope-light"),
    "back": Case(lambda s, _: s.zoomed, False, ("z",)),
    "help": Case(over, "HelpScreen"),
    "palette": Case(over, "CommandPalette"),
    "suspend": Case(lambda _, app: app.stopped, True),
    "quit": Case(lambda _, app: app.return_code, 0),
}
STAYS = {"time-out", "lines"}
"""Actions whose effect is a state that may be there before."""


def test_every_action_is_tried() -> None:
    assert set(CASES) == set(BY_ID)


@pytest.mark.parametrize(
    ("name", "key"), [(action.id, key) for action in ACTIONS for key in action.keys], ids=str
)
async def test_each_key_of_each_action(name: str, key: str) -> None:
    case = CASES[name]
    async with opened(*case.documents, keys=case.before, size=case.size) as (pilot, screen, app):
        if name not in STAYS:
            assert case.see(screen, app) != case.after
        await press(pilot, key)
        assert case.see(screen, app) == case.after
