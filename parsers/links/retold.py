"""Changes that are told twice, as an amount and as a share: "$45, down 75 cents (3.2%)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.measures import SHARES
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind


def changes_again(line: Line, twins: Sequence[Link], moved: Sequence[Link]) -> Iterator[Link]:
    """The other of two that tell one change leads to the same level: "$45, down 75 cents (3.2%)"."""
    if not twins or not moved:
        return
    by_id = {p.figure.id: p for p in line.placed}
    levels = {link.figures[0]: link.figures[1] for link in moved}
    for link in twins:
        a, b = link.figures
        shares = sum(by_id[i].figure.kind in SHARES for i in (a, b))
        told, other = (a, b) if a in levels else (b, a)
        if shares == 1 and told in levels and other not in levels and levels[told] != other:
            yield join(LinkKind.CHANGE, by_id[other], by_id[levels[told]], "link.change_again")


THAT = Pattern(rf"^\W*(?:That|This) (?:same )?{HEDGE}$")


def said_once_more(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """An amount that the sentence before told, pointed to once more: "That $130 million gives it time"."""
    first = lines[at].placed[0]
    if THAT.match(first.lead) is None or not lines[at].follows(lines[at - 1]):
        return
    a = first.figure
    for p in reversed(lines[at - 1].placed[-NEARBY:]):
        b = p.figure
        if a.value is not None and (a.kind, a.unit, a.value) == (b.kind, b.unit, b.value):
            yield join(LinkKind.EQUIVALENT, p, first, "link.that_again")
            return


A_GAIN_OF = Worded(
    rf"^(?: [\p{{L}}'\u2019.-]++){{0,3}}, (?:an? |for an? |representing an? )<<directions.noun>> of {HEDGE}$"
)
"""Before a change that tells the one before its level again ("rose $2 to $46, a gain of 5 percent")."""


def changes_retold(line: Line, moved: Sequence[Link]) -> Iterator[Link]:
    """The change behind a level that is the one before it as a share: "rose $2 to $46, a gain of 5%"."""
    levels = {link.figures[0]: link.figures[1] for link in moved}
    for first, second in pairwise(line.placed):
        if _is_one_fall(first, second, levels):
            yield join(LinkKind.EQUIVALENT, first, second, "link.one_change")
    for at, item in enumerate(line.placed[2:], 2):
        first, level = line.placed[at - 2], line.placed[at - 1]
        a, b = first.figure, item.figure
        same = levels.get(a.id) == level.figure.id == levels.get(b.id) and a.direction == b.direction
        share = b.kind == Kind.PERCENT and a.kind not in (*SHARES, Kind.MULTIPLE)
        if same and share and A_GAIN_OF.match(item.lead) is not None:
            yield join(LinkKind.EQUIVALENT, first, item, "link.one_change")


DOWN_TOO = Pattern(rf"^ (?:lower|higher|up|down), (?:up|down|off) {HEDGE}$")
"""Between two changes that are one ("closed 0.7 percent lower, down 42.87 points, to 6007.05")."""


def _is_one_fall(first: Placed, second: Placed, levels: Mapping[str, str]) -> bool:
    """Whether two changes, one of them a percentage, tell how far one level has moved."""
    a, b = first.figure, second.figure
    share = (a.kind == Kind.PERCENT) != (b.kind == Kind.PERCENT)
    same = a.id in levels and levels.get(a.id) == levels.get(b.id) and a.direction == b.direction
    return share and same and DOWN_TOO.match(second.lead) is not None
