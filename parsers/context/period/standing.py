"""What is of no time but now: what somebody has, what is a fact of today, terms that stand."""

from __future__ import annotations

from parsers.context.period.agreed import is_of_a_bid
from parsers.context.period.timely import FLOWS
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind


def stands(row: Row, figure: Figure, place: int, family: str) -> bool:
    """Whether a figure is of no time but now: what somebody has ("its four mills"), "its 2% target"."""
    if is_of_a_bid(row, figure, place) or row.keys[place + 1 : place + 2] in MARKS:
        return True
    if figure.kind == Kind.COUNT and (
        figure.unit in known("contextwords.analyst") or _is_known(row, figure, place)
    ):
        return True
    if row.keys[place + 1 : place + 2] == ("owned",) and row.tags[place - 1 : place] in ("", ",", "D", "i"):
        return "T" not in row.tags[place + 1 : place + 5]  # "A group, 50% owned by Norvik"
    acts = row.tags[place - 2 : place - 1] in tuple("NPKI") and "T" in row.tags[: place - 2]
    if row.keys[place - 1] == "owned" and "T" not in row.tags[place : place + 8].partition(",")[0]:
        return not acts  # "a mill owned 30% by Norvik", not "As of May 3 Norvik owned 30%"
    standing = known("contextwords.standing")
    named = figure.metric.text.split()[-1].lower() if figure.metric is not None else ""
    if (
        figure.kind == Kind.PERCENT
        and figure.direction == Direction.NONE
        and named in known("contextwords.levies")
    ):
        return True
    if named == "split" and figure.kind == Kind.RATIO:
        return "T" not in row.tags[place + 1 : place + 6]
    if row.tags[max(0, place - 1) : place] == "o" and row.words[place - 2].key in standing:
        return row.tags[max(0, place - 3) : place - 2] in ("i", "'")
    now = not known("contextwords.at_present").isdisjoint(row.keys[max(0, place - 2) : place])
    if now and NOW_F.search(row.tags[:place]):
        return True
    following = row.words[place + 1] if place + 1 < len(row.words) else None
    if following is not None and following.key in standing:
        return row.tags[place + 2 : place + 3] not in ("p", "n")
    if figure.kind == Kind.COUNT and row.tags[max(0, place - 2) : place] in ("fi", "pi", "ni"):
        own = ITS_OWN.match(row.tags, place + 1) is not None
        return not own or row.keys[place + 1] == "since"  # "from its 3.1 million customers"
    owned = figure.kind == Kind.COUNT and row.tags[max(0, place - 1) : place] in ("i", "'")
    owned = owned and row.tags[max(0, place - 2) : place] != "T'"  # "from July's 20,309"
    return owned and family not in FLOWS and not (following is not None and following.tag in "Tn")


MARKS = (("mark",), ("threshold",))
"""Behind a value by which others are measured ("below the 50 mark")."""


def _is_known(row: Row, figure: Figure, place: int) -> bool:
    """Whether a number only tells which things are meant ("the two banks", "a three-judge panel")."""
    if figure.unit and f"-{figure.unit.split()[0]}" in figure.text:
        return True
    if row.tags[max(0, place - 2) : place] == "aD" and row.keys[place - 1] == "the":
        return True  # "fell 1% at the 212 stores"
    small = figure.value is not None and figure.value < FEW
    return small and row.keys[place - 1] in POINTS and ITS_OWN.match(row.tags, place + 1) is None


POINTS = frozenset(("the", "these", "those", "both"))
FEW = 13
ITS_OWN = Pattern(r"[nop]?D?[rTNI]|[xMGC]{0,2}r|DA?V")
"""Behind things of which a clause, or a time, says more ("the four mills that it closed in May")."""


def is_since_event(row: Row, place: int) -> bool:
    """Whether a change is told of the time since something happened ("down 9% since its rival failed").

    No words name such a time as a whole.
    """
    if row.keys[:2] == ("since", "then"):
        return True
    if row.keys[0] == "since" and not row.tags.startswith("T", 1):
        comma = row.tags.find(",")
        return 0 < comma < place
    for at in range(place + 1, min(len(row.tags) - 1, place + 12)):
        if row.keys[at] == "since" and row.keys[at - 1].endswith("est"):
            return False  # "sank 22% to the lowest since its listing"
        if row.keys[at] == "since":
            return row.tags[at + 1] != "T" and row.tags[at - 1] != "H"  # "and has since built it up"
        if row.tags[at] in ",;cvrS" or row.tags[at : at + 2] == "&F":
            return False  # "up 9.6% this year and 31% since its February low"
    return False


def is_maturity(row: Row, figure: Figure, place: int) -> bool:
    """Whether a year is the one in which a bond ends ("priced to yield from 6% in 1991 to 7% in 2004")."""
    if (
        figure.kind != Kind.PERCENT
        or row.tags[place + 1 : place + 3] != "nT"
        or SPANS.search(row.tags[:place]) is None
    ):
        return False
    return any("yield" in key for key in row.keys[max(0, place - 10) : place])


SPANS = Pattern(r"(?r)(?:f|fFnTt)q*\Z")


NOW_F = Pattern(r"(?r),[dT]q*\Z")


NOW_IS = Pattern(r"(?r)F[^F;]{0,8}(?P<now>T)[HBA]?d?[VWHBmM][^F;,T]{0,3}\Z")
"""Before what something is now, behind what it was."""


def tells_of_now(row: Row, place: int) -> bool:
    """Whether a relative clause tells of what is so now (", which employs 640 people", "that has 22 stores").

    The time of the clause before it is none of its own.
    """
    low = max(0, place - 16)
    does = NOW_DOES.search(row.tags[low:place])
    if does is not None and row.keys[low + does.start() + 1] in known("contextwords.at_present"):
        return True  # "bought 9 mills in May and now owns 40"
    now = NOW_IS.search(row.tags, low, place)
    if now is not None and row.keys[now.start("now")] in known("contextwords.at_present"):
        return True  # "A basket that cost $86 in 2020 now costs $112"
    has = AND_HAS.search(row.tags, low, place)
    if has is not None and row.keys[has.start() + 1] in known("parties.runs"):
        return row.keys[has.start() + 1].endswith("s")  # "had sales of $2 million and employs 40 people"
    own = OWN_CLAUSE.search(row.tags, low, place)
    if own is not None and row.keys[own.start("verb")] in known("contextwords.stands_now"):
        return True
    hit = WHICH.search(row.tags[low:place])
    if hit is None or not _relates(row, low + hit.start("who")):
        return False
    verb = low + hit.start("verb")
    key = row.keys[verb]
    if row.tags[verb] == "A":
        return key in ("can", "may")
    if key in known("contextwords.tells_of_values") or key == "was":
        return False
    if key in ("has", "have"):
        return row.tags[verb + 1] not in "VHWmB" and not row.keys[verb + 1].endswith("ed")
    return key == "are" or key.endswith("s") or key in known("contextwords.present")


OWN_CLAUSE = Pattern(
    r"(?r)(?:,?[&c]|;[&c]?)(?:D?[xL]{0,2}N|[IK]|DK)d?(?P<verb>[HVWXBmx])(?:t[VWHmx][DixM]{0,2})?q*\Z"
)
"""Before what somebody has or plans, in a clause of its own ("earned $5 million, and it owns 27% of")."""
AND_HAS = Pattern(r"(?r)&[VHWmBx]q*\Z")
NOW_DOES = Pattern(r"(?r)&[dT][VHWmB]q*\Z")


def _relates(row: Row, at: int) -> bool:
    """Whether a word at which a relative clause begins is none that only points ("said that sales")."""
    if "T" in row.tags[max(0, at - 3) : at]:
        return False  # "a 2026 budget that raises spending by a third"
    if row.keys[at] in ("which", "who", "whose", "where"):
        return True
    return row.keys[at] == "that" and at > 0 and row.tags[at - 1] in "xMKkNLZCG,"


WHICH = Pattern(
    r"(?r)(?P<who>[rDcx])(?:[DiKkNLxMZo']{1,5}(?=[WHm]))?d?(?P<verb>[VHWmxMB]|A(?:d?[VHWmx])?)[^,;FVBHAWXSm]{0,6}\Z"
)
