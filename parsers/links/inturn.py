"""Changes told in turn of as many levels: "were $16 and $17 million, down 12% and 7%, respectively"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import fits
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Direction, Link, LinkKind

BEHIND = Pattern(r"(?: [\p{L}-]++){0,2}?,? respectively\b")
JOINT = Pattern(rf"^(?: [\p{{L}}-]++){{0,2}},? and {HEDGE}$|^, {HEDGE}$")
TO_THEM = Pattern(rf"(?:^|[ ,])(?:to|at) {HEDGE}$")
"""Before the levels that changes lead to ("rose 4% and 7% to $2 and $8, respectively")."""


def changed_in_turn(line: Line) -> Iterator[Link]:
    """The changes of a sentence that ends a list with "respectively", each to its level."""
    for one, two in pairwise(_lists(line)):
        if len(one) == 1 < len(two):
            one = _each_before(line, two) or one
        if len(one) != len(two) or not any(_is_told(line, told) for told in (one, two)):
            continue
        if _are_changes(two) and _are_levels(one) and _in_order(two, one):
            pairs = zip(two, one, strict=True)
        elif _are_changes(one) and _are_levels(two) and TO_THEM.search(two[0].lead) is not None:
            pairs = zip(one, two, strict=True)
        else:
            continue
        for change, level in pairs:
            if fits(change.figure, level.figure):
                yield join(LinkKind.CHANGE, change, level, "link.change_in_turn")


def _each_before(line: Line, changes: Sequence[Placed]) -> Sequence[Placed]:
    """As many levels, each in a clause of its own ("sales were $9 and profit was $2, up 4% and 5%")."""
    first = next(at for at, item in enumerate(line.placed) if item.figure.id == changes[0].figure.id)
    told = line.placed[max(0, first - len(changes)) : first]
    return told if len(told) == len(changes) else ()


def not_across(links: Iterable[Link], told: Sequence[Link]) -> Iterator[Link]:
    """The links without those between figures that are told in turn of others."""
    of = {link.figures[0]: link.figures[1] for link in told}
    levels = set(of.values())
    for link in links:
        change, level = link.figures[0], link.figures[1]
        if change not in of or level not in levels or of[change] == level:
            yield link


def _lists(line: Line) -> Iterator[Sequence[Placed]]:
    """The lists of two figures and more, in their order; a figure that stands alone ends them."""
    told: list[Placed] = []
    for item in line.placed:
        if told and not _goes_on(told[-1], item):
            yield told
            told = []
        told.append(item)
    yield told


def _goes_on(one: Placed, two: Placed) -> bool:
    """Whether two figures stand in one list."""
    alike = _is_level(one) == _is_level(two)
    return alike and JOINT.search(two.lead) is not None


def _is_told(line: Line, told: Sequence[Placed]) -> bool:
    """Whether a list of figures is said to be told in turn."""
    return len(told) > 1 and BEHIND.match(line.text, told[-1].figure.end) is not None


def _is_level(item: Placed) -> bool:
    """Whether a figure is none that says how much something moved."""
    return item.figure.direction is Direction.NONE and item.role is not Role.CHANGE


def _are_levels(told: Sequence[Placed]) -> bool:
    return all(_is_level(item) for item in told)


def _are_changes(told: Sequence[Placed]) -> bool:
    """Whether figures of one kind all say how much something moved."""
    return not any(_is_level(item) for item in told) and len({item.figure.kind for item in told}) == 1


def _in_order(changes: Sequence[Placed], levels: Sequence[Placed]) -> bool:
    """Whether changes behind levels measure what these do, one by one."""
    return all(
        level.figure.metric is not None and change.figure.metric == level.figure.metric
        for change, level in zip(changes, levels, strict=True)
    )
