"""Many without a name that act together: "households spent", "oil and gas firms", "a typical family"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import ACTS, SAYS, Found, is_edge, is_let
from parsers.context.subject.agents import is_agents
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase


def is_many_acting(row: Row, at: int) -> bool:
    """Whether a word for many ("households", "foreign banks") is the subject of its clause."""
    acts = row.words[at].key in known("parties.actor") or is_agents(row, at)
    if not acts and not is_typical(row, at) and not _opens_with_who(row, at):
        return False
    if row.tags[at] == "R" and row.keys[at] not in known("parties.role_acting"):
        return False  # "Analysts expect", "directors raised the dividend"
    if row.tags[at + 1 : at + 2] == "t":
        return acts and is_let(row, at)  # "wanted the cigarette firms to pay"
    if row.tags[max(0, at - 3) : at] == "N&i":
        return False  # "Norvik and its partners invested"
    verb = SAYS if at and row.keys[at - 1] == "both" else ACTS
    return is_edge(row.tags, at) and verb.match(row.tags, at + 1) is not None and not _is_done_to(row, at)


def _is_done_to(row: Row, at: int) -> bool:
    """Whether many are what somebody does something to ("Halden recently launched some goods, which")."""
    first = at
    while first and row.tags[first - 1] in "xDiqM" and at - first < 5:
        first -= 1
    return row.keys[first].endswith("ed") and DOES_TO.search(row.tags, max(0, first - 4), first) is not None


DOES_TO = Pattern(r"(?r)[NPIKk][Td]{1,2}\Z")
"""Before a verb that no table knows: who does something, and when."""


def is_many_saying(row: Row, at: int) -> bool:
    """Whether a word for many is the subject of its clause, or speaks."""
    return is_edge(row.tags, at) and SAYS.match(row.tags, at + 1) is not None


def some_of_many(row: Row, place: int) -> Found | None:
    """Many of whom a figure counts some, who act ("Four of Britain's largest builders were fined")."""
    figure = row.words[place].ref
    place -= 3 if row.tags[max(0, place - 3) : place] == "FoD" else 0  # of those counted themselves
    if not isinstance(figure, Figure) or figure.kind is not Kind.COUNT or not is_edge(row.tags, place):
        return None
    hit = OF_MANY.match(row.tags, place + 1)
    if hit is None:
        return None
    counted = row.words[hit.end("who") - 1].ref
    last = counted.text.lower().split()[-1] if isinstance(counted, Figure) else row.keys[hit.end("who") - 1]
    if last not in known("parties.actor parties.counted") and not last.endswith("makers"):
        return None
    if isinstance(counted, Figure):
        start = counted.text.rfind(" ") + 1
        words = Phrase(counted.start + start, counted.end, counted.text[start:])
        return Found(words, "subject.of_many") if start else None
    return Found(row.phrase(hit.start("who"), hit.end("who") - 1), "subject.of_many")


OF_MANY = Pattern(r"o(?:[NL]'|D)(?P<who>[xMLE]{0,3}[xM]|F)(?:[xW][pn]D?[NL](?:&D?[NL])?)?(?=[dA]?[VBHWm])")
"""Behind some: many of whom they are, where they act."""


TYPICAL = ("typical", "average", "median", "ordinary")


def is_typical(row: Row, at: int) -> bool:
    """Whether a word is for one of many that stands for all ("a typical household")."""
    return row.keys[at] in known("parties.one_of_many") and at > 0 and row.keys[at - 1] in TYPICAL


def _opens_with_who(row: Row, at: int) -> bool:
    """Whether people of whom "who" tells open a sentence ("Assemblers, who make $18 an hour, will")."""
    told = at < 2 and row.tags[at + 1 : at + 3] == ",r" and row.keys[at + 2] == "who"
    return told and row.keys[at][-1] == "s"


def many_between(row: Row, last: int, place: int) -> bool:
    """Whether many of another sort act between two figures ("banks cut 300 jobs, insurers hired 200")."""
    ats = (at for at in range(last + 1, place) if row.tags[at] in "xM")
    return any(is_many_acting(row, at) for at in ats)


def whole_of_many(row: Row, at: int) -> Phrase:
    """A word for many with the words before it."""
    first = at
    while first and row.tags[first - 1] in "xLEZkM" and at - first < 4:
        first -= 1
    return row.phrase(first_listed(row, first), at)


def first_listed(row: Row, first: int) -> int:
    """Where the list begins of which the words from ``first`` on are the last ("oil and gas firms")."""
    listed = LISTED.search(row.tags, max(0, first - 9), first) if row.tags[first - 1 : first] == "&" else None
    return listed.start() if listed is not None and is_edge(row.tags, listed.start()) else first


LISTED = Pattern(r"(?r)(?:[xM]{1,2},){0,2}[xM],?&\Z")
"""Before the last of many that act together ("factories, mines and utilities")."""


def many_at_head(row: Row, before: Phrase | None) -> Phrase | None:
    """The many without a name whom a sentence begins with ("The tobacco firms deny it"), or goes on with."""
    if row.keys[:1] == ("they",):
        return before
    pair = TWO.match(row.tags) if "P&P" in row.tags[:HEAD] else None
    if pair is not None:
        return row.phrase(pair.start("who"), pair.end("who") - 1)
    for at in range(min(len(row.words), HEAD)):
        if row.tags[at] not in "DxMLEZi":
            return None
        if row.tags[at] == "x" and row.keys[at] in known("parties.actor") and is_many_saying(row, at):
            many = whole_of_many(row, at)
            two = many.text.lower() == row.keys[at] == "companies"  # two that have names
            return None if two or row.keys[at] in known("parties.outsider") else many
    return None


TWO = Pattern(r"[c&]?[dT]?,?D?[xLRMK]{0,3}(?P<who>P&P)(?=[dQ]?[BHVWXmAS]|,)")
"""Two persons whom a sentence begins with ("Irish investors Petra Vogel and Jonas Lind own")."""
HEAD = 6
"""Within how many words of its beginning a sentence names who acts."""
