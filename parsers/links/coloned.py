"""Counts that a colon lists of an amount before it: "42 orders: 33 jets, two freighters, seven tankers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import size
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

COLON = Pattern(rf"^[^:;.]{{0,60}}: (?:\p{{Ll}}++ ){{0,2}}?{HEDGE}$")
"""Between the whole and the first of its parts."""
NEXT = Pattern(rf"^[^:;.]{{0,60}}(?:,|,? and) (?:\p{{Ll}}++ ){{0,2}}?{HEDGE}$")
"""Between two parts."""
SUMMED = (Kind.COUNT, Kind.QUANTITY, Kind.MONEY)


def listed_behind_colon(line: Line) -> Iterator[Link]:
    """The parts of an amount that a colon lists and that come to it exactly, whatever each counts."""
    placed = line.placed
    for at, whole in enumerate(placed[:-2]):
        first = at + 1 + _tells_how_many(placed, at + 1)
        if not _is_summed(whole) or first >= len(placed) or COLON.match(placed[first].lead) is None:
            continue
        parts = _listed(placed[first:])
        if len(parts) > 1 and sum((size(p.figure) for p in parts), Decimal(0)) == size(whole.figure):
            yield from (join(LinkKind.PART_OF, part, whole, "link.behind_colon") for part in parts)


def _listed(placed: Sequence[Placed]) -> Sequence[Placed]:
    """The first figures of a list that goes on from one to the next."""
    parts: list[Placed] = []
    for item in placed:
        if not _is_summed(item) or (parts and NEXT.match(item.lead) is None):
            break
        parts.append(item)
    return parts


def _tells_how_many(placed: Sequence[Placed], at: int) -> bool:
    """Whether a figure only tells in how many parts ("$9 million in two parts: $5 million and")."""
    counts = at + 1 < len(placed) and placed[at].figure.kind is Kind.COUNT
    if not counts or placed[at + 1].lead.strip() != ":":
        return False
    return size(placed[at].figure) == len(_listed(placed[at + 1 :]))


def _is_summed(item: Placed) -> bool:
    """Whether a figure can be a part of a sum, or be one."""
    told = item.role in (Role.LEVEL, Role.PART, Role.CHANGE)
    return told and item.figure.kind in SUMMED and item.figure.per is None
