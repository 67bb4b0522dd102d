"""Whether a figure can be of the time that a report is about, and what flows over it."""

from __future__ import annotations

from parsers.context.period.against import HELD
from parsers.context.period.monthly import has_moved, is_of_the_month
from parsers.context.period.moving import (
    TOTALED,
    is_average,
    is_booked,
    is_delivered,
    is_of_doers,
    is_pace,
    makes_up,
    moved,
)
from parsers.context.period.times import Times
from parsers.context.rows.words import Row
from parsers.metrics import group_family
from parsers.model import Direction, Figure, Kind, Moment, Status

FLOWS = frozenset(
    (
        "revenue",
        "profit",
        "one-time item",
        "costs",
        "cash",
        "margin",
        "volume",
        "economy",
        "users",
        "trade",
        "share of market",
    )
)


def is_of_a_time(row: Row, figure: Figure, place: int, family: str, times: Times) -> bool:
    """Whether a figure can be of the time of a report: a flow, what moved in it, an entry in its books."""
    if figure.kind == Kind.DURATION:
        return has_moved(row, figure, place)
    if figure.metric_name == "offer price":
        return False
    if times.now is not None and is_week(times.now):
        return figure.direction != Direction.NONE and figure.kind in (Kind.QUANTITY, Kind.COUNT)
    if family == "security" and figure.metric is not None and figure.metric.text.lower() == "share":
        family = ""  # "The share of households that plan to move rose to 11%"
    if family in FLOWS or (family == "outlook" and figure.status != Status.REPORTED):
        return True
    if family == "investment" and figure.kind == Kind.MONEY and TOTALED.search(row.tags[:place]):
        return True
    if figure.direction != Direction.NONE and _changed(figure, family, times):
        return True
    if family in ("", "total", "sites", "size") and (
        moved(row, figure, place) or is_pace(row, figure, place)
    ):
        return True
    averaged = family in ("price", "rate", "value", "balance") or (
        figure.metric is None and figure.kind is Kind.MONEY
    )
    if averaged and is_average(row, figure, place):
        return True
    if family not in HELD and is_of_doers(row, figure, place):
        return True
    if is_of_the_month(row, figure, place, family, times):
        return True
    booked = figure.kind in (Kind.MONEY, Kind.COUNT) and is_booked(row, place)
    return booked or makes_up(row, figure, place) or is_delivered(row, figure, place)


def is_week(moment: Moment) -> bool:
    """Whether a moment is one week, over which stocks are counted; thirteen of them are a quarter."""
    if moment.granularity != "week" or moment.first is None or moment.last is None:
        return False
    return (moment.last - moment.first).days < WEEK


WEEK = 7


def _changed(figure: Figure, family: str, times: Times) -> bool:
    """Whether a change is one over the time of a report ("Ad impressions increased 34%").

    Prices and rates are so in a report without a day of trading.
    """
    if family == "headcount" or (figure.metric is None and figure.kind == Kind.PERCENT):
        return True
    if figure.kind != Kind.PERCENT or times.day is not None:
        return False
    return family in ("price", "rate", "balance", "investment") or (
        family == "" and figure.status == Status.REPORTED
    )


def has_hardly_begun(figure: Figure, times: Times) -> bool:
    """Whether the text's time is a year of which no results can be told yet ("it will do well in 2005")."""
    now, today = times.now, times.today
    if now is None or today is None or now.granularity != "year" or now.first is None or now.last is None:
        return False
    if figure.status != Status.REPORTED or now.last <= today:
        return False
    return group_family(figure.metric_name) in RESULTS and (today - now.first).days < BEGUN


RESULTS = ("revenue", "profit", "margin")
BEGUN = 90
"""Days into a year before which nobody has results of it."""
