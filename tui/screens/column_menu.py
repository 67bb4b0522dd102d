"""The menu of columns: shown or hidden, sorted or grouped by; each change is seen at once behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from parsers.values import record
from tui.actions import BY_ID
from tui.columns import Column, columns
from tui.fitting import sets, toggled
from tui.screens.sheet import STYLES
from tui.state import Sort

SETS = {
    "a": ("auto", "those that fit"),
    "n": ("narrow", "as written and value"),
    "w": ("wide", "all of them"),
}
"""Sets of columns by their keys here, with what they are."""
KEYS, BACK = "space show  s sort  b group", "  Esc back"
NAME = 12


@record
class Wish:
    """What is to be done with a column: "sort" or "group"."""

    what: str
    column: str


class ColumnMenu(ModalScreen[Wish | None]):
    """``show`` is called with the chosen columns at each change (none: those that fit)."""

    CSS_PATH: ClassVar[Path] = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
        Binding("space,x", "change", "Show or hide", show=False),
        Binding("s", "do('sort')", "Sort", show=False),
        Binding("b", "do('group')", "Group", show=False),
        *(Binding(key, f"set('{name}')", name, show=False) for key, (name, _) in SETS.items()),
        Binding("c", "leave", "Back", show=False, id="columns"),
        *(
            Binding(",".join(BY_ID[f"move-{way}"].keys), f"step({by})", show=False, id=f"move-{way}")
            for way, by in (("down", 1), ("up", -1))
        ),
    ]

    def __init__(
        self,
        chosen: tuple[str, ...],
        in_sight: tuple[str, ...],
        sort: Sort,
        column: str,
        show: Callable[[tuple[str, ...]], object],
    ) -> None:
        super().__init__()
        self.chosen, self.in_sight, self.sort, self.column, self.show = chosen, in_sight, sort, column, show

    def compose(self) -> ComposeResult:
        options = [Option(self._line(column), id=column.id) for column in columns()]
        for key, (name, about) in SETS.items():
            line = Content.assemble((f"  {key}  ", "bold $keys"), f"{name:<{NAME}}", (about, "$quiet"))
            options.append(Option(line, id=f"set-{name}"))
        yield OptionList(*options, id="column-menu", markup=False, compact=True)

    def on_mount(self) -> None:
        menu = self.query_one(OptionList)
        menu.border_title = Content("Columns")
        roomy = self.app.size.width > len(KEYS) + len(BACK) + 6
        menu.border_subtitle = Content(KEYS + (BACK if roomy else ""))
        menu.highlighted = next((n for n, c in enumerate(columns()) if c.id == self.column), 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        name = event.option_id or ""
        if name.startswith("set-"):
            self.action_set(name.removeprefix("set-"))
        else:
            self._toggle(name)

    def action_change(self) -> None:
        self.query_one(OptionList).action_select()

    def action_step(self, by: int) -> None:
        menu = self.query_one(OptionList)
        if by > 0:
            menu.action_cursor_down()
        else:
            menu.action_cursor_up()

    def action_set(self, name: str) -> None:
        self.chosen = sets()[name]
        self._changed()

    def action_do(self, what: str) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(columns()):
            self.dismiss(Wish(what, columns()[at].id))

    def action_leave(self) -> None:
        self.dismiss(None)

    def _toggle(self, name: str) -> None:
        self.chosen = toggled(self.chosen, self.in_sight, name)
        self._changed()

    def _changed(self) -> None:
        self.show(self.chosen)
        menu = self.query_one(OptionList)
        for column in columns():
            menu.replace_option_prompt(column.id, self._line(column))

    def _line(self, column: Column) -> Content:
        shown = column.id in (self.chosen or self.in_sight)
        how = ("grouped" if self.sort.grouped else "sorted") if self.sort.column == column.id else ""
        name = column.title or column.id
        return Content.assemble(
            (f" [{'x' if shown else ' '}] ", "bold" if shown else "$quiet"),
            (f"{name:<{NAME}}", "" if shown else "$quiet"),
            (f" {how}", "$quiet"),
        )
