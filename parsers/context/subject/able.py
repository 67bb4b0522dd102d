"""What a party can have: a place only acts as one, a person holds shares, nobody has what he only judges."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import acts_as_party, holds, is_let
from parsers.context.subject.places import is_of_economies, is_of_state
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind


def can_act(row: Row, at: int, place: int, topic: Topic) -> bool:
    """Whether a party can have the figure at ``place``: a place only as one, a person what he can hold.

    Where the text tells of no company, what persons do is their own.
    """
    if row.tags[at] == "L" and _is_of_next_clause(row, at, place):
        return False
    if row.tags[at] == "L":
        return acts_as_party(row.tags, at) or is_let(row, at)
    if row.tags[at] in "NK" and _reckons(row, at, place):
        return False
    if row.tags[at] == "Z" and _is_of_people(row, place):
        return False
    if row.tags[at] == "k" and row.tags[at + 1 : at + 2] in ("M", "G"):
        return row.tags[at - 1 : at] in tuple("DixNLME'Zk") and at > 0  # not "Venture investment fell"
    if row.tags[at] == "P" and does_it_himself(row, at, place, topic):
        return True
    return row.tags[at] != "P" or holds(row, at, place) or _is_paid(row, place) or _is_placed(row, at, place)


def does_it_himself(row: Row, at: int, place: int, topic: Topic) -> bool:
    """Whether a person does something where the text tells of persons alone."""
    if topic.now is not None and topic.now not in (topic.person, row.phrase(at, at)):
        return False
    itself = row.tags[place + 1 : place + 2] in ("H", "B", "A")  # "He added $5 million had been spent"
    return not itself and DOES.match(row.tags, at, place) is not None


DOES = Pattern(r"[PI](?:,r[dHA]*[VWHm][^,;F]{1,12},|,F,|,D[^,;F]{1,8},)?[dHA]*[VWHm](?![^;]*[SX])")
"""From a person on: what he or she does."""


def _is_of_next_clause(row: Row, at: int, place: int) -> bool:
    """Whether what no country has is told in a clause behind that of one.

    ("Russia went into Ukraine, and the average fare fell 4%")
    """
    figure = row.words[place].ref if place < len(row.words) else None
    metric = figure.metric if isinstance(figure, Figure) else None
    if not isinstance(figure, Figure) or metric is None or is_of_economies(figure) or is_of_state(figure):
        return False
    first = word_at(row, metric.start)
    return first is not None and at < first < place and NEXT_CLAUSE.search(row.tags, at, first) is not None


NEXT_CLAUSE = Pattern(r"(?r)[VBHWXm][^;]*(?:,[&c]|c)D?[xM]{0,2}\Z")


def _is_placed(row: Row, at: int, place: int) -> bool:
    """Whether a figure is a place in an order that a person has ("Mr. Lane was the second president of")."""
    figure = row.words[place].ref if place < len(row.words) else None
    if not isinstance(figure, Figure) or figure.kind != Kind.RANK:
        return False
    return IS.search(row.tags, at + 1, place) is not None


IS = Pattern(r"(?r)B[dqD]{0,3}\Z")
"""Between a person and the place in an order that he has."""


def _reckons(row: Row, at: int, place: int) -> bool:
    """Whether a party puts what another has at so much, or asks another for it ("Calder put losses at")."""
    figure = row.words[place].ref if place < len(row.words) else None
    if not isinstance(figure, Figure) or figure.metric is None or "i" in row.tags[at:place]:
        return False
    if figure.metric_name == "home prices" and "S" in row.tags[at:place]:
        return True  # "The lender said house prices rose"
    if "X" in row.tags[at:place] and row.phrase(at, at).text in known("parties.league"):
        return True  # "The IMF expects trade to shrink by"
    judged = JUDGED.match(row.tags, at + 1, place)
    if judged is not None and row.keys[judged.start("does")] in known("contextwords.reckons_at"):
        return True  # "a refund that Calder has estimated at"
    asks = group_family(figure.metric_name) in OF_COMPANIES and not ASKS.isdisjoint(row.keys[at:place])
    return asks or (
        PUT.match(row.tags, at + 1, place) is not None and row.keys[at + 1] in ("put", "puts", "pegged")
    )


JUDGED = Pattern(r"[HB]?(?P<does>[xXSWmV])aq*\Z")
ASKS = frozenset(("called for", "calls for", "calling for"))
PUT = Pattern(r"W(?:D|x)*M[^F;,VBHAWXm]{0,8}aq*\Z")


def _is_of_people(row: Row, place: int) -> bool:
    """Whether a figure counts jobs or the like, which nothing that is traded has."""
    figure = row.words[place].ref if place < len(row.words) else None
    if not isinstance(figure, Figure) or (figure.metric and figure.metric.text.lower() in MOVES):
        return False
    return group_family(figure.metric_name) in OF_COMPANIES


MOVES = ("gain", "gains", "loss", "losses", "lost")
OF_COMPANIES = ("headcount", "revenue", "profit", "payout", "one-time item", "margin")
"""What only companies and people have."""


def _is_paid(row: Row, place: int) -> bool:
    """Whether a figure is what somebody is paid ("Ms. Lind will get a base salary of")."""
    figure = row.words[place].ref if place < len(row.words) else None
    if not isinstance(figure, Figure):
        return False
    named = figure.metric.text.lower() if figure.metric is not None else ""
    return group_of(figure) == "pay" or named.endswith("options")


def is_had_with(tags: str, at: int) -> bool:
    """Whether a party is only whom something is had with ("The agreement with Norvik will give")."""
    return "w" in tags[max(0, at - 2) : at] and HAD_WITH.search(tags, max(0, at - 9), at) is not None


HAD_WITH = Pattern(r"(?r)(?:^|[,;c&S])(?:D|i)[xMCkXVWG]{1,4}wD?\Z")


def is_made_by_another(row: Row, at: int) -> bool:
    """Whether a name is only what somebody makes or owns ("The maker of Orlin and Tarn tyres expects")."""
    near = max(0, at - 14)
    hit = (
        MADE.search(row.tags, near, at) or APPOSED.search(row.tags, near, at)
        if row.tags[at] in "NZ"
        else None
    )
    if hit is None or row.keys[hit.start("who")] not in known("parties.making"):
        return False
    return row.tags[at - 1] != "," or row.tags[at + 1 : at + 2] not in BEHIND_SUBJECT


BEHIND_SUBJECT = (",", "", *"VBHAWXSmd")
"""What stands behind a name that a comma leads, where it is who acts ("A maker of valves, Orlin employs")."""
APPOSED = Pattern(r"(?r)[NKk],D?[xM]{0,2}(?P<who>[Kx])oD?(?:[Nx]{1,4}[,&])*x{0,2}\Z")
MADE = Pattern(r"(?r)(?:^|[;\"-])c?D[^,;FVBHAWXSmN]{0,5}(?P<who>[Kx])oD?[^VBHAWXmSF;IrcTP]{0,10}\Z")
