"""Parts that add up to their whole: "To close a $9 million gap, it draws $5 million from ... and ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.context.columns import CHANGED, OF_COLUMN
from parsers.context.draft import rule_of
from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Link, LinkKind, Status

ADDED = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
RESULTS = ("revenue", "profit")
"""What sales, costs and profit are of each other they are as well where they add up: no parts."""
BACK = 3
"""How many sentences with figures back the whole of a list may stand."""
FAR = 8
"""How many sentences with figures back it may stand where the list measures the same."""
SURE = 3
"""How many parts that come to a number exactly are its parts, whatever they are called."""
COARSE = 10
"""How many printed steps large each of two parts is at least, or the whole of more: smaller numbers
add up by chance."""


def sums(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The figures of a sentence that add up to one before them, or to what they are together."""
    placed = lines[at].placed[:NEARBY]
    parts = _addable(lines[at].text, placed)
    inside: list[Link] = []
    for here in range(len(placed) - 2) if len(parts) > 1 else ():
        inside += _adding_up(placed[here], _addable(lines[at].text, placed[here + 1 :]))
    for here in range(2, len(placed)) if len(parts) > 1 else ():
        if TOGETHER.search(placed[here].lead) is not None:
            inside += _adding_up(placed[here], _addable(lines[at].text, placed[:here]), sure=True)
    yield from inside
    used = {link.figures[0] for link in inside}
    parts = [p for p in parts if p.figure.id not in used]
    yield from _over_two(lines, at, parts) if at > 1 and parts else ()
    if len(parts) < 2:
        return
    yield from _named_before(lines, at, parts) if at > BACK else ()
    for back in range(at - 1, max(-1, at - 1 - BACK), -1):
        if not lines[back + 1].follows(lines[back]):
            return
        found = [link for whole in lines[back].placed[:NEARBY] for link in _adding_up(whole, parts)]
        if found:
            yield from found
            return


def _addable(text: str, placed: Sequence[Placed]) -> Sequence[Placed]:
    """The figures that can be parts of any sum."""
    placed = [p for at, p in enumerate(placed) if not any(map(_is_behind, placed[1 : at + 1]))]
    added = (p for p in placed if p.figure.kind in ADDED and p.role in PARTS and size(p.figure))
    added = (p for p in added if rule_of(p.figure, "period") not in (OF_COLUMN, CHANGED))
    added = (p for p in added if MOVED_FROM.match(text, p.figure.end) is None)
    return [p for p in added if SHORT.search(p.lead) is None]


TOGETHER = Cued(
    r"\b(?:altogether|combined|enlarged|in all|in total|joint(?:ly)?|merged|together)\b",
    *("altogether", "combined", "enlarged", "in all", "in total", "joint", "merged", "together"),
)
"""Before what two have when they are one ("With 40 shops and the rival's 25, the merged chain has 65")."""


def _is_behind(item: Placed) -> bool:
    """Whether a figure comes behind one before it ("led with $6 million, followed by Texas, $4")."""
    return BEHIND.search(item.lead) is not None


BEHIND = Cued(
    r"\b(?:followed|trailed) by\b|\b(?:in second place|runner-up)\b", "ed by", "in second place", "runner-up"
)
MOVED_FROM = Pattern(r" (?:up|down|higher|lower|above|below|more|less) (?:from|than|on)\b")
"""Behind how far something moved: with where it was that comes to where it is ("28p up from 612p")."""
SHORT = Pattern(
    rf"\b(?:gap|deficit|shortfall|hole)(?: \p{{Ll}}++){{0,2}} (?:of|at|to|is|was|were|be) {HEDGE}$"
)
"""Before what is missing, which with what there is comes to what is needed."""


PARTS = (Role.LEVEL, Role.PART, Role.OLD)


def _is_exact(whole: Placed) -> bool:
    """Whether a number has so many digits that others hardly add up to it by chance (no "69,000")."""
    return _digits(whole.figure) >= EXACT


EXACT = 3


def _over_two(lines: Sequence[Line], at: int, second: Sequence[Placed]) -> Iterator[Link]:
    """The figures of two sentences in a row that add up to one before them."""
    first = _addable(lines[at].text, lines[at - 1].placed[-NEARBY:])
    if not (first and lines[at].follows(lines[at - 1])):
        return
    for line in reversed(lines[max(0, at - 1 - BACK) : at - 1]):
        for whole in filter(_is_exact, line.placed[:NEARBY]):
            found = list(_adding_up(whole, (*first, *second)))
            parts = {link.figures[0] for link in found}
            if any(p.figure.id in parts for p in first) and any(p.figure.id in parts for p in second):
                yield from found
                return


def _named_before(lines: Sequence[Line], at: int, parts: Sequence[Placed]) -> Iterator[Link]:
    """The figures of a sentence that add up to one of their metric, told further back."""
    groups = {group_of(p.figure) for p in parts} - {None}
    for line in reversed(lines[max(0, at - FAR) : at - BACK]) if groups else ():
        for whole in filter(_is_exact, line.placed[:NEARBY]):
            group = group_of(whole.figure)
            if group in groups and whole.figure.kind == Kind.MONEY:
                like = [p for p in parts if group_of(p.figure) == group]
                if found := list(_adding_up(whole, like)):
                    yield from found
                    return


def _adding_up(whole: Placed, behind: Sequence[Placed], *, sure: bool = False) -> Iterator[Link]:
    """The figures in a row whose sum is the whole, wherever the row begins; others between do not count.

    Where the words are ``sure`` that it is one, small round numbers do as well.
    """
    figure = whole.figure
    if figure.kind not in ADDED or whole.role != Role.LEVEL:
        return
    fitting = [item for item in behind if _can_be_added(item, whole)]
    for first in range(len(fitting) - 1):
        parts = _sum_of(figure, fitting[first:], sure=sure)
        if parts:
            yield from (join(LinkKind.PART_OF, part, whole, "link.adds_up") for part in parts)
            return


def _can_be_added(item: Placed, whole: Placed) -> bool:
    """Whether a figure may be one of the parts: an amount of the unit, or a bare one beside such."""
    figure, other = item.figure, whole.figure
    if figure.per != other.per:
        return False
    if figure.per is not None and (figure.status is Status.REPORTED) != (other.status is Status.REPORTED):
        return False
    if "price" in (family(other), family(figure)) and size(other) < DEAL:
        return False  # what two things cost is no part of what a third one does
    if _is_balance(figure) and not _is_balance(other):
        return False
    counts = figure.kind == other.kind == Kind.COUNT
    bare = (figure.kind == Kind.COUNT and figure.unit is None) or (counts and other.unit is None)
    if not (bare or alike_measure(figure, other)) or size(figure) >= size(other):
        return False
    return counts or family(other) not in RESULTS or family(figure) in (None, family(other))


def _is_balance(figure: Figure) -> bool:
    """Whether a figure is what is left of two others ("exports of $9 million, a surplus of $2 million")."""
    return figure.metric is not None and figure.metric.text.lower().split()[-1] in BALANCES


BALANCES = ("balance", "deficit", "difference", "gap", "surplus")
DEAL = 10_000
"""A price as large as this is that of a deal, which others may be parts of."""


def _is_like(part: Figure, whole: Figure) -> bool:
    """Whether a part names what the whole does; two numbers may do so by what is measured alone."""
    if part.kind == whole.kind == Kind.COUNT:
        return part.unit in (None, whole.unit) or part.metric_name == whole.metric_name is not None
    return alike_measure(part, whole)


def _is_coarse(whole: Figure, parts: Sequence[Placed]) -> bool:
    """Whether numbers of nothing that is named are so round that two of them add up to a third by chance."""
    if whole.kind != Kind.COUNT or whole.unit is not None:
        return False
    return all(_digits(figure) < EXACT for figure in (whole, *(part.figure for part in parts)))


def _digits(figure: Figure) -> int:
    """How many digits a number has that are no zeros at its end."""
    return len(size(figure).normalize().as_tuple().digits)


def _sum_of(whole: Figure, items: Sequence[Placed], *, sure: bool) -> Sequence[Placed]:
    """The first of the items, without a gap, whose sum is the whole; none where they miss it."""
    total, step = Decimal(0), whole.precision or Decimal(0)
    for count, item in enumerate(items, 1):
        total, step = total + size(item.figure), max(step, item.figure.precision or Decimal(0))
        if total < size(whole):
            continue
        parts = items[:count]
        if sure:
            return parts if total == size(whole) and count > 1 else ()
        if count == 2 and _is_coarse(whole, parts):
            return ()
        least = min(size(part.figure) for part in parts) if count == 2 else size(whole)
        named = count >= SURE or any(_is_like(part.figure, whole) for part in parts)
        return parts if total == size(whole) and count > 1 and named and least >= COARSE * step else ()
    return ()
