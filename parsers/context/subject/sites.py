"""Mills, mines and the like as whose a figure is: what one of them does is not told of its company."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found, is_edge
from parsers.context.subject.topic import is_country
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Phrase
from parsers.quick import Quick

OF_COMPANIES = ("payout", "one-time item", "ownership", "security")
"""What a mill never has: who owns it does."""
DOES = Pattern(r"(?:[pna][^,;VBHAWXSmFr]{1,6},?|,r[^;]{1,20},|,D[^,;VBHAWXSmF]{1,10},)?d?[VBHAWm]")
"""Behind a mill that does something ("the mill in Gary ran", "the mine, which Halden owns, has")."""
OF_BOOKS = ("revenue", "profit", "cash", "margin", "balance")
EARNS = Pattern(r"(?:,[^;F]{1,20},)?[HAB]?d?[mH]")
"""Behind a mill that has what companies have ("The foundry has lost")."""
WIDEST = 4
"""How many words of a name stand before the word for a mill."""


def site_at(row: Row, at: int) -> Phrase | None:
    """The mill or mine that the word at ``at`` names, with the words before it ("Gary plant")."""
    if row.tags[at] not in "xMZ" or row.keys[at] not in known("parties.site") or row.keys[at][-1] == "s":
        return None
    first = at
    while first and row.tags[first - 1] in "xMLNE" and at - first < WIDEST:
        first -= 1
    while "N" in row.tags[first + 1 : at] and row.tags[first] != "N":
        first += 1  # "the flooded Escondo mine"
    led = row.tags[first] in "NL" or row.tags[first - 1 : first] in ("D", "i", "'")
    return row.phrase(first, at) if led else None


def site_told(row: Row, at: int) -> Phrase | None:
    """The mill or mine of which a "which" at ``at`` tells ("a glue plant in Gary, Ind., which employs")."""
    if at < 2 or row.words[at].key == "who":
        return None
    where = STANDS_IN.search(row.tags, max(0, at - 6), at) if row.words[at].key == "which" else None
    if where is not None and not is_country(row.phrase(where.start("in"), where.start("in")).text):
        return site_at(row, where.start() - 1) if where.start() else None
    return site_at(row, at - 1 - (row.tags[at - 1] == ","))


STANDS_IN = Pattern(r"(?r)n(?P<in>[LN])(?:,L)?,\Z")
"""Behind a mill: where it stands, before what is told of it."""


def is_owned_site(row: Row, at: int) -> bool:
    """Whether mills without a name are somebody's, whose figures they have ("the company's mills ran at")."""
    if row.keys[at] not in known("parties.site"):
        return False
    while at and row.tags[at - 1] in "xMZ":
        at -= 1
    return row.tags[at - 1 : at] in ("'", "i")


def names_site(phrase: Phrase) -> bool:
    """Whether what is spoken of is a mill or a mine, which says nothing."""
    return phrase.text.split()[-1].lower() in known("parties.site")


def owns(figure: object) -> bool:
    """Whether a mill can have what a figure measures: no dividend, no charge and nothing a share."""
    if not isinstance(figure, Figure):
        return False
    return figure.per != "share" and group_family(figure.metric_name) not in OF_COMPANIES


def site_acting(row: Row, at: int, place: int) -> Found | None:
    """A mill at ``at`` that is the subject of its clause ("The plant made 1.2 million tons")."""
    found = site_at(row, at)
    figure = row.words[place].ref if place < len(row.words) else None
    if found is None or not isinstance(figure, Figure) or not owns(figure):
        return None
    first = next(i for i in range(at, -1, -1) if row.words[i].start == found.start)
    if not is_edge(row.tags, first) or DOES.match(row.tags, at + 1) is None:
        return None
    if group_family(figure.metric_name) in OF_BOOKS and EARNS.match(row.tags, at + 1) is None:
        return None  # "its Gary plant was hit by a strike, which cut sales by"
    return Found(found, "subject.site")


OWNS = Pattern(r"(?r)(?P<own>x)'[xTdMC]{0,3}\Z")


def site_before(row: Row, first: int) -> Found | None:
    """The mill that has the metric which begins at ``first`` ("the mine's output")."""
    hit = OWNS.search(row.tags, max(0, first - 5), first)
    found = site_at(row, hit.start("own")) if hit is not None else None
    return Found(found, "subject.site") if found is not None else None


BEHIND = Quick(r"[naof](?:D|i|(?=[NL]))(?P<own>[xMLNE]{0,3}[xM])")


def site_behind(row: Row, figure: Figure, last: int) -> Found | None:
    """The mill that a metric ending at ``last`` is of ("output at the Gary plant")."""
    hit = BEHIND.match(row.tags, last + 1)
    if hit is None or not owns(figure):
        return None
    for at in range(hit.start("own"), hit.end("own")):
        if row.keys[at] in known("parties.site") and (found := site_at(row, at)) is not None:
            return Found(found, "subject.site")
    return None


HEADS = Quick(r"[c&]?(?:[NLK]'|[Di]|(?=[NL]))(?P<own>[xMLNE]{0,4}[xM])")


def site_at_head(row: Row) -> Phrase | None:
    """The mill that a sentence begins with and is about ("The Lorain mill ran at")."""
    hit = HEADS.match(row.tags) if row.tags[:1] in tuple("DiNLKc&") and row.tells("parties.site") else None
    if hit is None:
        return None
    for at in range(hit.start("own"), hit.end("own")):
        if row.keys[at] in known("parties.site"):
            return site_at(row, at) if DOES.match(row.tags, at + 1) is not None else None
    return None
