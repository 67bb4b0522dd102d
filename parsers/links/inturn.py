"""Changes told in turn of as many levels: "was $16 and $17 million, and fell 12% and 7%, respectively"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.lazy import Pattern
from parsers.links.measures import fits
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Direction, Link, LinkKind

BEHIND = Pattern(r",? respectively\b")
JOINT = Pattern(r"^,? and $|^, $")


def changed_in_turn(line: Line) -> Iterator[Link]:
    """The changes of a sentence that ends its list of them with "respectively", each to its level."""
    placed = line.placed
    for last, item in enumerate(placed):
        if BEHIND.match(line.text, item.figure.end) is None:
            continue
        first = last
        while first > 0 and _goes_on(placed[first - 1], placed[first]):
            first -= 1
        count = last - first + 1
        levels, changes = placed[max(0, first - count) : first], placed[first : last + 1]
        if count < 2 or len(levels) != count or not all(_is_level(level, changes[0]) for level in levels):
            continue
        for level, change in zip(levels, changes, strict=True):
            if fits(change.figure, level.figure):
                yield join(LinkKind.CHANGE, change, level, "link.change_in_turn")


def _goes_on(one: Placed, two: Placed) -> bool:
    """Whether two changes stand in one list."""
    moved = one.figure.direction is two.figure.direction is not Direction.NONE
    return moved and one.figure.kind is two.figure.kind and JOINT.search(two.lead) is not None


def _is_level(level: Placed, change: Placed) -> bool:
    """Whether a figure before the changes is one of what has changed."""
    one, two = level.figure.metric, change.figure.metric
    return level.figure.direction is Direction.NONE and one is not None and one == two
