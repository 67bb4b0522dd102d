"""Words for many people or firms, by the lexicon or by their form ("beekeepers", "hoteliers")."""

from __future__ import annotations

from functools import lru_cache

from parsers.context.rows.words import known
from parsers.lazy import Pattern

ENDING = Pattern(r"(?:ers|ors|ists|ians|ants|ees|wives|smen)\Z")
"""How words for people and firms by what they do end."""
SHORTEST = 6
"""Letters of the shortest such word."""


@lru_cache(maxsize=4096)
def names_many(key: str) -> bool:
    """Whether a word is one for many who act."""
    return key in known("parties.actor") or has_form(key)


def has_form(key: str) -> bool:
    """Whether a word has the form of one for people, and is not known to mean things."""
    formed = SHORTEST <= len(key) <= LONGEST and key.isalpha() and ENDING.search(key) is not None
    return formed and key not in known("parties.no_agents")


LONGEST = 24
"""Letters of the longest."""
