"""What the moves of a longer time make in all: "fell to $5, extending its decline this year to 23%"."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment

WHOLE_MOVE = r"x(?:[iD][xM]?[CG](?:[pn]?(?P<time>T))?|(?P<time>T)'[xM]?[CG])tq*"
"""A participle, the move that it goes on with, and its time."""
BEFORE, BEHIND = Pattern(rf"(?r){WHOLE_MOVE}\Z"), Pattern(rf",{WHOLE_MOVE}F")
REACH = 8
"""How many words before the rate they may begin."""


def in_all(row: Row, figure: Figure, place: int) -> Moment | None:
    """The longer time whose whole move a rate is."""
    if figure.kind != Kind.PERCENT or row.tags[place - 1 : place] not in ("t", "q"):
        return None
    low = max(0, place - REACH)
    hit = BEFORE.search(row.tags[low:place])
    return moment_at(row, low + hit.start("time")) if hit is not None and hit["time"] else None


def leads_to_all(row: Row, at: int) -> bool:
    """Whether a pause leads to what a move makes of that of a longer time, and that time is its own."""
    return BEHIND.match(row.tags, at) is not None
