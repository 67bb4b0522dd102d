"""The source pane: the article, wrapped, with every figure and moment lit and the selection marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.geometry import Size
from textual.strip import Strip
from textual.worker import get_current_worker

from tui import paint
from tui.panes.base import Pane
from tui.state import Selection
from tui.wrap import Rows, cells, expand, wrap

if TYPE_CHECKING:
    from textual.selection import Selection as TextSelection

GUTTER = 2
MEASURE = 100
"""The widest a line of text gets: longer ones are hard to read."""
LARGE = 1_000_000
"""Characters from which the text is wrapped in a thread."""
EMPTY = ("This document has no text.", "")


class SourcePane(Pane):
    """The text as it is. Nothing is inserted into it: signs stand in the gutter."""

    TITLE = "3 Source"
    _rows: Rows | None = None
    _bare = False
    """There is nothing in the text but white space."""
    _partners: frozenset[Selection] = frozenset()

    def watch_index(self) -> None:
        same = (
            self._rows is not None and self.index is not None and self._rows.text is self.index.document.text
        )
        if not same:
            self._rows = None
            self.scroll_to(y=0, animate=False, force=True)
        self._bare = self.index is not None and not self.index.document.text.strip()
        self.set_title()
        self._wrap()
        self.refresh()

    def watch_selection(self) -> None:
        self._partners = self.index.partners(self.selection) if self.index else frozenset()
        self.follow()
        if self._rows is None or self.index is None or self.selection is None:
            self.refresh()
            return
        spans = map(self.index.span, (self.selection, *self._partners))
        self.relight(row for span in spans for row in self._rows_of(*span))

    def watch_matches(self) -> None:
        if len(self.matches):
            self.show_offset(self.matches.starts[self.matches.current])
        self.refresh()

    def on_resize(self) -> None:
        self._wrap()

    def follow(self) -> None:
        """Bring the selection into sight."""
        if self.index and self.selection:
            self.show_offset(self.index.span(self.selection)[0])

    def _rows_of(self, start: int, end: int) -> range:
        assert self._rows is not None
        return range(self._rows.row_of(start), self._rows.row_of(max(start, end - 1)) + 1)

    def in_sight(self, offset: int) -> bool:
        """Whether a place of the text is on the screen."""
        top = self.scroll_offset.y
        return self._rows is not None and top <= self._rows.row_of(offset) < top + self.page

    def in_view(self) -> Iterator[Selection]:
        """The mentions that begin in a line on the screen."""
        if self._rows is None or self.index is None:
            return iter(())
        top = min(self.scroll_offset.y, len(self._rows) - 1)
        start = self._rows.starts[top]
        end = self._rows.bounds(min(top + self.page, len(self._rows)) - 1)[1]
        return (mention for first, _, mention in self.index.between(start, end) if first >= start)

    def place_of(self, offset: int) -> tuple[int, int]:
        """The row of the text and the column of the pane at which a character is drawn."""
        assert self._rows is not None
        row = self._rows.row_of(offset)
        return row, self._rows.column_of(row, offset) + GUTTER

    def show_offset(self, offset: int) -> None:
        """Bring a place of the text into sight."""
        if self._rows is not None and self.size.height:
            self.show_row(self._rows.row_of(offset))

    def move(self, step: str) -> Selection | None:
        """Sideways from mention to mention; up and down to the next line that has one, if it is near."""
        if self.index is None or self._rows is None or not self._rows:
            return None
        mentions = self.index.mentions
        if step in ("top", "bottom"):
            self.scroll_to(y=0 if step == "top" else len(self._rows), animate=False, force=True)
            return mentions[0 if step == "top" else -1][2] if mentions else None
        if step in ("left", "right"):
            at = self.index.order[self.selection] if self.selection else -1
            at += 1 if step == "right" else -1
            return mentions[at][2] if 0 <= at < len(mentions) else None
        if step in ("up", "down"):
            return self._line(1 if step == "down" else -1)
        by = self.page if step.startswith("page") else max(1, self.page // 2)
        return self._leaf(by if step.endswith("down") else -by)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = self.scroll_offset.y + (offset.y if offset else 0)
        if offset is None or self.index is None or self._rows is None or row >= len(self._rows):
            return
        place = self._rows.offset_at(row, offset.x - GUTTER)
        for _, end, selection in self.index.between(place, place + 1):
            if place < end:
                self.post_message(self.Picked(selection))
                return

    def get_selection(self, selection: TextSelection) -> tuple[str, str] | None:
        """The source text under the mouse selection: as it is, without the breaks that wrapping made."""
        rows = self._rows
        if rows is None or not rows:
            return None
        first, last = selection.start, selection.end
        start = 0 if first is None else self._place(first.y, first.x)
        end = len(rows.text) if last is None else self._place(last.y, last.x)
        return rows.text[start:end], "\n"

    def selection_updated(self, selection: TextSelection | None) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None:
            return Strip.blank(width, base)
        if self._bare:
            line = EMPTY[0] if y == 1 else ""
            return Strip([Segment(f" {line}", base)]).adjust_cell_length(width, base)
        row = self.scroll_offset.y + y
        if self._rows is None or row >= len(self._rows):
            return Strip.blank(width, base)
        return self._draw(row, width, base)

    def _wrap(self) -> None:
        width = min(self.room - GUTTER, MEASURE)
        if self.index is None or width <= 0:
            return
        if (
            self._rows is not None
            and self._rows.width == width
            and self._rows.text is self.index.document.text
        ):
            return
        if len(self.index.document.text) > LARGE:
            self._wrap_in_thread(self.index.document.text, width)
        else:
            self._show_rows(wrap(self.index.document.text, width))

    @work(thread=True, exclusive=True, group="wrap")
    def _wrap_in_thread(self, text: str, width: int) -> None:
        rows = wrap(text, width)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_rows, rows)

    def _show_rows(self, rows: Rows) -> None:
        if self.index is None or rows.text is not self.index.document.text:
            return
        self._rows = rows
        self.virtual_size = Size(self.room, len(rows))
        self.follow()
        self.refresh()

    def _line(self, by: int) -> Selection | None:
        """The nearest mention on the next line that has one, if that line is in sight or next to it."""
        assert self.index is not None
        assert self._rows is not None
        top, page = self.scroll_offset.y, self.page
        row, column = (top - 1 if by > 0 else top + page), 0
        if self.selection is not None:
            place = self.index.span(self.selection)[0]
            own = self._rows.row_of(place)
            if top <= own < top + page:
                row, column = own, self._rows.column_of(own, place)
        edge = min(top + page, len(self._rows) - 1) if by > 0 else max(top - 1, 0)
        for line in range(row + by, edge + by, by):
            start, end = self._rows.bounds(line)
            found = [m for m in self.index.between(start, end) if m[0] >= start]
            if found:
                return min(found, key=lambda m: abs(self._rows_column(line, m[0]) - column))[2]
        self.scroll_to(y=top + by, animate=False, force=True)
        return None

    def _rows_column(self, row: int, offset: int) -> int:
        assert self._rows is not None
        return self._rows.column_of(row, offset)

    def _leaf(self, by: int) -> Selection | None:
        """A page further; the selection goes with it, to the first mention in sight."""
        assert self.index is not None
        assert self._rows is not None
        last = max(0, len(self._rows) - self.page)
        top = max(0, min(self.scroll_offset.y + by, last))
        moved = top != self.scroll_offset.y
        self.scroll_to(y=top, animate=False, force=True)
        first = min(top + (0 if top in (0, last) else 2), len(self._rows) - 1)
        end = self._rows.bounds(min(top + self.page, len(self._rows)) - 1)[1]
        found = [m[2] for m in self.index.between(self._rows.starts[first], end)]
        return found[0 if moved or by < 0 else -1] if found else None

    def _place(self, row: int, column: int) -> int:
        """The offset in the text of a place on the screen, as the mouse selection counts it."""
        assert self._rows is not None
        if row >= len(self._rows):
            return len(self._rows.text)
        start, end = self._rows.bounds(row)
        shown = column - GUTTER
        for offset in range(start, end):
            if shown <= 0:
                return offset
            tab = self._rows.text[offset] == "\t"
            shown -= len(expand("\t", cells(self._rows.text[start:offset]))) if tab else 1
        return end

    def _draw(self, row: int, width: int, base: Style) -> Strip:
        assert self.index is not None
        assert self._rows is not None
        start, end = self._rows.bounds(row)
        text = self._rows.text[start:end]
        lead, layers, labels = " ", [], []
        for first, last, mention in self.index.between(start, end):
            style = self.style(paint.style_of(self.index, mention))
            if mention == self.selection:
                lead = paint.CURSOR
            elif mention in self._partners:
                style += self.style("paint--partner")
                lead = paint.PARTNER if lead == " " else lead
            elif mention.is_figure and mention.at in self.marks:
                lead = paint.MARK if lead == " " else lead
            layers.append((first, last, style))
            if name := self.labels.get(mention, "") if first >= start else "":
                name = name[: end - first]
                text = text[: first - start] + name + text[first - start + len(name) :]
                labels.append((first, first + len(name), self.style("paint--label")))
        if self.selection is not None:
            first, last = self.index.span(self.selection)
            if first < end and last > start:
                layers.append((first, last, self.style("paint--selected")))
        for first, last, current in self.matches.between(start, end):
            layers.append((first, last, self.style("paint--current" if current else "paint--match")))
        if (chosen := self.text_selection) is not None and (bounds := chosen.get_span(row)) is not None:
            over = self.screen.get_component_rich_style("screen--selection", partial=True)
            last = end if bounds[1] < 0 else self._place(row, bounds[1])
            layers.append((self._place(row, bounds[0]), last, over))
        layers += labels
        segments = [Segment(lead + " ", base + self.style("paint--lead"))]
        column = 0
        for _, piece, style in paint.layered(text, start, layers, base):
            shown = expand(piece, column) if "\t" in piece else piece
            column += cells(shown)
            segments.append(Segment(shown, style))
        return Strip(segments).adjust_cell_length(width, base).apply_offsets(0, row)
