"""How the timeline pane looks: its axis, its lanes, and the lanes of what has no date."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from parsers.model import Document
from tui import fiscal, paint
from tui.axis import Axis, ticks
from tui.index import Lane
from tui.panes.base import Pane
from tui.ruler import fiscal_ruler
from tui.state import Selection
from tui.wording import day, span

GUTTER = 2
NOW, PUBLISHED = "┊", "╎"
"""Where the day stands that relative dates count from, and the day that the article itself bears."""


class TimelineRows(Pane):
    """The drawing of the timeline pane, a lane at a time."""

    axis: var[Axis | None] = var[Axis | None](None)
    _whole: Axis | None = None
    _label: int = 0
    _related: AbstractSet[int] = frozenset()
    """The rows of the dates that belong to the selection."""
    _begins: int | None = None
    """The month in which the fiscal year begins, where the document tells it."""

    @property
    def _tail(self) -> int:
        """Cells that the count of figures takes at the right."""
        return 8 if self.size.width >= 46 else 5

    def _row(self) -> int | None:
        return self.index.lane_of.get(self.selection) if self.index and self.selection else None

    def _first(self, lane: Lane) -> Selection:
        return Selection.moment(lane.moments[0]) if lane.moments else Selection.figure(lane.figures[0])

    def _title_of(self, lane: Lane) -> str:
        if lane.first is not None and lane.last is not None:
            moments = self.index.document.moments if self.index else ()
            names = (fiscal.name(moments[at]) for at in lane.moments[:8])
            return next(filter(None, names), span(lane.first, lane.last, lane.calendar))
        return "undated" if lane.moments else "no period"

    def _days(self, axis: Axis) -> Mapping[int, str]:
        """The columns of the article's own days, with their signs; its "now" over the day of publication."""
        document = self.index.document if self.index else Document(text="")
        own = ((document.published, PUBLISHED), (document.reference_date, NOW))
        found = {axis.column(each.toordinal()): mark for each, mark in own if each is not None}
        return {at: mark for at, mark in found.items() if 0 <= at < axis.width}

    def _legend(self) -> str:
        """What the signs of the article's own days stand for; where it is one day, it is said once."""
        document = self.index.document if self.index and self.index.lanes else None
        now, own = (document.reference_date, document.published) if document else (None, None)
        if now is None:
            return ""
        if now == own:
            return f"{NOW} published {day(now)}"
        said = f"{NOW} as of {day(now)}"
        return f"{said}  {PUBLISHED} published {day(own)}" if own else said

    def _fiscal(self, axis: Axis | None, width: int, base: Style) -> Strip:
        """The second ruler: the quarters and years of the company."""
        style = base + self.style("paint--dim")
        cells = [" "] * (axis.width if axis else 0)
        if axis is not None and self._begins is not None:
            for column, label in fiscal_ruler(axis, self._begins):
                cells[column : column + len(label)] = label
        title = paint.fitted("fiscal", GUTTER + self._label, right=True)
        return Strip([Segment(f"{title} {''.join(cells)}", style)]).adjust_cell_length(width, style)

    def _head(self, axis: Axis | None, width: int, base: Style) -> Strip:
        style = base + self.style("paint--head")
        cells = [" "] * (axis.width if axis else 0)
        if axis is not None and self.index and any(lane.first for lane in self.index.lanes):
            for tick in ticks(axis):
                ends = tick.column + 1 + len(tick.label)
                if tick.column + 1 >= axis.width:
                    continue  # it would touch the head behind it
                label = tick.label if ends < axis.width else ""
                for at, character in enumerate("│" + label, tick.column):
                    cells[at] = character
            for at, mark in self._days(axis).items():
                if cells[at] == " ":
                    cells[at] = mark
        figures = paint.fitted("figures" if self._tail > 5 else "fig.", self._tail - 1, right=True)
        text = " " * (GUTTER + self._label + 1) + "".join(cells) + figures
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _draw(self, row: int, axis: Axis, width: int, base: Style) -> Strip:
        assert self.index is not None
        lane = self.index.lanes[row]
        selected = row == self._row()
        related = not selected and row in self._related
        over = (
            self.style("paint--selected" if selected else "paint--beside") if selected or related else Style()
        )
        lead = paint.CURSOR if selected else paint.PARTNER if related else " "
        name = self.labels.get(self._first(lane), "")
        look = self.style("paint--label" if name else "paint--lead")
        dated = lane.first is not None
        title = paint.fitted(self._title_of(lane), self._label)
        quiet = Style() if dated else self.style("paint--dim")
        segments = [
            Segment(paint.fitted(name or lead, GUTTER), base + look),
            Segment(title, base + quiet + over),
            Segment(" ", base),
            *self._bar(lane, axis, base, selected=selected),
            Segment(paint.fitted(self._count(lane), self._tail - 1, right=True), base + quiet),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _count(self, lane: Lane) -> str:
        return f"{len(lane.figures):,}" if lane.figures else "-"

    def _bar(self, lane: Lane, axis: Axis, base: Style, *, selected: bool) -> list[Segment]:
        """The axis of one row: its bar, an arrow where it lies outside the window, the reference day."""
        assert self.index is not None
        cells = [" "] * axis.width
        rule = base + self.style("paint--rule")
        style = base + self.style("paint--lead" if selected else "paint--moment")
        for at, mark in self._days(axis).items():
            cells[at] = mark
        now = self.index.document.reference_date
        if lane.first is None or lane.last is None:
            text = self._undated(lane)
            return [Segment(paint.fitted(text, axis.width), base + self.style("paint--dim"))]
        left, right = axis.bar(lane.first, lane.last)
        if right <= 0 or left >= axis.width:
            left, right, mark = (0, 1, "‹") if right <= 0 else (axis.width - 1, axis.width, "›")
        else:
            mark = paint.INSTANT if lane.first == lane.last else paint.BARS[lane.calendar]
        left, right = max(0, left), min(axis.width, right)
        if now is None or lane.last <= now:
            today = right
        else:
            today = left if lane.first > now else min(right, max(left, axis.column(now.toordinal()) + 1))
        bar = mark * (today - left) + paint.AHEAD.get(mark, mark) * (right - today)
        begin, end = axis.bar(lane.first, lane.last)
        bar = ("‹" if begin < 0 < end else bar[:1]) + bar[1:]
        bar = bar[:-1] + ("›" if begin < axis.width < end else bar[-1:])
        before, after = "".join(cells[:left]), "".join(cells[right:])
        return [Segment(before, rule), Segment(bar, style), Segment(after, rule)]

    def _undated(self, lane: Lane) -> str:
        assert self.index is not None
        if not lane.moments:
            return "figures that belong to no date"
        words = (" ".join(self.index.document.moments[at].text.split()) for at in lane.moments[:8])
        return f"{len(lane.moments)}: " + ", ".join(words)
