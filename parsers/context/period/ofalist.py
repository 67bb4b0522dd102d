"""The time that the line above a list names for its items ("As of June 30, Halden had:")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.context.lists import ends_openly, lead_of
from parsers.context.period.standing import is_maturity, stands
from parsers.context.period.times import COMPARED, DAYS, PERIODS, Given, Times, is_back_of, is_to_come
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


def in_list(row: Row, moments: Sequence[Moment], times: Times) -> Times:
    """The times where a sentence begins: an item of a list is of the time that its lead names."""
    lead = row.once(lead_of)
    listed = _named(row.text, lead, moments) if lead is not None else None
    if listed is None or listed.granularity in DAYS:
        return replace(times, listed=listed) if times.listed is not listed else times
    if is_to_come(listed, times) or is_back_of(times.now, listed):
        return replace(times, listed=listed, ahead=listed)
    return replace(times, listed=listed, now=listed)


def _named(text: str, lead: Span, moments: Sequence[Moment]) -> Moment | None:
    """The time that a line names as its own."""
    first = bisect_left(moments, lead.start, key=START)
    own = None
    for moment in moments[first : bisect_left(moments, lead.end, first, key=START)]:
        usable = moment.first is not None and moment.granularity in (*PERIODS, *DAYS, "month", "day")
        usable = usable and COMPARED.search(moment.text) is None
        if usable and OTHER.search(text, max(lead.start, moment.start - 24), moment.start) is None:
            own = own or moment
    return own


def of_list(row: Row, figure: Figure, place: int, found: Given | None, times: Times) -> Given | None:
    """A time found, or that of the list where it was only taken from above it, or none was found."""
    listed = times.listed
    if listed is None or listed.start >= row.span.start or "T" in row.tags:
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
    return replace(inside, now=outside.now, ahead=outside.ahead, listed=None, foreseen=outside.foreseen)
