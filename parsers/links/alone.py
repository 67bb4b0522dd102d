"""What one of many has of what the sentence before told of all: "Halden alone is letting 12,000 go"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.ofthem import THAT
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

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
