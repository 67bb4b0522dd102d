"""From a place to a document made quick to ask: in a thread, with news on the way."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module

from parsers.article import Article
from parsers.errors import FigscopeError
from parsers.model import Document, Figure
from tui.index import Index, build_index
from tui.reader import Reader
from tui.shelf import Entry, one_line
from tui.stamp import stamp_of

LONG = 100_000
"""Characters from which the text is shown before its figures are found."""
FIRST_NEWS, GROWTH = 200, 1.5
"""Figures after which the first are shown, and how many times as many the next time: as often as that,
showing them takes a fraction of the time that finding them takes."""


def peek(entry: Entry) -> None:
    """Read a document that takes no noticeable time to read, so that the first picture shows its text.

    What goes wrong is told when it is loaded.
    """
    if not getattr(entry.source, "quick", False):
        return
    entry.stamp = stamp_of(entry.source)
    with suppress(FigscopeError, OSError):
        entry.found = entry.source.read()
    if isinstance(entry.found, Article):
        entry.preview = build_index(Document(text=entry.found.text), entry.name, partial=True)


def load(entry: Entry, reader: Reader, news_came: Callable[[Index], object]) -> tuple[Index | None, str]:
    """Read and parse one document: its index, or one clear line that says why not. For a thread.

    ``news_came`` is called with a long article's text alone, before the figures are looked for, and
    from time to time with those that are found so far.
    """
    try:
        if entry.found is None:
            entry.stamp = stamp_of(entry.source)
        found = entry.found or entry.source.read()
        if isinstance(found, Document):
            return build_index(found, entry.name), ""
        if len(found.text) >= LONG and entry.preview is None:
            news_came(build_index(Document(text=found.text), entry.name, partial=True))
        with _undisturbed(found.text):
            document = reader.parse(found, _News(entry, found.text, news_came).told)
            _load_views()
            return build_index(document, entry.name), ""
    except FigscopeError as error:
        return None, one_line(str(error))
    except OSError as error:
        return None, one_line(f"{entry.source.name}: {error.strerror or error}")
    finally:
        entry.found = None


def _load_views() -> None:
    """What the panes need to show findings: loaded here, or it would hold a key up."""
    import_module("parsers.report")
    import_module("parsers.findings.base")


class _News:
    """What is found on the way, shown as it grows."""

    def __init__(self, entry: Entry, text: str, came: Callable[[Index], object]) -> None:
        self._entry, self._text, self._came = entry, text, came
        self._figures: list[Figure] = []
        self._due = FIRST_NEWS

    def told(self, done: int, figures: tuple[Figure, ...]) -> None:
        self._entry.done = done / max(1, len(self._text))
        self._figures += figures
        if len(self._figures) >= self._due:
            self._due = int(len(self._figures) * GROWTH)
            document = Document(text=self._text, figures=tuple(self._figures))
            self._came(build_index(document, self._entry.name, partial=True))


@contextmanager
def _undisturbed(text: str) -> Iterator[None]:
    """Nobody looks for rubbish while a large document grows: each look would hold a key up, and find none."""
    if len(text) < LONG or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
