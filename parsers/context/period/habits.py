"""What is of no time of a report: habits, yearly amounts, what is only to be done."""

from __future__ import annotations

from parsers.context.period.moving import is_pace
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Direction, Figure, Kind, Moment, Status


def is_untimely(row: Row, figure: Figure, place: int, now: Moment | None) -> bool:
    """Whether a figure is of no one time: so much a year, so many times its profit, what it could fetch."""
    told = now is not None and now.granularity == "year" and is_of_a_year(row, figure)
    if (
        (is_yearly(row, figure, place) and not told)
        or is_worth(row, place)
        or is_valued_at(row, figure, place)
        or figure.metric_name in ("penalty", "price target")  # neither is a result of a quarter
    ):
        return True
    if figure.kind == Kind.COUNT and row.tags[place - 1 : place + 2] == "DFr":
        return row.keys[place - 1] == "the"  # "the two million customers whose"
    return (row.once(_tells_of_an_era) and _is_of_an_era(row, place)) or _is_of_a_trial(row, figure)


def _tells_of_an_era(row: Row) -> bool:
    """Whether a sentence names an era at all."""
    return row.tells("contextwords.eras")


def _is_of_an_era(row: Row, place: int) -> bool:
    """Whether a figure is of a time that only its name tells ("lost 8 million during the recession")."""
    eras = known("contextwords.eras")
    for at in range(place + 1, min(len(row.keys) - 2, place + 5)):
        if row.keys[at] in ("during", "in") and row.keys[at + 1] == "the" and row.keys[at + 2] in eras:
            return True
    return False


def _is_of_a_trial(row: Row, figure: Figure) -> bool:
    """Whether a share is of those whom a medicine was tried on: a trial is of no quarter."""
    if figure.kind not in (Kind.PERCENT, Kind.COUNT, Kind.RATIO, Kind.POINTS):
        return False
    return row.once(_tells_of_a_trial)


def _tells_of_a_trial(row: Row) -> bool:
    """Whether a sentence tells of the trial of a medicine."""
    return row.tells("contextwords.trials") or ("study" in row.keys and "patients" in row.keys)


def is_yearly(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is what something comes to a year ("save $5 million a year", "annual costs of")."""
    if figure.per in YEARLY or row.keys[place + 1 : place + 2] in EACH_YEAR:
        return figure.direction == Direction.NONE
    if figure.metric is None or is_pace(row, figure, place):
        return False
    at = figure.metric.start
    return YEARS.search(row.text, max(0, at - BESIDE), at + BESIDE) is not None


def is_of_a_year(row: Row, figure: Figure) -> bool:
    """Whether a figure is the result of a whole year, whichever it is ("annual profit fell 36%")."""
    if figure.metric is None or figure.per is not None or figure.status != Status.REPORTED:
        return False
    if group_family(figure.metric_name) not in ("profit", "revenue"):
        return False
    at = figure.metric.start
    return YEARS.search(row.text, max(0, at - BESIDE), at + BESIDE) is not None


YEARLY = ("year", "month", "quarter")
EACH_YEAR = (("annually",), ("yearly",))


YEARS = Pattern(r"(?i)\b(?:annual|yearly|annualized|annualised) (?!(?:\p{Ll}++ )?(?:rate|pace))")
BESIDE = 11
"""How many characters around the beginning of a metric its adjective may take ("annual costs")."""


def is_to_do(row: Row, place: int) -> bool:
    """Whether a figure is what is to be done, and nothing that was ("agreed to pay $5 million")."""
    if (decided := DECIDED.search(row.tags[:place])) is not None:
        return row.keys[decided.start()] in ("will", "would")
    is_to = IS_TO.search(row.tags, max(0, place - REACH), place)
    if is_to is not None and row.keys[is_to.start()] in ("is", "are"):
        return True
    hit = TO_DO.search(row.tags[max(0, place - 8) : place])
    if hit is None:
        return False
    before = max(0, place - 8) + hit.start()
    undertakes = known("contextwords.undertakes contextwords.plans")
    return before > 0 and row.keys[before - 1] in undertakes


def is_worth(row: Row, place: int) -> bool:
    """Whether a figure is what somebody could get or pay for something ("could fetch $5 million")."""
    hit = COULD.search(row.tags[max(0, place - 10) : place])
    if hit is None:
        return False
    verb = max(0, place - 10) + hit.start("verb")
    will_be = row.keys[verb] == "be" and row.keys[max(0, place - 10) + hit.start()] in (
        "will",
        "would",
        "'ll",
    )
    return row.keys[verb] in known("contextwords.fetches") and not will_be


COULD = Pattern(r"(?r)A[dHtW]{0,4}?d?(?P<verb>[VHWmxB])[tapqDd]{0,3}\Z")


DECIDED = Pattern(r"(?r)Ad?(?!H)[^SXA;c]{1,24}\Z")
"""Before what has been decided ("will shut its mill, laying off 900 workers")."""
REACH = 16
"""How many words before a figure what somebody is to do may stand."""
IS_TO = Pattern(r"(?r)Bt[WHmx](?:[DixM]{1,4}(?:[fo][DixMNKkLE]{1,4})?)?[oa]?q*\Z")
"""Before what somebody is to get or pay ("is to receive a payment from Orlin of $5 million")."""
TO_DO = Pattern(r"(?r)td?[HVWmXx](?:[^,;FA]{0,8}&td?[VWHmx])?(?:[Dqdp]{0,2}|[Di]?x{0,2}Mpq*)\Z")


def _costs(row: Row, place: int) -> bool:
    """Whether a figure is what something costs ("a bowl costs $11")."""
    low = max(0, place - 6)
    verb = COSTS.search(row.tags[low:place])
    if verb is None or row.keys[low + verb.start("verb")] != "costs":
        return False
    before = low + verb.start()
    return row.tags[before] != "D" or row.keys[before] in EACH


COSTS = Pattern(r"(?r)[DQxNKkZIPF](?P<verb>[MW])q*\Z")
EACH = frozenset(("each", "that", "this"))
STANDS = Pattern(r"aF,")
BEHIND = Pattern(r"(?:o[iD]?[xMNZ']{1,4})?B")


def is_habit(row: Row, place: int, fresh: bool) -> bool:
    """Whether the verb before the figure tells of the present ("operates", "spends", later on "growing")."""
    if not known("contextwords.at_present").isdisjoint(row.keys[max(0, place - 3) : place]):
        return True
    if _costs(row, place):
        return True
    if place == 1 and STANDS.match(row.tags) is not None:
        verb = next((at for at in range(3, min(len(row.keys), 8)) if row.tags[at] in "VBHWm"), 0)
        if row.keys[verb].endswith("s") and row.keys[verb] != "was":
            return True  # "At 2.6%, inflation remains within its range"
    behind = BEHIND.match(row.tags, place + 1)
    if behind is not None and row.keys[behind.end() - 1] in ("is", "are"):
        return True
    for at in range(place - 1, max(-1, place - 24), -1):
        key = row.words[at].key
        if row.tags[at] == "C" and at and row.tags[at - 1] in "&NKI" and key.endswith("s"):
            return True
        if row.tags[at] in "VBHAWXm" and key not in known("contextwords.appraises"):
            if row.keys[at - 1 : at] in CAN:
                return True  # "It can generate $700 million a year"
            return _is_present_verb(row, at, place, fresh)
    return False


CAN = (("can",), ("may",), ("might",))


def _told_before(row: Row, at: int) -> int | None:
    """The verb of which a participle tells more ("Fees did better, rising 9%", "well, with sales rising")."""
    lead = LEADS_ON.search(row.tags, max(0, at - 16), at)
    if lead is None or row.keys[lead.start("verb")].endswith("ing"):
        return None
    return lead.start("verb")


LEADS_ON = Pattern(
    r"(?r)(?:(?P<verb>[VHWm])[^,;VBHWAXm]{0,6},(?:w[DixM]{1,3})?"
    r"|(?P<verb>[VHWmB])[^;VBHWAXm]{0,8}w[^;VBHWAXm]{0,12}&[DixMG]{1,3})\Z"
)


def _is_present_verb(row: Row, at: int, place: int, fresh: bool) -> bool:
    """Whether the verb at ``at`` tells of the present, or of what had been before."""
    helps = at - 1 - (at > 1 and row.tags[at - 1] == "d")  # "has already spent"
    key, helper = row.keys[at], row.keys[helps] if at else ""
    if key in known("contextwords.requests"):
        return True
    if row.tags[at] == "m" and helper in ("is", "are"):
        return True
    if row.tags[at] in "VHWm" and helper == "had" and at > place - 3:
        return True  # "which had set aside $5 million": before that time
    if row.tags[at] in "VHWm" and helper in ("has", "have"):
        return row.tags[helps - 1 : helps] != "A"  # not "would have earned"
    if key.endswith("ing"):
        told = None if fresh or row.tags[helps] == "B" else _told_before(row, at)
        return not fresh if told is None else _is_present_verb(row, told, place, fresh)
    if key in known("contextwords.present") and row.tags[at - 1 : at] not in ("t", "A"):
        return True
    first = key.split()[0]  # "makes up"
    return key in ("is", "are", "have", "has") or (first.endswith("s") and key not in ("was", "includes"))


def is_valued_at(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is how many times its profit or sales something is worth ("15 times earnings")."""
    if figure.kind != Kind.MULTIPLE and figure.unit != "time":
        return False
    return figure.direction == Direction.NONE and TIMES_WHAT.match(row.tags, place + 1) is not None


TIMES_WHAT = Pattern(r"[DiXxTMo']{0,4}M")
