"""Which columns the figures pane shows, and how wide each is. Pure.

Without a choice of a person those that fit are shown, the most needed first; the chosen ones are all
shown, and the pane scrolls sideways where they need more room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

from rich.cells import cell_len

from tui.columns import TOGETHER, Column, by_id, column_names, columns
from tui.index import Index

SAMPLE = 500
"""Rows that are measured to choose the widths; a longer cell further on is cut with an ellipsis."""
GAP = 1
TIGHT = 46
"""Below this width there are only the columns of rank 1."""
SPARE = 5
"""Columns of this rank and beyond come only where the others have all the width they wish."""
NARROW = ("written", "sign", "value", "unit")

Fitted = Sequence[tuple[Column, int]]


@cache
def sets() -> Mapping[str, tuple[str, ...]]:
    """Sets of columns by name; the empty one is those that fit."""
    return {"auto": (), "narrow": NARROW, "wide": column_names()}


def fit(
    index: Index, rows: Sequence[int], width: int, shown: Sequence[str] = (), grouped: str | None = None
) -> Fitted:
    """The columns with their widths: those that are ``shown`` in that order, else those that fit.

    The document's name is not said again in each row where the figures are ``grouped`` by it.
    """
    named = [by_id()[name] for name in shown if name in by_id()]
    candidates = named or [each for each in columns() if not each.id == grouped == TOGETHER]
    wished = _wishes(index, rows, candidates, every=bool(named))
    chosen = {c: min(c.least, wished[c]) for c in named} if named else _fitting(wished, width)
    room = width - sum(size + GAP for size in chosen.values())
    for column in sorted(chosen, key=lambda c: (c.rank, not c.right)):  # no number is cut for a word's sake
        more = min(wished[column] - chosen[column], max(0, room))
        chosen[column] += more
        room -= more
    return [(column, chosen[column]) for column in (named or columns()) if column in chosen]


def in_sight(fitted: Fitted, column: str, width: int) -> Fitted:
    """The columns that a pane of a width shows: the first always, and those that bring ``column`` there."""
    if sum(size + GAP for _, size in fitted) <= width or not fitted:
        return fitted
    first, rest = fitted[0], list(fitted[1:])
    room = width - first[1] - GAP
    wanted = next((n for n, (each, _) in enumerate(rest) if each.id == column), 0)
    start = 0
    while start < wanted and sum(size + GAP for _, size in rest[start : wanted + 1]) > room:
        start += 1
    shown = [first]
    for each, size in rest[start:]:
        if size > room and len(shown) > 1:
            break
        shown.append((each, size))
        room -= size + GAP
    return shown


def toggled(shown: Sequence[str], fitted: Iterable[str], name: str) -> tuple[str, ...]:
    """The columns with one of them shown, or no longer; those in sight are what one begins from.

    The others keep their order, and one that comes stands where it usually does.  The last one stays.
    """
    now = tuple(shown) or tuple(fitted)
    if name in now:
        return tuple(each for each in now if each != name) or now
    usual = column_names()
    before = set(usual[: usual.index(name)])
    at = max((n + 1 for n, each in enumerate(now) if each in before), default=0)
    return (*now[:at], name, *now[at:])


def set_name(shown: Sequence[str]) -> str:
    """What a choice of columns is called, if it is one of the sets."""
    return next((name for name, members in sets().items() if members == tuple(shown)), "")


def _wishes(
    index: Index, rows: Sequence[int], candidates: Sequence[Column], *, every: bool
) -> dict[Column, int]:
    """The width that each column would have; a column that is empty throughout is left out, if it may be."""
    step = max(1, len(rows) // SAMPLE)
    sample = list(islice(rows, 0, None, step))
    wished = {}
    for column in candidates:
        if column.id == TOGETHER and not index.parts and not every:
            continue
        widest = max((cell_len(column.text(index, at)) for at in sample), default=0)
        if widest or column.rank == 1 or every:
            wished[column] = max(every, min(column.most, max(widest, cell_len(column.title))))
    return wished


def _fitting(wished: Mapping[Column, int], width: int) -> dict[Column, int]:
    """The columns that there is room for, by rank, each with the least that it needs."""
    chosen: dict[Column, int] = {}
    for column in sorted(wished, key=lambda c: c.rank):
        narrow = width < TIGHT and column.id == "written"
        least = min(column.least // 2 if narrow else column.least, wished[column])
        taken = sum((wished if column.rank >= SPARE else chosen)[c] + GAP for c in chosen)
        if (taken + least + GAP <= width and (column.rank == 1 or width >= TIGHT)) or not chosen:
            chosen[column] = least
    return chosen
