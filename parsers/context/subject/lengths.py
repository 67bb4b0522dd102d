"""Whose a length of time or a place in an order is: "Mr. Lane, 54", "Halden, the third-largest lender"."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

BEFORE = Pattern(r"(?r)(?P<own>[NP]),(?:(?:[NL]'|D)x?)?q*\Z")
"""Before an age, a rank: whose it is ("Mr. Lane, 54", "Halden, Ohio's third-largest lender")."""


def length_of(row: Row, figure: Figure, place: int) -> Found | None:
    """Whom an age or a rank stands beside; what is lent for a length of time."""
    hit = (
        BEFORE.search(row.tags, max(0, place - 6), place)
        if "," in row.tags[max(0, place - 5) : place]
        else None
    )
    if hit is not None and (row.tags[hit.start("own")] == "P" or figure.kind == Kind.RANK):
        return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.beside")
    if row.tags[place + 1 : place + 2] == "Z" and figure.kind == Kind.DURATION:
        return Found(row.phrase(place + 1, place + 1), "subject.of")
    return None
