"""Parts and their wholes in one sentence: "12% of its 400 stores", "including", "half of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.bulk import is_bulk_of
from parsers.links.holders import includes_holder
from parsers.links.leadrules import Role
from parsers.links.measures import (
    SHARES,
    alike_measure,
    can_be_part,
    is_of_a_rate,
    of_one_measure,
    size,
)
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Figure, Kind, Link, LinkKind

# A word that neither opens another phrase nor is a verb.
PLAIN = (
    r"(?:(?!(?:and|or|to|in|on|at|by|from|for|with|than|as|after|since|but|while|that|which|who|of"
    r"|raised|fetched|brought|netted|earned|yielded|generated"
    r"|<<directions.verb|contextwords.be>>|-++) )[\p{L}.&'\u2019-]++ )"
)
OWNER = rf"(?:{PLAIN}{{0,4}}[\p{{L}}.&-]++['\u2019]s? )"
SET = r"(?:the |its |their |his |her |my |all |our |an? )"
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
    rf"(?:the |(?:an?|its|their|the) (?:\p{{Ll}}++ )?(?:total|stock|fleet|staff|workforce|pool)"
    rf"(?: \p{{Ll}}++)? of )?{HEDGE}$"
)
SHARE_OF = Worded(rf"^ of (?:{SET}|{OWNER})?{PLAIN}{{1,4}}of {HEDGE}$")
SHARE_OF_WHAT = Worded(
    rf"^ of (?:{SET}|{OWNER})?{PLAIN}{{0,3}}[\p{{L}}-]++, which (?:[\p{{L}}-]++ ){{0,3}}?"
    rf"(?:to|at|is|was|were|total|totals|totaled|totalled|amount(?:s|ed)? to) {HEDGE}$"
)
HALF_THE = Worded(rf"^ (?:the |its |their |all |{OWNER}){PLAIN}{{0,3}}?{HEDGE}$")
OF_FIRST = Worded(
    rf"(?:^|[;\u2013\u2014] |^[\"\u201c])(?:Of (?:{SET}|those |these |{OWNER}|{PLAIN}{{1,3}}of )?"
    rf"|(?:Among|Out of) (?:{SET}|those |these |{OWNER})?){PLAIN}{{0,2}}"
    rf"(?:[\p{{L}}-]++, which (?:totals?|totaled|is|was|stands? at|stood at|comes? to|amounts? to) )?{HEDGE}$"
)
PAUSE = Pattern(rf", {HEDGE}$")
THAT = (
    r"(?:(?:the|that|this) (?:\p{Lu}\p{Ll}++ |latest |current |overall )?(?:total|amount|sum|figure)"
    r"|(?:that|this|those|these|them|it|which|whom))(?!\p{L})"
)
# "those eligible", "that company": what follows says which are meant.
OF_THEM = Worded(
    rf" of {THAT}(?<!\bth(?:at|is|ese|ose)(?= (?!(?:<<contextwords.be|contextwords.modal|contextwords.have>>"
    rf"|in|within|during|over|to|for|on|at|by|from|with|went|goes|as|and|relates?|comes?|came|stems?|reflects?|belongs?"
    rf"|represents?|next|last|now|still|already|falling|coming|going|due|set|earmarked|paid|spent|sold|used)(?!\p{{L}}))\p{{L}}))"
)
ACCOUNTS = Cued(
    r"(?i)\b(?:accounts? for|accounted for|accounting for|makes? up|made up|making up|represents?|represented"
    r"|contribut(?:es|ed|e)|generat(?:es|ed|e)|provid(?:es|ed|e)|brings? in|brought in|supplie[sd]"
    rf"|produc(?:es|ed|e)|yield(?:s|ed)?|paid) {HEDGE}$",
    "account",
    "mak",
    "made",
    "represent",
    "contribut",
    "generat",
    "provid",
    "bring",
    "brought",
    "suppl",
    "produc",
    "yield",
    "paid",
)
"""Before a part that something contributes."""
REMAINING = Cued(rf"(?i)\b(?:the|its|their|a) (?:<<linkwords.remaining>>) {HEDGE}$", "linkwords.remaining")
RESTATED = Pattern(rf"(?:,| -?-|\() (?:or|equal to|equivalent to) {HEDGE}$")
THINGS_TOLD = Pattern(r" of (?:them|these|those)\b")


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


AMOUNTS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.POINTS)


def whole_before(placed: Sequence[Placed], at: int, *, new: bool = False) -> Placed | None:
    """The nearest figure before a part that can be its whole; of ``new`` values only."""
    for at_before in range(at - 1, max(-1, at - NEARBY - 1), -1):
        before = placed[at_before]
        if includes_holder(before, placed[at]):
            return before
        rate = before.figure.kind == Kind.PERCENT and placed[at].figure.kind == Kind.POINTS
        amount = before.role == Role.CHANGE and (before.figure.kind in AMOUNTS or rate)
        amount = amount or (before.role == Role.TWIN and alike_measure(placed[at].figure, before.figure))
        amount = amount or (before.role == Role.TWIN and _says_a_share(placed[at_before - 1], before))
        level = amount or before.role == Role.LEVEL or (before.role == Role.OLD and not new)
        if level and (can_be_part(placed[at].figure, before.figure) or _is_included_in(before, placed[at])):
            return before
    return None


def _says_a_share(share: Placed, amount: Placed) -> bool:
    """Whether an amount says a percentage before it again ("by 2%, or 1.9 million barrels, half of it")."""
    return share.figure.kind in SHARES and amount.figure.kind in AMOUNTS


def _is_included_in(whole: Placed, part: Placed) -> bool:
    """Whether money is said to be included in what is told per unit, or in another currency."""
    a, b = part.figure, whole.figure
    if b.per is not None and a.per is None and "of wh" in part.lead and alike_measure(a, b):
        return size(a) < size(b)  # "saves $190 million a year, of which $75 million is"; "pays $1.50 a share"
    if a.kind == b.kind == Kind.PERCENT and MADE_OF.search(part.lead) is not None:
        return size(a) < size(b)  # "fees of 1.5%, comprising 1% for selling"
    if a.kind == Kind.POINTS and b.kind == Kind.PERCENT:
        return OF_GROWTH.search(part.lead) is not None and size(a) < size(b)  # "2.4%, of which 0.8 point"
    if INCLUDING.search(part.lead) is None or not a.kind == b.kind == Kind.MONEY or a.per is not None:
        return False
    return size(a) < size(b) if a.unit == b.unit else b.per is None


MADE_OF = Pattern(
    r"^[^;]{0,60}(?:, (?:comprising|consisting of|made up of|split into)"
    rf"| (?:comprise[sd]?|consist(?:s|ed)? of|(?:is|are|was|were) made up of)) (?:an? )?{HEDGE}$"
)
INCLUDING = Pattern(rf"^[^;]{{0,60}}, including (?:an? )?{HEDGE}$")


OF_GROWTH = Pattern(r"\b(?:includ|of which|contribut|adding)")
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
APPOSED = Pattern(
    rf"^(?: in \p{{L}}++)?(?:, | -- | [\u2013\u2014] | \()"
    rf"(?:accounting for |representing |making up |equal to |equivalent to |or )?{HEDGE}$"
)
OF_THE_TOTAL = Pattern(r" of (?:the|that|this) total\b")
"""Behind a share that tells of the amount right before it: it is no share of that one."""
THAT_WAS = Pattern(rf"^\W*(?:That|This|It)(?:['\u2019]s| is| was) {HEDGE}$")
OF_IT = Pattern(r" of it\b")


def can_be_of_it(part: Placed, whole: Placed) -> bool:
    """Whether "of it" can mean a figure: an amount, not a number of things."""
    return whole.figure.kind != Kind.COUNT and can_be_part(part.figure, whole.figure)


def is_of_them(line: Line, item: Placed) -> bool:
    """Whether "of them" or "of that total" stands behind a figure, which restates none before it."""
    if not line.text.startswith(" of ", item.figure.end):
        return False
    told = item.role == Role.TWIN or any(p.search(item.lead) is not None for p in (APPOSED, THAT_WAS))
    if told and OF_THE_TOTAL.match(line.text, item.figure.end):
        return False
    return RESTATED.search(item.lead) is None and OF_THEM.match(line.text, item.figure.end) is not None


OF_THINGS = Pattern(r" of (?:the|these|those|that) \p{Ll}{3,}(?![\p{L}-])")


def part_of_things(line: Line, item: Placed) -> bool:
    """Whether a figure is itself some of what was told of before ("1.8 million of the shares")."""
    return OF_THINGS.match(line.text, item.figure.end) is not None
