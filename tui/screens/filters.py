"""The explorer's filter: typed in one line, applied as it is typed, in a thread where that takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from parsers.errors import QueryError
from tui.filtering import Study, read, sources_of, study
from tui.index import Index
from tui.screens.frame import Frame
from tui.state import Filter, Selection

if TYPE_CHECKING:
    from parsers.query import Lookup

QUICK = 3_000
"""Figures up to which a filter is applied at once."""
PAUSE = 0.08
"""Seconds without a key before a large document is filtered: letters typed quickly do not wait for it."""


class Filters(Frame):
    """``f`` ``F``."""

    _filter_before: Filter = Filter()
    _lookup: Lookup | None = None
    _asked = 0
    """Counts what was asked, so that only the newest answer is taken."""
    _refused = False
    """The newest words came to nothing."""
    _landing = False
    """The filter was confirmed: the selection goes to what it shows."""

    async def action_filter(self) -> None:
        """Open the line for a filter; the one in force stands in it."""
        await self.prompt.prepare()
        self._filter_before = self.filter
        self.prompt.open("filter", self.filter.words)
        self.tell()
        self._tell_filter()
        self.sift(self.filter.words, len(self.filter.words))

    def action_clear_filter(self) -> None:
        """Show all figures again."""
        self._asked += 1
        self.filter = Filter()

    def sift(self, words: str, cursor: int, *, typing: bool = False) -> None:
        """Apply words to the document; what is wrong with them is told while the last filter stays."""
        if self.index is None:
            return
        self._asked += 1
        asked = self._asked
        call = partial(study, words, cursor, self.index, self._look(self.index), self.marks, typing=typing)
        if len(self.index.document.figures) <= QUICK:
            self._studied(call())
        else:
            waited = partial(call, wanted=lambda: asked == self._asked)
            self.run_worker(self._sift_aside(asked, waited), group="filter")

    def sift_again(self) -> None:
        """Apply the filter in force to a document that has come, or to marks that have changed."""
        if self.filter:
            self.sift(self.filter.words, len(self.filter.words))

    def filter_confirmed(self, words: str) -> bool:
        """Enter: whether the words mean something and the line can go."""
        if self.index is not None:
            try:
                read(words, self.index, self.marks)
            except QueryError as problem:
                self.prompt.refuse(problem)
                return False
        self.prompt.remember(words)
        self._landing, self._refused = True, False
        if self.filter.words == words:
            self._land()
        else:
            self.sift(words, len(words))
        return not self._refused

    def filter_cancelled(self) -> None:
        """Escape: as it was before the line was opened."""
        self._asked += 1
        self.filter = self._filter_before
        if self.filter and self.filter.of is not self.index:
            self.sift_again()

    async def _sift_aside(self, asked: int, call: Callable[[], Study | None]) -> None:
        await asyncio.sleep(PAUSE)
        found = await self.aside(call) if asked == self._asked else None
        if asked == self._asked:
            self._studied(found)

    def _studied(self, found: Study | None) -> None:
        if found is None:
            return
        self._refused = found.problem is not None
        if found.filter is not None:
            self.filter = found.filter
        if self.prompt.display and self.prompt.purpose == "filter":
            self.prompt.offer(found.words, found.completion, found.problem)
            self._tell_filter()
        elif found.problem is not None:
            self.say(str(found.problem), problem=True)
        if self._landing:
            self._land()

    def _land(self) -> None:
        """Select the first figure in sight where the selection is not."""
        self._landing = False
        rows = self.figures_pane.rows
        if rows and not self.figures_pane.shows(self.selection):
            self.pick(Selection.figure(rows[0]))

    def _look(self, index: Index) -> Lookup:
        from parsers.query import Lookup

        if self._lookup is None or self._lookup.document is not index.document:
            self._lookup = Lookup(index.document, sources_of(index))
        return self._lookup

    def _tell_filter(self) -> None:
        shown = len(self.figures_pane.rows)
        self.prompt.tell(f"{shown:,} of {len(self.index.document.figures):,}" if self.index else "")
