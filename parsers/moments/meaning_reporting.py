"""What the months and weeks of a report mean: "the quarter ended June 30", "the first nine months"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers.forms import Day, Month, Reporting
from parsers.model import Calendar, MomentKind
from parsers.moments import periods
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.meaning_lengths import length_timex
from parsers.moments.meaning_quarters import fiscal_start, fiscal_year_of
from parsers.moments.periods import Period, containing, end_of_month, make_date, months_before, step
from parsers.values import replace


@meaning.register
def _reporting(form: Reporting, context: Context) -> Period:
    if form.number == 1 and form.begins and form.parts is None:
        return _first_months(form, context)
    end = _end_of(form, context)
    unit = _unit(form)
    if end is None or end.first is None or end.last is None:
        return unknown(_timex(form, None, None, unit), unit)
    if form.begins:
        first: dt.date | None = end.first
        last = step(step(first, form.unit, form.count), "day", -1)
    else:
        last = end.last
        first = step(step(last, "day", 1), form.unit, -form.count)
        if form.unit == "month" and last != end_of_month(last.year, last.month):
            first = months_before(last, form.count)
    if first is None or last is None:
        return unknown(None, unit, "outside the calendar")
    if (
        form.begins
        and form.unit in ("day", "week")
        and end.granularity == "day"
        and not (form.count == 1 and first.isoweekday() == 1)
    ):
        timex = f"{first}/{step(last, 'day', 1)}"
        return Period(first=first, last=last, timex=timex, granularity=unit, anchor=end.anchor, note=end.note)
    named = (unit in ("quarter", "half") and form.parts) or (unit == "week" and form.count == 1)
    return Period(
        first=first,
        last=last,
        timex=_timex(form, first, last, unit),
        granularity=unit,
        kind=MomentKind.DATE if named else MomentKind.DURATION,
        calendar=_calendar(form, first, last),
        anchor=end.anchor,
        note=end.note,
    )


def _end_of(form: Reporting, context: Context) -> Period | None:
    """Where it ends (or begins); what has ended lies not ahead ("expects for the quarter ended May 31")."""
    if form.end is None:
        return None
    end, now = meaning(form.end, context), context.reference
    bare = isinstance(form.end, Day | Month) and form.end.year is None
    if not (form.over and bare) or now is None or end.first is None or end.first <= now:
        return end
    return replace(end, first=step(end.first, "year", -1), last=step(end.last, "year", -1))


def _unit(form: Reporting) -> str:
    if form.unit == "month":
        return {3: "quarter", 6: "half", 12: "year"}.get(form.count, "month")
    return "quarter" if form.unit == "week" and form.count in (12, 13, 14) else form.unit


def _timex(form: Reporting, first: dt.date | None, last: dt.date | None, unit: str) -> str | None:
    """A quarter or half by name; else the length, as TIMEX3 writes "the nine months"."""
    if form.parts == 1:
        return "P1Y"
    middle = first + (last - first) / 2 if first is not None and last is not None else None
    if form.parts and middle is not None and first is not None and last is not None:
        if form.number is None or _calendar(form, first, last) is Calendar.CALENDAR:
            return containing(middle, unit).timex
        # A year of 52 weeks may end some days into the next month.
        closing = step(step(last, "day", -10), "month", (form.parts - form.number) * 12 // form.parts)
        return f"{closing.year:04}-{unit[0].upper()}{form.number}" if closing is not None else None
    if form.unit == "week" and form.count == 1 and middle is not None:
        return periods.week(middle).timex
    return length_timex(Decimal(form.count), form.unit)


def _calendar(form: Reporting, first: dt.date, last: dt.date) -> Calendar:
    """Fiscal where the text calls it so, or numbers or ends it otherwise than the calendar would."""
    if form.fiscal:
        return Calendar.FISCAL
    if form.parts == 1:
        return Calendar.CALENDAR if last.month == 12 else Calendar.FISCAL
    if form.number is not None and form.parts:
        middle = first + (last - first) / 2
        size = 12 // form.parts
        return Calendar.CALENDAR if (middle.month - 1) // size + 1 == form.number else Calendar.FISCAL
    return Calendar.CALENDAR


def _first_months(form: Reporting, context: Context) -> Period:
    """As in "the first nine months of 2024", "the first six months"."""
    year, anchor, now = None, None, context.reference
    if form.end is not None:
        whole = meaning(form.end, context)
        first, anchor = whole.first, whole.anchor
        if (own := _of_its_own_year(form, first, context)) is not None:
            first = own
    else:
        if now is None:
            return unknown(length_timex(Decimal(form.count), form.unit), form.unit)
        year = (
            now.year
            if (now.month > form.count or context.tense() == "future") or form.unit == "week"
            else now.year - 1
        )
        if context.period is not None and context.period.first is not None and form.count % 3 == 0:
            year = context.period.first.year
        first, anchor = make_date(year, 1, 1), REFERENCE
        if context.year_end not in (None, 12) and first is not None:
            first = fiscal_start(
                fiscal_year_of(step(now, "month", -2) or now, context.year_end or 12), context.year_end or 12
            )
    last = step(step(first, form.unit, form.count), "day", -1)
    return Period(
        first=first,
        last=last,
        timex=f"P{form.count}{'M' if form.unit == 'month' else 'W'}",
        granularity=_unit(replace(form, number=None)),
        kind=MomentKind.DURATION,
        anchor=anchor,
    )


def _of_its_own_year(form: Reporting, first: dt.date | None, context: Context) -> dt.date | None:
    """The first day of a company's year whose months are told to be over though the calendar's are not."""
    now, year_end = context.reference, context.year_end
    last = step(step(first, form.unit, form.count), "day", -1)
    if now is None or last is None or last < now or year_end in (None, 12):
        return None
    if context.tense(after=False) != "past":
        return None
    return fiscal_start(fiscal_year_of(step(now, "month", -1) or now, year_end or 12), year_end or 12)
