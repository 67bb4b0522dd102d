"""The explorer's search and its line: typed, live, undone by Escape."""

from __future__ import annotations

from functools import partial

from textual import work
from textual.worker import get_current_worker

from tui.jumping import label
from tui.panes.base import Pane
from tui.prompt import Prompt
from tui.screens.filters import Filters
from tui.screens.jump import JumpScreen
from tui.search import NOTHING, Matches, find_matches
from tui.state import Selection

LARGE = 500_000
"""Characters from which a search runs in a thread."""


class Searches(Filters):
    """``/`` ``n`` ``N``, and the line that the filter uses too."""

    _origin: Selection | None = None
    _before: Matches = NOTHING

    async def action_search(self) -> None:
        """Open the line for a search, from where the selection is."""
        await self.prompt.prepare()
        self._origin, self._before = self.selection, self.matches
        self.prompt.open("search", "")
        self.tell()

    def action_jump(self, by: int) -> None:
        """The next or the previous match."""
        if len(self.matches):
            self.matches = self.matches.at(self.matches.current + by)
            self._select_match()

    def action_label(self) -> None:
        """Letters on everything in sight; typing them selects it."""
        panes = [pane for pane in self.query(Pane) if pane.display]
        labels = label(mention for pane in panes for mention in pane.in_view())
        if labels:
            self.labels = labels
            self.app.push_screen(JumpScreen(labels, partial(setattr, self, "labels")), self._jumped)

    def _jumped(self, selection: Selection | None) -> None:
        self.labels = {}
        self.pick(selection)

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == "filter":
            self.sift(event.words, event.cursor, typing=True)
        else:
            self._find(event.words)

    def on_prompt_done(self, event: Prompt.Done) -> None:
        """Enter keeps what is found; an empty search ends the search before it."""
        if event.purpose == "filter":
            if not self.filter_confirmed(event.words):
                return
        elif event.words:
            self.prompt.remember(event.words)
        else:
            self.matches = NOTHING
        self._leave_prompt()

    def cancel_prompt(self) -> None:
        """Escape: as it was before the line was opened."""
        if self.prompt.purpose == "filter":
            self.filter_cancelled()
        else:
            self.workers.cancel_group(self, "search")
            self.matches = self._before
            self.pick(self._origin)
        self._leave_prompt()

    def _leave_prompt(self) -> None:
        self.prompt.close()
        self.focus_front()
        self.tell()

    def _find(self, words: str) -> None:
        if self.index is None:
            return
        if len(self.index.document.text) > LARGE:
            self._find_in_thread(self.index.document.text, words)
        else:
            self._found(find_matches(self.index.document.text, words))

    @work(thread=True, exclusive=True, group="search", description="search")
    def _find_in_thread(self, text: str, words: str) -> None:
        matches = find_matches(text, words)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._found, matches)

    def _found(self, matches: Matches) -> None:
        start = self.index.span(self._origin)[0] if self.index and self._origin else 0
        self.matches = matches.from_offset(start) if len(matches) else matches
        self.prompt.tell(self.matches.label() if self.matches.query else "")
        self._select_match()

    def _select_match(self) -> None:
        """Select the mention that the current match touches, where there is one."""
        if self.index is None or not len(self.matches):
            return
        current = self.matches.current
        start, end = self.matches.starts[current], self.matches.ends[current]
        self.pick(next((m[2] for m in self.index.between(start, end)), None))
