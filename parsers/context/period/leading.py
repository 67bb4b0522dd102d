"""The time of what a lead tells before the text names it: "Profit rose 4%. In the quarter, it was"."""

from __future__ import annotations

import datetime as dt

from parsers.context.period.times import NOTHING, PERIODS, Times
from parsers.context.period.trading import family_of
from parsers.model import Direction, Figure, Moment, Status
from parsers.values import replace

LEAD, NEXT = 2, 3
"""How many sentences with figures are a lead, and how many behind it may tell its time."""
NEWS = 135
"""Days for which a time that has ended is what a text reports."""
FRESH = 5
"""Days for which a session is news."""


RESULTS = ("revenue", "profit", "margin", "price", "index", "security")
"""Families of what a lead tells of a report, or of a session."""


def leads(figure: Figure, further: bool) -> bool:
    """Whether a figure without a time can be of the report, or the session, that the text is about.

    It may stand ``further`` on than a lead, where that has none either.
    """
    if figure.status in (Status.FORECAST, Status.TARGET):
        return False  # what is foreseen is of no report
    if further and figure.direction == Direction.NONE and family_of(figure) in ("price", "security"):
        return False  # "Each note is offered at $308"
    return family_of(figure) in RESULTS or (figure.metric is None and figure.direction != Direction.NONE)


def with_first(led: Times | None, times: Times) -> Times | None:
    """The times of a lead: the first period and the first session that the sentences behind it told of."""
    now = times.now if times.now is not None and _is_news(times.now, times.today) else None
    day = times.day if times.day is not None and _ended(times.day, times.today, FRESH) else None
    if led is not None:
        now, day = led.now or now, led.day or day
    if now is None and day is None and times.said is None:
        return None
    kept = {group: m for group, m in times.metrics.items() if m == now} if now is not None else NOTHING
    told = replace(times, now=now, lead=now, day=day, metrics=kept, old=NOTHING, ahead=None, foreseen=None)
    return replace(told, fresh=True)


def _is_news(moment: Moment, today: dt.date | None) -> bool:
    """Whether a period is one that has just ended, as a report's has."""
    return moment.granularity in (*PERIODS, "month") and moment.last != today and _ended(moment, today, NEWS)


def _ended(moment: Moment, today: dt.date | None, days: int) -> bool:
    """Whether a moment ended no more than some days ago."""
    return moment.last is not None and today is not None and 0 <= (today - moment.last).days <= days
