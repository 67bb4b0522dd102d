"""Wholes that stand behind their parts: "Including $1 billion of debt, it is worth $8 billion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.pointing import add_up
from parsers.links.rests import NEAR
from parsers.links.rounds import is_raised
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind, Status

INCLUDING = Cued(
    rf"(?:^\W*|[;\u2013\u2014] |, )(?:Including|Counting|including|counting) {WORDS}{{0,5}}?{HEDGE}$",
    "including",
    "counting",
)
THEN = Pattern(r"^(?: [^;]{1,60})?, [^;]{2,80}$")
BRINGS = Cued(
    r"(?i)\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|push(?:es|ed|ing)|lift(?:s|ed|ing)) "
    rf"(?P<what>{WORDS}{{1,7}})to {HEDGE}$",
    "bring",
    "brought",
    "tak",
    "took",
    "push",
    "lift",
)
BRINGS_TO = Cued(
    rf"(?i)\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took) to {HEDGE}$", "bring", "brought", "tak", "took"
)
TOTAL = Pattern(
    r"(?i)\b(?:for the (?:full )?year|total|tally|toll|sum|funding|raised|inflows|outflows|so far|to date"
    r"|full[ -]year (?:dividend|payout|payment))\b"
)
MAKES = Cued(
    r"(?i)(?:which|(?<!\b(?:expect|aim|hope|plan|want|need|predict|forecast)(?:s|ed|ing)? )to|that) makes? "
    rf"(?:a total of )?{HEDGE}$|\bmaking (?:a total of )?{HEDGE}$"
    rf"|\bfor a (?:full-year |year's )?total of {HEDGE}$",
    "make",
    "making",
    "total of",
)
FOR_A_YEAR = Cued(
    r"(?i)\b(?:for|making) an? (?:full[ -]year|year['\u2019]s|annual) "
    rf"(?:total|payout|payment|dividend|distribution) of {HEDGE}$",
    "full",
    "year",
    "annual",
)
"""Before all dividends of a year ("a final dividend of 8p, for a full-year payout of 12p")."""
LIFTS = Cued(
    r"(?i)\b(?:lift|bring|tak|rais)(?:s|es|ing) the (?:year['\u2019]s )?(?:total|payout|dividend) $", "the "
)
"""Before the change of all dividends of a year ("lifts the total 5% to 9p")."""
ADDS = Pattern(rf"\badd(?:s|ed|ing)? {HEDGE}$")
FOR_ALL = Pattern(
    r",? for a (?:(?:new|combined) )?"
    r"(?:global|worldwide|world-wide|overall|international|domestic|nationwide|grand|running)"
    rf" \p{{L}}++ of {HEDGE}$"
)
"""Before all that an amount is added to ("added $5 million abroad, for a global total of $9 million")."""
ADDED = Cued(
    r"(?:^\W*|[;\u2013\u2014] |, )(?i:added to|together with|combined with|along with|coupled with) "
    rf"{WORDS}{{0,5}}?{HEDGE}$",
    "added",
    "with",
)
TOTALS = Pattern(
    r", (?:that|this|it|they|which|the \p{L}++) (?:\p{L}++ ){0,2}?"
    rf"(?:(?:bring|tak)(?:s|es|e)? {WORDS}{{1,7}}to"
    rf"|(?:make|leave|give)s? (?:for )?a (?:\p{{L}}++ )?total [^,;]{{0,40}}?of) {HEDGE}$"
)
"""Between an amount that is added to what was told before and what they come to."""
IN_ALL = Pattern(r" (?:for the (?:full )?(?:year|half)|in (?:all|total)|altogether|so far|this year)\b")
WHOLE_TOTAL = Pattern(r" the (?:total|sum|amount)\b")
OVERALL = Cued(
    rf"(?i)(?:^\W*|[;,] (?:and |but |while )?)"
    r"(?:overall|total|company-?wide|group-?wide|group|consolidated),? "
    rf"{WORDS}{{1,3}}[^,;]{{0,60}}?{HEDGE}$",
    "overall",
    "total",
    "wide",
    "group",
    "consolidated",
)


def wholes_behind(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts, here and shortly before, of the wholes that a sentence gives."""
    line = lines[at]
    for here, item in enumerate(line.placed[:NEARBY]):
        if item.role != Role.LEVEL or item.figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY):
            continue
        if here and _comes_first(line.placed[here - 1], item, alone=here == 1):
            yield from _including(lines, at, here)
        elif _is_total(line, item):
            yield from _added_to(lines, at, here)
        elif TOGETHER.search(item.lead) or _is_in_all(line, item):
            yield from _summed_up(lines, at, here)
        elif OVERALL.search(item.lead) and item.figure.metric_name is not None:
            yield from _segments(lines, at, here)


def _comes_first(part: Placed, whole: Placed, *, alone: bool) -> bool:
    """Whether a part stands before its whole ("Including debt of $1 billion, it is worth").

    ``alone``: nothing stands before it that could include it.
    """
    if INCLUDING.search(part.lead) is not None:
        return alone and THEN.match(whole.lead) is not None
    return ADDED.search(part.lead) is not None and TOTALS.search(whole.lead) is not None


def _earlier(lines: Sequence[Line], at: int, here: int) -> Iterator[Placed]:
    """The figures before one, the nearest first."""
    yield from reversed(lines[at].placed[:here])
    for back in range(at - 1, max(-1, at - NEAR), -1):
        if not lines[back + 1].follows(lines[back]):
            return
        yield from reversed(lines[back].placed[-NEARBY:])


def _including(lines: Sequence[Line], at: int, here: int) -> Iterator[Link]:
    """What a whole includes, and what was told before where the two add up to it."""
    whole, part = lines[at].placed[here], lines[at].placed[here - 1]
    if not _is_smaller(part, whole):
        return
    yield join(LinkKind.PART_OF, part, whole, "link.including_first")
    for p in _earlier(lines, at, here - 1):
        if p.role == Role.LEVEL and alike_measure(p.figure, whole.figure) and add_up(p, part, whole):
            yield join(LinkKind.PART_OF, p, whole, "link.including_first")
            return


def _is_total(line: Line, item: Placed) -> bool:
    """Whether something brings a total to this amount ("bringing the total to $8 billion")."""
    if BRINGS_TO.search(item.lead) is not None:
        return WHOLE_TOTAL.match(line.text, item.figure.end) is not None
    if FOR_A_YEAR.search(item.lead) is not None:
        return True
    at = line.placed.index(item)
    if at and TO.match(item.lead) is not None and line.placed[at - 1].role == Role.CHANGE:
        return LIFTS.search(line.placed[at - 1].lead) is not None
    if at and FOR_ALL.search(item.lead) is not None:
        return ADDS.search(line.placed[at - 1].lead) is not None
    if (brings := BRINGS.search(item.lead)) is not None:
        behind = IN_ALL.match(line.text, item.figure.end) is not None
        return behind or TOTAL.search(brings["what"]) is not None
    return MAKES.search(item.lead) is not None and IN_ALL.match(line.text, item.figure.end) is not None


def _added_to(lines: Sequence[Line], at: int, here: int) -> Iterator[Link]:
    """The amount before a total, the last that was added to it."""
    whole = lines[at].placed[here]
    added = [
        p for p in _earlier(lines, at, here) if p.role in (Role.LEVEL, Role.CHANGE) and _is_smaller(p, whole)
    ]
    here_too = [p for p in added if p in lines[at].placed]
    if len(here_too) > 1 and sum(size(p.figure) for p in here_too) == size(whole.figure):
        yield from (join(LinkKind.PART_OF, p, whole, "link.total_behind") for p in reversed(here_too))
        return
    raised = [p for p in added if is_raised(p.lead) and p.figure.metric is not None]
    near = [p for p in added if p in lines[at].placed or len(added) == 1]
    for last in (*raised, *near)[:1]:
        yield join(LinkKind.PART_OF, last, whole, "link.total_behind")


TOGETHER = Cued(
    r"(?i)\b(?:together|combined|in (?:all|total)|altogether|all told)\b[^;]*$"
    rf"|\b(?:for a combined|a|the) total of {HEDGE}$",
    "together",
    "combined",
    "in all",
    "in total",
    "all told",
    "total of",
)


OR_IN_ALL = Pattern(rf",? (?:or|for) {HEDGE}$")
"""Before what amounts come to that stand before it ("and $4 million in stock, or $5 million in all")."""


def _is_in_all(line: Line, item: Placed) -> bool:
    told = OR_IN_ALL.search(item.lead) is not None
    return told and IN_ALL.match(line.text, item.figure.end) is not None


def _summed_up(lines: Sequence[Line], at: int, here: int) -> Iterator[Link]:
    """The two or three amounts before a total that come to it ("Together they returned $8 million")."""
    whole = lines[at].placed[here]
    like = [p for p in _earlier(lines, at, here) if p.role == Role.LEVEL and _is_smaller(p, whole)][:MOST]
    for many in (2, 3):
        for parts in combinations(like, many):
            if sum(size(p.figure) for p in parts) == size(whole.figure):
                yield from (join(LinkKind.PART_OF, p, whole, "link.together") for p in parts)
                return


MOST = 8
"""How many amounts before a total are tried as its parts."""


def _segments(lines: Sequence[Line], at: int, here: int) -> Iterator[Link]:
    """What segments had of an overall amount: the like of others, at the same time."""
    whole = lines[at].placed[here]
    for p in _earlier(lines, at, here):
        a, b = p.figure, whole.figure
        like = p.role == Role.LEVEL and _is_smaller(p, whole) and a.metric_name == b.metric_name
        told = a.status == b.status == Status.REPORTED and a.period == b.period
        if like and told and OVERALL.search(p.lead) is None:
            yield join(LinkKind.PART_OF, p, whole, "link.overall")


def _is_smaller(part: Placed, whole: Placed) -> bool:
    a, b = part.figure, whole.figure
    # One of two dividends often leaves out "a share".
    per = a.per == b.per or ({a.per, b.per} == {None, "share"} and size(b) < TWO_DIVIDENDS * size(a))
    return alike_measure(a, b) and per and size(a) < size(b)


TWO_DIVIDENDS = 100
"""How many times a dividend what it comes to with others is at most."""
TO = Pattern(rf"^ to {HEDGE}$")
