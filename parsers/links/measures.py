"""When two figures can be one amount: in two currencies, in two measures, in all and per unit."""

from __future__ import annotations

from decimal import Decimal

from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def equal_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one amount in two measures."""
    return a.kind == b.kind and a.unit != b.unit and a.kind in (Kind.MONEY, Kind.QUANTITY, Kind.POINTS)


def says_again(rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure is the one before it in another currency or measure.

    So are a number of things and their share of all ("1.4 million shares, or 10%"); in
    brackets only of shares.
    """
    if equal_kind(before, figure) and rule != "link.or_share":
        return True
    count, share = sorted((before, figure), key=lambda f: f.kind == Kind.PERCENT)
    if rule not in ("link.or", "link.or_share", "link.twin") or (count.kind, share.kind) != (
        Kind.COUNT,
        Kind.PERCENT,
    ):
        return False
    things = (count.unit or "").split()[-1:]
    return bool(things) if rule != "link.twin" else things == ["share"]


def per_unit(text: str, total: Figure, figure: Figure) -> bool:
    """Whether a figure is the same amount per share (or barrel, or head)."""
    if total.kind != figure.kind or total.unit != figure.unit or total.per is not None:
        return False
    stated = figure.per is not None or PER_UNIT.match(text, figure.end) is not None
    return stated or (figure.kind == Kind.MONEY and size(total) >= APART * size(figure) > 0)


APART = 10_000
"""How many times as large as an amount a share a total is at least, where "a share" is left out."""


PER_UNIT = Pattern(
    r",? (?:an?|per|each|apiece)(?: (?:fully )?(?:diluted|common|basic|ordinary))? ?"
    r"(?:share|unit|ADS|barrel|ton|tonne|ounce|unit|person|household)?\b"
)


def size(figure: Figure) -> Decimal:
    """How large a figure is, of a range its upper end."""
    return abs(next((v for v in (figure.value, figure.high, figure.low) if v is not None), Decimal(0)))
