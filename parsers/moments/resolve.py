"""Time phrases -> moments, in text order, each in the light of those before it; the door to dateparser."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from parsers.forms import (
    Day,
    Form,
    Range,
    Reporting,
    Written,
)
from parsers.lazy import Pattern
from parsers.mentions import Candidate, MomentReading
from parsers.model import Calendar, Moment, MomentKind, Span
from parsers.moments import (
    meaning as months,
)
from parsers.moments import (
    meaning_days as days,
)
from parsers.moments import (
    meaning_lengths as lengths,
)
from parsers.moments import (
    meaning_reporting as reporting,
)
from parsers.moments import (
    meaning_same as same,
)
from parsers.moments import (
    meaning_year as whole_years,
)
from parsers.moments import (
    shifting,
)
from parsers.moments.again import with_same_of_years
from parsers.moments.context import Context, Following, meaning, unknown
from parsers.moments.exact import with_true_ends
from parsers.moments.justended import JUST_ENDED, year_end_by_day
from parsers.moments.labels import with_own_labels
from parsers.moments.likened import look_ahead
from parsers.moments.meaning_quarters import ends_told, learn_year_end
from parsers.moments.periods import Period
from parsers.moments.phrase import LONGEST
from parsers.moments.remembering import remember
from parsers.moments.titled import with_titles
from parsers.moments.words import weekday_of
from parsers.moments.yearends import year_end_by_months
from parsers.values import replace, shared

Named = tuple[str, Form]
# Their meanings register when these modules are imported.
MEANINGS = (months, days, lengths, reporting, same, shifting, whole_years)


YearEnd = tuple[int, int | None, str | None, str | None]


def resolve(
    text: str,
    winners: Sequence[Candidate],
    reference: dt.date | None,
    sentences: Sequence[Span] = (),
) -> tuple[Moment, ...]:
    """The moments of the settled mentions, in text order (ids m1, m2, ...).

    ``sentences`` keep the search for a verb's tense inside the phrase's own sentence.
    """
    told = ((reading, winner.rule) for winner in winners for reading in winner.moments)
    ordered = sorted(told, key=lambda pair: (pair[0].start, -pair[0].end))
    readings = with_own_labels(text, with_same_of_years(text, with_titles(text, ordered)))
    context = Context(text, reference, sentences=sentences)
    context.day_first, context.order_note = day_order(text, [reading for reading, _ in readings])
    named = [(f"m{n}", reading.form) for n, (reading, _) in enumerate(readings, 1)]
    ends_of = ends_told(text, [reading for reading, _ in readings])
    starts = {f"m{n}": reading.start for n, (reading, _) in enumerate(readings, 1)}
    ends = _year_ends(text, starts, named, ends_of, reference)
    found, guess = [], None
    for number, (reading, rule) in enumerate(readings, 1):
        context.at, context.end = reading.start, reading.end
        context.following = _behind(readings, number)
        look_ahead(context)
        while ends and ends[0][0] <= reading.start:
            _, context.year_end, context.year_end_anchor, guess = ends.popleft()
        period = _so_far(meaning(reading.form, context), context)
        if guess is not None and period.calendar == Calendar.FISCAL and period.note is None:
            period = replace(period, note=guess)
        name = f"m{number}"
        if (
            isinstance(reading.form, Reporting)
            and number < len(readings)
            and readings[number][0].form is reading.form.end
            and readings[number][0].start >= reading.end
        ):
            period = replace(period, anchor=f"m{number + 1}")
        remember(context, reading.form, period, name)
        found.append(_moment(text, reading, rule, name, _until_now(period, context)))
    return tuple(with_true_ends(found))


def _behind(readings: Sequence[tuple[MomentReading, str]], number: int) -> Following | None:
    """The mention behind the one of a number: where it stands, its id and its form."""
    if number >= len(readings):
        return None
    reading = readings[number][0]
    return reading.start, reading.end, f"m{number + 1}", reading.form


def _year_ends(
    text: str,
    starts: Mapping[str, int],
    named: Iterable[Named],
    told: Iterable[Named],
    reference: dt.date | None,
) -> deque[YearEnd]:
    """From which offset on the year of whom the text speaks ends in which month, what says so, what to note.

    A part that turns to another company ("Separately, ...") says nothing of the year of the one before; where
    it says nothing of its own either, that of the text goes on.  Where sums in crores or its markets show
    that it is of India, it is the year that is usual there.
    """
    usual = MARCH if IN_INDIA.search(text) is not None else None
    borders = [0, *(hit.start() for hit in TURNS.finditer(text))]
    parts: list[list[Named]] = [[] for _ in borders]
    for name, form in (*named, *told):
        parts[bisect(borders, starts[name]) - 1].append((name, form))
    found: deque[YearEnd] = deque()
    for first, part in zip(borders, parts, strict=True):
        month, anchor = learn_year_end(part)
        if month is None:
            month, anchor = year_end_by_months(text, starts, part, reference)
        by_day = None
        if month is None and usual is None:
            by_day = year_end_by_day(text, starts, part, reference)
        if month is not None or by_day is not None or not found:
            found.append((first, month or by_day or usual, anchor, JUST_ENDED if by_day else None))
    return found


IN_INDIA = Pattern(r"(?<=\d\s?)(?:[Cc]rore|[Ll]akh)s?\b|\u20b9\s?\d|\b(?:Sensex|SENSEX|Nifty|NIFTY|BSE)\b")
MARCH = 3
"""The month in which the years of India's government and nearly all its companies end."""


TURNS = Pattern(
    r"\n[^\S\n]*+\n[^\S\n]*+(?:(?:Separately|Meanwhile|Elsewhere),|In \p{Lu}[\p{L} ]{1,24}, meanwhile,)"
)
"""Where a paragraph turns to another company."""


def _so_far(period: Period, context: Context) -> Period:
    """A time that is not over, up to the day of the article where it is "so far this year"."""
    today, first, last = context.reference, period.first, period.last
    if today is None or first is None or last is None or not first <= today < last:
        return period
    text, at, end = context.text, context.at, context.end
    told = SO_FAR.search(text, max(0, at - 10), at)
    beside = told is not None and (told["in"] is None or period.granularity == "year")
    behind = text[end : end + 7].lower() == " so far" and not text[end + 7 : end + 8].isalpha()
    return replace(period, last=today) if beside or behind else period


SO_FAR = Pattern(r"(?ri)so far (?P<in>in )?\Z")


def _until_now(period: Period, context: Context) -> Period:
    """The time since a moment, up to the day of the article: "up 12% since January"."""
    today, text, at = context.reference, context.text, context.at
    if today is None or period.first is None or period.last is None or period.last >= today:
        return period
    since = SINCE.search(text, max(0, at - 7), at) is not None
    clause = text.rfind(" said ", max(0, at - FAR), at)
    since = since and MOST.search(text, max(0, at - FAR, clause), at) is None
    return replace(period, last=today) if since else period


FAR = 90
SINCE = Pattern(r"(?ri)\bsince \Z")
MOST = Pattern(
    r"(?i)\b(?:\p{L}{3,10}est|most|least|worst|best|first|record|peak|high|low|not|never)\b[^.;]*\Z"
)
"""Before "since" and a time from which something is only told to be the most."""


@meaning.register
def _written(form: Written, _context: Context) -> Period:
    stamp = read_stamp(form.text)
    if stamp is None:
        return unknown(None, "minute", "its parts contradict each other")
    seconds = f":{stamp.second:02}" if form.text.count(":") > 1 else ""
    timex = f"{stamp.date().isoformat()}T{stamp.hour:02}:{stamp.minute:02}{seconds}"
    return Period(
        first=stamp.date(), last=stamp.date(), timex=timex, granularity="minute", kind=MomentKind.TIME
    )


@lru_cache(maxsize=256)
def read_stamp(surface: str) -> dt.datetime | None:
    """The day and the time of a stamp, in its own time zone; ``None`` where the parts contradict each other.

    dateparser fills what a phrase leaves open from today: so every part has to be printed, and a
    printed weekday has to be that day's.
    """
    if len(surface) > LONGEST:
        return None
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"], settings={"RETURN_AS_TIMEZONE_AWARE": False, "STRICT_PARSING": True}
    )
    found = parser.get_date_data(surface)
    stamp: dt.datetime | None = found.date_obj
    if stamp is None or found.period not in ("day", "time"):
        return None
    weekday = weekday_of(surface.split()[0].strip(",."))
    return stamp if weekday is None or weekday == stamp.isoweekday() else None


def _moment(text: str, reading: MomentReading, rule: str, name: str, period: Period) -> Moment:
    anchor = period.anchor if period.anchor != name else None
    return Moment(
        id=name,
        start=reading.start,
        end=reading.end,
        text=shared(text[reading.start : reading.end]),
        kind=period.kind,
        timex=period.timex,
        first=period.first,
        last=period.last,
        granularity=period.granularity,
        calendar=period.calendar,
        anchored=anchor is not None,
        anchor=anchor,
        note=period.note,
        rule=rule,
    )


def day_order(text: str, readings: Sequence[MomentReading]) -> tuple[bool, str | None]:
    """Whether the article writes the day first in "03/04/2024", and what shows it."""
    first = second = 0
    for form in _days(reading.form for reading in readings):
        if form.numeric is not None:
            one, two = form.numeric
            first, second = first + (one > 12), second + (two > 12)
    if first > second:
        return True, "other dates of this text have the day first"
    if second:
        return False, "other dates of this text have the month first"
    return _spelled_order(text, readings)


def _spelled_order(text: str, readings: Sequence[MomentReading]) -> tuple[bool, str | None]:
    before = behind = 0
    for reading in readings:
        if isinstance(reading.form, Day) and reading.form.numeric is None and reading.form.month is not None:
            words = text[reading.start : reading.end].lstrip("the ")
            digit = next((i for i, c in enumerate(words) if c.isdigit()), None)
            letter = next((i for i, c in enumerate(words) if c.isalpha()), None)
            if (
                digit is not None
                and letter is not None
                and not words[:4].isdigit()
                and reading.form.weekday is None
            ):
                before, behind = before + (digit < letter), behind + (letter < digit)
    if before > behind:
        return True, "dates in words have the day first here"
    return False, "dates in words have the month first here" if behind else None


def _days(forms: Iterable[Form]) -> Iterator[Day]:
    for form in forms:
        if isinstance(form, Day):
            yield form
        elif isinstance(form, Range):
            yield from _days((form.first, form.last))
