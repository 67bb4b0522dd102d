"""The price of a whole company apart from that of a share: "a $15-a-share bid ... the $280 million bid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.composed import listed
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.units import OFFER, is_total
from parsers.links.unitsapart import WITH_DEBT
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind

DEAL = r"(?:offer|bid|proposal|deal|buyout|buy-out|takeover)"
A_SHARE_BID = Pattern(rf"-an?-share (?:\p{{L}}++ ){{0,3}}?(?P<what>{DEAL})\b")
THE_BID = Pattern(rf"(?i)\b(?:the|that|this|its) {HEDGE}$")
IN_ALL_BID = Pattern(rf" (?:\p{{L}}++ ){{0,2}}?(?P<what>{DEAL})\b(?! (?:by|from|of|for)\b)")
OTHERS = Pattern(
    r"(?i)\b(?:topp?(?:s|ed|ing)|beat(?:s|ing)?|exceed\p{L}*+|match\p{L}*+|rival|compet\p{L}++|against|than|above"
    r"|below|over|another|counter\p{L}*+|replac\p{L}++|earlier|previous\p{L}*+|original)\b"
)
"""Between two bids that are not one."""
A_DEAL = r"(?:deal|transaction|bid|offer|purchase|acquisition|merger|takeover|buyout|buy-out|price|proposal)"
GIVES_VALUE = Cued(
    rf"(?i)(?:^|[,;])\W*(?:(?:that|this|which) |the (?:\p{{Ll}}++ )?{A_DEAL} )(?:would |will )?"
    rf"(?:(?:gives?|gave|puts?|places?) (?:[^,;]{{2,40}} )?an? (?:\p{{Ll}}++ ){{0,2}}?"
    rf"(?:value|price tag) (?:of|on [^,;]{{2,30}} of)"
    rf"|(?:has|had|have|carries|carried) an? (?:\p{{Ll}}++ ){{0,2}}?(?:value|price tag) of) {HEDGE}$",
    "value",
    "price tag",
)
"""Before what a deal comes to, whose price a share the sentence before told."""
FOR_EACH_SHARE = Pattern(
    r" (?:(?:in|of) (?:[\p{L}'\u2019-]++ ){1,4})?(?:a|per|for each|for every) (?:\p{L}++ )?share\b"
)


IN_ALL = Cued(
    rf"(?i)\bthe (?:\p{{Ll}}++ )?{A_DEAL} (?:has|had|have|carries|carried) an? (?:\p{{Ll}}++ ){{0,2}}?"
    rf"(?:total|combined|aggregate|overall) (?:\p{{Ll}}++ ){{0,2}}?(?:value|price|cost) of {HEDGE}$",
    "total",
    "combined",
    "aggregate",
    "overall",
)
"""Before what a deal comes to in all, of which what is paid in money is a part."""
PAYS = Pattern(rf"(?i)\b(?:pay|pays|paid|paying) {HEDGE}$")
IN_WHAT = Pattern(
    r" (?:in|of) (?:\d[^ ]{0,8} )?(?:\p{Ll}++ ){0,3}?(?:cash|notes|debentures|bonds|debt|stock|securities)\b"
)
BACK = 3
"""How many sentences with figures back what is paid may be told."""


def parts_of_prices(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What a buyer pays, listed, as parts of what the deal comes to in all."""
    for total in lines[at].placed[:NEARBY]:
        if total.figure.kind != Kind.MONEY or IN_ALL.search(total.lead) is None:
            continue
        for line in reversed(lines[max(0, at - BACK) : at]):
            for here, item in enumerate(line.placed[:NEARBY]):
                paid = item.figure.kind == Kind.MONEY and PAYS.search(item.lead) is not None
                if paid and IN_WHAT.match(line.text, item.figure.end) is not None:
                    yield from listed(line.placed[here:NEARBY], total, "link.paid_in_all")
                    return


def prices_of_bids(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The totals of a sentence with the price a share of the same bid, told before."""
    line = lines[at]
    before = lines[at - 1] if at and line.follows(lines[at - 1]) else None
    for here, item in enumerate(line.placed[:NEARBY]):
        if item.figure.kind != Kind.MONEY or item.figure.per is not None or item.role != Role.LEVEL:
            continue
        price = _of_the_bid(line, before, here)
        if price is None and here == 0 and before is not None:
            price = _of_the_deal(before, line, item)
        if price is not None:
            yield join(LinkKind.PER, item, price, "link.unit_same_bid")


def _of_the_bid(line: Line, before: Line | None, here: int) -> Placed | None:
    """The price a share of what is called by the same word ("the $280 million offer")."""
    item = line.placed[here]
    if THE_BID.search(item.lead) is None or (called := IN_ALL_BID.match(line.text, item.figure.end)) is None:
        return None
    for p in (
        *reversed(line.placed[:here]),
        *reversed(before.placed[-NEARBY:] if before is not None else ()),
    ):
        bid = A_SHARE_BID.match(line.text, p.figure.end) if is_total(p, item) else None
        if bid is not None:
            one = bid["what"] == called["what"]
            return p if one and OTHERS.search(line.text, bid.end(), item.figure.start) is None else None
    return None


def _of_the_deal(before: Line, line: Line, total: Placed) -> Placed | None:
    """The price a share that the sentence before told ("That gives the deal a value of $104 million")."""
    if GIVES_VALUE.search(total.lead) is None:
        return None
    told = (before.text, before.span.start, before.span.end)
    if OFFER.search(*told) is None or any(
        WITH_DEBT.search(s.text, s.span.start, s.span.end) for s in (before, line)
    ):
        return None
    prices = [p for p in before.placed[-NEARBY:] if p.role == Role.LEVEL and _is_a_share(before.text, p)]
    return prices[0] if len(prices) == 1 and is_total(prices[0], total) else None


def _is_a_share(text: str, item: Placed) -> bool:
    return item.figure.per == "share" or FOR_EACH_SHARE.match(text, item.figure.end) is not None
