"""What reporting periods mean: quarters, halves, fiscal years, and the calendar that the article teaches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from parsers.forms import Day, FiscalYear, Form, Month, Part, Reporting, Same, Share, Year
from parsers.model import Calendar, MomentKind
from parsers.moments import periods
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.meaning import full_year, length_timex, plain
from parsers.moments.periods import Period, containing, end_of_month, make_date, step

UNSTATED = "the text does not say when the fiscal year begins; read as the calendar year"


def learn_year_end(forms: Iterable[tuple[str, Form]]) -> tuple[int | None, str | None]:
    """The month that the company's year ends in, and the id of the moment that says so.

    "The second quarter ended September 30" says March; "the year ended June 30" says June.
    """
    for name, form in forms:
        if not isinstance(form, Reporting) or form.unit != "month":
            continue
        month = _closing_month(form)
        if month is None:
            continue
        if form.number is not None and form.parts is not None and 1 <= form.number <= form.parts:
            left = (form.parts - form.number) * 12 // form.parts
            return (month + left - 1) % 12 + 1, name
        if form.count == 12 and form.number is None:
            return month, name
    return None, None


def _closing_month(form: Reporting) -> int | None:
    end = form.end.whole if isinstance(form.end, Part) else form.end
    if isinstance(end, Month):
        month, day = end.month, 28
    elif isinstance(end, Day) and end.month is not None and end.numeric is None:
        month, day = end.month, end.day
    else:
        return None
    if form.begins:
        return (
            (month - 2 + (0 if day < 20 or isinstance(end, Month) else 1) + form.count) % 12 + 1
            if form.count != 12
            else (month - 2) % 12 + 1
        )
    return month if day > 10 else (month - 2) % 12 + 1


def fiscal_start(year: int, end_month: int) -> dt.date | None:
    """The first day of the fiscal year that ends in ``year``."""
    return step(make_date(year, end_month, 1), "month", -11)


def share_of(context: Context, parts: int, number: int, year: int, fiscal: bool) -> Period:
    """A quarter or half of a year, by the fiscal calendar where it is one."""
    end_month = (context.year_end or 12) if fiscal else 12
    start = fiscal_start(year, end_month)
    size = 12 // parts
    first = step(start, "month", size * (number - 1))
    last = step(step(first, "month", size), "day", -1)
    if first is None or last is None:
        return unknown(None, "quarter", "outside the calendar")
    unit = "quarter" if parts == 4 else "half"
    middle = containing(first + (last - first) / 2, unit)
    note = UNSTATED if fiscal and context.year_end is None else None
    calendar = (
        Calendar.FISCAL if fiscal and (end_month != 12 or context.year_end is None) else Calendar.CALENDAR
    )
    return Period(first=first, last=last, timex=middle.timex, granularity=unit, calendar=calendar, note=note)


@meaning.register
def _share(form: Share, context: Context) -> Period:
    number = form.number or 1
    unit = "quarter" if form.parts == 4 else "half"
    fiscal = form.fiscal or (form.year is None and context.year_end not in (None, 12))
    anchor = context.year_end_anchor if fiscal and context.year_end else None
    year, said = _year_of(form.year, context, fiscal)
    if year is None:
        if form.year is not None or context.reference is None:
            year = (
                context.last.first.year if context.last and context.last.first and form.year is None else None
            )
            said = context.last_id
        else:
            year, said = _nearest(form, number, fiscal, context), REFERENCE
    if year is None:
        return unknown(f"XXXX-{unit[0].upper()}{number}", unit)
    return replace(share_of(context, form.parts, number, year, fiscal), anchor=said or anchor)


def _year_of(form: Form | None, context: Context, fiscal: bool) -> tuple[int | None, str | None]:
    if isinstance(form, Year):
        return full_year(form, context), None
    if form is None:
        return None, None
    found = meaning(form, context)
    if found.first is None:
        return None, None
    year = found.first.year
    if fiscal and context.year_end not in (None, 12) and context.reference is not None:
        year += fiscal_year_of(context.reference, context.year_end or 12) - context.reference.year
    return year, found.anchor


def fiscal_year_of(date: dt.date, end_month: int) -> int:
    """The fiscal year that a day lies in, named by the year in which it ends."""
    return date.year + (1 if date.month > end_month else 0)


def _nearest(form: Share, number: int, fiscal: bool, context: Context) -> int | None:
    """The year of a bare "third quarter": the newest one begun, or by tense the next one to end."""
    now = context.reference
    if now is None:
        return None
    found = [(share_of(context, form.parts, number, y, fiscal), y) for y in range(now.year - 2, now.year + 3)]
    if context.tense(after=False) == "future":
        ahead = [y for p, y in found if p.last is not None and p.last >= now]
        return ahead[0] if ahead else None
    begun = [y for p, y in found if p.first is not None and p.first <= now]
    return begun[-1] if begun else None


@meaning.register
def _fiscal_year(form: FiscalYear, context: Context) -> Period:
    end_month, now = context.year_end or 12, context.reference
    anchor = context.year_end_anchor
    year = form.year
    if year is None:
        if now is None:
            return unknown(None, "year")
        offset = form.offset or 0
        year = fiscal_year_of(now, end_month) + offset if context.year_end else now.year + offset
        anchor = REFERENCE
    elif year < 100:
        year = full_year(Year(year, True), context)
    first = fiscal_start(year, end_month)
    if first is None:
        return unknown(f"{year:04}", "year", "outside the calendar")
    note = UNSTATED if context.year_end is None else None
    return Period(
        first=first,
        last=end_of_month(year, end_month),
        timex=f"{year:04}",
        granularity="year",
        calendar=Calendar.FISCAL,
        anchor=anchor,
        note=note,
    )


@meaning.register
def _reporting(form: Reporting, context: Context) -> Period:
    if form.number == 1 and form.begins and form.parts is None:
        return _first_months(form, context)
    end = meaning(form.end, context) if form.end is not None else None
    unit = _unit(form)
    if end is None or end.first is None or end.last is None:
        return unknown(_timex(form, None, unit), unit)
    if form.begins:
        first = end.first if form.unit != "week" or end.granularity != "day" else end.first
        last = step(step(first, form.unit, form.count), "day", -1)
    else:
        last = end.last
        first = step(step(last, "day", 1), form.unit, -form.count)
        if form.unit == "month" and last.day != (end_of_month(last.year, last.month) or last).day:
            first = step(_back_months(last, form.count), "day", 1)
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
    kind = (
        MomentKind.DATE
        if unit in ("quarter", "half") and form.parts or unit == "week" and form.count == 1
        else MomentKind.DURATION
    )
    return Period(
        first=first,
        last=last,
        timex=_timex(form, first + (last - first) / 2, unit),
        granularity=unit,
        kind=kind,
        calendar=_calendar(form, first, last, context),
        anchor=end.anchor,
        note=end.note,
    )


def _back_months(last: dt.date, count: int) -> dt.date | None:
    return step(last, "month", -count)


def _unit(form: Reporting) -> str:
    if form.unit == "month":
        return {3: "quarter", 6: "half", 12: "year"}.get(form.count, "month")
    return "quarter" if form.unit == "week" and form.count in (12, 13, 14) else form.unit


def _timex(form: Reporting, middle: dt.date | None, unit: str) -> str | None:
    """A quarter or half by name; else the length, as TIMEX3 writes "the nine months"."""
    if form.parts and middle is not None:
        return containing(middle, unit).timex
    if form.unit == "week" and form.count == 1 and middle is not None:
        return periods.week(middle).timex
    if form.unit == "month" and form.count == 12:
        return "P1Y"
    if (
        form.unit == "month"
        and form.count == 3
        and form.parts is None
        and middle is not None
        and form.number is None
        and not form.begins
    ):
        return "P3M"
    return length_timex(_decimal(form.count), form.unit)


def _decimal(count: int):  # type: ignore[no-untyped-def]
    from decimal import Decimal

    return Decimal(count)


def _calendar(form: Reporting, first: dt.date, last: dt.date, context: Context) -> Calendar:
    """Fiscal where the text calls it so, or numbers it otherwise than the calendar would."""
    if form.fiscal:
        return Calendar.FISCAL
    if form.number is not None and form.parts:
        middle = first + (last - first) / 2
        size = 12 // form.parts
        return Calendar.CALENDAR if (middle.month - 1) // size + 1 == form.number else Calendar.FISCAL
    if _unit(form) == "year":
        return Calendar.CALENDAR if last.month == 12 else Calendar.FISCAL
    return Calendar.CALENDAR


def _first_months(form: Reporting, context: Context) -> Period:
    """ "the first nine months of 2024", "the first six months"."""
    year, anchor, now = None, None, context.reference
    if form.end is not None:
        whole = meaning(form.end, context)
        first, anchor = whole.first, whole.anchor
    else:
        if now is None:
            return unknown(length_timex(_decimal(form.count), form.unit), form.unit)
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


@meaning.register
def _same(form: Same, context: Context) -> Period:
    found, anchor = context.reported()
    if form.unit[:1].isdigit():
        return _same_months(form, context)
    if form.unit in ("quarter",) and (found is None or found.granularity != "quarter"):
        found, anchor = context.quarter, context.quarter_id
    if form.year is not None:
        return _in_year(form, found, anchor, context)
    if found is None or found.first is None or found.last is None:
        return _without_period(form, context)
    if form.offset == 0:
        return replace(found, anchor=anchor, note=None)
    return _years_on(found, form.offset, anchor)


def _years_on(found: Period, offset: int, anchor: str | None) -> Period:
    first, last = step(found.first, "year", offset), step(found.last, "year", offset)
    if first is None or last is None or found.last is None:
        return unknown(None, found.granularity, "outside the calendar")
    if found.last == end_of_month(found.last.year, found.last.month):
        last = end_of_month(last.year, last.month) or last
    if found.granularity in ("quarter", "half") and found.kind is not MomentKind.DURATION:
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


def _in_year(form: Same, found: Period | None, anchor: str | None, context: Context) -> Period:
    """ "the 1988 period": the period of the text in that year, told by the year."""
    assert form.year is not None
    year = meaning(form.year, context)
    if found is not None and found.first is not None and year.first is not None:
        moved = _years_on(found, year.first.year - found.first.year, anchor)
        return (
            moved
            if form.unit == "quarter" and moved.granularity == "quarter"
            else replace(moved, timex=year.timex)
        )
    return year


def _without_period(form: Same, context: Context) -> Period:
    now = context.reference
    if form.unit == "period" and form.offset:
        at, anchor = (
            (context.last.first, context.last_id) if _anchored(context) and context.last else (now, REFERENCE)
        )
        gone = step(at, "year", form.offset)
        return replace(containing(gone, "year"), anchor=anchor) if gone else unknown(None, "year")
    if now is None:
        return unknown(None, form.unit)
    unit = form.unit if form.unit in ("quarter", "half") else "quarter"
    gone = step(now, unit, -1 if form.latest or form.offset else 0)
    gone = step(gone, "year", form.offset)
    return replace(containing(gone, unit), anchor=REFERENCE) if gone else unknown(None, unit)


def _anchored(context: Context) -> bool:
    """Whether "a year earlier" counts from the text: "earlier", not "ago"."""
    said = context.text[context.at : context.end].lower()
    return "ago" not in said and context.last is not None and context.last.first is not None


def _same_months(form: Same, context: Context) -> Period:
    """ "the nine months", "the year-earlier nine months": to the end of the period of the text."""
    count = int("".join(c for c in form.unit if c.isdigit()))
    now = context.reference
    last = context.period.last if context.period is not None else None
    if last is None and now is not None:
        ended = step(now.replace(day=1), "day", -1)
        while ended is not None and ended.month % 3:
            ended = step(ended.replace(day=1), "day", -1)
        last = ended
    timex, unit = f"P{plain(_decimal(count))}M", {3: "quarter", 6: "half", 12: "year"}.get(count, "month")
    if last is None:
        return Period(
            timex=timex,
            granularity=unit,
            kind=MomentKind.DURATION,
            note="no reference date to resolve it from",
        )
    last = step(last, "year", form.offset) or last
    first = step(step(last, "day", 1), "month", -count)
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=unit,
        kind=MomentKind.DURATION,
        anchor=context.period_id or REFERENCE,
    )
