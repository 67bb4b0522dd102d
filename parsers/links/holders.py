"""Holders of a percentage among whom one has some of it: "58% of the stock, including his 22%"."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import size
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed
from parsers.model import Kind

OF_STOCK = Pattern(
    r" of (?:[\p{L}'\u2019.&-]++ ){0,5}?(?:stock|shares|votes|equity|capital|company|creditors|bonds|debt)\b"
)
SOME_OF_IT = Pattern(
    rf"^ of [^,;]{{1,40}}, (?:including|among them [^,;]{{1,60}} with(?: its| his| her| their)?) {HEDGE}$"
)
"""Before a share of the same thing ("57 percent of sales, including 24 percent from one customer")."""


def includes_holder(whole: Placed, part: Placed) -> bool:
    """Whether a percentage that somebody holds is among one that holders have together."""
    both = part.figure.kind == whole.figure.kind == Kind.PERCENT and whole.role == Role.LEVEL
    held = both and (" includ" in part.lead or ", among them " in part.lead)
    held = held and (OF_STOCK.match(part.lead) or SOME_OF_IT.match(part.lead)) is not None
    return held and size(part.figure) < size(whole.figure)
