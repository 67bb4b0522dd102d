"""Check 9: a weekday that its date does not have; a period that is reported before it is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import regex

from parsers import lexicon
from parsers.findings.base import Check, Facts, finding
from parsers.findings.wording import day, quoted
from parsers.findings.words import MONTHS, WEEKDAYS, calendar_number, either, pattern
from parsers.model import Finding, Moment, Span, State
from parsers.patterns import compiled
from parsers.worded import Worded, worded

NAME = "dates"

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The ways in which the article's own date is known firmly; "newest date" is only the latest one in it.
FIRM = frozenset({"given", "dateline", "header", "metadata", "byline", "front matter"})
# A date without a year is of the year in which it lies so near to the article's day.
NEAR = dt.timedelta(days=60)
# A release may be dated in a time zone that is a day behind.
SLACK = dt.timedelta(days=2)


def check_dates(facts: Facts) -> Iterator[Finding]:
    """The findings on the weekdays and ends of a document."""
    places: set[int] = set()
    begins = _weekdays_begin()
    for moment in facts.moments:
        first, last = max(0, moment.start - 14), moment.end + 6
        near = facts.text[first:last]
        if near.isascii() and not any(map(near.lower().__contains__, begins)):
            continue
        for match in _weekday_and_date().finditer(facts.text, first, last):
            found = _weekday(facts, match) if match.start() not in places else None
            places.add(match.start())
            if found is not None:
                yield found
    yield from _ends(facts)


@cache
def _weekdays_begin() -> frozenset[str]:
    """The letters that the names of weekdays begin with."""
    return frozenset(surface[:3] for name in WEEKDAYS.split("|") for surface in lexicon.words(name))


# -- weekdays -------------------------------------------------------------------------------------


def _weekday(facts: Facts, match: regex.Match[str]) -> Finding | None:
    """A date has a weekday of its own if its year is stated, or near enough to the article's own day."""
    date = _date(facts, match)
    if date is None:
        return None
    stated = calendar_number(WEEKDAYS, match["weekday"].rstrip("."))
    really = WEEKDAY_NAMES[date.weekday()]
    span = Span(match.start(), match.end())
    formula = f"{day(date)} = {really}; stated {match['weekday']}"
    if stated == date.isoweekday():
        message = f"{day(date)} was a {really}, as {quoted(match[0])} says."
        return finding(NAME, State.AGREES, [], message, formula=formula, evidence=[span])
    message = f"{quoted(match[0])} does not fit: {day(date)} was a {really}."
    return finding(NAME, State.DISAGREES, [], message, formula=formula, evidence=[span])


def _date(facts: Facts, match: regex.Match[str]) -> dt.date | None:
    month = calendar_number(MONTHS, (match["month"] or match["month2"]).rstrip("."))
    number, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year is not None:
        return _day_of(int(year), month, number)
    today = facts.document.reference_date
    if today is None or facts.document.reference_date_from not in FIRM:
        return None
    near = [_day_of(today.year + by, month, number) for by in (-1, 0, 1)]
    return next((date for date in near if date is not None and abs(date - today) <= NEAR), None)


def _day_of(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


# -- ends -----------------------------------------------------------------------------------------


def _ends(facts: Facts) -> Iterator[Finding]:
    """Such as "In the quarter ended December 31, 2024, sales rose", in an article of November 2024."""
    today = facts.document.reference_date
    if today is None or facts.document.reference_date_from not in FIRM:
        return
    for moment in facts.moments:
        if moment.last is None or moment.last - today <= SLACK or moment.anchored:
            continue
        if _over().search(moment.text) is None or _ahead().search(facts.before(moment)):
            continue
        yield _not_over(facts, moment, moment.last, today)


def _not_over(facts: Facts, moment: Moment, last: dt.date, today: dt.date) -> Finding:
    figures = facts.in_period(moment)
    message = (
        f"{quoted(moment.text)} is reported as over, but ends on {day(last)}, "
        f"after the article's own date, {day(today)}."
    )
    formula = f"{day(last)} > {day(today)}"
    evidence = [Span(moment.start, moment.end)]
    return finding(NAME, State.DISAGREES, figures, message, formula=formula, evidence=evidence)


@cache
def _weekday_and_date() -> regex.Pattern[str]:
    month, weekday = either(MONTHS), either(WEEKDAYS)
    year = r"(?:,?\s(?P<{}>(?:19|20)\d\d)(?!\d))?"
    return worded(
        rf"(?<!\p{{L}})(?P<weekday>{weekday})\.?,?\s(?:the\s)?"
        rf"(?:(?P<month>{month})\.?\s(?P<day>\d\d?)(?!\d)(?:st|nd|rd|th)?{year.format('year')}"
        rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{month})(?!\p{{L}})\.?{year.format('year2')})"
    )


@cache
def _over() -> regex.Pattern[str]:
    """Such as "ended" with a stated year: the text says itself that the period is over, and which."""
    return compiled(r"(?i)\bended\b.*(?:19|20)\d\d(?!\d)")


@cache
def _ahead() -> Worded:
    """What makes a period one that lies ahead: "expects", "will be"."""
    return pattern("checks.revised")


CHECK = Check(
    name=NAME,
    title="Dates",
    needs="a weekday with its full date, or an article whose own date is known",
    decides="the calendar gives the weekday; a period that is called ended lies before the article",
    run=check_dates,
    examples=(
        ("The board meets on Monday, May 17, 2022.", "17 May 2022 was a Tuesday"),
        (
            "LYON, April 12, 2023 - Sales for the year ended June 30, 2023 were 5 million euros.",
            "is reported as over",
        ),
    ),
    rejects=(
        "The board meets on Tuesday, May 17, 2022.",
        "LYON, July 12, 2023 - Sales for the year ended June 30, 2023 were 5 million euros.",
    ),
)
