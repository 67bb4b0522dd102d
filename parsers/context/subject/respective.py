"""Whose each of several figures is, told in the order of their owners ("5% and 6%, respectively")."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.context.subject.actors import Found
from parsers.context.subject.ofplaces import is_of_places
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

IN_TURN = "respectively"
FIGURES = Pattern(r"F(?:,q{0,2}F){0,6},?&q{0,2}F")
"""Figures told in a row ("4%, 5% and about 6%")."""
_WHO = r"D?(?:[xRKU]|N(?=[xR])){0,4}(?P<own>[NPZL])"
OWNERS = Pattern(rf"{_WHO}'?(?:,{_WHO}'?){{0,6}},?&{_WHO}")
"""Those whose they are ("Halden, Norvik and the Merrow")."""
ACT = Pattern(r"(?:'[xM]{0,3}|,?r|,[^,;VBHAWXSmF]{1,8},)?T?d?[VBHAWXm]")
"""Behind them: that they do something, or have what is told."""
BEHIND = Pattern(r"[^;,VBHAWXSmNPZLF]{0,4}[apn]\Z")
"""Between figures and those whose they are."""


def listed_mover(row: Row, figure: Figure, place: int) -> Found | None:
    """The next of several whose shares moved ("Norvik, which rose 2 to 59; Orlin, up 1 to 29")."""
    if figure.metric is not None:
        return None
    hit = NEXT_MOVER.search(row.tags, max(0, place - 8), place) or NEXT_WHERE.search(row.tags, 0, place)
    if hit is None or "F" not in row.tags[: hit.start()] or row.keys[hit.start("how")] not in HOW:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.each")


NEXT_MOVER = Pattern(r"(?r)(?:;&?|,&?|&|Wp)D?[xK]{0,3}(?P<own>[NLZ]),(?P<how>[Upd])(?:q*Ft)?q*\Z")
NEXT_WHERE = Pattern(r"(?r)(?:;&?|,&?|&|Wp)D?(?P<own>[NL]),(?P<how>r)[^;,cNPKLF]{1,6}\Z")
HOW = ("up", "down", "off", "ahead", "higher", "lower", "where")


def _act(row: Row, first: int, end: int) -> bool:
    """Whether those before ``end`` do something, or it is at them that something is so ("At Halden and")."""
    if ACT.match(row.tags, end) is not None or row.keys[end : end + 1] == ("ended",):
        return True
    at_them = row.tags[first - 1 : first] in ("a", "n") and row.tags[: first - 1] in ("", "d,")
    return at_them and AT_THEM.match(row.tags, end) is not None


AT_THEM = Pattern(r",[DixM]")
"""Behind those at whom something is so ("At Halden and Orlin, the bill was")."""


def respective(row: Row, figure: Figure, place: int) -> Found | None:
    """Whose a figure is of as many as there are owners ("Halden and Norvik rose 4% and 5%, respectively")."""
    if IN_TURN not in row.keys or IN_TURN not in row.keys[place:]:
        return None
    run = next((hit for hit in FIGURES.finditer(row.tags) if hit.start() <= place < hit.end()), None)
    if run is None:
        return None
    count = row.tags.count("F", run.start(), run.end())
    found: list[int] = []
    acting = False
    for hit in OWNERS.finditer(row.tags):
        before = hit.end() <= run.start() and _act(row, hit.start(), hit.end())
        between = row.tags[hit.end() : run.start()]
        before = before and not ("F" in between and "c" in between)  # those of another clause
        behind = hit.start() > run.end() and BEHIND.match(row.tags[run.end() : hit.start()]) is not None
        owners = hit.starts("own")
        if len(owners) == count and (before or (behind and not found)):
            found, acting = owners, before
    if not found:
        return _of_things(row, place, run.start(), count)
    at = found[row.tags.count("F", run.start(), place)]
    if row.tags[at] == "L" and not (acting and figure.kind != Kind.COUNT) and not is_of_places(figure):
        return None
    return Found(row.phrase(at, at), "subject.each")


_THING = r"D?(?P<own>[xZ]{1,3}|x{1,2}M)"
THINGS = Pattern(rf"(?:^|(?<=[wopn;,\"cS]))D?{_THING}(?:,{_THING}){{0,6}},?&{_THING}(?=d?[VBHW])")
"""Things without names of which as many figures are told ("with cars, vans and buses rising")."""


def _of_things(row: Row, place: int, first: int, count: int) -> Found | None:
    """The thing without a name that a figure is of, in turn ("with cars and vans rising 4% and 5%")."""
    for hit in THINGS.finditer(row.tags):
        things = hit.spans("own")
        head = row.tags[hit.end() - 1] == "M"  # "labour and food costs"
        if head or len(things) != count or not hit.end() <= first <= hit.end() + NEAR:
            continue
        start, end = things[row.tags.count("F", first, place)]
        return Found(row.phrase(start, end - 1), "subject.each")
    return None


NEAR = 5
"""Within how many words of what they do the first figure of several things stands."""


def each_with(row: Row, place: int) -> Found | None:
    """Whose each of several is, told in turn ("Missouri with 646 acres, Iowa with 588 and Utah 554")."""
    hit = WITH_ITS.search(row.tags, max(0, place - 8), place)
    if hit is None or sum(1 for _ in EACH_WITH.finditer(row.tags)) < SEVERAL:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.each")


WITH_ITS = Pattern(r"(?r)(?:^|[,&pB;])D?(?P<own>[NL])[aw]?q*\Z")
EACH_WITH = Pattern(r"(?:^|[,&pB;])D?[NL][aw]q*F(?=[,&;]|\Z)|[,&]D?[NL]q*F(?=[,&;]|\Z)")
"""One of several with what it has."""
SEVERAL = 3
"""From how many on they are told in turn."""


def each_listed(row: Row, place: int) -> Found | None:
    """Whose each of a list is that has no name ("growth was broad: retailing, up 4%; mining, up 2%")."""
    hit = LISTED_ITEM.search(row.tags, max(0, place - 9), place) if ";" in row.tags else None
    if hit is None or row.keys[hit.start("how")] not in HOW or len(LISTED_ITEMS.findall(row.tags)) < LISTED:
        return None
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.each")


LISTED_ITEM = Pattern(r"(?r)[:;(]&?(?P<own>[xMk]{1,4}),(?P<how>[Upd])[Ddx]{0,2}q*\Z")
LISTED_ITEMS = Pattern(r"[:;(]&?[xMk]{1,4},[Upd][Ddx]{0,2}q*F")
LISTED = 2
"""How many such items make a list."""
