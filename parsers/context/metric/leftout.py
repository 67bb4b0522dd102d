"""What a sentence leaves out of its figures, or tells outside of brackets, and what they do not measure."""

from __future__ import annotations

from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row
from parsers.lazy import Pattern


def is_outside(row: Row, place: int, answer: Answer) -> bool:
    """Whether words stand outside brackets that tell a move ("worth more than Calder (down 2%, at 105p)")."""
    moved = MOVED_IN_BRACKETS.search(row.tags[:place]) if "(" in row.tags[:place] else None
    return moved is not None and answer.last < moved.start()


def is_left_out(row: Row, answer: Answer) -> bool:
    """Whether a sentence begins with what its figures leave out ("Adjusted for inflation it rose 2%")."""
    if answer.first > FRONT or row.tags[answer.last + 1 : answer.last + 3] == ",M":
        return False
    before = tuple(row.keys[: answer.first])
    return before[-2:] in LEFT_OUT or before[-1:] in LEFT_OUT


FRONT = 3
"""How many words may stand before what a sentence begins by leaving out."""
LEFT_OUT = (
    ("adjusted", "for"),
    ("adjusting", "for"),
    ("stripping", "out"),
    ("excluding",),
    ("leaving", "out"),
)
MOVED_IN_BRACKETS = Pattern(r"(?r)N\([UV][^()]*\Z")
