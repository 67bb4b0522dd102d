"""The explorer's copying and marking. What is said about a copy is what is known about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.screens.desk import Desk
from tui.state import Selection, toggle
from tui.wording import counted

if TYPE_CHECKING:
    from tui.clipboard import CopyResult

SHOWN = 40
"""Characters of a copy that the message repeats."""


class Copies(Desk):
    """``y`` ``Y`` ``space`` ``u`` ``U`` ``M``."""

    def action_copy(self) -> None:
        """The menu of forms, for the selection."""
        if self.index is not None and self.selection is not None:
            start, end = self.index.span(self.selection)
            self._copy_as((self.selection,), f"Copy “{brief(self.index.document.text[start:end])}”")

    def action_copy_marked(self) -> None:
        """The menu of forms, for all marked figures in the order of the text."""
        if self.index is not None and self.marks:
            marked = tuple(Selection.figure(at) for at in sorted(self.marks))
            self._copy_as(marked, f"Copy {counted(len(marked), 'marked figure')}")

    def action_mark(self) -> None:
        """Mark the selected figure, or unmark it, and go on to the next row."""
        if self.selection is None or not self.selection.is_figure:
            return
        self.marks = toggle(self.marks, self.selection.at)
        if self.front == "figures":
            self.pick(self.figures_pane.move("down"))

    def action_clear_marks(self) -> None:
        """No figure is marked."""
        self.marks = frozenset()

    def action_to_mark(self, by: int) -> None:
        """Select the next marked figure of the text, or the one before, round its ends."""
        if self.index is None or not self.marks:
            return
        marked = sorted(self.marks)
        starts = [self.index.document.figures[at].start for at in marked]
        here = self.index.span(self.selection)[0] if self.selection else -1
        place = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
        self.pick(Selection.figure(marked[place % len(marked)]))

    def _copy_as(self, picked: tuple[Selection, ...], heading: str) -> None:
        from tui.screens.copy_menu import CopyMenu  # here, as for every screen that comes on a key

        assert self.index is not None
        self.app.push_screen(CopyMenu(self.index, picked, heading), self._copy)

    def _copy(self, text: str | None) -> None:
        if text is not None:
            self.app.copy_to_clipboard(text)


def brief(text: str) -> str:
    """The beginning of a text, as one line."""
    line = " ".join(text.split())
    return line[:SHOWN] + "…" if len(line) > SHOWN else line


def copy_words(result: CopyResult, text: str) -> str:
    """The message about a copy, with its beginning: `Copied "380 billion yuan" (tmux)`."""
    from tui.clipboard import Certainty

    line = brief(text)
    named = line if line.startswith('"') else f'"{line}"'
    if result.certainty is Certainty.COPIED:
        return f"Copied {named} ({result.way})"
    return f"{named}: {result.message[0].lower()}{result.message[1:]}"
