"""Bare numbers whose unit only the next figure tells: "raised its rate to 5.5 from 5.25 percent"."""

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


BARE = Pattern(r"\d+(?:[ -]\d+/\d+)?|\d+/\d+")
FROM = Pattern(
    r",? (?:up |down )?(?:from|against|versus|compared with)(?: (?:the|about|around|nearly|some))? ?"
)
"""Between a new value and its old one."""
