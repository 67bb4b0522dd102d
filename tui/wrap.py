"""Wrapping a text to a width, as an array of row starts: 20 MB in a fraction of a second.

A row is ``text[starts[i]:starts[i + 1]]`` without its line break and the spaces it hangs over the
edge.  Offsets stay offsets into the text; nothing is copied or rewritten.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from rich.cells import cell_len

from parsers.values import record

TAB = 4


# Whatever may not be one cell wide: tabs, combining marks, and the scripts that hold wide characters.
UNEVEN = (
    "[\t\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff"
    "\u231a\u231b\u2329\u232a\u23e9-\u23f3\u25fd\u25fe\u2600-\ufffc\U00010000-\U0010ffff]"
)
WESTERN = "cp1252"
"""All its characters are one cell wide; most articles are written in them."""


@record(eq=False)
class Rows:
    """A text as rows of at most ``width`` cells."""

    text: str
    width: int
    starts: array[int]
    even: bool
    """Every character is one cell wide."""

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def bounds(self, row: int) -> tuple[int, int]:
        """The half-open span of a row, without its line break."""
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        return start, end

    def column_of(self, row: int, offset: int) -> int:
        """The cell column at which an offset of the row is drawn."""
        start = self.starts[row]
        return offset - start if self.even else cells(self.text[start:offset])

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the character drawn at a cell column (the row's end beyond it)."""
        start, end = self.bounds(row)
        if self.even:
            return min(start + max(0, column), end)
        at = 0
        for offset in range(start, end):
            at += _advance(self.text[offset], at)
            if at > column:
                return offset
        return end


def wrap(text: str, width: int) -> Rows:
    """The rows of a text at a width of at least one cell: broken at spaces, hard where there is none."""
    width = max(1, width)
    even = _is_even(text)
    starts = array("Q")
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        starts.append(start)
        if even or uneven().search(text, start, end) is None:
            if end - start > width:
                starts.extend(_breaks(text, start, end, width))
        else:
            starts.extend(_uneven_breaks(text, start, end, width))
        start = end + 1
    return Rows(text, width, starts, even)


def _is_even(text: str) -> bool:
    """Whether every character is one cell wide; told without a pattern where that can be."""
    try:
        text.encode(WESTERN)
    except UnicodeEncodeError:
        return uneven().search(text) is None
    return "\t" not in text


@cache
def uneven() -> re.Pattern[str]:
    """The pattern of a character that may not be one cell wide."""
    return re.compile(UNEVEN)


def cells(text: str) -> int:
    """How many cells a piece at the start of a row takes, its tabs expanded."""
    if "\t" not in text:
        return cell_len(text)
    at = 0
    for character in text:
        at += _advance(character, at)
    return at


def expand(text: str, column: int) -> str:
    """A piece that is drawn at a column, its tabs as spaces."""
    while (tab := text.find("\t")) >= 0:
        gap = TAB - (column + cell_len(text[:tab])) % TAB
        text = text[:tab] + " " * gap + text[tab + 1 :]
    return text


def _breaks(text: str, start: int, end: int, width: int) -> Iterator[int]:
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        start = space + 1 if space > start else start + width
        yield start


def _uneven_breaks(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """As `_breaks`, by cells; a wide script may break between any two of its characters."""
    at, space = 0, -1
    offset = start
    while offset < end:
        character = text[offset]
        step = _advance(character, at)
        if at + step > width and offset > start and character != " ":
            start = space + 1 if space >= start else offset
            yield start
            offset, at, space = start, 0, -1
            continue
        at += step
        if character == " " or step == 2:
            space = offset
        offset += 1


def _advance(character: str, column: int) -> int:
    return TAB - column % TAB if character == "\t" else _width(character)


@lru_cache(4096)
def _width(character: str) -> int:
    return cell_len(character)
