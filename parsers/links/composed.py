"""Parts that a sentence lists of what was told before: "The deal comprises $8 million in cash and ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.links.called import earlier, named, things_of
from parsers.links.leadrules import Role
from parsers.links.measures import APART, alike_measure, size
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.proceeds import BUYS
from parsers.links.rests import NEAR
from parsers.links.rows import Line
from parsers.links.sums import ADDED
from parsers.links.worded import Cued
from parsers.model import Link, LinkKind, Status

PLAIN_WORDS = r"(?:(?!(?:and|or|to|by|from) )[\p{L}'\u2019-]++ )"
COMPRISES = Cued(
    r"^\W*(?:(?P<bare>(?:That|This|It)(?: (?:figure|sum|amount))?)"
    r"|(?:The|This|That|Its|Their) (?P<words>(?:[\p{L}'\u2019-]++ ){0,3}?[\p{L}'\u2019-]++))"
    r"(?:, which [^;]{1,100}?,[\"\u201d]?)? "
    r"(?:(?P<all>comprise[sd]?|consist(?:s|ed)? of:?|(?:is|was|will be|would be) made up of|breaks down into"
    r"|(?:is|was|were|will be|would be) (?:split|divided) (?:between|into)|calls for|provides for)"
    r"|(?:(?:will|would|also) )?(?:includ(?:e|es|ed)|covers?|covered)) "
    rf"(?:{PLAIN_WORDS}{{1,4}}and )?{PLAIN_WORDS}{{0,4}}{HEDGE}$",
    "split",
    "divided",
    "compris",
    "consist",
    "made up",
    "breaks down",
    "includ",
    "cover",
    "calls for",
    "provides for",
)
LISTED_LATER = ("sum", "total", "price", "cost", "outlay", "sale")
"""What comprises parts although no words beside an amount have called it so."""
WITH = rf"(?:with|by|through|from|using) {WORDS}{{0,6}}?{HEDGE}$"
FINANCES = Cued(
    rf"(?i)\b(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?) (?:the|its|their|this|that) "
    rf"(?P<active>{WORDS}{{1,3}}){WITH}"
    rf"|\b(?:the|its|their|this) (?P<passive>{WORDS}{{1,3}})"
    rf"(?:(?:will|would|is to|was to) be|is being|is|was) (?:financed|funded) {WITH}",
    "financ",
    "fund",
)
MEETS = Cued(
    r"(?i)(?P<it>^\W*(?:it|that|this))? "
    r"(?:(?:will|would|is to|was to|to|can|could) be|is being|is|was|were|are) "
    rf"(?:partly |largely |mainly |in part )?(?:financed|funded|met|covered|plugged|paid for) {WITH}",
    "fund",
    "financed",
    "met",
    "covered",
    "plugged",
    "paid for",
)
"""Before the first of what meets an amount ("The gap of $9 million will be met with loans of $5 million")."""
PAYS = Pattern(r"\b(?:pays?|paid|paying) [^;]{1,60} for ")
FAR = 240
"""How many characters of a sentence may stand before the first part that it lists."""
FEE = Pattern(r" (?:break-?up|termination|cancell?ation|signing|penalty)\b")
"""Behind what a deal has beside its price."""
AND_MORE = Pattern(rf"(?:[,;]|\band) (?:an? |another )?(?:[\p{{L}}-]++ ){{0,4}}{HEDGE}$")


CAUSED_BY = Pattern(rf"\b(?:resulting|stemming|arising) from (?:an? |the |its )?{HEDGE}$")
"""Before what a part of a list comes of."""


def composed(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts that a sentence lists of an amount told before, or of what its money is for."""
    line = lines[at]
    for here, item in enumerate(line.placed[:NEARBY]):
        if item.figure.kind not in ADDED or FEE.match(line.text, item.figure.end) is not None:
            continue
        head = line.text[line.span.start : item.figure.start]
        told = COMPRISES.search(head) if len(head) <= FAR else None
        rule = "link.comprised"
        if told is not None:
            whole = _comprising(lines, at, here, told)
        elif (paid := FINANCES.search(item.lead)) is not None:
            rule = "link.pays_for"
            whole = _paid_for(lines, at, here, paid["active"] or paid["passive"])
        elif (met := MEETS.search(item.lead)) is not None:
            rule = "link.pays_for"
            whole = _met(lines, at, here, it=met["it"] is not None)
        else:
            continue
        if whole is not None:
            yield from listed(line.placed[here:NEARBY], whole, rule)
            return


def comprises(line: Line) -> bool:
    """Whether a sentence lists from its first figure on what something comprises."""
    return COMPRISES.search(_head(line)[-FAR:]) is not None


def _comprising(lines: Sequence[Line], at: int, here: int, told: regex.Match[str]) -> Placed | None:
    """What comprises the parts: what the sentence before gave, or what is called by that name."""
    item = lines[at].placed[here]
    follows = at > 0 and lines[at].follows(lines[at - 1])
    near = lines[max(0, at - NEAR) : at] if follows else ()
    words = told["words"] or ""
    things = things_of(words)
    if told["bare"] is not None:
        near = near[-1:]
        things = things_of(_head(near[0])) if near and told["bare"] == "It" else things
    before = [(by, p) for by, p in earlier(lines, at, here) if _is_larger(p, item)] if things else []
    if (found := named(before, things)) is not None:
        return found
    if told["all"] is None and told["bare"] is None and words.rpartition(" ")[2] in known("linkwords.deal"):
        return _of_the_deal(near, lines[at].placed[here:NEARBY])
    if told["all"] is not None and (whole := _by_their_sum(lines, at, here)) is not None:
        return whole
    if told["bare"] is None and told["all"] is None and words.rpartition(" ")[2] not in LISTED_LATER:
        return None
    return next((p for by in reversed(near) for p in by.placed[:NEARBY] if _is_larger(p, item)), None)


def _of_the_deal(near: Sequence[Line], placed: Sequence[Placed]) -> Placed | None:
    """The amount of a deal or a plan that includes several parts, which are no more than it together."""
    parts = list(_in_list(placed))
    first = next((p for by in reversed(near) for p in by.placed[:NEARBY] if _is_larger(p, parts[0])), None)
    if first is None or len(parts) < 2:
        return None
    return first if sum((size(p.figure) for p in parts[:2]), Decimal(0)) <= size(first.figure) else None


def _by_their_sum(lines: Sequence[Line], at: int, here: int) -> Placed | None:
    """The amount told before that the parts of a list come to, whatever it is called."""
    parts = list(_in_list(lines[at].placed[here:NEARBY]))
    total = sum((size(p.figure) for p in parts), Decimal(0))
    if len(parts) < 2:
        return None
    before = (p for line in reversed(lines[max(0, at - FAR_BACK) : at]) for p in line.placed[-NEARBY:])
    return next((p for p in before if size(p.figure) == total and _is_larger(p, parts[0])), None)


FAR_BACK = 20
"""How many sentences with figures back an amount may stand that the parts of a list come to exactly."""


def _in_list(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The first of some figures and those of its measure that a list goes on with."""
    placed = [item for item in placed if item.figure.kind == placed[0].figure.kind]
    for item in placed:
        goes_on = item is placed[0] or AND_MORE.search(item.lead) is not None
        if goes_on and alike_measure(item.figure, placed[0].figure):
            yield item


def _head(line: Line) -> str:
    """What a sentence says before its first figure."""
    return line.text[line.span.start : line.placed[0].figure.start]


def _paid_for(lines: Sequence[Line], at: int, here: int, words: str) -> Placed | None:
    """What the money of a sentence pays for: a price, or what is called by that name."""
    item = lines[at].placed[here]
    things = things_of(words)
    before = [(by, p) for by, p in earlier(lines, at, here) if _is_larger(p, item)]
    if "named: purchase" in things:
        large = [(by, p) for by, p in before if size(p.figure) >= APART]
        return next((p for by, p in large if _tells_a_price(by)), None)
    return named(before, things)


def _met(lines: Sequence[Line], at: int, here: int, *, it: bool) -> Placed | None:
    """The amount that several meet: the one before them, or what the sentence before told first."""
    item = lines[at].placed[here]
    near = lines[at].placed[max(0, here - 1) : here]
    if it and here == 0 and at and lines[at].follows(lines[at - 1]):
        near = lines[at - 1].placed[:1]
    return next((p for p in near if _is_larger(p, item)), None)


def _tells_a_price(line: Line) -> bool:
    """Whether a sentence tells of a purchase, or what is paid for something."""
    return any(told.search(line.text, line.span.start, line.span.end) is not None for told in (BUYS, PAYS))


def _is_larger(whole: Placed, part: Placed) -> bool:
    a, b = whole.figure, part.figure
    level = whole.role in (Role.LEVEL, Role.CHANGE) and a.per is None and a.status != Status.ESTIMATE
    return level and size(a) > size(b) and alike_measure(a, b)


def listed(placed: Sequence[Placed], whole: Placed, rule: str) -> Iterator[Link]:
    """The first of some figures, and those that are listed with it, as parts of a whole."""
    left = size(whole.figure)
    for item in placed:
        if not alike_measure(item.figure, whole.figure):
            continue
        next_one = item is placed[0] or AND_MORE.search(item.lead) is not None
        if not next_one and CAUSED_BY.search(item.lead) is not None:
            continue  # "a $38 million charge resulting from a $325 million settlement"
        if size(item.figure) > left or not next_one:
            return
        left -= size(item.figure)
        yield join(LinkKind.PART_OF, item, whole, rule)
