"""The explorer's copying and marking. What is said about a copy is what is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.desk import Desk
from tui.state import Selection, toggle

if TYPE_CHECKING:
    from tui.clipboard import CopyResult

SHOWN = 40
"""Characters of a copy that the message repeats."""


class Copies(Desk):
    """``y`` ``Y`` ``space`` ``M``."""

    def action_copy(self) -> None:
        """The menu of forms, for the selection."""
        if self.index is not None and self.selection is not None:
            self._copy_as((self.selection,))

    def action_copy_marked(self) -> None:
        """The menu of forms, for all marked figures in the order of the text."""
        if self.index is not None and self.marks:
            marked = tuple(Selection.figure(at) for at in sorted(self.marks))
            self._copy_as(marked)

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

    def _copy_as(self, picked: tuple[Selection, ...]) -> None:
        from tui.screens.copy_menu import CopyMenu  # here, as for every screen that comes on a key

        assert self.index is not None
        self.app.push_screen(CopyMenu(self.index, picked), self._copy)

    def _copy(self, text: str | None) -> None:
        if text is not None:
            self.app.copy_to_clipboard(text)


def copy_words(result: CopyResult, text: str) -> str:
    """The message about a copy, with its beginning: `Copied "380 billion yuan" (tmux)`."""
    from tui.clipboard import Certainty

    line = " ".join(text.split())
    line = line[:SHOWN] + "…" if len(line) > SHOWN else line
    named = line if line.startswith('"') else f'"{line}"'
    if result.certainty is Certainty.COPIED:
        return f"Copied {named} ({result.way})"
    return f"{named}: {result.message[0].lower()}{result.message[1:]}"
