"""Which time of a sentence dates a figure: the one behind it, the one before it, and which reach it not."""

from __future__ import annotations

from parsers.context.times import DAYS, PERIODS, Given, belongs_to_old, is_day, moment_at
from parsers.context.trading import family_of
from parsers.context.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, MomentKind, Status


def _lasts(moment: Moment) -> bool:
    """Whether a moment is a span of time that no report is about ("the next three years")."""
    return moment.kind == MomentKind.DURATION and not moment.rule.startswith("reporting")


def _is_span_ahead(moment: Moment, figure: Figure) -> bool:
    """Whether things are counted that stand now, and the time is that of a plan for them."""
    return figure.kind == Kind.COUNT and _lasts(moment) and moment.rule.startswith("duration")


def _usable(row: Row, at: int, near: bool) -> Moment | None:
    moment = moment_at(row, at)
    lead = row.words[at - 1] if at else None
    if moment is None or (
        at > 1 and lead is not None and lead.key in known("contextwords.ended") and row.tags[at - 2] == "T"
    ):
        return None
    if _lasts(moment) and not near and (lead is None or lead.key not in known("contextwords.lasting")):
        return None
    if any(
        w.key in known("contextwords.no_period")
        and not (near and w.key == "since")
        and not (w.key == "through" and moment.rule.startswith("reporting"))
        for w in row.words[max(0, at - 2) : at]
    ):
        return None
    if at + 1 < len(row.words) and row.words[at + 1].key in known("contextwords.later"):
        return None
    if _names_an_event(row, at, moment) or (moment.granularity in DAYS and not is_day(moment)):
        return None
    as_of = lead is not None and (
        (lead.key == "on" and at == 1)
        or lead.key == "by"
        or (lead.key == "of" and row.words[at - 2].key == "as")
        or any(w.key in known("contextwords.close") for w in row.words[max(0, at - 4) : at])
    )
    if moment.granularity in DAYS and not near and not as_of:
        return None
    if moment.granularity in DAYS and lead is not None and (lead.tag == "S" or (lead.key == "on" and at > 1)):
        return None
    return moment


def _names_an_event(row: Row, at: int, moment: Moment) -> bool:
    """Whether a month or a day only tells one thing from another ("the August fire")."""
    if moment.granularity not in ("day", "month") or row.tags[at - 1 : at + 2] != "DTx":
        return False
    return row.words[at + 1].key not in known("contextwords.spans")


def stated_after(row: Row, figure: Figure, place: int) -> Given | None:
    """A time behind the figure in its clause, before any old value."""
    twin = TWIN.match(row.tags, place + 1)
    aside = IN_RELATIVE.search(row.tags[max(0, place - 16) : place]) is not None
    for at in range(twin.end() if twin else place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if tag == "F" and not GOES_ON.search(row.tags[place:at]):
            return None
        if (
            tag in "fvc;SVBHWXmr"
            or (tag == "," and aside)
            or (tag == "(" and row.tags[at + 1 : at + 2] != "F")
            or (tag == "&" and row.tags[at - 1] == "," and row.words[at].key != "or")
        ):
            return None
        if tag == "T" and (at == place + 1 or not belongs_to_old(row, at)):
            moment = _usable(row, at, near=at <= place + 3 or "," not in row.tags[place:at])
            if moment is not None and not (_is_span_ahead(moment, figure) and at > place + 1):
                return Given(moment, "period.stated")
    return None


IN_RELATIVE = Pattern(r"(?r),r[^,;F]*\Z")
"""Before a figure of a clause that its comma ends ("Halden, which employs 900 people, last month ...")."""
TWIN = Pattern(r"\([^()]{0,4}F[^()]{0,4}\)")
GOES_ON = Pattern(r"(?r)(?:,?&q*|\(q*|[MG]oq*|[ta]q*)\Z")


def stated_before(row: Row, figure: Figure, place: int) -> Given | None:
    """A time before the figure in its clause, that no old value has."""
    ahead = figure.status != Status.REPORTED
    for at in range(place - 1, max(-1, place - 40), -1):
        tag = row.tags[at]
        if tag == ";" or (tag == "c" and row.words[at].key in ("while", "whereas")):
            return None
        if tag == "T" and not belongs_to_old(row, at):
            moment = _usable(row, at, near=at == place - 1)
            ended = moment is not None and moment.rule.startswith("reporting")
            lasting = moment is not None and _lasts(moment) and 3 < at < place - 1
            aside = lasting or (not ended and APPOSED.match(row.tags[at + 1 : place]) is not None)
            aside = aside or _left_behind(row, at, place)
            ahead_of_it = ahead and at > 3 and FRONT.search(row.tags[max(0, at - 4) : at]) is None
            ahead_of_it = ahead_of_it and not (row.words[at - 1].key == "for" and row.tags[at - 2] in "xMG")
            attributive = moment is not None and "-" in moment.text and RESULT.match(row.tags, at + 1)
            ahead_of_it = (
                ahead_of_it
                and not (attributive or _of_an_outlook(row, at))
                and WHEN.match(row.tags[:at]) is None
            )
            aside = aside or _is_of_another(row, at, moment, figure)
            if moment is not None and not aside and not (ahead_of_it and AHEAD.search(row.tags[at:place])):
                return Given(_months_so_far(row, at) or moment, "period.stated")
    return None


def _months_so_far(row: Row, at: int) -> Moment | None:
    """The months that "so far this year" stands for, where its sentence tells them further on."""
    if not at or row.words[at - 1].key != "so far":
        return None
    later = (moment_at(row, i) for i in range(at + 1, len(row.tags)) if row.tags[i] == "T")
    return next((each for each in later if each is not None and each.rule == "reporting.months"), None)


TERMS = frozenset(("payout", "ownership", "security"))


def _is_of_another(row: Row, at: int, moment: Moment | None, figure: Figure) -> bool:
    """Whether a time is only that of results, and the figure of terms ("third-quarter net ... dividend")."""
    if moment is None or moment.granularity not in PERIODS or "-" not in moment.text:
        return False
    return family_of(figure) in TERMS and RESULT.match(row.tags, at + 1) is not None


def _of_an_outlook(row: Row, at: int) -> bool:
    """Whether a time is that of a forecast ("cut his 2025 oil forecast to $70")."""
    hit = OUTLOOK.match(row.tags, at + 1)
    return hit is not None and row.words[hit.end() - 1].key.split()[-1] in known("contextwords.outlooks")


OUTLOOK = Pattern(r"[xNZLMG]{0,3}?[XM]")
WHEN = Pattern(r"c[INDKkx]{1,3}[VWHm][^,]{0,4}\Z")
"""Before the time of a clause that says when a plan is carried out ("When it opens in 2028, ...")."""
RESULT = Pattern(r"[xMGk]{0,3}[MG]")
APPOSED = Pattern(r"[^,]*,[VBHAWXm]")


AHEAD = Pattern(r"[XAS]")


FRONT = Pattern(r"(?r)(?:^|[,;SDc\"])[pna]D?\Z")
"""Before a time that opens a clause ("that by 1992")."""

UNDER = Pattern(r"(?r)(?:^|[;:\"])d?(?P<c>[cp])[^,;]*[VBHAWXm][^,;]*\Z")
VERB_BEFORE = Pattern(r"(?r)[VBHAWXm][^;,]*\Z")
NEXT_CLAUSE = Pattern(r",?&(?:[DidLxMNZKk']{1,6}[dT]?[VBHAWXm]|d?B?[AX]|d?[BH])")


def _left_behind(row: Row, at: int, place: int) -> bool:
    """Whether the clause of the time at ``at`` ends before the figure.

    So in "since it bought the mill in May, it has agreed to sell $5 million" and in "a loss for the
    year and its debts exceed $5 million"; not in "When it closed the mill in May, it took ...".
    """
    between = row.tags[at + 1 : place]
    under = UNDER.search(row.tags[:at])
    if under is not None and "," in between:
        return row.words[under.start("c")].key in known("contextwords.earlier")
    if VERB_BEFORE.search(row.tags[max(0, at - 24) : at]) is None:
        return False
    following = NEXT_CLAUSE.search(between)
    return following is not None and is_present(row, at + following.end())


def is_present(row: Row, at: int) -> bool:
    """Whether the verb at ``at`` tells of now or of what is to come ("exceeds", "will")."""
    word = row.words[at]
    if word.tag in "AX" or word.key in ("are", "have") or row.words[at - 1].key in ("now", "currently"):
        return True
    return word.key.endswith("s") and word.key != "was"
