"""The next of several of whom what is told is told once ("Halden rose 9% and Calder 4%")."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

GAPPED = Pattern(
    r"(?r)F(?:Q|(?:oI)?[npf]?T|[np]LT|[npq]Dx{1,2}|[nq]DxW|[CG]|M(?=,&)|[xM]{1,3}(?=&L)|\(F\)|o[Di]x{0,2}[xMKk](?=[,&]))?(?:(?:o[Di][xM])?&(?:L')?|,?(?:&o?)?[Di]?(?:[xKdH]{0,2}|L(?=Z)))(?P<own>[NZ]|(?<=[FxWTM]&)L)(?:,[Dk][^,;VBHAWXSF]{1,7},)?(?:Dxa?|D|[oR])?q*\Z"
)
SHARED = Pattern(r"(?r)F[xMG]{1,3}(?:oD?[xM]{1,3})?(?:,[NL]q*F)*,?&?(?P<own>[NL])q*\Z")
"""One of several that share something ("has a 30% share of the market, Chile 17% and Peru seven")."""
FAR = 14
"""How many words before a figure the one of whom the verb was told may stand."""
MAKER_WITH = Pattern(
    r"(?r)(?P<own>N),D[xL]{0,2}Ko[xMZ]{1,3}(?:&[xMZ]{1,2})?w(?:D?[xTd]{0,2}[MG]{1,2}o)?[Dq]{0,2}\Z"
)
"""Who makes something and has something ("Norvik, a family-owned maker of implants with sales of")."""
AHEAD_OF = Pattern(r"(?r)F[^;VBHAWXm]{0,6},?Uo(?P<own>[NL])[aw]q*\Z")
"""Whom one is ahead of, with what that one has ("leads with 30%, ahead of Orlin at 20%")."""
AT_NEXT = Pattern(r"(?r)aq*F(?:Q|[np]T)?,?&D?[xK]{0,2}(?P<own>[NZL])aq*\Z")
"""The next of two that are at a value ("Sterling was at $1.25 and the euro at $1.05")."""
HIGHEST = Pattern(r"(?r)(?P<how>x)nD?(?P<own>[LN]),?aq*\Z")
"""The place in which something is highest ("highest in Spain, at 12%, and lowest in Malta, at 3%")."""
LAND_NEXT = Pattern(r"(?r)F[np]D?x{1,3},(?P<own>L)q*\Z")
"""The second of several places, behind what the first has ("eight clubs on the list, Spain four")."""
RANKED = Pattern(r"(?r)F,?&?(?P<own>[NL])(?P<rank>x)[wa]q*\Z")
"""The next in an order, with what it has ("came second with 790, and Calder third with 701")."""
NEXT_FOR = Pattern(r"(?r)F,?&(?P<for>p)D?(?P<own>[NZ])[at]q*\Z")
"""Of several, the next for which something is told ("for the dollar at 64 and for the euro at 76")."""


def gapped_at(row: Row, figure: Figure, place: int, *, that_of: bool) -> int | None:
    """The word for the next of several, of whom the verb or what is measured is left out."""
    next_for = NEXT_FOR.search(row.tags, max(0, place - 8), place)
    if next_for is not None and row.keys[next_for.start("for")] == "for":
        return next_for.start("own")
    low = max(0, place - FAR)
    far = GAPPED.search(row.tags, low, place) if not that_of and place > 2 else None
    far = far or (SHARED.search(row.tags, low, place) if figure.kind == Kind.PERCENT else None)
    far = far or (AHEAD_OF.search(row.tags, low, place) if "Uo" in row.tags[low:place] else None)
    far = far or (AT_NEXT.search(row.tags, low, place) if row.tags.count("a", low, place) > 1 else None)
    if far is None and (most := HIGHEST.search(row.tags, low, place)) is not None:
        far = most if row.keys[most.start("how")].endswith("est") else None
    far = far or (MAKER_WITH.search(row.tags, low, place) if "w" in row.tags[low:place] else None)
    if far is None and row.tags[place + 1 : place + 3] in ("&L", ",L", ",&"):
        far = LAND_NEXT.search(row.tags, low, place)
    if far is None and (ranked := RANKED.search(row.tags, low, place)) is not None:
        far = ranked if lexicon.find("numbers.ordinal", row.keys[ranked.start("rank")]) else None
    return far.start("own") if far is not None else None


THING_NEXT = Pattern(r"(?r)F(?:o[Di]?[xMN]{1,2}|[np][NLT]|Q)?,?&[xL]{0,2}(?P<last>x)[pf]?D?q*\Z")
"""Of two things, the next one, of which the verb is left out ("boots rose 6% and handbags 9%")."""


def thing_gapped(row: Row, figure: Figure, place: int, before: Figure | None) -> Found | None:
    """The next of two without names of whom the same is told ("Defence got $2 million and health $1")."""
    if before is None or before.subject is None or before.kind != figure.kind or before.unit != figure.unit:
        return None
    if figure.kind is Kind.COUNT:
        return None  # "400 jobs and an additional 900 jobs"
    if not row.span.start <= before.subject.start < before.start or "&" not in row.tags[:place]:
        return None
    hit = THING_NEXT.search(row.tags, max(0, place - 10), place)
    if (
        hit is None
        or row.places.get(before.id) is None
        or row.tags[row.places[before.id] : place].count("F") != 1
    ):
        return None
    last = hit.start("last")
    first = last
    while row.tags[first - 1] in "xL":
        first -= 1
    return Found(row.phrase(first, last), "subject.gapped")
