"""The documents that are open: each read when it is first needed, kept with what was done in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from parsers.article import Article
from parsers.errors import FigscopeError
from parsers.model import Document
from parsers.pipeline import parse_article
from parsers.text import make_safe
from tui.index import Index, build_index
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


def make_shelf(sources: Sequence[Source]) -> list[Entry]:
    """An entry for each source, none of them read."""
    return [Entry(source, one_line(source.name)) for source in sources]


def load(entry: Entry) -> tuple[Index | None, str]:
    """Read and parse one document: its index, or one clear line that says why not. For a thread."""
    try:
        found = entry.source.read()
        document = found if isinstance(found, Document) else parse_article(found)
        return build_index(document, entry.name), ""
    except FigscopeError as error:
        return None, one_line(str(error))
    except OSError as error:
        return None, one_line(f"{entry.source.name}: {error.strerror or error}")


def one_line(text: str) -> str:
    """A name or message from outside as one harmless line."""
    return " ".join(make_safe(text).split())
