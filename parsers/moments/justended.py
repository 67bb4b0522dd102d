"""Quarters that a text only tells to be over: "the quarter", and by the last one a company's year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from parsers.forms import Form, Relative, Same, Share
from parsers.lazy import Pattern
from parsers.model import Calendar
from parsers.moments.context import Context
from parsers.moments.periods import Period, months_before, step

SOONEST = 12
"""Days behind the end of a quarter before which hardly any company has told its results."""
AHEAD = Pattern(
    r"(?i)(?<!\b(?:than|line with|beat|beating|missed|missing|topped|topping|above|below)[ -])"
    r"\b(?:expect(?:s|ed|ing)?\b|forecast|predict(?:s|ed|ing)?\b|project(?:ed|ing)\b|guid|see[ns]?\b"
    r"|begins?\b|outlook|target|will\b|would\b|may\b|under way|next\b)"
)
"""In a sentence: it tells of a quarter that may be still to come."""


JUST_ENDED = "the text does not say when the fiscal year begins; read as the quarter that had just ended"
RESULTS = Pattern(
    r"(?i)\b(?:profits?|earnings|EPS|net|income|revenues?|sales|loss|losses|earned|lost|results|margins?|orders)\b"
)
"""In the sentence of a quarter whose results are told."""


def year_end_by_day(
    text: str, starts: Mapping[str, int], forms: Iterable[tuple[str, Form]], reference: dt.date | None
) -> int | None:
    """The month that the year ends in, by the day on which the results of a fiscal quarter are told.

    "Fiscal first-quarter profit rose" on January 24 says September: the first fiscal quarter that a text
    tells of ended with the last month that was over for some days.
    """
    shares = [(name, form) for name, form in forms if isinstance(form, Share)]
    plain = [(n, f) for n, f in shares if f.parts == 4 and f.number and f.year is None]
    fiscal = next((form for _, form in plain if form.fiscal), None)
    halves = any(form.parts == HALVES for _, form in shares)
    shop = plain and reference is not None and _is_shops(text, plain[0][1], reference)
    own = (
        (n, f)
        for n, f in plain
        if (f.fiscal and fiscal is not None and f.number == fiscal.number)
        or (
            f.number == plain[0][1].number
            and not halves
            and (_is_old(f, starts[n], reference) or (shop and starts[n] <= LEAD))
            and SET_AGAINST.search(text, 0, starts[n]) is None
        )
    )
    form = next((f for n, f in own if tells_results(text, starts[n])), None)
    if form is None or form.number is None or reference is None:
        return None
    month = (reference - dt.timedelta(days=SOONEST)).replace(day=1) if reference.year > 1 else reference
    ended = month.month - 1 or 12
    quarter = ended // 3 * 3 or 12
    calendars = (not form.fiscal or _is_calendars(form, reference)) and not shop
    if calendars and (reference.month - 1 - quarter) % 12 < NEWS:
        ended = quarter
    year_end = (ended + 3 * (4 - form.number) - 1) % 12 + 1
    return year_end if year_end != CALENDAR else None


def _is_old(form: Share, at: int, reference: dt.date | None) -> bool:
    """Whether a lead tells results of a quarter whose like in the calendar ended long ago.

    "Third-quarter profit fell" in February is told of a company whose year ends in March.
    """
    if form.number is None or reference is None or at > LEAD or reference.year <= 1:
        return False
    return (reference.month - 1 - 3 * form.number) % 12 >= (LATE if form.number == LAST else LATE - 1)


def _since_like(form: Share, reference: dt.date) -> int | None:
    """The days since the calendar's quarter ended that has just ended, where a quarter has its number."""
    first = dt.date(reference.year, (reference.month - 1) // 3 * 3 + 1, 1)
    return (reference - first).days if form.number == ((first.month - 1) // 3 or 4) else None


def _is_calendars(form: Share, reference: dt.date) -> bool:
    """Whether a fiscal quarter has the number of the calendar's that has just ended: most report then."""
    days = _since_like(form, reference)
    return days is not None and days < (REPORTED if form.number != LAST else REPORTED_YEAR)


def _is_shops(text: str, form: Share, reference: dt.date) -> bool:
    """Whether a chain of shops tells of a quarter when others have told theirs: its year ends in January."""
    days = _since_like(form, reference)
    return days is not None and days >= TOLD_BY_ALL and SHOPS.search(text, 0, SHOWN) is not None


SHOWN = 6000
"""Within how many characters of a text a chain of shops shows itself; each part of a text asks."""
SHOPS = Pattern(r"(?i)\b(?:same[ -]store|comparable[ -](?:store )?sales|stores open at least|comp sales)\b")
TOLD_BY_ALL, LAST = 44, 4
"""Days behind a quarter within which those tell their results whose year is the calendar's; the last one."""
REPORTED, REPORTED_YEAR = 40, 48
"""Days behind a quarter, or a year, within which companies tell its results; others' have hardly ended."""
LATE = 3
"""Months behind the end of a year in which hardly any company first tells its results; a quarter has less."""


HALVES = 2
SET_AGAINST = Pattern(
    r"(?ri)\b(?:(?:than|against|versus|vs\.?|compared|prior|previous|since|from)\b[^.;\n]{0,50}"
    r"|(?:after|following)\b[^.;\n]{0,20})\Z"
)
"""Before a quarter that only something else is set against."""
NEWS = 2
"""Whole months behind the end of a calendar quarter in which most of its results are told."""


LEAD = 300
"""Within how many characters of a text it tells what is new."""
CALENDAR = 12
"""The month in which a year ends that is the calendar's."""


NEAR = 60
"""How many characters behind the beginning of a quarter what is told of it may still look ahead."""


LONG = 600
"""How many characters around a quarter its sentence reaches at most."""
NEXT_END = Pattern(r"[.!?][\"\u201d]?\s+(?=[\p{Lu}\"\u201c])|\n|; ")
ENDS = Pattern(r"(?r)(?:[.!?][\"\u201d]?\s+(?=[\p{Lu}\"\u201c])|\n|; )")
"""Where a sentence ends: not behind the month of a day."""


def tells_results(text: str, at: int) -> bool:
    """Whether the sentence of a place tells results that are known."""
    before = ENDS.search(text, max(0, at - LONG), at + 1)
    start = before.end() if before is not None else max(0, at - LONG)
    behind = NEXT_END.search(text, at, at + LONG)
    end = behind.start() if behind is not None else len(text)
    near = min(end, at + NEAR)
    return RESULTS.search(text, start, end) is not None and AHEAD.search(text, start, near) is None


def is_told_over(context: Context) -> bool:
    """Whether the quarter is told of as one whose results are known ("net income rose in the quarter")."""
    start, end = context.sentence()
    ended = END_OF.search(context.text, max(0, context.at - 12), context.end) is not None
    results = ended or _has_begun(context) or RESULTS.search(context.text, start, end) is not None
    return results and SO_FAR.search(context.text, start, end) is None and context.tense() == "past"


def _has_begun(context: Context) -> bool:
    """Whether the quarter that runs is not half over: hardly anything is told of it."""
    now = context.reference
    return now is not None and (now - dt.date(now.year, (now.month - 1) // 3 * 3 + 1, 1)).days < HALF


HALF = 45
"""Days of half a quarter."""
END_OF = Pattern(r"\b(?:end|close) of the quarter\b")
SO_FAR = Pattern(r"(?i)\b(?:so far|to date|through (?:last|this) week|quarter-to-date)\b")


def half_just_over(context: Context) -> Period | None:
    """The half that ended last, where the calendar's own cannot be over and its results are told.

    So "first-half profit fell" of February means July to December: the company's year begins in July.
    """
    start, end = context.sentence()
    now = context.reference
    told = RESULTS.search(context.text, start, end) and not AHEAD.search(context.text, start, end)
    if now is None or not told:
        return None
    ended = step(dt.date(now.year, (now.month - 1) // 3 * 3 + 1, 1), "day", -1)
    first = months_before(ended, 6) if ended is not None else None
    if ended is None or first is None or (now - ended).days < SOONEST:
        return None
    timex = f"{first.isoformat()}/{ended.isoformat()}"
    return Period(
        first=first,
        last=ended,
        timex=timex,
        granularity="half",
        calendar=Calendar.FISCAL,
        note=HALF_ENDED,
    )


HALF_ENDED = "the text does not say when the fiscal year begins; read as the half that had just ended"


def is_by_the_way(form: Same, found: Period | None, newest: Period | None) -> bool:
    """Whether the period told last is none that "the quarter" means: no quarter, or an older one."""
    if found is None or found.granularity != "quarter":
        return True
    plain = form.offset == 0 and form.year is None and not form.latest
    return bool(plain and newest and newest.first and found.last and found.last < newest.first)


def against_itself(form: Share, found: Period, context: Context) -> bool:
    """Whether a quarter "last year" would be the very one that it is compared with: a year before that."""
    year = form.year
    if not isinstance(year, Relative) or (year.unit, year.offset, year.base) != ("year", -1, "now"):
        return False
    told = [period for period in (context.period, context.quarter) if period is not None]
    same = any((period.first, period.last) == (found.first, found.last) for period in told)
    return same and COMPARED.search(context.text, max(0, context.at - 80), context.at) is not None


COMPARED = Pattern(
    r"(?i)(?<!\p{L})(?:versus|against|from|than|over|compared (?:with|to))(?:[^.;\n]|\.(?=\d)){0,60} \Z"
)
"""Before what another value is compared with."""


def has_moved(context: Context) -> bool:
    """Whether what is told of a time has come about ("and first-half earnings rose", behind an outlook)."""
    return MOVED.match(context.text, context.end) is not None


MOVED = Pattern(
    r" (?:[\p{Ll}-]++ ){0,2}?(?:earnings|income|loss(?:es)?|orders|profits?|revenues?|results|sales|turnover)"
    r" (?:rose|fell|grew|slid|sank|shrank|was|were|came|beat|missed|(?:more than )?(?:doubled|tripled|halved)"
    r"|\p{Ll}{3,}ed)\b"
)
"""Behind a time: a result that has moved then."""
