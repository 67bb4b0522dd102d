"""Moves told by a noun that is not what is measured: gains that are undone, growth that something saw."""

from __future__ import annotations

from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern


def moved_back(row: Row, place: int, answer: Answer) -> int | None:
    """The word for what moved, where a rule gave only the gains that it lost again, or its losses.

    "The shares pared their losses to trade 2% lower" tells of the shares.
    """
    if row.keys[answer.last] not in known("contextwords.move_told"):
        return None
    hit = UNDONE.search(row.tags[: answer.last])
    if hit is None or row.keys[hit.start("verb")] not in known("contextwords.undoes"):
        return None
    return hit.start("what") if GOES_TO.match(row.tags, answer.last + 1, place) is not None else None


def that_saw(row: Row, answer: Answer) -> Answer | None:
    """What saw the growth or the fall that a rule gave as what is measured ("premiums saw growth of 62%")."""
    if row.tags[answer.last] not in "GC" and row.keys[answer.last] not in known("contextwords.move_told"):
        return None
    hit = SAW.search(row.tags[: answer.last])
    if hit is None or row.keys[hit.start("verb")] not in known("contextwords.saw"):
        return None
    return Answer(answer.rule, hit.start("np"), hit.end("np") - 1)


def before_items(row: Row, answer: Answer) -> Answer | None:
    """What is told before some items, where a rule gave only those ("unit costs before items were up 4%")."""
    first = answer.first
    if (both := BOTH_LEFT_OUT.search(row.tags, 0, first)) is not None:
        first = both.start() + 1  # "before write-downs and exceptional items"
    if row.keys[max(0, first - 1)] != "before":
        return None
    if row.keys[answer.last].split()[-1] not in known("contextwords.left_out"):
        return None
    hit = TOLD_BEFORE.search(row.tags, 0, first)
    return Answer(answer.rule, hit.start("np"), hit.end("np") - 1) if hit is not None else None


BOTH_LEFT_OUT = Pattern(r"(?r)[pc][xMG]{1,3}&\Z")
TOLD_BEFORE = Pattern(rf"(?r)(?P<np>{NP})(?:[pno][Di]?(?:T|x))?,?[cp]\Z")
SAW = Pattern(rf"(?r)(?<![pnofav]{OWNER})(?P<np>{NP})(?!')[dA]?(?P<verb>[HWVXBx])[Dxqd]{{0,3}}\Z")
"""A metric and the verb behind which its growth is told."""


UNDONE = Pattern(r"(?r)(?P<what>[MZ])[^;]{0,14}?(?P<verb>[VWmx])[iDxT]{0,3}\Z")
"""What moved, and the verb that tells that a move is undone."""
GOES_TO = Pattern(r"[^;F]{0,6}(?:t[WVm]|[c&]d?[VWBHm])[aqUd]{0,3}\Z")
"""Between such a move and where things stand then ("to trade", "and was up")."""
