"""The findings pane: what the checks found, a row each; the chosen one unfolds into its computation."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from parsers.findings.base import NOTE
from parsers.model import Finding, State
from parsers.report import coverage_words
from tui import paint
from tui.panes.base import Pane
from tui.state import Selection, clamp
from tui.wrap import wrap

GUTTER = 4
EMPTY = (
    "Nothing here could be checked.",
    "Checks need two figures that hang together: one amount in two currencies, growth and its two ends,",
    "parts and their sum, a weekday and its date.",
)
SIGNS = {State.DISAGREES: "!", State.AGREES: "=", State.CANNOT_CHECK: "?"}


class FindingsPane(Pane):
    """Disagreements first; moving here selects the figures of a finding everywhere."""

    TITLE = "4 Findings"
    _at: int | None = None
    """The chosen finding, by its position in the document."""
    _unfolded: Sequence[tuple[str, str]] = ()
    """The lines of the chosen one: (component class, words)."""

    def watch_index(self) -> None:
        self._at = None
        self._unfold()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def watch_selection(self) -> None:
        """Unfold the finding that the selection belongs to, unless the chosen one holds it already."""
        if self.index is None:
            return
        if self._at is None or self.selection not in self.index.concerned[self._at]:
            found = self.index.told.get(self.selection, ()) if self.selection else ()
            self._at = found[0] if found else None
            self._unfold()
            self.follow()
        self.refresh()

    def on_resize(self) -> None:
        self._unfold()
        self.follow()

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings of the document, what disagrees first."""
        return self.index.document.findings if self.index else ()

    def follow(self) -> None:
        """Bring the chosen finding into sight."""
        if self._at is not None:
            self.show_row(self._at + max(0, len(self._unfolded) - 1))
            self.show_row(self._at)

    def move(self, step: str) -> Selection | None:
        """From finding to finding."""
        if not self.findings or step in ("left", "right"):
            return None
        size = len(self.findings)
        by = {"up": -1, "down": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2, "top": -size, "bottom": size}
        if self._at is None:
            return self.choose(size - 1 if step == "bottom" else 0)
        return self.choose(clamp(self._at + by[step], size))

    def step(self, by: int) -> Selection | None:
        """The next or previous finding that disagrees, round and round; of all, where none does."""
        wrong = [n for n, finding in enumerate(self.findings) if finding.state is State.DISAGREES]
        among = wrong or list(range(len(self.findings)))
        if not among:
            return None
        if self._at is None:
            return self.choose(among[0 if by > 0 else -1])
        later = [n for n in among if (n > self._at if by > 0 else n < self._at)]
        ahead = later[0 if by > 0 else -1] if later else among[0 if by > 0 else -1]
        return self.choose(ahead)

    def choose(self, at: int) -> Selection | None:
        """Choose a finding; gives what of it is selected."""
        assert self.index is not None
        self._at = at
        self._unfold()
        self.follow()
        self.refresh()
        concerned = self.index.concerned[at]
        return concerned[0] if concerned else None

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.index is None:
            return
        at = self._finding_at(self.scroll_offset.y + offset.y)
        if at is not None and (chosen := self.choose(at)) is not None:
            self.post_message(self.Picked(chosen))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base
        if self.index is None:
            return Strip.blank(width, base)
        if not self.findings:
            line = EMPTY[y] if y < len(EMPTY) else ""
            style = base + (self.style("paint--dim") if y else Style())
            return Strip([Segment(f" {line}", style)]).adjust_cell_length(width, base)
        row = self.scroll_offset.y + y
        at = self._finding_at(row)
        if at is None:
            return Strip.blank(width, base)
        if at == self._at:
            return self._unfolded_line(row - at, width, base)
        finding = self.findings[at]
        text = paint.fitted(finding.message, max(0, self.room - GUTTER))
        quiet = Style() if finding.state is State.DISAGREES else self.style("paint--dim")
        sign = Segment(f"  {self._sign(finding)} ", base + self._look(finding))
        return Strip([sign, Segment(text, base + quiet)]).adjust_cell_length(width, base)

    def _unfolded_line(self, line: int, width: int, base: Style) -> Strip:
        assert self._at is not None
        finding = self.findings[self._at]
        look, words = self._unfolded[line]
        over = self.style("paint--selected") if not line else Style()
        lead = f"{paint.CURSOR} {self._sign(finding)} " if not line else " " * GUTTER
        style = base + (self.style(look) if look else Style())
        segments = [Segment(lead, base + self._look(finding) + over), Segment(words, style + over)]
        return Strip(segments).adjust_cell_length(width, base + over)

    def _sign(self, finding: Finding) -> str:
        return "i" if finding.severity == NOTE else SIGNS[finding.state]

    def _look(self, finding: Finding) -> Style:
        return self.style("paint--alert" if finding.state is State.DISAGREES else "paint--dim")

    def _finding_at(self, row: int) -> int | None:
        """The finding on a row; the chosen one has several."""
        extra = max(0, len(self._unfolded) - 1)
        if self._at is not None and row > self._at:
            row = max(self._at, row - extra)
        return row if 0 <= row < len(self.findings) else None

    def _unfold(self) -> None:
        """Break the message and the formula of the chosen finding into lines; tell the size and the title."""
        room = max(10, self.room - GUTTER)
        self._unfolded = ()
        if self._at is not None and self.index is not None:
            finding = self.findings[self._at]
            parts = [("", finding.message)]
            parts += [("paint--dim", part) for part in (finding.formula or "").split("; ") if part]
            self._unfolded = [(look, line) for look, words in parts for line in _lines(words, room)]
        rows = len(self.findings) + max(0, len(self._unfolded) - 1)
        self.virtual_size = Size(self.room, rows)
        wrong = sum(finding.state is State.DISAGREES for finding in self.findings)
        covered = coverage_words(self.index.document) if self.index else ""
        self.set_title(f"{wrong} of {len(self.findings)}" if wrong else "", covered)


def _lines(words: str, room: int) -> list[str]:
    rows = wrap(words, room)
    return [words[slice(*rows.bounds(row))].rstrip() for row in range(len(rows))]
