"""Which times can be a figure's period at all: none that only names an event, a contract or an end."""

from __future__ import annotations

import datetime as dt

from parsers.context.period.delivery import is_delivery
from parsers.context.period.times import COMPARED, DAYS, PERIODS, in_days, is_day, moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, MomentKind, Status
from parsers.quick import Quick


def lasts(moment: Moment) -> bool:
    """Whether a moment is a span of time that no report is about ("the next three years")."""
    return moment.kind == MomentKind.DURATION and not moment.rule.startswith(REPORTED_ON)


REPORTED_ON = ("reporting", "fiscal")
"""How the names of the rules begin that read what reports are about."""


def is_span_ahead(moment: Moment, figure: Figure) -> bool:
    """Whether things are counted that stand now, and the time is that of a plan for them."""
    if figure.kind != Kind.COUNT or figure.status != Status.REPORTED or BACK.search(moment.text):
        return False
    return lasts(moment) and moment.rule.startswith("duration")


BACK = Pattern(r"(?i)\b(?:past|previous|last|prior|preceding)\b")


def usable(row: Row, at: int, near: bool) -> Moment | None:
    """The moment at a word where it can be a figure's period; ``near`` where it stands right beside it."""
    moment = moment_at(row, at)
    lead = row.words[at - 1] if at else None
    if moment is None or _ends_a_period(row, at) or _ends_what_lasts(row, moment):
        return None
    if lasts(moment) and not near and (lead is None or lead.key not in known("contextwords.lasting")):
        return None
    if _is_only_an_end(row, at, moment, near=near) or _is_set_against(row, at, moment):
        return None
    thing = at + 1
    while row.tags[thing : thing + 2] in ("&T", ",T"):
        thing += 2  # "the March and May contracts"
    if thing < len(row.words) and row.words[thing].key in known("contextwords.later"):
        return None
    if row.tags[max(0, at - 2) : at] == "oD" and thing < len(row.words) and row.keys[thing] in BASES:
        return None  # "138% of the 1977 average"
    if (
        _names_an_event(row, at, moment)
        or _is_of_a_mark(row, at)
        or _is_of_the_nth(row, at)
        or _is_when_foreseen(row, at, moment)
        or is_delivery(row, at, moment)
    ):
        return None
    if in_days(moment) and not is_day(moment):
        return None
    as_of = _is_as_of(row, at, moment)
    if in_days(moment) and not near and not as_of:
        return None
    on = lead is not None and lead.key == "on" and not (_begins(row, at) or _ends_a_month(moment))
    on = on and row.keys[at + 1 : at + 2] != ("alone",)
    if in_days(moment) and lead is not None and (lead.tag == "S" or on):
        return None
    if moment.granularity == "week" and row.keys[at + 1 : at + 2] and row.keys[at + 1] in REPORTED:
        return None  # "Calder last week reported a 5% rise in sales"
    return moment


def _is_of_a_mark(row: Row, at: int) -> bool:
    """Whether a time tells when a mark was set of which something falls short ("below its May peak")."""
    hit = OF_A_MARK.match(row.tags, at - 1) if at else None
    return hit is not None and not known("contextwords.marks").isdisjoint(row.keys[at + 1 : hit.end()])


def _is_of_the_nth(row: Row, at: int) -> bool:
    """Whether a time only tells since when something is the nth ("to 5%, the third increase this year")."""
    first = at - (row.tags[at - 1 : at] in ("n", "p"))
    return row.tags[first - 4 : first] in NTH and row.keys[first - 2] in ORDINALS


NTH = (",DxC", ",DxM", ",DxG", ",DxH", ",Dxx")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
OF_A_MARK = Quick(r"iT[xMCG]{1,3}")


def _begins(row: Row, at: int) -> bool:
    """Whether a clause begins with a time and the word before it ("On Monday", "; on Monday its stock")."""
    return at == 1 or row.tags[at - 2 : at - 1] == ";"


def _is_as_of(row: Row, at: int, moment: Moment) -> bool:
    """Whether a day is the one as of which something was so ("as of May 4", "(31 May 2024: debt of $3)")."""
    lead = row.words[at - 1] if at else None
    return lead is not None and (
        (lead.key in ("on", "at") and (_begins(row, at) or _ends_a_month(moment)))
        or lead.key in ("as at", "as on", "by")
        or row.tags[at - 1 : at + 2] == "(T:"
        or (lead.key == "of" and row.words[at - 2].key == "as")
        or (lead.key == "from" and at == 1 and row.tags[2:3] == ",")
        or any(w.key in known("contextwords.close") for w in row.words[max(0, at - 4) : at])
    )


def _is_released(row: Row, at: int) -> bool:
    """Whether a day is only the one on which figures came out ("data released on Thursday showed")."""
    before = at - 1 - (row.keys[at - 1 : at] == ("on",))
    return (
        before > 0
        and row.keys[before] in known("contextwords.released")
        and row.tags[at + 1 : at + 2] in SHOWN
    )


SHOWN = ("H", "S", "V", "W", "x", "")


LAST, FIRST = Pattern(r"(?i)the (?:last|final) \w+ years?$"), Pattern(r"(?i)\bthe first \w+ years?\b")
"""The end and the beginning of what lasts some years."""
BASES = ("average", "base")
"""What a time is that an index is measured by."""


def _ends_what_lasts(row: Row, moment: Moment) -> bool:
    """Whether a time is the end of what begins ("for the first four years, up in the last four years")."""
    if LAST.match(moment.text) is None:
        return False
    return FIRST.search(row.text, max(row.span.start, moment.start - 200), moment.start) is not None


def _ends_a_period(row: Row, at: int) -> bool:
    """Whether a time only tells the end of the one before it ("the year ended May 31", "in May")."""
    ended = known("contextwords.ended")
    lead = at - 1 - (row.keys[at - 1 : at] == ("last",))  # "the year ending last March"
    if lead > 0 and row.keys[lead] in ended and row.tags[lead - 1] == "T":
        return True
    if row.tags[at - 1 : at] not in ("n", "p", "x", "W"):
        return False
    verb = at - 1 - (row.tags[at - 1] in "np")
    told = verb > 1 and row.keys[verb] in ended and row.keys[verb - 1] in ("that", "which")
    return told and row.tags[verb - 2] == "T"


def _ends_a_month(moment: Moment) -> bool:
    """Whether a day is one on which books are closed ("at Sept. 30")."""
    last = moment.last  # the last day of all has no next one
    return last is not None and (last == dt.date.max or (last + NEXT_DAY).day == 1)


NEXT_DAY = dt.timedelta(days=1)


def _is_only_an_end(row: Row, at: int, moment: Moment, *, near: bool) -> bool:
    """Whether the words before a time make it a beginning or an end ("due 2007"), with no figure between."""
    if _came_to_be(row, at):
        return True
    listed = ENDS.search(row.tags[:at])
    at = listed.start() if listed is not None else at
    first = at - 1 if row.tags[at - 1 : at] == "F" else max(0, at - 2)
    return any(
        w.key in known("contextwords.no_period")
        and not (near and w.key == "since")
        and not (
            w.key == "through"
            and (moment.rule.startswith("reporting") or (at == 1 and moment.granularity in PERIODS))
        )
        and not (
            w.key == "through"
            and near
            and moment.granularity == "year"
            and not {"will", "plans"}.isdisjoint(row.keys)
        )
        for w in row.words[first:at]
    )


def _came_to_be(row: Row, at: int) -> bool:
    """Whether a time is that in which somebody or something began ("was founded in Leeds in 2013 by")."""
    low = max(0, at - 6)
    hit = BEGUN.search(row.tags[low:at])
    return hit is not None and row.keys[low + hit.start("verb")] in known("contextwords.begun")


def _is_set_against(row: Row, at: int, moment: Moment) -> bool:
    """Whether a time is one that is only compared with ("From a year earlier, sales rose 3%")."""
    if row.keys[max(0, at - 2) : at] == ("contrast", "to"):
        return True  # "in contrast to last year, when sales doubled"
    leads = at < LED and (row.tags[at - 1 : at + 2] in ("vT,", "fT,") or row.keys[at - 1] == "on")
    return leads and (COMPARED.search(moment.text) is not None or STEP_BACK.search(moment.text) is not None)


LED = 4
"""Within how many words of its beginning a sentence tells what it is compared with."""
REPORTED = ("announced", "disclosed", "posted", "reported", "said")
STEP_BACK = Quick(r"(?i)\b(?:previous|prior|preceding|last)\b")


BEGUN = Pattern(r"(?r)(?P<verb>[xWVm])(?:[np][LNxK]{1,2},?)?n\Z")
"""Before a time: a verb, maybe with where it was."""


ENDS = Pattern(r"(?r)(?:T(?:,|&|,&))*\Z")
"""Between the word of an end and the last of some years ("due 1991-2000, 2009 and 2019")."""


OF_MODELS = Pattern(
    r"(?: (?:and|or) \d{4})?(?: (?:and |or )?(?:\d{4} )?\p{Lu}[\p{L}\d-]{0,19}){1,6}"
    r" (?:models?|cars|sedans|coupes|trucks|pickups|vehicles|minivans|tractors)\b"
)
"""Behind a year: the models that are called after it ("its 1986 Encore and 1987 Alliance cars")."""
SEASONS = ("winter", "spring", "summer", "autumn", "fall")


def _names_an_event(row: Row, at: int, moment: Moment) -> bool:
    """Whether a time only tells one thing from another ("the August fire", "the 2010 census")."""
    if moment.granularity == "season" and row.tags[at + 1 : at + 2] in ("x", "M", "Z"):
        return row.keys[at].removeprefix("the ") in SEASONS  # "57% of the winter crop"
    if moment.granularity == "year" and (
        "series" in row.keys[at + 1 : at + 5]
        or (moment.text.isdigit() and OF_MODELS.match(row.text, moment.end) is not None)
    ):
        return True  # "bonds, 1989 Series A"
    if moment.rule.startswith("holiday") and not known("contextwords.of_feasts").isdisjoint(
        row.keys[at + 1 : at + 4]
    ):
        return True  # "over the Christmas period", "the Christmas and New Year season"
    if row.keys[at + 1 : at + 3] == ("initial", "public"):
        return True  # "about flat with its 2010 initial public offering price"
    if row.tags[at - 1 : at] in ("D", "i") and not known("contextwords.events").isdisjoint(
        row.keys[at + 1 : at + 3]
    ):
        return row.tags[at + 1] in "xMZCKmNE"
    if moment.granularity == "year" and row.tags[at - 1 : at + 2] in ("DTN", "iTN", "DTE"):
        # "its 1992 Corsair", not "its 1992 Corsair earnings estimate"
        return known("contextwords.outlooks").isdisjoint(row.keys[at + 2 : at + 5])
    if moment.granularity not in ("day", "month") or row.tags[at - 1 : at + 2] != "DTx":
        return False
    return row.words[at + 1].key not in known("contextwords.spans contextwords.readings")


def foreseen_lately(row: Row, at: int) -> bool:
    """Whether a time is the last one at which something was foreseen ("expected as recently as May")."""
    return row.tags[at - 4 : at - 3] == "X" and row.keys[at - 3 : at] in LATELY


LATELY = (("as", "recently", "as"), ("as", "late", "as"))


def _is_when_foreseen(row: Row, at: int, moment: Moment) -> bool:
    """Whether a month or a day only tells one outlook from another ("above their June forecast")."""
    if moment.granularity not in (*DAYS, "week", "month"):
        return False
    if foreseen_lately(row, at) or _is_of_a_paper(row, at) or _is_of_a_forecast_at(row, at):
        return True
    outlooks = known("contextwords.outlooks")
    keys = row.keys[at + 1 : at + 3]
    done = row.tags[at + 1 : at + 2] == "B"  # "sales in April are forecast to reach"
    return keys[:1] != (",",) and not done and not outlooks.isdisjoint(keys)


def _is_of_a_forecast_at(row: Row, at: int) -> bool:
    """Whether a time tells when something was foreseen at a value ("growth, forecast in May at 4%, is")."""
    told = row.tags[at - 3 : at - 1] in (",M", ",X", ",x") and row.tags[at + 1 : at + 2] == "a"
    return told and row.keys[at - 2] in known("contextwords.foretold")


OF_A_PAPER = Pattern(r"(?r)(?P<x>[XM])pD?x{0,2}R?[RNPKLE]n[iD]x?[Mx]n?\Z")
"""Before a time: "the 3% rise forecast by the minister in her budget last month"."""


def _is_of_a_paper(row: Row, at: int) -> bool:
    """Whether a time tells when the paper came out in which something was foreseen."""
    hit = OF_A_PAPER.search(row.tags, 0, at) if row.tags[at - 1 : at] in ("M", "x", "n") else None
    return hit is not None and row.keys[hit.start("x")] in known("contextwords.foretold")
