"""The time axis: days to columns and back, and ticks whose labels fit the zoom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from parsers.values import record
from tui.wording import days_words, month

FIRST, LAST = dt.date.min.toordinal(), dt.date.max.toordinal() + 1
NARROWEST = 7.0
"""The fewest days that fill the axis."""


@record
class Axis:
    """A window of days ``[start, end)`` (proleptic ordinals) over ``width`` columns."""

    start: float
    end: float
    width: int

    @property
    def per_column(self) -> float:
        """Days per column."""
        return (self.end - self.start) / max(1, self.width)

    def column(self, ordinal: float) -> int:
        """The column at which a day begins; may lie outside the window."""
        return round((ordinal - self.start) / self.per_column)

    def bar(self, first: dt.date, last: dt.date) -> tuple[int, int]:
        """The half-open columns of a period: as wide as it is long, an instant one cell."""
        left = self.column(first.toordinal())
        return left, max(left + 1, self.column(last.toordinal() + 1))

    def words(self) -> str:
        """The window in words: "Apr 2024-Oct 2027"."""
        ends = [dt.date.fromordinal(min(max(int(o), FIRST), LAST - 1)) for o in (self.start, self.end)]
        if self.end - self.start < 93:
            return days_words(ends[0], ends[1])
        return "-".join(f"{month(end)} {end.year}" for end in ends)

    def zoomed(self, factor: float, centre: float, whole: Axis) -> Axis:
        """A window ``factor`` times as long about a day, within the whole."""
        length = min(max((self.end - self.start) * factor, NARROWEST), whole.end - whole.start)
        return self.moved_to(centre - length / 2, length, whole)

    def showing(self, first: float, last: float, whole: Axis) -> Axis:
        """The window moved, as little as needed, so that the days are in it."""
        length = self.end - self.start
        if first >= self.start and last <= self.end:
            return self
        if last - first >= length or first < self.start:
            return self.moved_to(first - length * 0.05, length, whole)
        return self.moved_to(last - length * 0.95, length, whole)

    def moved_to(self, start: float, length: float, whole: Axis) -> Axis:
        """A window of a length that starts as near to a day as the whole allows."""
        start = max(whole.start, min(start, whole.end - length))
        return Axis(start, start + length, self.width)


def whole(days: Sequence[dt.date], width: int) -> Axis:
    """The axis over all the days, with a little air at both ends."""
    if not days:
        return Axis(FIRST, LAST, width)
    first, last = min(days).toordinal(), max(days).toordinal() + 1
    air = max((last - first) * 0.03, (NARROWEST - (last - first)) / 2, 1.0)
    return Axis(max(FIRST, first - air), min(LAST, last + air), width)


@record
class Tick:
    """A place on the axis and what stands after it ("" where there is no room); ``major``: a year begins."""

    column: int
    label: str
    major: bool


# Steps from fine to coarse: name, days in one step, cells that a label needs.
STEPS: tuple[tuple[str, float, int], ...] = (
    ("day", 1, 4),
    ("week", 7, 8),
    ("month", 30.44, 5),
    ("quarter", 91.3, 4),
    ("half", 182.6, 4),
    ("year", 365.25, 6),
    ("2 years", 730.5, 6),
    ("5 years", 1826, 6),
    ("10 years", 3652, 6),
    ("20 years", 7305, 6),
    ("50 years", 18262, 6),
    ("100 years", 36524, 6),
    ("500 years", 182621, 6),
    ("1000 years", 365242, 6),
)


def ticks(axis: Axis) -> list[Tick]:
    """The finest ticks whose labels do not touch."""
    name = next((n for n, days, need in STEPS if days / axis.per_column >= need), STEPS[-1][0])
    days = [(axis.column(date.toordinal()), date) for date in _days(name, axis)]
    years = [day for day in days if _begins_year(day[1])] if "year" not in name else []
    found: dict[int, Tick] = {}
    taken = _place(years, found, [], name, axis.width, named=True)
    rest = [day for day in days if day not in years]
    _place(rest, found, taken, name, axis.width, named=any(tick.label for tick in found.values()))
    return [found[column] for column in sorted(found)]


def _place(
    days: Iterable[tuple[int, dt.date]],
    found: dict[int, Tick],
    taken: list[tuple[int, int]],
    name: str,
    width: int,
    *,
    named: bool,
) -> list[tuple[int, int]]:
    """Put the ticks where there is room, with a label where that fits too; gives what is taken then.

    ``named``: the year stands somewhere already; else the first label says it.
    """
    for column, date in days:
        for label in (_label(name, date, first=not named), ""):
            end = column + 1 + len(label)
            if column >= 0 and end <= width and all(end <= a or b <= column for a, b in taken):
                found[column] = Tick(column, label, _begins_year(date))
                taken.append((column, end))
                named = named or bool(label)
                break
    return taken


def _begins_year(date: dt.date) -> bool:
    return date.month == 1 and date.day == 1


def _label(name: str, date: dt.date, *, first: bool) -> str:
    if "year" in name or _begins_year(date):
        return str(date.year)
    year = f" {date.year}" if first else ""
    if name in ("quarter", "half"):
        return ("H2" if name == "half" else f"Q{date.month // 3 + 1}") + year
    if name == "month":
        return month(date) + year
    whole_day = first or date.day == 1 or name == "week"
    return f"{date.day} {month(date)}{year}" if whole_day else str(date.day)


def _days(name: str, axis: Axis) -> Iterator[dt.date]:
    """The days at which the steps of a window begin."""
    first = dt.date.fromordinal(max(FIRST, int(axis.start)))
    end = min(LAST, axis.end)
    if name in ("day", "week"):
        ordinal = first.toordinal() + (1 if axis.start > first.toordinal() else 0)
        ordinal += -(ordinal - 1) % 7 if name == "week" else 0
        step = 1 if name == "day" else 7
        while ordinal < end:
            yield dt.date.fromordinal(ordinal)
            ordinal += step
        return
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(name) or int(name.split()[0]) * 12
    count = -(-(first.year * 12 + first.month - 1) // months) * months
    while count // 12 <= dt.MAXYEAR:
        date = dt.date(max(1, count // 12), count % 12 + 1, 1)
        if date.toordinal() >= end:
            return
        if date.toordinal() >= axis.start:
            yield date
        count += months
