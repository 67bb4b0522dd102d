"""How the figures pane looks: its head, its rows, and what it says when there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from parsers.model import State
from tui import paint
from tui.fitting import GAP, Fitted
from tui.grouping import Group
from tui.panes.base import Pane
from tui.state import Filter, Selection, Sort
from tui.together import NOBODY, Partners

GUTTER = 3
EMPTY = (
    "No figures in this document.",
    "A figure is a number with its meaning: an amount, a percentage, a count, a duration.",
)
FILTERED = "No figure matches."


class FigureRows(Pane):
    """The drawing of the figures pane, a row at a time."""

    filter: var[Filter] = var(Filter())
    sort: var[Sort] = var(Sort())
    column: var[str] = var("written")
    """The column that ``s`` would sort by."""
    notice: var[str] = var("")
    """What is said while there is nothing to show: that it is being read, or why not."""
    columns: var[tuple[str, ...]] = var[tuple[str, ...]](())
    """The columns that a person has chosen; none: those that fit."""
    _rows: Sequence[int] = ()
    _groups: Sequence[Group] = ()
    """The groups, where there are any; a row of ``~n`` is the head of the nth."""
    _row_of: Mapping[int, int] = MappingProxyType({})
    _fitted: Fitted = ()
    """All columns that can be reached, with their widths."""
    _in_sight: Fitted = ()
    """Those of them that stand on the screen."""
    _partners: Partners = NOBODY
    _plain = True
    """The rows are all figures in the order of the text: row and position are the same."""

    def _row(self, selection: Selection | None) -> int | None:
        if selection is None or not selection.is_figure:
            return None
        if self._plain:
            return selection.at if selection.at < len(self._rows) else None
        return self._row_of.get(selection.at)

    def _head(self, width: int, base: Style) -> Strip:
        style = base + self.style("paint--head")
        hidden = bool(self._in_sight) and self._in_sight != self._fitted
        before = hidden and self._in_sight[1:2] != self._fitted[1:2]
        segments = [Segment(paint.fitted("‹" if before else "", GUTTER), style)]
        for column, size in self._in_sight:
            arrow = ""
            if column.id == self.sort.column:
                arrow = "▴" if self.sort.reverse else "▾"
            chosen = Style(underline=True) if column.id == self.column and self.has_focus else Style()
            title = paint.fitted(column.title + arrow, size, right=column.right)
            bare = title.strip()
            lead = len(title) - len(title.lstrip())
            segments.append(Segment(title[:lead], style))
            segments.append(Segment(bare, style + chosen))
            segments.append(Segment(title[lead + len(bare) :] + " " * GAP, style))
        strip = Strip(segments).adjust_cell_length(width, style)
        if not hidden or self._in_sight[-1] == self._fitted[-1]:
            return strip
        edge = self.room - 1
        return Strip([*strip.crop(0, edge), Segment("›", style)]).adjust_cell_length(width, style)

    def _draw(self, at: int, width: int, base: Style) -> Strip:
        assert self.index is not None
        own = Selection.figure(at)
        selected = own == self.selection
        over = self.style("paint--selected") if selected else Style()
        if not selected and own in self._partners:
            over = self.style("paint--beside")
        segments = self._gutter(own, base, over)
        for column, size in self._in_sight:
            style = base + self._cell_style(column.id, at) + over
            text = column.text(self.index, at)
            shown = paint.fitted(text, size, right=column.right)
            if len(self.matches):
                segments += self._matched(column.id, at, shown, style)
            else:
                segments.append(Segment(shown, style))
            segments.append(paint.blank(GAP, base + over))
        return Strip(segments).adjust_cell_length(width, base + over)

    def _gutter(self, own: Selection, base: Style, over: Style) -> list[Segment]:
        assert self.index is not None
        if own in self.labels:
            return [Segment(paint.fitted(self.labels[own], GUTTER), base + self.style("paint--label"))]
        wrong = self._wrong(own.at)
        lead = paint.CURSOR if own == self.selection else paint.PARTNER if own in self._partners else " "
        sign = paint.FINDING if wrong else paint.MARK if own.at in self.marks else " "
        look = self.style("paint--alert") if wrong else Style()
        return [Segment(lead, base + over), Segment(sign, base + look + over), Segment(" ", base + over)]

    def _group(self, number: int, width: int, base: Style) -> Strip:
        group = self._groups[number]
        style = base + Style(bold=True)
        title = paint.fitted(group.title, min(cell_len(group.title), max(1, width - GUTTER - 8)))
        count = Segment(f"  {group.size:,}", base + self.style("paint--dim"))
        return Strip([Segment(" " + title, style), count]).adjust_cell_length(width, base)

    def _cell_style(self, column: str, at: int) -> Style:
        assert self.index is not None
        figure = self.index.document.figures[at]
        if column in figure.inferred:
            return self.style("paint--inferred")
        if column in ("written", "value"):
            return self.style(paint.style_of(self.index, Selection.figure(at)))
        if column == "check" and self._wrong(at):
            return self.style("paint--alert")
        return self.style("paint--dim") if column in ("kind", "said", "status", "check") else Style()

    def _wrong(self, at: int) -> bool:
        """Whether a check of the figure does not agree."""
        assert self.index is not None
        return any(f.state is State.DISAGREES for f in self.index.findings.get(at, ()))

    def _matched(self, column: str, at: int, text: str, style: Style) -> list[Segment]:
        """A cell with the matches of the search in it lit; "as written" as the source has them."""
        assert self.index is not None
        start, lit = 0, self.style("paint--match")
        if column == "written":
            figure = self.index.document.figures[at]
            start = figure.start
            found = self.matches.between(start, figure.end)
            layers = [(s, e, self.style("paint--current") if current else lit) for s, e, current in found]
        else:
            layers = [(first, last, lit) for first, last in self.matches.within(text)]
        return [Segment(piece, look) for _, piece, look in paint.layered(text, start, layers, style)]

    def _empty(self, y: int, width: int, base: Style) -> Strip:
        if self.index is None or self.index.partial:
            words = paint.fitted(f" {self.notice}" if y == 1 else "", width)
            return Strip([Segment(words, base + self.style("paint--dim"))])
        key = self.key_names.get("filter-clear", "")
        lines = (FILTERED, f"{key} shows all of them again." if key else "") if self.filter else EMPTY
        return self.say(lines, y - 1)
