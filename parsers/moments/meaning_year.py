"""What "the full year" means: the year of the results, or the one that lies ahead."""

from __future__ import annotations

import datetime as dt

from parsers.forms import FiscalYear, WholeYear
from parsers.lazy import Pattern
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.meaning_quarters import fiscal_start, fiscal_year_of
from parsers.moments.periods import Period, containing, end_of_month
from parsers.values import replace

FORESEEN = Pattern(
    r"(?i)(?:[\s-]+[\p{L}-]++){0,4}?[\s-]+"
    r"(?:forecast|outlook|guidance|target|projection|estimate|expectation|goal)s?\b"
)
"""Behind "full-year" where what is to come is meant ("its full-year profit forecast")."""

FRESH = 120
"""Days for which the year that has ended is still the one reported."""


@meaning.register
def _whole_year(_form: WholeYear, context: Context) -> Period:
    now = context.reference
    if now is None:
        return unknown(None, "year")
    day = _reported(context, now) or now
    if context.year_end in (None, 12):
        return replace(containing(day, "year"), anchor=REFERENCE)
    found = meaning(FiscalYear(offset=0), context)
    year = fiscal_year_of(day, context.year_end or 12)
    first, last = fiscal_start(year, context.year_end or 12), end_of_month(year, context.year_end or 12)
    return replace(found, first=first, last=last, timex=f"{year:04}") if first and last else found


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
