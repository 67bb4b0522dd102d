"""What the explorer owns: the document, the selection, the filter, and the little beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui import paint
from tui.actions import ACTIONS, Action, first_keys
from tui.index import Index
from tui.memory import Memory
from tui.panes.bars import KeyBar, TopBar
from tui.panes.detail import DetailPane
from tui.panes.figures import FiguresPane
from tui.panes.findings import FindingsPane
from tui.panes.source import SourcePane
from tui.panes.timeline import TimelinePane
from tui.prompt import Prompt
from tui.search import NOTHING, Matches
from tui.settings import DEFAULTS, Settings
from tui.shelf import Entry
from tui.state import Filter, Selection, Sort
from tui.threads import in_thread

if TYPE_CHECKING:
    from parsers.findings.compare import Comparison

Result = TypeVar("Result")
NO_COMPARISONS: tuple[Comparison, ...] = ()


class Desk(Screen[None]):
    """The reactives that come down into the panes, and what all parts of the explorer use.

    The looks of all panes stand here once: Textual works out the styles of each holder of them anew
    whenever its classes or its focus change.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(paint.STYLES)

    focused: var[Widget | None] = var[Widget | None](None)
    """As Textual has it, but that a change of it does not draw the whole screen: what gets or loses the keys
    draws itself."""

    index: var[Index | None] = var[Index | None](None)
    selection: var[Selection | None] = var[Selection | None](None)
    filter: var[Filter] = var(Filter())
    sort: var[Sort] = var(Sort())
    columns: var[tuple[str, ...]] = var[tuple[str, ...]](())
    marks: var[frozenset[int]] = var(frozenset[int]())
    matches: var[Matches] = var(NOTHING)
    window: var[tuple[int, ...]] = var[tuple[int, ...]](())
    labels: var[Mapping[Selection, str]] = var[Mapping[Selection, str]](MappingProxyType({}))
    notice: var[str] = var("")
    comparisons: var[tuple[Comparison, ...]] = var(NO_COMPARISONS)
    front: var[str] = var("figures")
    zoomed: var[bool] = var(False)

    entries: list[Entry]
    actions: Sequence[Action] = ACTIONS
    """What a person can do here, with the keys that they want."""
    settings: Settings = DEFAULTS
    memory: Memory | None = None
    at: int = 0
    whole: Entry | None = None
    """All documents as one, while that is what is shown."""

    @property
    def entry(self) -> Entry | None:
        """What is shown."""
        return self.whole or (self.entries[self.at] if self.entries else None)

    @cached_property
    def key_names(self) -> Mapping[str, str]:
        """The first key of each action, by the action's id."""
        return first_keys(self.actions)

    @property
    def figures_pane(self) -> FiguresPane:
        return self.query_one(FiguresPane)

    @property
    def timeline_pane(self) -> TimelinePane:
        return self.query_one(TimelinePane)

    @property
    def findings_pane(self) -> FindingsPane:
        return self.query_one(FindingsPane)

    @property
    def source_pane(self) -> SourcePane:
        return self.query_one(SourcePane)

    @property
    def prompt(self) -> Prompt:
        return self.query_one(Prompt)

    @property
    def top_bar(self) -> TopBar:
        return self.query_one(TopBar)

    @property
    def key_bar(self) -> KeyBar:
        return self.query_one(KeyBar)

    @property
    def detail_pane(self) -> DetailPane:
        return self.query_one(DetailPane)

    @property
    def stands(self) -> bool:
        """Whether it is there, and is not being taken apart."""
        return self.is_mounted and self.is_attached and self.app.is_running

    async def aside(self, call: Callable[[], Result]) -> Result:
        """The result of a call that runs in a thread; who waits for it ends where the explorer is left."""
        result = await in_thread(call)
        if not self.stands:
            raise asyncio.CancelledError
        return result

    def pick(self, selection: Selection | None) -> None:
        """Select something; ``None`` leaves the selection as it is."""
        if selection is not None:
            self.selection = selection

    def say(self, message: str, *, problem: bool = False) -> None:
        """One line for the person, never read as markup."""
        if problem:
            self.notify(message, severity="warning", timeout=6, markup=False)
        else:
            self.notify(message, timeout=3, markup=False)

    def focus_front(self) -> None:
        """Give the keys to the pane in front."""
        self.query_one(f"#{self.front}").focus(scroll_visible=False)
