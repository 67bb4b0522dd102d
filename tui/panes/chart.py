"""The timeline pane as a chart: the values of one metric through its periods, while a person follows it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from parsers.model import Status
from tui import paint
from tui.panes.timeline import TimelinePane
from tui.panes.timeline_rows import GUTTER
from tui.series import Groups, Point, Series, gather, series_of
from tui.state import Selection, clamp

BAR, STATUS = 12, 9
"""Cells that a bar needs at least, and that the word for what lies ahead takes after it."""


class ChartPane(TimelinePane):
    """Periods as bars in time; or, while ``following``, as values of the selected figure's metric."""

    following: var[bool] = var(False)
    series: Series | str = ""
    """What is drawn while following, or the line that says why there is nothing to draw."""
    _groups: Groups | None = None
    _sizes: tuple[int, int, bool] | None = None
    """Cells that the labels and the values of the series need, and whether some lie ahead."""

    def watch_following(self) -> None:
        self._refollow()
        self._measure()
        self.follow()
        self.refresh()

    def watch_index(self) -> None:
        self._groups = None
        self._refollow()
        super().watch_index()

    def watch_selection(self) -> None:
        self._refollow()
        super().watch_selection()
        if self.following:
            self._measure()
            self.refresh()

    def studied(self) -> Series | str:
        """What there is to follow from the selection."""
        if self.index is None or self.index.partial:
            return "The figures of this document are not read yet."
        if self._groups is None:
            self._groups = gather(self.index)
        return series_of(self.index, self._groups, self.selection)

    def move(self, step: str) -> Selection | None:
        if not self.following:
            return super().move(step)
        by = {"up": -1, "left": -1, "down": 1, "right": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2}
        size = len(self._points)
        return self._step({**by, "top": -size, "bottom": size}[step])

    def neighbour(self, by: int) -> Selection | None:
        return self._step(by) if self.following else super().neighbour(by)

    def scale(self, by: int) -> tuple[int, ...]:
        return self.window if self.following else super().scale(by)

    def in_view(self) -> Iterator[Selection]:
        if not self.following:
            return super().in_view()
        top = self.scroll_offset.y
        return (Selection.figure(point.figures[0]) for point in self._points[top : top + self.page])

    def at_row(self, row: int) -> Selection | None:
        if not self.following:
            return super().at_row(row)
        return Selection.figure(self._points[row].figures[0]) if row < len(self._points) else None

    def follow(self) -> None:
        if not self.following:
            super().follow()
        elif (row := self._row()) is not None:
            self.show_row(row)

    def render_line(self, y: int) -> Strip:
        if not self.following:
            return super().render_line(y)
        width, base = self.size.width, self.base
        if isinstance(self.series, str):
            words = self.series if y == 0 else self._way_back() if y == 1 else ""
            style = base + (self.style("paint--dim") if y else Style())
            return Strip([Segment(paint.fitted(f" {words}", width), style)]).adjust_cell_length(width, base)
        row = self.scroll_offset.y + y - self.HEAD
        if y < self.HEAD:
            label, value, _ = self._widths(self.series)
            head = (
                " " * GUTTER + paint.fitted("period", label) + " " + paint.fitted("value", value, right=True)
            )
            style = base + self.style("paint--head")
            return Strip([Segment(head, style)]).adjust_cell_length(width, style)
        if row >= len(self.series.points):
            return Strip.blank(width, base)
        return self._point_row(self.series, row, width, base)

    def _way_back(self) -> str:
        key = self.key_names.get("follow", "")
        return f"{key} or Esc goes back to the timeline." if key else "Esc goes back to the timeline."

    @property
    def _points(self) -> tuple[Point, ...]:
        return () if isinstance(self.series, str) else self.series.points

    def _refollow(self) -> None:
        """A date keeps the chart that is there; a figure shows its own."""
        now = self.selection
        rows = self.series.rows if isinstance(self.series, Series) and self._groups is not None else None
        kept = rows is not None and now is not None and (not now.is_figure or now.at in rows)
        if not self.following:
            self.series = ""
        elif not kept:
            self.series = self.studied()
            self._sizes = None

    def _row(self) -> int | None:
        if not self.following:
            return super()._row()
        if isinstance(self.series, str) or self.selection is None or not self.selection.is_figure:
            return None
        return self.series.rows.get(self.selection.at)

    def _step(self, by: int) -> Selection | None:
        points, row = self._points, self._row()
        at = clamp((0 if by > 0 else len(points)) if row is None else row + by, len(points))
        return None if not points or at == row else Selection.figure(points[at].figures[0])

    def _widths(self, series: Series) -> tuple[int, int, int]:
        """Cells for the label, the value and the bar."""
        if self._sizes is None:
            label = min(20, max(6, *(cell_len(p.label) for p in series.points)))
            value = max(5, *(cell_len(p.value) for p in series.points))
            self._sizes = label, value, any(p.status is not Status.REPORTED for p in series.points)
        label, value, told = self._sizes
        rest = self.room - GUTTER - label - 1 - value - 2 - 1
        return label, value, max(0, rest - STATUS if told and rest >= BAR + STATUS else rest)

    def _point_row(self, series: Series, row: int, width: int, base: Style) -> Strip:
        point, selected = series.points[row], row == self._row()
        label, value, room = self._widths(series)
        over = self.style("paint--selected") if selected else Style()
        name = self.labels.get(Selection.figure(point.figures[0]), "")
        lead = name or (paint.CURSOR if selected else " ")
        look = self.style("paint--label" if name else "paint--lead")
        bar = base + self.style("paint--lead" if selected else "paint--moment")
        status = "" if point.status is Status.REPORTED or room < BAR else f" {point.status}"
        segments = [
            Segment(paint.fitted(lead, GUTTER), base + look),
            Segment(paint.fitted(point.label, label), base + over),
            Segment(" ", base),
            Segment(paint.fitted(point.value, value, right=True), base + over),
            Segment("  ", base),
            Segment(drawn(series, point, room), bar),
            Segment(status, base + self.style("paint--inferred")),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _measure(self) -> None:
        super()._measure()
        if self.following:
            self.HEAD = 1 if self._points else 0
            self.virtual_size = Size(self.room, len(self._points) + self.HEAD)

    def _entitle(self) -> None:
        if isinstance(self.series, Series):
            self.set_title(self.series.title)
            self.border_subtitle = ""
        else:
            super()._entitle()


def drawn(series: Series, point: Point, width: int) -> str:
    """The bar of a value from zero, or of a range from end to end, on the scale of its series."""
    zero = Decimal(0)
    scale = (series.high - series.low) or Decimal(1)
    ends = (
        (point.low, point.high) if point.low != point.high else (min(point.low, zero), max(point.high, zero))
    )
    left, right = (int((end - series.low) / scale * width + Decimal("0.5")) for end in ends)
    left = min(left, max(0, width - 1))
    right = min(width, max(right, left + 1))
    mark = "━"
    bar = (paint.AHEAD[mark] if point.ahead else mark) * (right - left)
    return (" " * left + bar).ljust(width)
