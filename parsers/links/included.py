"""The parts that "including" and "of which" list behind their whole in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, is_only_meant, size
from parsers.links.ofthem import APPOSED, INCLUDING, OF_THE_TOTAL, PLAIN, whole_before
from parsers.links.parts import WHOLE
from parsers.links.pieces import HEDGE, PUT_IN
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Direction, Kind, Link, LinkKind

LISTED = Worded(
    rf"^(?: {PLAIN}{{0,4}}(?:(?:of|in|from|for|on) {PLAIN}{{0,5}}){{0,3}}[\p{{L}}'\u2019.-]++)?"
    r"(?: that (?:will|would|is to|are to) be \p{Ll}++(?: (?:over|up|out))?"
    r" by (?:\p{L}[\p{L}.&-]*+ ?){1,4}?)?"
    rf"(?:,| and|, and) (?:an? |the |another )?{PLAIN}{{0,3}}?{HEDGE}$"
)


def included(line: Line) -> Iterator[Link]:
    """The parts that "including" and "of which" list behind their whole."""
    placed = line.placed
    whole: Placed | None = None
    left, of_which = Decimal(0), False
    for at, item in enumerate(placed):
        if item.role == Role.PART and at and "of wh" not in item.lead and _puts_in(placed[at - 1]):
            whole = None  # "led by Calder, which put in $60 million, and included $30 million from Norvik"
        elif item.role == Role.PART and (_is_of_the_total(line, item) or _is_of_the_next(line, at)):
            whole = None  # "came to $8 million, accounting for 23% of the total"
        elif item.role == Role.PART and (_is_of_something_else(item) or _is_its_growth(item)):
            whole = None
        elif item.role == Role.PART:
            whole = _whole_of(line, at)
            left = size(whole.figure) if whole is not None else left
            of_which = "of wh" in item.lead
        elif item.role == Role.PER or whole is None:
            continue
        elif _is_next_of_other(placed, at, whole):
            pass
        elif not (item.role == Role.LEVEL and _goes_on(item, of_which) and _fills(item, whole, left)):
            whole = None
        elif of_which and OF_ITS_OWN.match(line.text, item.figure.end) is not None:
            whole = None  # "of which Calder lends $5 million, and $8 million of notes"
        if whole is not None:
            left -= size(item.figure) if alike_measure(item.figure, whole.figure) else Decimal(0)
            yield join(LinkKind.PART_OF, item, whole, "link.part_including")


def _whole_of(line: Line, at: int) -> Placed | None:
    """What a part that begins a list is part of, if that stands in its own sentence."""
    placed, item = line.placed, line.placed[at]
    added = item.rule == "link.with_amount" or AND_INCLUDED.match(item.lead) is not None
    added = added or "; " in item.lead
    new = added or _is_compared(placed, at) or BEHIND_COMMA.match(item.lead) is not None
    nearest = placed[at - 1] if at and _is_of_a_part(placed[at - 1], item) else None
    whole = nearest or _of_the_change(line, at) or _told_of(placed, whole_before(placed, at, new=new), item)
    if whole is None or _is_of_another_thing(line, item, whole):
        return None
    of_total = OF_THE_TOTAL.match(line.text, item.figure.end) is not None
    if of_total and is_only_meant(item.figure, whole.figure):
        return None  # of what was made, told further back
    return whole


def _of_the_change(line: Line, at: int) -> Placed | None:
    """The change that a part is one of, and not the level that it led to ("half of the increase")."""
    part = line.placed[at].figure
    if OF_CHANGE.match(line.text, part.end) is None:
        return None
    moved = (p for p in reversed(line.placed[:at]) if p.role == Role.CHANGE)
    return next((p for p in moved if part.kind in SHARES or size(part) < size(p.figure)), None)


OF_CHANGE = Worded(r" of (?:the|that|its) (?:\p{Ll}++ )?<<directions.noun>>\b")


def _is_of_a_part(before: Placed, item: Placed) -> bool:
    """Whether a part includes another ("of which it took $11 billion, including $2 billion from banks")."""
    part = before.role == Role.PART and can_be_part(item.figure, before.figure)
    return part and INCLUDING.match(item.lead) is not None


def _is_of_something_else(item: Placed) -> bool:
    """Whether a part is of what a time had, or one that somebody holds of what was named last.

    So in "rose to $612 million; the latest quarter included a $24 million charge" and "fell to 52,300 ounces
    because of a strike at the mine, of which Halden owns 75%".
    """
    owns = item.figure.kind in SHARES and OWNS_SOME.match(item.lead) is not None
    return owns or TIME_INCLUDED.search(item.lead) is not None


def _is_its_growth(item: Placed) -> bool:
    """Whether a share says by how much something grew ("4,700 cars, accounting for 13% growth")."""
    return item.figure.direction is not Direction.NONE and "accounting for" in item.lead


def _is_of_another_thing(line: Line, item: Placed, whole: Placed) -> bool:
    """Whether a share has its own whole behind it ("three makers, accounting for 15% of the aircraft")."""
    unit = whole.figure.unit
    if item.figure.kind is not Kind.PERCENT or whole.figure.kind is not Kind.COUNT or unit is None:
        return False
    hit = OF_A_THING.match(line.text, item.figure.end)
    return hit is not None and not hit["thing"].startswith(unit.split()[-1][:4])


OF_A_THING = Pattern(r" of (?:the|its|their) (?P<thing>\p{Ll}++)(?= ?[.,;:)]| (?:and|in|at|by)\b)")


def _puts_in(item: Placed) -> bool:
    """Whether somebody spoken of in passing gives an amount."""
    return "wh" in item.lead and PUT_IN.search(item.lead) is not None


OWNS_SOME = Pattern(
    r"^(?: [\w'\u2019.-]++){5,},? of which [^,;]{1,60} (?:owns?|holds?|controls?|owned|held|controlled) "
    rf"{HEDGE}$"
)
"""Between a figure and the share that somebody holds of what was named last."""
TIME_INCLUDED = Pattern(
    r"[;\u2013\u2014] (?:and |but )?(?:the|its|last|this|that) (?:[\p{L}-]++ ){0,2}?"
    r"(?:quarter|period|year|half|month|results?)(?:['\u2019]s results?)? (?:also )?includ(?:es?|ed) "
)
"""Before what a time had that is told in a clause of its own."""
AND_INCLUDED = Pattern(r"^(?: [\w'\u2019.-]++){0,4},? and includ(?:es|ed) ")
"""Before a part of what the sentence is about ("rose to $6 million from $5 million and included")."""


BEHIND_COMMA = Pattern(r"^(?: (?!and )[\w'\u2019.-]++){0,6}, includ(?:ing|es|ed) ")
"""Before a part of the new value ("rose to $6 million from $5 million, including")."""


def _is_of_the_total(line: Line, item: Placed) -> bool:
    """Whether a share tells what the amount before it is of a total told elsewhere."""
    share = item.figure.kind in SHARES and APPOSED.search(item.lead) is not None
    return share and OF_THE_TOTAL.match(line.text, item.figure.end) is not None


def _is_of_the_next(line: Line, at: int) -> bool:
    """Whether a share is one of what stands behind it ("4,000 people, including half its 1,700 miners")."""
    item, following = line.placed[at], next(iter(line.placed[at + 1 : at + 2]), None)
    if item.figure.kind not in SHARES or following is None:
        return False
    return OF_NEXT.fullmatch(line.text, item.figure.end, following.figure.start) is not None


OF_NEXT = Pattern(rf" (?:of )?(?:the |its |their )(?:[\p{{L}}'\u2019-]++ ){{0,3}}{HEDGE}")


def _told_of(placed: Sequence[Placed], whole: Placed | None, item: Placed) -> Placed | None:
    """The part spoken of, where its whole stands last ("4 of its 52 mills, including two in Ohio")."""
    at = placed.index(whole) if whole is not None else 0
    if at and whole is not None and WHOLE.search(whole.lead) is not None:
        part = placed[at - 1]
        if alike_measure(part.figure, whole.figure) and can_be_part(item.figure, part.figure):
            return part
        bare = part.figure.kind == whole.figure.kind == item.figure.kind == Kind.COUNT
        if bare and size(item.figure) < size(part.figure):
            return part
    return whole


OF_ITS_OWN = Pattern(r" of \p{Ll}{3,}")
GOES = Pattern(
    r"^ (?:is|are|was|were|went|goes|will (?:go|be)|would (?:go|be)|came|comes|belongs?) [^,;]{1,48}"
    rf"(?:,|,? and) (?:the |another )?{HEDGE}$"
)
"""Between two parts, where a verb stands ("of which $5 million is for schools and $3 million for")."""


def _goes_on(item: Placed, of_which: bool) -> bool:
    """Whether a further part is listed."""
    listed = LISTED.search(item.lead) is not None
    return listed or (of_which and GOES.match(item.lead) is not None)


def _fills(item: Placed, whole: Placed, left: Decimal) -> bool:
    """Whether a further amount can be part of what the parts before it leave."""
    return alike_measure(item.figure, whole.figure) and size(item.figure) <= left


def _is_next_of_other(placed: Sequence[Placed], at: int, whole: Placed) -> bool:
    """Whether one more sort is counted ("900 people, including 200 nurses and 40 doctors")."""
    one, two = placed[at - 1], placed[at]
    sorts = {p.figure.unit or p.figure.metric_name for p in (one, two, whole)}
    counted = all(p.figure.kind == Kind.COUNT for p in (one, two, whole)) and len(sorts) > 1
    told = one.role == Role.PART and two.role == Role.LEVEL and INCLUDING.match(one.lead) is not None
    apart = size(one.figure) + size(two.figure) < size(whole.figure)
    return told and counted and apart and AND_ALSO.fullmatch(two.lead) is not None


AND_ALSO = Pattern(rf"(?: \p{{Ll}}++){{0,2}} and {HEDGE}")


def _is_compared(placed: Sequence[Placed], at: int) -> bool:
    """Whether a part has its own old value ("including gains of $3 million, up from $1 million")."""
    return at + 1 < len(placed) and placed[at + 1].role == Role.OLD


INCLUDED_FIRST = Pattern(
    r"^\W*(?:Also )?[Ii]ncluded in (?:the|that|those|this|its|their) (?:[\p{Ll}-]++ ){0,2}?"
    r"(?P<noun>\p{Ll}[\p{Ll}-]{3,}) (?:is|was|are|were)(?: also)? "
    rf"(?:an? (?:[\p{{L}}-]++ ){{0,3}}(?:of )?)?{HEDGE}$"
)
BACK = 3
"""How many sentences with figures back such a whole may stand."""


def included_first(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of what a sentence begins with: "Included in the charges were $5 million for mills"."""
    line = lines[at]
    told = INCLUDED_FIRST.match(line.placed[0].lead)
    whole = _called(lines[max(0, at - BACK) : at], line.placed[0], told["noun"]) if told is not None else None
    if whole is None:
        return
    left = size(whole.figure)
    for here, item in enumerate(line.placed):
        if here and not (item.role == Role.LEVEL and _goes_on(item, True) and _fills(item, whole, left)):
            return
        left -= size(item.figure)
        yield join(LinkKind.PART_OF, item, whole, "link.included_first")


def _called(before: Sequence[Line], part: Placed, noun: str) -> Placed | None:
    """The last amount told in a sentence with a noun ("a charge of $9 million")."""
    stem = noun.replace("-", "").removesuffix("s")
    for line in reversed(before):
        words = line.text[line.span.start : line.span.end].lower().replace("-", "").replace(" ", "")
        if stem not in words:
            continue
        for p in line.placed:
            if (
                p.role == Role.LEVEL
                and alike_measure(part.figure, p.figure)
                and size(p.figure) > size(part.figure)
            ):
                return p
    return None
