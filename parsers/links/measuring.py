"""When one of two amounts is the other measured by something else."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.measures import SHARES, TIMES, size
from parsers.model import Direction, Figure, Kind

PER_FACE = Pattern(r" (?:per|for (?:each|every)|on (?:each|every)) \$1,000\b")
"""Behind the worth of a bond's points ("2 points, or about $20 for each $1,000 of face value")."""
ANNUALIZED = Pattern(
    r"(?: an?| per)?(?: (?:share|unit))? "
    r"(?:on an annuali[sz]ed basis|annuali[sz]ed|annually|at an annual rate)\b"
)
MONEY_OF = Pattern(r" in (?:today's|current|constant|\d{4}) (?:money|prices|dollars|pounds|terms)\b")
SUPPLY = Pattern(
    r"['\u2019]? (?:of )?(?:supply|supplies|sales|profits?|earnings|revenues?|pay|wages|spending"
    r"|production|output|shipments|worth|demand|use"
    r"|inventory|inventories|reserves|work|(?:import )?cover(?:age)?|imports)\b"
)
EXCHANGED = Pattern(
    r" (?:of an? |an? )?(?:newly issued |new |common |ordinary )?(?:\p{Lu}[\p{L}.&'\u2019-]++ ){0,4}"
    r"(?:common |ordinary )?(?:shares?|units?|ADS|ADR)\b(?:(?! for\b)[^,;]){0,40} for (?:each|every|one)\b"
)
"""Behind the shares that are given for one ("0.62 Norvik share for each that they own")."""
OF_WHAT = Pattern(r",? of (?!which\b|whom\b|them\b|it\b)[\p{L}$\u20ac\u00a3]")
ON_OFFER = Pattern(
    r" (?:the|what) (?:number|amount|total|shares)?\b ?(?:of shares )?(?:was |were )?(?:on (?:offer"
    r"|sale)|offered|available|being sold)\b"
)
TIMES_WHAT = Pattern(r" (?:of )?(?!as\b|more\b|less\b|higher\b|what\b|the size\b)\p{L}")
FROM_ANOTHER = Pattern(
    r",? (?:above|over|below|under|(?:more|less|higher|lower|wider) than)\b"
    r"(?! (?:at the|in|an? year|last|its|the (?:level|end|year|quarter|previous|same))\b)"
)


def is_measured(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether one of two is the other measured by something else.

    So is an amount by what it is a share or a multiple of ("$61 million, or 14.6% of sales"), a yield by
    how far it lies above another, a store by how long it lasts, and the shares given for one by their worth.
    """
    shared, late = rule == "link.or_share", rule == "link.or_late"
    still = before.direction == figure.direction == Direction.NONE
    if before.kind == Kind.MONEY and figure.kind in SHARES:
        alone = figure.direction == Direction.NONE  # "$3, or 4%" of one change goes the same way
        return (alone and not shared) or OF_WHAT.match(text, figure.end) is not None
    if before.kind in SHARES and figure.kind == Kind.MONEY:
        return (shared and still) or (not shared and not late and figure.per in (None, *TIMES))
    if before.kind == figure.kind == Kind.MONEY and ANNUALIZED.match(text, figure.end) is not None:
        return before.unit == figure.unit and size(before) < size(figure)
    if before.kind == figure.kind == Kind.MONEY:
        return MONEY_OF.match(text, figure.end) is not None
    if figure.kind == Kind.MONEY and PER_FACE.match(text, figure.end) is not None:
        return before.kind in (Kind.POINTS, Kind.COUNT)
    if figure.kind == Kind.MONEY:
        alone = not text.endswith(" and ", 0, before.start)  # "$22 in cash and 0.41 share, or $31.60"
        counted = before.kind == Kind.COUNT and alone and not shared
        return counted and EXCHANGED.match(text, before.end) is not None
    if figure.kind == Kind.DURATION:
        stored = before.kind in (Kind.COUNT, Kind.QUANTITY, Kind.MONEY) and not shared
        return stored and SUPPLY.match(text, figure.end) is not None
    if before.kind == Kind.COUNT and figure.kind == Kind.MULTIPLE:
        return before.unit is not None and ON_OFFER.match(text, figure.end) is not None
    if before.kind == Kind.MONEY and figure.kind == Kind.MULTIPLE:
        return not shared and TIMES_WHAT.match(text, figure.end) is not None
    if before.kind == Kind.PERCENT and figure.kind == Kind.POINTS:
        return rule == "link.or" and FROM_ANOTHER.match(text, figure.end) is not None
    return False


def moved_so(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a rate and an amount are one move, before its level ("surged 40 per cent, up 77p, at 267p")."""
    alike = before.kind == Kind.PERCENT and figure.kind in (Kind.MONEY, Kind.POINTS)
    moved = before.direction == figure.direction != Direction.NONE
    return alike and moved and TO_A_LEVEL.match(text, figure.end) is not None


TO_A_LEVEL = Pattern(
    r",? (?:to|at) (?:(?:\p{L}++ ){0,3}?\p{Sc}?\d|an? (?:[\p{L}-]++ )?(?:high|low|record|peak)\b)"
)
