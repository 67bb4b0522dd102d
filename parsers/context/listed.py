"""Prices of shares told one after the other, of which only the first has its currency.

So in "Norvik rose 20 yen to 1,500 yen. Halden fell 10 to 980".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from parsers.context.eighths import LED, is_of_share
from parsers.context.large import as_model
from parsers.context.units import factor_of
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind
from parsers.numerals import read_number

NUMBER = r"\d{1,3}(?:,\d{3}|\d)?(?:\.\d{1,2})?"
BARE = Pattern(NUMBER)
TO_LEVEL = Pattern(
    rf" (?:to|at) (?P<level>{NUMBER})(?![\p{{L}}\d%/-]|[.,]\d| (?:percent|per|million|billion|points?)\b)"
)
BETWEEN = Pattern(r"[\p{L} ]{0,12} (?:to|at) ")
ELSEWHERE = Pattern(r"(?:[.;] |\n\s*)(?:In|On|At) (?:the )?\p{Lu}")
"""Between two prices: that the second one is of another market ("In Frankfurt, Dorn rose")."""
REACH, APART = 400, 50
"""How far back the price with its currency may stand, and how many times as high a price may be."""


def as_listed(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """The figure in the currency of the share told before it, where another one moved as that did."""
    if figure.kind is not Kind.COUNT or figure.unit is not None or figure.subject is None:
        return figure
    if not is_of_share(figure) or BARE.fullmatch(figure.text) is None:
        return figure
    last = before[-1] if before else None
    if last is not None and last.subject == figure.subject and _was_listed(last):
        level = LED.search(text, max(0, figure.start - 12), figure.start) is not None
        return as_model(figure, last, factor_of(last) or Decimal(1)) if level else figure
    to = TO_LEVEL.match(text, figure.end) if figure.direction is not Direction.NONE else None
    model = _price_before(text, figure, before) if to is not None else None
    factor = factor_of(model) if model is not None else None
    number = read_number(to["level"]) if to is not None else None
    if model is None or factor is None or number is None or not number.value or not model.value:
        return figure
    high = abs(number.value * factor / model.value)
    return as_model(figure, model, factor) if 1 / APART <= high <= APART else figure


def _was_listed(figure: Figure) -> bool:
    """Whether a figure has its currency from a price before it, and how far it moved is told."""
    return figure.kind is Kind.MONEY and "unit" in figure.inferred and figure.direction is not Direction.NONE


def _price_before(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last price of another share that is told in a currency, to which it moved by so much."""
    for at in range(len(before) - 1, 0, -1):
        level, move = before[at], before[at - 1]
        if figure.start - level.end > REACH:
            return None
        both = level.kind is move.kind is Kind.MONEY and level.unit == move.unit
        moved = move.direction is not Direction.NONE and level.direction is Direction.NONE
        if both and moved and BETWEEN.fullmatch(text, move.end, level.start) is not None:
            elsewhere = ELSEWHERE.search(text, level.end, figure.start) is not None
            return level if not elsewhere else None
    return None
