"""Whose a figure is that tells right behind a name what it is or does ("Dorn, a 30% shareholder in")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase


def apposed(row: Row, figure: Figure, place: int) -> Found | None:
    """The name that a part or a number of people stands right behind; none where none does."""
    hit = BEHIND.search(row.tags, max(0, place - 8), place)
    if hit is None:
        return _at_home(row, figure, place)
    name = row.phrase(hit.start("who"), hit.start("who"))
    if hit["word"] == "D":
        holds = figure.kind is Kind.PERCENT and row.keys[place + 1 : place + 2] in HOLDERS
        return Found(name, "subject.apposed") if holds else None
    many = figure.kind is Kind.COUNT and (figure.unit or "").split()[-1:] != ["share"]
    does = row.keys[hit.start("word")] in known("contextwords.having")
    return Found(name, "subject.apposed") if many and does else None


def _at_home(row: Row, figure: Figure, place: int) -> Found | None:
    """The place that so many live in ("Greater Calden is home to 55 colleges")."""
    hit = HOME.search(row.tags, max(0, place - 12), place) if figure.kind is Kind.COUNT else None
    if hit is None or row.keys[hit.start("home")] != "home":
        return None
    return Found(row.phrase(hit.start("who"), hit.end("who") - 1), "subject.apposed")


HOME = Pattern(r"(?r)(?:^|[,;c&S\"-])D?(?P<who>[UxL]{0,3}[LKkNx])(?:,|d?B)(?P<home>x)tq*\Z")
"""Before so many: the place that is their home."""
BEHIND = Pattern(r"(?r)(?P<who>N)(?:\([^()]{1,6}\))?,(?P<word>[DxVBHmW])q*\Z")
HOLDERS = (("shareholder",), ("stakeholder",), ("owner",), ("holder",), ("stockholder",), ("partner",))


def which_many(row: Row, place: int) -> Found | None:
    """Many without a name of whom a sentence tells which it means ("Firms with sales of $5 must")."""
    hit = MANY_WITH.match(row.tags, 0, place) or AS_MANY.search(row.tags, 0, place)
    if hit is None or place > FAR or "N" in row.tags[hit.end() : place]:
        return None
    first, last, how = hit.start("who"), hit.end("who") - 1, row.keys[hit.start("how")]
    if row.keys[last] not in known("parties.actor parties.unit") or row.keys[last][-1] != "s":
        return None
    told = how == "with" or (how.endswith("ing") and how not in known("contextwords.sending"))
    return Found(row.phrase(first, last), "subject.words") if told else None


AS_MANY = Pattern(r",[pc](?P<who>[UxM]{0,2}x)(?P<how>w)(?=[^,;]*\Z)")
"""The same in a clause behind the first ("as firms with fewer than 50 people added 13,000 jobs")."""
FAR = 40
"""How many words from the beginning a figure may stand of those with whom its sentence begins."""
MANY_WITH = Pattern(r"(?:[-*]x?)?p?(?P<who>[UxM]{0,2}[xkK])(?:,D)?(?P<how>[wxWHm])")
"""Many with whom a sentence begins, and what they have."""


def at_one(row: Row, at: int) -> Phrase | None:
    """The unit that a sentence has named behind "at" ("a charge at Racine-based Brandt, the unit lost")."""
    hit = AT_ONE.search(row.tags, max(0, at - 10), at)
    return row.phrase(hit.start("own"), hit.start("own")) if hit is not None else None


AT_ONE = Pattern(r"(?r)a(?:[NL],?-?[Wx]|x)?(?P<own>N),D\Z")
