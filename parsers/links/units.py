"""Totals and their amounts per unit: "$5 million, or 20 cents a share", "$20 a share, or $5 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.links.olds import LOOKED_BACK
from parsers.links.roles import APART, HEDGE, NEARBY, WORDS, Placed, Role, join, size
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

UNIT_FIRST = Worded(
    rf"^(?: (?:an?|per|each|apiece)(?: (?:diluted|common|basic|ordinary))?"
    rf"(?: (?:share|unit|ADS|barrel|ton|ounce))?)?(?: (?:for|in|of|on) {WORDS}{{0,5}}[\p{{L}}'\u2019.&-]++)?"
    rf"(?:,? -?-|,| \(|) ?(?:<<linkwords.in_all>>) {HEDGE}$"
)
EQUAL = Worded(
    rf"(?i)^\W*(?:the|that|this|it|which) (?:{WORDS}{{0,4}}?[\p{{L}}'\u2019.-]++, )?{WORDS}{{0,4}}?"
    rf"(?:is |was |amounts |amounted |works out |comes )?(?:equal|equivalent)? ?to {HEDGE}$"
)


def totals(placed: Sequence[Placed]) -> Iterator[Link]:
    """The totals of one sentence with their amounts per unit, whichever comes first."""
    for at, item in enumerate(placed):
        before = placed[at - 1] if at else None
        level = before is not None and item.role == Role.LEVEL
        if level and UNIT_FIRST.search(item.lead) and before is not None and _is_total(before, item):
            yield join(LinkKind.PER, item, before, "link.unit_first")
        if item.role == Role.PER:
            yield join(LinkKind.PER, placed[item.base], item, item.rule)


def _is_total(unit: Placed, total: Placed) -> bool:
    """Whether "$31.50 a share, or $740 million" is one price, per share and in all."""
    a, b = unit.figure, total.figure
    return a.kind == b.kind == Kind.MONEY and a.unit == b.unit and size(b) >= APART * size(a) > 0


def totals_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The total of the sentence before an amount per share: "The loss, equal to 45 cents a share, ..."."""
    first = lines[at].placed[0]
    if first.figure.per is None or not EQUAL.search(first.lead):
        return
    for earlier in reversed(lines[max(0, at - LOOKED_BACK) : at]):
        if not lines[at].follows(earlier):
            return
        levels = [p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL]
        total = next((p for p in levels if _is_total(first, p)), None)

        if total is not None:
            yield join(LinkKind.PER, total, first, "link.unit_across")
            return
