"""The second ruler of the timeline: fiscal quarters and years at their true places. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tui.axis import FIRST, LAST, Axis
from tui.fiscal import YEAR, called

MULTIPLES = (1, 2, 5, 10, 20, 50, 100, 500, 1000)
TICK = "│"


def fiscal_ruler(axis: Axis, begins: int) -> list[tuple[int, str]]:
    """What to write from which column: quarters where the zoom has room for them, else years.

    ``begins`` is the month in which the fiscal year begins.  The period that runs already when the
    window begins stands at its left edge without a tick, where there is room.
    """
    room = YEAR / 4 / axis.per_column
    found: list[tuple[int, str]] = []
    for year, number, date in _starts(axis, begins, 3 if room >= 5 else 12 * _years(axis)):
        short = room < 8 and number > 1
        label = f"FQ{number}" if short else called(year, "Q" if room >= 8 else "Y", number)
        column = axis.column(date.toordinal())
        if date.toordinal() < axis.start:
            found = [(0, called(year, "Q", number) if room >= 5 else called(year, "Y", 1))]
            continue
        if len(found) == 1 and not found[0][1].startswith(TICK) and column <= len(found[0][1]):
            found = []
        free = found[-1][0] + len(found[-1][1]) if found else 0
        if free <= column and column + 1 + len(label) <= axis.width:
            found.append((column, TICK + label))
    return [(column, label) for column, label in found if column + len(label) <= axis.width]


def _years(axis: Axis) -> int:
    """How many years there are from tick to tick."""
    return next((n for n in MULTIPLES if n * YEAR / axis.per_column >= 6), MULTIPLES[-1])


def _starts(axis: Axis, begins: int, months: int) -> Iterator[tuple[int, int, dt.date]]:
    """Fiscal year, quarter and first day of the steps in a window, and of the one that runs as it begins."""
    first = dt.date.fromordinal(min(max(FIRST, int(axis.start)), LAST - 1))
    shift = begins - 1 - 12
    count = (first.year * 12 + first.month - 1 - shift) // months * months
    while (month := count + shift) // 12 <= dt.MAXYEAR:
        if month >= 12:
            date = dt.date(month // 12, month % 12 + 1, 1)
            if date.toordinal() >= axis.end:
                return
            yield count // 12, count % 12 // 3 + 1, date
        count += months
