"""The line for typing: a search or a filter, with what it finds at its right."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """A one-line input that is there only while it is used. ``purpose`` is "search" or "filter"."""

    purpose = "search"
    LABELS: ClassVar[dict[str, str]] = {"search": " / ", "filter": " filter "}
    HINTS: ClassVar[dict[str, str]] = {"search": "words, or /an expression/", "filter": "words of the row"}

    class Typed(Message):
        """The words changed."""

        def __init__(self, purpose: str, words: str) -> None:
            super().__init__()
            self.purpose, self.words = purpose, words

    class Done(Message):
        """Enter was pressed."""

        def __init__(self, purpose: str, words: str) -> None:
            super().__init__()
            self.purpose, self.words = purpose, words

    def compose(self) -> ComposeResult:
        yield Static(id="prompt-label", markup=False)
        yield Input(id="prompt-input", compact=True, select_on_focus=False)
        yield Static(id="prompt-news", markup=False)

    def on_mount(self) -> None:
        self.display = False

    def open(self, purpose: str, words: str) -> None:
        """Show the line for a purpose, with words to begin from."""
        self.purpose = purpose
        self.query_one("#prompt-label", Static).update(Content(self.LABELS[purpose]))
        field = self.query_one(Input)
        field.placeholder = self.HINTS[purpose]
        with self.prevent(Input.Changed):
            field.value = words
        field.cursor_position = len(words)
        self.tell("")
        self.display = True
        field.focus()

    def close(self) -> None:
        """Put the line away."""
        self.display = False

    def tell(self, news: str) -> None:
        """What the words find: "3/17"."""
        self.query_one("#prompt-news", Static).update(Content(f" {news} "))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(self.purpose, event.value))
