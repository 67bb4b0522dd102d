"""The explorer's search and its line: typed, live, undone by Escape."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cached_property, partial
from threading import Lock

from tui.index import Index
from tui.jumping import label
from tui.panes.base import Pane
from tui.prompt import Prompt
from tui.screens.filters import PAUSE, Filters
from tui.screens.jump import JumpScreen
from tui.search import NOTHING, Matches, Rows, find_matches, find_wanted
from tui.state import Selection

LARGE = 500_000
"""Characters from which a search runs in a thread."""


class Searches(Filters):
    """``/`` ``n`` ``N``, and the line that the filter uses too."""

    _origin: Selection | None = None
    _before: Matches = NOTHING
    _landed: Selection | None = None
    """What was selected when the current match was reached: whoever went on from there searches from where
    they are."""
    _sought = 0
    """Counts the searches, so that only what the newest finds is taken."""
    _rows: tuple[tuple[object, ...], Rows] | None = None
    """What the words of the rows were made from, and these words."""

    @cached_property
    def _making(self) -> Lock:
        """Held while the words are made."""
        return Lock()

    async def action_search(self) -> None:
        """Open the line for a search, from where the selection is."""
        await self.prompt.prepare()
        self._origin, self._before = self.selection, self.matches
        self.prompt.open("search", "")
        self.tell()

    def action_jump(self, by: int) -> None:
        """The next or the previous match, from the selection on."""
        if not len(self.matches):
            return
        if self.index is None or self.selection is None or self.selection == self._landed:
            self.matches = self.matches.at(self.matches.current + by)
        else:
            self.matches = self.matches.beside(*self.index.span(self.selection), by)
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
        elif event.purpose == "search":
            self._find(event.words)

    def on_prompt_done(self, event: Prompt.Done) -> None:
        """Enter keeps what is found; an empty search ends the search before it."""
        if event.purpose == "filter":
            if not self.filter_confirmed(event.words):
                return
        elif event.purpose != "search":
            return
        elif event.words:
            self.prompt.remember(event.words)
        else:
            self._sought += 1
            self.matches = NOTHING
        under_way = event.purpose == "search" and event.words != self.matches.query
        self._leave_prompt(again=not under_way)

    def cancel_prompt(self) -> None:
        """Escape: as it was before the line was opened."""
        if self.prompt.purpose == "filter":
            self.filter_cancelled()
        else:
            self._sought += 1
            self.matches = self._before
            self.pick(self._origin)
        self._leave_prompt()

    def _leave_prompt(self, *, again: bool = True) -> None:
        self.prompt.close()
        self.focus_front()
        if again:
            self.search_again()
        self.tell()

    def search_again(self) -> None:
        """The same search once other figures are there or shown; nothing is selected by it."""
        if self.index is not None and self.matches.query and not self.prompt.display:
            here = self.matches.starts[self.matches.current] if len(self.matches) else 0
            self._find(self.matches.query, here)

    def _find(self, words: str, here: int | None = None) -> None:
        """Search; ``here`` is where a search was that is only done again."""
        if self.index is None:
            return
        self._sought += 1
        make = self._make_rows(self.index)
        if len(self.index.document.text) > LARGE:
            aside = self._find_aside(self._sought, self.index.document.text, words, make, here)
            self.run_worker(aside, group="search")
        else:
            self._found(find_matches(self.index.document.text, words, make()), here)

    async def _find_aside(
        self, sought: int, text: str, words: str, make: Callable[[], Rows], here: int | None
    ) -> None:
        """The matches of the text first; those of the rows once their words are there."""

        def wanted() -> bool:
            return sought == self._sought

        def search(rows: Callable[[], Rows] | None) -> Matches | None:
            return find_wanted(text, words, rows() if rows else None, wanted)

        if here is None:
            await asyncio.sleep(PAUSE)
        for rows in (None, make):
            matches = await self.aside(partial(search, rows)) if wanted() else None
            if matches is None or not wanted():
                return
            if rows is None or matches.in_rows:
                self._found(matches, here)

    def _make_rows(self, index: Index) -> Callable[[], Rows]:
        """A call that gives the words of the rows in the table; they are made once."""
        from tui.search_rows import row_words

        names = tuple(column.id for column, _ in self.figures_pane.fitted)
        kept = self.filter.kept if self.filter and self.filter.of is index else None
        source = (index, names, kept)

        def make() -> Rows:
            with self._making:
                if self._rows is None or self._rows[0] != source:
                    every = range(len(index.document.figures)) if kept is None else kept
                    self._rows = (source, row_words(index, names, every))
                return self._rows[1]

        return make

    def _found(self, matches: Matches, here: int | None = None) -> None:
        if here is not None:
            self.matches = matches.from_offset(here) if len(matches) else matches
            return
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
        touched = list(self.index.between(start, end))
        own = [each for first, last, each in touched if (first, last) == (start, end) and each.is_figure]
        self.pick(next(iter(own or [each for _, _, each in touched]), None))
        self._landed = self.selection
