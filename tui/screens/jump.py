"""Jumping by label: this screen only takes the letters; the labels are drawn by the panes below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.screen import ModalScreen

from tui.jumping import narrow
from tui.state import Selection


class JumpScreen(ModalScreen[Selection | None]):
    """Gives the mention whose label was typed, or ``None``; ``show`` draws the labels that are left."""

    def __init__(
        self, labels: Mapping[Selection, str], show: Callable[[Mapping[Selection, str]], object]
    ) -> None:
        super().__init__()
        self.labels, self.show, self.typed = labels, show, ""

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.character is None or not event.character.isalpha():
            self.dismiss(None)
            return
        left = narrow(self.labels, self.typed + event.character.lower())
        if not left:
            return
        self.typed += event.character.lower()
        chosen = [mention for mention, rest in left.items() if not rest]
        if chosen:
            self.dismiss(chosen[0])
        else:
            self.show(left)

    def on_click(self) -> None:
        self.dismiss(None)
