"""Parts that stand beside their whole in words of their own: what one alone spends, what some of many do.

So in "earned $9 million from visitors, with the Dutch alone spending $3 million", "froze 14 accounts; eight
held less", "took 38 percent of the 92,000 cars, and Spain 14 percent", "It has already sold $5 million".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

TOLD = (Role.LEVEL, Role.PART, Role.CHANGE)
ALONE = Pattern(rf"^[^;]{{0,80}}, with (?:the )?(?:[\p{{L}}'\u2019-]++ ){{1,4}}alone \p{{Ll}}+ing {HEDGE}$")
TAKING = Pattern(
    rf"^[^;]{{0,50}}, (?:[\p{{L}}'\u2019-]++ ){{1,4}}(?:absorbing|contributing|eating(?: up)?|getting"
    rf"|providing|receiving|swallowing|taking(?: up)?) {HEDGE}$"
)
"""Before a share that something takes of an amount ("189 billion a year, farms swallowing a third")."""
OF_A_BILL = Pattern(
    r"^ of (?:an?|the|its) [^,;]{2,50} (?:that|which) (?:amounts? to|came to|comes to|reached|totall?ed"
    rf"|totals|is|was|stood at|cost|costs) {HEDGE}$"
)
"""Between a part and what the whole of it came to."""
SOME_DO = Pattern(rf"^[^;]{{0,90}}; {HEDGE}$")
DO = Pattern(r" (?:are|had|has|have|held|hold|lives?|remain|stayed|want|went|were|will|work|worked)(?!\p{L})")
"""Around some of those counted before, who do something ("5,300 people; 1,200 work at the plant")."""
AND_ANOTHER = Pattern(rf"^[^;]{{0,60}}, and (?:the )?(?:\p{{Lu}}[\p{{L}}.&'\u2019-]*+ ){{1,3}}{HEDGE}$")
OF_WHOLE = Pattern(r"^ of (?:the|its|all) (?:\p{Ll}++ ){0,2}$")
ALREADY = Pattern(rf"^\W*(?:It|They|The \p{{Ll}}++) (?:has|have|had) (?:already|so far) \p{{Ll}}++ {HEDGE}$")
"""How a sentence begins that tells what is done of what is planned."""
BEGINS = Pattern(rf"^\W*(?:A little |Just |Only |Well )?{HEDGE}$")
MOST_OF_THAT = Pattern(
    r"^\W*(?:Most|Much|Part|Some|The bulk) of (?:that|this|it) "
    r"(?:was|is|came from|comes from|went to|reflects|reflected|relates to|related to|stems from)"
    rf"(?: an?| the)? {HEDGE}$"
)
"""How a sentence begins that tells what most of an amount was ("Most of that was a $2 million fine")."""
WERE = Pattern(r" (?:are|were|was)(?! (?:up|down|flat|higher|lower|unchanged))(?!\p{L})")


def with_parts(line: Line) -> Iterator[Link]:
    """The parts of a sentence that stand right behind, or before, their whole."""
    for first, second in pairwise(line.placed):
        if first.role not in TOLD or second.role not in TOLD:
            continue
        if _is_part_behind(line.text, first, second):
            yield join(LinkKind.PART_OF, second, first, "link.with_part")
        elif OF_A_BILL.match(second.lead) is not None and _can_be_bill(first, second):
            yield join(LinkKind.PART_OF, first, second, "link.with_part")
    for part, whole, other in zip(line.placed, line.placed[1:], line.placed[2:], strict=False):
        both = part.figure.kind == other.figure.kind == Kind.PERCENT and whole.figure.kind == Kind.COUNT
        if both and OF_WHOLE.match(whole.lead) is not None and AND_ANOTHER.match(other.lead) is not None:
            yield join(LinkKind.PART_OF, other, whole, "link.with_part")


def _can_be_bill(part: Placed, bill: Placed) -> bool:
    """Whether an amount can be a part of another, whose money may be left out ("a bill of 140 million")."""
    bare = bill.figure.kind == Kind.COUNT and bill.figure.unit is None and part.figure.kind == Kind.MONEY
    return can_be_part(part.figure, bill.figure) or (bare and size(part.figure) < size(bill.figure))


def _is_part_behind(text: str, whole: Placed, part: Placed) -> bool:
    """Whether a figure is a part of the one right before it."""
    if ALONE.match(part.lead) is not None:
        return _is_less(part, whole)
    if TAKING.match(part.lead) is not None:
        return part.figure.kind in SHARES and whole.figure.kind in (Kind.MONEY, Kind.QUANTITY)
    bare = part.figure.kind == whole.figure.kind == Kind.COUNT and part.figure.unit is None
    some = bare and whole.figure.unit is not None and SOME_DO.match(part.lead) is not None
    return some and _is_less(part, whole) and DO.match(text, part.figure.end) is not None


def parts_begun(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The part with which a sentence begins, of what the one before it tells of all."""
    line, before = lines[at], lines[at - 1] if at else None
    if before is None or line.index - before.index != 1 or not line.placed:
        return
    item = line.placed[0]
    told = [p for p in before.placed[:NEARBY] if p.role in (Role.LEVEL, Role.CHANGE)]
    done = ALREADY.match(item.lead) is not None and item.figure.kind in (Kind.MONEY, Kind.COUNT)
    some = item.figure.kind == Kind.COUNT and item.figure.unit is None and item.role == Role.LEVEL
    some = some and BEGINS.match(item.lead) is not None and WERE.match(line.text, item.figure.end) is not None
    most = MOST_OF_THAT.match(item.lead) is not None and item.figure.kind in (Kind.MONEY, Kind.COUNT)
    if not (done or some or most):
        return
    if most and told:
        # Of "$9 million, or $8 million after tax," it is the first.
        told, done = [p for p in told if p.figure.metric == told[-1].figure.metric][:1], True
    whole = next((p for p in reversed(told) if _is_less(item, p) and (done or p.figure.unit)), None)
    if whole is not None:
        yield join(LinkKind.PART_OF, item, whole, "link.begun_part")


def _is_less(part: Placed, whole: Placed) -> bool:
    """Whether an amount is a smaller one of the same, as far as its words say."""
    a, b = part.figure, whole.figure
    bare = a.kind == Kind.COUNT and a.unit is None and b.kind in (Kind.COUNT, Kind.MONEY)
    return (bare or alike_measure(a, b)) and a.per == b.per and 0 < size(a) < size(b)
