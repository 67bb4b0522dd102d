"""Parts that add up to their whole: "To close a $9 million gap, it draws $5 million from ... and ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.links.leads import Role
from parsers.links.measures import size
from parsers.links.parts import alike_measure
from parsers.links.roles import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

ADDED = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
RESULTS = ("revenue", "profit")
"""What sales, costs and profit are of each other they are as well where they add up: no parts."""

COARSE = 10
"""How many printed steps large each part is at least: smaller numbers add up by chance."""


def sums(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The figures of a sentence that add up to one before them, there or in the sentence before."""
    placed = lines[at].placed[:NEARBY]
    for here in range(len(placed) - 2):
        yield from _add_up(placed[here], placed[here + 1 :])
    if at and lines[at].follows(lines[at - 1]) and len(placed) > 1:
        for whole in lines[at - 1].placed[:NEARBY]:
            yield from _add_up(whole, placed)


def _add_up(whole: Placed, behind: Sequence[Placed]) -> Iterator[Link]:
    """The figures that follow, without a gap, up to where their sum is the whole."""
    figure = whole.figure
    if figure.kind not in ADDED or whole.role != Role.LEVEL or family(figure) in RESULTS:
        return
    total, step = Decimal(0), figure.precision or Decimal(0)
    parts: list[Placed] = []
    for item in behind:
        if item.role in (Role.TWIN, Role.PER):
            continue
        fits = item.role in (Role.LEVEL, Role.PART) and alike_measure(item.figure, figure)
        step = max(step, item.figure.precision or Decimal(0))
        if not fits or item.figure.per != figure.per or size(item.figure) < COARSE * step:
            return
        total, parts = total + size(item.figure), [*parts, item]
        if total >= size(figure):
            break
    if len(parts) > 1 and total == size(figure):
        for part in parts:
            yield join(LinkKind.PART_OF, part, whole, "link.adds_up")
