"""Words that tell a figure to be a part of what was told ("of them", "the remaining"), and of which one."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lazy import Pattern
from parsers.links.holders import includes_holder
from parsers.links.leadrules import Role
from parsers.links.measures import (
    SHARES,
    alike_measure,
    can_be_part,
    size,
)
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Kind

# A word that neither opens another phrase nor is a verb.
PLAIN = (
    r"(?:(?!(?:and|or|to|in|on|at|by|from|for|with|than|as|after|since|but|while|that|which|who|of"
    r"|raised|fetched|brought|netted|earned|yielded|generated"
    r"|<<directions.verb|contextwords.be>>|-++) )[\p{L}.&'\u2019-]++ )"
)
OWNER = rf"(?:{PLAIN}{{0,4}}[\p{{L}}.&-]++['\u2019]s? )"
SET = r"(?:the |its |their |his |her |my |all |our |an? )"
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
APPOSED = Pattern(
    rf"^(?: in \p{{L}}++)?(?:, | -- | [\u2013\u2014] | \()"
    rf"(?:accounting for |representing |making up |equal to |equivalent to |or )?{HEDGE}$"
)
OF_THE_TOTAL = Pattern(r" of (?:(?:the|that|this) total\b|total \p{Ll})")
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
