"""What is traded is itself what its price and its moves measure: "Gold rose 1% to $1,900 an ounce"."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind, Phrase
from parsers.values import replace

MOVES = frozenset((Kind.MONEY, Kind.PERCENT, Kind.POINTS))
"""Kinds of figures that tell a price, or how far it moved."""


def as_traded(figure: Figure) -> Figure:
    """The figure with the thing traded, or the index, whose it is as its metric, where it has no other.

    A verb that only says that trading ended is no word for what is measured: it leaves the name alone.
    """
    whose = figure.subject
    if figure.metric is not None and figure.metric_name == CLOSING and ENDED.match(figure.metric.text):
        return replace(figure, metric=None)
    if whose is None or figure.kind not in MOVES:
        return figure
    if (figure.metric is not None or figure.metric_name is not None) and not _is_of_another(figure, whose):
        return figure
    name = _measured(whose.text)
    if name is None:
        return figure
    others = tuple(each for each in figure.evidence if each.field != "metric")
    inferred = tuple(field for field in figure.inferred if field != "metric")
    inferred = (*inferred, "metric") if "subject" in inferred else inferred
    if name == INDEX and whose.text.split()[-1].lower() not in known("parties.gauge"):
        # "The Sensex rose": there is no word for what is measured.
        return replace(figure, metric=None, metric_name=name, evidence=others)
    evidence = Evidence("metric", whose.start, whose.end, "metric.traded")
    return replace(figure, metric=whose, metric_name=name, evidence=(*others, evidence), inferred=inferred)


def _is_of_another(figure: Figure, whose: Phrase) -> bool:
    """Whether the metric is another thing that is traded, told before this one ("Brent fell, WTI rose")."""
    metric = figure.metric
    if metric is not None and metric.text.lower() == LOST:
        return True  # "December corn lost 4 cents to $4"
    if metric is None or not metric.end <= whose.start < figure.start:
        return False
    return metric.text.endswith(FUTURES) or _measured(metric.text) is not None


LOST = "lost"
"""The verb of a loss, and of a price that falls."""
CLOSING, INDEX = "closing price", "index"
ENDED = Pattern(r"(?i)(?:closed|settled|ended|finished)\b|\w+ (?:at|up)\Z")
"""Words that tell that trading ended ("closed", "settling at")."""
FUTURES = ("futures", "contract", "contracts")
"""What is traded by a word that is no thing by itself ("Brent futures")."""


def _measured(thing: str) -> str | None:
    """The common name of what the figures of something traded measure; ``None`` of anything else."""
    last = thing.split()[-1]
    if thing.lower() in known("parties.security") or last in known("parties.security"):
        return "price"
    if last.lower() in known("parties.gauge") or thing in known("parties.index"):
        return INDEX
    return None
