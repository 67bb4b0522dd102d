"""The documents that are open with what is in each; a typed word narrows them down, a path opens others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.browsing import ORDERS, Row, common, rows
from tui.paint import fitted
from tui.screens.sheet import STYLES
from tui.shelf import Entry
from tui.wording import counted

COLUMNS = ("figures", "dates", "findings")
NARROW = 60
"""Cells below which only the figures are counted."""
AGAIN = 0.5
"""Seconds between two looks at what has been read meanwhile."""


class DocumentsScreen(ModalScreen[int | str | None]):
    """Gives the place of the chosen document, or the path of one to open, or ``None``."""

    CSS_PATH: ClassVar[Path] = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("ctrl+s", "order", show=False, priority=True),
    ]

    def __init__(self, entries: Sequence[Entry], at: int) -> None:
        super().__init__()
        self.entries, self.at = entries, at
        self.order = ORDERS[0]
        self.rows: list[Row] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="documents"):
            line = Input(id="documents-line", compact=True, placeholder="a name, or a path to open")
            line.cursor_blink = False
            yield line
            yield Static(id="documents-head", markup=False)
            yield OptionList(id="documents-list", markup=False, compact=True)
            yield Static(id="documents-none", markup=False)

    def on_mount(self) -> None:
        self.query_one("#documents").border_subtitle = Content(
            "Enter opens  Tab completes  ^s order  Esc back"
        )
        self.query_one(Input).focus()
        self.set_interval(AGAIN, self._renew)
        self.call_after_refresh(self._fill, self.at)

    def on_resize(self) -> None:
        self.call_after_refresh(self._renew)

    def on_input_changed(self) -> None:
        self._fill(0)

    def on_input_submitted(self) -> None:
        typed = self.query_one(Input).value.strip()
        row = self._chosen()
        if row is None:
            if typed:
                self.dismiss(typed)
        else:
            self._take(row)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self.rows[event.option_index])

    def action_move(self, by: int) -> None:
        """Up and down the list, while what is typed goes on into the line."""
        found = self.query_one(OptionList)
        if self.rows:
            found.highlighted = max(0, min((found.highlighted or 0) + by, len(self.rows) - 1))

    def action_complete(self) -> None:
        """Put into the line what all the paths below begin with, or the chosen one."""
        field = self.query_one(Input)
        paths = [row.path for row in self.rows if row.at is None and row.path != field.value]
        shared = common(paths)
        row = self._chosen()
        if len(shared) > len(field.value):
            field.value = shared
        elif row is not None and row.at is None:
            field.value = row.path
        field.cursor_position = len(field.value)

    def action_order(self) -> None:
        """The next order of the documents."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._fill(0)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _chosen(self) -> Row | None:
        at = self.query_one(OptionList).highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    def _take(self, row: Row) -> None:
        self.dismiss(row.path if row.at is None else row.at)

    def _renew(self) -> None:
        """Show what has been read meanwhile; the choice stays."""
        if rows(self.entries, self.query_one(Input).value, self.order) != self.rows:
            self._fill(self.query_one(OptionList).highlighted or 0)

    def _fill(self, highlighted: int) -> None:
        found = self.query_one(OptionList)
        self.rows = rows(self.entries, self.query_one(Input).value, self.order)
        width = max(10, self.query_one("#documents").size.width - 2)
        found.set_options(Option(_line(row, width)) for row in self.rows)
        if self.rows:
            found.highlighted = min(highlighted, len(self.rows) - 1)
        found.display = bool(self.rows)
        none = self.query_one("#documents-none", Static)
        none.display = not self.rows
        none.update(Content(" Nothing here is called so. Enter opens it as a path."))
        self.query_one("#documents-head", Static).update(Content.styled(_head(width), "$quiet"))
        order = "" if self.order == ORDERS[0] else f", {self.order}"
        title = counted(len(self.entries), "document")
        self.query_one("#documents").border_title = Content(f"{title}{order}")


def _shown(width: int) -> Sequence[str]:
    return COLUMNS if width >= NARROW else COLUMNS[:1]


def _head(width: int) -> str:
    cells = "".join(f"{title:>{len(title) + 2}}" for title in _shown(width))
    return " " + fitted("document", max(1, width - 1 - len(cells))) + cells


def _line(row: Row, width: int) -> Content:
    """A row: the end of its name, which tells more than the beginning, and its counts."""
    if row.at is None:
        return Content.assemble(" ", _end(row.name, width - 6), Content.styled("  open", "$quiet"))
    sizes = [len(title) + 2 for title in _shown(width)]
    counts = (row.figures, row.dates, row.wrong)
    numbers = "".join(f"{_number(count):>{size}}" for count, size in zip(counts, sizes, strict=False))
    if row.figures is None:
        numbers = fitted(
            f"  {row.told}", min(max(sum(sizes), cell_len(row.told) + 2), width // 2), right=True
        )
    room = max(1, width - 1 - cell_len(numbers))
    change = f"  {row.told}" if row.figures is not None and row.told else ""
    name = fitted(_end(row.name, max(1, room - len(change))) + change, room)
    return Content.assemble(" ", name, Content.styled(numbers, "$quiet" if row.figures is None else ""))


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}" if count else "-"


def _end(name: str, width: int) -> str:
    """A name in so many cells, its beginning cut where it is too long."""
    while cell_len(name) > max(1, width):
        name = "…" + name[2:]
    return name
