"""How the source pane looks: the text wrapped to its width, and a line with all that is lit in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.worker import get_current_worker

from tui import paint
from tui.panes.base import Pane
from tui.together import NOBODY, Partners
from tui.wrap import Rows, cells, expand, wrap

if TYPE_CHECKING:
    from textual.selection import Selection as TextSelection

GUTTER = 2
MEASURE = 100
"""The widest a line of text gets: longer ones are hard to read."""
NARROW, AIR = 40, 1
"""Cells up to which a line of text goes to the pane's very edge, and those that it keeps from it else."""
LARGE = 1_000_000
"""Characters from which the text is wrapped in a thread."""


class SourceLines(Pane):
    """The wrapping and the drawing of the source pane. Nothing is inserted into the text."""

    _rows: Rows | None = None
    numbered: var[bool] = var(False)
    """Whether the lines of the file have their numbers before them."""
    _starts: Sequence[int] = ()
    """Where the lines of the file begin, once their numbers are wanted."""
    _bare = False
    """There is nothing in the text but white space."""
    _partners: Partners = NOBODY

    @property
    def margin_cells(self) -> int:
        """Cells before the text: the sign, and the line's number where it is wanted."""
        return GUTTER + (len(str(len(self._starts))) + 1 if self.numbered else 0)

    def watch_numbered(self) -> None:
        self._wrap()
        self.refresh()

    def _number(self, start: int) -> str:
        """The number of the line of the file that begins at an offset; blanks in its further rows."""
        room = self.margin_cells - GUTTER
        if not room:
            return ""
        line = bisect_right(self._starts, start)
        begins = self._starts[line - 1] == start
        return f"{line if begins else '':>{room - 1}} "

    def render_lines(self, crop: Region) -> list[Strip]:
        """As every pane; the first picture comes before the news of the size, and shows the text already."""
        if self._rows is None and self.index is not None and len(self.index.document.text) <= LARGE:
            self._wrap()
        return super().render_lines(crop)

    def _wrap(self) -> None:
        if self.index is None:
            return
        self._starts = self._line_starts() if self.numbered else ()
        width = self.room - self.margin_cells
        width = min(width - AIR if width > NARROW else width, MEASURE)
        if width <= 0:
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

    def _line_starts(self) -> Sequence[int]:
        from parsers.text import lines_of

        return lines_of(self.index.document.text) if self.index else ()

    @work(thread=True, exclusive=True, group="wrap", description="wrap")
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

    def follow(self) -> None:
        """Bring the selection into sight."""
        if self.index and self.selection:
            self.show_offset(self.index.span(self.selection)[0])

    def show_offset(self, offset: int) -> None:
        """Bring a place of the text into sight."""
        if self._rows is not None and self.size.height:
            self.show_row(self._rows.row_of(offset))

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

    def _place(self, row: int, column: int) -> int:
        """The offset in the text of a place on the screen, as the mouse selection counts it."""
        assert self._rows is not None
        if row >= len(self._rows):
            return len(self._rows.text)
        start, end = self._rows.bounds(row)
        shown = column - self.margin_cells
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
        layers += self._over(row, start, end)
        layers += labels
        number = Segment(self._number(start), base + self.style("paint--dim"))
        segments = [Segment(lead + " ", base + self.style("paint--lead")), number]
        column = 0
        for _, piece, style in paint.layered(text, start, layers, base):
            shown = expand(piece, column) if "\t" in piece else piece
            column += cells(shown)
            segments.append(Segment(shown, style))
        return Strip(segments).adjust_cell_length(width, base).apply_offsets(0, row)

    def _over(self, row: int, start: int, end: int) -> list[tuple[int, int, Style]]:
        """What lies over the mentions: evidence, the selection, matches, what the mouse chose."""
        assert self.index is not None
        said = self.style("paint--evidence")
        layers = [(first, last, said) for first, last in self.index.evidence(self.selection)]
        if self.selection is not None:
            layers.append((*self.index.span(self.selection), self.style("paint--selected")))
        for first, last, current in self.matches.between(start, end):
            layers.append((first, last, self.style("paint--current" if current else "paint--match")))
        if (chosen := self.text_selection) is not None and (bounds := chosen.get_span(row)) is not None:
            over = self.screen.get_component_rich_style("screen--selection", partial=True)
            last = end if bounds[1] < 0 else self._place(row, bounds[1])
            layers.append((self._place(row, bounds[0]), last, over))
        return layers
