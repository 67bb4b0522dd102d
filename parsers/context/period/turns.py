"""Two figures and two times, told each in turn ("growth of 3% and 2% in the first and second quarters")."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Moment

IN_TURN = Pattern(
    r"(?P<one>F)[QUxCGM]{0,3}&q*(?P<two>F)[QUxCGM]{0,3}[,d]{0,3}[np]D?(?P<first>T)&(?P<second>T)(?!&)"
)


def in_turn(row: Row, place: int) -> Moment | None:
    """The time of a figure among two, where two times stand behind them."""
    hit = IN_TURN.search(row.tags) if "T&T" in row.tags else None
    if hit is None or place not in (hit.start("one"), hit.start("two")):
        return None
    return moment_at(row, hit.start("first" if place == hit.start("one") else "second"))
