"""Who speaks in a conversation, each turn behind a name ("Mark Boyd, Finance Chief: We earned")."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.context.names.parties import Names
from parsers.context.said.quotes import Quote, speaker_at
from parsers.lazy import Pattern
from parsers.model import Phrase

FEWEST = 2
"""Turns that a conversation has at least: what one name heads alone is told of it."""
BEHIND = Pattern(r"(?:,[ ][^:\n.]{3,60})?:\s")
"""Behind the name of who speaks: what he is, and a colon."""


def with_turns(text: str, names: Names, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotations of a text and what is said in turn, in text order; a turn holds what it quotes."""
    turns = tuple(_turns(text, names))
    if len(turns) < FEWEST:
        return quotes
    outside = (quote for quote in quotes if speaker_at(turns, quote.start) is None)
    return tuple(sorted((*outside, *turns), key=lambda quote: quote.start))


def _turns(text: str, names: Names) -> Iterator[Quote]:
    for name in names.found:
        begins = name.start == 0 or text[name.start - 1] == "\n"
        hit = BEHIND.match(text, name.end) if begins and name.tag == "P" else None
        if hit is None:
            continue
        end = text.find("\n", hit.end())
        speaker = Phrase(name.start, name.end, text[name.start : name.end])
        yield Quote(hit.end(), end if end >= 0 else len(text), speaker)
