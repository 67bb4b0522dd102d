"""Indexes that are told by what they are for: "The index for all items less food and energy rose 0.2%"."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Phrase

BEGINS = Pattern(r"(?:c,?|x,)?D?x{0,2}(?P<index>M)p(?P<what>[^;,VBHAmFr:]{1,14}?)d?[VB]")


def index_for(row: Row, place: int) -> Phrase | None:
    """The index that a sentence begins with, with what it is for, up to a figure of it."""
    if "index" not in row.keys[:5]:
        return None
    hit = BEGINS.match(row.tags, 0, place)
    if hit is None or row.keys[hit.start("index") : hit.start("what")] != ("index", "for"):
        return None
    return row.phrase(hit.start("index"), hit.end("what") - 1)


def with_index(row: Row, figure: Figure, place: int) -> Figure | None:
    """The figure as one of the index that its sentence begins with; of other parties none is."""
    words = index_for(row, place)
    if words is None or any(tag in row.tags[:place] for tag in "NPKS;"):
        return None
    return with_metric(figure, words, canonical("index"), "metric.index_for")
