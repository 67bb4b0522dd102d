"""The same time some years on or back: a quarter, a month, 52 weeks."""

from __future__ import annotations

import datetime as dt

from parsers.model import Calendar, MomentKind
from parsers.moments.context import unknown
from parsers.moments.periods import Period, containing, end_of_month, step


def years_on(found: Period, offset: int, anchor: str | None) -> Period:
    """The same period some years on."""
    first, last = step(found.first, "year", offset), step(found.last, "year", offset)
    if found.granularity == "week" and (weeks := _weeks_on(found, offset)) is not None:
        first, last = weeks
    if first is None or last is None or found.last is None:
        return unknown(None, found.granularity, "outside the calendar")
    if found.granularity != "week" and found.last == end_of_month(found.last.year, found.last.month):
        last = end_of_month(last.year, last.month) or last
    if found.calendar is Calendar.FISCAL and found.timex and found.timex[:4].isdigit():
        timex: str | None = f"{int(found.timex[:4]) + offset:04}{found.timex[4:]}"
    elif found.granularity in ("quarter", "half") and found.kind is not MomentKind.DURATION:
        timex = containing(first + (last - first) / 2, found.granularity).timex
    elif found.granularity == "day":
        timex = containing(first, found.granularity).timex
    else:
        timex = f"{last.year:04}"
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=found.granularity,
        calendar=found.calendar,
        anchor=anchor,
    )


YEAR_OF_WEEKS = 52


def _weeks_on(found: Period, offset: int) -> tuple[dt.date, dt.date] | None:
    """The same weeks a year before, of which each has 52: they end on the same day of the week."""
    if found.first is None or found.last is None or offset != -1:
        return None
    count, rest = divmod((found.last - found.first).days + 1, 7)
    if rest or not 1 < count <= YEAR_OF_WEEKS + 1:
        return None
    whole = count >= YEAR_OF_WEEKS
    last = step(found.first, "day", -1) if whole else step(found.last, "week", -YEAR_OF_WEEKS)
    first = step(last, "day", 1 - 7 * min(count, YEAR_OF_WEEKS))
    return (first, last) if first is not None and last is not None else None
