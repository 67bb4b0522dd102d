"""Check 6: the same days under two names, and quarters that cannot end when they are said to end."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

import regex

from parsers.findings.base import NOTE, Check, Facts, finding
from parsers.findings.wording import day, days, listed, quoted
from parsers.findings.words import MONTHS, calendar_number, either
from parsers.model import Figure, Finding, Moment, Span, State
from parsers.patterns import compiled
from parsers.quick import Quick
from parsers.worded import worded

NAME = "fiscal-and-calendar"

# Companies that count in weeks end a period up to so many days away from the end of a month.
WEEKS = 10
QUARTER_DAYS = (75, 110)


def check_fiscal(facts: Facts) -> Iterator[Finding]:
    """The findings on the periods of a document."""
    yield from _two_names(facts)
    yield from _impossible_days(facts)
    yield from _wrong_month(facts)
    yield from _two_numbers(facts)


# -- one period under two names -------------------------------------------------------------------


def _two_names(facts: Facts) -> Iterator[Finding]:
    """One information for each span of days that the text names by the calendar and by a fiscal year."""
    found: dict[tuple[dt.date, dt.date], list[Moment]] = {}
    for moment in facts.moments:
        if moment.first and moment.last and (moment.last - moment.first).days > QUARTER_DAYS[0]:
            found.setdefault((moment.first, moment.last), []).append(moment)
    for (first, last), moments in found.items():
        by_kind = {m.calendar: m for m in reversed(moments)}
        if len(by_kind) < 2:
            continue
        names = listed([quoted(m.text) for m in sorted(by_kind.values(), key=lambda m: m.start)])
        message = (
            f"{names} are the same days, {days(first, last)}: "
            "one is counted by the calendar, one by a fiscal year."
        )
        figures = facts.in_period(*moments)
        spans = [Span(m.start, m.end) for m in by_kind.values()]
        formula = f"{days(first, last)} = {days(first, last)}"
        yield finding(NAME, State.AGREES, figures, message, formula=formula, evidence=spans, severity=NOTE)


# -- days that do not exist, months that cannot be the end ----------------------------------------


def _impossible_days(facts: Facts) -> Iterator[Finding]:
    """A period that ends on a day that its month does not have: "ended September 31"."""
    for match in _endings(facts.text):
        month = _number(match["month"] or match["month2"])
        number = int(match["day"] or match["day2"])
        year = int(match["year"] or match["year2"] or 0)
        most = monthrange(year or 2000, month)[1]
        if number <= most or number > 31:
            continue
        name = (match["month"] or match["month2"]).rstrip(".").capitalize()
        of_year = f" {year}" if year else ""
        message = f"{quoted(match['phrase'])} cannot be: {name}{of_year} has {most} days."
        span = Span(match.start("phrase"), match.end("phrase"))
        figures = _concerned(facts, span)
        yield finding(NAME, State.DISAGREES, figures, message, formula=f"{number} > {most}", evidence=[span])


def _endings(text: str) -> Iterator[regex.Match[str]]:
    """Where a period is said to end; the few places that name one are looked for in the text made small."""
    lower = text.lower()
    if len(lower) != len(text):  # a capital with a dot becomes two characters
        yield from _ending().finditer(text)
        return
    for named in PERIOD.finditer(lower):
        match = _ending().match(text, named.start())
        if match is not None:
            yield match


PERIOD = Quick(r"(?:quarter|half|year|period|months|weeks)\s")


def _concerned(facts: Facts, span: Span) -> list[Figure]:
    """The figures whose period is named in a span."""
    moments = facts.moments
    first = bisect_left(moments, span.start, key=lambda m: m.start)
    touching = [
        m for m in moments[max(0, first - 2) : first + 4] if m.start < span.end and span.start < m.end
    ]
    return facts.in_period(*touching)


def _wrong_month(facts: Facts) -> Iterator[Finding]:
    """Such as "the September quarter ended June 30": it is named after the month in which it ends."""
    for match in _named_quarter().finditer(facts.text):
        named, ends = _number(match["named"]), _number(match["month"])
        number = int(match["day"])
        end = _date(int(match["year"] or 2001), ends, number)
        if end is None or _near_end_of(end, named):
            continue
        span = Span(match.start(), match.end())
        message = f"{quoted(match[0])} cannot be: a quarter is named after the month in which it ends."
        figures = _concerned(facts, span)
        formula = f"{match['named']} is not {match['month']}"
        yield finding(NAME, State.DISAGREES, figures, message, formula=formula, evidence=[span])


def _near_end_of(end: dt.date, month: int) -> bool:
    """Whether a day lies within ten days of the end of a month of its own year or of those beside it."""
    ends = (
        dt.date(year, month, monthrange(year, month)[1]) for year in (end.year - 1, end.year, end.year + 1)
    )
    return any(abs((end - last).days) <= WEEKS for last in ends)


# -- one end, two numbers -------------------------------------------------------------------------


def _two_numbers(facts: Facts) -> Iterator[Finding]:
    """One company's quarter that ends on one day cannot be both its second and its third."""
    found: dict[tuple[str, dt.date], tuple[Moment, int]] = {}
    for moment in facts.moments:
        match = _ordinal_quarter().search(moment.text)
        whose = _subject(facts, moment) if match is not None else ""
        if match is None or moment.last is None or not whose:
            continue
        number = _ordinal(match["number"])
        earlier, other = found.setdefault((whose, moment.last), (moment, number))
        if other != number:
            yield _contradiction(facts, earlier, moment, moment.last)


def _contradiction(facts: Facts, earlier: Moment, moment: Moment, last: dt.date) -> Finding:
    names = listed([quoted(earlier.text), quoted(moment.text)])
    message = f"{names} end on the same day, {day(last)}, and cannot both be right for one company."
    spans = [Span(m.start, m.end) for m in (earlier, moment)]
    figures = facts.in_period(earlier, moment)
    return finding(
        NAME, State.DISAGREES, figures, message, formula=f"both end on {day(last)}", evidence=spans
    )


def _subject(facts: Facts, moment: Moment) -> str:
    """Whose period it is: the one subject of its figures, where they have one."""
    subjects = {f.subject.text.lower() for f in facts.in_period(moment) if f.subject}
    return subjects.pop() if len(subjects) == 1 else ""


# -- words ----------------------------------------------------------------------------------------


def _number(month: str) -> int:
    return calendar_number(MONTHS, month.rstrip("."))


def _ordinal(word: str) -> int:
    return {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3}.get(word.lower(), 4)


def _date(year: int, month: int, number: int) -> dt.date | None:
    return dt.date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None


@cache
def _ending() -> regex.Pattern[str]:
    month = either(MONTHS)
    return worded(
        rf"(?i)(?<!\p{{L}})(?P<phrase>(?:quarter|half|year|period|months|weeks)\s(?:that\s)?(?:ended|ending|to|through)\s(?:on\s)?"
        rf"(?:(?P<month>{month})\.?\s(?P<day>\d\d)(?!\d)(?:,?\s(?P<year>(?:19|20)\d\d)(?!\d))?"
        rf"|(?P<day2>\d\d)\s(?P<month2>{month})(?!\p{{L}})(?:,?\s(?P<year2>(?:19|20)\d\d)(?!\d))?))"
    )


@cache
def _named_quarter() -> regex.Pattern[str]:
    month = either(MONTHS)
    return worded(
        rf"(?i)(?<!\p{{L}})(?P<named>{month})\squarter,?\s(?:that\s|which\s)?(?:ended|ending)\s(?:on\s)?"
        rf"(?P<month>{month})\.?\s(?P<day>\d\d?)(?!\d)(?:,?\s(?P<year>(?:19|20)\d\d)(?!\d))?"
    )


@cache
def _ordinal_quarter() -> regex.Pattern[str]:
    return compiled(
        r"(?i)\b(?:(?P<number>first|second|third|fourth|final)(?:\s|-)(?:fiscal\s)?quarter|Q(?P<number>[1-4])\b)"
    )


CHECK = Check(
    name=NAME,
    title="Fiscal and calendar",
    needs="periods that end on a stated day",
    decides="the days are compared; the same days under two names are pointed out, not accused",
    run=check_fiscal,
    examples=(
        (
            (
                "Sales grew in the third quarter of 2023. "
                "Profit for the second quarter ended September 30, 2023 was $5 million."
            ),
            "are the same days",
        ),
        ("Sales for the quarter ended September 31, 2023 were $5 million.", "has 30 days"),
    ),
    rejects=(
        "Sales for the quarter ended September 28, 2023 were $5 million.",
        "Sales in the September quarter ended September 30, 2023 were $5 million.",
    ),
)
