"""What "the full year" and "the fiscal year" mean: the year of the results, or the one that lies ahead."""

from __future__ import annotations

import datetime as dt

from parsers.forms import FiscalYear, WholeYear, Year
from parsers.lazy import Pattern
from parsers.model import Calendar
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.meaning import full_year
from parsers.moments.meaning_quarters import UNSTATED, fiscal_start, fiscal_year_of
from parsers.moments.periods import Period, containing, end_of_month
from parsers.moments.years_on import years_on
from parsers.values import replace

UNKNOWN = "the text does not say when the fiscal year begins; it lies in these two years"
FORESEEN = Pattern(
    r"(?i)(?:[\s-]+[\p{L}-]++){0,4}?[\s-]+"
    r"(?:forecast|outlook|guidance|target|projection|estimate|expectation|goal)s?\b"
)
"""Behind "full-year" where what is to come is meant ("its full-year profit forecast")."""

FRESH = 120
"""Days for which the year that has ended is still the one reported."""


@meaning.register
def _whole_year(form: WholeYear, context: Context) -> Period:
    now = context.reference
    if now is None:
        return unknown(None, "year")
    told = context.last
    if told is not None and _is_of_its_sentence(told, context, now):
        return replace(told, anchor=context.last_id, note=None)
    ended = _reported(context, now)
    if form.ended and ended is None:
        return unknown(None, "year", "the text does not say which year")
    day = ended or now
    if context.year_end in (None, 12):
        return replace(containing(day, "year"), anchor=REFERENCE)
    found = meaning(FiscalYear(offset=0), context)
    year = fiscal_year_of(day, context.year_end or 12)
    first, last = fiscal_start(year, context.year_end or 12), end_of_month(year, context.year_end or 12)
    return replace(found, first=first, last=last, timex=f"{year:04}") if first and last else found


def _is_of_its_sentence(told: Period, context: Context, now: dt.date) -> bool:
    """Whether its sentence names the year foreseen ("gains in 2004, predicting that full year profits").

    So does one that still runs.
    """
    if told.granularity != "year" or told.last is None or context.last_at < context.sentence()[0]:
        return False
    if told.last >= now:
        return True  # "a slow start to 2025, with growth for the year of 3%"
    said = context.text[context.sentence()[0] : context.last_at]
    return (
        FORETOLD.search(said) is not None and context.tense() == "future" and (now - told.last).days <= FRESH
    )


FORETOLD = Pattern(
    r"(?ri)\b(?:forecast|expect|predict|project|foresee|see)(?:s|ed|ing)? (?:[\p{L}-]++ ){0,4}(?:in|for) \Z"
)
"""Before a year for which something is foreseen ("forecast similar gains in")."""


def _reported(context: Context, now: dt.date) -> dt.date | None:
    """The last day of the year that has ended, where the text reports its last quarter or the whole."""
    if context.tense() == "future" or FORESEEN.match(context.text, context.end) is not None:
        return None
    for period in (context.period, context.quarter):
        last = period.last if period is not None else None
        if period is None or last is None or not 0 <= (now - last).days <= FRESH:
            continue
        if period.granularity == "year" or last.month == (context.year_end or 12):
            return last
    return _just_ended(context, now) if context.period is None and context.tense() == "past" else None


def _just_ended(context: Context, now: dt.date) -> dt.date | None:
    """The last day of the year that ended not long ago ("reported a drop in full-year profit")."""
    month = context.year_end or 12
    ends = (end_of_month(year, month) for year in (now.year, now.year - 1))
    last = next((end for end in ends if end is not None and end < now), None)
    return last if last is not None and (now - last).days <= FRESH else None


def _year_told(form: FiscalYear, context: Context, now: dt.date) -> Period | None:
    """The year told of before ("sales rose in the year ended March 1990.  For the fiscal year, net was")."""
    told = context.period
    if form.offset == 0 and (ended := _of_its_last_quarter(context, now)) is not None:
        return ended
    if told is None or told.granularity != "year" or told.last is None:
        return None
    if form.offset == -1 and EARLIER.search(context.text, context.at, context.end) is not None:
        own = (told.last.month, told.last.day) != (12, 31) and told.last < now
        return years_on(told, -1, context.period_id) if own else None
    if form.offset != 0:
        return None
    if told.last >= now or (told.last.month, told.last.day) == (12, 31) or context.tense() != "past":
        return None
    return replace(told, anchor=context.period_id)


EARLIER = Pattern(r"(?i)\b(?:previous|prior|preceding)\b")
"""In "the previous fiscal year": the one before that which is told of."""


def _of_its_last_quarter(context: Context, now: dt.date) -> Period | None:
    """The year whose last quarter is told of ("its fourth quarter ended June 30.  For the fiscal year")."""
    end_month = context.year_end
    if end_month is None or end_month == 12 or context.tense() != "past":
        return None
    for period in (context.period, context.quarter):
        last = period.last if period is not None and period.granularity == "quarter" else None
        if last is None or last.month != end_month or not 0 <= (now - last).days <= FRESH:
            continue
        year = fiscal_year_of(last, end_month)
        return Period(
            first=fiscal_start(year, end_month),
            last=end_of_month(year, end_month),
            timex=f"{year:04}",
            granularity="year",
            calendar=Calendar.FISCAL,
            anchor=REFERENCE,
        )
    return None


def _is_named_by_its_first_day(form: FiscalYear, year: int, context: Context) -> bool:
    """Whether a year foretold would be over, were it named by the one that it ends in ("fiscal 2023" in May).

    Of a year that ends in January of 2024 many call it fiscal 2023.
    """
    now, end_month = context.reference, context.year_end
    last = end_of_month(year, end_month) if end_month not in (None, 12) else None
    if form.year is None or now is None or last is None or last >= now:
        return False
    foretold = FORESEEN.match(context.text, context.end) is not None or context.tense() == "future"
    return foretold and (now - last).days > LATE


LATE = 90
"""Days behind the end of a year in which its results may still be to come."""


@meaning.register
def _fiscal_year(form: FiscalYear, context: Context) -> Period:
    end_month, now = context.year_end or 12, context.reference
    anchor = context.year_end_anchor
    year = form.year
    if year is None:
        if now is None:
            return unknown(None, "year")
        if (told := _year_told(form, context, now)) is not None:
            return told
        offset = form.offset or 0
        year = fiscal_year_of(now, end_month) + offset if context.year_end else now.year + offset
        anchor = REFERENCE
    elif year < 100:
        year = full_year(Year(year, True), context)
    if form.span and context.year_end is None:
        # "2023/24" lies in two calendar years: of which months it is nobody tells.
        return Period(
            first=dt.date(year - 1, 1, 1),
            last=dt.date(year, 12, 31),
            timex=f"{year:04}",
            granularity="year",
            calendar=Calendar.FISCAL,
            note=UNKNOWN,
        )
    first = fiscal_start(year, end_month)
    if not form.span and _is_named_by_its_first_day(form, year, context):
        first, year = fiscal_start(year + 1, end_month), year + 1
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
