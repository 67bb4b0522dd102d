"""Changes of the sentence before: "This represents an increase of 5% from the prior year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.draft import rule_of
from parsers.context.metric.standing import REPRESENTS
from parsers.links.leadrules import Role
from parsers.links.measures import fits
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Direction, Link, LinkKind


def represented(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """Links of what a sentence says of the last amount of the one before, and of the same in other words."""
    level: Placed | None = None
    for item in lines[at].placed:
        told = rule_of(item.figure, "metric")
        again = (
            level is not None and told == "metric.restated" and item.figure.direction is not Direction.NONE
        )
        if told == REPRESENTS:
            level = _level_of(lines[at - 1], item)
        elif not again:
            level = None
        if level is not None and fits(item.figure, level.figure):
            yield join(LinkKind.CHANGE, item, level, "link.change_represented")


def _level_of(before: Line, change: Placed) -> Placed | None:
    """The amount of the sentence before whose metric a change has been given: no old one behind a new one."""
    start = change.figure.metric.start if change.figure.metric is not None else -1
    told = [
        item
        for item in before.placed
        if item.figure.metric is not None
        and item.figure.metric.start == start
        and item.figure.direction is Direction.NONE
    ]
    old = next((at for at, item in enumerate(told) if item.role is Role.OLD), 0)
    new = told[:old] or told
    return next((item for item in reversed(new) if old == 0 or item.role is Role.LEVEL), None)
