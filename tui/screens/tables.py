"""The figures pane as a table: sorted, grouped, with the columns that a person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.columns import column_of
from tui.fitting import set_name, sets
from tui.panes.figures import FiguresPane
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from tui.screens.column_menu import Wish


class Tables(Desk):
    """``s`` ``S`` ``b`` ``c`` ``C``, and a click on a column's head."""

    def on_figures_pane_head_picked(self, event: FiguresPane.HeadPicked) -> None:
        self.figures_pane.column = event.column
        self.sort = self.sort.by(event.column)

    def action_sort(self) -> None:
        """Sort by the chosen column; again, and it is as in the text."""
        self.sort = self.sort.by(self.figures_pane.column)

    def action_group(self) -> None:
        """Group by the chosen column; again, and it is as in the text."""
        self.sort = self.sort.gathered(self.figures_pane.column)

    def action_reverse(self) -> None:
        """The same order from its other end."""
        self.sort = self.sort.turned()

    def action_columns(self) -> None:
        """The menu of columns; what is changed there is seen at once."""
        from tui.screens.column_menu import ColumnMenu  # here, as for every screen that comes on a key

        pane = self.figures_pane
        in_sight = tuple(column.id for column, _ in pane.fitted)
        menu = ColumnMenu(self.columns, in_sight, self.sort, pane.column, self._show_columns)
        self.app.push_screen(menu, self._do)

    def action_columns_set(self) -> None:
        """The next set of columns; those of the configuration are one too."""
        own = {"as configured": self.settings.columns} if not set_name(self.settings.columns) else {}
        names = {**sets(), **own}
        current = next((name for name, members in names.items() if members == self.columns), "")
        order = list(names)
        name = order[(order.index(current) + 1) % len(order)] if current else order[0]
        self.columns = names[name]
        self.say(f"Columns: {name}" + (", those that fit" if name == "auto" else ""))

    def _show_columns(self, shown: tuple[str, ...]) -> None:
        self.columns = shown

    def _do(self, wish: Wish | None) -> None:
        """Sort or group by a column that was chosen in the menu."""
        if wish is None:
            return
        self.figures_pane.column = wish.column
        self.sort = self.sort.by(wish.column) if wish.what == "sort" else self.sort.gathered(wish.column)
        column = column_of(wish.column)
        if self.sort.column and column is not None:
            self.say(f"{'Grouped' if self.sort.grouped else 'Sorted'} by {column.title or column.id}")
