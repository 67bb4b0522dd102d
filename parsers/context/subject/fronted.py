"""Whom a sentence tells of behind a phrase that it begins with ("With sales of $4 million, Halden is")."""

from __future__ import annotations

from parsers.context.rows.reading import as_said
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Phrase

FRONT = Pattern(
    r"(?:[c&],?)?(?P<front>[^;:\"&cKNI][^;:\"]{1,22}?,)"
    r"(?=D?[xKL]{0,3}N(?:(?:,[^;:\"VBHAWS]{1,12},|\(E\))?d?[VBHAWXm]|'))"
)
"""A phrase that a sentence begins with, before the company that does something."""
DOING = 6
"""How long a word for what somebody does is at least."""
SHORT = 5
"""How long such a word in the past is at least."""
AS_FOR = Pattern(r"(?:[c&],?)?p(?:p(?P<who>N)|(?P<who>N)),(?=I|[iD]?[xMGT]{1,4}d?[VBHAm])")
"""Of whom a sentence begins to tell ("As for Halden, it lost", "For Halden, sales rose")."""
SOURCE = Pattern(r"xt(?P<who>N),(?=[iI])")
"""Who tells of himself, at the front of a sentence ("According to Halden, its sales rose")."""


def behind_front(row: Row) -> int:
    """Where a sentence begins behind what it puts first of its company ("Facing losses, Halden cut jobs")."""
    if not row.keys or "," not in row.tags[1:24]:
        return 0
    at = int(row.tags[0] in "c&")
    first = row.keys[at] if at < len(row.keys) else ""
    if len(first) >= DOING and first.endswith("ing") and "F" not in row.tags[: row.tags.index(",")]:
        return row.tags.index(",") + 1
    if not (row.tags[at : at + 1] == "w" or first == "having" or _is_done_to(first)):
        return 0
    hit = FRONT.match(row.tags)
    return hit.end("front") if hit is not None else 0


def _is_done_to(word: str) -> bool:
    """Whether a word may say what was done to a company that is named behind it ("Hit by")."""
    return word in known("contextwords.put_first") or (len(word) > SHORT and word.endswith("ed"))


def told_of_first(row: Row) -> Phrase | None:
    """Of whom a sentence begins to tell, or who tells of himself in it."""
    whole = as_said(row)
    if whole is not row and whole.keys[:2] == ("according", "to"):
        source = SOURCE.match(whole.tags)
        return whole.phrase(source.start("who"), source.start("who")) if source is not None else None
    hit = AS_FOR.match(row.tags) if "p" in row.tags[:3] else None
    if hit is None or row.keys[hit.start("who") - 1] != "for":
        return None
    return row.phrase(hit.start("who"), hit.start("who"))
