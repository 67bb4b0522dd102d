"""The explorer's documents: read one after the other beside the interface, never in the way of the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial

from parsers.values import replace
from tui.index import Index
from tui.layout import PANES
from tui.loading import load, peek
from tui.memory import find, note
from tui.reader import Here, Reader
from tui.screens.desk import Desk
from tui.screens.filters import Filters
from tui.search import NOTHING
from tui.shelf import Entry
from tui.state import Selection, Sort
from tui.summary import reading_words
from tui.wording import counted

PATIENCE = 0.5
"""Seconds of reading after which it is said that and what is being read."""


class Reads(Filters):
    """Opening and switching documents."""

    reader: Reader = Here()
    _words = ""
    """The filter that was in force the last time, until it is again."""
    _unprepared = True
    """The rules have not been seen to be ready: at the first start of all they are made so."""
    _arriving = True
    """Nothing has been shown yet: what cannot be read is passed over."""

    def open_document(self, at: int) -> None:
        """Show a document; read it first where that has not happened yet."""
        self.put_away()
        self.at, self.whole = at, None
        entry = self.entries[at]
        if entry.index is not None or entry.problem:
            self._show()
            if self.index is None:
                self._pass_over()
            return
        self.selection, self.matches, self.notice = None, NOTHING, ""
        self.index, self.marks = entry.preview, entry.marks
        self._read(at)
        self.set_timer(PATIENCE, partial(self._tick, at, PATIENCE))

    def peek(self) -> None:
        """Take the text of the first document for the first picture, where that costs next to nothing."""
        peek(self.entries[0])
        self.set_reactive(Desk.index, self.entries[0].preview)

    def action_document(self, by: int) -> None:
        """The next or the previous document that is open."""
        if len(self.entries) > 1:
            self._arriving = False
            self.open_document((self.at + by) % len(self.entries))

    def _read(self, at: int) -> None:
        entry = self.entries[at]
        if entry.reading or entry.index is not None or entry.problem:
            return
        entry.reading = True
        self.run_worker(self._load(entry), group="read", name=f"read {at}")

    async def _load(self, entry: Entry) -> None:
        loop = asyncio.get_running_loop()

        def news_came(preview: Index) -> None:
            loop.call_soon_threadsafe(self._news_came, entry, preview)

        self._arrived(entry, *await self.aside(partial(load, entry, self.reader, news_came)))

    def _news_came(self, entry: Entry, preview: Index) -> None:
        """The text can be read while its figures are still being looked for, and those that are found."""
        if not (entry.reading and self.is_running):
            return
        entry.preview = preview
        if entry is self.entry:
            self.index = preview
            self.selection = self.selection or first_of(preview)

    def _arrived(self, entry: Entry, index: Index | None, problem: str) -> None:
        shown = entry is self.entry
        if shown:
            self.put_away()
        entry.index, entry.problem, entry.reading = index, problem, False
        if problem:
            self.say(problem, problem=True)
        if shown:
            self._show()
            if problem:
                self._pass_over()
        entry.preview = None
        for neighbour in (self.at + 1, self.at - 1):
            if 0 <= neighbour < len(self.entries):
                self._read(neighbour)

    def _show(self) -> None:
        entry = self.entry
        assert entry is not None
        self._recall(entry)
        if not _same_text(self.index, entry.index):
            self.matches = NOTHING
        self.selection = None
        self.window = entry.window
        self.index = entry.index
        self.marks = entry.marks
        self.notice = entry.problem
        if entry.index is not None:
            self._arriving = False
            self.selection = entry.selection or first_of(entry.index)
            if self._words and not self.filter:
                self.sift(self._words, len(self._words))
            self._words = ""

    def _pass_over(self) -> None:
        """What cannot be read does not stand in the way of the others, at the start."""
        if self._arriving:
            following = next((n for n, e in enumerate(self.entries) if not e.problem), None)
            if following is not None:
                self.open_document(following)

    def put_away(self) -> None:
        """Keep what was done in the document that is shown, for when it is shown again."""
        entry = self.entry
        if entry is None or self.index is None or self.index not in (entry.index, entry.preview):
            return
        entry.marks, entry.window = self.marks, self.window
        if self.index is entry.preview:  # it begins at its first figure whether a person went there or not
            entry.selection = None if self.selection == first_of(self.index) else self.selection
            return
        entry.selection = self.selection
        for each in self.spread(entry):
            self._keep(each)

    def spread(self, entry: Entry) -> Iterable[Entry]:
        """The documents in which something was done, where ``entry`` was shown: itself."""
        return (entry,)

    def _keep(self, entry: Entry) -> None:
        """Remember what was done in a document, and how it was looked at."""
        if self.memory is not None and entry.index is not None:
            kept = note(entry.index, entry.selection, entry.marks)
            looks = replace(kept, words=self.filter.words, column=self.sort.column, reverse=self.sort.reverse)
            looks = replace(looks, grouped=self.sort.grouped, front=self.front, zoomed=self.zoomed)
            columns = None if self.columns == self.settings.columns else self.columns
            looks = replace(looks, columns=columns, window=entry.window)
            if problem := self.memory.keep(entry.index.digest, looks):
                self.log.warning(problem)

    def _recall(self, entry: Entry) -> None:
        """Come back to where a person was in this content, the first time that it is shown."""
        if entry.index is None or entry.recalled or self.memory is None:
            return
        entry.recalled = True
        remembered, problem = self.memory.recall(entry.index.digest)
        if problem:
            self.say(f"{entry.name}: {problem}", problem=True)
        if remembered is None:
            return
        selection, marks = find(entry.index, remembered)
        entry.selection, entry.marks = entry.selection or selection, entry.marks | marks
        self._words = remembered.words
        self.sort = Sort(remembered.column, remembered.reverse, remembered.grouped)
        if remembered.columns is not None:
            self.columns = remembered.columns
        entry.window = remembered.window
        if remembered.front in PANES:
            self.front, self.zoomed = remembered.front, remembered.zoomed
        if marks:
            self.say(f"{counted(len(marks), 'mark')} kept from before")

    def _tick(self, at: int, waited: float) -> None:
        entry = self.entries[at]
        if entry is self.entry and entry.reading:
            from parsers import store  # not before the first picture

            first = self._unprepared and not entry.done and not store.holds("rules")
            self._unprepared = first
            self.notice = reading_words(entry.name, waited, first=first)
            self.recount()
            self.set_timer(PATIENCE, partial(self._tick, at, waited + PATIENCE))


def first_of(index: Index) -> Selection | None:
    """What is selected to begin with."""
    if index.document.figures:
        return Selection.figure(0)
    return Selection.moment(0) if index.document.moments else None


def _same_text(before: Index | None, now: Index | None) -> bool:
    return before is not None and now is not None and before.document.text is now.document.text
