"""The times since which something has been: "up 12% since January", "Since 1990, it has spent $5 million"."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Moment

SINCE = Pattern(r"(?r)[MCG]pTtq*\Z")
"""Before what a change since a time has come to ("taking its losses since May to 9%")."""


def since_before(row: Row, place: int) -> Moment | None:
    """The time since which a change before a figure is counted, or a sentence tells what has been."""
    if row.keys[0] == "since" and (then := _since_then(row, place)) is not None:
        return then
    if SINCE.search(row.tags[max(0, place - 6) : place]) is None:
        return None
    since = row.tags.rfind("T", 0, place)
    return moment_at(row, since) if row.keys[since - 1] == "since" else None


def since_aside(row: Row, at: int) -> bool:
    """Whether a time since which something changed stands behind an aside ("a third, or $9, since May")."""
    return row.keys[at - 1] == "since" and row.tags[at - 2 : at - 1] == ","


def _since_then(row: Row, place: int) -> Moment | None:
    """The time since which a sentence tells what has been ("Since 1990, it has spent $5 million")."""
    if row.tags[1:2] != "T" or row.tags.count("T", 0, place) > 1:
        return None
    has = not {"has", "have"}.isdisjoint(row.keys[2:place]) and ";" not in row.tags[:place]
    return moment_at(row, 1) if has else None
