"""Indexes that are told by what they are for: "The index for all items less food and energy rose 0.2%"."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure

BEGINS = Pattern(
    r"(?:c,?|x,)?D?x{0,2}(?P<index>M)p(?P<what>[^;,VBHAmFr:(n]{1,14}?)(?:\([^)]{1,4}\))?(?:nD?[TxL])?d?[VB]"
)


def with_index(row: Row, figure: Figure, place: int) -> Figure | None:
    """The figure as one of the index that its sentence begins with, with what it is for; else none."""
    if not any(key.endswith("index") for key in row.keys[:5]):
        return None
    hit = BEGINS.match(row.tags, 0, place)
    if hit is None or row.keys[hit.start("index") + 1] != "for":
        return None
    kind = row.keys[hit.start("index")]
    if kind.split()[-1] != "index" or any(tag in row.tags[hit.end() : place] for tag in "NPKS;"):
        return None
    words = row.phrase(hit.start("index"), hit.end("what") - 1)
    return with_metric(figure, words, canonical(kind), "metric.index_for")
