"""The old range of an outlook without the unit of its new one: "up from a range of 800-850 million"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.large import as_model
from parsers.digits import GAP
from parsers.model import Figure, Kind
from parsers.patterns import compiled
from parsers.spelled import read_scale

KINDS = (Kind.MONEY, Kind.PERCENT)
FARTHEST = 3
"""The ends of two ranges of one outlook are at most so many times each other."""


def as_old_range(text: str, figure: Figure, last: Sequence[Figure]) -> Figure:
    """A bare range with the unit, and where it has no scale the scale, of the range ``last`` before it."""
    if not last or figure.kind is not Kind.COUNT or figure.unit is not None:
        return figure
    before = last[0]
    if before.kind not in KINDS or before.low is None or before.sentence != figure.sentence:
        return figure
    if not figure.low or figure.high is None:
        return figure
    if _from().search(text, before.end, figure.start) is None:
        return figure
    factor = Decimal(1) if read_scale(figure.text) > 1 else Decimal(read_scale(before.text))
    if not 1 <= FARTHEST * before.low / (figure.low * factor) <= FARTHEST * FARTHEST:
        return figure
    return as_model(figure, before, factor)


@cache
def _from() -> regex.Pattern[str]:
    return compiled(
        rf"(?i)\b(?:from|than|of|between|was|versus|compared{GAP}with)(?:{GAP}(?:about|between))?{GAP}$"
    )
