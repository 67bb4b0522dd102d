"""The share of a market whose size is told before it: "Its share of the $5 billion market is 5%"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import join
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind

SHARE_OF = Cued(
    r"(?i)\bshare of (?:the|that|this|an?|its|\p{Lu}\p{Ll}++['\u2019]s) (?:[\p{L}'\u2019-]++ ){0,3}?"
    rf"{HEDGE}$",
    "share of",
)
MARKET_IS = Pattern(
    r"^(?: an? \p{L}++)? (?:[\p{L}'\u2019.-]++ ){0,3}?(?:market|industry|business|trade|sector|total|pool)"
    r"(?: (?:in|for) [^,;.]{2,30})? "
    r"(?:is|was|are|were|has been|will be|would be|stands at|stood at|amounts to|comes to"
    r"|(?:(?:has )?(?:risen|fallen|grown|slipped)|rose|fell|grew|slipped|climbed|shrank) to) "
    rf"(?:now |only |still )?{HEDGE}$"
)
"""Between the size of a market and what somebody's share of it is."""
MARKETS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)


def shares_of_markets(line: Line) -> Iterator[Link]:
    """The percentages that are shares of a market whose size stands before them."""
    for market, share in pairwise(line.placed):
        if share.figure.kind not in (Kind.PERCENT, Kind.RATIO) or share.role == Role.CHANGE:
            continue
        told = market.figure.kind in MARKETS and SHARE_OF.search(market.lead) is not None
        if told and MARKET_IS.match(share.lead) is not None:
            yield join(LinkKind.PART_OF, share, market, "link.share_of_market")
