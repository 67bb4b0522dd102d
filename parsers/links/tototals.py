"""What is contributed to a total told before: "Small shops added just 13,000 to the total"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, can_be_part, size
from parsers.links.ofthem import ACCOUNTS
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rests import FAR
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind

TO_THE_TOTAL = Pattern(
    r" to (?:the|that|this) (?:overall |headline |\p{L}++['\u2019]s )?(?:total|sum|tally|count|figure)\b"
)
ADDS = Cued(rf"(?i)\badd(?:s|ed|ing)? {HEDGE}$", "add")


def added_to_totals(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of a sentence that are said to go into a total, which a sentence before has told."""
    line = lines[at]
    for here, item in enumerate(line.placed[:NEARBY]):
        if TO_THE_TOTAL.match(line.text, item.figure.end) is None or item.figure.kind in SHARES:
            continue
        if ACCOUNTS.search(item.lead) is None and ADDS.search(item.lead) is None:
            continue
        whole = next((p for p in _told(lines, at, here) if _can_be(p, item)), None)
        if whole is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.to_the_total")


def _told(lines: Sequence[Line], at: int, here: int) -> Iterator[Placed]:
    """The figures before one, the nearest sentence first."""
    yield from lines[at].placed[:here]
    for back in range(at - 1, max(-1, at - 1 - FAR), -1):
        if not lines[back + 1].follows(lines[back]):
            return
        yield from lines[back].placed[:NEARBY]


def _can_be(whole: Placed, part: Placed) -> bool:
    """Whether a figure can be the total: a larger one, or one that tells how many more there are."""
    told = whole.role == Role.LEVEL or (whole.role == Role.CHANGE and whole.figure.kind == Kind.COUNT)
    return told and can_be_part(part.figure, whole.figure) and size(part.figure) < size(whole.figure)
