"""All the shares of a place or of a trade, which no company has: "London stocks fell", "Bank shares rose"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found, is_edge
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure

DEALT_IN = Pattern(r"nD?(?P<own>L)(?=d?[VBHWmx])")
"""Behind them: the place where they are dealt ("Shares in Oslo lost")."""
SENT_FROM = Pattern(r"f(?P<own>L)(?=d?[VBHWm])")
"""Behind exports: the place that they come from."""


def of_a_place(row: Row, figure: Figure, place: int) -> Found | None:
    """The place whose shares a figure is of ("London stocks fell"), or from which exports come."""
    metric = figure.metric
    words = metric.text.lower() if metric is not None else ""
    trade = group_of(figure) == "trade" and not words.endswith("imports")
    if metric is None or not (trade or words in known("parties.all_dealt")):
        return None
    first, last = word_at(row, metric.start), word_at(row, metric.end - 1)
    if first is None or last is None or last > place:
        return None
    if trade:
        sent = SENT_FROM.match(row.tags, last + 1) if is_edge(row.tags, first) else None
        return None if sent is None else Found(row.phrase(sent.end() - 1, sent.end() - 1), "subject.of")
    if first and row.tags[first - 1] == "L" and row.tags[first - 2 : first - 1] not in ("'", "i"):
        return (
            Found(row.phrase(first - 1, first - 1), "subject.market")
            if is_edge(row.tags, first - 1)
            else None
        )
    dealt = DEALT_IN.match(row.tags, last + 1)
    if dealt is None or row.tags[first - 1 : first] in ("D", "i", "'") or not is_edge(row.tags, first):
        return None
    own = dealt.start("own")
    return Found(row.phrase(own, own), "subject.market")


def of_a_trade(row: Row, figure: Figure, place: int) -> Found | None:
    """All shares of a trade or a sort ("Bank shares rose"): they are themselves what is told of."""
    if figure.metric is None or not _are_a_trades(row, figure, place):
        return None
    return Found(figure.metric, "subject.all_shares")


def _are_a_trades(row: Row, figure: Figure, place: int) -> bool:
    metric = figure.metric
    words = metric.text.split() if metric is not None else []
    if metric is None or len(words) < 2 or words[-1].lower() not in known("parties.all_dealt"):
        return False
    first = word_at(row, metric.start)
    if first is None or first > place or not is_edge(row.tags, first):
        return False
    if group_of(figure) != "security" or words[0].lower() in known("parties.in_stock"):
        return False  # "Fuel stocks fell by 2 million barrels"
    if row.tags[first - 1 : first] in ("D", "i", "'"):
        return False
    return (
        words[0].capitalize() in known("parties.share_sort parties.sector parties.trade") or "-" in words[0]
    )
