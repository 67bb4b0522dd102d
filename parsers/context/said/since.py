"""What was told of a time that is over, behind a word of what was to come."""

from __future__ import annotations

from parsers.context.rows.words import Row, Word, known

TOLD = frozenset(("was", "were", "had", "fell", "rose", "grew"))


def told_since(row: Row, at: int, place: int) -> bool:
    """Whether what is told between a word of expecting and the figure has happened.

    So in "sales of models that will be dropped totaled $5 million" and "is expected to fall 1%
    after rising 3%", "plans to hire 120, adding to a staff of 340".
    """
    if any(
        row.keys[here] == "after" and row.keys[here + 1].endswith("ing") for here in range(at + 1, place - 1)
    ):
        return True  # "cut its forecast to $5 million after reporting a 7% fall"
    if row.words[at].key in known("contextwords.estimating") and row.tags[at + 1] in "oBpn":
        return False  # "the estimate of nine analysts was $5 million"
    if after_a_move(row, at, place):
        return True
    if any(row.keys[here : here + 2] in TO_SHOW for here in range(at + 1, min(at + 6, place - 1))):
        return False  # "data are expected to show prices rose 0.3%", "expect the report to show sales rose"
    noun = row.tags[at] == "X" and row.tags[at - 1 : at] in tuple("DiMx'")
    if noun or row.tags[at] not in "AX":
        return False
    for back in range(place - 1, at, -1):
        word = row.words[back]
        if (back > at + 1 and word.key in TOLD) or (word.tag == "B" and word.key.endswith("ed")):
            return row.tags[back - 1] not in "BHAtI&"
        if word.key == "having" or (word.key == "adding" and row.tags[back + 1] == "t"):
            return True  # "is likely to leave its rate at 2%, having halved it in a year"
        if word.key in ("after", "following"):
            return row.words[back + 1].key.endswith("ing") or any(map(_is_past, row.words[back + 1 : place]))
    return False


def after_a_move(row: Row, at: int, place: int) -> bool:
    """Whether a figure is how far something had moved before what is expected ("after a 0.7% gain")."""
    before = row.keys[max(at + 1, place - 2) : place]
    behind = row.keys[place + 1 : place + 2]
    if before in AFTER_A:
        return bool(behind) and behind[0] in known("directions.noun")
    of = (
        place - at > LEAST and row.keys[place - 1] == "of" and row.keys[place - 2] in known("directions.noun")
    )
    return of and row.keys[place - 4 : place - 2] in AFTER_A


LEAST = 4
"""How many words stand at least between a word of expecting and a figure behind "after a gain of"."""

AFTER_A = (("after", "a"), ("after", "an"), ("following", "a"), ("following", "an"))
TO_SHOW = (("to", "show"), ("to", "reveal"))


def _is_past(word: Word) -> bool:
    """Whether a word is a verb of what has happened."""
    return word.key in TOLD or (word.tag in "VWB" and word.key.endswith("ed"))
