"""All documents that are open as one, and back to the one that the selection stands in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.worker import WorkerError

from tui.joining import Joined, join
from tui.screens.opens import Opens
from tui.shelf import Entry
from tui.state import Selection
from tui.wording import counted


class Togethers(Opens):
    """``a``."""

    def action_together(self) -> None:
        """One table, one timeline and one text of all documents; or the one of the selection again."""
        if self.whole is None:
            under_way = any(worker.group == "together" and not worker.is_finished for worker in self.workers)
            if len(self.entries) > 1 and not under_way:
                self.run_worker(self._join(), group="together")
            return
        index, chosen = self.index, self.selection
        part = index.part_of(chosen) if index is not None and chosen is not None else None
        if part is None or index is None or chosen is None:
            self.open_document(self.at)
            return
        self.put_away()
        self.entries[part.place].selection = index.own(chosen)[1]
        self.whole = None
        self.index = None
        self.open_document(part.place)

    async def _join(self) -> None:
        if unread := sum(not (entry.index or entry.problem) for entry in self.entries):
            self.say(f"Reading {counted(unread, 'document')}")
        if reading := [worker for worker in self.workers if worker.group == "read"]:
            try:
                await self.workers.wait_for_complete(reading)
            except WorkerError:  # a person has left meanwhile
                return
        await self._read_rest()
        found = [(at, entry.index) for at, entry in enumerate(self.entries) if entry.index is not None]
        if len(found) < 2:
            self.say("There is only one document to show.", problem=True)
        if len(found) < 2 or self.whole is not None:
            return
        left = len(self.entries) - len(found)
        index = await self.aside(partial(join, found))
        self.put_away()
        entry = Entry(Joined(index), index.name, index, recalled=True)
        for part in index.parts:
            own = self.entries[part.place]
            entry.marks |= {part.figures + at for at in own.marks}
            if part.place == self.at and own.selection is not None:
                first = part.figures if own.selection.is_figure else part.moments
                entry.selection = Selection(own.selection.is_figure, first + own.selection.at)
        self.whole = entry
        self._show()
        if left:
            self.say(f"{counted(left, 'document')} not read", problem=True)

    def spread(self, entry: Entry) -> Iterable[Entry]:
        """The documents in which marks were made or taken away while all were shown."""
        if entry is not self.whole or entry.index is None:
            yield from super().spread(entry)
            return
        for part in entry.index.parts:
            own = self.entries[part.place]
            last = part.figures + len(part.index.document.figures)
            marks = frozenset(at - part.figures for at in entry.marks if part.figures <= at < last)
            if marks != own.marks:
                own.marks = marks
                yield own
