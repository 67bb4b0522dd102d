"""A figure of a sentence in its role, what it measures, and links of two of them."""

from __future__ import annotations

from parsers.links.leadrules import Role
from parsers.metrics import group_family
from parsers.model import Figure, Link, LinkKind, Span, Status
from parsers.values import record

NEARBY = 24
"""How many figures before one are looked at for its partner, so that reading stays linear."""


@record
class Placed:
    """A figure of a sentence with its role, its lead and who is its total or original."""

    figure: Figure
    role: Role
    rule: str
    lead: str
    base: int = -1
    """Where the figure stands that a twin or an amount per unit belongs to."""


def family(figure: Figure) -> str | None:
    """The family of what a figure measures ("profit" of a loss), or its own name where it has none."""
    if figure.metric_name is None:
        return None
    return group_family(figure.metric_name) or figure.metric_name


def join(kind: LinkKind, first: Placed, second: Placed, rule: str) -> Link:
    """A link of two placed figures; its evidence spans both."""
    a, b = first.figure, second.figure
    span = Span(min(a.start, b.start), max(a.end, b.end))
    return Link(kind=kind, figures=(a.id, b.id), evidence=span, rule=rule)


def is_fact(item: Placed) -> bool:
    """Whether a figure is told as it is; "an estimated 8 million people" is nobody's expectation."""
    return item.figure.status != Status.ESTIMATE or item.lead.endswith("n estimated ")
