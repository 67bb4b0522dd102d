"""How figures hang together: equivalent amounts, changes, old and new, parts of a whole, per unit."""

from __future__ import annotations

from parsers.model import Figure, Link, Moment, Span


def link_figures(
    text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...], moments: tuple[Moment, ...]
) -> tuple[Link, ...]:
    """The links of a document, in text order."""
    return ()
