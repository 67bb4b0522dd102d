"""What months, years, decades, seasons, parts and ranges mean."""

from __future__ import annotations

import datetime as dt

from parsers import lexicon
from parsers.forms import (
    Century,
    Day,
    Decade,
    FiscalYear,
    Form,
    Month,
    Part,
    Range,
    Relative,
    Season,
    Weekday,
    Year,
)
from parsers.moments import periods
from parsers.moments.context import NEAR, REFERENCE, Context, meaning, unknown
from parsers.moments.nearest import is_told_of_already, nearest_year, sided_year
from parsers.moments.periods import Period, step
from parsers.moments.words import Pattern
from parsers.moments.years_on import years_on
from parsers.values import replace


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
            sided = sided_year(found.first, context.reference, month)
            return sided - is_told_of_already(context, sided, month), REFERENCE
        return None, None
    last = context.last.first if context.last is not None else None
    that = context.text[max(0, context.at - 6) : context.at].lower() == " that "
    if last is not None and that and context.text[context.end : context.end + 1] in (".", ",", ";", ")", ""):
        return last.year + (
            month < last.month
        ), context.last_id  # "in May 2019 and a second one that December"
    return nearest_year(context, month, day), REFERENCE


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
def _month(form: Month, context: Context) -> Period:
    told = context.month
    if form.year is None and told is not None and _is_the_same(form, told[0], context):
        return replace(told[0], anchor=told[1], note=None)
    year, anchor = year_number(form.year, context, form.month)
    if year is None:
        return unknown(f"XXXX-{form.month:02}", "month")
    return replace(periods.month(year, form.month), anchor=anchor)


def _is_the_same(form: Month, told: Period, context: Context) -> bool:
    """Whether the month told of before is meant, not all of which is known ("December sales are seen")."""
    now = context.reference
    if now is None or told.last is None or told.first is None or told.first.month != form.month:
        return False
    return 0 <= (now - told.last).days <= FRESH and SEEN.match(context.text, context.end) is not None


FRESH = 45
"""Days for which the figures of a month that has ended may still be only forecast."""
SEEN = Pattern(
    r"(?: \p{Ll}++){1,3} (?:is|are) (?:forecast|expected|seen|thought|likely|projected|estimated)\b"
)


@meaning.register
def _decade(form: Decade, _context: Context) -> Period:
    found = periods.decade(form.year)
    return (
        replace(found, note="the century is not printed; read as the nearest past one")
        if form.short
        else found
    )


@meaning.register
def _century(form: Century, _context: Context) -> Period:
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
def _part(form: Part, context: Context) -> Period:
    whole = meaning(form.whole, context)
    if form.part in ("LAST", "END") and form.whole == Relative("month", 0) and context.month is not None:
        month, _, at = context.month
        over = context.reference is not None and month.last is not None and month.last < context.reference
        if over and at >= context.sentence()[0] - NEAR:
            return replace(
                month, first=month.last, granularity="day" if form.part == "LAST" else month.granularity
            )
    if form.part in ("LAST", "END") and form.whole in NOT_OVER and _is_over(whole, context):
        whole = meaning(replace(form.whole, offset=-1), context)
    if form.part == "LAST":
        return replace(whole, first=whole.last, granularity="day") if whole.last else whole
    if form.part == "END" and whole.last is not None:
        return replace(whole, first=whole.last)
    entry = lexicon.entries("timewords")[form.part]
    if whole.first is None or whole.last is None or form.part in ("BEFORE", "WHOLE", "REST"):
        return _to_now(form.part, whole, context)
    first, last = _twelfths(whole.first, whole.last, int(entry.get("first")), int(entry.get("last")))
    return replace(whole, first=first, last=last, note="the first and last day are an estimate")


NOT_OVER = (Relative("month", 0), Relative("quarter", 0), Relative("year", 0))
"""Times that last: what is told of the end of one has been, and was that of the one before."""


def _is_over(whole: Period, context: Context) -> bool:
    """Whether what is told of the end of a month or a year has been, and so is of the one before."""
    now = context.reference
    if not (now and whole.first and whole.last and whole.last > now):
        return False
    if context.tense() == "past":
        return True
    start, _ = context.sentence()
    begun = whole.granularity == "year" and (now - whole.first).days < BEGUN
    return begun and GREW_BY.search(context.text, max(start, context.at - 100), context.at) is not None


BEGUN = 120
"""Days of a year in which the end of the one before is still told of."""
GREW_BY = Pattern(
    r"(?ri)(?<!to )(?<!will )(?<!would )\b(?:rose|rising|grew|growing|fell|falling|climbed|reached|increased)"
    r" (?:(?:[^\s.;:]|\.(?=\d)){1,16} ){0,8}by \Z"
)
"""Before the end of a year by which something had changed ("rising to 5 million across Europe by")."""


def _twelfths(first: dt.date, last: dt.date, start: int, end: int) -> tuple[dt.date | None, dt.date | None]:
    """Some twelfths of a period: whole months of a year, a third of a month in days."""
    days = (last - first).days + 1
    months = round(days / 30.44)
    if months < 3:
        return step(first, "day", days * (start - 1) // 12), step(first, "day", -(-days * end // 12) - 1)
    after = step(first, "month", -(-months * end // 12))
    return step(first, "month", months * (start - 1) // 12), step(after, "day", -1)


def _to_now(part: str, whole: Period, context: Context) -> Period:
    """As in "earlier this year" ends now, "the rest of the year" begins now, where now lies in it."""
    now = context.reference
    if part == "WHOLE" or not (now and whole.first and whole.last and whole.first <= now <= whole.last):
        return whole
    said = context.text[context.at : context.end].lower()
    if part == "REST":
        return replace(whole, first=now, timex=f"{now}/{whole.last}")
    if said.startswith("earlier"):
        return replace(whole, last=now)
    return replace(whole, first=now) if said.startswith("later") else whole


@meaning.register
def _range(form: Range, context: Context) -> Period:
    if form.ago:
        return years_on(_range(replace(form, ago=0), context), -form.ago, None)
    return _budget_year(form, context) or _from_to(form, context)


def _from_to(form: Range, context: Context) -> Period:
    """The time from the beginning of one to the end of another."""
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
        return replace(unknown(None, one.granularity), first=one.first)
    if one.first > two.last:
        return Period(timex=None, granularity=one.granularity, note="it ends before it begins")
    if (told := _just_ended(form, two.last, context)) is not None:
        return _range(told, context)
    return Period(
        first=one.first,
        last=two.last,
        timex=f"{one.first}/{two.first}",
        granularity=_length(form, one.first, two.last) or two.granularity,
        anchor=anchor,
    )


def _just_ended(form: Range, last: dt.date, context: Context) -> Range | None:
    """Months without a year that seem to come, as those of which results will be told soon.

    So on April 11 in "It estimated January-March revenue would be".
    """
    first, end, now = form.first, form.last, context.reference
    if not (isinstance(first, Month) and isinstance(end, Month)) or now is None or last <= now:
        return None
    ended = step(last, "year", -1) if first.year is None is end.year else None
    if ended is None or end.month - first.month not in (2, 5) or not 0 <= (now - ended).days <= SOON:
        return None
    year = Year(ended.year)
    return Range(replace(first, year=year), replace(end, year=year))


SOON = 60
"""Days after the end of a quarter within which its results are told."""


def _budget_year(form: Range, context: Context) -> Period | None:
    """As in "2024/25" and "2024-25", where the text says in which month its fiscal year ends."""
    if not isinstance(form.first, Year) or not isinstance(form.last, Year):
        return None
    said = context.text[context.at : context.end]
    if context.year_end in (None, 12) or not ("/" in said or CUT_SHORT.search(said)):
        return None
    first, last = full_year(form.first, context), full_year(form.last, context)
    return meaning(FiscalYear(last, span=True), context) if last == first + 1 else None


CUT_SHORT = Pattern(r"\d{4}[-\u2013]\d{2}\Z")


def _length(form: Range, first: dt.date, last: dt.date) -> str | None:
    """Of months that are a quarter, a half or a year ("January-March") which one; of others ``None``."""
    if not (isinstance(form.first, Month) and isinstance(form.last, Month)):
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return {3: "quarter", 6: "half", 12: "year"}.get(months) if first.month % 3 == 1 else None
