"""The documents that are open: each read when it is first needed, kept with what was done in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from parsers.article import Article
from parsers.model import Document
from parsers.safe import make_safe
from parsers.values import record
from tui.index import Index
from tui.stamp import Stamp
from tui.state import Selection


class Source(Protocol):
    """Something that becomes a document when it is needed."""

    @property
    def name(self) -> str:
        """What to call it on the screen."""
        ...

    def read(self) -> Article | Document:
        """An article, or a document at once; raises `FigscopeError` or `OSError`. For a thread."""
        ...


@record(frozen=False)
class Entry:
    """One document of the shelf; ``index`` once it is read, ``problem`` where it cannot be."""

    source: Source
    name: str
    index: Index | None = None
    problem: str = ""
    reading: bool = False
    selection: Selection | None = None
    marks: frozenset[int] = frozenset()
    found: Article | Document | None = None
    """What was read of it already, before its figures are looked for."""
    preview: Index | None = None
    """Its text and the figures that are found so far, while more are being looked for."""
    done: float = 0.0
    """The share of the text in which figures have been looked for."""
    stamp: Stamp | None = None
    """What its file looked like when it was read."""
    change: str = ""
    """What has happened to the file since."""
    window: tuple[int, ...] = ()
    """What the timeline shows, where a person has zoomed: first and last day."""
    recalled: bool = False
    """What was kept of it from before has been looked for."""


def make_shelf(sources: Sequence[Source]) -> list[Entry]:
    """An entry for each source, none of them read."""
    return [Entry(source, one_line(source.name)) for source in sources]


def one_line(text: str) -> str:
    """A name or message from outside as one harmless line."""
    return " ".join(make_safe(text).split())
