"""What the clause behind a figure tells of it: what is defined, counted, or what something is done with."""

from __future__ import annotations

from parsers.context.period.others import was_passed
from parsers.context.period.times import Given, moment_at
from parsers.context.period.usable import foreseen_lately, lasts, usable
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment
from parsers.quick import Quick
from parsers.values import record


@record
class Clause:
    """What a clause of its own behind a figure says of its time; ``given`` is None where that is nothing."""

    given: Given | None = None


def clause_of(row: Row, figure: Figure, place: int) -> Clause | None:
    """The time that a clause of its own behind a figure gives; None where there is no such clause."""
    twin = ALSO.match(row.tags, place + 1)
    behind = twin.end() - 1 if twin is not None else place
    if _is_defined(row, place, behind):
        told = _told_of_it(row, behind, ",;fvc" if row.keys[place - 1].startswith("of wh") else ",;fvcA")
        return Clause(Given(told, "period.of_it") if told is not None else None)
    many = (figure.kind == Kind.MULTIPLE or figure.unit == "time") and MANY_TIMES.match(
        row.tags, place + 1
    ) is not None
    if many and row.keys[place + 1] != "that":
        return Clause()  # "three times the figure for 1988"
    if row.keys[place + 1 : place + 2] and row.keys[place + 1].startswith("of wh"):
        told = _told_of_it(row, place + 1, ",;fvc") if OF_WHICH.match(row.tags, place + 2) else None
        own = told is not None and not lasts(told)
        return Clause(Given(told, "period.of_it") if told is not None and own else None)
    came = CAME_FROM.match(row.tags, place + 1)
    if came is not None and (then := moment_at(row, came.end() - 1)) is not None:
        return Clause(Given(then, "period.stated"))
    went = WENT.match(row.tags, place + 1)
    if went is not None and (then := moment_at(row, went.end() - 1)) is not None:
        return Clause(Given(then, "period.stated"))
    if (noun := ITS_SOURCE.match(row.tags, place + 1)) is not None and row.keys[place - 1] == "the":
        then = moment_at(row, noun.end() - 1)
        return Clause(Given(then, "period.stated") if then is not None else None)
    if (stood := STOOD.match(row.tags, place + 1)) is not None:
        then = moment_at(row, stood.end() - 1)
        return Clause(Given(then, "period.stated") if then is not None else None)
    subject = figure.kind in AMOUNTS or _were(row, figure, place)
    subject = subject and _is_subject(row, place)
    if subject or _heads_its_clause(row, figure, place):
        told = _told_of_it(row, place, ",;fvcF" if subject else ",;fvcA")
        return Clause(Given(told, "period.stated") if told is not None else None)
    return None


def is_when_foreseen(row: Row, at: int, moment: Moment) -> bool:
    """Whether a time is the one when something was foreseen ("the 2.2% seen in August")."""
    if moment.granularity in ("year", "half") and row.tags[at - 1 : at] == "p":
        return False  # "the $5 million expected for 1990"
    if foreseen_lately(row, at):
        return True
    verb = at - 1 - (row.tags[at - 1 : at] in ("n", "p", "a"))
    on = row.keys[at - 1] in ("in", "on", "at") or verb == at - 1
    foreseen = row.tags[verb : verb + 1] == "X" or row.keys[verb : verb + 1] in PREDICTED
    return on and foreseen and row.tags[verb - 1 : verb] in FORESEERS


def was_foreseen(row: Row, place: int) -> bool:
    """Whether a figure is one foreseen for the time of that before it ("above the 2.2% seen in August")."""
    lead = place - 1 - (row.tags[place - 1 : place] == "q")
    hit = ONCE_FORESEEN.match(row.tags, place + 1) if lead >= 0 and row.keys[lead] == "the" else None
    if hit is None:
        return False
    verb = row.keys[hit.end() - 1].partition(" ")[0]
    if "B" in row.tags[place + 1 : hit.end()] and not verb.endswith("ing"):
        return False  # "the 4% that regulators are expected to demand"
    own = row.tags.find("T", hit.end(), hit.end() + 3)
    moment = moment_at(row, own) if own >= 0 else None
    return moment is None or is_when_foreseen(row, own, moment)


ONCE_FORESEEN = Pattern(r"Q?(?:[Dr]?[INKRxE]{1,2}(?:(?:[xW]?p|a)[NEL])?H?d?B?d?|[INKRxE]{1,2})?[XS]")
PREDICTED = (("predicted",), ("estimated",), ("promised",), ("given",))
FORESEERS = tuple("FINKRHQd")
"""What stands before such a verb behind its amount: "the $5 million forecast in May", "it had forecast"."""


MANY_TIMES = Pattern(r"(?:D|i|[TNLKk]')[^,;F]{1,5}[opn]D?T|T'[^,;F]{1,3}")


def _told_of_it(row: Row, place: int, stops: str = ",;fvcA") -> Moment | None:
    """The first time behind a figure that a clause of its own follows."""
    for at in range(place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if (
            tag in stops
            and row.keys[at] != "so"
            and not (_is_another_done(row, at) or _is_its_price(row, at))
        ):
            return None  # "24% of them did so this month"
        if row.tags[at : at + 3] == "(T:":
            return None  # "orders of $40 million came in (2015: $38 million)"
        moment = moment_at(row, at) if tag == "T" else None
        if moment is not None and (is_when_foreseen(row, at, moment) or was_passed(row, at)):
            return None
        if moment is not None:
            if row.keys[at - 2 : at - 1] in (("paid",), ("payable",)) and row.tags[at - 3 : at - 2] in "AB":
                return None  # "A dividend of 8.4p will be paid on Feb. 19"
            told = row.words[at - 1].key in ("on", "due") or usable(row, at, near=True) is not None
            return moment if told else None
    return None


def _is_its_price(row: Row, at: int) -> bool:
    """Whether a price stands between what is counted and its time ("90 homes were sold for $1 in May")."""
    before = row.tags.rfind("p", max(0, at - 4), at)
    paid = before >= 0 and row.keys[before] in ("for", "at") and set(row.tags[before + 1 : at]) <= {"q", "D"}
    return row.tags[at] == "F" and paid and row.tags[at + 1 : at + 3] in ("nT", "pT")


def _is_another_done(row: Row, at: int) -> bool:
    """Whether more of them is counted, with which something was done too ("9 were killed and 40 injured")."""
    return row.tags[at] == "F" and AND_SO_MANY.search(row.tags[max(0, at - 4) : at + 2]) is not None


AND_SO_MANY = Pattern(r"(?r)[xWV],?&[qD]*F[xWV]\Z")


ALSO = Quick(r"Q?,&q*FQ?,")
"""Behind an amount of which another tells as well ("the $5 million, or $1 a share, it earned")."""


def _is_defined(row: Row, place: int, behind: int) -> bool:
    """Whether what follows says which amount is meant ("the $5 million that it earned in 1988").

    It stands ``behind`` the amount, or behind another one that tells of the same.
    """
    lead = row.words[place - 1 - (place > 1 and row.tags[place - 1] == "q")] if place else None
    if lead is not None and lead.key.startswith("of wh"):
        return DOES_OR_IS.match(row.tags, behind + 1) is not None
    if lead is None or lead.key != "the":
        return False
    following = row.words[behind + 1].key if behind + 1 < len(row.words) else ""
    return following in ("that", "made") or DEFINES.match(row.tags, behind + 1) is not None


DEFINES = Pattern(
    r"Q?(?:[aonp]?r|[INP]d?[VBHWXmS]|[xKk]{1,3}[VHWm]|[WmHVX](?=[^,;F]*T)|[MGC](?:[no]D?[xMGL]{1,3})?[XWVH]p?T)"
)


def _heads_its_clause(row: Row, figure: Figure, place: int) -> bool:
    """Whether things are counted that did something ("Only five companies have raised money this year").

    A share of them too: "Only 12% of purchasers paid more in June".
    """
    if figure.kind in (Kind.PERCENT, Kind.RATIO):
        if FIRST.match(row.tags[:place]) is None:
            return False
        return OF_THEM.match(row.tags, place + 1) is not None or TOOK.match(row.tags, place + 1) is not None
    if figure.kind not in COUNTED or FIRST.match(row.tags[:place]) is None or row.keys[0] in ("the", "these"):
        return False
    return DOES.match(row.tags, place + 1) is not None


def _is_subject(row: Row, place: int) -> bool:
    """Whether an amount is what something is done with ("A surplus of $600 million is foreseen for 1990")."""
    if SUBJECT_OF.match(row.tags, place + 1) is None:
        return False
    return HEAD_OF.search(row.tags[max(0, place - 8) : place]) is not None


def _were(row: Row, figure: Figure, place: int) -> bool:
    """Whether things are counted with which something was done ("where 460 people were laid off in June").

    So are those that will do something ("600 shops will close in 2025").
    """
    if figure.kind != Kind.COUNT:
        return False
    done = not {"was", "were", "been", "be"}.isdisjoint(row.keys[place + 1 : place + 7])
    return done or row.tags[place + 1 : place + 2] == "A"


AMOUNTS = (Kind.MONEY, Kind.RATIO, Kind.PERCENT, Kind.QUANTITY)
COUNTED = (Kind.COUNT, Kind.QUANTITY)
OF_WHICH = Pattern(r"[AB]|I?[XHW]")
SUBJECT_OF = Quick(
    r"Q?(?:&[cx])?[xMG]{0,3}(?:[op]q*[DiqxMNLZKk]{1,4}){0,2}(?:[Ax]d?B|Ad?[xVWH]|(?:B[xXW]t)?H?Bd?[VWXxBmHC]|Btd?[BVWHm])"
)


HEAD_OF = Pattern(
    r'(?r)(?:^|^d,|[;"]|,?[&cr]|ST?D?|^[opn][DiMxNZ]{1,5},)D?(?:[xU]{0,2}[MCGx]o|D[MC]|[dxq])?q*\Z'
)


FIRST = Quick(r'"?[c&]?(?:oD?F[^,;F]{0,6},)?(?:[qd]|D(?=\Z)){0,3}\Z')


DOES = Pattern(
    r"H?d?[VWmx]|H(?=[UGMC][^,;F]*T)"
    r"|[xM]{0,2}(?:[opanw]q*[DiqxMNLZKk]{1,4}){1,2}(?:H?d?[VWm]|H(?=[xMGC][^,;F]*T))"
)


TOOK = Pattern(r"d?[WmHS](?=[^,;]*T)")
"""Behind a share at the head of its sentence: what they did ("Three in ten took weeks to pay in May")."""
OF_THEM = Pattern(r"o[DiFxNKkRLMZ]{1,5}(?:[xWV]p[DiNKELx]{1,4})?H?d?[VWmHS](?=[^,;F]*T)")
CAME_FROM = Pattern(r"o[DixM]{1,4}[BWm]fD?[LNKxM]{1,3}n?T")
"""Behind a share: where so much of something came from, and when ("of sales came from Asia last year")."""
WENT = Pattern(r"(?:Q|U)?f[Dq]*FQ?[np]?Tt[Dq]*FQ?[np]?T")
"""Behind how much something changed between two times, it is of the later one ("from $3 in May to $4 in")."""
ITS_SOURCE = Pattern(r"[xMG]{0,2}MfD?T")
"""Behind an amount, with "the" before it: the report that it stood in ("the $5 charge from last quarter")."""
STOOD = Pattern(r"(?:o[DixNLMZ]{1,5}(?:,&q*F)?)?,?B[xU]d?[npa]T")
"""Behind a share that was so on a day ("13.7% of office space stood empty at the end of April")."""
DOES_OR_IS = Pattern(r"[AH]?d?[VWmxBC]")
