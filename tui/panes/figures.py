"""The figures pane: a table of any length, drawn a row at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.columns import arrange, column_of, ordered
from tui.fitting import GAP, Fitted, fit, in_sight, set_name
from tui.grouping import gather
from tui.index import Index
from tui.panes.figure_rows import GUTTER, FigureRows
from tui.state import Selection, Sort, clamp
from tui.together import Partners


class FiguresPane(FigureRows):
    """All figures, a row each: as written, normalised, what is measured, whose, when."""

    TITLE = "Figures"
    HEAD = 1

    _order: Sequence[int] = ()
    _ordered_by: tuple[Index | None, Sort] = (None, Sort())
    _fitted_to: tuple[Index | None, int, tuple[str, ...], str | None] = (None, 0, (), None)

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
        self._look()
        self.refresh()

    def watch_notice(self) -> None:
        if not self._rows:
            self.refresh()

    def watch_columns(self) -> None:
        self._fit()
        self.refresh()

    def watch_selection(self) -> None:
        self._partners = Partners(self.index, self.selection)
        self.follow()
        top = self.scroll_offset.y
        rows = range(top, min(top + self.page, len(self._rows)))
        self.relight(row for row in rows if self._is_lit(self._rows[row]))

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
            return self._figure_at(self._nearest(step), 1)
        by = {"up": -1, "down": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2}
        by |= {"top": -len(self._rows), "bottom": len(self._rows)}
        return self._figure_at(clamp(row + by[step], len(self._rows)), by[step])

    def _is_lit(self, at: int) -> bool:
        """Whether the figure of a row is the selection or belongs to it."""
        own = Selection.figure(at)
        return at >= 0 and (own == self.selection or own in self._partners)

    def _figure_at(self, row: int, way: int) -> Selection | None:
        """The figure of a row; where a group's head stands, that of the next row on the way, if any."""
        if self._rows[row] < 0:
            row = row - 1 if way < 0 and row > 0 else row + 1
        return Selection.figure(self._rows[row])

    @property
    def fitted(self) -> Fitted:
        """All columns that can be reached, with their widths."""
        return self._fitted

    @property
    def rows(self) -> Sequence[int]:
        """The positions of the figures that the table shows, in its order."""
        return [at for at in self._rows if at >= 0] if self.sort.grouped else self._rows

    def shows(self, selection: Selection | None) -> bool:
        """Whether the selection has a row here."""
        return self._row(selection) is not None

    def in_view(self) -> Iterator[Selection]:
        """The figures whose rows are on the screen."""
        top = self.scroll_offset.y
        return (Selection.figure(at) for at in self._rows[top : top + self.page] if at >= 0)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.index is None:
            return
        if offset.y < self.HEAD:
            left = GUTTER
            for column, width in self._in_sight:
                if left <= offset.x < left + width + GAP and column.title:
                    self.post_message(self.HeadPicked(column.id))
                left += width + GAP
            return
        row = self.scroll_offset.y + offset.y - self.HEAD
        if row < len(self._rows) and self._rows[row] >= 0:
            self.post_message(self.Picked(Selection.figure(self._rows[row])))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None or not self._rows:
            return self._empty(y, width, base)
        if y < self.HEAD:
            return self._head(width, base)
        row = self.scroll_offset.y + y - self.HEAD
        if row >= len(self._rows):
            return Strip.blank(width, base)
        at = self._rows[row]
        return self._draw(at, width, base) if at >= 0 else self._group(~at, width, base)

    def _arrange(self) -> None:
        if self.index is not None and self._ordered_by != (self.index, self.sort):
            self._order, self._ordered_by = ordered(self.index, self.sort), (self.index, self.sort)
        self._rows = arrange(self.index, self.filter, self._order) if self.index else ()
        column = column_of(self.sort.column)
        if self.index is not None and self.sort.grouped and column is not None:
            self._rows, self._groups = gather(self.index, self._rows, column)
        self._plain = isinstance(self._rows, range) and self._rows.step == 1
        self._row_of = {} if self._plain else {at: row for row, at in enumerate(self._rows) if at >= 0}
        self._fit()
        self.follow()
        self.refresh()

    def _fit(self) -> None:
        width = self.room - GUTTER
        grouped = self.sort.column if self.sort.grouped else None
        wanted = (self.index, width, self.columns, grouped)
        if self._fitted_to != wanted:  # whatever is filtered and sorted: columns stay in their places
            every = range(len(self.index.document.figures)) if self.index else range(0)
            self._fitted = ()
            if self.index and width > 0:
                self._fitted = fit(self.index, every, width, self.columns, grouped)
            self._fitted_to = wanted
            self._look()
        self.virtual_size = Size(self.room, len(self._rows) + self.HEAD if self._rows else 0)
        whole = len(self.index.document.figures) if self.index else 0
        count = f"{len(self.rows):,}/{whole:,}" if self.filter else f"{whole:,}"
        order = ""
        if self.sort.column or self.sort.reverse:
            column = column_of(self.sort.column)
            title = (column.title or column.id) if column else "text"
            how = "grouped by" if self.sort.grouped else "by"
            order = f"{how} {title}{' reversed' if self.sort.reverse else ''}"
        if self.index is None or self.index.partial:
            count = "values first; what they measure follows" if self._rows else ""
        shown = f"{set_name(self.columns) or 'own'} columns" if self.columns else ""
        self.set_title(count, order, shown, " \u203a ".join(self.filter.crumbs))

    def _look(self) -> None:
        """Bring the chosen column into sight."""
        self._in_sight = in_sight(self._fitted, self.column, self.room - GUTTER)

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
