"""What the process that reads sends: a document in pieces, and what it tells on its way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parsers.model import Document, Figure
from parsers.values import record, replace

PARTS = ("sentences", "figures", "moments", "links", "findings")
SIZE = 64
"""Things in one piece: taking it in holds the interpreter for about a millisecond."""


@record
class Progress:
    """So many characters are read; these figures were found since the last time."""

    done: int
    figures: tuple[Figure, ...]


@record
class Heading:
    """A document without its text and its parts."""

    document: Document


@record
class Part:
    """Some items of one part of a document."""

    name: str
    items: tuple[Any, ...]


@record
class End:
    """The document is complete."""


@record
class Failure:
    """There is no document, for this reason."""

    reason: str


def in_pieces(document: Document) -> Iterator[Heading | Part | End]:
    """A document but for its text, which the other side has."""
    yield Heading(replace(document, text="", **_without_parts()))
    for name in PARTS:
        items = getattr(document, name)
        for at in range(0, len(items), SIZE):
            yield Part(name, items[at : at + SIZE])
    yield End()


def _without_parts() -> dict[str, Any]:
    return dict.fromkeys(PARTS, ())


def news(done: int, figures: tuple[Figure, ...]) -> Iterator[Progress]:
    """What was told, in pieces."""
    for at in range(0, len(figures), SIZE):
        yield Progress(done, figures[at : at + SIZE])
    if not figures:
        yield Progress(done, ())
