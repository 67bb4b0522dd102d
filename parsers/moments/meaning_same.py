"""What a period means that the text has spoken of: "the year-earlier quarter", "the nine months"."""

from __future__ import annotations

import datetime as dt

from parsers.forms import FiscalYear, Relative, Reporting, Same, Share
from parsers.lazy import Pattern
from parsers.moments.context import NEAR, REFERENCE, Context, meaning, unknown
from parsers.moments.justended import is_by_the_way, is_told_over
from parsers.moments.meaning_last_year import is_same_of_old
from parsers.moments.meaning_quarters import share_of
from parsers.moments.meaning_same_months import same_months
from parsers.moments.periods import Period, containing, end_of_month, step
from parsers.moments.years_on import years_on
from parsers.values import replace


@meaning.register
def _same(form: Same, context: Context) -> Period:
    if (beside := _beside(form, context)) is not None:
        return years_on(*beside)
    found, anchor = context.reported()
    if form.unit in ("period", "quarter") and form.year is None and _still_runs(context):
        found, anchor = context.last, context.last_id
    elif (of_month := _of_month(form, context, found is None)) is not None:
        return of_month
    if form.unit[:1].isdigit():
        return same_months(form, context)
    if form.unit == "month":
        return _same_month(form, context) if form.offset or form.year else _the_month(context)
    if form.unit == "quarter" and is_by_the_way(form, found, context.quarter):
        found, anchor = context.quarter, context.quarter_id
    if form.year is not None and (_is_of_this_sentence(context) or _are_months(context, found)):
        return _in_year(form, context.last, context.last_id, context)
    if form.year is not None:
        return _in_year(form, found, anchor, context)
    if found is None or found.first is None or found.last is None or _is_longer(found, form):
        return _without_period(form, context)
    if form.offset == 0 and (not form.latest and is_same_of_old(context)):
        return years_on(found, -1, anchor)
    if form.offset == 0:
        return replace(found, anchor=anchor, note=None)
    return years_on(found, form.offset, anchor)


def _of_month(form: Same, context: Context, far: bool) -> Period | None:
    """The month that the text has told of some years back, or the longer time that the sentence names."""
    if form.unit != "period" or form.offset >= 0 or form.year is not None:
        return None
    month, name, at = context.month or (None, "", 0)
    if month is None or at < context.sentence()[0] - (NEAR if far else 0):
        return None
    if context.last is not None and _has_longer(context, name):
        return years_on(context.last, form.offset, context.last_id)
    return years_on(month, form.offset, name)


BASE = Pattern(r"(?ri)\b(?:base|since) \Z")
"""Before a year that is no time of what is told ("the index, base 1980")."""


def _has_longer(context: Context, month: str) -> bool:
    """Whether the sentence has named a longer time than the month told of ("In all of 2020 it sold ...")."""
    last = context.last
    if last is None or context.last_id == month or context.last_at < context.sentence()[0]:
        return False
    if BASE.search(context.text, max(0, context.last_at - 8), context.last_at) is not None:
        return False
    return last.granularity in ("year", "half", "quarter")


def _behind(form: Same, context: Context) -> tuple[Period, int, str] | None:
    """The period that the clause names further on ("rose 6% from a year earlier in the third quarter")."""
    start, end, name, told = context.following or (0, 0, "", None)
    if not isinstance(told, Share | Reporting) or start - context.end > CLAUSE:
        return None
    if FROM.search(context.text, max(0, context.at - 6), context.at) is None:
        return None
    known = context.last is not None and context.last_at >= context.sentence()[0]
    if known or PARTED.search(context.text, context.end, start):
        return None
    at = context.at, context.end
    context.at, context.end = start, end
    found = meaning(told, context)
    context.at, context.end = at
    return (found, form.offset, name) if found.first is not None and found.last is not None else None


CLAUSE = 80
"""How many characters further on it may be named."""
FROM = Pattern(r"(?r)\b(?:from|than|with|on|over) \Z")
PARTED = Pattern(r"[,;:.?!\n](?!\d)| (?:while|but|and|as|when|after|against|from) ")


def _is_longer(found: Period, form: Same) -> bool:
    """Whether a half is asked for, and the text has told of another length ("half-year profit")."""
    return form.unit == "half" and form.latest and found.granularity != "half"


def _the_month(context: Context) -> Period:
    """The month that the text has told of last, if it is over; else the current one."""
    month, name, _ = context.month or (None, "", 0)
    if month is None or month.last is None or (context.reference and month.last > context.reference):
        return meaning(Relative("month", 0), context)
    return replace(month, anchor=name, note=None)


def _is_of_this_sentence(context: Context) -> bool:
    """Whether the sentence has named the quarter ("fourth-quarter net will top that of the 1988 quarter")."""
    quarter = context.last is not None and context.last.granularity in ("quarter", "half")
    return quarter and context.last_at >= context.sentence()[0]


def _are_months(context: Context, told: Period | None) -> bool:
    """Whether the sentence has named some months, and the text no quarter ("November through March")."""
    last = context.last
    if told is not None or last is None or last.first is None or last.last is None:
        return False
    near = context.last_at >= context.sentence()[0] and last.granularity in ("month", "week")
    return near and last.first != last.last


def _still_runs(context: Context) -> bool:
    """Whether the sentence is about a quarter to come: "fourth-quarter net may top that of a year ago"."""
    last = context.last.last if context.last is not None else None
    now = context.reference
    ahead = last is not None and now is not None and last > now
    if not ahead or context.last is context.period:
        return False
    if context.last is not None and context.last.granularity == "year":
        return context.last_at >= context.sentence()[0]  # "net for all of 1989 may top that of a year ago"
    quarter = context.last is not None and context.last.granularity in ("quarter", "half")
    near = quarter and context.last_at >= context.sentence()[0] - NEAR
    near = near and (context.period is None or _opens(context))
    return near or _is_of_this_sentence(context)


def _opens(context: Context) -> bool:
    """Whether a sentence begins with the quarter of another year ("In the year-ago quarter, it earned")."""
    said = context.text[context.at : context.end].lower()
    return "quarter" in said and context.at - context.sentence()[0] <= len("in the ")


def _beside(form: Same, context: Context) -> tuple[Period, int, str] | None:
    """What is told close by of which the period of another year is meant, that year and what it is."""
    if form.unit != "period" or form.year is not None:
        return None
    return _days_of(form, context) or _behind(form, context)


def _days_of(form: Same, context: Context) -> tuple[Period, int, str] | None:
    """The day of a balance, or some days of a month, that the text has told of ("the Oct. 1-10 period")."""
    day = _balance_day(context, form.offset) if form.offset < 0 else None
    if day is not None or context.stretch is None:
        return day
    days, name, at = context.stretch
    lone = days.granularity == "day" or (days.granularity == "month" and context.reported()[0] is None)
    return (days, form.offset, name) if at >= context.sentence()[0] - (NEAR if lone else 0) else None


def _balance_day(context: Context, offset: int) -> tuple[Period, int, str] | None:
    """The last day of a month that the sentence has named ("at June 30, up from a year before")."""
    day, name, at = context.balance or (None, "", 0)
    if day is None or day.last is None or at < context.sentence()[0]:
        return None
    # "on Sept. 30, and fourth-quarter profit fell to $1 million from $2 million a year before"
    last = context.last
    if last is not None and context.last_at > at and last.granularity in ("quarter", "half", "year"):
        return None
    return (day, offset, name) if day.last == end_of_month(day.last.year, day.last.month) else None


def _in_year(form: Same, found: Period | None, anchor: str | None, context: Context) -> Period:
    """As in "the 1988 period": the period of the text in that year, told by the year."""
    assert form.year is not None
    year = meaning(form.year, context)
    if found is None and context.stretch is not None and context.stretch[0].first != context.stretch[0].last:
        found, anchor, _ = context.stretch  # "the comparable period in 1988" of the "June 11-20 period"
    if found is not None and found.first is not None and year.first is not None:
        named = found.last if isinstance(form.year, FiscalYear) and found.granularity != "year" else None
        on = year.first.year - (named or found.first).year  # a fiscal year is named by its end
        told = years_on(found, on, anchor)
        early = named is None and told.first is not None and told.first < year.first  # begun in fall
        return years_on(found, on + 1, anchor) if early else told
    return year


def _own_year(context: Context) -> tuple[Period, str] | None:
    """The year of a company's own that a forecast has told ("in the year through March 2027")."""
    if context.ending is None or "ago" in context.text[context.at : context.end].lower():
        return None
    period, name, _ = context.ending
    return (period, name) if period.granularity == "year" else None


def _without_period(form: Same, context: Context) -> Period:
    now = context.reference
    if form.unit == "period" and form.offset:
        if (own := _own_year(context)) is not None:
            return years_on(own[0], form.offset, own[1])
        told = (_anchored(context) or _is_after_year(context)) and context.last
        if told and context.last and context.last.granularity == "month" and context.month is not None:
            return years_on(context.month[0], form.offset, context.month[1])
        at, anchor = (context.last.first, context.last_id) if told and context.last else (now, REFERENCE)
        before = context.stepped  # a second "a year earlier" is the same one, not the one before it
        if told and before is not None and before[0].first == at:
            at, anchor = before[1:]
        gone = step(at, "year", form.offset)
        if gone is None or at is None:
            return unknown(None, "year")
        found = replace(containing(gone, "year"), anchor=anchor)
        context.stepped = found, at, anchor
        return found
    if now is None:
        return unknown(None, form.unit)
    unit = form.unit if form.unit in ("quarter", "half") else "quarter"
    over = bool(form.latest or form.offset or (unit == "quarter" and is_told_over(context)))
    if (context.year_end or 12) % (12 // PARTS[unit]):
        return _fiscal_share(form, now, context, PARTS[unit], over)
    gone = step(now, unit, -1 if over else 0)
    gone = step(gone, "year", form.offset)
    return replace(containing(gone, unit), anchor=REFERENCE) if gone else unknown(None, unit)


PARTS = {"half": 2, "quarter": 4}


def _fiscal_share(form: Same, now: dt.date, context: Context, parts: int, over: bool) -> Period:
    """The half or quarter of the company's own year that ended last, or the one that runs."""
    years = range(now.year - 1, now.year + 3)
    shares = [
        share_of(context, parts, number, year, True) for year in years for number in range(1, parts + 1)
    ]
    at = next((n for n, share in enumerate(shares) if share.last is not None and share.last >= now), 0)
    at += parts * form.offset - over
    unit = "half" if parts == PARTS["half"] else "quarter"
    return replace(shares[at], anchor=context.year_end_anchor) if at >= 0 else unknown(None, unit)


def _anchored(context: Context) -> bool:
    """Whether "a year earlier" counts from the text: "earlier", not "ago"."""
    said = context.text[context.at : context.end].lower()
    return "ago" not in said and context.last is not None and context.last.first is not None


def _is_after_year(context: Context) -> bool:
    """Whether a sentence tells of the year that is over ("$2 million in 1986, $7 million a year ago").

    A year ago is then the one before.
    """
    last, now = context.last, context.reference
    if last is None or last.last is None or now is None or context.last_at < context.sentence()[0]:
        return False
    return last.granularity == "year" and last.last < now and last.last.year == now.year - 1


def _same_month(form: Same, context: Context) -> Period:
    """As in "the same month last year", "the same month of 1988": the month that the text tells of."""
    if context.month is None:
        return unknown(None, "month")
    month, name, _ = context.month
    if form.year is not None:
        return _in_year(form, month, name, context)
    return years_on(month, form.offset, name)
