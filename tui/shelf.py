"""The documents that are open: each read when it is first needed, kept with what was done in it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from parsers.article import Article
from parsers.errors import FigscopeError
from parsers.model import Document
from parsers.safe import make_safe
from tui.index import Index, build_index
from tui.state import Selection

LONG = 100_000
"""Characters from which the text is shown before its figures are found."""


class Source(Protocol):
    """Something that becomes a document when it is needed."""

    @property
    def name(self) -> str:
        """What to call it on the screen."""
        ...

    def read(self) -> Article | Document:
        """An article, or a document at once; raises `FigscopeError` or `OSError`. For a thread."""
        ...


@dataclass(slots=True)
class Entry:
    """One document of the shelf; ``index`` once it is read, ``problem`` where it cannot be."""

    source: Source
    name: str
    index: Index | None = None
    problem: str = ""
    reading: bool = False
    selection: Selection | None = None
    marks: frozenset[int] = field(default_factory=frozenset)
    found: Article | Document | None = None
    """What was read of it already, before its figures are looked for."""
    preview: Index | None = None
    """Its text alone, while its figures are being looked for."""
    recalled: bool = False
    """What was kept of it from before has been looked for."""


def make_shelf(sources: Sequence[Source]) -> list[Entry]:
    """An entry for each source, none of them read."""
    return [Entry(source, one_line(source.name)) for source in sources]


def peek(entry: Entry) -> None:
    """Read a document that takes no noticeable time to read, so that the first picture shows its text.

    What goes wrong is told when it is loaded.
    """
    if not getattr(entry.source, "quick", False):
        return
    with suppress(FigscopeError, OSError):
        entry.found = entry.source.read()
    if isinstance(entry.found, Article):
        entry.preview = build_index(Document(text=entry.found.text), entry.name, partial=True)


def parse_article(article: Article) -> Document:
    """Read an article; the rules are loaded here, in the thread, and not before the first picture."""
    from parsers import pipeline

    return pipeline.parse_article(article)


def load(entry: Entry, text_came: Callable[[Index], object]) -> tuple[Index | None, str]:
    """Read and parse one document: its index, or one clear line that says why not. For a thread.

    ``text_came`` is called with a long article's text alone, before the figures are looked for.
    """
    try:
        found = entry.found or entry.source.read()
    except FigscopeError as error:
        return None, one_line(str(error))
    except OSError as error:
        return None, one_line(f"{entry.source.name}: {error.strerror or error}")
    if isinstance(found, Document):
        return build_index(found, entry.name), ""
    if len(found.text) >= LONG and entry.preview is None:
        text_came(build_index(Document(text=found.text), entry.name, partial=True))
    index = build_index(parse_article(found), entry.name)
    gc.freeze()  # or looking through a large document for rubbish holds a key up for half a second
    return index, ""


def one_line(text: str) -> str:
    """A name or message from outside as one harmless line."""
    return " ".join(make_safe(text).split())
