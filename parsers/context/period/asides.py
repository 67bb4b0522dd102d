"""Times that a sentence tells only by the way before a figure, or of a clause that has ended."""

from __future__ import annotations

from parsers.context.period.apart import is_set_apart, left_behind
from parsers.context.period.usable import lasts
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Moment
from parsers.quick import Quick


def is_aside(row: Row, at: int, moment: Moment | None, place: int) -> bool:
    """Whether a time before a figure is only told by the way, or of a clause that has ended."""
    if at and row.keys[at - 1] in ("as at", "as on"):
        return False  # "The bank, as on May 31, had"
    ended = moment is not None and moment.rule.startswith("reporting")
    opens = at == 0 or OPENS.match(row.tags[:at]) is not None
    apposed = APPOSED.match(row.tags[at + 1 : place]) if not ended and not opens else None
    if apposed is not None and not _goes_on(row, at, at + apposed.end()):
        return True
    if moment is not None and AND_DID.search(row.tags[at + 1 : place]) and moment.text.startswith("the next"):
        return True
    if row.tags[at + 1 : at + 2] == "'" and WITH_ITS_OWN.match(row.tags, at + 2, place) is not None:
        return True
    before = row.keys[0] in ("after", "following") and WENT_BEFORE.match(row.tags[: at + 2]) is not None
    if before or _lasts_by_the_way(row, at, moment, place) or left_behind(row, at, place):
        return True  # "After a crushing 2020, oil prices are now at"
    return is_set_apart(row, at, place) or left_aside(row.tags, at, place)


WENT_BEFORE = Pattern(r"pDx{1,2}T,\Z")


def _goes_on(row: Row, at: int, verb: int) -> bool:
    """Whether a participle tells more of what was done in a time ("hired in May, adding 900 jobs")."""
    tells = (
        row.keys[verb].endswith("ing")
        and row.tags[verb - 1] == ","
        and row.keys[verb] not in known("contextwords.sending")
    )
    return tells and (
        VERB.search(row.tags[:at]) is not None
        or any(key.endswith("ed") for key in row.keys[:at])
        or VERB.search(row.tags, at + 1, verb - 1) is not None
    )


VERB = Pattern(r"(?r)[VHWBm][^,;]*\Z")
AND_DID = Pattern(r"^,?&d?[VHW]")
"""Behind a time to come: what has been done ("will buy shares over the next year and raised")."""
WITH_ITS_OWN = Pattern(r"[^,;F]{1,6}F[^F;]*,")
"""Behind the time of an amount, where a clause follows ("At yesterday's close of $27 a share, it would")."""


def _lasts_by_the_way(row: Row, at: int, moment: Moment | None, place: int) -> bool:
    """Whether a span of time inside a sentence is none of the figure; one that opens a clause may be."""
    if moment is None or not lasts(moment) or not 3 < at < place - 1:
        return False
    return row.tags[at - 2 : at] not in (";p", ";q", ",p", ",q", "cp", "cq")


APPOSED = Pattern(r"[^,]*,[VBHAWXm]")
OPENS = Pattern(r"[np]D?\Z")


def is_told_aside(row: Row, place: int) -> bool:
    """Whether a figure stands in an aside that a comma behind it ends, and no time further on is its own."""
    if IN_RELATIVE.search(row.tags[max(0, place - 16) : place]) is not None:
        return True
    return _is_had_aside(row, place) or _is_second_aside(row, place)


IN_RELATIVE = Pattern(r"(?r),r[^,;F]*(?:F[^,;F]{0,8}&[^,;FVHWBmAXS]*)?\Z")
"""Before a figure of a clause that its comma ends ("Halden, which employs 900 people, last month ...")."""


def _is_had_aside(row: Row, place: int) -> bool:
    """Whether an amount is told by the way of who acts ("Norway, with $5 million in debt, froze prices")."""
    if not row.tags[place - 2 : place].endswith(("w", "wq")):
        return False
    return _is_left(row, place)


def _is_second_aside(row: Row, place: int) -> bool:
    """Whether a figure ends an aside of two verbs ("Brandt, who owns 9% and controls 5% of votes, left")."""
    return IN_SECOND.search(row.tags, max(0, place - 16), place) is not None and _is_left(row, place)


def _is_left(row: Row, place: int) -> bool:
    """Whether the sentence goes on with its verb behind the comma that ends an aside."""
    hit = GOES_ON.match(row.tags, place + 1)
    return hit is not None and (row.tags[hit.end() - 1] != "x" or row.keys[hit.end() - 1].endswith("ed"))


IN_SECOND = Pattern(r"(?r),r[^,;F]*F[^,;F]{0,8}&d?[VHWm]q*\Z")
GOES_ON = Quick(r"[^,;F]{0,6},d?[VHWBmAx]")
