"""What the panes share: attributes that come down from the explorer, a message that goes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from textwrap import wrap
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import ACTIONS, first_keys
from tui.index import Index
from tui.search import NOTHING, Matches
from tui.state import Selection

MOST_LIT = 1000
MARGIN = 2
"""Rows kept in sight above and below the selection."""


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A view drawn row by row; what it does not show costs nothing."""

    TITLE: ClassVar[str] = ""
    HEAD: int = 0
    """Rows at the top that stay when the rest scrolls."""

    key_names: Mapping[str, str] = first_keys(ACTIONS)
    """The first key of each action, by the action's id, for words that name it."""

    index: var[Index | None] = var[Index | None](None)
    selection: var[Selection | None] = var[Selection | None](None)
    matches: var[Matches] = var(NOTHING)
    marks: var[frozenset[int]] = var(frozenset[int]())

    labels: var[Mapping[Selection, str]] = var[Mapping[Selection, str]](MappingProxyType({}))
    """What to type to jump to a mention, while a person is jumping."""

    _lit: AbstractSet[int] = frozenset()
    _lit_from: int = 0
    """The first row in sight when these were found."""
    base: Style = Style()
    """The pane's own colours, as of this drawing."""

    class Picked(Message):
        """A person picked a mention in this pane with the mouse."""

        def __init__(self, selection: Selection) -> None:
            super().__init__()
            self.selection = selection

    def style(self, name: str) -> Style:
        """What a component class of the explorer adds to the style below it."""
        return self.screen.get_component_rich_style(name, partial=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """As Textual does it, with the pane's own style asked for once, not for every row."""
        self.base = self.rich_style
        return super().render_lines(crop)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The looks of the border alone: Textual would style the scrollbars too, and lay out all for them."""
        self.app.stylesheet.apply(self)

    def set_title(self, *parts: str) -> None:
        """The words in the border; never read as markup."""
        title = f"{self.key_names.get(f'pane-{self.id}', '')} {self.TITLE}".strip()
        self.border_title = Content("  ".join(part for part in (title, *parts) if part))

    @property
    def page(self) -> int:
        """Rows that scroll and are in sight."""
        return max(1, self.size.height - self.HEAD)

    @property
    def room(self) -> int:
        """Columns to draw in: the scrollbar's is kept free, so that nothing moves when it comes."""
        return max(0, self.size.width - self.styles.scrollbar_size_vertical)

    def say(self, lines: Sequence[str], y: int) -> Strip:
        """Row ``y`` of what stands where there is nothing to show; what explains the first line is dim."""
        width = self.size.width
        rows = [(row, at > 0) for at, line in enumerate(lines) for row in wrap(line, max(1, width - 2))]
        if y not in range(len(rows)):
            return Strip.blank(width, self.base)
        words, dim = rows[y]
        style = self.base + (self.style("paint--dim") if dim else Style())
        return Strip([Segment(f" {words}", style)]).adjust_cell_length(width, self.base)

    def show_row(self, row: int) -> None:
        """Scroll a row into sight: a little where it is near, to a third of the page where it is far."""
        top, page = self.scroll_offset.y, self.page
        margin = min(MARGIN, (page - 1) // 2)
        if top + margin <= row < top + page - margin:
            return
        if top - page < row < top:
            target = row - margin
        elif top <= row < top + 2 * page:
            target = row - page + 1 + margin
        else:
            target = row - page // 3
        self.scroll_to(y=max(0, target), animate=False, force=True)

    def relight(self, rows: Iterable[int]) -> None:
        """Draw again the rows whose looks change with the selection, and those that were lit before.

        ``rows`` are those in sight, or more; where others have come into sight since, all are drawn.
        """
        lit, top = set(islice(rows, MOST_LIT)), self.scroll_offset.y
        changed = lit | self._lit
        moved, self._lit_from = top != self._lit_from, top
        self._lit = lit
        if moved or len(changed) >= self.page:
            self.refresh()
            return
        bottom = top + self.size.height
        for row in changed:
            if top <= row + self.HEAD < bottom:
                self.refresh_line(row + self.HEAD)

    def move(self, step: str) -> Selection | None:
        """The selection after a movement in this pane (``None``: as it is); may scroll."""
        return None

    def watch_matches(self) -> None:
        self.refresh()

    def watch_labels(self) -> None:
        self.refresh()

    def in_view(self) -> Iterator[Selection]:
        """The mentions that are on the screen here, from the top; none where rows are no mentions."""
        return iter(())

    def watch_marks(self) -> None:
        self.refresh()
