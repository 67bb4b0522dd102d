"""The detail pane: the selection in one line or two."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui import paint
from tui.describe import headline, second_line
from tui.index import Index
from tui.state import Selection


class DetailPane(Widget):
    """What is selected, what it says and what hangs on it; Enter shows all of it."""

    index: reactive[Index | None] = reactive[Index | None](None)
    selection: reactive[Selection | None] = reactive[Selection | None](None)
    notice: reactive[str] = reactive("")
    """What stands here when there is nothing to select: reading, or why not."""

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        if self.index is None or self.selection is None:
            words = self.notice if y == 0 else ""
            return Strip([Segment(f" {words}", base)]).adjust_cell_length(width, base)
        if y > 1:
            return Strip.blank(width, base)
        styles = self.screen.get_component_rich_style
        look = base + styles(paint.style_of(self.index, self.selection), partial=True)
        quiet, alert = base + styles("paint--dim", partial=True), base + styles("paint--alert", partial=True)
        parts = headline(self.index, self.selection) if y == 0 else second_line(self.index, self.selection)
        segments = [Segment(" ", base)]
        for number, part in enumerate(part for part in parts if part):
            if number:
                segments.append(Segment("  ·  ", quiet))
            style = look + Style(bold=True) if y == 0 and number == 0 else base
            segments.append(Segment(part, alert if part.startswith("! ") else style))
        strip = Strip(segments)
        if strip.cell_length > width:
            strip = Strip([*strip.crop(0, max(0, width - 1)), Segment("…", quiet)])
        return strip.adjust_cell_length(width, base)
