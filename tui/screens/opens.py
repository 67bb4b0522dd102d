"""Opening more documents, and reading one again whose file has changed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from parsers.errors import UnreadableError
from tui.index import Index
from tui.keeping import carried
from tui.loading import load
from tui.screens.comparisons import Comparisons
from tui.shelf import Entry, make_shelf, one_line
from tui.sources import Prepared, prepare
from tui.stamp import change_of
from tui.state import Selection
from tui.wording import counted

ENOUGH = 50_000_000
"""Characters of documents beyond which the others of a folder are read only when they are opened."""


class Opens(Comparisons):
    """``o`` ``R``."""

    day: dt.date | None = None
    """The articles' day, where a person has given it for all."""

    def action_documents(self) -> None:
        """The documents with their counts, and the way to others; what is not read yet is read meanwhile."""
        from tui.screens.documents import DocumentsScreen

        self.app.push_screen(DocumentsScreen(self.entries, self.at), self._chosen)
        self.run_worker(self._read_rest(), group="rest", exclusive=True)

    def action_reread(self) -> None:
        """Read the file again; what is selected and marked stays where it is still there."""
        entry = self.entry
        if entry is None or entry.reading or getattr(entry.source, "path", None) is None:
            return
        if entry.index is None:
            entry.problem = ""
            self.open_document(self.at)
        else:
            self.run_worker(self._reread(entry), group="read")

    def look_for_change(self) -> None:
        """See beside the interface whether the file in sight has changed; a folder far away may take long."""
        if self.entry is not None and self.entry.stamp is not None:
            self.run_worker(self._look_again(self.entry), group="look", exclusive=True)

    async def _look_again(self, entry: Entry) -> None:
        change = await self.aside(partial(change_of, entry.source, entry.stamp))
        if change != entry.change:
            entry.change = change
            self.tell()

    async def _reread(self, entry: Entry) -> None:
        entry.reading = True
        index, problem = await self.aside(partial(load, entry, self.reader, lambda _: None))
        entry.reading, entry.change, entry.preview = False, "", None
        if index is None or entry.index is None:
            self.say(f"{problem}; what was read before stays", problem=True)
            return
        self._exchange(entry, entry.index, index)

    def _exchange(self, entry: Entry, old: Index, new: Index) -> None:
        """Put a newer version in the place of an older one."""
        shown = self.index is old
        if shown:
            entry.selection, entry.marks = self.selection, self.marks
        same = carried(old, new)
        kept = [same[mark] for at in entry.marks if (mark := Selection.figure(at)) in same]
        lost = len(entry.marks) - len(kept)
        entry.index, entry.marks = new, frozenset(mark.at for mark in kept)
        entry.selection = same.get(entry.selection) if entry.selection is not None else None
        if shown:
            self._show()
        gone = f", {counted(lost, 'mark')} lost" if lost else ""
        self.say(f"Read again: {counted(len(new.document.figures), 'figure')}{gone}")

    def _chosen(self, chosen: int | str | None) -> None:
        if isinstance(chosen, int) and (chosen != self.at or self.whole is not None):
            self.open_document(chosen)
        elif isinstance(chosen, str):
            self.run_worker(self._open(chosen), group="open")

    async def _open(self, path: str) -> None:
        """Open a file, or the articles of a folder; the first of them is shown."""
        found = await self.aside(partial(_find, path, self.day))
        new = [each for each in found if isinstance(each, Prepared)]
        for problem in (each for each in found if not isinstance(each, Prepared)):
            self.say(one_line(str(problem)), problem=True)
        if not new:
            return
        here = {_place(entry.source): at for at, entry in enumerate(self.entries)}
        added = [each for each in new if _place(each) not in here]
        at = here.get(_place(new[0]), len(self.entries))
        self.entries += make_shelf(added)
        self.open_document(at)

    async def _read_rest(self) -> None:
        """Read one document after the other, so that the list can say what is in each."""
        for entry in list(self.entries):
            size = sum(len(each.index.document.text) for each in self.entries if each.index is not None)
            if size > ENOUGH:
                return
            if not (entry.reading or entry.index is not None or entry.problem):
                entry.reading = True
                await self._load(entry)


def _find(path: str, day: dt.date | None) -> list[Prepared | UnreadableError]:
    try:
        return list(prepare([str(Path(path).expanduser())], day))
    except RuntimeError:  # there is no such home
        return list(prepare([path], day))


def _place(source: object) -> object:
    """What tells whether two sources are the same file."""
    path = getattr(source, "path", None)
    return path.absolute() if isinstance(path, Path) else source
