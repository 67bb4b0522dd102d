"""Parts and their wholes in one sentence: "12% of its 400 stores", "including", "half of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.bulk import is_bulk_of
from parsers.links.leadrules import Role
from parsers.links.measures import (
    alike_measure,
    can_be_part,
    is_of_a_rate,
    of_one_measure,
    size,
)
from parsers.links.ofthem import APPOSED, OWNER, PLAIN, SET
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Figure, Kind, Link, LinkKind

NO_OF = r"each|instead|ahead|because|short|in place|in lieu|top|result|terms|view|excess"
"""Before an "of" that tells of no part."""
WHOLE = Worded(
    rf"^(?: [\p{{L}}-]++){{0,4}}? (?:out )?(?<!\b(?:{NO_OF}) )of "
    rf"(?:{SET}|{OWNER}){PLAIN}{{0,3}}?{HEDGE}$"
)
BEHIND_TWIN = Worded(rf"^\)?,? of (?:{SET}|{OWNER})(?:{PLAIN}{{1,3}}of )?{PLAIN}{{0,3}}?{HEDGE}$")
"""Before the whole of a part that is told twice ("6 million, or 12%, of its 50 million shares")."""
BARE_WHOLE = Pattern(rf"^ (?:out )?of {HEDGE}$")
OF_EVERY = Pattern(rf"^ (?:out )?of every {HEDGE}$")
PART_OF = Pattern(
    r"^ (?:(?:is|was|are|were|will be|would be|forms?|formed|being) )?(?:only |just )?(?:a |one )?part of "
    rf"(?:an? |the |its |their )?{HEDGE}$"
)
"""Between an amount and the one that it is a part of ("the $100 million was part of $245 million")."""
OR_ELSE = Pattern(rf"\bor {HEDGE}$")
"""Before what says a share again ("8% of its staff or about 300 people")."""
OUT_OF = Pattern(
    rf"^(?: [\p{{L}}-]++){{0,9}}(?:,| -{{1,2}}| [\u2013\u2014])? "
    rf"(?:(?<!ing )out of|from(?= an? )|(?:from|in)(?= \p{{L}}++ (?:\p{{Ll}}++ )?(?:workforce|staff) of )) "
    rf"(?:the |(?:an?|its|their|the) (?:\p{{Ll}}++ )?(?:budget|fleet|group|pool|population|staff|stock"
    rf"|sum|total|workforce)(?: \p{{Ll}}++){{0,2}} of )?{HEDGE}$"
)
SHARE_OF = Worded(rf"^ of (?:{SET}|{OWNER})?{PLAIN}{{1,4}}of {HEDGE}$")
SHARE_OF_WHAT = Worded(
    rf"^ of (?:{SET}|{OWNER})?{PLAIN}{{0,3}}[\p{{L}}-]++, which (?:[\p{{L}}-]++ ){{0,3}}?"
    rf"(?:to|at|is|was|were|total|totals|totaled|totalled|amount(?:s|ed)? to) {HEDGE}$"
)
HALF_THE = Worded(rf"^ (?:the |its |their |all |{OWNER}){PLAIN}{{0,3}}?{HEDGE}$")


def _is_compared_with(line: Line, whole: Placed) -> bool:
    """Whether "half the $100 million it had feared" only compares."""
    return FEARED.match(line.text, whole.figure.end) is not None


FEARED = Pattern(
    r" (?:that |which )?(?:it|they|he|she|we) (?:had|was|were|once|first|initially)\b"
    r"| of a year (?:ago|earlier)"
)


SOUGHT = Pattern(
    r" (?:that |which )?(?:(?:it|they|he|she|we) (?:had |was )?|(?=\p{L}++ by\b))"
    r"(?:sought|wanted|asked|requested|feared|expected|projected|forecast|proposed)\b"
)
"""Behind what was only asked for or foreseen ("less than half of the $103 million it had sought")."""


def _is_no_part(part: Figure, whole: Figure, lead: str) -> bool:
    """Whether things only have so many others ("35,000 of the two models", "90 issues of 45 issuers")."""
    others = lead == " of " and None not in (part.unit, whole.unit) and part.unit != whole.unit
    return size(whole) <= FEW < size(part) or (others and " " in part.text)


FEW = 20


def _comes_to_some(share: Figure, whole: Figure) -> bool:
    """Whether a rate of a few things is some of them: "70% of the four mills" is a stake in each."""
    if share.kind != Kind.PERCENT or whole.kind != Kind.COUNT or size(whole) > FEW:
        return True
    some = size(share) * size(whole) / HUNDRED
    return abs(some - some.to_integral_value()) <= size(whole) * (share.precision or 1) / HUNDRED


HUNDRED = 100
NO_PART = Pattern(rf"\b(?:consist(?:s|ed|ing)? of|made up of|net of) (?:an? )?{HEDGE}$")
"""Before what is a part itself, or left out ("a $9 million facility consisting of a $3 million loan")."""


def stated(line: Line) -> Iterator[Link]:
    """The part before its whole: "12% of its 400 stores"."""
    placed = line.placed
    for at, item in enumerate(placed[1:], 1):
        told = _told_twice(placed, at) or placed[at - 1]
        part, whole = told.figure, item.figure
        if item.rule == "link.old_multiple" or NO_PART.search(item.lead) is not None:
            continue  # "less than half the $9 million of a year ago"
        share = part.kind in (Kind.PERCENT, Kind.RATIO)
        of = " of " in item.lead
        joined = (
            (of and WHOLE.search(item.lead))
            or (of and item.role != Role.OLD and OUT_OF.search(item.lead))
            or (of and placed[at - 1].role == Role.TWIN and BEHIND_TWIN.match(item.lead))
            or (of and share and (SHARE_OF.search(item.lead) or SHARE_OF_WHAT.match(item.lead)))
            or (alike_measure(part, whole) and any(p.match(item.lead) for p in FROM_LIKE))
            or (part.kind == Kind.RATIO and HALF_THE.search(item.lead) and not _is_compared_with(line, item))
            or (part.kind == whole.kind == Kind.COUNT and BARE_WHOLE.search(item.lead))
            or contributes(placed[at - 1], item)
        )
        if is_bulk_of(placed[at - 1], item) and can_be_part(whole, part):
            yield join(LinkKind.PART_OF, item, placed[at - 1], "link.bulk_of")
        held = share and HOLDING.match(line.text, whole.end) is not None
        points = whole.kind == Kind.PERCENT and (held or is_of_a_rate(part, whole))
        compared = share or " fraction of " in item.lead
        if joined and (OR_ELSE.search(item.lead) is not None or not _comes_to_some(part, whole)):
            continue
        if joined and compared and SOUGHT.match(line.text, whole.end) is not None:
            continue  # "$48 million, less than half of the $103 million it had sought"
        if joined and part.kind == whole.kind == Kind.COUNT and _is_no_part(part, whole, item.lead):
            continue
        if joined and (points or of_one_measure(part, whole)):
            yield join(LinkKind.PART_OF, told, item, "link.part_of_whole")
            amount = _said_before(placed, at - 1)
            if amount is not None and can_be_part(amount.figure, whole):
                yield join(LinkKind.PART_OF, amount, item, "link.part_of_whole")


def _told_twice(placed: Sequence[Placed], at: int) -> Placed | None:
    """The part whose twin stands before its whole ("$220 million (£117 million) of the $550 million")."""
    twin, whole = placed[at - 1], placed[at]
    if (
        twin.role != Role.TWIN
        or not whole.lead.startswith(") of ")
        or alike_measure(twin.figure, whole.figure)
    ):
        return None
    return placed[twin.base] if alike_measure(placed[twin.base].figure, whole.figure) else None


CONTRIBUTES = Cued(rf"\bcontribut(?:es|ed|ing|e) {HEDGE}$", "contribut")
TO_ALL = Worded(rf"^ (?:to|toward|towards) (?:{SET}|{OWNER})?{PLAIN}{{0,4}}?of {HEDGE}$")


def contributes(part: Placed, whole: Placed) -> bool:
    """Whether a part is contributed to what is told behind it ("$4 million to profit of $6 million")."""
    return TO_ALL.match(whole.lead) is not None and CONTRIBUTES.search(part.lead) is not None


def _said_before(placed: Sequence[Placed], at: int) -> Placed | None:
    """The amount before a share of a whole in apposition ("$690 million, a third of its $2.1 billion")."""
    item = placed[at]
    apposed = at and item.figure.kind in (Kind.PERCENT, Kind.RATIO) and APPOSED.search(item.lead) is not None
    return placed[at - 1] if apposed else None


LEFT_OF = Worded(
    rf"^ (?:remains?|remained|remaining|(?:is |was |are |were )?(?:left|available))(?: available)? "
    rf"(?:under|of|in|on|from) {SET}{PLAIN}{{0,3}}?{HEDGE}$"
)
SOME_OF = Worded(
    rf"^(?: [\p{{L}}\d'\u2019.-]++){{0,8}}?,? (?:an?|the) {PLAIN}{{0,2}}"
    rf"(?:half|instal?lment|tranche|share|part|portion|fraction|slice|chunk|sliver)"
    rf" of (?:{SET}|{OWNER})?{PLAIN}{{0,3}}?{HEDGE}$"
)

FROM_LIKE = (SOME_OF, LEFT_OF, OF_EVERY, PART_OF)
"""Between a part and a whole that are measured alike."""


HOLDING = Pattern(r" (?:stake|holding|interest|shareholding)s?\b")
"""Behind a share that can be sold in part ("half of its 22% stake")."""
