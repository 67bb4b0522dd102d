"""What the items of a list measure where the line above them says it ("a premium of approximately:")."""

from __future__ import annotations

from parsers.context.lists import lead_of
from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Phrase
from parsers.worded import Worded

ENDS = Worded(
    r"(?ri)(?P<np>(?<!\w)(?:[\p{L}-]++ ){0,2}?<<metrics.noun>>) (?:of|by|at)(?: \p{L}++){0,2}:\s*\Z"
)
"""A line above a list that ends with what all the items measure."""
FIRST = Pattern(r"[-x]?q*\Z")
"""Before the figure with which an item begins."""


def led(row: Row, figure: Figure, place: int) -> Figure:
    """The figure that begins an item of a list, with the metric that the line above the list ends with."""
    if FIRST.match(row.tags, 0, place) is None or (lead := row.once(lead_of)) is None:
        return figure
    hit = ENDS.search(row.text, lead.start, lead.end)
    if hit is None:
        return figure
    words = trimmed(Phrase(hit.start("np"), hit.end("np"), hit["np"]))
    return with_metric(figure, words, canonical(words.text), "metric.of_list", ("metric",))
