"""Premiums and discounts: what is offered, beside a price ("$52 a share, a 27% premium")."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

PREMIUM = Pattern(r" (?:premium|discount)\b")
ABOVE = Pattern(
    r" (?:above|below) (?:the|its|their|a|\p{Lu}\p{Ll}++['\u2019]s) [^;,]{0,30}?"
    r"\b(?:price|close|record|high|peak|low)\b"
)
IS = Pattern(rf" (?:is|was|now|still|stands|remains|remained|trades?|are|were)(?: (?:now|still))? {HEDGE}$")
PREMIUM_OF = Pattern(rf"\b(?:premium|discount) of (?:just )?{HEDGE}$")
TO_PRICE = Pattern(
    r"^(?: (?:premium|discount))?(?: in \p{L}++)? (?:over|to|above|below|on|from) [^;]{1,70}?"
    rf"(?:price|close|trade|value|level|average|sale|quote|finish|record|high|peak|low)\b"
    rf"[^;,\p{{Sc}}\d]{{0,30}}? (?:of|at) {HEDGE}$"
)
"""Between a premium and the price that it is one over."""
APART = Pattern(r"(?:, | -- | [\u2013\u2014] |\) ?,? ?|\b(?:is|was|represents|represented|representing|at) )")
PRICES = (Kind.MONEY, Kind.COUNT, Kind.POINTS)
BACK = 3
UPSIDE = Pattern(
    r"\b(?:impl(?:y|ies|ied|ying)|suggest(?:s|ed|ing)?|represent(?:s|ed|ing)?) (?:an? )?"
    rf"(?:potential |further )?(?:gain|upside|rise|increase|advance|drop|decline|downside) of {HEDGE}$"
)
"""Before how far a target is from a price ("implies a gain of 6% from Friday's close of $134")."""


def premiums(line: Line) -> Iterator[Link]:
    """The premiums over a stated price, with what is offered, or the price where no offer is told."""
    placed = line.placed
    for at, item in enumerate(placed[:-1]):
        following = placed[at + 1]
        if item.figure.kind != Kind.PERCENT or following.figure.kind not in PRICES:
            continue
        told = PREMIUM.match(line.text, item.figure.end) or PREMIUM_OF.search(item.lead)
        told = told or UPSIDE.search(item.lead)
        told = told or (IS.search(item.lead) and ABOVE.match(line.text, item.figure.end))
        if told is None or TO_PRICE.match(following.lead) is None:
            continue
        if THAT_IS_A.match(item.lead) is not None:
            continue
        earlier = placed[max(0, at - BACK) : at]
        offer = next((p for p in reversed(earlier) if _is_offer(p, following)), None)
        apart = offer is not None and APART.search(item.lead) is not None
        yield join(LinkKind.CHANGE, item, offer if offer and apart else following, "link.premium")


THAT_IS_A = Pattern(
    rf"^\W*(?:That|This|It)(?:['\u2019]s| is| was| represents| represented)(?: an?)? (?:premium of )?{HEDGE}$"
)
"""How a sentence begins that tells the premium of the offer in the one before it."""


def premiums_across(line: Line, before: Line) -> Iterator[Link]:
    """The premium that the offer of the sentence before carries ("That's a 4% discount to $9")."""
    item, following = line.placed[0], line.placed[1] if len(line.placed) > 1 else None
    if item.figure.kind != Kind.PERCENT or following is None or THAT_IS_A.match(item.lead) is None:
        return
    told = PREMIUM.match(line.text, item.figure.end) or PREMIUM_OF.search(item.lead)
    told = told or ABOVE.match(line.text, item.figure.end)
    if told is not None and TO_PRICE.match(following.lead) is not None and line.follows(before):
        offer = next((p for p in reversed(before.placed[-8:]) if _is_offer(p, following)), following)
        yield join(LinkKind.CHANGE, item, offer, "link.premium")


def _is_offer(offer: Placed, price: Placed) -> bool:
    """Whether an amount can be the offer that is set beside a price."""
    each = {offer.figure.per, price.figure.per} - {None}
    money = offer.role in (Role.LEVEL, Role.PER, Role.TWIN) and len(each) < 2
    return money and comparable(offer.figure, price.figure, FEW_TIMES)
