"""What a unit contributes to the sales or the profit of all ("contributed 9 percent to group revenue")."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind

STOPS = frozenset(";:VBASX")
"""Tags of words that end what somebody contributes."""
TO_WHAT = Pattern(rf"(?:Q?,?&q*FQ?)?,?t{OWNER}(?:q*F(?:n|o){OWNER})?(?P<np>{NP})(?!['VBHA])")
"""Behind a part: what it is given to ("or $310 million, to Halden's $3.4 billion in revenue")."""


def contributed(row: Row, figure: Figure, place: int) -> Figure | None:
    """The figure with what it is a part of, where somebody contributes it."""
    if figure.kind not in (Kind.MONEY, Kind.PERCENT):
        return None
    if given_at(row, place) < 0:
        return None
    hit = TO_WHAT.match(row.tags, place + 1)
    if hit is None:
        return None
    words = trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    name = canonical(words.text)
    if group_family(name) in PAID_INTO:
        return None  # "It contributed $41 million to a fund"
    return with_metric(figure, words, name, "metric.contributed")


PAID_INTO = ("investment", "cash", "debt")
"""Families of what money is paid into, of which a contribution is no part."""


def given_at(row: Row, place: int) -> int:
    """Where the verb before a figure stands by which somebody contributes it; -1 where there is none."""
    for at in range(place - 1, max(-1, place - REACH), -1):
        if row.keys[at].startswith("contribut"):
            return at if row.keys[at] in GIVES else -1
        if row.tags[at] in STOPS:
            break
    return -1


GIVES = ("contributed", "contributes", "contributing", "contribute")
REACH = 30
"""How many words before a figure the verb may stand, other figures between."""
