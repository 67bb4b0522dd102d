"""The actions in tables: the help screen's groups, the README's keys. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.actions import ACTIONS, GROUPS, Action
from tui.keynames import key_name


def help_rows(
    pane: str, available: Iterable[str], actions: Sequence[Action] = ACTIONS
) -> list[tuple[str, list[Action]]]:
    """The help screen's groups: what belongs to the focused pane first, only what works here."""
    works = set(available)
    own = [a for a in actions if a.belongs(pane) and a.id in works]
    rows = [(group, [a for a in actions if a.group == group and a.id in works]) for group in GROUPS]
    named = [(group, [a for a in found if a not in own]) for group, found in rows]
    first = [(f"In the {pane}", own)] if own else []
    return first + [(group, found) for group, found in named if found]


def markdown_table() -> str:
    """The README's table of keys."""
    lines = ["| Keys | What they do |", "|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{key_name(key)}`" for key in action.keys)
        lines.append(f"| {keys} | {action.help} |")
    return "\n".join(lines)
