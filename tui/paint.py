"""Kind -> style: the one place that says how a kind of thing looks. Pure.

Colour is never the only signal: amounts and counts are bold, and their units tell them apart; shares are
bold and slanted, dates and lengths of time slanted alone.  What is selected, belongs to it, is marked or
wrong has a sign too.  The colours stand in the themes, the styles in ``styles/paint.tcss``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from parsers.model import Calendar, Kind
from tui.index import Index
from tui.state import Selection

# Component classes of every pane; the first of two that both apply is the weaker.
STYLES = (
    "paint--money",
    "paint--share",
    "paint--count",
    "paint--moment",
    "paint--dim",
    "paint--inferred",
    "paint--alert",
    "paint--head",
    "paint--rule",
    "paint--lead",
    "paint--partner",
    "paint--beside",
    "paint--evidence",
    "paint--match",
    "paint--current",
    "paint--selected",
    "paint--label",
)
KINDS: dict[Kind, str] = {
    Kind.MONEY: "paint--money",
    Kind.PERCENT: "paint--share",
    Kind.POINTS: "paint--share",
    Kind.RATIO: "paint--share",
    Kind.MULTIPLE: "paint--share",
    Kind.COUNT: "paint--count",
    Kind.QUANTITY: "paint--count",
    Kind.RANK: "paint--count",
    Kind.DURATION: "paint--moment",
}
MOMENT = "paint--moment"
BARS = {Calendar.CALENDAR: "━", Calendar.FISCAL: "╍"}
INSTANT = "◆"
AHEAD = {"━": "─", "╍": "╌", "◆": "◇"}
"""How a bar is drawn after the day that the text is of."""
CURSOR, PARTNER, MARK, FINDING = "▸", "·", "*", "!"


def style_of(index: Index, selection: Selection) -> str:
    """The component class in which a mention is drawn."""
    return KINDS[index.document.figures[selection.at].kind] if selection.is_figure else MOMENT


def layered(
    text: str, start: int, layers: Sequence[tuple[int, int, Style]], base: Style
) -> list[tuple[int, str, Style]]:
    """A piece of text, which starts at an offset, cut where the layers begin and end.

    Later layers lie over earlier ones.  Returns (offset, piece, style) from left to right.
    """
    end = start + len(text)
    cuts = {start, end}
    for first, last, _ in layers:
        cuts.update((min(max(first, start), end), min(max(last, start), end)))
    edges = sorted(cuts)
    pieces = []
    for left, right in pairwise(edges):
        style = base
        for first, last, over in layers:
            if first <= left and right <= last:
                style += over
        pieces.append((left, text[left - start : right - start], style))
    return pieces


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly ``width`` cells: padded, or cut with an ellipsis."""
    size = cell_len(text)
    if size > width:
        text = set_cell_size(text, max(0, width - 1)) + "…" if width > 0 else ""
        size = width
    gap = " " * (width - size)
    return gap + text if right else text + gap


def blank(width: int, style: Style) -> Segment:
    """Nothing, in a style."""
    return Segment(" " * width, style)
