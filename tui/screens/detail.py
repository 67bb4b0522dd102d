"""Everything about the selection, on a sheet."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.describe import full, one_line
from tui.index import Index
from tui.screens.sheet import Sheet
from tui.state import Selection


class DetailScreen(Sheet):
    """Every field, its evidence, its links, how it was read, what was inferred."""

    def __init__(self, index: Index, selection: Selection) -> None:
        self.fields = full(index, selection)
        start, end = index.span(selection)
        what = "Figure" if selection.is_figure else "Date"
        super().__init__(f"{what}: {one_line(index.document.text[start:end])}", Content(""))

    def compose(self) -> ComposeResult:
        widest = max(cell_len(label) for label, _ in self.fields)
        with VerticalScroll(id="sheet"):
            for label, words in self.fields:
                with Horizontal(classes="field"):
                    name = Static(Content(label), classes="field-label", markup=False)
                    name.styles.width = widest + 2
                    yield name
                    yield Static(Content(words), classes="field-words", markup=False)
