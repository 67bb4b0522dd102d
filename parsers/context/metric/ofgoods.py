"""What is traded measures itself: a metric of the clause before is not carried on to it."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.rows.words import Row, word_at
from parsers.lazy import Pattern
from parsers.model import Figure
from parsers.values import replace

MOVES = Pattern(r"(?r)(?:[;,cpw&]|,[c&])D?(?:[NxE]{0,2}|L')(?P<own>Z)[HBA]?d?[VmB][dUqDta]{0,3}(?:FQ?tq*)?\Z")
"""Before a figure: goods, a currency or an index that moved by it ("while gold slid 3% to")."""
CARRIED = ("metric.continued", "metric.versus", "metric.restated")
PRICES = ("price", "prices", "value")
"""What they have themselves."""


def without_carried(row: Row, figure: Figure, place: int) -> Figure:
    """The figure without the metric of another clause, where goods move ("exports fell 5%; gold slid 3%")."""
    rule = rule_of(figure, "metric")
    if rule not in CARRIED or figure.metric is None or "Z" not in row.tags[:place]:
        return figure
    hit = MOVES.search(row.tags, max(0, place - 14), place)
    first = word_at(row, figure.metric.start)
    if hit is None or first is None or first >= hit.start("own"):
        return figure
    if figure.metric.text.lower().split()[-1] in PRICES:
        return figure
    evidence = tuple(e for e in figure.evidence if e.field != "metric")
    inferred = tuple(field for field in figure.inferred if field != "metric")
    return replace(figure, metric=None, metric_name=None, evidence=evidence, inferred=inferred)
