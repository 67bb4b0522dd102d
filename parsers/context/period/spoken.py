"""What was said, ruled or found at a time: the day or the month of it is none of what it tells of."""

from __future__ import annotations

from parsers.context.period.times import DAYS
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Moment

SHORT = frozenset((*DAYS, "week", "month"))


def is_told_then(row: Row, at: int, place: int, moment: Moment) -> bool:
    """Whether at a day, in a week or in a month somebody only told of a figure, or ruled on it.

    So in "In May the court ruled that $5 million" and in "admitted last week that it owed $5 million"; what
    somebody measured ("In May a poll found that 40%") is of that time.
    """
    if moment.granularity not in SHORT or moment.rule.startswith(("reporting", "fiscal")):
        return False
    if not known("contextwords.close").isdisjoint(row.keys[max(0, at - 4) : at]):
        return False  # "At the close of business on Monday it said 900,000 shares"
    if TOLD_ON.search(row.tags[max(0, at - 3) : at]) is not None and not _is_open(row, at):
        return True
    first = row.tags.find("F", at, place)
    for verb in range(at + 1, first if first >= 0 else place):
        if row.tags[verb] == "S" and _tells(row, verb):
            return True
        if row.keys[verb] == "that" and (_ruled(row, verb) or "A" in row.tags[verb : verb + 3]):
            return known("contextwords.survey").isdisjoint(row.keys[:verb])
    return False


TOLD_ON = Pattern(r"(?r)Sd?[np]?\Z")
"""Before the time of what was said ("said in May", "admitted earlier this week")."""


def _is_open(row: Row, at: int) -> bool:
    """Whether a time opens what was said, and dates it ("said that in May it", "said in May, sales")."""
    return row.tags[at + 1 : at + 2] == ","


def _tells(row: Row, verb: int) -> bool:
    """Whether a verb of saying leads to what follows ("the bank said exports"), and stands not in between."""
    if row.keys[verb].endswith("ing") and row.keys[verb - 1] != "as":
        return False
    return row.tags[verb + 1 : verb + 2] not in (",", ".", "", ":")


def _ruled(row: Row, that: int) -> bool:
    """Whether "that" stands behind a verb ("ruled that", "found last week that")."""
    verb = that - 1 - (row.tags[that - 1] in "Td")
    key = row.keys[verb]
    return row.tags[verb] in "SVHWXBm" or key.endswith("ed") or key in FOUND


FOUND = frozenset(("found", "held", "felt", "wrote", "meant"))
