"""The copy menu: one key per form, each with the beginning of what it would copy."""

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

from tui.copy_forms import FORMS
from tui.index import Index
from tui.paint import fitted
from tui.screens.sheet import STYLES
from tui.state import Selection

NAME, PREVIEW = 28, 44


class CopyMenu(ModalScreen[str | None]):
    """Gives the text to copy, or ``None``."""

    CSS_PATH: ClassVar[Path] = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
        *(Binding(form.key, f"take('{form.key}')", form.name, show=False) for form in FORMS),
    ]

    def __init__(self, index: Index, picked: Sequence[Selection], heading: str) -> None:
        super().__init__()
        self.texts = {form.key: form.write(index, picked) for form in FORMS}
        self.heading = heading

    def compose(self) -> ComposeResult:
        room = min(PREVIEW, max(0, self.app.size.width - NAME - 12))
        options = []
        for form in FORMS:
            preview = " ".join(self.texts[form.key].split())
            line = Content.assemble(
                Content.styled(f" {form.key} ", "bold $keys"),
                Content(f" {fitted(form.name, NAME)} "),
                Content.styled(fitted(preview, room), "$quiet"),
            )
            options.append(Option(line, id=form.key))
        yield OptionList(*options, id="copy-menu", markup=False, compact=True)

    def on_mount(self) -> None:
        menu = self.query_one(OptionList)
        menu.border_title = Content(self.heading)
        menu.border_subtitle = Content("Esc back")
        menu.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_take(event.option_id or "")

    def action_take(self, key: str) -> None:
        self.dismiss(self.texts.get(key))

    def action_leave(self) -> None:
        self.dismiss(None)
