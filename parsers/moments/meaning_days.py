"""What days mean: dates, weekdays, holidays, the nth of something."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers import lexicon
from parsers.forms import (
    Day,
    Holiday,
    Nth,
    Weekday,
)
from parsers.lazy import Pattern
from parsers.model import MomentKind
from parsers.moments import periods
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.meaning import year_number
from parsers.moments.meaning_lengths import length_timex
from parsers.moments.periods import Period, containing, make_date, step
from parsers.values import replace

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@meaning.register
def _day(form: Day, context: Context) -> Period:
    month, day, note = form.month, form.day, None
    if form.numeric is not None:
        month, day, note = _ordered(form.numeric, context)
    if form.within is not None or month is None:
        return _day_within(form, day, context)
    year, anchor = year_number(form.year, context, month, day)
    if year is None:
        return unknown(f"XXXX-{month:02}-{day:02}", "day", note)
    date = make_date(year, month, day)
    if form.year is None:
        date = _fitting(date, form.weekday, (year, month, day), context)
    if date is None:
        stated = f"{year:04}" if form.year is not None else "XXXX"
        return Period(timex=f"{stated}-{month:02}-{day:02}", granularity="day", note="no such day")
    if form.weekday and date.isoweekday() != form.weekday:
        printed, actual = WEEKDAYS[form.weekday - 1], WEEKDAYS[date.isoweekday() - 1]
        note = f"{date.isoformat()} is a {actual}, not a {printed}"
    return replace(periods.day(date), anchor=anchor, note=note)


def _fitting(
    date: dt.date | None, weekday: int | None, printed: tuple[int, int, int], context: Context
) -> dt.date | None:
    """A day without a year: in the nearest year that has it, on the weekday that is printed with it."""
    if date is not None and (weekday is None or date.isoweekday() == weekday):
        return date
    year, month, day = printed
    for other in sorted(range(year - 4, year + 5), key=lambda y: abs(y - year)):
        found = make_date(other, month, day)
        if found is None or context.reference is None:
            continue
        if date is None or (found.isoweekday() == weekday and abs((found - context.reference).days) < 200):
            return found
    return date


def _ordered(numeric: tuple[int, int], context: Context) -> tuple[int, int, str | None]:
    """Month and day of two numbers: by their size, else by the article's own habit."""
    one, two = numeric
    if one > 12:
        return two, one, None
    if two > 12 or one == two:
        return one, two, None
    if context.day_first:
        return two, one, f"read as day, month: {context.order_note}"
    return one, two, f"read as month, day: {context.order_note or 'the usual order in American news'}"


def _day_within(form: Day, day: int, context: Context) -> Period:
    """A day of a month that is not named: "the 27th", "Friday the 15th", "the 31st of this month"."""
    whole = meaning(form.within, context) if form.within is not None else None
    if whole is not None:
        if whole.first is None:
            return unknown(f"XXXX-XX-{day:02}", "day")
        date = make_date(whole.first.year, whole.first.month, day)
        if date is None:
            return Period(
                timex=f"{whole.first.year:04}-{whole.first.month:02}-{day:02}",
                granularity="day",
                note="no such day",
            )
        return replace(periods.day(date), anchor=whole.anchor)
    now = context.reference
    if now is None:
        return unknown(f"XXXX-XX-{day:02}", "day")
    tense, found = context.tense(), []
    for months in (-2, -1, 0, 1, 2):
        first = step(now.replace(day=1), "month", months)
        date = make_date(first.year, first.month, day) if first else None
        if date is not None and (form.weekday is None or date.isoweekday() == form.weekday):
            found.append(date)
    if not found:
        return unknown(f"XXXX-XX-{day:02}", "day", "no such day near the reference date")
    side = [d for d in found if (d >= now if tense == "future" else d <= now)] or found
    best = min(side, key=lambda d: abs((d - now).days))
    return replace(periods.day(best), anchor=REFERENCE)


@meaning.register
def _holiday(form: Holiday, context: Context) -> Period:
    now, entry = context.reference, lexicon.entries("holidays")[form.name]
    if entry.get("unfixed"):
        return unknown(None, "day", "its day moves with another calendar")
    if form.year is not None:
        year, anchor = year_number(form.year, context, 6)
        date = holiday_in(form.name, year) if year else None
        return replace(periods.day(date), anchor=anchor) if date else unknown(None, "day")
    if now is None:
        return unknown(None, "day")
    near = [d for d in (holiday_in(form.name, now.year + n) for n in (-1, 0, 1)) if d is not None]
    if form.offset is not None and form.offset != 0:
        side = [d for d in near if (d > now if form.offset > 0 else d < now)]
        near = [min(side, key=lambda d: abs((d - now).days))] if side else near
    elif (tense := context.tense()) is not None:
        side = [d for d in near if ((d - now).days >= -30 if tense == "future" else (d - now).days <= 14)]
        near = side or near
    if not near:
        return unknown(None, "day")
    return replace(periods.day(min(near, key=lambda d: abs((d - now).days))), anchor=REFERENCE)


def holiday_in(name: str, year: int) -> dt.date | None:
    """The date of a holiday in one year."""
    entry = lexicon.entries("holidays")[name]
    if entry.get("easter") is not None:
        sunday = periods.easter(year)
        return step(sunday, "day", int(entry.get("easter")))
    if entry.get("day"):
        return make_date(year, int(entry.get("month")), int(entry.get("day")))
    found = periods.nth_weekday(
        year, int(entry.get("month")), int(entry.get("weekday")), int(entry.get("nth"))
    )
    return step(found, "day", int(entry.get("plus", 0)))


CLOSED = Pattern(r"(?i)['\u2019]s (?:\p{L}++ )?(?:clos|trading|price|level|session|finish)")
"""Behind a weekday that has been ("a premium of 26% to Friday's close")."""


@meaning.register
def _weekday(form: Weekday, context: Context) -> Period:
    now = context.reference
    if form.week is not None:
        week = meaning(form.week, context)
        date = step(week.first, "day", form.weekday - 1)
        return (
            replace(periods.day(date), anchor=week.anchor)
            if date
            else unknown(f"XXXX-WXX-{form.weekday}", "day")
        )
    if now is None:
        return unknown(f"XXXX-WXX-{form.weekday}", "day")
    back = (now.isoweekday() - form.weekday) % 7
    if form.which == "next":
        monday = step(now, "day", 8 - now.isoweekday())
        date = step(monday, "day", form.weekday - 1)
    elif form.which == "last":
        date = step(now, "day", -(back or 7))
    elif form.which == "this":
        date = (
            step(now, "day", form.weekday - now.isoweekday())
            if context.tense() == "past"
            else step(now, "day", -back % 7)
        )
    else:
        ahead = context.tense() == "future" and CLOSED.match(context.text, context.end) is None
        date = step(now, "day", -back % 7 if ahead else -back)
    return replace(periods.day(date), anchor=REFERENCE) if date else unknown(None, "day")


@meaning.register
def _nth(form: Nth, context: Context) -> Period:
    whole = meaning(form.whole, context) if form.whole is not None else None
    if form.whole is None and context.reference is not None:
        unit = "month" if form.weekday else "year"
        whole = replace(containing(context.reference, unit), anchor=REFERENCE)
    if whole is None or whole.first is None or whole.last is None:
        return unknown(None, form.unit)
    if form.weekday:
        away = (form.weekday - whole.first.isoweekday()) % 7 + 7 * (form.number - 1)
        date = step(whole.first, "day", away)
        if form.number < 0:
            date = step(whole.last, "day", -((whole.last.isoweekday() - form.weekday) % 7))
        if date is None or date > whole.last:
            return unknown(None, "day", "no such day")
        return replace(periods.day(date), anchor=whole.anchor)
    if form.unit == "week" and form.count == 1:
        return _nth_week(form.number, whole)
    return _nth_unit(form, whole)


def _nth_unit(form: Nth, whole: Period) -> Period:
    """Some days, weeks or months of something, counted from its start or (negative) from its end."""
    if form.number > 0:
        first = step(whole.first, form.unit, form.number - 1)
    else:
        first = step(step(whole.last, form.unit, -form.count), "day", 1)
    last = step(step(first, form.unit, form.count), "day", -1)
    if first is None or last is None or whole.last is None or first > whole.last:
        return unknown(None, form.unit, "no such part")
    found = Period(first=first, last=last, granularity=form.unit, anchor=whole.anchor)
    if form.count == 1:
        return replace(found, timex=containing(first, form.unit).timex)
    timex = length_timex(Decimal(form.count), form.unit)
    return replace(found, timex=timex, kind=MomentKind.DURATION)


def _nth_week(number: int, whole: Period) -> Period:
    """Weeks of a year or month: the first is the one that holds its first Thursday (ISO 8601)."""
    if whole.first is None or whole.last is None:
        return unknown(None, "week")
    start = periods.week(whole.first)
    if whole.first == whole.last:
        return replace(start, anchor=whole.anchor)
    if start.first is not None and (whole.first - start.first).days > 3:
        start = periods.week(step(whole.first, "day", 7) or whole.first)
    found = (
        periods.week(step(start.first, "day", 7 * (number - 1)) or whole.first)
        if number > 0
        else periods.week(whole.last)
    )
    return replace(found, anchor=whole.anchor)
