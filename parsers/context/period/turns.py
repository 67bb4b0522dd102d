"""Two figures and two times, told each in turn ("growth of 3% and 2% in the first and second quarters")."""

from __future__ import annotations

import regex

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Moment

IN_TURN = Pattern(
    r"(?P<one>F)[QUxCGM]{0,3}&q*(?P<two>F)[QUxCGM]{0,3}[,d]{0,3}[np]D?(?P<first>T)&(?P<second>T)(?!&)"
)
FIRST_TOLD = Pattern(r"(?:[np]?D?)(?P<first>T)&(?P<second>T)[^F;]{1,14}(?P<one>F)[QUxCGM]{0,3}&q*(?P<two>F)")
"""The same with the times first ("Third and fourth-quarter profits were $7 million and $8 million")."""


def in_turn(row: Row, place: int) -> Moment | None:
    """The time of a figure among two, where two times stand behind them."""
    hit = (IN_TURN.search(row.tags) or _told_first(row)) if "T&T" in row.tags else None
    if hit is None or place not in (hit.start("one"), hit.start("two")):
        return None
    return moment_at(row, hit.start("first" if place == hit.start("one") else "second"))


def _told_first(row: Row) -> regex.Match[str] | None:
    """Two quarters or years that stand before their two figures; months there may be those of contracts."""
    hit = FIRST_TOLD.match(row.tags)
    first = moment_at(row, hit.start("first")) if hit is not None else None
    return hit if first is not None and first.granularity in ("quarter", "half", "year") else None
