"""The words that a text writes small, of which a capital makes no name, and towns that it writes large."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.latin import LatinPattern

LOWER = LatinPattern(r"(?<![\w'\u2019-])[\p{Ll}][\p{L}]++")


def small_words(text: str) -> set[str]:
    """All of them."""
    once = " ".join(set(text.split()))  # most of what stands between blanks stands there many times
    return set(LOWER.of(once, 0, len(once)).findall(once))


def is_loud_town(words: str) -> bool:
    """Whether words are a town in capitals ("NEW YORK"; not "U.S.")."""
    return "." not in words and words.isupper() and len(words) > 3 and words.title() in known("parties.place")
