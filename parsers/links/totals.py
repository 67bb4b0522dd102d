"""Shares of a total that say again an amount: "or 12% of the total"; both are parts of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.ofthem import APPOSED, OF_THE_TOTAL, RESTATED
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rests import FAR
from parsers.links.rows import Line
from parsers.model import Figure, Kind, Link, LinkKind, Modifier

OF_SOMETHING = Pattern(r",? of (?:the|its|their|those|all|that|total|overall)\b")
ITS_SHARE = Pattern(r" (?:market )?share\b(?! (?:price|capital))")
"""Behind a percentage: that it is a share ("74,201, taking a 54.2% share of the market")."""
TAKING = Pattern(
    rf"^(?:\)| \([^)]{{1,24}}\))?,? (?:and |while )?"
    rf"(?:taking|having|holding|giving \p{{L}}++|with|for) an? {HEDGE}$"
)
HUNDRED = Decimal(100)
ROUGHLY = Decimal("0.03")
"""How far from "half of the total" an amount may be that is called so."""


def shares_of_a_total(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A share that restates an amount ("or 12% of the total"), and the amount before of which it is one."""
    placed = lines[at].placed
    for here, item in enumerate(placed[1:], 1):
        restates = item.figure.kind == Kind.PERCENT and RESTATED.search(item.lead) is not None
        share = item.figure.kind in (Kind.PERCENT, Kind.RATIO) and APPOSED.search(item.lead) is not None
        restates = restates or (share and OF_THE_TOTAL.match(lines[at].text, item.figure.end) is not None)
        takes = item.figure.kind == Kind.PERCENT and TAKING.match(item.lead) is not None
        takes = takes and ITS_SHARE.match(lines[at].text, item.figure.end) is not None
        amount = placed[here - 1]
        if takes and amount.role == Role.OLD and here > 1:
            amount = placed[here - 2]  # "at 74,201 (92,487), taking a 54% share"
        restates = restates and OF_SOMETHING.match(lines[at].text, item.figure.end) is not None
        if not (restates or takes) or is_a_reserve(amount):
            continue
        said = [amount, placed[amount.base]] if amount.role == Role.TWIN and amount.base >= 0 else [amount]
        near = reversed(lines[max(0, at - FAR) : at])
        earlier = [p for line in near for p in reversed(line.placed[-NEARBY:])]

        for p in (*reversed(placed[max(0, here - NEARBY) : here - 1]), *earlier):
            whole = p.role in (Role.LEVEL, Role.PART) and p.figure.per is None
            like = [a for a in said if alike_measure(p.figure, a.figure) or _is_bare(a.figure, p.figure)]
            if whole and any(is_share(a.figure, item.figure, p.figure) for a in like):
                yield join(LinkKind.PART_OF, item, p, "link.share_of_total")
                if takes:
                    yield join(LinkKind.PART_OF, amount, p, "link.share_of_total")
                break


def _is_bare(amount: Figure, whole: Figure) -> bool:
    """Whether a bare number can count what another one does."""
    return amount.kind == whole.kind == Kind.COUNT and amount.unit is None


def is_a_reserve(item: Placed) -> bool:
    """Whether an amount is set aside for losses of what it is a share of: it is none of it."""
    metric = item.figure.metric
    return metric is not None and RESERVE.search(metric.text) is not None


RESERVE = Pattern(r"(?i)\b(?:reserves?|provisions?|allowances?)\Z")


def is_share(amount: Figure, share: Figure, whole: Figure) -> bool:
    """Whether an amount is that share of a whole, as closely as the three are printed."""
    if share.value is None or not 0 < size(amount) < size(whole):
        return False
    if share.kind == Kind.RATIO:
        off = size(amount) / size(whole) - share.value
        more = share.modifier in (Modifier.OVER, Modifier.AT_LEAST)
        return (
            abs(off) <= ROUGHLY
            and not (more and off < 0)
            and not (share.modifier == Modifier.UNDER and off > 0)
        )
    half = [(f.precision or Decimal(0)) / 2 for f in (amount, share, whole)]
    low = (size(amount) - half[0]) / (size(whole) + half[2]) * HUNDRED
    high = (size(amount) + half[0]) / (size(whole) - half[2]) * HUNDRED
    return low <= share.value + half[1] and high >= share.value - half[1]


def parts_said_again(found: Sequence[Link], by_id: Mapping[str, Placed]) -> Iterator[Link]:
    """The amounts that shares of a whole say again, and the shares of such amounts, are parts of it too."""
    amounts: dict[str, list[str]] = {}
    for link in found:
        if link.kind == LinkKind.EQUIVALENT:
            first, second = link.figures
            amounts.setdefault(first, []).append(second)
            amounts.setdefault(second, []).append(first)
    for link in found:
        for said in amounts.get(link.figures[0], ()) if link.kind == LinkKind.PART_OF else ():
            part, again, whole = (by_id[f] for f in (link.figures[0], said, link.figures[1]))
            if part.figure.kind in SHARES:
                like = alike_measure(again.figure, whole.figure) or can_be_part(again.figure, whole.figure)
                too = again.figure.kind not in SHARES and like and size(again.figure) < size(whole.figure)
            else:
                too = again.figure.kind in SHARES and is_share(part.figure, again.figure, whole.figure)
            if too:
                yield join(LinkKind.PART_OF, again, whole, "link.part_again")


OF_ALL = Pattern(r" (?:of|to) (?:the|that) (?:total|round)\b")


def of_the_total(text: str, found: Sequence[Link], by_id: Mapping[str, Placed]) -> Iterator[Link]:
    """The links, but what is "of the total" is no part of what is itself a part of a larger amount."""
    wholes = {link.figures[0]: link.figures[1] for link in found if link.kind == LinkKind.PART_OF}
    for link in found:
        part, whole = link.figures
        larger = wholes.get(whole) if link.kind == LinkKind.PART_OF else None
        if larger is not None and OF_ALL.match(text, by_id[part].figure.end) is not None:
            a, b = by_id[part], by_id[larger]
            if a is not b and by_id[whole].figure.kind == b.figure.kind:
                yield join(link.kind, a, b, link.rule)
                continue
        yield link
