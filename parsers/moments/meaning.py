"""What the forms of the calendar mean: days, months, years, seasons, weekdays, times of day, lengths."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from parsers import lexicon
from parsers.forms import (
    Century,
    Clock,
    Day,
    Decade,
    Form,
    Holiday,
    Length,
    Month,
    Nth,
    Part,
    Range,
    Reference,
    Repeat,
    Season,
    Weekday,
    Year,
)
from parsers.model import MomentKind
from parsers.moments import periods
from parsers.moments.context import REFERENCE, Context, meaning, nearest_year, unknown
from parsers.moments.periods import Period, containing, make_date, step

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def year_number(
    form: Form | None, context: Context, month: int, day: int | None = None
) -> tuple[int | None, str | None]:
    """The year of a month, and the anchor it was found by (``None`` where it is printed)."""
    if isinstance(form, Year):
        return full_year(form, context), None
    if form is not None:
        found = meaning(form, context)
        if found.first is not None and found.granularity == "year":
            return found.first.year, found.anchor or REFERENCE
        if found.first is not None and context.reference is not None:
            return _sided_year(found.first, context.reference, month), REFERENCE
        return None, None
    return nearest_year(context, month, day), REFERENCE


def _sided_year(side: dt.date, now: dt.date, month: int) -> int:
    """ "last April", "next March": the nearest such month before or after this one."""
    ahead = (side.year, side.month) > (now.year, now.month)
    same = (side.year, side.month) == (now.year, now.month)
    if same:
        return now.year
    if ahead:
        return now.year if month > now.month else now.year + 1
    return now.year if month < now.month else now.year - 1


def full_year(form: Year, context: Context) -> int:
    """The year in four digits; two printed digits mean the nearest such year to now."""
    if not form.short or context.reference is None:
        return form.year
    now = context.reference.year
    return min(
        (now - now % 100 + form.year % 100 + c for c in (-100, 0, 100)),
        key=lambda y: (abs(y - now - 20 * (y > now)), y),
    )


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
    if date is None and form.year is None:
        return Period(
            timex=f"XXXX-{month:02}-{day:02}" if day > 29 else f"{year + -year % 4:04}-{month:02}-{day:02}",
            granularity="day",
            note="no such day",
        )
    if date is None:
        return Period(timex=f"{year:04}-{month:02}-{day:02}", granularity="day", note="no such day")
    if form.weekday and date.isoweekday() != form.weekday:
        if form.year is None:
            for other in (year - 1, year + 1):
                found = make_date(other, month, day)
                if (
                    found is not None
                    and found.isoweekday() == form.weekday
                    and abs((found - date).days) < 370
                    and context.reference is not None
                ):
                    if abs((found - context.reference).days) < 200:
                        date = found
        if date.isoweekday() != form.weekday:
            note = f"{date.isoformat()} is a {WEEKDAYS[date.isoweekday() - 1]}, not a {WEEKDAYS[form.weekday - 1]}"
    return replace(periods.day(date), anchor=anchor, note=note)


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
def _month(form: Month, context: Context) -> Period:
    year, anchor = year_number(form.year, context, form.month)
    if year is None:
        return unknown(f"XXXX-{form.month:02}", "month")
    return replace(periods.month(year, form.month), anchor=anchor)


@meaning.register
def _year(form: Year, context: Context) -> Period:
    return periods.year(full_year(form, context))


@meaning.register
def _decade(form: Decade, context: Context) -> Period:
    found = periods.decade(form.year)
    return (
        replace(found, note="the century is not printed; read as the nearest past one")
        if form.short
        else found
    )


@meaning.register
def _century(form: Century, context: Context) -> Period:
    return periods.century((form.number - 1) * 100)


@meaning.register
def _season(form: Season, context: Context) -> Period:
    start = periods.SEASONS[form.season][0]
    now = context.reference
    if form.year is not None:
        year, anchor = year_number(form.year, context, start)
        return (
            replace(periods.season(year, form.season), anchor=anchor)
            if year is not None
            else unknown(form.season, "season")
        )
    if now is None:
        return unknown(f"XXXX-{form.season}", "season")
    year = now.year - 1 if form.season == "WI" and now.month <= 2 else now.year
    if form.offset is None:
        year = nearest_year(context, start + 1 if start < 12 else 12) or year
    elif form.offset < 0 and (periods.season(year, form.season).last or now) >= now:
        year -= 1
    elif form.offset > 0 and (periods.season(year, form.season).first or now) <= now:
        year += 1
    return replace(periods.season(year, form.season), anchor=REFERENCE)


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
        date = step(now, "day", -back % 7 if context.tense() == "future" else -back)
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
    first = (
        step(whole.first, form.unit, form.number - 1)
        if form.number > 0
        else step(whole.last, form.unit, -form.count)
    )
    if form.number < 0:
        first = step(first, "day", 1)
    after = step(first, form.unit, form.count)
    last = step(after, "day", -1)
    if first is None or last is None or first > whole.last:
        return unknown(None, form.unit, "no such part")
    single = containing(first, form.unit)
    timex = (
        single.timex
        if form.count == 1
        else f"P{form.count}{'W' if form.unit == 'week' else 'D' if form.unit == 'day' else 'M'}"
    )
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=form.unit,
        anchor=whole.anchor,
        kind=MomentKind.DATE if form.count == 1 else MomentKind.DURATION,
    )


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


@meaning.register
def _part(form: Part, context: Context) -> Period:
    whole = meaning(form.whole, context)
    if form.part == "LAST":
        return replace(whole, first=whole.last, granularity="day") if whole.last else whole
    entry = lexicon.entries("timewords")[form.part]
    if whole.first is None or whole.last is None or form.part in ("BEFORE", "WHOLE"):
        return _to_now(form.part, whole, context)
    days = (whole.last - whole.first).days + 1
    first = step(whole.first, "day", days * (int(entry.get("first")) - 1) // 12)
    last = step(whole.first, "day", max(0, -(-days * int(entry.get("last")) // 12) - 1))
    return replace(
        whole, first=first, last=last, note=f"{form.part.lower()} of {whole.timex}: the days are an estimate"
    )


def _to_now(part: str, whole: Period, context: Context) -> Period:
    """ "earlier this year" ends now, where now lies in it."""
    now = context.reference
    if part == "BEFORE" and now and whole.first and whole.last and whole.first <= now <= whole.last:
        said = context.text[context.at : context.end].lower()
        if said.startswith("earlier"):
            return replace(whole, last=now)
        if said.startswith("later"):
            return replace(whole, first=now)
    return whole


@meaning.register
def _range(form: Range, context: Context) -> Period:
    one, two = meaning(form.first, context), meaning(form.last, context)
    if (
        one.first
        and two.last
        and one.first > two.last
        and isinstance(form.first, Day | Month)
        and form.first.year is None
    ):
        back = step(one.first, "year", -1)
        one = replace(
            one, first=back, timex=back.isoformat() if back and one.granularity == "day" else one.timex
        )
    if (
        one.first
        and two.last
        and one.first > two.last
        and isinstance(form.last, Weekday)
        and two.granularity == "day"
    ):
        later = step(two.first, "day", 7)
        two = periods.day(later) if later else two
    anchor = one.anchor or two.anchor
    if one.first is None or two.last is None or two.first is None:
        return (
            unknown(None, one.granularity)
            if one.first is None
            else replace(unknown(None, one.granularity), first=one.first)
        )
    if one.first > two.last:
        return Period(timex=None, granularity=one.granularity, note="it ends before it begins")
    return Period(
        first=one.first,
        last=two.last,
        timex=f"{one.first}/{two.first}",
        granularity=two.granularity,
        anchor=anchor,
    )


@meaning.register
def _reference(form: Reference, context: Context) -> Period:
    now = context.reference if form.value == "PRESENT_REF" else None
    return Period(first=now, last=now, timex=form.value, granularity=None, anchor=REFERENCE if now else None)


@meaning.register
def _repeat(form: Repeat, context: Context) -> Period:
    return Period(timex=form.timex, granularity=form.granularity, kind=MomentKind.SET)


@meaning.register
def _clock(form: Clock, context: Context) -> Period:
    day = meaning(form.day, context) if form.day is not None else None
    date = (
        day.first
        if day is not None and day.first == day.last
        else context.reference
        if form.day is None
        else None
    )
    if form.part is not None:
        time = f"T{form.part}"
    else:
        time = f"T{form.hour:02}:{form.minute or 0:02}" + (
            f":{form.second:02}" if form.second is not None else ""
        )
    stem = date.isoformat() if date else "XXXX-XX-XX"
    anchor = day.anchor if day is not None else REFERENCE if date else None
    granularity = "part of day" if form.part else "minute"
    return Period(
        first=date,
        last=date,
        timex=stem + time,
        granularity=granularity,
        kind=MomentKind.TIME,
        anchor=anchor,
        note=form.zone and f"time zone: {form.zone}",
    )


@meaning.register
def _length(form: Length, context: Context) -> Period:
    first, last = _placed(form, context)
    timex = length_timex(form.low if form.high is None else None, form.unit, form.more)
    if form.low is not None and form.high is not None:
        timex = f"PX{_letter(form.unit)}" if _letter(form.unit)[0] != "T" else f"PTX{_letter(form.unit)[1]}"
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=form.unit,
        kind=MomentKind.DURATION,
        anchor=REFERENCE if first else None,
    )


def _placed(form: Length, context: Context) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of "the past two years", "the next three months"."""
    now, amount = context.reference, form.low
    if (
        now is None
        or amount is None
        or form.side is None
        or amount != int(amount)
        or form.high is not None
        or form.more
    ):
        return None, None
    sign = -1 if form.side == "past" else 1
    away = step(
        now, form.unit if form.unit in {**periods.MONTHS, **periods.DAYS} else "day", sign * int(amount)
    )
    if away is None or form.unit in ("second", "minute", "hour"):
        return None, None
    return (step(away, "day", 1), now) if sign < 0 else (step(now, "day", 1), away)


def _letter(unit: str) -> str:
    return str(lexicon.entries("timeunits")[unit].get("timex"))


def length_timex(amount: Decimal | None, unit: str, more: tuple[tuple[Decimal, str], ...] = ()) -> str:
    """The TIMEX3 value of an amount of time: P3Y, PT72H, P2Y6M, PXM."""
    letter = _letter(unit)
    if amount is None:
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    if unit == "fortnight":
        amount *= 2
    if unit == "half":
        amount, letter = amount * 6, "M"
    if unit == "decade":
        amount, letter = amount * 10, "Y"
    if unit == "century":
        amount, letter = amount * 100, "Y"
    if unit == "weekend":
        letter = "WE"
    whole = int(amount)
    if letter == "Y" and amount != whole and (amount - whole) * 12 == int((amount - whole) * 12):
        return f"P{whole}Y{int((amount - whole) * 12)}M" if whole else f"P{int(amount * 12)}M"
    head = f"PT{plain(amount)}{letter[1]}" if letter[0] == "T" else f"P{plain(amount)}{letter}"
    tail = "".join(f"{plain(n)}{_letter(u)[-1]}" for n, u in more)
    return head + tail


def plain(value: Decimal) -> str:
    """A number without an exponent or needless zeros."""
    return f"{value.normalize():f}" if value else "0"
