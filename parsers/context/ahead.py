"""Numbers whose unit only the figures beside them tell: "raised its rate to 5.5 from 5.25 percent"."""

from __future__ import annotations

from decimal import Decimal

from parsers.context.expected import is_of_like_size
from parsers.context.large import as_model
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def as_ahead(text: str, figure: Figure, following: Figure | None) -> Figure:
    """A bare number, or a fraction that a price could be, as a percentage where its old value is one."""
    if following is None or following.kind is not Kind.PERCENT or following.sentence != figure.sentence:
        return figure
    bare = figure.kind is Kind.COUNT and figure.unit is None and figure.value is not None
    bare = bare or (figure.kind is Kind.MONEY and BARE.fullmatch(figure.text) is not None)
    if not bare or FROM.fullmatch(text, figure.end, following.start) is None:
        return figure
    return as_model(figure, following, Decimal(1)) if is_of_like_size(figure, following) else figure


def as_price_move(text: str, figure: Figure, following: Figure | None, before: Figure | None) -> Figure:
    """A number that was read with the percentage behind it, where it is what a price moved by.

    So in "settled at $44.23, up 1.12 or 2.60%": the price less the one is what the other is so much of.
    """
    if figure.kind is not Kind.PERCENT or following is None or before is None:
        return figure
    if not figure.text[-1:].isdigit() or text[figure.end : following.start] != " or ":
        return figure
    if before.kind not in (Kind.MONEY, Kind.COUNT) or before.sentence != figure.sentence:
        return figure
    moved, level, rate = figure.value, before.value, following.value
    if following.kind is not Kind.PERCENT or not (moved and level and rate) or level <= moved:
        return figure
    told = any(abs(moved / was * 100 - rate) <= NEAR * rate for was in (level - moved, level + moved))
    return as_model(figure, before, Decimal(1)) if told else figure


NEAR = Decimal("0.02")
"""How far from what was printed a percentage may be that says so."""
BARE = Pattern(r"\d+(?:[ -]\d+/\d+)?|\d+/\d+")
FROM = Pattern(
    r",? (?:up |down )?(?:from|against|versus|compared with)(?: (?:the|about|around|nearly|some))? ?"
)
"""Between a new value and its old one."""
