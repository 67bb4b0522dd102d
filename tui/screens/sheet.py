"""A sheet over the explorer: something to read, that any of the usual keys puts away again."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import BY_ID

STYLES = Path(__file__).parent.parent / "styles" / "sheets.tcss"
MOVES = {
    "move-down": "by(1)",
    "move-up": "by(-1)",
    "move-page-down": "page(1)",
    "move-page-up": "page(-1)",
    "move-top": "edge(-1)",
    "move-bottom": "edge(1)",
}
"""The explorer's movements, by their ids: they have the same keys here, also where a person wants others."""


class Sheet(ModalScreen[None]):
    """A bordered page of lines that scrolls; the explorer stays in sight behind it where there is room."""

    CSS_PATH: ClassVar[Path] = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "put_away", "Back", show=False),
        Binding("space", "page(1)", show=False),
        *(Binding(",".join(BY_ID[name].keys), does, show=False, id=name) for name, does in MOVES.items()),
    ]

    def __init__(self, title: str, lines: Content) -> None:
        super().__init__()
        self.heading = Content(title)
        self.lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(self.lines, markup=False, id="sheet-lines")

    def on_mount(self) -> None:
        sheet = self.query_one("#sheet")
        sheet.border_title = self.heading
        sheet.border_subtitle = Content("Esc back")

    def action_put_away(self) -> None:
        self.dismiss(None)

    def action_by(self, rows: int) -> None:
        self.query_one("#sheet").scroll_relative(y=rows, animate=False)

    def action_page(self, by: int) -> None:
        sheet = self.query_one("#sheet")
        sheet.scroll_relative(y=by * max(1, sheet.size.height - 1), animate=False)

    def action_edge(self, by: int) -> None:
        sheet = self.query_one("#sheet")
        if by < 0:
            sheet.scroll_home(animate=False)
        else:
            sheet.scroll_end(animate=False)


def table(rows: list[tuple[str, str]], *, indent: int, look: str = "bold") -> Content:
    """Lines of a label and its words, the words hanging at an indent. Both literal."""
    parts: list[Content] = []
    for label, words in rows:
        parts.append(Content.styled(f"{label:<{indent}}", look))
        parts.append(Content(words + "\n"))
    return Content.assemble(*parts)
