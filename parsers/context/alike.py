"""Bare numbers that measure what an amount before them measured: they are in its unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from parsers.context.large import MILLION, as_model
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind
from parsers.spelled import read_scale

LAST = 12
"""Among how many figures before a number the one that measured the same is looked for."""
FAR = 40
"""How many times as large as the other one of two amounts of one thing may be."""


def in_its_unit(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """A bare number in the unit in which the same was told shortly before ("Exports fell to 3.1 billion").

    Millions of what is only measured in money are in the currency told last.
    """
    metric = figure.metric
    if figure.kind is not Kind.COUNT or figure.unit is not None or not figure.value or metric is None:
        return figure
    eighths = "/" in figure.text  # a price of what is traded
    if eighths or metric.end > figure.start or STANDS_ALONE.match(text, figure.end) is None:
        return figure
    for model in reversed(before):
        if model.kind in UNITS and model.per is None and _same(figure, model) and _near(figure, model):
            return as_model(figure, model, Decimal(1))
    if read_scale(figure.text) < MILLION or not _is_money(figure):
        return figure
    money = next((f for f in reversed(before) if f.kind is Kind.MONEY and f.per is None), None)
    large = money is not None and read_scale(money.text) >= MILLION
    return as_model(figure, money, Decimal(1)) if money is not None and large else figure


UNITS = (Kind.MONEY, Kind.QUANTITY)
STANDS_ALONE = Pattern(
    r"[.,;:)]|\s*\Z| (?:in|from|for|last|this|a year|compared|versus|vs|after|as|while|and|but|on|at|during"
    r"|against|the|by|one|over|under|with|to|up|down|[12]\d{3}|\(|between|due|because|or|when|which|until|since|that)\b"
)
"""Behind a number with no noun of its own."""


def _same(figure: Figure, other: Figure) -> bool:
    """Whether two figures measure the same."""
    if figure.metric is None or other.metric is None:
        return False
    if figure.metric_name is not None and figure.metric_name == other.metric_name:
        return True
    return figure.metric.text.lower() == other.metric.text.lower()


def _near(figure: Figure, other: Figure) -> bool:
    """Whether two numbers can be amounts of one thing."""
    if not figure.value or not other.value:
        return False
    times = abs(figure.value / other.value)
    return times <= FAR and times * FAR >= 1


def _is_money(figure: Figure) -> bool:
    """Whether a figure measures what is told in money only."""
    return group_family(figure.metric_name) in ("profit", "balance", "payout") or group_of(figure) in MONEYS


MONEYS = (
    "trade deficit",
    "trade surplus",
    "budget deficit",
    "deficit",
    "surplus",
    "tax receipts",
    "loss",
    "profit",
)
