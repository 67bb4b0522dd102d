"""Two figures and two times, told each in turn ("growth of 3% and 2% in the first and second quarters")."""

from __future__ import annotations

import regex

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Moment

IN_TURN = Pattern(
    r"(?P<one>F)[QUxCGM]{0,3}&q*(?P<two>F)[QUxCGM]{0,3}[,d]{0,3}(?:A?[BW])?[npa]D?(?P<first>T)&(?P<second>T)(?!&)"
)
THREE = Pattern(
    r"(?P<one>F)[QUxCGM]{0,3},q*(?P<two>F)[QUxCGM]{0,3},?&q*(?P<three>F)[QUxCGM]{0,3}[,d]{0,3}"
    r"[npa]D?(?P<first>T),(?P<second>T),?&(?P<third>T)(?!&)"
)
"""Three of each ("$1, $2 and $3 million in the years ended December 31, 2023, 2022 and 2021")."""
TURNS = (("one", "first"), ("two", "second"), ("three", "third"))
FIRST_TOLD = Pattern(
    r"(?:[np]?D?|x)(?P<first>T)&(?P<second>T)[^F;]{1,14}(?P<one>F)[QUxCGM]{0,3}&q*(?P<two>F)"
)
"""The same with the times first ("Third and fourth-quarter profits were $7 million and $8 million")."""


def in_turn(row: Row, place: int) -> Moment | None:
    """The time of a figure among two or three, where as many times stand behind them."""
    hit = (IN_TURN.search(row.tags) or _told_first(row)) if "T&T" in row.tags else None
    hit = hit or (THREE.search(row.tags) if row.tags.count("T") >= len(TURNS) else None)
    if hit is None:
        return _of_the_same(row, place)
    told = ((figure, time) for figure, time in TURNS if figure in hit.re.groupindex)
    return next(
        (moment_at(row, hit.start(time)) for figure, time in told if place == hit.start(figure)), None
    )


def _of_the_same(row: Row, place: int) -> Moment | None:
    """The time of what is foreseen in one breath with another ("will rise 4% in May and costs fall 2%")."""
    if "A" not in row.tags or "T" not in row.tags:
        return None
    hit = SAME.search(row.tags, max(0, place - REACH), place)
    later = LATER.match(row.tags, place + 1)
    return moment_at(row, hit.start("when")) if hit is not None and later is None else None


SAME = Pattern(
    r"(?r)[MG]Ad?[VBH][dptqU]*FQ?(?:tq*FQ?)?[np]?(?P<when>T)(?:tq*F)?,?&D?[xM]{0,3}[MG]A?d?[VBH][dptqU]*(?:Ft)?q*\Z"
)
"""Before a forecast: another one of the same kind, with its time."""
LATER = Pattern(r"Q?(?:tq*F)?[np]?T")
"""Behind a forecast that has a time of its own."""
REACH = 30


def _told_first(row: Row) -> regex.Match[str] | None:
    """Two quarters or years that stand before their two figures; months there may be those of contracts."""
    hit = FIRST_TOLD.match(row.tags)
    first = moment_at(row, hit.start("first")) if hit is not None else None
    return hit if first is not None and first.granularity in ("quarter", "half", "year") else None
