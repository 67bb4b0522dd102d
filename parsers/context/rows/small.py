"""The words that a text writes small: a capital at a sentence's beginning makes no name of them."""

from __future__ import annotations

from parsers.latin import LatinPattern

LOWER = LatinPattern(r"(?<![\w'\u2019-])[\p{Ll}][\p{L}]++")


def small_words(text: str) -> set[str]:
    """All of them."""
    once = " ".join(set(text.split()))  # most of what stands between blanks stands there many times
    return set(LOWER.of(once, 0, len(once)).findall(once))
