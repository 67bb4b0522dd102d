"""A figure while its context is read: each step fills in a field, and in the end it is closed for good.

A dozen steps that each made a changed copy of thirty fields would take longer than the reading.
"""

from __future__ import annotations

from typing import Any

from parsers.model import Figure
from parsers.values import opened as open_class
from parsers.values import replace

Draft = open_class(Figure)
"""A figure that is still open: whoever holds it sees what is filled in later."""


def opened(figure: Figure) -> Figure:
    """An open copy of a figure."""
    made = replace(figure)
    object.__setattr__(made, "__class__", Draft)
    return made


def closed(figure: Figure) -> Figure:
    """The same figure, which cannot be changed from now on."""
    if type(figure) is Draft:
        object.__setattr__(figure, "__class__", Figure)
    return figure


def fill(figure: Figure, **fields: Any) -> Figure:
    """The figure with some fields filled in; one that is not open is left alone, and a changed copy given."""
    if type(figure) is not Draft:
        return replace(figure, **fields)
    for name, value in fields.items():
        setattr(figure, name, value)
    return figure


def rule_of(figure: Figure, field: str) -> str:
    """The rule that gave a figure one of its fields (none: empty)."""
    return next((e.rule for e in reversed(figure.evidence) if e.field == field), "")
