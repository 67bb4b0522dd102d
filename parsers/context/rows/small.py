"""The words that a text writes small: a capital at a sentence's beginning makes no name of them."""

from __future__ import annotations

from parsers.latin import LatinPattern

LOWER = LatinPattern(r"(?<![\w'\u2019-])[\p{Ll}][\p{L}]++")


def small_words(text: str) -> set[str]:
    """All of them."""
    return set(LOWER.of(text, 0, len(text)).findall(text))
