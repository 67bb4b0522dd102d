"""The words that a text writes small: a capital at a sentence's beginning makes no name of them."""

from __future__ import annotations

from parsers.lazy import Pattern

LOWER = Pattern(r"(?<![\w'\u2019-])\p{Ll}[\p{L}]++")
EDGES = '.,;:!?()"'
"""What may stand at a word's edges and belongs to none."""


def small_words(text: str) -> set[str]:
    """All of them; most are plain, and need no pattern to tell."""
    pieces = {piece.strip(EDGES) for piece in set(text.split())}
    plain = {piece for piece in pieces if piece.isalpha() and piece.isascii()}
    small = {piece for piece in plain if piece[0] >= "a" and len(piece) > 1}
    return small.union(LOWER.findall(" ".join(pieces - plain)))
