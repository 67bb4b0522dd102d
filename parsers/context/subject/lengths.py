"""Whose a length of time or a place in an order is: "Mr. Lane, 54", "Halden, the third-largest lender"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found, is_edge
from parsers.context.subject.carried import carried
from parsers.context.subject.owner import given_to
from parsers.context.subject.referent import resolve
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

BEFORE = Pattern(r"(?r)(?P<own>[NPL]),(?:(?:[NL]'|D[KLx]'|D)x?)?q*\Z")
"""Before an age, a rank: whose it is ("Mr. Lane, 54", "Halden, the country's third-largest lender")."""
OLD = Pattern(r"[xKk]{0,3}(?:R,?)?(?P<own>P)")
"""Behind "54-year-old": who is of that age ("its 54-year-old chairman, Petra Lane")."""
RANKED = Pattern(r"(?r)[xW](?P<own>N|I|D[xKk]|P)d?\Z")
"""Before a place in an order that somebody gives ("ranked it first")."""
TOLD = Pattern(r"(?r)[HWXm](?P<own>N)")
"""Of whom something is told before "ranked it" ("named Halden a leader, and Calder ranked it")."""
MAKER = Pattern(r"x{0,3}(?P<own>K)(?=d?[VBHAWXSm])")
"""Behind a place in an order: the company that has it and acts ("the world's second-largest lender said")."""
NAMED = Pattern(r"x{0,3}K(?P<own>N)(?!'|[xM]{0,2}[kKR])")
"""Behind a place in an order: the name of the company that has it ("Norway's No. 2 grocer Orlin")."""
POINTS = ("i", "K")
"""The words before a length that point at who is spoken of ("its", "the company's")."""


def length_of(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Whom an age or a rank stands beside; what is lent for a length of time."""
    hit = (
        BEFORE.search(row.tags, max(0, place - 6), place)
        if "," in row.tags[max(0, place - 5) : place]
        else None
    )
    land = hit is not None and row.tags[hit.start("own")] == "L"
    if land and row.tags[place - 2 : place] != "x'":
        hit = None  # "in Norway, first"; of places only "the world's second-largest" is told so
    if hit is not None and (row.tags[hit.start("own")] == "P" or figure.kind == Kind.RANK):
        return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.beside")
    if figure.kind == Kind.RANK:
        return _placed(row, place, topic)
    if (given := given_to(row, place, max(0, place - 8))) is not None:
        return resolve(row, given, topic, "subject.owner")
    if row.tags[place + 1 : place + 2] == "Z":
        return Found(row.phrase(place + 1, place + 1), "subject.of")
    old = OLD.match(row.tags, place + 1) if row.text.startswith(("-old", " old"), figure.end) else None
    return (
        Found(row.phrase(old.start("own"), old.start("own")), "subject.beside") if old is not None else None
    )


def _placed(row: Row, place: int, topic: Topic) -> Found | None:
    """Who is given a place in an order, or acts as the company that has it."""
    ranked = RANKED.search(row.tags, max(0, place - 5), place)
    if ranked is not None and row.keys[ranked.start()] in known("contextwords.names"):
        who = ranked.end("own") - 1
        other = TOLD.search(row.tags, 0, ranked.start() - 1) if row.tags[who] == "I" else None
        return resolve(row, other.start("own") if other is not None else who, topic, "subject.owner")
    named = NAMED.match(row.tags, place + 1)
    if named is not None:
        return Found(row.phrase(named.start("own"), named.start("own")), "subject.beside")
    maker = MAKER.match(row.tags, place + 1)
    first = place - (row.tags[place - 1 : place] == "'") * 2
    if maker is None or not is_edge(row.tags, first - (row.tags[first - 1 : first] == "D")):
        return None
    return resolve(row, maker.start("own"), topic, "subject.the_company")


def pointed_at(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Who is spoken of, for a place in an order, or a length that a word before it points at him with.

    Without such a word ("its first", "the company's") a length is nobody's: most are times of something else.
    """
    pointed = figure.kind == Kind.RANK or any(tag in row.tags[:place] for tag in POINTS)
    return carried(row, figure, topic) if pointed else None
