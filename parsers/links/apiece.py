"""Totals and amounts for one of many that stand side by side in a sentence, in other words than "or".

So in "spends $480 million to wire it up - $1,050 a household", "85 cents each, which brought it $2 million".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import TIMES, alike_measure, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

FEWEST = 3
"""How many times as large as the amount for one a total is at least."""
TOTALS = (Role.LEVEL, Role.PART)
FOR_ONE = Pattern(
    r"(?: in cash| in stock)?,? (?:apiece|each"
    r"|(?:an?|per|for (?:each|every|one)) (?:\p{Lu}[\p{L}.]++ )?(?!year|quarter|time)\p{Ll}{2,})(?!\p{L})"
)
SAYS = r"(?:,? (?:[\p{L}.'\u2019-]++ ){1,4}(?:said|says),)?"
MEANS = (
    r"(?:or|or some|that is|meaning"
    r"|which (?:means|meant|is|was|comes to|came to|works out at|worked out at|amounts to))"
)
THEN_ONE = Pattern(
    rf"^(?: [^;,]{{1,70}})?{SAYS}(?:,| \(| -{{1,2}}| [\u2013\u2014]) ?(?:{MEANS} )?"
    rf"(?:an average of )?{HEDGE}$"
    rf"|^(?: [^;,]{{1,30}})?,? (?:gives?|pays?|hands?|will (?:give|pay|get)) [^,;]{{2,40}}? {HEDGE}$"
    rf"|^\)? [^,;]{{2,60}} (?:of|worth|at) {HEDGE}$"
)
"""Between a total and what it is for one."""
OFF_A_SHARE = Pattern(
    r"^ (?:[\p{L}-]++ ){0,4}(?:shave|cut|reduce|trim|knock|lower|take|add|clip)(?:s|d|ed)? "
    rf"(?:earnings per share by |per-share earnings by )?{HEDGE}$"
)
PER_SHARE = Pattern(
    rf"(?i)\b(?:per[- ]share|a share)(?: [\p{{L}}-]++){{0,2}}? (?:of|totall?ed|was|were) {HEDGE}$"
)
ON_NET = Pattern(rf"^,? on (?:[\p{{L}}-]++ ){{0,3}}?(?:income|profits?|earnings|net) of {HEDGE}$")
"""Before what all earned that is told for a share ("earnings per share of $3.13 on net income of")."""
A_SHARE = Pattern(
    r" (?:off|from|to) (?:[\p{L}-]++ ){0,3}(?:earnings|profit|EPS)(?: (?:per|a) share)?\b|,? a share\b"
)
"""Around what a charge takes off the earnings of a share."""
GIVES = (
    r"(?:puts?|values?|gives?|gave|brings?|brought|works out|worked out|makes?|made|totals?|totalled|totaled"
    r"|comes to|came to|adds up)"
)
THEN_ALL = Pattern(
    r"^[^;]{0,50}?,? (?:or|totall?ing|making|raising|netting|bringing in|for a total of|altogether) "
    rf"{HEDGE}$"
    rf"|^[^;]{{0,50}}?, which {GIVES}(?: [^,;]{{1,48}}?)? {HEDGE}$"
    rf"|^[^;]{{0,60}}?, (?:giving|valuing) [^,;]{{2,48}}? (?:of|at) {HEDGE}$"
)
"""Between what something is for one and the total."""
AT_A_ROOM = Pattern(
    rf"^[^,;]{{2,30}}, [^,;]{{2,48}} (?:fetched|sold for|costs?|raised|paid|brought|goes for|went for)"
    rf" {HEDGE}$"
)
AT_FIRST = Pattern(rf"^\W*At (?:an average (?:of )?)?{HEDGE}$")
APART = Pattern(r"\b(?:against|and|as|but|compared|down|from|than|versus|while)\b")
"""What stands between two amounts that are not one thing."""


def apiece(line: Line) -> Iterator[Link]:
    """The totals of a sentence with what they are for one, where nothing but words stands between."""
    for first, second in pairwise([p for p in line.placed if p.role != Role.TWIN]):
        if first.figure.kind is Kind.MONEY and second.figure.kind is Kind.MONEY:
            pair = _pair(line.text, first, second)
            if pair is not None:
                yield join(LinkKind.PER, *pair, "link.unit_apiece")


def _pair(text: str, first: Placed, second: Placed) -> tuple[Placed, Placed] | None:
    """A total and what it is for one, whichever comes first."""
    lead = second.lead
    if OFF_A_SHARE.match(lead) is not None and A_SHARE.match(text, second.figure.end) is not None:
        return (first, second) if size(first.figure) >= FEWEST * size(second.figure) > 0 else None
    if ON_NET.match(lead) is not None and PER_SHARE.search(first.lead) is not None:
        return (second, first) if size(second.figure) >= FEWEST * size(first.figure) > 0 else None
    one, other = _is_for_one(text, first), _is_for_one(text, second)
    if other and not (one and first.figure.per not in TIMES):
        told = THEN_ONE.match(lead) is not None and APART.search(lead) is None
        return (first, second) if told and _is_total(second, first) else None
    if not one or other or not _is_total(first, second):
        return None
    all_told = THEN_ALL.match(lead) or (AT_A_ROOM.match(lead) if AT_FIRST.search(first.lead) else None)
    return (second, first) if all_told is not None else None


def _is_for_one(text: str, item: Placed) -> bool:
    """Whether an amount is told for one of many: a share, a room, a head."""
    return item.figure.per is not None or FOR_ONE.match(text, item.figure.end) is not None


def _is_total(unit: Placed, total: Placed) -> bool:
    """Whether one amount can be that of many of which the other is one."""
    a, b = unit.figure, total.figure
    held = total.role in TOTALS and unit.role in (*TOTALS, Role.PER)
    return held and alike_measure(a, b) and size(b) >= FEWEST * size(a) > 0
