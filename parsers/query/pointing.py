"""A mistake in an expression, shown under the expression itself."""

from __future__ import annotations

from parsers.errors import QueryError
from parsers.safe import make_safe
from parsers.width import cell_len, cut

WIDTH = 72
"""Columns in which the place must be seen; a longer expression is cut around it."""


def point_at(expression: str, error: QueryError, width: int = WIDTH) -> str:
    """Two lines: the expression, and ``^`` under the characters that the error is about."""
    shown = "".join(" " if letter.isspace() else letter for letter in make_safe(expression))
    start = max(0, min(error.position, len(shown)))
    end = max(start + 1, min(error.end, len(shown)))
    first = max(0, start - width * 2 // 3) if len(shown) > width else 0
    before = "…" if first else ""
    line = before + shown[first:]
    at = len(before) + start - first
    marked = line[at : at + end - start]
    length = min(max(1, cell_len(marked)), max(1, width - cell_len(line[:at])))
    return f"{cut(line, width)}\n{' ' * cell_len(line[:at])}{'^' * length}"
