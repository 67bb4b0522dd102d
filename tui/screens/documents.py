"""The list of documents that are open, with what has been found in each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.screens.sheet import STYLES
from tui.shelf import Entry
from tui.wording import counted


class DocumentsScreen(ModalScreen[int | None]):
    """Gives the position of the chosen document, or ``None``."""

    CSS_PATH: ClassVar[Path] = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
        Binding("o", "leave", "Back", show=False, id="document-open"),
        Binding("down,j", "down", show=False, id="move-down"),
        Binding("up,k", "up", show=False, id="move-up"),
    ]

    def __init__(self, entries: Sequence[Entry], at: int) -> None:
        super().__init__()
        self.entries, self.at = entries, at

    def compose(self) -> ComposeResult:
        lines = [
            Content.assemble(Content(f" {entry.name}  "), Content.styled(_told(entry), "$quiet"))
            for entry in self.entries
        ]
        yield OptionList(*map(Option, lines), id="documents", markup=False, compact=True)

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.border_title = Content(counted(len(self.entries), "document"))
        options.border_subtitle = Content("Enter open  Esc back")
        options.highlighted = self.at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_leave(self) -> None:
        self.dismiss(None)


def _told(entry: Entry) -> str:
    if entry.problem:
        return entry.problem
    if entry.index is None:
        return "reading" if entry.reading else "not read yet"
    document = entry.index.document
    return f"{counted(len(document.figures), 'figure')}, {counted(len(document.moments), 'date')}"
