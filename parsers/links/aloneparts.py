"""Parts of what a sentence before told: "Halden alone cut 12,000", "Of the loss, $3 million came from"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.parts import THAT
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Link, LinkKind

ALL_ROLES = (Role.LEVEL, Role.PART)


ALONE = Worded(
    r"^\W*(?!In |At |On |By |For |From |During |Last |This )(?:[\p{L}'\u2019.&-]++ ){1,5}alone "
    rf"(?:(?:has|have|had|is|are|was|were|will|would) )?(?:also )?(?:[\p{{L}}-]++ ){{1,3}}?{HEDGE}$"
)
"""How a sentence begins that tells what one of many has of what they do ("Halden alone cut 12,000")."""

OF_OTHERS = Pattern(rf" of (?!{THAT})")
"""Behind a number of what is named there ("AT&T alone sold 2 million of the phones")."""


def parts_of_one_alone(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What one has of what the sentence before told of many: "Halden alone is letting 12,000 go"."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if line.index - before.index != 1 or item.role not in (Role.LEVEL, Role.CHANGE):
        return
    if item.figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY) or ALONE.match(item.lead) is None:
        return
    if OF_OTHERS.match(line.text, item.figure.end) is not None:
        return
    told = (p for p in before.placed[:NEARBY] if p.role in (Role.LEVEL, Role.CHANGE))
    whole = next((p for p in told if _is_more_of_it(p, item)), None)
    if whole is not None:
        yield join(LinkKind.PART_OF, item, whole, "link.alone")


def _is_more_of_it(whole: Placed, part: Placed) -> bool:
    """Whether an amount is a larger one of what another measures, as far as the words say."""
    a, b = part.figure, whole.figure
    bare = a.kind == b.kind == Kind.COUNT and a.unit is None
    named = {family(a), family(b)} - {None}
    return (bare or (alike_measure(a, b) and len(named) <= 1)) and b.per == a.per and size(b) > size(a)


OF_THE_NAMED = Worded(
    rf"^\W*(?:Of|Out of) (?:the|that|this|those|these|its|their) (?P<noun>\p{{Ll}}[\p{{Ll}}-]++), "
    rf"(?:[\p{{L}}'\u2019-]++ ){{0,4}}?{HEDGE}$"
)
AND_MORE = Pattern(rf"^[^;]{{1,80}},? (?:and|while) (?:[\p{{L}}'\u2019-]++ ){{0,3}}?{HEDGE}$")


def parts_of_the_named(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of what a sentence begins by naming: "Of the loss, $30 million came from bonds"."""
    line, before = lines[at], lines[at - 1]
    first = line.placed[0]
    told = OF_THE_NAMED.match(first.lead) if line.follows(before) else None
    if told is None or first.role not in ALL_ROLES:
        return
    noun = told["noun"].removesuffix("s")
    levels = (p for p in before.placed[:NEARBY] if p.role in (Role.LEVEL, Role.CHANGE))
    named = (p for p in levels if _is_named(p.figure, noun))
    whole = next((p for p in named if _can_be(p, first)), None)
    if whole is None:
        return
    yield join(LinkKind.PART_OF, first, whole, "link.of_the_named")
    for item in line.placed[1:2]:
        left = size(whole.figure) - size(first.figure)
        too = alike_measure(item.figure, first.figure) and item.role in ALL_ROLES
        if too and AND_MORE.match(item.lead) is not None and size(item.figure) <= left:
            yield join(LinkKind.PART_OF, item, whole, "link.of_the_named")


def _is_named(figure: Figure, noun: str) -> bool:
    """Whether the metric of a figure ends with a noun, or is of the group of that name ("lost": the loss)."""
    named = figure.metric_name is not None and figure.metric_name.rpartition(" ")[2].removesuffix("s") == noun
    return named or (group_of(figure) or "").removesuffix("s") == noun


def _can_be(whole: Placed, part: Placed) -> bool:
    less = part.figure.kind in SHARES or size(part.figure) < size(whole.figure)
    return less and whole.figure.per is None and can_be_part(part.figure, whole.figure)
