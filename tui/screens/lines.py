"""Going to a line of the source by its number, as citations name it: typed, live, undone by Escape."""

from __future__ import annotations

from collections.abc import Sequence

from tui.prompt import Prompt
from tui.screens.searches import Searches


class Lines(Searches):
    """``ctrl+g``."""

    _lines: tuple[str, Sequence[int]] = ("", (0,))
    """A text, and where its lines begin."""
    _front_before = "figures"
    _top = 0
    """The row of the source that was the first in sight before."""

    async def action_line(self) -> None:
        """Open the line for a number, with the source in sight."""
        await self.prompt.prepare()
        self._origin, self._top = self.selection, self.source_pane.scroll_offset.y
        self.prompt.open("line", "")
        self.prompt.tell(f"of {len(self._starts()):,}")
        self._front_before, self.front = self.front, "source"  # now that the line has the keys
        self.tell()

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == "line":
            self.go_to_line(event.words)

    def on_prompt_done(self, event: Prompt.Done) -> None:
        """Enter: the keys go to the source."""
        if event.purpose == "line":
            self._leave_prompt(again=False)

    def cancel_prompt(self) -> None:
        """Escape: the source and the selection as they were."""
        if self.prompt.purpose != "line":
            super().cancel_prompt()
            return
        self.front = self._front_before
        if self._origin is not None:
            self.selection = self._origin
        self.source_pane.scroll_to(y=self._top, animate=False, force=True)
        self._leave_prompt(again=False)

    def go_to_line(self, words: str) -> None:
        """Bring a line into sight, and select the first mention in it; what is no number does nothing."""
        number = "".join(words.replace(",", "").split())
        if self.index is None or not (number.isascii() and number.isdigit()):
            return
        starts = self._starts()
        line = max(1, min(int(number[:12]), len(starts)))
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.index.document.text)
        own = (each for first, _, each in self.index.between(start, end) if first >= start)
        self.pick(next(own, None))
        self.source_pane.show_offset(start)

    def _starts(self) -> Sequence[int]:
        from parsers.text import lines_of

        text = self.index.document.text if self.index else ""
        if self._lines[0] is not text:
            self._lines = text, lines_of(text)
        return self._lines[1]
