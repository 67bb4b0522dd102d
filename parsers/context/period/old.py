"""The time of an old value: stated behind it, that of the plan it was in, or paired with the present one."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.draft import rule_of
from parsers.context.inbrackets import is_of_the_year_before
from parsers.context.metric.near import SAID_AGAIN
from parsers.context.period.fromwhen import between
from parsers.context.period.habits import is_of_a_year
from parsers.context.period.isold import belongs_to_old, is_old, is_there_already
from parsers.context.period.ofchange import time_of_change
from parsers.context.period.spoken import SHORT
from parsers.context.period.timely import FLOWS
from parsers.context.period.times import DAYS, Given, Times, is_back, moment_at
from parsers.context.period.told import clause_of, is_when_foreseen
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Direction, Figure, Kind, Moment, Status


def same_as(before: Figure, moments: Mapping[str, Moment]) -> Given | None:
    """The period of the figure before."""
    return _given(moments.get(before.period or ""))


def _is_of_a_plan(row: Row, place: int) -> bool:
    """Whether an old value is that of a plan or an outlook: it was for the same time as the new one."""
    near = row.keys[max(0, place - 14) : place]
    return not known("contextwords.outlooks").isdisjoint(near) or "now" in row.keys[:place]


def _was_revised(row: Row, place: int) -> bool:
    """Whether an old value is what was first told of the same time ("rather than the 96,000 first reported").

    So is the one of "July's gain was raised to 181,000 from 141,000".
    """
    near = range(place + 1, min(len(row.keys), place + 4))
    if any(row.keys[at].endswith("reported") and OF_A_TIME.match(row.tags, at + 1) is None for at in near):
        return IT_HAD.match(row.tags, place + 1) is None
    return REVISES.match(row.tags[:place]) is not None and row.keys[place - 1] == "from"


OF_A_TIME = Pattern(r"[pn]D?T")
"""Behind "reported": for when ("compared with the $5 million reported for the same period last year")."""
REVISES = Pattern(r"(?:.*[,;c&])?T'[xMGC]{0,2}(?:Bd?[VWmx]p?)?q*(?:F)?tq*Ff\Z")
OF_IT = Pattern(r"(?r)[MG][npo](?P<when>T),?fq*\Z")
AT_A_TIME = Pattern(r"D?[xo]{0,3}D?T")
"""Behind "at": "at the end of May", and not "at a meeting on May 1"."""
REVISED = frozenset(("revised", "restated", "restatement", "restating", "corrected"))
"""Before an old value that was only reported otherwise, of the same time."""
EXPECTED = (("expected",), ("forecast",), ("estimated",), ("predicted",), ("projected",))


IT_HAD = Pattern(r"Q?r?I[WHmVx]d?[pn]T")
"""Behind an old value: when somebody had it ("the 53 cents a share it reported for the 1988 quarter")."""


def _old_behind(row: Row, place: int) -> tuple[Moment | None, bool]:
    """The time behind an old value, and whether there is to be none ("up from 250 now")."""
    if (goes := GOES_TO.match(row.tags, place + 1)) is not None:
        against = AGAINST.search(row.tags, goes.end(), min(len(row.tags), goes.end() + 12))
        over = against is not None and row.tags[against.start("how")] == "p"
        if against is None or (over and row.keys[against.start("how")] != "over"):
            return None, False
        return moment_at(row, against.end() - 1), False
    it_had = IT_HAD.match(row.tags, place + 1)
    if it_had is not None and (then := moment_at(row, it_had.end() - 1)) is not None:
        return then, False
    for at in range(place + 1, min(len(row.tags), place + 12)):
        tag = row.tags[at]
        if row.keys[at] in known("contextwords.done") and OF_A_TIME.match(row.tags, at + 1):
            continue  # "compared with $4 million recorded in May"
        if (
            tag in "fvcVBHWXS;"
            or (tag == "a" and AT_A_TIME.match(row.tags, at + 1) is None)
            or row.tags[at : at + 2] in ("&p", "&n")
            or row.tags[at : at + 3] == "&iT"
            or row.keys[at] in ("before", "after", "by")
        ):
            break
        now = row.keys[at] == "today" or row.keys[at] in known("contextwords.at_present")
        if now and at <= place + 3 and "," not in row.tags[place:at]:
            return None, True
        restated = row.keys[at - 1] == "or"
        if tag == "F" and row.tags[at - 1] in "&," and not restated and _is_of_a_plan(row, place):
            break  # what follows is of another time than the earlier plan
        moment = moment_at(row, at) if tag == "T" else None
        compared = row.words[at - 1].key == "on" and moment is not None and moment.granularity not in DAYS
        if moment is not None and _is_not_its(row, at, moment):
            break
        if moment is not None and not compared:
            return _year_before_it(row, at) or moment, False
    return None, False


def _is_not_its(row: Row, at: int, moment: Moment) -> bool:
    """Whether a time behind an old value is that of something else.

    It is the day of publication ("from 3.2%, figures published Wednesday showed"), when something is
    foreseen, an end ("payable Dec. 15 to stock of record Nov. 30") or of a report ("in its May report").
    """
    if row.keys[at + 1 : at + 2] in REPORT:
        return True
    told = not known("contextwords.released").isdisjoint(row.keys[max(0, at - 2) : at])
    end = row.words[at - 1].key in known("contextwords.no_period")
    return told or end or is_when_foreseen(row, at, moment)


REPORT = (("report",), ("statement",), ("release",), ("filing",))


def _year_before_it(row: Row, at: int) -> Moment | None:
    """The same a year before, told behind the length of a time ("the nine-month period a year earlier")."""
    if row.tags[at + 1 : at + 3] != "xT" or row.keys[at + 1] not in PERIOD_WORDS:
        return None
    return moment_at(row, at + 2) if belongs_to_old(row, at + 2) else None


GOES_TO = Pattern(r"Q?tq*FQ?")
"""Behind an old value: the new one ("from $5 million to $6 million in the second quarter")."""
AGAINST = Pattern(r"(?P<how>[vp])D?T")
"""Behind both: what the new one's time is set against ("when compared with the same period last year")."""
PERIOD_WORDS = ("period", "periods", "span")


def _of_what_was_hoped(
    row: Row, place: int, before: Figure, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    """The time of what was expected or first reported: that of the figure before it, if this is no old one.

    ("rose to $5 million from $3 million a year ago, beating the $4 million expected")
    """
    if not is_old(row, row.places.get(before.id, place)):
        return same_as(before, moments)
    return Given(times.now, "period.carried") if times.now is not None else None


def old_time(
    row: Row, figure: Figure, place: int, before: Figure | None, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    """The time stated behind an old value, or the earlier one that the text pairs with its period."""
    if before is not None and (row.keys[place + 1 : place + 2] in EXPECTED or _was_revised(row, place)):
        return _of_what_was_hoped(row, place, before, times, moments)
    if is_of_the_year_before(row, place):
        return None
    if (stated := _of_clause(row, figure, place)) is not None:
        return stated
    own, done = _old_behind(row, place)
    own = own if own is None or time_of_change(row, place, times) is None else None
    of_year = own is not None and own.granularity in SHORT and is_of_a_year(row, figure)
    if of_year or (before is not None and _is_of_the_new(own, figure, times)):
        return None  # "In July it reported an annual profit of $9 million, down from $11 million a year ago"
    if own is not None or done:
        return Given(own, "period.old_stated") if own is not None else None
    if (then := between(row, place)) is not None:
        return Given(then, "period.old_stated")
    if (of_another := _of_another(row, figure, place, before, times, moments)) is not None:
        return of_another
    current = moments.get(before.period or "") if before is not None else times.now
    if before is None and (when := _revised_of(row, place)) is not None:
        return Given(when, "period.old_stated")
    plan = _is_of_a_plan(row, place)
    if (figure.status == Status.FORECAST and not plan) or is_there_already(row, place):
        return None  # "is expected to rise to 9% from 8%": what it is now
    if before is None and figure.status == Status.ESTIMATE and row.keys[0] in POINTING:
        return _given(times.foreseen if times.ahead is not None else times.now)
    if figure.status != Status.REPORTED or plan:
        return _of_what_was_hoped(row, place, before, times, moments) if before is not None else None
    undated = before is not None and current is None and group_of(before) == group_of(figure)
    current = current or times.now
    return _paired(row, figure, place, current, times, undated=undated) if current is not None else None


def _is_of_the_new(own: Moment | None, figure: Figure, times: Times) -> bool:
    """Whether a time behind an old value is that of the new one ("will rise to $9 from $4 next year")."""
    ahead = own is not None and own.first is not None and times.today is not None and own.first > times.today
    return ahead and figure.status == Status.REPORTED


POINTING = ("that", "this", "it")


def _given(moment: Moment | None) -> Given | None:
    """The time that goes on from what was told, where there is one."""
    return Given(moment, "period.continued") if moment is not None else None


def _of_clause(row: Row, figure: Figure, place: int) -> Given | None:
    """The time that the clause of a reported old value states."""
    clause = clause_of(row, figure, place) if figure.status == Status.REPORTED else None
    if clause is None or clause.given is None:
        return None
    return Given(clause.given.moment, "period.old_stated")


def _revised_of(row: Row, place: int) -> Moment | None:
    """The time of what was revised ("revised the starts in May, from 91,000 to 94,000")."""
    of = OF_IT.search(row.tags[:place]) if not REVISED.isdisjoint(row.keys[:place]) else None
    return moment_at(row, of.start("when")) if of is not None else None


def _of_another(
    row: Row, figure: Figure, place: int, before: Figure | None, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    """The time of what another had, or of what is revised: that of the value that it is set beside."""
    if before is not None:
        other = OF_OTHER.search(row.tags, max(0, place - 6), place) is not None
        other = other or is_outdone(row, figure, place)
        revised = not REVISED.isdisjoint(row.keys[max(0, place - 20) : place])
        return same_as(before, moments) if other or revised else None
    return _given(times.now if _is_of_another_there(row, place) else None)


OF_OTHER = Pattern(r"(?r)v(?:D?x)?[NL]'[xM]{0,2}q*\Z")
"""Before what another has at the same time ("compared with Norvik's $416 billion")."""


def _is_of_another_there(row: Row, place: int) -> bool:
    """Whether a sentence sets what another did beside what was told ("That compares with 383 by Norvik")."""
    if row.keys[0] not in POINTING or "T" in row.tags:
        return False
    hit = BY_ANOTHER.search(row.tags, place + 1)
    return hit is not None and row.keys[hit.start("by")] in ("by", "for", "at")


BY_ANOTHER = Pattern(r"(?P<by>[pa])D?[LxkKZ]{0,3}[NK]")


def is_outdone(row: Row, figure: Figure, place: int) -> bool:
    """Whether a value is another's of the same time ("rose 14% this year, against 6% for the market")."""
    outdone = not known("contextwords.outdoing").isdisjoint(row.keys[max(0, place - 3) : place])
    return rule_of(figure, "subject") == "subject.compared" or (
        outdone and figure.direction != Direction.NONE
    )


def owed(
    row: Row, figure: Figure, before: Figure | None, times: Times, since: Moment | None
) -> Moment | None:
    """The present period that an old value without a time was before; None where it is none.

    A text may name the earlier one only later on.  What says such a value again ("or 67 cents a share") is
    of the same time, which was asked ``since`` the figure before.
    """
    place = row.places.get(figure.id)
    if place is None or figure.status != Status.REPORTED or figure.kind in (Kind.DURATION, Kind.RANK):
        return None
    if since is not None and rule_of(figure, "metric") in SAID_AGAIN:
        return since
    if family_of(figure) not in FLOWS or not is_old(row, place) or _is_of_a_plan(row, place):
        return None
    now = times.now
    return now if before is not None and now is not None and now.id == before.period else None


def is_year_before(moment: Moment, now: Moment) -> bool:
    """Whether a time is the same one a year before, to a few days."""
    pairs = ((moment.first, now.first), (moment.last, now.last))
    return all(one and two and abs((two - one).days - YEAR) <= SLACK for one, two in pairs)


YEAR, SLACK = 365, 8
STANDS = frozenset(("ownership", "payout", "security"))
"""Families of what is held and paid: their old values are of no report."""


def _paired(
    row: Row, figure: Figure, place: int, current: Moment, times: Times, *, undated: bool
) -> Given | None:
    """The earlier time that the sentence, or the text before it, pairs with the present one.

    The text pairs none where the new value is ``undated``.
    """
    for at in range(place + 1, len(row.tags)):
        since = row.words[at - 1].key in known("contextwords.no_period")
        moment = moment_at(row, at) if row.tags[at] == "T" and belongs_to_old(row, at) and not since else None
        if moment is not None and is_back(moment, current):
            return Given(moment, "period.old_stated")
    if family_of(figure) in STANDS or undated:
        return None
    for at in range(place):
        moment = moment_at(row, at) if row.tags[at] == "T" and belongs_to_old(row, at) else None
        if moment is not None and is_year_before(moment, current):
            return Given(
                moment, "period.old_carried"
            )  # "rose 6% from a year before, and margins to 5% from 4%"
    carried_on = times.old.get(f"{current.first}/{current.last}")
    return Given(carried_on, "period.old_carried") if carried_on is not None else None
