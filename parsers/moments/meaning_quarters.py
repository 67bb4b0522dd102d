"""What quarters, halves and fiscal years mean, by the calendar that the article teaches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.forms import Day, FiscalYear, Form, Month, Part, Relative, Reporting, Same, Share, Year
from parsers.lazy import Pattern
from parsers.mentions import MomentReading
from parsers.model import Calendar
from parsers.moments.context import REFERENCE, Context, meaning, unknown
from parsers.moments.justended import against_itself, half_just_over, has_moved
from parsers.moments.last_quarters import LAST_YEAR, is_just_told, is_of_last_year
from parsers.moments.meaning import full_year
from parsers.moments.periods import Period, make_date, step
from parsers.values import replace

UNFINISHED = "the calendar quarter is not over on the reference date: perhaps a fiscal one is meant"
UNSTATED = "the text does not say when the fiscal year begins; read as the calendar year"


ENDED = Pattern(r",? ?\(?(?:(?:which|that) )?(?:ended|ending|ends|closed|concluded)(?: on| in)? \Z")


def ends_told(text: str, readings: Sequence[MomentReading]) -> Iterator[tuple[str, Form]]:
    """The ends that a clause behind a quarter or a fiscal year tells: ", which ended July 31"."""
    for number, (named, told) in enumerate(pairwise(readings), 2):
        form = named.form
        share = isinstance(form, Share) and form.fiscal and form.number is not None
        if not isinstance(told.form, Day | Month):
            continue
        if BOOKS.search(text, max(0, told.start - 40), told.start):
            yield f"m{number}", Reporting(12, "month", told.form, 1, 1)
        if not (share or isinstance(form, FiscalYear)):
            continue
        if told.start - named.end <= LONGEST_CLAUSE and ENDED.match(text, named.end, told.start):
            parts = form.parts if isinstance(form, Share) else 1
            which = form.number if isinstance(form, Share) else 1
            yield f"m{number}", Reporting(12 // parts, "month", told.form, which, parts)


LONGEST_CLAUSE = 24
BOOKS = Pattern(
    r"(?ri)\b(?:closes? (?:its|their) books"
    r"|(?:fiscal|financial|business) years? (?:ends?|closes?|runs? (?:to|through)))"
    r"(?: in| on)? \Z"
)
"""Before the end of a company's year ("which closes its books in March")."""


HALF_YEAR = Same("half", 0, latest=True)
"""As in "half-year profit", which is told of the first half of a year."""


def learn_year_end(forms: Iterable[tuple[str, Form]]) -> tuple[int | None, str | None]:
    """The month that the company's year ends in, and the id of the moment that says so.

    "The second quarter ended September 30" says March; "the year ended June 30" says June; so does the second
    quarter beside "the six months ended September 30".
    """
    told = list(forms)
    quarters = {f.number for _, f in told if isinstance(f, Share) and f.parts == 4 and f.year is None}
    shares = ((f.parts, f.number, f.year) for _, f in told if isinstance(f, Share))
    half = 6 if (2, 1, None) in shares or any(f == HALF_YEAR for _, f in told) else 0
    for name, form in told:
        if not isinstance(form, Reporting) or form.unit != "month":
            continue
        month = closing_month(form)
        if month is None:
            continue
        if form.number is not None and form.parts is not None and 1 <= form.number <= form.parts:
            left = (form.parts - form.number) * 12 // form.parts
            return (month + left - 1) % 12 + 1, name
        if form.parts == 1:
            return month, name
        if form.count == 3 and (number := _quarter_before(told, name, month)) is not None:
            return (month + 3 * (4 - number) - 1) % 12 + 1, name
        if (
            form.parts is None
            and form.count in (6, 9)
            and (form.count // 3 in quarters or form.count == half)
        ):
            return (month - form.count - 1) % 12 + 1, name
    return None, None


def _quarter_before(told: Sequence[tuple[str, Form]], name: str, month: int) -> int | None:
    """The only quarter that a text names before the months that end with ``month``: it is the same one.

    So in "fiscal fourth-quarter profit fell.  For the quarter ended Sept. 30, ...".  One that is not called
    fiscal tells of a company's own year where no calendar quarter ends so, or where the calendar's would
    be another one than that quarter and the next to come.
    """
    named = [f for n, f in told if isinstance(f, Share) and f.parts == 4 and _order(n) < _order(name)]
    called = [f.number for n, f in told if isinstance(f, Share) and f.parts == 4 and f.fiscal]
    if any(form.fiscal for form in named):
        numbers = {number for number in called if number is not None}
    else:
        numbers = {form.number for form in named if form.year is None and form.number is not None}
        ended = month // 3
        if month % 3 == 0 and not numbers.isdisjoint((ended, ended % 4 + 1)):
            return None
    number = numbers.pop() if len(numbers) == 1 else None
    return number if number is not None and 1 <= number <= 4 else None


def _order(name: str) -> int:
    """The place of a moment in the text, by its id."""
    return int(name[1:]) if name[1:].isdigit() else 0


def closing_month(form: Reporting) -> int | None:
    """The month that a time ends with: a first week belongs to the month before ("ended July 3")."""
    end = form.end.whole if isinstance(form.end, Part) else form.end
    if isinstance(end, Month):
        month, day = end.month, 28
    elif isinstance(end, Day) and end.month is not None and end.numeric is None:
        month, day = end.month, end.day
    else:
        return None
    if form.begins:
        opening = month if day < 20 or isinstance(end, Month) else month % 12 + 1
        return (opening + form.count - 2) % 12 + 1
    return month if day > 10 else (month - 2) % 12 + 1


def fiscal_start(year: int, end_month: int) -> dt.date | None:
    """The first day of the fiscal year that ends in ``year``."""
    return step(make_date(year, end_month, 1), "month", -11)


def share_of(context: Context, parts: int, number: int, year: int, fiscal: bool) -> Period:
    """A quarter or half of a year; a fiscal one is counted in the fiscal year named by its last day."""
    end_month = (context.year_end or 12) if fiscal else 12
    start = fiscal_start(year, end_month)
    size = 12 // parts
    first = step(start, "month", size * (number - 1))
    last = step(step(first, "month", size), "day", -1)
    if first is None or last is None:
        return unknown(None, "quarter", "outside the calendar")
    unit = "quarter" if parts == 4 else "half"
    counted = f"{year:04}-{unit[0].upper()}{number}"
    note = UNSTATED if fiscal and context.year_end is None else None
    calendar = (
        Calendar.FISCAL if fiscal and (end_month != 12 or context.year_end is None) else Calendar.CALENDAR
    )
    return Period(first=first, last=last, timex=counted, granularity=unit, calendar=calendar, note=note)


def fiscal_quarter(end_month: int, day: dt.date, offset: int) -> Period:
    """The quarter of a company's year that holds a day, or one so many quarters on."""
    year = fiscal_year_of(day, end_month)
    start = fiscal_start(year, end_month)
    passed = (day.year * 12 + day.month - start.year * 12 - start.month) // 3 if start is not None else 0
    year, number = year + (passed + offset) // 4, (passed + offset) % 4 + 1
    first = step(fiscal_start(year, end_month), "month", 3 * (number - 1))
    last = step(step(first, "month", 3), "day", -1)
    return Period(
        first=first, last=last, timex=f"{year:04}-Q{number}", granularity="quarter", calendar=Calendar.FISCAL
    )


@meaning.register
def _share(form: Share, context: Context) -> Period:
    number = form.number or 1
    unit = "quarter" if form.parts == 4 else "half"
    own = context.year_end not in (None, 12)
    fiscal = form.fiscal or (own and form.year in (None, LAST_YEAR))
    anchor = context.year_end_anchor if fiscal and context.year_end else None
    year, said = _year_of(form.year, context, fiscal)
    if isinstance(form.year, Relative) and form.year.base == "ago" and year is not None:
        newest = _nearest(form, number, fiscal, context)
        year = newest + form.year.offset if newest is not None else year
    if year is None:
        if form.year is not None or context.reference is None:
            year = (
                context.last.first.year if context.last and context.last.first and form.year is None else None
            )
            said = context.last_id
        else:
            year, said = _nearest(form, number, fiscal, context), REFERENCE
            if year is not None and is_of_last_year(context):
                year = context.reference.year - 1 + (year - context.reference.year if fiscal else 0)
    if year is None:
        return unknown(f"XXXX-{unit[0].upper()}{number}", unit)
    found = share_of(context, form.parts, number, year, fiscal)
    if fiscal and form.year == LAST_YEAR:
        known = year - is_just_told(found, context)
        return replace(share_of(context, form.parts, number, known, fiscal), anchor=said or anchor)
    if _was_of_last_year(form, found, context) or against_itself(form, found, context):
        found = share_of(context, form.parts, number, year - 1, fiscal)
    if fiscal and not form.fiscal and (plain := _just_ended(form, number, found, context)) is not None:
        return plain
    if (
        form.year is None
        and not fiscal
        and _unfinished(found, context)
        and context.tense(after=False) == "past"
    ):
        return _told_of_unfinished(form, found, said or anchor, context)
    return replace(found, anchor=said or anchor)


def _told_of_unfinished(form: Share, found: Period, anchor: str | None, context: Context) -> Period:
    """What is meant where the calendar's quarter or half is not over, and its results are told."""
    over = half_just_over(context) if form.parts == HALVES else None
    return (
        replace(over, anchor=REFERENCE)
        if over is not None
        else replace(found, note=UNFINISHED, anchor=anchor)
    )


def _was_of_last_year(form: Share, found: Period, context: Context) -> bool:
    """Whether "the second half of the year" has been, in January: that of the year before."""
    now = context.reference
    if now is None or found.first is None or not isinstance(form.year, Relative):
        return False
    if (now - found.first).days > BEGUN:
        return False
    the_year = context.text[context.at : context.end].lower().endswith("the year")
    return the_year and context.tense(after=False) == "past"


HALVES = 2
BEGUN = 45
"""Days into a quarter or half up to which nobody tells of it as past."""


def _just_ended(form: Share, number: int, found: Period, context: Context) -> Period | None:
    """The calendar's quarter, where the text's fiscal year would make old news of it, or none as yet.

    A round-up learns the fiscal year of one company; "third-quarter" of another may be the calendar's.
    """
    now = context.reference
    if now is None or found.last is None or 0 <= (now - found.last).days <= STALE:
        return None
    tense = context.tense(after=False)
    if tense == "future" or (form.parts != 4 and not (tense == "past" and found.last > now)):
        return None
    year = _nearest(form, number, False, context)
    plain = share_of(context, form.parts, number, year, False) if year is not None else None
    fresh = plain is not None and plain.last is not None and 0 <= (now - plain.last).days <= FRESH
    return replace(plain, anchor=REFERENCE) if plain is not None and fresh else None


STALE, FRESH = 135, 100
"""Days after which results are old, and within which they are news."""


def _unfinished(period: Period, context: Context) -> bool:
    return bool(context.reference and period.last and period.last > context.reference)


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
    if context.tense(after=False) == "future" and not has_moved(context):
        pending = dt.timedelta(days=PENDING)
        ahead = [y for p, y in found if p.last is not None and now - p.last <= pending]
        return ahead[0] if ahead else None
    begun = [y for p, y in found if p.first is not None and p.first <= now]
    return begun[-1] if begun else None


PENDING = 45
"""Days after a quarter's end in which its results are still to come."""
