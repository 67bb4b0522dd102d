"""Which figures are old values, and which times are theirs ("from $5 million a year earlier")."""

from __future__ import annotations

from parsers.context.inbrackets import is_of_the_year_before
from parsers.context.period.onsales import is_of_old_sales
from parsers.context.period.source import tells_source
from parsers.context.period.times import COMPARED, DAYS, moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment

OLD = Pattern(r"(?r)[fv](?P<gap>[^VBHAWXStfv;c&,]{0,14}|D?[xM]{1,3}pT,oq*)\Z")
UP_ON_THEN = Pattern(r"(?r)Up(?:D|i)?[xMG]{0,3}o?q*FQ?(?:[npoa]D?)?\Z")
OLD_TIME = Pattern(
    r"(?r)[fv](?:[^VBHAWXStfv;c,&]{0,16}|[^VBHAWXStfv;c,]{0,8}F(?:,?&q*FQ?|\(F\)|[^VBHAWXStfv;cF&]){0,12}(?:H[pn])?)\Z"
)


def is_old(row: Row, place: int) -> bool:
    """Whether a figure is the old value of a change ("from $5 million", "compared with 3%")."""
    if is_of_the_year_before(row, place) or _follows(row, place) or _is_up_on(row, place):
        return True
    low = max(0, place - 16)
    near = row.tags[low:place]
    if ("f" not in near and "v" not in near) or row.keys[place - 1] in LIMITS:
        return False
    if OLD_TOO.search(row.tags[low:place]) and DATED.match(row.tags, place + 1):
        return "on" not in row.keys[place + 1 : place + 3]
    if is_of_old_sales(row, low, place):
        return True
    hit = OLD.search(row.tags[low:place])
    if hit is None or "F" in hit["gap"].replace("F(F", "") or SELLER.match(hit["gap"]):
        return False
    if row.keys[low + hit.start()] in known("contextwords.topping") and not _tells_a_level(
        row, low + hit.start(), place
    ):
        return False  # "sales tripled, exceeding $5 million"
    if _is_of_a_cause(row, low + hit.start(), place):
        return False
    if "T" in hit["gap"] and "as" in row.keys[low + hit.start() : place]:
        return False  # "have fallen from their July peaks as $5 million was cut"
    if (MOVED_FROM if row.tags[low + hit.start()] == "f" else AGAINST_IT).match(hit["gap"]):
        return False
    if row.tags[low + hit.start()] == "f" and "F" not in row.tags[:place]:
        pause = low + hit.start() - 1
        level = row.tags[pause : pause + 1] == "," and LEVEL_OF.match(hit["gap"]) is not None
        level = level or _moved_then(row, pause, place)
        return level or TO_NEW.match(row.tags, place + 1) is not None
    noun = row.words[place - 2].key
    if "T" in hit["gap"] and noun in known("contextwords.readings"):
        return True  # "compared with last year's figure of $5 million"
    return not hit["gap"].endswith("xo") or noun in known("contextwords.extreme")


def is_there_already(row: Row, place: int) -> bool:
    """Whether something would move from a value ("would climb to 290 tonnes by 2028 from 205")."""
    return WOULD_MOVE.search(row.tags, 0, place) is not None


WOULD_MOVE = Pattern(r"(?r)AB?d?[VCWG]d?tq*FQ?(?:[np]D?T)?,?fq*\Z")


def _follows(row: Row, place: int) -> bool:
    """Whether a figure is a move that another of its sentence came after ("up 3%, following a 0.8% drop")."""
    comes = row.keys[place - 2 : place - 1] in (("after",), ("following",))
    if not comes or "F" not in row.tags[: place - 2]:
        return False
    behind = row.keys[place + 1 : place + 2]
    return row.keys[place - 1] in ("a", "an") and bool(behind) and behind[0] in known("directions.noun")


def _is_up_on(row: Row, place: int) -> bool:
    """Whether a figure is what another is up or down on ("up on last year's 5%", "down on the 5% of May")."""
    near = "on" in row.keys[max(0, place - 9) : place] or "q" in row.tags[max(0, place - 9) : place]
    hit = UP_ON.search(row.tags, max(0, place - 9), place) if near else None
    if hit is None or row.keys[hit.start("on")] not in ("on", "below", "above"):
        return False
    return "T" in hit["gap"] or DATED.match(row.tags, place + 1) is not None


UP_ON = Pattern(r"(?r)(?:U(?P<on>p)|F(?P<on>q))(?P<gap>(?:[Di]|[Di]?T'|D(?=T))?T?[xMG]{0,3}o?)q*\Z")
LIMITS = ("minimum of", "maximum of")
"""Before what something may be at least or most, as it was before ("against a regulatory minimum of 9%")."""


def _moved_then(row: Row, at: int, place: int) -> bool:
    """Whether it is told when something moved, and from what then ("fell in May from 8% in April")."""
    moved = row.tags[at : at + 1] == "T" and "V" in row.tags[max(0, at - 10) : at]
    return moved and DATED.match(row.tags, place + 1) is not None


def _is_of_a_cause(row: Row, at: int, place: int) -> bool:
    """Whether "from" tells where something comes from, or when, and no old value.

    So in "a charge resulting from a $3 million settlement", in "rose from a year ago on a 9% sales gain"
    and in "a loss from placing $5 million of loans on non-accrual".
    """
    if row.keys[at + 1].endswith("ing") and DOING.fullmatch(row.tags, at, place):
        return True
    if row.tags[at] != "f":
        return False
    if row.keys[at - 1 : at] and row.keys[at - 1].startswith(CAUSED):
        return True
    on = row.tags.find("Tp", at, place) + 1
    return on > 0 and row.keys[on] == "on"


CAUSED = ("resulting", "resulted", "results", "stemming", "stemmed", "stems", "arising", "arose", "arises")
"""Before "from": what comes of something."""


def _tells_a_level(row: Row, end: int, place: int) -> bool:
    """Whether an amount of the same kind stands before a word in its sentence."""
    figure = next((word.ref for word in row.words[end : place + 1] if word.tag == "F"), None)
    told = (word.ref for word in row.words[:end] if word.tag == "F")
    return isinstance(figure, Figure) and any(isinstance(f, Figure) and f.kind == figure.kind for f in told)


DOING = Pattern(r"f[xWH][Diq]*")
"""From "from" on: what is done with an amount."""
SELLER = Pattern(r"[DiKkNRxPZL']{1,6}pq*\Z")
"""Between "from" and a price: who sells ("bought the mill from Halden for $5 million")."""
AGAINST_IT = Pattern(r"D?Zaq*\Z")
"""Between "against" and what a currency reached ("was weaker against the dollar at $1.71")."""
MOVED_FROM = Pattern(r"D?[xLNZ]{1,3}Uq*\Z")
"""Between "from" and a change: whence what moved came ("demand from the euro zone down 3.8%")."""
OLD_TOO = Pattern(r"(?r)[fv][^VBHAWXStfv;c&,F]{0,8}F[QU]?(?:,&q*FQ?,?)?(?:[npa]?T)?&f?q*\Z")
"""Before a second old value ("down from 5 tons a year ago and 4 tons in May")."""
DATED = Pattern(r"[QU]?(?:,&q*FQ?,?)?(?:[np]Dx{1,2}[no]|[npa])?T")
LEVEL_OF = Pattern(r"D[xM]{0,2}Moq*\Z")
"""Between ", from" and a level that something has left ("the slide quickened, from a price of $8")."""
TO_NEW = Pattern(r"[^VBHAWXS]{0,6}tq*F")


def belongs_to_old(row: Row, at: int) -> bool:
    """Whether the time at a word dates an old value ("from $5 million a year earlier")."""
    low = max(0, at - 18)
    moment = moment_at(row, at)
    lead = row.words[at - 1].key if at else ""
    pointed = at - 1 - (lead in ("in", "of", "during"))
    if row.keys[max(0, pointed - 1) : pointed + 1] in SAME_POINT:
        return True
    if lead == "of" and row.keys[max(0, at - 2) : at - 1] in (("ahead",), ("behind",)):
        return True
    beyond = lead in ("of", "in", "for") and row.tags[max(0, at - 3) : at - 1] in PACES
    if beyond and any(key.endswith(BEYOND) for key in row.keys[max(0, at - 4) : at - 2]):
        return True
    if lead in DURING and at > 1 and row.words[at - 2].key.split()[-1] in ("than", "as"):
        return True
    if more_than(row, at) or _than_did(row, at) or _is_of_a_multiple(row, at) or _is_likened(row, at, lead):
        return True
    if moment is not None and moment.granularity not in DAYS and _is_side(row, at, lead):
        return True
    sided = SIDES.get(lead) if moment is not None else None
    if lead.endswith(("than", "at the same time")) or (sided and moment and sided.search(moment.text)):
        return True
    if moment is not None and _is_base(lead, at, moment):
        return True
    hit = OLD_TIME.search(row.tags[low:at])
    if hit is None or tells_source(row, at):
        return "U" in row.tags[low:at] and UP_ON_THEN.search(row.tags, low, at) is not None
    start = low + hit.start()
    if row.keys[start - 1 : start] == ("away",):
        return False  # "walked away from options on 54 lots so far this year"
    if row.tags[start : start + 3] == "vDZ" or _is_only_passed(row, start, at):
        return False  # "has risen 15% against the dollar since May", "topped $5 million at year's end"
    # "Cash flow from operations for the nine months was $5 million": nothing came before.
    nothing = row.tags[start - 1 : start + 1] in ("Mf", "Gf") and "F" not in row.tags[:start]
    return not (nothing and ("F" not in row.tags[:at] or EARNED_FROM.match(row.tags, start)))


def _is_only_passed(row: Row, start: int, at: int) -> bool:
    """Whether an amount is only passed before a time that is its own ("Loans topped $5 million in May")."""
    return row.keys[start] in known("contextwords.topping") and not _tells_a_level(row, start, at)


EARNED_FROM = Pattern(r"f[^F;,v]{1,6}oq*F")
"""What is earned from something ("earnings from operations of $5 million for the third quarter")."""


def _is_likened(row: Row, at: int, lead: str) -> bool:
    """Whether a time is that which a figure is as large as ("$5 million, the same as a year earlier")."""
    return lead == "as" and "same" in row.keys[max(0, at - 3) : at - 1]


SAME_POINT = (("same", "point"), ("same", "stage"), ("same", "time"))
"""Before a time whose like is meant ("from the same point in 2024")."""


def _is_side(row: Row, at: int, lead: str) -> bool:
    """Whether a time is what something is ahead of or behind ("5% behind last year's pace")."""
    return lead in BEHIND or (lead == "the" and row.keys[max(0, at - 2) : at - 1] in LEVELS)


def _is_base(lead: str, at: int, moment: Moment) -> bool:
    """Whether a time is that on which something rose ("up 6% on last year", "an 11% increase over 1989")."""
    if lead == "over" and moment.text.lower().startswith(("the preceding ", "the prior ", "the previous ")):
        return True
    if lead == "over":
        whole = "whole" in moment.text or "all of" in moment.text  # "rose 6% over the whole of 2004"
        whole = whole or _is_of_some_years(moment)
        yearly = moment.rule.startswith(("year", "fiscal.year")) and not whole
        yearly = yearly or (moment.granularity in ("quarter", "half") and moment.text[-4:].isdigit())
        return at > 2 and (yearly or BASE.search(moment.text) is not None)
    return lead == "on" and moment.granularity not in DAYS


def _is_of_some_years(moment: Moment) -> bool:
    """Whether a time lasts more than two years, one of which may be a fiscal one ("over 2025-2029")."""
    first, last = moment.first, moment.last
    return first is not None and last is not None and last.year - first.year > 1


BASE = Pattern(r"(?i)\b(?:same|comparable|corresponding|year-earlier|year-ago|earlier|ago|before)\b")
DURING = ("in", "for", "at", "on", "during")
BEHIND = ("behind", "ahead of", "above", "below")
LEVELS = (("above",), ("below",), ("behind",))
BEYOND = ("above", "ahead of", "behind", "below", "than", "over")
PACES = ("Dx", "DM", "DC", "pD", "qD")
"""Between these and a time: "behind the pace of a year earlier", "above the level of May"."""


def more_than(row: Row, at: int) -> bool:
    """Whether a time is what a figure right before it is compared with ("41% more than a year before")."""
    return row.tags[max(0, at - 1) : at] == "F" and MORE_THAN.match(row.words[at].key) is not None


def _than_did(row: Row, at: int) -> bool:
    """Whether a time is that of what somebody did, which is compared ("9% fewer than it built in May")."""
    low = max(0, at - 7)
    hit = THAN_DID.search(row.tags[low:at])
    if hit is None or not row.keys[low + hit.start()].endswith("than"):
        return False
    return not row.keys[low + hit.start("did")].endswith("s")


def _is_of_a_multiple(row: Row, at: int) -> bool:
    """Whether a time is that of what something is a multiple of ("nearly triple the $30 million of 1989").

    So it is of "half the level of 2022", "three times as many as a decade ago", "twice what it was in 2019".
    """
    hit = OF_A_MULTIPLE.search(row.tags, max(0, at - 7), at)
    if hit is None:
        return False
    many = row.words[hit.start()].ref
    if not isinstance(many, Figure) or many.kind not in (Kind.MULTIPLE, Kind.RATIO):
        return False
    form = hit["form"]
    if form.startswith("q"):
        return row.words[hit.start() + 1].key.endswith(" as")
    if form.startswith("x"):
        return row.words[hit.start() + 1].key == "what"
    return many.kind == Kind.MULTIPLE or "F" not in form


OF_A_MULTIPLE = Pattern(
    r"(?r)F(?P<form>DF[on]|o?[DL]?[xM]{1,2}[on]|q[npa]?|x[IDNx]{1,2}d?[VWHmxB]?d?[na]?)\Z"
)
THAN_DID = Pattern(r"(?r)[pqx][INKRL]d?H?(?P<did>[VWHmxB])d?[np]?\Z")
MORE_THAN = Pattern(r"(?i)(?:more|less|fewer) than (?:an? (?:year|quarter|month)|(?:last|this) )")
OVER = Pattern(
    r"(?i)\b(?:same|comparable|corresponding|year[- ]?earlier|year[- ]?ago|(?:prior|previous|last)[- ]year)\b"
)
"""In a time that a change is counted from ("grew 19% over the previous year quarter")."""
SIDES = {"above": COMPARED, "below": COMPARED, "over": OVER}
