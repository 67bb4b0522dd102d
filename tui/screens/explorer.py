"""The explorer: four panes, one selection, and the keys of ACTIONS."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from tui.actions import ACTIONS, Action
from tui.layout import PANES
from tui.memory import Memory
from tui.panes.bars import KeyBar, TopBar
from tui.panes.base import Pane
from tui.panes.chart import ChartPane
from tui.panes.detail import DetailPane
from tui.panes.figures import FiguresPane
from tui.panes.findings import FindingsPane
from tui.panes.source import SourcePane
from tui.prompt import Prompt
from tui.reader import Here, Reader
from tui.screens.copies import Copies
from tui.screens.desk import Desk
from tui.screens.follows import Follows
from tui.screens.lines import Lines
from tui.screens.tables import Tables
from tui.screens.togethers import Togethers
from tui.search import NOTHING
from tui.settings import DEFAULTS, Settings
from tui.shelf import Entry
from tui.themes import THEMES

LOOK_AGAIN = 3.0
"""Seconds between two looks at whether the file in sight has changed."""

COLLECT = (5_000, 20, 100)
"""When the collector looks for rubbish; with Python's numbers every sixtieth key waited for it."""

BINDINGS = [
    Binding(",".join(action.keys), action.command, action.label, show=False, id=action.id)
    for action in ACTIONS
]
Each = TypeVar("Each", bound=Pane)


class Explorer(Togethers, Lines, Copies, Follows, Tables):
    """Sole owner of document, selection and filter: attributes go down, messages come up."""

    BINDINGS: ClassVar[list[BindingType]] = list(BINDINGS)
    AUTO_FOCUS = None

    def __init__(
        self,
        entries: list[Entry],
        memory: Memory | None = None,
        reader: Reader | None = None,
        actions: Sequence[Action] = ACTIONS,
        settings: Settings = DEFAULTS,
        day: dt.date | None = None,
    ) -> None:
        super().__init__()
        self.day = day
        self.entries = entries
        self.memory = memory
        self.reader = reader or Here()
        self.actions = actions
        self.settings = settings
        self.set_reactive(Desk.columns, settings.columns)
        if entries:
            self.peek()

    def compose(self) -> ComposeResult:
        yield TopBar()
        with Container(id="body"):
            with Container(id="left"):
                yield self._named(FiguresPane(id="figures")).data_bind(
                    *(Desk.index, Desk.selection, Desk.matches, Desk.marks, Desk.labels),
                    *(Desk.filter, Desk.sort, Desk.columns, Desk.notice),
                )
                yield self._named(ChartPane(id="timeline")).data_bind(
                    Desk.index, Desk.selection, Desk.marks, Desk.labels, Desk.window
                )
                yield self._named(FindingsPane(id="findings")).data_bind(
                    Desk.index, Desk.selection, Desk.comparisons
                )
            yield self._named(SourcePane(id="source")).data_bind(
                Desk.index, Desk.selection, Desk.matches, Desk.marks, Desk.labels
            )
        yield DetailPane().data_bind(Desk.index, Desk.selection, Desk.notice)
        yield Prompt()
        yield KeyBar()

    def _named(self, pane: Each) -> Each:
        """A pane that names the keys as they are here."""
        pane.key_names = self.key_names
        return pane

    def on_mount(self) -> None:
        self.call_after_refresh(self._painted)
        self.lay_out()
        self.focus_front()
        self.set_interval(LOOK_AGAIN, self.look_for_change)
        if self.entries:
            self.open_document(0)

    async def _painted(self) -> None:
        """What can wait for the first picture."""
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*COLLECT)
            gc.enable()
        await self.prompt.prepare()

    def on_unmount(self) -> None:
        self.put_away()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out()
        self.tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES:
            self.front = event.widget.id

    def on_pane_picked(self, event: Pane.Picked) -> None:
        self.pick(event.selection)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action.command)

    def watch_selection(self) -> None:
        self.tell()

    def watch_index(self) -> None:
        self.lay_out()
        self.sift_again()
        self.search_again()
        self.recount()

    def watch_comparisons(self) -> None:
        self.lay_out()
        self.recount()

    def watch_matches(self) -> None:
        self.tell()

    def watch_marks(self) -> None:
        if self.filter.marked:
            self.sift_again()
        self.search_again()
        self.tell()

    def watch_filter(self) -> None:
        self.search_again()
        self.tell()

    def watch_notice(self) -> None:
        self.tell()

    def action_move(self, step: str) -> None:
        pane = self.query_one(f"#{self.front}", Pane)
        self.pick(pane.move(step))

    def action_numbers(self) -> None:
        self.source_pane.numbered = not self.source_pane.numbered

    def action_period(self, by: int) -> None:
        self.pick(self.timeline_pane.neighbour(by))

    def action_scale(self, by: int) -> None:
        self.window = self.timeline_pane.scale(by)

    def action_finding(self, by: int) -> None:
        """The next finding that disagrees, or of all where none does; its figures are selected."""
        self.pick(self.findings_pane.step(by))

    def action_detail(self) -> None:
        if self.index is not None and self.selection is not None:
            from tui.screens.detail import DetailScreen

            self.app.push_screen(DetailScreen(*self.index.own(self.selection)))

    def action_help(self) -> None:
        from tui.screens.help import AROUND, WIDEST, HelpScreen

        available = [action.id for action in self.actions if self.works(action)]
        width = min(WIDEST, self.app.size.width - AROUND)
        self.app.push_screen(HelpScreen(self.front, available, self.actions, width))

    def action_theme(self) -> None:
        """The theme after this one."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(at + 1) % len(names)]
        self.say(f"Theme: {self.app.theme}")

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        self.app.action_suspend_process()

    def action_leave(self) -> None:
        self.app.exit(0)

    def action_back(self) -> None:
        """One step back, the newest thing first; never out of the program."""
        if self.prompt.display:
            self.cancel_prompt()
        elif self.selections:
            self.clear_selection()
        elif self.chart.following:
            self.chart.following = False
        elif self.zoomed:
            self.zoomed = False
        elif self.matches.query:
            self.matches = NOTHING
        elif self.filter:
            self.action_clear_filter()
