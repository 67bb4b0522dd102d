"""The period that a figure belongs to: stated in its clause, of the trading day, or carried over.

What is reported carries the period on ("Sales rose 4%." after a sentence on the quarter); offers,
holdings, plans and terms have none unless it is stated.  An old value ("from $5 million") belongs
to the earlier period that the text names for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import regex

from parsers import lexicon
from parsers.context.words import Row
from parsers.model import Evidence, Figure, Kind, Moment, MomentKind, Status

FLOWS = frozenset(
    ("revenue", "profit", "one-time item", "costs", "cash", "margin", "volume", "economy", "payout", "users")
)
PRICES = frozenset(("price", "security", "index"))
DAYS = frozenset(("day", "hour", "minute", "part of day", "time"))
OLD = regex.compile(r"(?r)[fv](?P<gap>[^VBHAWXStfv;c]{0,14})\Z")
OLD_TIME = regex.compile(r"(?r)(?:[fv][^VBHAWXStfv;c]{0,16}|than)\Z")
CONTINUES = ("metric.twin", "metric.per_unit")
NOT_PERIODS = frozenset("due maturing mature matures founded callable until since through before after".split())


@dataclass(frozen=True, slots=True)
class Times:
    """The reporting period that the text is in, the earlier one for old values, the trading day."""

    now: Moment | None = None
    old: Mapping[str, Moment] = field(default_factory=dict)
    day: Moment | None = None


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
    times = _next(row, figure, place, found, times)
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
    if family in PRICES or _is_traded(row, figure, place):
        traded = _trading_day(row, place)
        if traded is not None:
            return Given(traded, "period.trading_day")
    stated = _after(row, place, family) or _before(row, place, family)
    if stated is not None:
        return stated
    if before is not None and before.period in moments and rule in ("metric.versus", "metric.own_change"):
        if not is_old(row, row.places.get(before.id, 0)):
            return Given(moments[before.period], "period.continued")
    if _is_traded(row, figure, place) and times.day is not None:
        return Given(times.day, "period.trading_day")
    return _carried(figure, family, times)


def _carried(figure: Figure, family: str, times: Times) -> Given | None:
    """The reporting period of the text, for what is reported about a period."""
    if figure.status != Status.REPORTED or times.now is None or family not in FLOWS:
        return None
    return Given(times.now, "period.carried")


def family_of(figure: Figure) -> str:
    """The family of a figure's metric, empty where it has none."""
    entry = lexicon.entries("metrics").get(figure.metric_name or "")
    return str(entry.get("family", "")) if entry is not None else ""


def _is_traded(row: Row, figure: Figure, place: int) -> bool:
    """Whether the clause tells of a price in a market ("shares closed at", "rose 75 cents a share to")."""
    metric = figure.metric
    if metric is not None and figure.metric_name in ("closing price",):
        return True
    words = {w.key for w in row.words[max(0, place - 24) : place + 8]}
    return bool(words & TRADING) and family_of(figure) in (*PRICES, "rate", "volume", "")


TRADING = frozenset("shares stock trading traded closed settled trading. futures points index closing treasury".split())


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


def _belongs_to_old(row: Row, at: int) -> bool:
    low = max(0, at - 18)
    return OLD_TIME.search(row.tags[low:at]) is not None or (at > 0 and row.words[at - 1].key == "than")


def _usable(row: Row, at: int, family: str, near: bool) -> Moment | None:
    moment = _moment(row, at)
    if moment is None:
        return None
    lead = row.words[at - 1] if at else None
    if lead is not None and (lead.key in NOT_PERIODS and not (near and lead.key == "since")):
        return None
    if moment.granularity in DAYS and not near:
        return None
    if moment.granularity in DAYS and lead is not None and (lead.tag == "S" or lead.key == "on"):
        return None
    return moment


def _after(row: Row, place: int, family: str) -> Given | None:
    """A time behind the figure in its clause, before any old value."""
    distance = 0
    for at in range(place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if tag in "fvc;S" or (tag in "VBHWXm" and distance > 1):
            return None
        if tag == "T":
            moment = _usable(row, at, family, distance <= 2)
            if moment is not None and row.words[at - 1].key != "than":
                return Given(moment, "period.stated")
        if tag == "F" and row.tags[at - 1] not in "&(t":
            return None
        distance += 1
    return None


def _before(row: Row, place: int, family: str) -> Given | None:
    """A time before the figure in its clause, that no old value has."""
    passed = False
    for at in range(place - 1, max(-1, place - 40), -1):
        tag = row.tags[at]
        if tag == ";" or (tag == "c" and row.words[at].key in ("while", "whereas")):
            return None
        if tag == "T" and not _belongs_to_old(row, at):
            moment = _usable(row, at, family, near=at == place - 1 and not passed)
            if moment is not None:
                return Given(moment, "period.stated")
        passed = passed or tag == "F"
    return None


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
    current = current or times.now
    if current is None or current.first is None or current.last is None or figure.status != Status.REPORTED:
        return None
    known = times.old.get(f"{current.first}/{current.last}")
    return Given(known, "period.old_carried") if known is not None else None


def _next(row: Row, figure: Figure, place: int, found: Given, times: Times) -> Times:
    """The times after a figure: a stated reporting period becomes the present one."""
    moment = found.moment
    if found.rule == "period.trading_day":
        return replace(times, day=moment)
    if found.rule == "period.old_stated" and times.now is not None:
        key = f"{times.now.first}/{times.now.last}"
        return replace(times, old={**times.old, key: moment})
    if found.rule != "period.stated" or moment.granularity in DAYS or figure.status != Status.REPORTED:
        return times
    if _is_back(moment, times.now):
        return times
    return replace(times, now=moment)


def _is_back(moment: Moment, now: Moment | None) -> bool:
    """Whether a moment only looks back from the present one ("in the year-earlier period")."""
    if now is None or now.first is None or moment.last is None:
        return False
    return moment.last < now.first and moment.anchored and moment.anchor not in (None, "reference date")
