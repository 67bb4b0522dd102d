"""The figures pane: a table of any length, drawn a row at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from parsers.model import State
from tui import paint
from tui.columns import GAP, Column, arrange, columns, fit
from tui.index import Index
from tui.panes.base import Pane
from tui.state import Filter, Selection, Sort, clamp

GUTTER = 3
EMPTY = (
    "No figures in this document.",
    "A figure is a number with its meaning: an amount, a percentage, a count, a duration.",
)
FILTERED = ("No figure matches.", "F shows all of them again.")


class FiguresPane(Pane):
    """All figures, a row each: as written, normalised, what is measured, whose, when."""

    TITLE = "1 Figures"
    HEAD = 1
    filter: var[Filter] = var(Filter())
    sort: var[Sort] = var(Sort())
    column: var[str] = var("written")
    """The column that ``s`` would sort by."""

    _rows: Sequence[int] = ()
    _row_of: Mapping[int, int] = MappingProxyType({})
    _fitted: Sequence[tuple[Column, int]] = ()
    _fitted_to: tuple[Index | None, int] = (None, 0)
    _partners: frozenset[Selection] = frozenset()
    _plain = True
    """The rows are all figures in the order of the text: row and position are the same."""

    class HeadPicked(Message):
        """A person clicked a column's head."""

        def __init__(self, column: str) -> None:
            super().__init__()
            self.column = column

    def watch_index(self) -> None:
        self._arrange()

    def watch_filter(self) -> None:
        self._arrange()

    def watch_sort(self) -> None:
        self._arrange()

    def watch_column(self) -> None:
        self.refresh()

    def watch_selection(self) -> None:
        self._partners = self.index.partners(self.selection) if self.index else frozenset()
        self.follow()
        together = (*self._partners, self.selection)
        self.relight(row for row in map(self._row, together) if row is not None)

    def on_resize(self) -> None:
        self._fit()
        self.follow()

    def follow(self) -> None:
        """Bring the selection's row, or the first of its figures, into sight."""
        row = self._row(self.selection)
        if row is None:
            shown = (self._row(p) for p in self._partners if p.is_figure)
            row = min((r for r in shown if r is not None), default=None)
        if row is not None:
            self.show_row(row)

    def move(self, step: str) -> Selection | None:
        """Rows up and down; sideways chooses a column."""
        if step in ("left", "right"):
            names = [column.id for column, _ in self._fitted if column.title] or ["written"]
            at = names.index(self.column) if self.column in names else 0
            self.column = names[clamp(at + (1 if step == "right" else -1), len(names))]
            return None
        if not self._rows:
            return None
        row = self._row(self.selection)
        if row is None:
            return Selection.figure(self._rows[self._nearest(step)])
        by = {"up": -1, "down": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2}
        by |= {"top": -len(self._rows), "bottom": len(self._rows)}
        return Selection.figure(self._rows[clamp(row + by[step], len(self._rows))])

    @property
    def rows(self) -> Sequence[int]:
        """The positions of the figures that the table shows, in its order."""
        return self._rows

    def shows(self, selection: Selection | None) -> bool:
        """Whether the selection has a row here."""
        return self._row(selection) is not None

    def in_view(self) -> Iterator[Selection]:
        """The figures whose rows are on the screen."""
        top = self.scroll_offset.y
        return (Selection.figure(at) for at in self._rows[top : top + self.page])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.index is None:
            return
        if offset.y < self.HEAD:
            left = GUTTER
            for column, width in self._fitted:
                if left <= offset.x < left + width + GAP and column.title:
                    self.post_message(self.HeadPicked(column.id))
                left += width + GAP
            return
        row = self.scroll_offset.y + offset.y - self.HEAD
        if row < len(self._rows):
            self.post_message(self.Picked(Selection.figure(self._rows[row])))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None:
            return Strip.blank(width, base)
        if not self._rows:
            return self._empty(y, width, base)
        if y < self.HEAD:
            return self._head(width, base)
        row = self.scroll_offset.y + y - self.HEAD
        if row >= len(self._rows):
            return Strip.blank(width, base)
        return self._draw(self._rows[row], width, base)

    def _arrange(self) -> None:
        self._rows = arrange(self.index, self.filter, self.sort) if self.index else ()
        self._plain = isinstance(self._rows, range) and self._rows.step == 1
        self._row_of = {} if self._plain else {at: row for row, at in enumerate(self._rows)}
        self._fit()
        self.follow()
        self.refresh()

    def _fit(self) -> None:
        width = self.room - GUTTER
        if self._fitted_to != (
            self.index,
            width,
        ):  # whatever is filtered and sorted: columns stay in their places
            every = range(len(self.index.document.figures)) if self.index else range(0)
            self._fitted = fit(self.index, every, width) if self.index and width > 0 else ()
            self._fitted_to = (self.index, width)
        self.virtual_size = Size(self.room, len(self._rows) + self.HEAD if self._rows else 0)
        whole = len(self.index.document.figures) if self.index else 0
        count = f"{len(self._rows):,}/{whole:,}" if self.filter else f"{whole:,}"
        order = ""
        if self.sort.column or self.sort.reverse:
            title = next((c.title or c.id for c in columns() if c.id == self.sort.column), "text")
            order = f"by {title}{' reversed' if self.sort.reverse else ''}"
        if self.index is None or self.index.partial:
            count = ""
        self.set_title(count, order, " \u203a ".join(self.filter.crumbs))

    def _row(self, selection: Selection | None) -> int | None:
        if selection is None or not selection.is_figure:
            return None
        if self._plain:
            return selection.at if selection.at < len(self._rows) else None
        return self._row_of.get(selection.at)

    def _nearest(self, step: str) -> int:
        """The row to begin from when the selection has none: a partner's, else the next in the text."""
        if step == "bottom":
            return len(self._rows) - 1
        partners = [r for r in (self._row(p) for p in self._partners) if r is not None]
        if partners:
            return min(partners)
        if self.index is None or self.selection is None or not self._plain:
            return 0
        start = self.index.span(self.selection)[0]
        figures = self.index.document.figures
        return clamp(bisect_left(self._rows, start, key=lambda at: figures[at].start), len(self._rows))

    def _head(self, width: int, base: Style) -> Strip:
        style = base + self.style("paint--head")
        segments = [paint.blank(GUTTER, style)]
        for column, size in self._fitted:
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
        return Strip(segments).adjust_cell_length(width, style)

    def _draw(self, at: int, width: int, base: Style) -> Strip:
        assert self.index is not None
        own = Selection.figure(at)
        selected = own == self.selection
        over = self.style("paint--selected") if selected else Style()
        if not selected and own in self._partners:
            over = self.style("paint--partner")
        segments = self._gutter(own, base, over)
        for column, size in self._fitted:
            style = base + self._cell_style(column.id, at) + over
            text = column.text(self.index, at)
            if column.id == "written" and len(self.matches):
                segments += self._matched(at, paint.fitted(text, size), style)
            else:
                segments.append(Segment(paint.fitted(text, size, right=column.right), style))
            segments.append(paint.blank(GAP, base + over))
        return Strip(segments).adjust_cell_length(width, base + over)

    def _gutter(self, own: Selection, base: Style, over: Style) -> list[Segment]:
        assert self.index is not None
        if own in self.labels:
            return [Segment(paint.fitted(self.labels[own], GUTTER), base + self.style("paint--label"))]
        wrong = any(f.state is State.DISAGREES for f in self.index.findings.get(own.at, ()))
        lead = paint.CURSOR if own == self.selection else paint.PARTNER if own in self._partners else " "
        sign = paint.FINDING if wrong else paint.MARK if own.at in self.marks else " "
        look = self.style("paint--alert") if wrong else Style()
        return [Segment(lead, base + over), Segment(sign, base + look + over), Segment(" ", base + over)]

    def _cell_style(self, column: str, at: int) -> Style:
        assert self.index is not None
        figure = self.index.document.figures[at]
        if column in ("written", "value"):
            return self.style(paint.style_of(self.index, Selection.figure(at)))
        if column in figure.inferred:
            return self.style("paint--inferred")
        return self.style("paint--dim") if column in ("kind", "said", "status") else Style()

    def _matched(self, at: int, text: str, style: Style) -> list[Segment]:
        """The cell "as written" with the matches of the search in it lit."""
        assert self.index is not None
        figure = self.index.document.figures[at]
        layers = [
            (start, end, self.style("paint--current" if current else "paint--match"))
            for start, end, current in self.matches.between(figure.start, figure.end)
        ]
        return [Segment(piece, look) for _, piece, look in paint.layered(text, figure.start, layers, style)]

    def _empty(self, y: int, width: int, base: Style) -> Strip:
        if self.index is None or self.index.partial:
            return Strip.blank(width, base)
        lines = FILTERED if self.filter else EMPTY
        if y - 1 not in range(len(lines)):
            return Strip.blank(width, base)
        style = base + (self.style("paint--dim") if y > 1 else Style())
        return Strip([Segment(f" {lines[y - 1]}", style)]).adjust_cell_length(width, base)
