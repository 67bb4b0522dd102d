"""How many cells of a terminal a text takes, without a terminal."""

from __future__ import annotations

import unicodedata


def cell_len(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def cut(text: str, width: int | None) -> str:
    """``text`` in at most ``width`` cells; what is left out is shown as an ellipsis."""
    if width is None or cell_len(text) <= width:
        return text
    kept = text[: max(0, width - 1)]
    while cell_len(kept) > width - 1:
        kept = kept[:-1]
    return kept + "\u2026"
