"""One amount in two currencies or measures, and the rate that the two imply."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from parsers.links.leadrules import Role
from parsers.links.measures import SHARES
from parsers.links.pairs import AND, RESPECTIVELY
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Figure, Kind, Link, LinkKind
from parsers.values import replace
from parsers.worded import Worded


def equivalents(line: Line) -> Iterator[Link]:
    """The twins of one sentence: in brackets ("1 billion yuan ($140 million)"), and behind "or".

    Of three that are one amount each is joined to the one that it says again, and not to the other.
    """
    placed = line.placed
    taken: set[int] = set()
    for at, item in enumerate(placed):
        if at in taken:
            continue
        if item.role == Role.TWIN and at > 1 and _are_respective(line, at):
            taken.add(at + 1)
            yield join(LinkKind.EQUIVALENT, placed[at - 2], item, "link.or_in_turn")
            yield join(LinkKind.EQUIVALENT, placed[at - 1], placed[at + 1], "link.or_in_turn")
        elif item.role == Role.TWIN and at:
            first = placed[item.base]
            if first.role == Role.TWIN and first.rule == BRACKETED != item.rule:
                first = placed[first.base]  # "40 billion crowns ($1.7 billion), or 3.1% of output"
            if at > 1 and _is_of_the_new(first, item):
                first = placed[at - 2]
            yield with_rate(join(LinkKind.EQUIVALENT, first, item, item.rule), first.figure, item.figure)
        elif at and _is_one_change(placed[at - 1], item):
            yield join(LinkKind.EQUIVALENT, placed[at - 1], item, "link.one_change")


def _is_of_the_new(old: Placed, item: Placed) -> bool:
    """Whether a multiple behind an old value is the new one ("$3, down from $5, or 1.4 times")."""
    return old.role == Role.OLD and item.figure.kind == Kind.MULTIPLE and ", or " in item.lead


def _are_respective(line: Line, at: int) -> bool:
    """Whether two are said again by two others: "18 mills and 64 shops, or 9% and 6%, respectively"."""
    placed = line.placed
    if (
        at + 1 == len(placed)
        or AND.match(placed[at + 1].lead) is None
        or AND.match(placed[at - 1].lead) is None
    ):
        return False
    pairs = ((placed[at - 2], placed[at - 1]), (placed[at], placed[at + 1]))
    alike = all(a.figure.kind == b.figure.kind for a, b in pairs)
    return alike and RESPECTIVELY.match(line.text, placed[at + 1].figure.end) is not None


BRACKETED = "link.twin"
"""The rule for what stands in brackets."""
RESTATED = Worded(
    r"^(?:(?: an?| per)? [\p{L}-]++)?(?:,? (?:(?:--|[\u2013\u2014]) )?or |, (?:(?:<<contextwords.equals>>) )?"
    rf"|, (?:add|climb|dropp|gain|los|shedd|slipp)ing (?:by )?"
    rf"|(?: (?:lower|higher))?, (?:for )?an? <<directions.noun>> of | \(){HEDGE}$"
)
"""Between a change and the same one as a share of the level before ("fell 508 points, or 22.6%")."""


def _is_one_change(first: Placed, second: Placed) -> bool:
    """Whether two figures tell one change, as an amount and in percent."""
    a, b = first.figure, second.figure
    if first.role != Role.CHANGE or second.role != Role.CHANGE or a.direction != b.direction:
        return False
    share = sum(f.kind in SHARES for f in (a, b)) == 1 and Kind.MULTIPLE not in (a.kind, b.kind)
    return share and RESTATED.match(second.lead) is not None


def with_rate(link: Link, first: Figure, second: Figure) -> Link:
    """The link with the implied rate (first / second) and the bounds that the printed digits allow."""
    if first.value is None or second.value is None or first.kind != Kind.MONEY:
        return link
    a, b = first.value, second.value
    half_a, half_b = (first.precision or Decimal(0)) / 2, (second.precision or Decimal(0)) / 2
    if a <= 0 or b - half_b <= 0:  # a loss and a gain have no rate between them
        return link
    with localcontext() as context:
        context.prec = 12
        try:
            return replace(
                link, rate=a / b, rate_low=(a - half_a) / (b + half_b), rate_high=(a + half_a) / (b - half_b)
            )
        except (InvalidOperation, DivisionByZero):
            return link
