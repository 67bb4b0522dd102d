"""The time that the line above a list names for its items ("As of June 30, Halden had:")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.context.lists import ends_openly, lead_of
from parsers.context.period.isold import is_old
from parsers.context.period.standing import is_maturity, stands
from parsers.context.period.times import (
    COMPARED,
    DAYS,
    PERIODS,
    Given,
    Times,
    is_back,
    is_back_of,
    is_to_come,
)
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, Span
from parsers.text import START
from parsers.values import replace

OTHER = Pattern(
    r"(?ri)\b(?:by|from|than|against|versus|until|through|compared (?:with|to)|since|on) (?:the )?\Z"
)
"""Before a time that is not that of the items: one that they are compared with, or the day of the news."""
UNTIMELY = ("payout", "ownership", "security", "outlook", "one-time item")
"""Families of what is of no time unless the line above a list says it in so many words."""
CARRIED = ("period.carried", "period.ahead", "period.same_metric", "period.foreseen")
"""Rules that take a time from above the list."""


def _has_a_time(row: Row, found: Given | None) -> bool:
    """Whether an item names a time that can be its own, and is none from which something has changed."""
    if found is not None or "T" not in row.tags:
        return "T" in row.tags
    return any(
        tag == "T" and SINCE.search(row.text, max(0, row.words[at].start - 32), row.words[at].start) is None
        for at, tag in enumerate(row.tags)
    )


SINCE = Pattern(r"(?ri)\b(?:from|since|than|over|versus|against|compared (?:to|with)) (?:the )?\Z")
"""Before a time from which something has changed ("Total assets increased $5 million since March 31")."""


def in_list(row: Row, moments: Sequence[Moment], times: Times) -> Times:
    """The times where a sentence begins: an item of a list is of the time that its lead names."""
    lead = row.once(lead_of)
    if lead is None:
        return replace(times, listed=None, listed_old=None) if times.listed or times.listed_old else times
    listed, old = _named(row.text, lead, moments)
    times = replace(times, listed=listed, listed_old=old)
    if listed is None or listed.granularity in DAYS:
        return times
    if is_to_come(listed, times) or is_back_of(times.now, listed):
        return replace(times, ahead=listed)
    return replace(times, now=listed)


OF_NEWS = Pattern(r" \((?:\p{L}+ ?){1,3}\)|\s?/[\p{L} ]+/| (?:--?|[\u2013\u2014]) ")
"""Behind the day on which news comes ("Aug 3 (Halden Wire) - Norvik Ltd:"), no time of what it tells."""


def _named(text: str, lead: Span, moments: Sequence[Moment]) -> tuple[Moment | None, Moment | None]:
    """The time that a line names as its own, and the one with which it compares it."""
    first = bisect_left(moments, lead.start, key=START)
    own = old = None
    for moment in moments[first : bisect_left(moments, lead.end, first, key=START)]:
        if moment.first is None or moment.granularity not in (*PERIODS, *DAYS, "month", "day"):
            continue
        if moment.granularity == "day" and OF_NEWS.match(text, moment.end, lead.end) is not None:
            continue
        compared = COMPARED.search(moment.text) is not None
        if not compared and OTHER.search(text, max(lead.start, moment.start - 24), moment.start) is None:
            own = own or moment
        elif own is not None and is_back(moment, own):
            old = old or moment
    return own, old


def of_list(row: Row, figure: Figure, place: int, found: Given | None, times: Times) -> Given | None:
    """A time found, or that of the list where it was only taken from above it, or none was found."""
    if is_old(row, place):
        old = times.listed_old
        return Given(old, "period.of_list") if old is not None and found is None else found
    listed = times.listed
    if listed is None or listed.start >= row.span.start or _has_a_time(row, found):
        return found
    if found is not None:
        above = found.rule in CARRIED and found.moment.end <= listed.start
        return Given(listed, "period.of_list") if above else found
    if figure.metric is None or figure.kind in (Kind.DURATION, Kind.RANK, Kind.RATIO):
        return None
    family = family_of(figure)
    if stands(row, figure, place, family) or is_maturity(row, figure, place):
        return None
    lead = row.once(lead_of)
    if family in UNTIMELY and lead is not None and not ends_openly(row.text, lead):
        return None  # "Fourth Quarter 2024 Highlights" and below it a dividend that was raised
    return Given(listed, "period.of_list")


def after_list(outside: Times, inside: Times) -> Times:
    """The times after an item: what it has told of other times stays in it."""
    return replace(inside, now=outside.now, ahead=outside.ahead, listed=None, listed_old=None)
