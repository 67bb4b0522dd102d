"""Days, weeks, months, ... of the calendar: first and last day, TIMEX3 value, and steps between them."""

from __future__ import annotations

import calendar
import datetime as dt

from parsers.model import Calendar, MomentKind
from parsers.values import record

DAY = dt.timedelta(days=1)
MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@record(kw_only=True)
class Period:
    """What a form comes to; days are inclusive, ``None`` where they cannot be known."""

    first: dt.date | None = None
    last: dt.date | None = None
    timex: str | None = None
    granularity: str | None = None
    kind: MomentKind = MomentKind.DATE
    calendar: Calendar = Calendar.CALENDAR
    anchor: str | None = None
    note: str | None = None


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or ``None`` where there is no such day (30 February, the year 0)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def end_of_month(year: int, month: int) -> dt.date | None:
    """The last day of a month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def day(date: dt.date) -> Period:
    """One day."""
    return Period(first=date, last=date, timex=date.isoformat(), granularity="day")


def week(date: dt.date) -> Period:
    """The ISO week (Monday to Sunday) that holds a day."""
    year, number, weekday = date.isocalendar()
    first = step(date, "day", 1 - weekday)
    last = step(first, "day", 6) if first else None
    return Period(first=first, last=last, timex=f"{year:04}-W{number:02}", granularity="week")


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the week that holds a day."""
    whole = week(date)
    first = step(whole.last, "day", -1) if whole.last else None
    return Period(first=first, last=whole.last, timex=f"{whole.timex}-WE", granularity="weekend")


def months(year: int, month: int, count: int, timex: str, granularity: str) -> Period:
    """So many months from the first of one."""
    first = make_date(year, month, 1)
    last = end_of_month(year + (month + count - 2) // 12, (month + count - 2) % 12 + 1)
    return Period(first=first, last=last, timex=timex, granularity=granularity)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return months(year, number, 1, f"{year:04}-{number:02}", "month")


def quarter(year: int, number: int) -> Period:
    """A quarter (1 to 4) of the calendar year."""
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", "quarter")


def half(year: int, number: int) -> Period:
    """A half (1 or 2) of the calendar year."""
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}", "half")


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12, f"{number:04}", "year")


def decade(first: int) -> Period:
    """Ten years: 1990 is the 1990s, written ``199``."""
    first -= first % 10
    return months(first, 1, 120, f"{first // 10:03}", "decade")


def century(first: int) -> Period:
    """A hundred years: 1900 to 1999, written ``19``."""
    first -= first % 100
    return months(first or 1, 1, 1200 if first else 1188, f"{first // 100:02}", "century")


def millennium(first: int) -> Period:
    """A thousand years: 2000 to 2999, written ``2``."""
    first -= first % 1000
    return months(first or 1, 1, 12000 if first else 11988, f"{first // 1000}", "millennium")


def season(in_year: int, code: str) -> Period:
    """A season of three whole months; winter begins in December of its year."""
    return months(in_year, SEASONS[code][0], 3, f"{in_year:04}-{code}", "season")


def containing(date: dt.date, unit: str) -> Period:
    """The calendar unit that holds a day."""
    if unit == "month":
        return month(date.year, date.month)
    if unit == "quarter":
        return quarter(date.year, (date.month + 2) // 3)
    if unit == "half":
        return half(date.year, (date.month + 5) // 6)
    wide = {"week": week, "fortnight": week, "weekend": weekend}.get(unit, day)
    long = {"year": year, "decade": decade, "century": century, "millennium": millennium}.get(unit)
    return long(date.year) if long else wide(date)


def step(date: dt.date | None, unit: str, count: int) -> dt.date | None:
    """The date so many units on; the last day of a shorter month where the day does not exist."""
    if date is None or abs(count) > 400_000:
        return None
    if unit in MONTHS:
        at = date.year * 12 + date.month - 1 + count * MONTHS[unit]
        last = end_of_month(at // 12, at % 12 + 1)
        return last.replace(day=min(date.day, last.day)) if last else None
    try:
        return date + dt.timedelta(days=count * DAYS.get(unit, 1))
    except OverflowError:
        return None


def easter(year: int) -> dt.date | None:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    if not 1 <= year <= 9999:
        return None
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    o = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * o) // 451
    at, rest = divmod(h + o - 7 * m + 114, 31)
    return dt.date(year, at, rest + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The nth (from the end where negative) given weekday (1 is Monday) of a month, if there is one."""
    edge = make_date(year, month, 1) if nth > 0 else end_of_month(year, month)
    if edge is None:
        return None
    away = (weekday - edge.isoweekday()) % 7 if nth > 0 else -((edge.isoweekday() - weekday) % 7)
    found = step(edge, "day", away + 7 * (nth - 1 if nth > 0 else nth + 1))
    return found if found is not None and found.month == month else None


FRESH = 45
"""Days for which a month that has ended is the one that a report is about."""
NEAR = 4
"""How many days from a month's end a report's last day still closes that month."""
LATE = 2
"""How many days after the end of a month that closes no quarter of the year: "ended Feb. 3" from Nov. 4."""


def months_before(last: dt.date, count: int) -> dt.date | None:
    """The first day of the months that end on ``last``: that of a month, where it ends near a month's end."""
    closes = end_of_month(last.year, last.month)
    if last.day <= (NEAR if last.month % 3 == 1 else LATE):
        closes = step(last.replace(day=1), "day", -1)
    if count < 12 and closes is not None and abs((closes - last).days) <= NEAR:
        return step(step(closes, "day", 1), "month", -count)
    return step(step(last, "month", -count), "day", 1)
