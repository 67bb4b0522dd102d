"""The timeline pane: periods as bars on a true time axis, with the figures that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from tui.axis import Axis, whole
from tui.fiscal import year_begins
from tui.panes.timeline_rows import GUTTER, TimelineRows
from tui.state import Selection, clamp
from tui.wording import counted, days_words

EMPTY = ("No dates in this document.", "Every date, quarter or year that the text names has a row here.")
ZOOM = 2.0
FISCAL_COLUMNS, FISCAL_ROWS = 16, 5
"""The least room for a second ruler: three lanes stay in sight below it."""


class TimelinePane(TimelineRows):
    """A row per period; what has no date is listed and counted below."""

    TITLE = "Timeline"
    HEAD = 1

    window: var[tuple[int, ...]] = var[tuple[int, ...]](())
    """First and last day (proleptic ordinals) of what a person has zoomed to; empty: nobody has."""

    def watch_index(self) -> None:
        self.axis = None
        self._begins = year_begins(self.index.document.moments) if self.index else None
        self._measure()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def watch_selection(self) -> None:
        self._related = self.index.lanes_beside(self.selection) if self.index else frozenset()
        self.follow()
        own = self._row()
        self._entitle()
        self.relight(self._related if own is None else {own, *self._related})

    def watch_axis(self) -> None:
        self._entitle()
        self.refresh()

    def on_resize(self) -> None:
        self._measure()
        self.follow()

    def follow(self) -> None:
        """Bring the selection's lane into sight, and its days into the window."""
        row = self._row()
        if row is None or self.index is None:
            return
        self.show_row(row)
        lane = self.index.lanes[row]
        if self.axis and self._whole and lane.first and lane.last:
            days = lane.first.toordinal(), lane.last.toordinal() + 1
            self.axis = self.axis.showing(*days, self._whole)

    def move(self, step: str) -> Selection | None:
        """Lanes up and down; sideways earlier and later in time."""
        if self.index is None or not self.index.lanes:
            return None
        if step in ("left", "right"):
            return self.neighbour(-1 if step == "left" else 1)
        size = len(self.index.lanes)
        by = {"up": -1, "down": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2, "top": -size, "bottom": size}
        row = self._row()
        at = clamp(row + by[step], size) if row is not None else (size - 1 if step == "bottom" else 0)
        return None if at == row else self._first(self.index.lanes[at])

    def neighbour(self, by: int) -> Selection | None:
        """The next or previous lane that has figures."""
        if self.index is None:
            return None
        lanes = self.index.lanes
        row = self._row()
        at = (row + by) if row is not None else (0 if by > 0 else len(lanes) - 1)
        while 0 <= at < len(lanes):
            if lanes[at].figures or not any(lane.figures for lane in lanes):
                return self._first(lanes[at])
            at += by
        return None

    def scale(self, by: int) -> tuple[int, ...]:
        """Zoom into the selection's time (or the article's "now"), or out again; the window after it."""
        if self._whole is None or self.index is None or not any(lane.first for lane in self.index.lanes):
            return self.window
        axis = self.axis or self._whole
        row = self._row()
        lane = self.index.lanes[row] if row is not None else None
        now = self.index.document.reference_date
        centre = float(now.toordinal()) if now else (axis.start + axis.end) / 2
        if lane and lane.first and lane.last:
            centre = (lane.first.toordinal() + lane.last.toordinal() + 1) / 2
        self.axis = axis.zoomed(1 / ZOOM if by > 0 else ZOOM, centre, self._whole)
        return round(self.axis.start), round(self.axis.end)

    def in_view(self) -> Iterator[Selection]:
        """The first mention of each lane on the screen."""
        top = self.scroll_offset.y
        lanes = self.index.lanes if self.index else ()
        return map(self._first, lanes[top : top + self.page])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.index is None or offset.y < self.HEAD:
            return
        found = self.at_row(self.scroll_offset.y + offset.y - self.HEAD)
        if found is not None:
            self.post_message(self.Picked(found))

    def at_row(self, row: int) -> Selection | None:
        """What a row stands for."""
        lanes = self.index.lanes if self.index else ()
        return self._first(lanes[row]) if row < len(lanes) else None

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None or self.index.partial:
            return Strip.blank(width, base)
        if not self.index.lanes or not self.index.document.moments:
            return self.say(EMPTY, y - 1)
        axis = self.axis or self._whole
        if y < self.HEAD:
            return (self._fiscal if y else self._head)(axis, width, base)
        row = self.scroll_offset.y + y - self.HEAD
        if row >= len(self.index.lanes) or axis is None:
            return Strip.blank(width, base)
        return self._draw(row, axis, width, base)

    def _measure(self) -> None:
        """The widths of the label and of the axis, anew."""
        if self.index is None or not self.size.width:
            return
        labels = [len(self._title_of(lane)) for lane in self.index.lanes[:500]]
        room = self.room - GUTTER
        self._label = min(max(labels, default=0), max(8, room * 2 // 5), 20)
        columns = max(1, room - self._label - 1 - self._tail)
        days = [d for lane in self.index.lanes for d in (lane.first, lane.last) if d]
        own = (self.index.document.reference_date, self.index.document.published) if days else ()
        self._whole = whole([*days, *(day for day in own if day)], columns)
        if self.axis is None:
            self.axis = self._earlier_window(columns) or self._first_window(columns)
        else:
            self.axis = Axis(self.axis.start, self.axis.end, columns)
        roomy = columns >= FISCAL_COLUMNS and self.size.height >= FISCAL_ROWS
        self.HEAD = 2 if self._begins and roomy else 1
        self.virtual_size = Size(self.room, len(self.index.lanes) + self.HEAD)
        self._entitle()

    def _earlier_window(self, columns: int) -> Axis | None:
        """The window of an earlier time, where it lies within the days of this document."""
        whole, window = self._whole, self.window
        if whole is None or len(window) != 2 or not whole.start <= window[0] < window[1] <= whole.end + 1:
            return None
        return Axis(*window, columns)

    def _first_window(self, columns: int) -> Axis:
        """The days that figures belong to; a lone date far away would press them into a few cells."""
        assert self.index is not None
        assert self._whole is not None
        days = [d for lane in self.index.lanes if lane.figures for d in (lane.first, lane.last) if d]
        if not days:
            return self._whole
        own = (self.index.document.reference_date, self.index.document.published)
        days += [day for day in own if day is not None]
        part = whole(days, columns)
        return Axis(max(part.start, self._whole.start), min(part.end, self._whole.end), columns)

    def _entitle(self) -> None:
        self.border_subtitle = Content(self._legend())
        if self.index is None or self.index.partial:
            self.set_title()
            return
        row = self._row()
        lane = self.index.lanes[row] if row is not None else None
        chosen = days_words(lane.first, lane.last) if lane and lane.first and lane.last else ""
        part = self.axis is not None and self._whole is not None and self.axis != self._whole
        if not chosen:
            chosen = counted(len(self.index.document.moments), "date")
        self.set_title(chosen, f"in {self.axis.words()}" if part and self.axis else "")
