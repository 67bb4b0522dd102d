"""The time that an outlook is for, which its old value has as well ("trimmed its 2014 forecast from 2%")."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment


def of_an_outlook(row: Row, figure: Figure, place: int) -> Moment | None:
    """The time of the outlook of which a figure is the old value, or which a figure multiplies."""
    if figure.kind == Kind.MULTIPLE:
        hit = ITS_OUTLOOK.match(row.tags, place + 1)
        return moment_at(row, hit.end() - 1) if hit is not None and _tells(row, hit.start("what")) else None
    hit = OUTLOOK_FROM.search(row.tags, max(0, place - 10), place)
    return moment_at(row, hit.start("when")) if hit is not None and _tells(row, hit.start("what")) else None


OUTLOOK_FROM = Pattern(r"(?r)(?P<when>T)[xMGZ]{0,3}(?P<what>[XMx])fq*\Z")
"""Before an old value: the outlook that it was of, with its time."""
ITS_OUTLOOK = Pattern(r"[iD][xMGZ]{0,4}(?P<what>[XMxG])[pn]T")
"""Behind "halved": an outlook and what it is for ("today halved its growth forecasts for this year")."""


def _tells(row: Row, at: int) -> bool:
    """Whether a word is one for an outlook."""
    return row.keys[at].split()[-1] in known("contextwords.outlooks")
