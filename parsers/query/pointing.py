"""A mistake in an expression, shown under the expression itself."""

from __future__ import annotations

import unicodedata

from parsers.errors import QueryError
from parsers.text import make_safe

WIDTH = 72
"""Columns in which the place must be seen; a longer expression is cut around it."""


def point_at(expression: str, error: QueryError, width: int = WIDTH) -> str:
    """Two lines: the expression, and ``^`` under the characters that the error is about."""
    shown = "".join(" " if letter.isspace() else letter for letter in make_safe(expression))
    start = max(0, min(error.position, len(shown)))
    end = max(start + 1, min(error.end, len(shown)))
    cut = max(0, start - width * 2 // 3) if len(shown) > width else 0
    before = "…" if cut else ""
    line = before + shown[cut:]
    at = len(before) + start - cut
    marked = line[at : at + end - start]
    rest = line if columns(line) <= width else _fitted(line, width - 1) + "…"
    length = min(max(1, columns(marked)), max(1, width - columns(line[:at])))
    return f"{rest}\n{' ' * columns(line[:at])}{'^' * length}"


def columns(text: str) -> int:
    """Terminal columns of a text: two for a wide character, none for one that combines."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _fitted(text: str, width: int) -> str:
    while columns(text) > width:
        text = text[: -max(1, (columns(text) - width) // 2)]
    return text
