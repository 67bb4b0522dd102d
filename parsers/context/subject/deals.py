"""Whose the figures of a deal are: what it values a company at is that of the company that is bought."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.context.subject.actors import Found
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern

VALUES = frozenset(("value", "valued", "values", "valuing"))
VALUED_AT = Pattern(r"[xWVHm]D?x{0,2}(?P<own>[NKk])aq*(?P<at>F)")
"""Who is valued at how much ("the deal values the business at about $5 million")."""


def valued(row: Row, place: int, topic: Topic) -> Found | None:
    """Who a deal values: whose the value is, and the debt in it ("Including $5 million of debt")."""
    hit = row.once(_valued) if topic.target is not None else None
    if hit is None or topic.target is None:
        return None
    own, at = hit
    if place != at and not (place < own and row.keys[0] == "including"):
        return None
    phrase = row.phrase(own, own)
    if row.tags[own] == "N":
        return Found(phrase, "subject.valued")
    return Found(topic.target, "subject.valued", phrase) if "the" in row.keys[own - 3 : own] else None


def _valued(row: Row) -> tuple[int, int] | None:
    if VALUES.isdisjoint(row.keys):
        return None
    for hit in VALUED_AT.finditer(row.tags):
        if row.keys[hit.start()] in VALUES:
            return hit.start("own"), hit.start("at")
    return None
