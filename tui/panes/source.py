"""The source pane: the article, wrapped, with every figure and moment lit and the selection marked."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.strip import Strip

from tui.panes.source_lines import SourceLines
from tui.state import Selection
from tui.together import Partners

EMPTY = ("This document has no text.",)


class SourcePane(SourceLines):
    """The text as it is. Nothing is inserted into it: signs stand in the gutter."""

    TITLE = "Source"

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
        self._partners = Partners(self.index, self.selection)
        self.follow()
        if self._rows is None or self.index is None or self.selection is None:
            self.refresh()
            return
        sight = self.index.between(*self._sight())
        spans = [(start, end) for start, end, mention in sight if mention in self._partners]
        spans += (self.index.span(self.selection), *self.index.evidence(self.selection))
        self.relight(row for span in spans for row in self._rows_of(*span))

    def watch_matches(self) -> None:
        if len(self.matches):
            self.show_offset(self.matches.starts[self.matches.current])
        self.refresh()

    def on_resize(self) -> None:
        self._wrap()

    def _sight(self) -> tuple[int, int]:
        """Where the text that is on the screen begins and ends."""
        if not self._rows:
            return 0, 0
        top = min(self.scroll_offset.y, len(self._rows) - 1)
        return self._rows.starts[top], self._rows.bounds(min(top + self.page, len(self._rows)) - 1)[1]

    def _rows_of(self, start: int, end: int) -> range:
        assert self._rows is not None
        return range(self._rows.row_of(start), self._rows.row_of(max(start, end - 1)) + 1)

    def in_sight(self, offset: int) -> bool:
        """Whether a place of the text is on the screen."""
        top = self.scroll_offset.y
        return self._rows is not None and top <= self._rows.row_of(offset) < top + self.page

    def in_view(self) -> Iterator[Selection]:
        """The mentions that begin in a line on the screen."""
        if self.index is None:
            return iter(())
        start, end = self._sight()
        return (mention for first, _, mention in self.index.between(start, end) if first >= start)

    def place_of(self, offset: int) -> tuple[int, int]:
        """The row of the text and the column of the pane at which a character is drawn."""
        assert self._rows is not None
        row = self._rows.row_of(offset)
        return row, self._rows.column_of(row, offset) + self.margin_cells

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
        place = self._rows.offset_at(row, offset.x - self.margin_cells)
        for _, end, selection in self.index.between(place, place + 1):
            if place < end:
                self.post_message(self.Picked(selection))
                return

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None:
            return Strip.blank(width, base)
        if self._bare:
            return self.say(EMPTY, y - 1)
        row = self.scroll_offset.y + y
        if self._rows is None or row >= len(self._rows):
            return Strip.blank(width, base)
        return self._draw(row, width, base)

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
