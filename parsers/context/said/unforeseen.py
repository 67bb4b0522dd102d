"""Words of expecting that expect nothing where they stand: "a plan to", "has seen", "its target rate"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern

AN_AMOUNT = Pattern(r"(?:[Di]?[xMGC]{1,3}[oa])?[Dq]*F")


OFTEN = Pattern(r"pD[xdF]x")
"""Behind an outlook: how often it was changed ("for the second time in five months")."""


def _has_been(row: Row, at: int) -> bool:
    """Whether a word is a verb that tells of what has been done."""
    key = row.keys[at] if at < len(row.keys) else ""
    return row.tags[at : at + 1] in tuple("VHWmx") and (
        key.endswith("ed") or key in known("contextwords.led")
    )


def tells_of_past(row: Row, at: int) -> bool:
    """Whether a word of expecting expects nothing here ("a plan to", "has seen", "The projection sent")."""
    word, lead = row.words[at], row.tags[at - 1 : at]
    if word.key == "called for" and row.keys[at - 1] == "be":
        return True  # "can't be called for five years"
    if (
        word.key in ("target", "targets")
        and SETS.search(row.tags[max(0, at - 6) : at])
        and _is_of_rates(row, at)
    ):
        return True  # "The Fed raised its target rate", "cut its target for overnight rates"
    if word.key in ("likely", "probably") and _has_been(row, at + 1):
        return True  # "It likely sold $5 million on Monday"
    if row.tags[at + 1 : at + 2] == "t" and "".join(row.keys[at + 2 : at + 3]).startswith("last"):
        return True  # "orders for goods expected to last three years"
    if word.tag in "XM" and OFTEN.match(row.tags, at + 1) and row.keys[at + 4] == "time":
        return True
    if word.key in ("plan", "plans"):
        return lead not in ("", *"NKPRIAdk,&r") and row.tags[at + 1 : at + 2] != "t"
    beaten = word.key in known("contextwords.estimating") or word.key in ("target", "targets")
    if beaten and row.tags[at + 1 : at + 2] == "w":
        return True  # "beat expectations with earnings of $5 million"
    if word.key == "seen" and row.keys[at - 1 : at] == ("last",):
        return True  # "shares were last seen down $1 to $47"
    if word.key == "seen":
        return lead == "H" and not _had_seen(row, at)
    return lead == "D" and at < 3 and row.tags[at + 1 : at + 2] in ("V", "W", "H")


SETS = Pattern(r"(?r)[VWC]i[xdMT]{0,3}\Z")


def _is_of_rates(row: Row, at: int) -> bool:
    """Whether a target is the one that a central bank sets for its rate."""
    near = (*row.keys[max(0, at - 1) : at], *row.keys[at + 1 : at + 5])
    keys = (word for key in near for word in key.split())
    return not {"rate", "rates"}.isdisjoint(keys)


def _had_seen(row: Row, at: int) -> bool:
    """Whether "had seen" tells of an older outlook ("now sees $5 million; it had seen $4 million")."""
    sees = "X" in row.tags[: at - 1] or "now" in row.keys[: at - 1]
    return sees and row.keys[at - 1] == "had" and AN_AMOUNT.match(row.tags, at + 1) is not None


def only_of_its_noun(row: Row, at: int, place: int) -> bool:
    """Whether a word says of its noun alone that it is expected ("half of expected output, at $5 a ton")."""
    if row.tags[at] != "X" or not row.words[at].key.endswith("ed") or "," not in row.tags[at:place]:
        return False
    return row.tags[at - 1 : at] in tuple("oDipfta'F") and row.tags[at + 1 : at + 2] in tuple("xMG")
