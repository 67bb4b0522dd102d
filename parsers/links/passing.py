"""Counts that only tell where a level is, between it and what is said of it ("at its 12 stores, up 5%")."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lazy import Pattern
from parsers.model import Figure, Kind

LED = Pattern(
    r"(?r)^[^,;.()]{0,48} (?:across|among|at|for|in|over|through|throughout)"
    r"(?: (?:about|all|an?|its|more than|nearly|our|some|the|their)){0,2} "
)
"""From a level up to such a count."""
SAID_OF_IT = Pattern(
    r"[^,;.()]{0,48}(?:, | \()(?P<how>(?:or |a rise of |an increase of |a drop of )?"
    r"(?:up|down|off|higher|lower|compared (?:with|to)|against|versus|from|an?)\b[^,;.]{0,24})?$"
)
"""From such a count up to what is said of the level."""
THINGS = Pattern(r"\d-\p{Ll}")
"""A measure that only tells which things are meant ("a 40-foot box")."""


def in_passing(text: str, figures: Sequence[Figure], at: int) -> bool:
    """Whether a figure of a sentence only tells where, or at how many, the one before it is so."""
    if not 0 < at < len(figures) - 1:
        return False
    before, figure, behind = figures[at - 1 : at + 2]
    counts = figure.kind == Kind.COUNT and figure.unit is not None
    if not counts and THINGS.search(figure.text) is None:
        return False
    if before.kind not in LEVELS or (before.kind == Kind.COUNT and before.unit == figure.unit):
        return False
    if LED.fullmatch(text[before.end : figure.start]) is None:
        return False
    said = SAID_OF_IT.fullmatch(text[figure.end : behind.start])
    return said is not None and (said["how"] is not None or behind.kind in RATES)


LEVELS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
RATES = (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
