"""Parts of what the sentence before told in all: "Out of the total, 35% went to health, followed by 15%"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

OUT_OF = Pattern(
    rf"(?i)^\W*(?:out )?of (?:the|this|that) (?:total|amount|sum|money|budget|funds|proceeds)"
    rf"(?: (?:budget|amount|sum|spending|investment))?, (?:[\p{{L}}'\u2019-]++ ){{0,6}}?{HEDGE}$"
)
"""How such a sentence begins."""
NEXT = Pattern(rf"(?:, followed by|,|,? and|, with) (?:another |a further )?{HEDGE}$")
"""Before each further part."""
AMOUNTS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)


def parts_out_of(lines: Sequence[Line], at: int, known: Collection[str]) -> Iterator[Link]:
    """The parts that a sentence tells of the amount of the one before, beside those that are ``known``."""
    placed = lines[at].placed
    if placed[0].figure.id in known or OUT_OF.match(placed[0].lead) is None:
        return
    if not lines[at].follows(lines[at - 1]):
        return
    before = (p for p in lines[at - 1].placed if p.figure.id not in known)
    whole = next((p for p in before if _is_whole(p)), None)
    if whole is None:
        return
    for item in placed:
        if item is not placed[0] and NEXT.search(item.lead) is None:
            return
        smaller = alike_measure(item.figure, whole.figure) and size(item.figure) < size(whole.figure)
        if item.figure.kind in SHARES or smaller:
            yield join(LinkKind.PART_OF, item, whole, "link.out_of_all")


def _is_whole(item: Placed) -> bool:
    """Whether a figure is an amount that can be parted."""
    return item.role == Role.LEVEL and item.figure.kind in AMOUNTS and item.figure.per is None
