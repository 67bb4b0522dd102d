"""Parts whose words point to the whole: "Of the 160 people, 95 ...", "half of them", "the rest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leads import HEDGE, Role
from parsers.links.measures import size
from parsers.links.parts import (
    OF_FIRST,
    OF_IT,
    PAUSE,
    PLAIN,
    REMAINING,
    THAT,
    alike_measure,
    can_be_of_it,
    is_of_them,
    part_of_things,
    whole_before,
)
from parsers.links.roles import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

OF_THAT_HERE = Worded(rf"[;,\u2014] (?:and |but )?of {THAT}, {PLAIN}{{0,5}}{HEDGE}$")
"""Before a part, in the sentence of its whole ("a gain of $200 million; of that, $60 million")."""


def pointed(line: Line) -> Iterator[Link]:
    """The parts of "Of the 160 people, 95 ..." and "52 million shares, half of them ..."."""
    placed = line.placed
    for at, item in enumerate(placed):
        following = placed[at + 1] if at + 1 < len(placed) else None
        if following is not None and OF_FIRST.search(item.lead) and PAUSE.search(following.lead):
            yield join(LinkKind.PART_OF, following, item, "link.of_first")
            yield from _others_of(placed, at)
        if at and OF_THAT_HERE.search(item.lead) and (told := whole_before(placed, at)) is not None:
            yield join(LinkKind.PART_OF, item, told, "link.of_them")
            continue
        new = whole_before(placed, at, new=True) if at and is_of_them(line, item) else None
        whole = new or (whole_before(placed, at) if at else None)
        if whole is None:
            if (ahead := whole_ahead(line, at)) is not None:
                yield join(LinkKind.PART_OF, item, ahead, "link.of_them")
            continue
        if is_of_them(line, item):
            if OF_IT.match(line.text, item.figure.end) and not can_be_of_it(item, whole):
                continue
            if is_of_them(line, whole):
                continue  # two parts of one whole, which stands before
            yield join(LinkKind.PART_OF, item, whole, "link.of_them")
        elif (
            REMAINING.search(item.lead)
            and alike_measure(item.figure, whole.figure)
            and not part_of_things(line, whole)
        ):
            yield from _remaining(placed[max(0, at - NEARBY) : at], item)


def whole_ahead(line: Line, at: int) -> Placed | None:
    """The whole that follows the aside of a part: "Loans, $2 million of them to Ohio, rose to $6 million"."""
    item, following = line.placed[at], line.placed[at + 1] if at + 1 < len(line.placed) else None
    aside = is_of_them(line, item) or OF_WHICH.search(item.lead) is not None
    if at or not aside or following is None or AFTER_ASIDE.match(following.lead) is None:
        return None
    larger = alike_measure(item.figure, following.figure) and size(following.figure) > size(item.figure)
    return following if larger and following.role == Role.LEVEL else None


OF_WHICH = Pattern(r",? of wh(?:ich|om) [^,;]*$")
AFTER_ASIDE = Pattern(r"[^,;]{0,60},(?! (?:and|or|while|with)\b) [^,;]{1,40}$")
OTHER = Pattern(
    rf"[,;](?: and| but| while)? {HEDGE}$| (?:and|but|while) (?:[\p{{L}}'\u2019-]++ ){{0,3}}{HEDGE}$"
)


def _others_of(placed: Sequence[Placed], at: int) -> Iterator[Link]:
    """The further parts of "Of the 21 polled, 16 saw a rise; four saw none", as many as the whole leaves."""
    whole = placed[at].figure
    left = size(whole) - size(placed[at + 1].figure)
    for item in placed[at + 2 : at + NEARBY]:
        figure = item.figure
        bare = figure.kind == whole.kind == Kind.COUNT and (figure.unit is None or figure.unit == whole.unit)
        if bare and item.role == Role.LEVEL and size(figure) <= left and OTHER.search(item.lead):
            left -= size(figure)
            yield join(LinkKind.PART_OF, item, placed[at], "link.of_first")


AND_THE = Worded(r"\band (?:the|its|their) (?:<<linkwords.remaining>>) ")
"""Before what remains of a whole told elsewhere ("$100 million in cash and the remaining $59 million")."""


def _remaining(before: Sequence[Placed], item: Placed) -> Iterator[Link]:
    """What remains of a whole, and the other part of it where the two add up."""
    like = [p for p in before if alike_measure(p.figure, item.figure)]
    wholes = [p for p in like if size(p.figure) > size(item.figure)]
    for whole in wholes:
        other = next((p for p in reversed(like) if p is not whole and _add_up(p, item, whole)), None)
        if other is not None:
            yield join(LinkKind.PART_OF, other, whole, "link.remaining")
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")
            return
    beside = bool(wholes) and wholes[0] is before[-1] and AND_THE.search(item.lead) is not None
    if len(wholes) == 1 and not beside:
        yield join(LinkKind.PART_OF, item, wholes[0], "link.remaining")


def _add_up(a: Placed, b: Placed, whole: Placed) -> bool:
    room = max(p.figure.precision or Decimal(0) for p in (a, b, whole))
    return abs(size(a.figure) + size(b.figure) - size(whole.figure)) <= room
