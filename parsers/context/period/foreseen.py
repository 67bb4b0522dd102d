"""The time of what is not reported: the one ahead, that of the same metric, the one foreseen last."""

from __future__ import annotations

from parsers.context.period.agreed import is_of_a_program
from parsers.context.period.otherfirms import is_other
from parsers.context.period.times import DAYS, Given, Times, moment_at
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind, Moment, Status


def time_foreseen(row: Row, figure: Figure, place: int, times: Times, estimated: bool) -> Given | None:
    """The time of what is not reported: the one ahead, that of the same metric, the one foreseen last."""
    if not estimated and is_other(figure, times, times.party) and is_other(figure, times, times.whose):
        return None
    unsure = times.now is None and figure.status == Status.ESTIMATE and not estimated
    planned = figure.status != Status.ESTIMATE and family_of(figure) == "headcount" and "T" not in row.tags
    planned = planned or is_of_a_program(row, place)
    if times.ahead is not None and estimated and times.foreseen is not None:
        return Given(times.foreseen, "period.ahead")
    if times.ahead is not None and not unsure and not planned:
        return Given(times.ahead, "period.ahead")
    same = times.metrics.get(group_of(figure) or "") if not estimated else times.now
    if (
        same is None
        and _was_expected(row, figure)
        and any(group_family(g) in OF_RESULTS for g in times.metrics)
    ):
        same = times.now
    if same is not None and figure.status == Status.ESTIMATE and _is_newer(times.now, same):
        same = times.now
    if figure.status == Status.FORECAST and _is_long_over(row, same, times):
        return None
    if same is not None and figure.status != Status.TARGET and same.granularity not in DAYS:
        return Given(same, "period.same_metric")
    if (
        same is None
        and figure.status == Status.ESTIMATE
        and row.tells("contextwords.misses")
        and "T" not in row.tags
    ):
        return Given(times.now, "period.carried") if times.now is not None else None
    guided = figure.status == Status.FORECAST and "X" in row.tags[:place] and "T" not in row.tags
    foreseen = times.foreseen if guided else None
    if guided and foreseen is None and _is_yet_to_report(row, place, times):
        return Given(times.now, "period.carried") if times.now is not None else None
    return Given(foreseen, "period.ahead") if foreseen is not None else None


def _is_yet_to_report(row: Row, place: int, times: Times) -> bool:
    """Whether what is only to be reported is of the time just over ("Norvik expects to report net of")."""
    now, today = times.now, times.today
    if "report" not in row.keys[:place] or now is None or now.last is None or today is None:
        return False
    return now.granularity in ("quarter", "half", "year") and 0 <= (today - now.last).days <= TO_REPORT


TO_REPORT = 75
"""Days after its end in which the results of a time are still to be reported."""


def _was_expected(row: Row, figure: Figure) -> bool:
    """Whether analysts had a result in mind before it was told ("Analysts had expected earnings of")."""
    if figure.status != Status.ESTIMATE or group_family(group_of(figure)) not in OF_RESULTS:
        return False
    return not EXPECTED.isdisjoint(row.keys) and row.tells("contextwords.analyst")


OF_RESULTS = ("profit", "revenue")


def _is_long_over(row: Row, same: Moment | None, times: Times) -> bool:
    """Whether results of a time must be out: nobody foresees them now ("lost $9 last year. It expects")."""
    if same is None or same.last is None or times.today is None or not PAST.isdisjoint(row.keys):
        return False
    return (times.today - same.last).days > (SOON_OUT if same.granularity == "month" else OUT)


OUT, SOON_OUT = 120, 45
"""Days after which even the results of a year are told, and those of a month."""
PAST = frozenset(("had", "was", "were"))
EXPECTED = PAST | {"expected", "anticipated", "predicted", "projected", "called for"}


def of_one_told(row: Row, figure: Figure, times: Times) -> bool:
    """Whether analysts expected an amount of what was told before ("Economists forecast 160,000 jobs")."""
    if figure.status == Status.REPORTED or group_of(figure) not in times.metrics or "T" in row.tags:
        return False
    return row.tells("contextwords.analyst")


def is_estimated(row: Row, figure: Figure) -> bool:
    """Whether analysts expected an amount that says not of what: of what was reported before it."""
    unsaid = group_of(figure) in (None, "rate", "forecast") or (
        figure.metric is not None
        and figure.metric.text.lower() in known("directions.noun contextwords.readings")
    )
    return (
        unsaid
        and (
            figure.kind is Kind.MONEY
            or figure.metric is not None
            or (figure.kind is Kind.COUNT and figure.unit is None)
        )
        and figure.status != Status.REPORTED
        and row.tells("contextwords.analyst")
    )


def has_deadline(row: Row) -> bool:
    """Whether a sentence has a time of its own for what it plans ("within 18 months", "on January 1")."""
    last = row.tags.rfind("F")
    return any(
        (word.key in ("within", "over") and row.tags[at : at + 1] in ("T", "F"))
        or (word.key in ("on", "from") and last < at and _is_day_of_its_own(row, at))
        for at, word in enumerate(row.words, 1)
    )


def _is_day_of_its_own(row: Row, at: int) -> bool:
    """Whether a day behind all figures is when something takes effect, and not when it was said."""
    day = moment_at(row, at) if row.tags[at : at + 1] == "T" else None
    return day is not None and day.granularity in DAYS and "S" not in row.tags[max(0, at - 2) : at]


def _is_newer(now: Moment | None, same: Moment) -> bool:
    """Whether the present period is a later one of the same length: estimates are measured by what is out."""
    if now is None or now.last is None or same.last is None:
        return False
    return now.granularity == same.granularity and now.last > same.last
