"""Values of the year before, in brackets and without a unit: "SEK 310 million (290)", "9.9 percent (9.7)"."""

from __future__ import annotations

from decimal import Decimal

from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment

KINDS = (Kind.MONEY, Kind.PERCENT, Kind.COUNT, Kind.QUANTITY)
OPENS = Pattern(r"(?:[ \u00a0](?:per|a)[ \u00a0]share)?[ \u00a0]\(")
NEAREST, FARTHEST = Decimal("0.2"), 5
"""A value of the year before is neither less than a fifth nor more than five times that of this year."""
NOTE = 10
"""Whole numbers below it in brackets are notes."""


def stands_in_brackets(text: str, figure: Figure, before: Figure, factor: Decimal) -> bool:
    """Whether a bare number is the value before of the figure in front of its brackets.

    ``factor`` is what the number is multiplied with if it has the unit and the scale of that figure.
    """
    if before.kind not in KINDS or figure.value is None or before.value is None or before.value <= 0:
        return False
    if text[figure.end : figure.end + 1] != ")" or OPENS.fullmatch(text, before.end, figure.start) is None:
        return False
    note = figure.value < NOTE and "." not in figure.text
    alike = not note and _decimals(figure.text) == _decimals(before.text)
    return alike and NEAREST <= figure.value * factor / before.value <= FARTHEST


def own_time(row: Row, place: int) -> Moment | None:
    """The time in brackets that a figure stands behind ("(31 December 2015: $74 million)")."""
    hit = OWN_TIME.search(row.tags, max(0, place - 6), place)
    moment = row.words[hit.start("when")].ref if hit is not None else None
    return moment if isinstance(moment, Moment) and moment.first is not None else None


OWN_TIME = Pattern(r"(?r)\((?P<when>T):q*\Z")


def is_of_the_year_before(row: Row, place: int) -> bool:
    """Whether a figure in a sentence is such a value, and so of another time than the one before it."""
    figure = row.words[place].ref
    if row.tags[max(0, place - 1) : place + 2] != "(F)" or not isinstance(figure, Figure):
        return False
    counted = figure.kind is Kind.COUNT and figure.unit is None and (figure.value or 0) >= NOTE
    return counted or "unit" in figure.inferred


def _decimals(number: str) -> int:
    """How many decimals a number is printed with."""
    hit = DECIMALS.search(number)
    return len(hit[1]) if hit is not None else 0


DECIMALS = Pattern(r"\d\.(\d++)(?!\d)")
