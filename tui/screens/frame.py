"""The explorer's frame: which panes are in sight, and what the first and the last line say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.actions import Action
from tui.availability import Situation, possible
from tui.layout import PANES, Shape, panes_shown, shape_of
from tui.panes.findings import disagreeing
from tui.screens.desk import Desk
from tui.summary import counts, position


class Frame(Desk):
    """``Tab`` ``1`` ``2`` ``3`` ``4`` ``z``, the top bar and the key bar."""

    top: str = "figures"
    """The pane beside the source that was in front last."""
    counts: tuple[str, ...] = ()

    @cached_property
    def footer(self) -> Sequence[Action]:
        """The actions of the last line."""
        return [action for action in self.actions if action.footer and action.keys]

    def watch_front(self, front: str) -> None:
        if front != "source":
            self.top = front
        self.lay_out()
        self.tell()

    def watch_zoomed(self) -> None:
        self.lay_out()
        self.tell()

    def works(self, action: Action) -> bool:
        """Whether an action does something here and now."""
        return possible(action, self.front, self._situation())

    def action_pane(self, by: int) -> None:
        shown = list(PANES)
        self.action_show_pane(shown[(shown.index(self.front) + by) % len(shown)])

    def action_show_pane(self, pane: str) -> None:
        self.front = pane
        if not self.prompt.display:
            self.focus_front()

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed

    def _situation(self) -> Situation:
        return Situation(
            index=self.index,
            selection=self.selection,
            documents=len(self.entries),
            matches=len(self.matches),
            marks=len(self.marks),
            filtered=bool(self.filter),
            file=self.entry is not None and getattr(self.entry.source, "path", None) is not None,
        )

    def lay_out(self) -> None:
        """Which panes are in sight, and how they lie."""
        if not self.stands:
            return
        shape = shape_of(*self.app.size)
        for each in Shape:
            self.set_class(each is shape, f"-{each}")
        told = disagreeing(self.index, self.comparisons) > 0
        shown = panes_shown(shape, self.front, self.top, zoomed=self.zoomed, told=told)
        for pane in PANES:
            self.query_one(f"#{pane}").display = pane in shown
        self.query_one("#left").display = bool(shown - {"source"})
        if not self.prompt.display:
            self.focus_front()

    def _make_room(self, shape: Shape) -> None:
        """A line that is typed stands in the place of the detail, so that the panes stay where they are."""
        taken = self.prompt.lines
        lines = 2 if shape is Shape.WIDE else 1
        self.detail_pane.display = lines > taken
        self.detail_pane.set_class(lines > taken > 0, "-short")

    def recount(self) -> None:
        done = self.entry.done if self.entry else 0.0
        self.counts = counts(self.index, disagreeing(self.index, self.comparisons), done)
        self.tell()

    def tell(self) -> None:
        """What the first and the last line say."""
        if not self.stands:
            return
        shape = shape_of(self.size.width, self.size.height)
        self._make_room(shape)
        entry = self.entry
        name = entry.name if entry else ""
        where = f"{self.at + 1}/{len(self.entries)}" if len(self.entries) > 1 and not self.whole else ""
        self.top_bar.left = position(shape, self.front, name, where, self.counts, self.key_names)
        change = entry.change if entry else ""
        self.top_bar.right = f"{change}; {self.key_names['document-reread']} reads it again" if change else ""
        if self.prompt.display:
            keys = "Tab completes  " if self.prompt.purpose == "filter" else ""
            self.key_bar.actions, self.key_bar.news = (), f"{keys}\u2191 earlier  Enter keeps  Esc undoes"
            return
        now = self._situation()
        here = (action for action in self.footer if possible(action, self.front, now))
        self.key_bar.actions = tuple(sorted(here, key=lambda action: action.rank(self.front)))
        news = [f"{len(self.marks)} marked"] if self.marks else []
        if self.matches.query:
            news.append(f'{self.matches.label()} "{self.matches.query}"')
        self.key_bar.news = "  ".join(news)
