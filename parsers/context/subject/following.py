"""The owner written right behind a figure: "a 4% gain in the dollar", "$5 million of Halden's debt"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found, is_edge
from parsers.context.subject.beside import held_behind, who_owns
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.referent import resolve
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Direction, Figure, Kind
from parsers.quick import Quick

HELD = ("security", "stake", "control")
GAIN_FOR = Quick(r"[CG](?P<for>p)D?x?(?P<own>[ZN])(?:x{0,2}M)?(?=[,;.]|\Z)")
"""The same of an index told with "for" ("a 6 percent gain for the Stoxx Europe 600 chemicals index")."""
GAIN_IN = Quick(r"[xT]?[CG](?:n|o)D?x?(?P<own>Z)(?![xMZ])")
"""Behind a figure: what is traded that it is the change of ("a 4% gain in the dollar")."""
GAIN_IN_IT = Quick(r"nD?x?(?P<own>Z)(?![xMZ'])")
"""The same behind so much ("every fall of one cent in the dollar")."""
GAIN_AT = Quick(r"[xT]?[CG]aD?[xK]{0,3}(?P<own>N)(?!')")
"""The same of a company's results ("compared with a 3% rise at Halden")."""
FOR_LAND = Quick(r"p(?P<own>L)(?!')")
"""The same of what is foreseen ("growth of 4.8% for China")."""
AT_ITS = Quick(r"a(?P<own>N)'?(?=[,;.]|\Z)")
"""The same of sales in its shops ("up 3% at its own stores and down 1% at Orlin's")."""
JOBS_AT = Quick(r"(?:Q|Dx|T)?[AHB]{1,2}[xWVHm]{1,2}(?:a(?P<own>N)|n(?P<land>L))(?!')")
"""Behind jobs that are ended or made: where ("300 jobs will be lost at Calder")."""
MEMBERS_OF = Quick(r"oD?(?P<own>N)(?!')")
"""Behind members: of what ("13,000 members of the United Auto Workers")."""
GAIN_BY = Quick(r"[xM]{0,3}[CG](?P<told>[xWHVX])(?:Dxx|T)?pD?[xKR]{0,2}(?P<own>N)(?!')")
"""The same, told by the company itself ("the 36% earnings rise reported by rival Halden")."""
GAIN_IN_SHARES = Quick(r"[xT]?[CGx](?:n|o)D?(?P<own>N)(?=[MZ])")
"""The same of a company's shares ("a 7% rally in Halden shares")."""
SHARES = "parties.shares"
FIGURE_OF = Quick(r"o(?P<own>[NKL])'")
PART_OF = Quick(r"q?F")


def owner_behind(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The owner written right behind the figure ("a 4% gain in the dollar")."""
    holder = held_behind(row, figure, place) or who_owns(row, figure, place)
    if holder is not None:
        return holder
    bid = BID_FROM.match(row.tags, place + 1)
    if bid is not None and row.keys[place + 1] in known("contextwords.bids_made"):
        return resolve(row, bid.start("own"), topic, "subject.of")
    has = _has_of_theirs(row, figure, place)
    if has is not None:
        return resolve(row, has, topic, "subject.clause")
    at = _changing(row, figure, place, topic)
    if at is not None:
        return resolve(row, at, topic, "subject.of")
    return _of_whole(row, figure, place, topic) or _of_owner(row, figure, place, topic)


def _changing(row: Row, figure: Figure, place: int, topic: Topic) -> int | None:
    """The word behind a figure for whose change it is, whose jobs, or for whom it is foreseen."""
    ended = JOBS_AT.match(row.tags, place + 1) if figure.unit in ("job", "worker", "position") else None
    land = row.keys[ended.end() - 2] == "in" and topic.company is None if ended is not None else False
    if ended is not None and (land or row.keys[ended.end() - 2] == "at"):
        return ended.end() - 1
    of_them = MEMBERS_OF.match(row.tags, place + 1) if figure.unit == "member" else None
    if of_them is not None:
        return of_them.start("own")
    at_one = GAIN_AT.match(row.tags, place + 1) or GAIN_BY.match(row.tags, place + 1)
    if at_one is not None:
        return at_one.start("own")
    for_it = GAIN_FOR.match(row.tags, place + 1) if figure.kind == Kind.PERCENT else None
    if for_it is not None and row.keys[for_it.start("for")] == "for":
        return for_it.start("own")
    so_much = row.tags[place - 2 : place] in ("Co", "Go")
    after = GAIN_IN_IT.match(row.tags, place + 1) if so_much else GAIN_IN.match(row.tags, place + 1)
    after = after or GAIN_IN_SHARES.match(row.tags, place + 1)
    if after is not None and (row.tags[after.end() - 1] == "Z" or row.keys[after.end()] in known(SHARES)):
        return after.start("own")
    moved = figure.kind == Kind.PERCENT and figure.direction != Direction.NONE
    at_its = AT_ITS.match(row.tags, place + 1) if moved else None
    if at_its is not None and row.keys[at_its.start("own") - 1] == "at":
        return at_its.start("own")
    seen = FOR_LAND.match(row.tags, place + 1) if is_of_economies(figure) else None
    return seen.start("own") if seen is not None and row.keys[place + 1] == "for" else None


def _of_owner(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Of whose what a figure is a part or the amount ("$5 million of Halden's debt")."""
    after = FIGURE_OF.match(row.tags, place + 1)
    held = figure.metric is not None and group_of(figure) in HELD
    scored = figure.kind == Kind.PERCENT and row.tags[place - 1 : place] == "D"
    part = after is not None and PART_OF.match(row.tags, after.end()) is not None
    if after is not None and (figure.kind == Kind.MONEY or scored or part) and not held:
        return resolve(row, after.start("own"), topic, "subject.of")
    return None


def _has_of_theirs(row: Row, figure: Figure, place: int) -> int | None:
    """The word for who has so many of another's ("The unit has 50,000 of Halden's 300,000 workers")."""
    counts = figure.kind is Kind.COUNT and OF_THEIRS.match(row.tags, place + 1) is not None
    hit = HAS.search(row.tags, max(0, place - 8), place) if counts else None
    return hit.start("own") if hit is not None and is_edge(row.tags, hit.start("own")) else None


BID_FROM = Quick(r"[xM]fD?[xKL]{0,3}(?P<own>N)(?!')")
"""Behind what is offered: who offers it ("a 515 pence bid from Norvik")."""
OF_THEIRS = Pattern(r"o[NLKi]'?x{0,2}F")
HAS = Pattern(r"(?r)(?P<own>[NkKI])[dAT]{0,2}[HW]q*\Z")
OF_WORLD = Pattern(r"oD?(?P<own>x|[NLK])'[xM]{1,4}(?=[,VHBAmW]|p)")


def _of_whole(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Of what a part is that begins a clause ("About 30% of the world's homes have", "Half of Norway's")."""
    if figure.kind not in (Kind.PERCENT, Kind.RATIO):
        return None
    hit = OF_WORLD.match(row.tags, place + 1)
    if hit is None or not is_edge(row.tags, place - (row.tags[place - 1 : place] == "q")):
        return None
    at = hit.start("own")
    if row.tags[at] == "x":
        return Found(row.phrase(at, at), "subject.of") if row.keys[at] in ("world", "globe") else None
    land = row.tags[at] in "LN" or row.keys[at] in known("parties.land")
    return resolve(row, at, topic, "subject.of") if land else None
