"""Times in the clause of a figure that are of something else: of news, of a multiple, of what was left."""

from __future__ import annotations

from parsers.context.period.agreed import is_left_of
from parsers.context.period.habits import is_of_a_year
from parsers.context.period.sessions import came_before
from parsers.context.period.source import tells_source
from parsers.context.period.spoken import SHORT, is_told_then
from parsers.context.period.stood import BALANCES
from parsers.context.period.times import DAYS
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment
from parsers.quick import Quick
from parsers.worded import Worded


def is_of_other(row: Row, place: int, at: int) -> bool:
    """Whether a time behind a figure is that of another value, or of what is done with a part of it."""
    if (
        came_before(row, place, at)
        or is_of_a_multiple(row, at)
        or was_passed(row, at)
        or is_of_a_doing(row, at)
    ):
        return True
    if _is_of_a_level(row, place, at) or _is_of_the_next(row, place, at) or _is_of_a_reason(row, place, at):
        return True
    return row.keys[at - 1] == "by" and is_left_of(row, place)


def _is_of_the_next(row: Row, place: int, at: int) -> bool:
    """Whether a time leads to the next value ("In May exports rose 3%, and in June 5%")."""
    if LEADS.fullmatch(row.tags, place + 1, at) is None:
        return False
    if WILL.match(row.tags, at) is not None:
        return True  # "earnings fell 43% and full-year earnings will trail"
    following = NEXT.match(row.tags, at)
    dated = following is not None and DATED.match(row.tags, following.end()) is not None
    return following is not None and not dated


LEADS = Quick(r"[UQ]?,?[&c]n?")
WILL = Quick(r"Tx{0,2}[MG]{1,2}d?A")
NEXT = Quick(r"T'?,?(?:I|D?[xMG]{1,2})?[VBHm]?[ptd]?q*F")
DATED = Quick(r"[UQ]?n?T")
"""Behind a value: a time of its own ("rose 3%, and in all of 1989 to $5 million in June")."""


def _is_of_a_level(row: Row, place: int, at: int) -> bool:
    """Whether a time is that of the level that something is above or below ("9% below the level of May")."""
    for before in range(at - 1, max(place, at - FAR), -1):
        if row.tags[before] == "F":
            return False
        if row.keys[before] in SIDES:
            return not LEVELS.isdisjoint(row.keys[before:at])
    return False


SIDES = ("above", "below")
FAR = 8
"""Within how many words before its time a level begins."""


def _is_of_a_reason(row: Row, place: int, at: int) -> bool:
    """Whether a time before the one told of is in a reason ("fell 6%, due to fees in the previous quarter").

    So is that of a change before it ("rose 4% after a 3% rise in May").
    """
    preceded = PRECEDED.search(row.tags, place, at)
    if preceded is not None and row.keys[preceded.start()] in known("contextwords.precedes"):
        return True
    moment = row.words[at].ref
    if not isinstance(moment, Moment) or BEFORE.search(moment.text) is None:
        return False
    return REASON.search(row.text, row.words[place].end, moment.start) is not None


PRECEDED = Pattern(r"(?r)[pxV]D[xFq]{1,4}C[np]?\Z")
REASON = Worded(r"(?i)\b<<contextwords.explains>>\b")
BEFORE = Pattern(r"(?i)\b(?:previous|prior|preceding|year before|earlier)\b")
LEVELS = frozenset(("level", "levels", "peak", "pace", "rate", "average", "high", "low", "record", "best"))


def is_of_a_multiple(row: Row, at: int) -> bool:
    """Whether a time is that of what something is many times of, or the most ("12 times last year's profit").

    So is the one of "the third-biggest listing of the year".
    """
    if row.tags[at - 1 : at + 2 : 2] == "F'":
        many = row.words[at - 1].ref
        return isinstance(many, Figure) and (many.kind == Kind.MULTIPLE or many.unit == "time")
    own = OWN_BEFORE.search(row.tags, max(0, at - 6), at)  # "more than double its worth a year ago"
    many = row.words[own.start()].ref if own is not None else None
    if isinstance(many, Figure) and many.kind == Kind.MULTIPLE:
        return True
    noun = row.tags[at - 1] in "oxM" and row.keys[at - 1] not in known("contextwords.spans")
    before = row.words[max(0, at - 4) : at - 1]
    return noun and any(word.key.endswith("est") and word.tag != "M" for word in before)  # not "interest"


def is_of_the_most(row: Row, at: int) -> bool:
    """Whether a time only tells among what something is the most ("was the best so far this year")."""
    lead = at - 1 - (row.keys[at - 1 : at] in (("of",), ("in",)))
    spans = row.keys[at].startswith(("this ", "the year", "the past ", "the last "))
    near = row.keys[max(0, lead - 3) : lead + 1]
    most = any(key.endswith("est") and key not in known("contextwords.no_most") for key in near)
    return spans and most and "F" not in row.tags[max(0, lead - 3) : at]


OWN_BEFORE = Pattern(r"(?r)F(?:[iD]x{0,2}[xM]{1,2}o?|D)\Z")


def is_made_known(row: Row, place: int, moment: Moment) -> bool:
    """Whether on a day an amount was only made known or passed ("proposed a $5 million budget Tuesday")."""
    near = row.keys[max(0, place - 5) : place]
    return moment.granularity in DAYS and not known("contextwords.announces").isdisjoint(near)


def was_passed(row: Row, at: int) -> bool:
    """Whether a time is the one when something was passed ("the $300 million plan authorized in March")."""
    passed = row.keys[at - 2 : at - 1] if row.tags[at - 1] in "np" else ()
    return row.tags[at - 3 : at - 2] in tuple("xMCXGZ") and not known("contextwords.announces").isdisjoint(
        passed
    )


def is_passed(row: Row, at: int) -> bool:
    """Whether "from" tells who gave an amount, and when; "from its peak in July" tells of another one."""
    if row.tags[at + 2 : at + 3] == "T" and tells_source(row, at + 2):
        return True
    hit = PASSED.match(row.tags, at)
    return hit is not None and known("contextwords.extreme").isdisjoint(row.keys[at : hit.end()])


PASSED = Pattern(r"f[DiKkNRxPZL]{1,4}[np]T|vDZ")
"""Behind a figure: who gave it, and when ("raised $5 million from holders in May"), "against the dollar"."""


def is_only_beside(row: Row, figure: Figure, moment: Moment | None, at: int, place: int) -> bool:
    """Whether a time is not a figure's, for all that it stands in its clause."""
    if moment is None:
        return False
    if is_told_then(row, at, place, moment) or (moment.granularity in SHORT and is_of_a_year(row, figure)):
        return True
    if moment.granularity in SHORT and _is_of_what_is_meant(row, at, place):
        return True
    if moment.first != moment.last:
        return False
    if _is_told_on(row, figure, at, place):
        return True
    return _flows(row, figure, at, place) or is_made_known(row, place, moment)


def _is_told_on(row: Row, figure: Figure, at: int, place: int) -> bool:
    """Whether a day is the one on which results were told ("Today, Halden reported sales of $5 million")."""
    hit = TELLS.match(row.tags, at + 1, place)
    told = hit is not None and row.keys[hit.end() - 1] in known("contextwords.makes_public")
    return told and figure.metric is not None and family_of(figure) not in PRICED


TELLS = Pattern(r",?(?:D?[xLM]{0,3}[NKI]){1,2}d?[HVWSx]")
PRICED = frozenset({"price", "rate", "change"})


def _is_of_what_is_meant(row: Row, at: int, place: int) -> bool:
    """Whether an amount is what another has, or what somebody is to do, whatever was done in a month.

    So in "bid for Halden, a rival with sales of $5 million" and in "named Orlin to build it for $9 million".
    """
    between = row.tags[at:place]
    if WITH_ITS.search(between) is not None:
        return True
    return WHOM_TO.search(between) is not None


WHOM_TO = Pattern(r"[WHVx][DiKk]?[NKLRP]td?(?:[VWHm]|x(?=[DiI]))[^,;c&]*\Z")
WITH_ITS = Pattern(r"(?r),D[^,;VBHAWXSm]{1,5}w[^,;VBHAWXSm]{0,3}[xMG]oq*\Z")


def _flows(row: Row, figure: Figure, at: int, place: int) -> bool:
    """Whether an amount is what a balance is left after ("$5 million at the end of May, after costs of")."""
    after = "after" in row.keys[at + 1 : place] or "following" in row.keys[at + 1 : place]
    return after and figure.kind == Kind.MONEY and family_of(figure) not in BALANCES


def is_by_the_way(row: Row, at: int) -> bool:
    """Whether a time is told of the speaker by the way, or of something else that began then."""
    return _ends_an_aside(row, at) or _began_then(row, at) or is_of_a_doing(row, at)


def is_of_a_doing(row: Row, at: int) -> bool:
    """Whether a time is that of something else that was done ("its first gain since listing in 2019")."""
    if row.tags[at - 1 : at] not in ("n", "p"):
        return False
    keys = row.keys
    return any(
        keys[k] in ("since", "before", "after") and keys[k + 1].endswith("ing") and "F" not in row.tags[k:at]
        for k in range(max(0, at - 6), at - 2)
    )


def _ends_an_aside(row: Row, at: int) -> bool:
    """Whether a time ends what is told of the speaker ("Halden, formed by a merger in May, said")."""
    said = at > SPOKEN_OF and row.tags[at + 1 : at + 3] == ",S"
    return said and not row.keys[at + 2].endswith("ing")


def _began_then(row: Row, at: int) -> bool:
    """Whether a time is that in which something else began ("a strike that began in 1967 and cut sales")."""
    return row.tags[max(0, at - 1) : at] == "n" and row.keys[max(0, at - 2) : at - 1] in BEGAN


BEGAN = (("began",), ("begun",))
SPOKEN_OF = 4
"""How many words at least stand before such a time."""


def leads_on(row: Row, at: int) -> bool:
    """Whether a time leads to what is told next ("to 2.2% and 2028 growth at 2.1%", "(2015: $9 million)")."""
    return (
        row.tags[at - 1 : at + 2] in ("(T:", "&TM", "&TG") or NEXT_IN_TURN.match(row.tags, at - 2) is not None
    )


NEXT_IN_TURN = Quick(r".,T[xM]{0,3}[MG][ao]?q*F|,DT(?=[VHWBm])|,pT,q*F")
"""Around a time: the next amount is its own ("rose 5%, second-quarter sales 3%", "and, for 2026, $8")."""


def is_of_a_clause_before(row: Row, at: int, place: int) -> bool:
    """Whether a time belongs to a value of a clause that is over.

    So in "after shedding 9,000 in October, and the rate rose to 4%", "Its 2024 sales of $5 million made it
    the biggest there, where it employs 90 people", "doubled by 2020, and have since slipped by 6%".
    """
    between = row.tags[at + 1 : place]
    since = SINCE_THEN.search(between) if "since" in row.keys[at + 1 : place] else None
    if since is not None and row.keys[at + 1 + since.start("since")] == "since":
        return True
    if (
        AFTER_DOING.search(row.tags, max(0, at - 8), at) is not None
        and AND_ANOTHER.search(between) is not None
    ):
        return True
    return OWN_RESULT.match(between) is not None


SINCE_THEN = Pattern(r"&H(?P<since>[dpx])[VHWxm]")
AFTER_DOING = Pattern(r"(?r)[pq][xVWm]q*Fn\Z")
AND_ANOTHER = Pattern(r",&D?[xM]{0,3}[MG]d?[VBHWm]")
OWN_RESULT = Pattern(r"[xM]{0,2}[MG]oq*F[^;]*,rI?d?[HW]q*\Z")
