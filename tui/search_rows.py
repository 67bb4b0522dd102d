"""The words of the figures pane's rows, one text to search in."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from tui.columns import by_id
from tui.index import Index
from tui.search import Rows

BETWEEN = "\n\0\n"
"""Stands between cells: no word goes across it, and it begins and ends a line for an expression."""


def row_words(index: Index, names: Iterable[str], rows: Sequence[int]) -> Rows:
    """The cells of some figures in some columns; that "as written" stands in the source already."""
    columns = [by_id()[name] for name in names if name != "written" and name in by_id()]
    figures = index.document.figures
    pieces: list[str] = []
    starts, spans = array("Q"), []
    length = 0
    for at in sorted(rows):
        cells = [" ".join(column.text(index, at).split()) for column in columns]
        piece = BETWEEN.join(_together(columns_of=[c.id for c in columns], cells=cells)) + BETWEEN
        pieces.append(piece)
        starts.append(length)
        spans.append((figures[at].start, figures[at].end))
        length += len(piece)
    return Rows("".join(pieces), starts, spans)


def _together(columns_of: Sequence[str], cells: Sequence[str]) -> list[str]:
    """The cells; value and unit that stand side by side are read as one: "29.61 bn CNY"."""
    found: list[str] = []
    for name, cell in zip(columns_of, cells, strict=True):
        if name == "unit" and found and columns_of[len(found) - 1] == "value":
            found[-1] = f"{found[-1]} {cell}"
        found.append(cell)
    return found
