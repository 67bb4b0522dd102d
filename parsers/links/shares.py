"""Shares told apart from their whole: "a 16% stake", "Just over half will be let", "700 of the cuts"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import DOES, SHARES, can_be_part, of_one_measure, size
from parsers.links.ofthem import ACCOUNTS, is_of_them
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.things import OF_THE_THINGS, is_called, those
from parsers.links.worded import Cued
from parsers.metrics import group_of
from parsers.model import Kind, Link, LinkKind

BARE = Pattern(rf"(?i)^\W*(?:(?:about|nearly|almost|some|roughly|only|just|more than|at least) )*{HEDGE}$")
OTHER = Pattern(rf"^,? (?:and|while|but) (?:[\p{{L}}'\u2019-]++ ){{1,3}}{HEDGE}$")
ON_LIST = Pattern(
    rf"^(?: of (?:it|them|that))? (?:in|to|from|for|on) (?:[\p{{L}}'\u2019-]++ ){{0,4}}and {HEDGE}$"
)


def more_shares(line: Line, found: Sequence[Link]) -> Iterator[Link]:
    """Further shares of one whole: "a third of revenue of $12 million, and services 20%"."""
    by_id = {p.figure.id: p for p in line.placed}
    shares = {link.figures[0]: link.figures[1] for link in found if link.kind == LinkKind.PART_OF}
    for at, item in enumerate(line.placed[2:], 2):
        first, whole = line.placed[at - 2 : at]
        if ON_LIST.match(item.lead):
            first, whole = whole, by_id.get(shares.get(whole.figure.id, ""), whole)
        elif OTHER.match(item.lead) is None:
            continue
        if shares.get(first.figure.id) != whole.figure.id:
            continue
        both = first.figure.kind in SHARES and item.figure.kind in SHARES
        if both and _portion(first) + _portion(item) <= 1:
            yield join(LinkKind.PART_OF, item, whole, "link.share_too")


FOLLOWED = Pattern(
    rf"^(?: of [^,;]{{1,40}})?,? (?:followed by|ahead of|then|and|while) (?:by )?"
    rf"(?:[\p{{L}}.'\u2019-]++ ){{1,4}}(?:at|with|for|on) {HEDGE}$"
)
"""Before the share of the next in an order ("41% of the total, followed by Chile at 7% and Peru at 6%")."""


def shares_in_order(line: Line, found: Sequence[Link]) -> Iterator[Link]:
    """The shares of those who come next, of the whole that the first share is of."""
    by_id = {p.figure.id: p for p in line.placed}
    parts = [link.figures for link in found if link.kind == LinkKind.PART_OF]
    wholes = {part: by_id.get(whole) for part, whole in parts}
    for before, item in pairwise(line.placed):
        whole = wholes.get(before.figure.id)
        if whole is None or item.figure.id in wholes or FOLLOWED.match(item.lead) is None:
            continue
        if before.figure.kind == item.figure.kind == Kind.PERCENT and size(item.figure) <= size(
            before.figure
        ):
            wholes[item.figure.id] = whole
            yield join(LinkKind.PART_OF, item, whole, "link.share_in_order")


def _portion(item: Placed) -> Decimal:
    return size(item.figure) / 100 if item.figure.kind == Kind.PERCENT else size(item.figure)


def things_inside(line: Line) -> Iterator[Link]:
    """Some of the things that the sentence has told the number of: "1,800 workers; 700 of the cuts"."""
    for at, item in enumerate(line.placed):
        if at and (whole := those(line, line.placed[max(0, at - NEARBY) : at], item)) is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.of_the_things")
            continue
        named = OF_THE_THINGS.match(line.text, item.figure.end) if at else None
        if named is None:
            continue
        before = line.placed[max(0, at - NEARBY) : at]
        wholes = [p for p in before if _is_whole(line, p, item, named["noun"])]
        if wholes:
            yield join(
                LinkKind.PART_OF, item, max(wholes, key=lambda p: size(p.figure)), "link.of_the_things"
            )


def _is_whole(line: Line, whole: Placed, part: Placed, noun: str) -> bool:
    """Whether a figure counts the things of this name, or the people whose jobs are cut."""
    figure = whole.figure
    if whole.role != Role.LEVEL or figure.kind != Kind.COUNT or not can_be_part(part.figure, figure):
        return False
    return is_called(line.text, figure, noun)


LOSS_INCLUDED = Cued(
    r"(?i)(?:^\W*|\b(?:the|its|(?:quarter|period|year|half|month)['\u2019]s) )"
    r"(?P<noun>loss|charge|gain|total|cost|profit|net income|earnings)(?:es|s)? (?:also )?included? "
    rf"(?:[\p{{L}}-]++ ){{0,3}}{HEDGE}$",
    "include",
)
PROFITS = frozenset(("profit", "net income", "earnings"))
NAMED = {"cost": frozenset(("costs",)), **dict.fromkeys((*PROFITS, "earning"), PROFITS)}
"""The groups of metrics that a noun can mean; of others its own name."""


def included_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A part of the loss that the sentence before told: "The loss included $5 million for closing mills"."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    told = LOSS_INCLUDED.search(item.lead) if line.follows(before) else None
    if told is None:
        return
    names = NAMED.get(told["noun"].lower(), (told["noun"].lower(),))
    for p in before.placed[:NEARBY]:
        if p.role == Role.LEVEL and group_of(p.figure) in names and of_one_measure(item.figure, p.figure):
            yield join(LinkKind.PART_OF, item, p, "link.included_across")
            break


def shares_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The bare share that begins a sentence, of what the one before counted, and those "of them"."""
    line, before = lines[at], lines[at - 1]
    first = line.placed[0]
    bare = first.figure.kind in SHARES and BARE.match(first.lead) and DOES.match(line.text, first.figure.end)
    if not bare or not line.follows(before):
        return
    counted = (p for p in before.placed[:NEARBY] if p.role == Role.LEVEL and p.figure.kind == Kind.COUNT)
    whole = next((p for p in counted if can_be_part(first.figure, p.figure)), None)
    if whole is None:
        return
    for item in line.placed[:NEARBY]:
        own = item is first or (is_of_them(line, item) and can_be_part(item.figure, whole.figure))
        if own:
            yield join(LinkKind.PART_OF, item, whole, "link.bare_share")


OF_SALES = Pattern(
    r" of (?P<the>the |(?:its |their )?(?:total |net )*)(?:sales|revenues?|turnover)\b(?! (?:of|in|from|at) )"
)


def shares_of_sales(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What a share of sales is of, where the sentence before has told them for the same time."""
    line, before = lines[at], lines[at - 1]
    for item in line.placed[:NEARBY] if line.follows(before) else ():
        told = OF_SALES.match(line.text, _end(line, item)) if item.figure.kind in SHARES else None
        if told is None or ACCOUNTS.search(item.lead) is None:
            continue
        near = (
            line.index - before.index == 1
            and "\n" not in line.text[before.placed[-1].figure.end : line.span.start]
        )
        sales = (
            [p for p in before.placed[:NEARBY] if _is_sales(p, item)] if near or told["the"] == "the " else []
        )
        if sales and not any(_is_sales(p, item) for p in line.placed[: line.placed.index(item)]):
            yield join(LinkKind.PART_OF, item, sales[0], "link.share_of_sales")


def _end(line: Line, item: Placed) -> int:
    """The end of a share, and of the amount that says it again ("60% or $5 million of revenue")."""
    at = line.placed.index(item) + 1
    again = line.placed[at] if at < len(line.placed) else item
    return again.figure.end if again.role == Role.TWIN else item.figure.end


def _is_sales(whole: Placed, share: Placed) -> bool:
    """Whether an amount is all sales of the time that a share tells of."""
    level = (
        whole.role == Role.LEVEL
        and whole.figure.kind == Kind.MONEY
        and can_be_part(share.figure, whole.figure)
    )
    same = share.figure.period in (None, whole.figure.period)
    return level and group_of(whole.figure) == "revenue" and same


OF_HOLDING = Pattern(r" of (?:his|her|its|their|the) (?:holding|stake|shares)\b")


def of_holding(line: Line) -> Iterator[Link]:
    """Some of what somebody holds ("who owns 9 million shares and will sell a third of her holding")."""
    for at, item in enumerate(line.placed[1:], 1):
        told = item.figure.kind in SHARES and OF_HOLDING.match(line.text, item.figure.end) is not None
        held = (p for p in reversed(line.placed[:at]) if told and p.role == Role.LEVEL)
        shares = (p for p in held if p.figure.kind == Kind.COUNT and "share" in (p.figure.unit or ""))
        if (whole := next(shares, None)) is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.of_holding")
