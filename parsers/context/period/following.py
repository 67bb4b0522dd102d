"""The times after a figure: which period becomes the present one, which the old, which the one ahead."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.period.timely import FLOWS, is_week
from parsers.context.period.times import (
    COMPARED,
    DAYS,
    PERIODS,
    Given,
    Times,
    is_back,
    is_day,
    is_to_come,
    party_of,
    with_now,
)
from parsers.context.period.trading import family_of, is_past_close
from parsers.context.period.usable import BACK, lasts
from parsers.context.subject.places import is_of_economies
from parsers.metrics import group_of
from parsers.model import Direction, Figure, Kind, Moment, Status
from parsers.moments.periods import step
from parsers.values import replace

REMEMBERED = 64
"""How many metrics' last periods are kept: beyond it the text is no article, and they begin anew."""


def _goes_beyond(moment: Moment, now: Moment | None) -> bool:
    """Whether a moment ends later than the present one ("the full year", in its third quarter)."""
    if now is None:
        return True
    return now.last is not None and moment.last is not None and moment.last > now.last


def _is_session(figure: Figure, found: Given, times: Times) -> bool:
    """Whether a figure is of a day of trading, or a price moved by it then ("jumped 51 pence Monday")."""
    if found.rule == "period.trading_day":
        return True
    if found.rule != "period.stated" or times.day is not None or not is_day(found.moment):
        return False
    small = figure.value is not None and abs(figure.value) < SMALL
    return figure.kind == Kind.MONEY and figure.direction != Direction.NONE and small


SMALL = 1000


def _is_behind(moment: Moment, times: Times, front: int) -> bool:
    """Whether a day comes before the one that its sentence tells of ("recovering from Monday's plunge")."""
    day = times.day
    if day is None or day.first is None or moment.first is None or moment.first >= day.first:
        return False
    news = times.said.first if times.said is not None else None
    return day.first in (times.today, news) or day.start >= front - FRONT


def _is_near(moment: Moment, now: Moment) -> bool:
    """Whether a time is the quarter before, which the next old values are not of unless they say so."""
    near = moment.last is not None and now.last is not None and abs((now.last - moment.last).days) < APART
    return near and moment.granularity in ("quarter", "month")


def _is_paired(moment: Moment, now: Moment) -> bool:
    """Whether the next old values beside a time are of an earlier one: a day is none of what a year made."""
    if moment.anchor is None and moment.granularity == "year" != now.granularity:
        return False  # "from a peak of 406,000 in 1985"
    return not _is_near(moment, now) and (now.first == now.last or moment.first != moment.last)


APART = 150
PASSING = ("period.of_close", "period.old_stated", "period.old_carried", "period.continued")
"""Rules whose period is not that of the next figure of the metric."""


RESULTS = frozenset(("revenue", "profit", "cash", "margin", "costs", "one-time item"))
"""Families of what companies report: only their years may end on a day of their own."""


def _is_short(moment: Moment) -> bool:
    """Whether a moment is no time of a report: a day, or days of more than a month."""
    long = moment.first and moment.last and (moment.last - moment.first).days > MONTH
    return moment.first == moment.last or (moment.granularity in DAYS and bool(long))


MONTH = 31


def _turns(moment: Moment, now: Moment | None) -> bool:
    """Whether an earlier quarter or half, named in full, is one of its own, not the year-ago one."""
    if now is None or now.first is None or moment.first is None or moment.granularity != now.granularity:
        return False
    return moment.granularity in ("quarter", "half") and (moment.first.month, moment.first.day) != (
        now.first.month,
        now.first.day,
    )


def _is_over(moment: Moment, times: Times) -> bool:
    """Whether a time has ended: what was expected of it, its results are told of as well.

    So it is with its end: "by the end of 2028" is no time of what else is foreseen.
    """
    if moment.first == moment.last:
        return True
    ended = moment.last is not None and times.today is not None and moment.last < times.today
    return ended and moment.granularity in PERIODS


def _is_share(moment: Moment) -> bool:
    """Whether a time is a quarter or a half: "January" alone leads no report of February."""
    return moment.granularity in ("quarter", "half") and moment.anchor == "reference date"


FRONT = 8
"""How many characters of a sentence may stand before a time that opens it ("In the")."""


def times_after(figure: Figure, found: Given, times: Times, new: Moment | None, front: int) -> Times:
    """The times after a figure: a stated reporting period becomes the present one.

    An earlier one does so where it opens its sentence (before ``front``) and is named in full.
    """
    moment = found.moment
    apart = COMPARED.search(moment.text) is not None
    before, times = times.metrics, _remembering(figure, found, times, apart)
    if _is_session(figure, found, times):
        by_the_way = is_past_close(figure) or (apart and moment.rule.startswith("relative"))
        return times if by_the_way or _is_behind(moment, times, front) else replace(times, day=moment)
    if found.rule in ("period.old_stated", "period.of_it"):
        return _with_old(moment, times, new)
    foreseen = figure.status in (Status.FORECAST, Status.TARGET)
    ahead = found.rule == "period.stated" and foreseen and not apart and not _is_over(moment, times)
    nearer = moment.start >= front and not _goes_beyond(moment, times.ahead) and moment != times.ahead
    if ahead and moment.granularity in PERIODS:
        times = replace(times, foreseen=moment)
    if ahead and nearer:
        return times
    if ahead and moment.granularity in PERIODS and _goes_beyond(moment, times.now):
        return replace(times, ahead=moment)
    unsure = figure.status != Status.REPORTED and not (times.now is None and _is_over(moment, times))
    if found.rule != "period.stated" or _is_short(moment) or unsure:
        return times
    leads = times.now is not None and moment.granularity == times.now.granularity and moment.start < front
    own = leads or moment.rule.startswith("reporting") or _turns(moment, times.now)
    own = own and (moment.anchor is None or (leads and _is_share(moment)))
    own = own or _is_longer(moment, times) or _is_lead(moment, times)
    if is_back(moment, times.now) and not own and not _is_another(figure, moment, before):
        key = f"{times.now.first}/{times.now.last}" if times.now is not None else ""
        anchored = moment.anchor not in (None, "reference date") or _is_month_before(moment, times.now)
        return replace(times, old={**times.old, key: moment}) if anchored else times
    if is_to_come(moment, times):
        return replace(times, ahead=moment) if moment.granularity in PERIODS else times
    if _is_only_a_span(moment, times) or _is_stale(moment, times) or figure.metric_name == "offer price":
        return times
    flows = _is_flow(figure, moment, times) or _goes_back(moment, times)
    return _in_period(figure, moment, times) if flows and not apart else times


def _with_old(moment: Moment, times: Times, new: Moment | None) -> Times:
    """The times after an old value, with whose time the present ones are compared from then on."""
    fresh = {f"{m.first}/{m.last}": moment for m in (new, times.now) if m and _is_paired(moment, m)}
    kept = {key: told for key, told in times.old.items() if _has_nearer(told, moment)}
    return replace(times, old={**times.old, **fresh, **kept})


def _is_month_before(moment: Moment, now: Moment | None) -> bool:
    """Whether a time is the month right before another one."""
    if now is None or now.first is None or now.granularity != "month" or moment.granularity != "month":
        return False
    return step(now.first, "month", -1) == moment.first


def _has_nearer(kept: Moment | None, moment: Moment) -> bool:
    """Whether the month before was told right before one farther back ("4% in May and 7% in June 2022")."""
    if kept is None or kept.granularity != "month" or moment.granularity != "month":
        return False
    return 0 < moment.start - kept.end < TOGETHER and is_back(moment, kept)


TOGETHER = 40
"""Within how many characters two months stand with which one value is compared."""


def _goes_back(moment: Moment, times: Times) -> bool:
    """Whether a text that has told of another time goes back to the month that it began with."""
    return moment.granularity == "month" and _is_lead(moment, times)


def _is_lead(moment: Moment, times: Times) -> bool:
    """Whether a time is that of which the text has told first: it goes back to its report."""
    lead = times.lead
    return lead is not None and (moment.first, moment.last) == (lead.first, lead.last)


def _is_longer(moment: Moment, times: Times) -> bool:
    """Whether a month is told of after a week: its statistics come next."""
    return moment.granularity == "month" and times.now is not None and is_week(times.now)


def _is_stale(moment: Moment, times: Times) -> bool:
    """Whether the first time that a text tells of ended long ago: it is history, and no report's."""
    if times.now is not None or times.today is None or moment.last is None or moment.granularity == "year":
        return False
    return (times.today - moment.last).days > STALE


STALE = 270
"""Days after which a month or a quarter is no news."""


def _is_only_a_span(moment: Moment, times: Times) -> bool:
    """Whether a span of time is no report's ("over the past 12 months")."""
    passed = moment.rule.startswith("duration") and BACK.search(moment.text) is not None
    return lasts(moment) and (times.now is not None or passed)


def _remembering(figure: Figure, found: Given, times: Times, apart: bool) -> Times:
    """The times with the last one of each metric; what is told of a time ends the one ahead."""
    if found.rule in PASSING:
        return times
    kept = times.metrics if len(times.metrics) < REMEMBERED else {}
    group = group_of(figure)
    if group and not apart:
        kept = {**kept, group: found.moment}
    told = figure.status == Status.REPORTED and family_of(figure) in FLOWS
    return replace(times, metrics=kept, ahead=None if told else times.ahead)


def _is_another(figure: Figure, moment: Moment, before: Mapping[str, Moment]) -> bool:
    """Whether another statistic of an economy is told of, with its month ("The trade gap fell in May")."""
    return moment.granularity == "month" and is_of_economies(figure) and group_of(figure) not in before


def _is_flow(figure: Figure, moment: Moment, times: Times) -> bool:
    """Whether a figure is of a time: by its metric, or as things counted over it ("sold 900 cars in May").

    Things are so before any other time has been told of.
    """
    if family_of(figure) in FLOWS:
        return True
    moved = figure.kind == Kind.PERCENT and figure.direction != Direction.NONE
    things = moved or figure.kind in (Kind.COUNT, Kind.QUANTITY)
    things = things and (times.now is None or _is_longer(moment, times)) and not _have_moved(figure)
    if moment.granularity == "week":
        return things and family_of(figure) not in ("price", "index", "rate", "security", "ownership")
    return things and moment.granularity in (*PERIODS, "month")


def _have_moved(figure: Figure) -> bool:
    """Whether shares have moved over a time, which no report is of ("The shares have lost 12% this year")."""
    return figure.kind == Kind.PERCENT and family_of(figure) == "security"


def _in_period(figure: Figure, moment: Moment, times: Times) -> Times:
    """The times with a figure's period as the present one."""
    results = family_of(figure) in RESULTS and moment.rule.startswith("reporting")
    last = moment.last if results and moment.granularity == "year" else None
    year = moment if last is not None and (last.month, last.day) != (12, 31) else times.year
    party = party_of(figure, times)
    whose = times.whose if times.lead is not None else party
    return replace(with_now(times, moment), party=party, whose=whose, year=year)
