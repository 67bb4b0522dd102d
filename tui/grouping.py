"""Groups in the figures pane: a head before the rows that share what a column says. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from parsers.values import record
from tui.columns import Column
from tui.index import Index

NAMELESS = "none"


@record
class Group:
    """The head of a group: what its rows share, and how many they are."""

    title: str
    size: int


def gather(index: Index, rows: Sequence[int], column: Column) -> tuple[list[int], list[Group]]:
    """Rows sorted by a column, with ``~n`` before those of the nth group."""
    found: list[int] = []
    groups: list[Group] = []
    for title, members in groupby(rows, key=lambda at: column.group(index, at)):
        own = list(members)
        found.append(~len(groups))
        found += own
        groups.append(Group(title or NAMELESS, len(own)))
    return found, groups
