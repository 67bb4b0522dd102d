"""The times of a sentence and of the text so far, and which of them could be a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from parsers.context.rows.words import Row
from parsers.context.subject.sites import names_site
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Moment, MomentKind
from parsers.values import record, replace

NOTHING: Mapping[str, Moment] = MappingProxyType({})
DAYS = frozenset(("day", "hour", "minute", "part of day", "time"))


@record
class Now:
    """The "now" of an article, and the day that the article bears itself, where it does."""

    today: dt.date | None = None
    published: dt.date | None = None


@record
class Times:
    """The reporting period that the text is in, the earlier one for old values, the trading day.

    ``ahead`` is the coming period that a sentence on forecasts without figures has named, ``lead`` the first
    period of the text, ``party`` whose figure made ``now`` the present one, ``year`` the last year that a
    report ends on a day of its own, ``said`` the day on which the news came ("Halden said Tuesday"),
    ``whose`` the party of the leading period, ``today`` the article's "now", ``foreseen`` the period that was
    forecast last, ``owner`` the company that is spoken of where a figure is that of a mill,
    ``listed`` the time that the line above a list names for its items, ``listed_old`` the one with which it
    compares them, ``headed`` whether ``now`` is that of a line of its own, for all that is told below it.
    """

    now: Moment | None = None
    old: Mapping[str, Moment] = NOTHING
    day: Moment | None = None
    metrics: Mapping[str, Moment] = NOTHING
    fresh: bool = True
    ahead: Moment | None = None
    lead: Moment | None = None
    party: str = ""
    year: Moment | None = None
    said: Moment | None = None
    whose: str = ""
    today: dt.date | None = None
    foreseen: Moment | None = None
    owner: str = ""
    listed: Moment | None = None
    listed_old: Moment | None = None
    headed: bool = False


@record
class Given:
    """A period with the rule that gave it."""

    moment: Moment
    rule: str


def moment_at(row: Row, at: int) -> Moment | None:
    """The moment at a word, where it has days and is no point like "now"."""
    ref = row.words[at].ref
    if isinstance(ref, Moment) and ref.first is not None and ref.kind != MomentKind.SET:
        return None if (ref.timex or "").endswith("_REF") else ref
    return None


def in_days(moment: Moment) -> bool:
    """Whether a moment is a day or less; "the Sept. 21-30 period" is a time like a month."""
    return moment.granularity in DAYS and moment.first == moment.last


NAMED_DAY = Pattern(
    r"(?i)\b(?!mid|holi)\p{L}*day\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
)


def is_day(moment: Moment) -> bool:
    """Whether a moment names its day ("late Monday"), not only an hour of an unsaid one ("noon")."""
    if moment.first != moment.last:
        return False
    if moment.granularity == "day":
        return True
    return moment.granularity in DAYS and NAMED_DAY.search(moment.text) is not None


def is_closed(moment: Moment) -> bool:
    """Whether a moment names a day on which hardly any market is open: a holiday, a Saturday."""
    return moment.rule == "holiday" or SATURDAY.search(moment.text) is not None


SATURDAY = Pattern(r"(?i)\bsaturday\b")


def with_now(times: Times, moment: Moment) -> Times:
    """The times with a present period; the first one of a text leads it."""
    return replace(times, now=moment, lead=times.lead or moment, party="", fresh=True, headed=False)


def is_of_no_results(moment: Moment, times: Times) -> bool:
    """Whether a month is one of which no results of a company have been told."""
    told = (m for group, m in times.metrics.items() if group_family(group) in RESULTS)
    if moment.first is not None and moment.last is not None and (moment.last - moment.first).days > MONTH:
        return False  # "nine months"
    return moment.granularity == "month" and all(
        (m.first, m.last) != (moment.first, moment.last) for m in told
    )


MONTH = 31
RESULTS = ("revenue", "profit", "margin", "costs", "cash")
"""Families of what a company reports."""


def party_of(figure: Figure, times: Times) -> str:
    """Whose a figure is by name; of a mill's the company's that is spoken of (none: empty)."""
    of_site = figure.subject is not None and names_site(figure.subject)
    return times.owner if of_site else figure.subject_name or ""


def in_new_paragraph(times: Times) -> Times:
    """The times where a paragraph begins: a longer one to the same day was only looked at by the way."""
    now, lead = times.now, times.lead
    if (
        now is None
        or lead is None
        or now == lead
        or times.headed
        or not (now.first and now.last and lead.first and lead.last)
    ):
        return replace(times, fresh=False) if times.fresh else times
    longer = (
        now.first <= lead.first and lead.last <= now.last and (now.first, now.last) != (lead.first, lead.last)
    )
    return replace(times, fresh=False, now=lead if longer else now) if longer or times.fresh else times


COMPARED = Pattern(
    r"(?i)\b(?:next|same|comparable|corresponding|year-earlier|year-ago|prior-year|earlier|ago|before)\b"
)
"""In a time that only stands beside the present one: what follows is not about it."""
NEARLY = dt.timedelta(days=45)
"""How long a year of which results are told may still last."""


def is_to_come(moment: Moment, times: Times) -> bool:
    """Whether a time has not begun, or is far from its end: no results are of it."""
    if times.today is None or moment.first is None or moment.last is None:
        return False
    running = moment.rule.startswith("reporting") if moment.granularity == "year" else True
    running = running and moment.granularity in PERIODS
    return moment.first > times.today or (running and moment.last - times.today > NEARLY)


PERIODS = frozenset(("quarter", "half", "year"))


def is_back_of(now: Moment | None, moment: Moment) -> bool:
    """Whether the present period lies before a moment."""
    return now is not None and is_back(now, moment)


def is_back(moment: Moment, now: Moment | None) -> bool:
    """Whether a moment lies before the present one ("in the year-earlier period")."""
    if now is None or now.first is None or moment.last is None:
        return False
    return moment.last < now.first
