"""Two amounts that a text tells one behind the other, and that come to one told before: "another $100"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

ANOTHER = Pattern(rf"\b(?:another|a further|an additional) {HEDGE}$")
"""Before the second amount."""
BACK = 12
"""How many sentences with figures back the whole may stand."""


def parts_with_another(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amount that "another" stands before and the one before it, as parts of their sum told before."""
    line = lines[at]
    for here, item in enumerate(line.placed[:NEARBY]):
        if item.figure.kind != Kind.MONEY or ANOTHER.search(item.lead) is None:
            continue
        first = _before(lines, at, here, item)
        whole = _whole(lines, at, first, item) if first is not None else None
        if first is not None and whole is not None:
            yield join(LinkKind.PART_OF, first, whole, "link.with_another")
            yield join(LinkKind.PART_OF, item, whole, "link.with_another")


def _before(lines: Sequence[Line], at: int, here: int, item: Placed) -> Placed | None:
    """The amount before another one, in its sentence or the very one before: "another" looks no further."""
    inside = [p for p in lines[at].placed[:here] if _is_like(p, item)]
    if inside or not (at and lines[at].index - lines[at - 1].index == 1):
        return inside[-1] if inside else None
    near = [p for p in lines[at - 1].placed[-NEARBY:] if _is_like(p, item)]
    return near[-1] if near else None


def _whole(lines: Sequence[Line], at: int, first: Placed, item: Placed) -> Placed | None:
    """The amount told before that both come to."""
    total = size(first.figure) + size(item.figure)
    for line in reversed(lines[max(0, at - BACK) : at]):
        for p in line.placed[:NEARBY]:
            if p is not first and _is_like(p, item) and size(p.figure) == total:
                return p
    return None


def _is_like(one: Placed, item: Placed) -> bool:
    """Whether an amount can be added to another, or can be their sum."""
    return one.role == Role.LEVEL and one.figure.per is None and alike_measure(one.figure, item.figure)
