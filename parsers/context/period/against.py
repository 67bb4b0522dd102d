"""The present time of what is compared with an earlier one: "$8, against $16 in the same period"."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.period.isold import belongs_to_old
from parsers.context.period.times import PERIODS, Given, Times, is_back, moment_at
from parsers.context.period.told import was_foreseen
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Moment, Status
from parsers.moments.periods import step
from parsers.quick import Quick


def base_of_old(row: Row, place: int, moments: Mapping[str, Moment], *, named: bool) -> Moment | None:
    """The time that an old value behind a figure is counted from ("$8, against $16 in the same period").

    With ``named`` only that of a period which is said to be the same one: whatever is measured, it is of it.
    """
    for at in range(place + 1, len(row.tags)):
        moment = moment_at(row, at) if row.tags[at] == "T" else None
        if moment is None or not belongs_to_old(row, at):
            continue
        if not known("contextwords.counted_in").isdisjoint(row.keys[place + 1 : at]):
            return None  # "excluding the mill from the prior-year period"
        if named and (SAME.search(moment.text) is None or OF_ONE.match(row.tags[place + 1 : at]) is None):
            return None
        base = moments.get(moment.anchor or "")
        while base is not None and (base.first, base.last) == (moment.first, moment.last):
            base = moments.get(base.anchor or "")  # the same told again, line for line
        month = base is not None and base.rule.startswith("month")
        if base is not None and not month and base.granularity == moment.granularity:
            return base
    return None


def set_against(row: Row, figure: Figure, place: int, family: str, times: Times) -> Given | None:
    """The present time, where a value is compared with that of a time before it ("6%, against 7% in May")."""
    now = times.now
    if now is None or (times.day is not None and family in TRADED):
        return None
    if family in HELD:
        return Given(now, "period.set_against") if _is_same_month(row, place, now) else None
    if now.granularity == "month" and figure.status == Status.ESTIMATE and was_foreseen(row, place):
        return Given(now, "period.set_against")  # "fell to 86.1 from 91.2 in May, below the 90.5 expected"
    since = FROM_THEN.match(row.tags, place + 1)
    then = moment_at(row, since.end() - 1) if since is not None else None
    if (
        then is not None
        and then.granularity not in AGES
        and figure.direction != Direction.NONE
        and SO_LONG_AGO.search(then.text)
    ):
        return Given(now, "period.set_against") if is_back(then, now) else None
    hit = AGAINST.match(row.tags, place + 1)
    moment = moment_at(row, hit.end() - 1) if hit is not None else None
    if moment is None or hit is None or row.keys[hit.end() - 2] in known("contextwords.no_period"):
        return None
    if moment.granularity in AGES:
        return None
    if SO_LONG_AGO.search(moment.text) and is_back(moment, now):
        return Given(now, "period.set_against")
    if moment.granularity != now.granularity or moment.anchor not in (None, "reference date"):
        return None
    before = moment.granularity in (*PERIODS, "month") and is_back(moment, now)
    return Given(now, "period.set_against") if before else None


def _is_same_month(row: Row, place: int, now: Moment) -> bool:
    """Whether a value is compared with that of the same month a year before ("$8, from $9 in May 2004")."""
    hit = AGAINST.match(row.tags, place + 1)
    then = moment_at(row, hit.end() - 1) if hit is not None else None
    if then is None or then.granularity != "month" or now.granularity != "month":
        return False
    return step(then.first, "year", 1) == now.first


AGES = frozenset(("decade", "century"))
SO_LONG_AGO = Pattern(r"(?i)^the (?:previous|prior|preceding) \p{L}|\b(?:ago|earlier|before|prior)\Z")
FROM_THEN = Quick(r"fT")
AGAINST = Quick(r"Q?,?[dU]?[vf](?:D?x{1,2})?q*FQ?[np]?T")
HELD, TRADED = frozenset(("ownership", "balance", "payout", "security")), frozenset(("price", "index"))
SAME = Pattern(r"(?i)\b(?:period|quarter|half|months)\b")
OF_ONE = Pattern(r"[^;vfF]*(?:v|,?[UVd]?f)[^;vf]*\Z")
