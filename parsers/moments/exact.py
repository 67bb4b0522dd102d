"""Quarters of a company whose last day the text tells: they end on that day, however they are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from parsers.model import Calendar, Moment
from parsers.moments.periods import end_of_month, step
from parsers.values import replace

NEAR = 9
"""How many days at most the days that a quarter's months give lie from the true ones."""
AROUND = range(-8, 2)
"""Which quarters before and after the one with a known end are counted from it."""


def with_true_ends(moments: Sequence[Moment]) -> Iterator[Moment]:
    """The moments; a fiscal quarter ("the fourth quarter") with the days of "the quarter ended July 26".

    Quarters before and after it lie as many months away, to the day.
    """
    told = [moment for moment in moments if _tells_end(moment)]
    for moment in moments:
        quarter = moment.granularity == "quarter" and moment.calendar == Calendar.FISCAL
        yield _as_told(moment, told) if told and quarter and moment not in told else moment


def _tells_end(moment: Moment) -> bool:
    """Whether a moment is a quarter with a last day that ends no month."""
    last = moment.last
    if not moment.rule.startswith("reporting.") or moment.granularity != "quarter" or last is None:
        return False
    return moment.first is not None and last != end_of_month(last.year, last.month)


def _as_told(moment: Moment, told: Sequence[Moment]) -> Moment:
    for other in told:
        for count in AROUND:
            first, last = step(other.first, "month", 3 * count), step(other.last, "month", 3 * count)
            if _is_near(moment.first, first) and _is_near(moment.last, last):
                return replace(moment, first=first, last=last)
    return moment


def _is_near(one: dt.date | None, other: dt.date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= NEAR
