"""What is sold, made or shipped, where it is told of no company: "Sales of plug-in hybrids rose 9%"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure

GOODS = Pattern(
    r"oD?(?P<what>[xZM]{1,4}(?:(?:,[xZM]{1,2})*&[xZM]{1,2})?)(?=d?[AVBHW]|(?:[pn]D?[LTx]{1,3}){1,2}d?[AVBHW])"
)
"""Behind what is measured: the goods, and the verb ("sales of plug-in hybrids rose")."""


def of_goods(row: Row, figure: Figure, place: int) -> Found | None:
    """The goods whose sales, output or price a figure of nobody is."""
    metric = figure.metric
    last = word_at(row, metric.end - 1) if metric is not None else None
    if metric is None or last is None or last >= place:
        return None
    hit = GOODS.match(row.tags, last + 1, place)
    if hit is None or row.keys[hit.start("what")] in known("contextwords.determiner"):
        return None
    return Found(row.phrase(hit.start("what"), hit.end("what") - 1), "subject.of")


def of_goods_everywhere(row: Row, figure: Figure, place: int) -> Found | None:
    """The goods of which so many were sold in all the world ("Global shipments of tablets rose")."""
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None else None
    if metric is None or first is None or first >= place:
        return None
    if not set(row.tags[max(0, first - 2) : first]).isdisjoint("i'"):
        return None  # "Its worldwide sales of tablets"
    near = {row.keys[first].split()[0], *row.keys[max(0, first - 1) : first]}
    told = not near.isdisjoint(known("contextwords.of_all_lands") | known("contextwords.of_all_makers"))
    return of_goods(row, figure, place) if told else None
