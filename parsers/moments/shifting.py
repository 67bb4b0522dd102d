"""What forms mean that are counted from now or from the text: "last week", "two years ago"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers.forms import Relative, Shifted, ToDate
from parsers.moments import periods
from parsers.moments.context import NEAR, REFERENCE, Context, meaning, unknown
from parsers.moments.last_quarters import LAST_YEAR
from parsers.moments.meaning_last_year import compared_year, quarter_told, year_before
from parsers.moments.meaning_quarters import fiscal_quarter
from parsers.moments.partbefore import part_before
from parsers.moments.periods import FRESH, Period, containing, step
from parsers.moments.words import Pattern
from parsers.moments.years_on import years_on
from parsers.values import replace

# A count of these is told at the unit's own granularity: "two years ago" is a year, "three days ago" a day.
COARSE = {"week", "fortnight", "month", "quarter", "half", "year", "decade", "century", "millennium"}


@meaning.register
def _relative(form: Relative, context: Context) -> Period:
    if form.unit == "week" and (week := _week_told(form, context)) is not None:
        return week
    if form == THE_WEEKEND and _is_over(context):
        form = Relative("weekend", -1)
    if form.base == "over":
        form = Relative(form.unit, form.offset - _is_still_running(context))
    return _from_base(form, context)


def _from_base(form: Relative, context: Context) -> Period:
    if form == LAST_YEAR:
        compared = quarter_told(context) or compared_year(context)
        if compared is not None:
            return compared
    told, told_id = context.reported()
    if form == YEAR_BEFORE and (before := _year_before(context, told, told_id)) is not None:
        return before
    last = context.last
    if (form.base, form.unit, form.offset) == ("text", "year", 1) and last and _is_own_year(last):
        return years_on(last, 1, context.last_id)
    if form == THE_YEAR and (year := _year_told(context, told, told_id)) is not None:
        return year
    if form == THE_MONTH and (month := _month_told(context)) is not None:
        return month
    base, anchor = anchor_of(context, form.base, form.unit)
    if base is None:
        timex = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}.get(form.unit)
        return unknown(
            timex, form.unit, "the text says no time that it could mean" if context.reference else None
        )
    if form.unit in ("hour", "minute", "second"):
        return replace(periods.day(base), anchor=anchor)
    at = step(
        base if form.unit in periods.DAYS else containing(base, form.unit).first, form.unit, form.offset
    )
    if at is None:
        return unknown(None, form.unit, "outside the calendar")
    found = replace(containing(at, form.unit), anchor=anchor)
    if form.unit == "quarter" and form.base == "now" and (context.year_end or 12) % 3:
        return replace(fiscal_quarter(context.year_end or 12, base, form.offset), anchor=anchor)
    if form.base == "text" and form.offset < 0:
        context.stepped = found, base, anchor
    return found


def _year_before(context: Context, told: Period | None, told_id: str | None) -> Period | None:
    """The year before the one whose results are told, or the same part of it as the one compared."""
    if told is not None and _is_a_year(told):
        return years_on(told, -1, told_id)
    last = context.last
    again = last is not None and PRIOR.match(context.text, context.last_at) is not None
    if told is not None and last is not None and again and last.first == years_on(told, -1, None).first:
        return replace(last, anchor=context.last_id)  # "in the prior year period.  Prior year net included"
    return year_before(context)


def _is_still_running(context: Context) -> bool:
    """Whether the week of the reference date has too many days left for what is told to have been in it."""
    now = context.reference
    return now is not None and now.isoweekday() < FRIDAY and context.tense() != "future"


def _is_over(context: Context) -> bool:
    """Whether "the weekend" is the last one: on a working day, of what was ("fell over the weekend")."""
    now = context.reference
    if now is None or now.isoweekday() > FRIDAY:
        return False
    if TO_COME.search(context.text, max(0, context.at - 12), context.at) is not None:
        return False  # "sold ahead of the weekend"
    return context.tense() == "past"


TO_COME = Pattern(r"(?ri)\b(?:ahead of|before|until|for)[\s]\Z")
PRIOR = Pattern(r"(?i)(?:the )?(?:prior|previous)[ -]year")
FRIDAY = 5
THE_MONTH, THE_YEAR = Relative("month", 0), Relative("year", 0)
THE_WEEKEND = Relative("weekend", 0)
YEAR_BEFORE = Relative("year", -1, base="text")


def _is_a_year(period: Period) -> bool:
    """Whether a period is a year, or the 52 or 53 weeks that some firms call one."""
    if period.granularity == "week" and period.first is not None and period.last is not None:
        return 52 * 7 <= (period.last - period.first).days + 1 <= 53 * 7
    return period.granularity == "year"


def _is_own_year(year: Period) -> bool:
    """Whether a year does not end with December: the one that follows it does not either."""
    return (
        year.granularity == "year" and year.first is not None and (year.first.month, year.first.day) != (1, 1)
    )


def _year_told(context: Context, told: Period | None, told_id: str | None) -> Period | None:
    """The year that has just ended, where its results are told of as those of "the year"."""
    said = context.text[context.at : context.end].lower()
    if told is None or told.granularity != "year" or told.last is None or context.reference is None:
        return None
    over = 0 < (context.reference - told.last).days <= 2 * FRESH
    return (
        replace(told, anchor=told_id) if over and said == "the year" and context.tense() == "past" else None
    )


def _month_told(context: Context) -> Period | None:
    """The month that "the month" means in what is told of one: "Orders fell 2% in the month"."""
    month, name, at = context.month or (None, None, 0)
    said = context.text[context.at : context.end].lower()
    if month is None or not said.startswith("the month") or context.tense() == "future":
        return None
    near = at >= context.sentence()[0] - NEAR
    over = context.reference is not None and month.last is not None and month.last < context.reference
    return replace(month, anchor=name) if near and over else None


def _week_told(form: Relative, context: Context) -> Period | None:
    """The week that the text has told the end of, or one so many before it: it begins on any day of seven."""
    told, name = context.week or (None, None)
    if told is None or told.first is None or told.last is None or told.granularity != "week":
        return None
    now = context.reference
    fresh = now is not None and 0 <= (now - told.last).days <= FRESH_WEEK
    the_week = form.offset == 0 and context.text[context.at : context.end].lower().startswith("the week")
    if form.base != "text" and not ((the_week or form.base == "over") and form.offset <= 0 and fresh):
        return None
    weeks = form.offset if form.base == "text" else 0
    first, last = step(told.first, "week", weeks), step(told.last, "week", weeks)
    if first is None or last is None:
        return None
    return replace(told, first=first, last=last, timex=containing(last, "week").timex, anchor=name)


FRESH_WEEK = 14
"""Days after its end in which a week is still told of as "the week"."""


def _once(context: Context, base: dt.date, anchor: str | None) -> tuple[dt.date, str | None]:
    """A second "the previous year" means the same one, not the one before it."""
    if (
        context.stepped is not None
        and context.last is not None
        and context.stepped[0].first == context.last.first
    ):
        return context.stepped[1], context.stepped[2]
    return base, anchor


def anchor_of(context: Context, base: str, unit: str = "year") -> tuple[dt.date | None, str | None]:
    """The day to count from, and what it is: the reference date, or the moment the text last set.

    "The next day" counts from the last day of the text, not from a year that it spoke of since.
    """
    if base == "session":
        return _session(context)
    if base == "text" and unit == "week" and context.last is not None and context.last.granularity == "week":
        return context.last.first, context.last_id
    if base != "now" and unit in periods.DAYS and context.days is not None:
        return context.days[0].first, context.days[1]
    told, told_id = context.reported() if base == "text" and unit in ("quarter", "half") else (None, None)
    if told is not None and told.first is not None and told.granularity == unit:
        return told.first, told_id  # not "a year earlier", which stands between
    if base == "text" and unit == "month" and context.month is not None:
        month, name, at = context.month
        if context.newest is not None and at < context.sentence()[0] and _goes_back(context):
            month, name = context.newest
            return month.first, name  # "after a 0.9% gain a month earlier" of what the report is of
        if month.first is not None and _is_beyond(context, month.first):
            return month.first, name
    if base != "now" and context.last is not None and context.last.first is not None:
        return context.last.first, context.last_id
    if base == "same":
        return None, None
    return context.reference, REFERENCE if context.reference else None


def _session(context: Context) -> tuple[dt.date | None, str | None]:
    """The day of trading that a text of today tells of: the last day that it named, if that is fresh."""
    now, told = context.reference, context.days
    day = told[0].first if told is not None else None
    if told is not None and day is not None and (now is None or 0 <= (now - day).days <= SESSIONS):
        return day, told[1]
    return now, REFERENCE if now else None


SESSIONS = 4
"""Days after which no text tells of the trading of a day any more but by the way."""


def _goes_back(context: Context) -> bool:
    """Whether the last time before a sentence is a month that its text only looked ahead or back to."""
    last, newest = context.last, context.newest[0] if context.newest is not None else None
    if last is None or newest is None or newest.first is None or context.last_at >= context.sentence()[0]:
        return False
    return last.granularity == "month" and last.first != newest.first


def _is_beyond(context: Context, month: dt.date) -> bool:
    """Whether the last time of the text is one that its month was only compared with."""
    last = context.last.first if context.last is not None else None
    return last is not None and last < month


@meaning.register
def _shifted(form: Shifted, context: Context) -> Period:
    if form.base is not None:
        found = meaning(form.base, context)
        base, anchor = found.first, found.anchor
    else:
        base, anchor = anchor_of(context, "text" if form.from_text else "now", form.unit)
    if form.unit.startswith("weekday"):
        return _weekdays(form, base, anchor)
    if form.unit == "week" and form.sign < 0 and form.from_text and form.count == 1:
        week = _week_told(Relative("week", -1, base="text"), context)
        if week is not None:
            return week  # "9.8% in the week ended Nov. 10, compared with 9.9% a week earlier"
    if (before := part_before(form, context)) is not None:
        return before
    if form.count is None:
        return Period(timex="PAST_REF" if form.sign < 0 else "FUTURE_REF", granularity=form.unit)
    if base is None:
        return unknown(None, form.unit)
    at: dt.date | None = base
    for count, unit in ((form.count, form.unit), *form.more):
        at = _away(at, count, unit, form.sign)
    if at is None:
        return unknown(None, form.unit, "outside the calendar")
    finest = form.unit
    if (
        finest in COARSE
        and form.base is None
        and not (form.from_text and context.last and context.last.granularity == "day" and form.sign < 0)
    ):
        return replace(containing(at, finest), anchor=anchor)
    return replace(periods.day(at), anchor=anchor)


def _away(date: dt.date | None, count: Decimal, unit: str, sign: int) -> dt.date | None:
    whole = int(count)
    if count != whole and unit in periods.MONTHS:
        return step(
            step(date, unit, sign * whole), "month", sign * int((count - whole) * periods.MONTHS[unit])
        )
    if unit in ("hour", "minute", "second"):
        return step(date, "day", sign * (whole // 24) if unit == "hour" else 0)
    return step(date, unit, sign * whole)


def _weekdays(form: Shifted, base: dt.date | None, anchor: str | None) -> Period:
    if base is None or form.count is None:
        return unknown(None, "day")
    weekday = int(form.unit.removeprefix("weekday"))
    away = (
        (weekday - base.isoweekday()) % 7 or 7 if form.sign > 0 else -((base.isoweekday() - weekday) % 7 or 7)
    )
    date = step(base, "day", away + form.sign * 7 * (int(form.count) - 1))
    return replace(periods.day(date), anchor=anchor) if date else unknown(None, "day")


@meaning.register
def _to_date(form: ToDate, context: Context) -> Period:
    if context.reference is None:
        return unknown(None, form.unit)
    whole = replace(containing(context.reference, form.unit), last=context.reference, anchor=REFERENCE)
    month, name, _ = context.month or (None, None, 0)
    if month is None or form.unit != "year" or month.first is None or month.last is None:
        return whole
    # In a report of May "the year to date" goes as far as May does.
    newest = 0 < (context.reference - month.last).days <= FRESH and month.first.year == context.reference.year
    return replace(whole, last=month.last, anchor=name) if newest and month.first.month > 1 else whole
