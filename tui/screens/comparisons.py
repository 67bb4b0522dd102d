"""What the documents that are open say of the same things, found beside the interface."""

from __future__ import annotations

from functools import partial

from tui.index import Index
from tui.screens.reads import Reads
from tui.shelf import Entry

MOST = 50
"""So many documents, those read last, are compared with each other."""


class Comparisons(Reads):
    """Compares anew whenever another document has been read."""

    def _arrived(self, entry: Entry, index: Index | None, problem: str) -> None:
        super()._arrived(entry, index, problem)
        read = [entry.index.document for entry in self.entries if entry.index is not None]
        if index is not None and len(read) > 1:
            self.run_worker(self._compare(), group="compare", exclusive=True)

    async def _compare(self) -> None:
        from parsers.findings.compare import compare

        read = [entry.index.document for entry in self.entries if entry.index is not None]
        self.comparisons = await self.aside(partial(compare, read[-MOST:]))
