"""What is traded is itself what its price and its moves measure: "Gold rose 1% to $1,900 an ounce"."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.model import Evidence, Figure, Kind
from parsers.values import replace

MOVES = frozenset((Kind.MONEY, Kind.PERCENT, Kind.POINTS))
"""Kinds of figures that tell a price, or how far it moved."""


def as_traded(figure: Figure) -> Figure:
    """The figure with the thing traded, or the index, whose it is as its metric, where it has no other."""
    whose = figure.subject
    if (
        figure.metric is not None
        or figure.metric_name is not None
        or whose is None
        or figure.kind not in MOVES
    ):
        return figure
    name = _measured(whose.text)
    if name is None:
        return figure
    evidence = Evidence("metric", whose.start, whose.end, "metric.traded")
    inferred = (*figure.inferred, "metric") if "subject" in figure.inferred else figure.inferred
    return replace(
        figure, metric=whose, metric_name=name, evidence=(*figure.evidence, evidence), inferred=inferred
    )


def _measured(thing: str) -> str | None:
    """The common name of what the figures of something traded measure; ``None`` of anything else."""
    last = thing.split()[-1]
    if thing.lower() in known("parties.security") or last in known("parties.security"):
        return "price"
    if last.lower() in known("parties.gauge") or thing in known("parties.index"):
        return "index"
    return None
