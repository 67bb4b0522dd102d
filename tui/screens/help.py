"""The help: every action that works, made from ACTIONS; those of the focused pane come first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.action_tables import help_rows
from tui.actions import Action, keys_of
from tui.screens.sheet import Sheet

WIDEST, LEAST = 94, 12
"""Cells that a line of the help has at most, and that the words beside a key have at least."""
AROUND = 8
"""Cells that border, scrollbar and the screen beside it take."""
SIGNS = """\
Signs
  > < ≥ ≤ ~   more than, less than, at least, up to, about
  + -         an increase, a decrease
  =           says the amount before it again, in another currency
  !           a check does not agree
  *           marked          ▸ selected        · belongs to the selection
  ━ ╍ ◆       a period, a fiscal period, a single day
  ┊ ╎         the article's "now", the day it was published; what lies ahead of it is drawn thin
"""


class HelpScreen(Sheet):
    """The keys, by group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "put_away", "Back", show=False, id="help")
    ]

    def __init__(
        self, pane: str, available: Iterable[str], actions: Sequence[Action], width: int = WIDEST
    ) -> None:
        super().__init__("Keys", help_content(pane, available, actions, width))


def help_content(pane: str, available: Iterable[str], actions: Sequence[Action], width: int) -> Content:
    """The lines of the help in ``width`` cells; what an action does hangs beside its keys."""
    groups = help_rows(pane, available, actions)
    widest = max((len(keys_of(action)) for _, found in groups for action in found), default=0)
    parts: list[Content] = []
    for group, found in groups:
        parts.append(Content.styled(f"{group}\n", "bold"))
        for action in found:
            parts.append(Content.styled(f"  {keys_of(action):<{widest}}  ", "$keys"))
            lines = textwrap.wrap(action.help, max(LEAST, width - widest - 4))
            parts.append(Content(("\n" + " " * (widest + 4)).join(lines) + "\n"))
        parts.append(Content("\n"))
    return Content.assemble(*parts, Content(SIGNS))
