"""What analysts had expected: how it is told, and the things of a bare number that they had expected."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.patterns import compiled


@cache
def analysts_saw() -> regex.Pattern[str]:
    """Before what analysts had in mind of an amount ("Analysts had on average expected")."""
    return compiled(
        r"(?i)\b(?:analysts?|economists|forecasts|the market)\b[^.;]{0,24}?"
        r"\b(?:expect(?:ed|ing)|forecast|predicted|pencill?ed[ ]in|look(?:ed|ing)[ ]for)"
        r"(?:[ ](?:about|around|a[ ]figure[ ]of))?[ ]\Z"
    )


def is_of_like_size(figure: Figure, other: Figure) -> bool:
    """Whether two amounts can be what was expected and what came."""
    if not figure.value or not other.value:
        return False
    return Decimal("0.2") < abs(figure.value / other.value) < LIKE


LIKE = 5


def things_expected(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The things of which analysts had expected a bare number of ("had expected 45,000"); none: None."""
    things = next((f for f in reversed(before[-NEAR:]) if f.kind is Kind.COUNT and f.unit is not None), None)
    if things is None or not is_of_like_size(figure, things):
        return None
    seen = analysts_saw().search(text, max(things.end, figure.start - 60), figure.start) is not None
    if not seen or AND_NO_MORE.match(text, figure.end) is None:
        return None
    return things


NEAR = 3
"""How many figures back the things may be told."""
AND_NO_MORE = Pattern(r"[.,;)]|\s*\Z")
