"""The findings pane: what the checks found, a row each; the chosen one unfolds into its computation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from parsers.model import State
from parsers.values import record
from tui import paint
from tui.index import Index
from tui.panes.base import Pane
from tui.state import Selection, clamp
from tui.wrap import wrap

if TYPE_CHECKING:
    from parsers.findings.compare import Comparison

GUTTER = 4
EMPTY = (
    "Nothing here could be checked.",
    (
        "Checks need two figures that hang together: one amount in two currencies, growth and its two ends, "
        "parts and their sum, a weekday and its date."
    ),
)
SIGNS = {State.DISAGREES: "!", State.AGREES: "=", State.CANNOT_CHECK: "?"}
NOTED = "i"
NO_COMPARISONS: tuple[Comparison, ...] = ()
ORDER = {State.DISAGREES: 0, State.AGREES: 1, State.CANNOT_CHECK: 2}


@record
class Told:
    """One row: what a check found in this document, or between it and another one that is open."""

    state: State
    sign: str
    message: str
    formula: str
    concerned: Sequence[Selection]


class FindingsPane(Pane):
    """Disagreements first; moving here selects the figures of a finding everywhere."""

    TITLE = "Findings"
    comparisons: reactive[tuple[Comparison, ...]] = reactive(NO_COMPARISONS)
    """What the documents that are open say of the same things."""

    _told: Sequence[Told] = ()
    _wrong = 0
    """How many of them disagree; they stand first."""
    _held: AbstractSet[Selection] = frozenset()
    """What the chosen one concerns."""
    _row_of: Mapping[Selection, int] = MappingProxyType({})
    """For each mention the first row that concerns it."""
    _at: int | None = None
    """The chosen row of these."""
    _unfolded: Sequence[tuple[str, str]] = ()
    """The lines of the chosen one: (component class, words)."""

    def watch_index(self) -> None:
        self._at = None
        self._gather()
        self.scroll_to(y=0, animate=False, force=True)

    def watch_comparisons(self) -> None:
        chosen = None if self._at is None else self._told[self._at]
        self._gather()
        self._at = self._told.index(chosen) if chosen in self._told else None
        self._unfold()

    def watch_selection(self) -> None:
        """Unfold the finding that the selection belongs to, unless the chosen one holds it already."""
        if self.index is None:
            return
        if self._at is None or self.selection not in self._held:
            self._at = self._row_of.get(self.selection) if self.selection is not None else None
            self._unfold()
            self.follow()
        self.refresh()

    def on_resize(self) -> None:
        self._unfold()
        self.follow()

    def follow(self) -> None:
        """Bring the chosen finding into sight."""
        if self._at is not None:
            self.show_row(self._at + max(0, len(self._unfolded) - 1))
            self.show_row(self._at)

    def move(self, step: str) -> Selection | None:
        """From finding to finding."""
        if not self._told or step in ("left", "right"):
            return None
        size = len(self._told)
        by = {"up": -1, "down": 1, "page_up": -self.page, "page_down": self.page}
        by |= {"half_up": -(self.page // 2), "half_down": self.page // 2, "top": -size, "bottom": size}
        if self._at is None:
            return self.choose(size - 1 if step == "bottom" else 0)
        return self.choose(clamp(self._at + by[step], size))

    def step(self, by: int) -> Selection | None:
        """The next or previous finding that disagrees, round and round; of all, where none does."""
        among = range(self._wrong or len(self._told))
        if not among:
            return None
        if self._at is None:
            return self.choose(among[0 if by > 0 else -1])
        ahead = self._at + 1 if by > 0 else min(self._at, len(among)) - 1
        return self.choose(ahead if ahead in among else among[0 if by > 0 else -1])

    def choose(self, at: int) -> Selection | None:
        """Choose a finding; gives what of it is selected."""
        self._at = at
        self._unfold()
        self.follow()
        self.refresh()
        concerned = self._told[at].concerned
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
        if self.index is None or self.index.partial:
            return Strip.blank(width, base)
        if not self._told:
            return self.say(EMPTY, y)
        row = self.scroll_offset.y + y
        at = self._finding_at(row)
        if at is None:
            return Strip.blank(width, base)
        if at == self._at:
            return self._unfolded_line(row - at, width, base)
        told = self._told[at]
        text = paint.fitted(told.message, max(0, self.room - GUTTER))
        quiet = Style() if told.state is State.DISAGREES else self.style("paint--dim")
        sign = Segment(f"  {told.sign} ", base + self._look(told))
        return Strip([sign, Segment(text, base + quiet)]).adjust_cell_length(width, base)

    def _unfolded_line(self, line: int, width: int, base: Style) -> Strip:
        assert self._at is not None
        told = self._told[self._at]
        look, words = self._unfolded[line]
        over = self.style("paint--selected") if not line else Style()
        lead = f"{paint.CURSOR} {told.sign} " if not line else " " * GUTTER
        style = base + (self.style(look) if look else Style())
        segments = [Segment(lead, base + self._look(told) + over), Segment(words, style + over)]
        return Strip(segments).adjust_cell_length(width, base + over)

    def _look(self, told: Told) -> Style:
        return self.style("paint--alert" if told.state is State.DISAGREES else "paint--dim")

    def _finding_at(self, row: int) -> int | None:
        """The finding on a row; the chosen one has several."""
        extra = max(0, len(self._unfolded) - 1)
        if self._at is not None and row > self._at:
            row = max(self._at, row - extra)
        return row if 0 <= row < len(self._told) else None

    def _unfold(self) -> None:
        """Break the message and the formula of the chosen finding into lines; tell the size and the title."""
        room = max(10, self.room - GUTTER)
        self._unfolded, self._held = (), frozenset()
        if self._at is not None and self.index is not None:
            told = self._told[self._at]
            self._held = frozenset(told.concerned)
            parts = [("", told.message)]
            parts += [("paint--dim", part) for part in told.formula.split("; ") if part]
            self._unfolded = [(look, line) for look, words in parts for line in _lines(words, room)]
        rows = len(self._told) + max(0, len(self._unfolded) - 1)
        self.virtual_size = Size(self.room, rows)
        wrong = self._wrong
        covered = _covered(self.index) if self.index and not self.index.partial else ""
        self.set_title(f"{wrong} of {len(self._told)} disagree{'s' if wrong == 1 else ''}" if wrong else "")
        self.border_subtitle = Content(covered)
        self.refresh()

    def _gather(self) -> None:
        """The rows, disagreements first; then tell the size and the title."""
        told = list(_of_document(self.index)) + list(_between(self.index, self.comparisons))
        self._told = sorted(told, key=lambda each: ORDER[each.state])
        self._wrong = sum(each.state is State.DISAGREES for each in told)
        rows = list(enumerate(self._told))
        self._row_of = {chosen: row for row, each in reversed(rows) for chosen in each.concerned}
        self._unfold()


def disagreeing(index: Index | None, comparisons: Sequence[Comparison]) -> int:
    """How many findings in this document, and between it and another one, disagree."""
    findings = index.document.findings if index else ()
    between = sum(each.state is State.DISAGREES for each in _between(index, comparisons))
    return between + sum(each.state is State.DISAGREES for each in findings)


def _of_document(index: Index | None) -> Iterator[Told]:
    if index is None or not index.document.findings:
        return
    from parsers.findings.base import NOTE  # with the rules: not for the first picture

    for at, finding in enumerate(index.document.findings):
        sign = NOTED if finding.severity == NOTE else SIGNS[finding.state]
        yield Told(finding.state, sign, finding.message, finding.formula or "", index.concerned[at])


def _between(index: Index | None, comparisons: Sequence[Comparison]) -> Iterator[Told]:
    """What concerns the document that is shown, with its figure to select."""
    for comparison in comparisons if index else ():
        assert index is not None
        figures = [
            at for place in comparison.places for at in index.figures_named(place.source, place.figure)
        ]
        if figures:
            concerned = tuple(Selection.figure(at) for at in figures)
            sign = SIGNS[comparison.state]
            yield Told(comparison.state, sign, _shortly(comparison), comparison.formula, concerned)


def _shortly(comparison: Comparison) -> str:
    """The message, with files called by their own names where these tell them apart."""
    names = {place.source: place.source.rpartition("/")[2] for place in comparison.places}
    message = comparison.message
    if len(set(names.values())) == len(names):
        for source, name in names.items():
            message = message.replace(f"{source}, line", f"{name}, line")
    return message


def _lines(words: str, room: int) -> list[str]:
    rows = wrap(words, room)
    return [words[slice(*rows.bounds(row))].rstrip() for row in range(len(rows))]


def _covered(index: Index) -> str:
    """How much of a document could be checked; the checks are loaded with the first document."""
    from parsers.report import coverage_words

    return coverage_words(index.document)
