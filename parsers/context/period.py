"""The period that a figure belongs to: stated in its clause, of the trading day, or carried over.

What is reported carries the period on ("Sales rose 4%." after a sentence on the quarter); offers,
holdings, plans and terms have none unless it is stated.  An old value ("from $5 million") belongs
to the earlier period that the text names for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from parsers import lexicon
from parsers.context.words import known, Row
from parsers.model import Direction, Evidence, Figure, Kind, Moment, MomentKind, Status

FLOWS = frozenset(
    ("revenue", "profit", "one-time item", "costs", "cash", "margin", "volume", "economy", "users", "trade", "share of market")
)
PRICES = frozenset(("price", "security", "index"))
DAYS = frozenset(("day", "hour", "minute", "part of day", "time"))
OLD = regex.compile(r"(?r)[fv](?P<gap>[^VBHAWXStfv;c&,]{0,14})\Z")
OLD_TIME = regex.compile(r"(?r)[fv](?:[^VBHAWXStfv;c,]{0,16}|[^VBHAWXStfv;c,]{0,8}F[^VBHAWXStfv;c]{0,12})\Z")
CONTINUES = ("metric.twin", "metric.per_unit")


@dataclass(frozen=True, slots=True)
class Times:
    """The reporting period that the text is in, the earlier one for old values, the trading day."""

    now: Moment | None = None
    old: Mapping[str, Moment] = field(default_factory=dict)
    day: Moment | None = None
    metrics: Mapping[str, Moment] = field(default_factory=dict)
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """A period with the rule that gave it."""

    moment: Moment
    rule: str


def is_old(row: Row, place: int) -> bool:
    """Whether a figure is the old value of a change ("from $5 million", "compared with 3%")."""
    hit = OLD.search(row.tags[max(0, place - 16) : place])
    return hit is not None and "F" not in hit["gap"].replace("F(F", "").replace("F,&", "")


def period_of(
    row: Row, figure: Figure, before: Figure | None, times: Times, all_moments: Mapping[str, Moment]
) -> tuple[Figure, Times]:
    """The figure with its period, and the times after it."""
    place = row.places.get(figure.id)
    if place is None or figure.kind in (Kind.RANK, Kind.DURATION):
        return figure, times
    found = _find(row, figure, place, before, times, all_moments)
    if found is None:
        return figure, times
    times = _next(figure, found, times, all_moments.get(before.period or "") if before is not None else None)
    moment = found.moment
    here = row.span.start <= moment.start < row.span.end
    evidence = Evidence("period", moment.start, moment.end, found.rule)
    inferred = figure.inferred if here else (*figure.inferred, "period")
    return replace(figure, period=moment.id, evidence=(*figure.evidence, evidence), inferred=inferred), times


def _find(
    row: Row, figure: Figure, place: int, before: Figure | None, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    rule = next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), "")
    if rule in CONTINUES and before is not None:
        return Given(moments[before.period], "period.continued") if before.period in moments else None
    family = family_of(figure)
    if is_old(row, place):
        return _old(row, figure, place, before, times, moments)
    traded = _is_traded(row, figure, place)
    if traded and (day := _trading_day(row, place)) is not None:
        return Given(day, "period.trading_day")
    stated = _after(row, figure, place, times) or _before(row, figure, place)
    if stated is not None:
        return stated
    if before is not None and before.period in moments and rule in ("metric.versus", "metric.own_change"):
        if not is_old(row, row.places.get(before.id, 0)):
            return Given(moments[before.period], "period.continued")
    if traded or (figure.metric is None and figure.direction != Direction.NONE):
        return Given(times.day, "period.trading_day") if times.day is not None else None
    return _carried(row, figure, place, family, times, moments)


def _carried(
    row: Row, figure: Figure, place: int, family: str, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    """The reporting period of the text, for what is reported about a period."""
    if family not in FLOWS and not (family == "headcount" and figure.direction != Direction.NONE):
        return None
    if figure.status != Status.REPORTED:
        same = times.metrics.get(figure.metric_name or "")
        return Given(same, "period.same_metric") if same is not None and figure.status != Status.TARGET else None
    if _is_habit(row, place, times.fresh):
        return None
    for at in range(place + 1, len(row.tags)):
        moment = _moment(row, at) if row.tags[at] == "T" else None
        base = moments.get(moment.anchor or "") if moment is not None and _belongs_to_old(row, at) else None
        if moment is not None and base is not None and base.granularity == moment.granularity:
            return Given(base, "period.base_of_old")
    return Given(times.now, "period.carried") if times.now is not None else None


def _is_habit(row: Row, place: int, fresh: bool) -> bool:
    """Whether the verb before the figure tells of the present ("operates", "spends", later on "growing")."""
    for at in range(place - 1, max(-1, place - 24), -1):
        if row.tags[at] in "VBHAWXm":
            key = row.words[at].key
            if key.endswith("ing"):
                return not fresh
            return key in ("is", "are", "have", "has") or (key.endswith("s") and key not in ("was", "includes"))
    return False


def family_of(figure: Figure) -> str:
    """The family of a figure's metric, empty where it has none."""
    entry = lexicon.entries("metrics").get(figure.metric_name or "")
    return str(entry.get("family", "")) if entry is not None else ""


def _is_traded(row: Row, figure: Figure, place: int) -> bool:
    """Whether the figure is a price in a market, or its change ("shares closed at", "rose 75 cents a share to")."""
    if figure.kind == Kind.POINTS and figure.unit == "point" or figure.metric_name == "closing price":
        return True
    family = family_of(figure)
    rule = next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), "")
    if rule == "metric.part_of" or family not in (*PRICES, "rate", "volume", ""):
        return False
    if figure.kind not in (Kind.MONEY, Kind.PERCENT) and family != "volume" and figure.metric is not None:
        return False
    if family == "rate" and "Z" not in row.tags and "yield" not in (figure.metric_name or ""):
        return False
    before = row.words[max(0, place - 16) : place]
    market = any(w.key in known("contextwords.trading") or w.tag == "Z" for w in row.words[max(0, place - 24) : place + 12])
    moves = any(w.tag in "Vm" or w.key in known("contextwords.moves") for w in before) or any(w.tag == "U" for w in before[-3:])
    return market and moves




def _moment(row: Row, at: int) -> Moment | None:
    """The moment at a word, where it has days and is no point like "now"."""
    ref = row.words[at].ref
    if isinstance(ref, Moment) and ref.first is not None and ref.kind != MomentKind.SET:
        return None if (ref.timex or "").endswith("_REF") else ref
    return None


def _trading_day(row: Row, place: int) -> Moment | None:
    """The nearest day of the sentence that is not the old value's ("late Monday" after "from")."""
    days = []
    for at, tag in enumerate(row.tags):
        moment = _moment(row, at) if tag == "T" else None
        if moment is not None and moment.granularity in DAYS and not _belongs_to_old(row, at):
            days.append((abs(at - place), at, moment))
    return min(days, key=lambda d: d[:2])[2] if days else None


def market_day(row: Row, times: Times) -> Times:
    """The times with the trading day that a sentence on a market names."""
    if any(w.key in known("contextwords.trading") or w.tag == "Z" for w in row.words):
        for at, tag in enumerate(row.tags):
            moment = _moment(row, at) if tag == "T" else None
            if moment is not None and moment.granularity in DAYS and not _belongs_to_old(row, at):
                return replace(times, day=moment)
    return times


def _belongs_to_old(row: Row, at: int) -> bool:
    low = max(0, at - 18)
    moment = _moment(row, at)
    lead = row.words[at - 1].key if at else ""
    if lead == "than" or (lead == "on" and moment is not None and moment.granularity not in DAYS):
        return True
    return OLD_TIME.search(row.tags[low:at]) is not None


def _usable(row: Row, at: int, near: bool) -> Moment | None:
    moment = _moment(row, at)
    lead = row.words[at - 1] if at else None
    if moment is None:
        return None
    if moment.rule.startswith("duration") and not near and (lead is None or lead.key not in known("contextwords.lasting")):
        return None
    if any(w.key in known("contextwords.no_period") and not (near and w.key == "since") for w in row.words[max(0, at - 2) : at]):
        return None
    if at + 1 < len(row.words) and row.words[at + 1].key in known("contextwords.later"):
        return None
    as_of = lead is not None and (lead.key == "by" or (lead.key == "of" and row.words[at - 2].key == "as"))
    if moment.granularity in DAYS and not near and not as_of:
        return None
    if moment.granularity in DAYS and lead is not None and (lead.tag == "S" or lead.key == "on"):
        return None
    return moment




def _after(row: Row, figure: Figure, place: int, times: Times) -> Given | None:
    """A time behind the figure in its clause, before any old value."""
    twin = TWIN.match(row.tags, place + 1)
    for at in range(twin.end() if twin else place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if tag == "F" and not GOES_ON.search(row.tags[place:at]):
            return None
        if tag in "fvc;SVBHWXmr" or (tag == "(" and row.tags[at + 1 : at + 2] != "F") or (tag == "&" and row.tags[at - 1] == "," and row.words[at].key != "or"):
            return None
        if tag == "T" and not _belongs_to_old(row, at):
            moment = _usable(row, at, at <= place + 3)
            if moment is not None:
                return Given(moment, "period.stated")
    return None


GOES_ON = regex.compile(r"(?r)(?:,?&q*|\(q*|[MG]oq*)\Z")


def _before(row: Row, figure: Figure, place: int) -> Given | None:
    """A time before the figure in its clause, that no old value has."""
    ahead = figure.status != Status.REPORTED
    for at in range(place - 1, max(-1, place - 40), -1):
        tag = row.tags[at]
        if tag == ";" or (tag == "c" and row.words[at].key in ("while", "whereas")):
            return None
        if tag == "T" and not _belongs_to_old(row, at):
            moment = _usable(row, at, near=at == place - 1)
            ended = moment is not None and moment.rule.startswith("reporting")
            aside = not ended and APPOSED.match(row.tags[at + 1 : place]) is not None
            if moment is not None and not aside and (not ahead or at <= 3 or not AHEAD.search(row.tags[at:place])):
                return Given(moment, "period.stated")
    return None


TWIN = regex.compile(r"\([^()]{0,4}F[^()]{0,4}\)")
APPOSED = regex.compile(r"[^,]*,[VBHAWXm]")
AHEAD = regex.compile(r"[XA]")


def _old(
    row: Row, figure: Figure, place: int, before: Figure | None, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    """The time stated behind an old value, or the earlier one that the text pairs with its period."""
    for at in range(place + 1, min(len(row.tags), place + 12)):
        tag = row.tags[at]
        if tag in "fvcVBHWX;":
            break
        moment = _moment(row, at) if tag == "T" else None
        if moment is not None:
            return Given(moment, "period.old_stated")
    for at in range(place - 1, max(-1, place - 8), -1):
        if row.tags[at] in "fv":
            break
        moment = _moment(row, at) if row.tags[at] == "T" else None
        if moment is not None:
            return Given(moment, "period.old_stated")
    current = moments.get(before.period or "") if before is not None else times.now
    if figure.status != Status.REPORTED:
        return Given(current, "period.continued") if current is not None and before is not None else None
    current = current or times.now
    if current is None:
        return None
    for at in range(place + 1, len(row.tags)):
        moment = _moment(row, at) if row.tags[at] == "T" and _belongs_to_old(row, at) else None
        if moment is not None and _is_back(moment, current):
            return Given(moment, "period.old_stated")
    known = times.old.get(f"{current.first}/{current.last}")
    return Given(known, "period.old_carried") if known is not None else None


def announced(moments: Sequence[Moment], start: int, end: int, times: Times) -> Times:
    """The times after the text without figures from ``start`` to ``end``: "its results for the nine months ended ..."."""
    for moment in moments[bisect_left(moments, start, key=lambda m: m.start) :]:
        if moment.start >= end:
            break
        if moment.rule.startswith("reporting") and moment.granularity not in DAYS and moment.first is not None:
            times = replace(times, now=moment)
    return times


def _next(figure: Figure, found: Given, times: Times, new: Moment | None) -> Times:
    """The times after a figure: a stated reporting period becomes the present one."""
    moment = found.moment
    metrics = {**times.metrics, figure.metric_name: moment} if figure.metric_name else times.metrics
    times = replace(times, metrics=metrics)
    if found.rule == "period.trading_day":
        return replace(times, day=moment)
    if found.rule == "period.old_stated":
        known = {f"{m.first}/{m.last}": moment for m in (new, times.now) if m is not None}
        return replace(times, old={**times.old, **known})
    if found.rule != "period.stated" or moment.granularity in DAYS or figure.status != Status.REPORTED:
        return times
    if _is_back(moment, times.now) and not (moment.rule.startswith("reporting") and not moment.anchored):
        key = f"{times.now.first}/{times.now.last}" if times.now is not None else ""
        anchored = moment.anchor not in (None, "reference date")
        return replace(times, old={**times.old, key: moment}) if anchored else times
    ahead = "next" in moment.text.lower()
    return times if ahead or family_of(figure) not in FLOWS else replace(times, now=moment, fresh=True)


def _is_back(moment: Moment, now: Moment | None) -> bool:
    """Whether a moment lies before the present one ("in the year-earlier period")."""
    if now is None or now.first is None or moment.last is None:
        return False
    return moment.last < now.first
