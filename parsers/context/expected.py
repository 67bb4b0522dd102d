"""What analysts had expected: how it is told, and the things of a bare number compared with some told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.patterns import compiled
from parsers.spelled import read_scale


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


def things_compared(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The things that an expected or an average number is of ("had expected 45,000"); none: None."""
    told = (f for f in reversed(before[-NEAR:]) if f.kind in THINGS and f.unit is not None)
    left = LEFT_WITH.search(text, max(0, figure.start - 40), figure.start) is not None
    things = next((f for f in told if is_of_like_size(figure, f) or (left and f.unit == "share")), None)
    if things is None or left:
        return things
    seen = analysts_saw().search(text, max(things.end, figure.start - 60), figure.start) is not None
    if seen and AND_NO_MORE.match(text, figure.end) is not None:
        return things
    if AVERAGE_OF.search(text, max(things.end, figure.start - 60), figure.start) is not None:
        return things if read_scale(figure.text) == read_scale(things.text) > 1 else None
    compared = THE.match(text, max(0, figure.start - 16), figure.start) is not None
    return things if compared and FORESEEN.match(text, figure.end) is not None else None


AVERAGE_OF = Pattern(
    r"\b(?:average|mean|norm|level|low|high|peak|record) of \Z"
    r"|\b(?:from|than|below|above) (?:last|the previous|the year-earlier) \p{Ll}++['\u2019]s "
    r"(?:record |revised )?\Z"
)
"""Before what the things told before are compared with ("above the average of 2,370 billion")."""
LEFT_WITH = Pattern(r"\bleaving (?:him|her|it|them|the \p{Ll}++) with (?:about |some |just )?\Z")
"""Before what somebody has who sold some ("leaving him with 1.6 million")."""
THINGS = (Kind.COUNT, Kind.QUANTITY)
THE = Pattern(r"(?ri)\b(?:than|above|below|beating|missing|topping|of) the \Z")
FORESEEN = Pattern(
    r" (?:that )?(?:(?:analysts|economists|forecasters|traders|the market) (?:had )?)?"
    r"(?:forecast|expected|predicted|projected|estimated|seen)\b"
)
"""Around what was foreseen of the things told before ("more than the 4.8 million forecast by analysts")."""


NEAR = 3
"""How many figures back the things may be told."""
AND_NO_MORE = Pattern(r"[.,;)]|\s*\Z")
