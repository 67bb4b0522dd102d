"""The times of a sentence and of the text so far: which belong to old values, which could be a period."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from parsers import lexicon
from parsers.context.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Moment, MomentKind, Span, Status
from parsers.text import sentence_of

DAYS = frozenset(("day", "hour", "minute", "part of day", "time"))


OLD = Pattern(r"(?r)[fv](?P<gap>[^VBHAWXStfv;c&,]{0,14})\Z")


OLD_TIME = Pattern(
    r"(?r)[fv](?:[^VBHAWXStfv;c,]{0,16}|[^VBHAWXStfv;c,]{0,8}F(?:,?&q*FQ?|\(F\)|[^VBHAWXStfv;cF&]){0,12})\Z"
)


@dataclass(frozen=True, slots=True)
class Times:
    """The reporting period that the text is in, the earlier one for old values, the trading day.

    ``ahead`` is the coming period that a sentence on forecasts without figures has named.
    """

    now: Moment | None = None
    old: Mapping[str, Moment] = field(default_factory=dict)
    day: Moment | None = None
    metrics: Mapping[str, Moment] = field(default_factory=dict)
    fresh: bool = True
    ahead: Moment | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A period with the rule that gave it."""

    moment: Moment
    rule: str


def is_old(row: Row, place: int) -> bool:
    """Whether a figure is the old value of a change ("from $5 million", "compared with 3%")."""
    low = max(0, place - 16)
    hit = OLD.search(row.tags[low:place])
    if hit is None or "F" in hit["gap"].replace("F(F", ""):
        return False
    if row.tags[low + hit.start()] == "f" and "F" not in row.tags[:place]:
        return TO_NEW.match(row.tags, place + 1) is not None
    return not hit["gap"].endswith("xo")


TO_NEW = Pattern(r"[^VBHAWXS]{0,6}tq*F")


def moment_at(row: Row, at: int) -> Moment | None:
    """The moment at a word, where it has days and is no point like "now"."""
    ref = row.words[at].ref
    if isinstance(ref, Moment) and ref.first is not None and ref.kind != MomentKind.SET:
        return None if (ref.timex or "").endswith("_REF") else ref
    return None


def trading_day(row: Row, place: int) -> Moment | None:
    """The nearest day of the sentence that is not the old value's ("late Monday" after "from")."""
    days = []
    for at, tag in enumerate(row.tags):
        moment = moment_at(row, at) if tag == "T" else None
        if moment is not None and moment.granularity in DAYS and not belongs_to_old(row, at):
            days.append((abs(at - place), at, moment))
    return min(days, key=lambda d: d[:2])[2] if days else None


def market_day(row: Row, times: Times) -> Times:
    """The times with the trading day that a sentence on a market names."""
    if any(w.key in known("contextwords.trading") or w.tag == "Z" for w in row.words):
        for at, tag in enumerate(row.tags):
            moment = moment_at(row, at) if tag == "T" else None
            if moment is not None and moment.granularity in DAYS and not belongs_to_old(row, at):
                return replace(times, day=moment)
    return times


def belongs_to_old(row: Row, at: int) -> bool:
    """Whether the time at a word dates an old value ("from $5 million a year earlier")."""
    low = max(0, at - 18)
    moment = moment_at(row, at)
    lead = row.words[at - 1].key if at else ""
    if lead == "than" or (lead == "on" and moment is not None and moment.granularity not in DAYS):
        return True
    return OLD_TIME.search(row.tags[low:at]) is not None


def _lasts(moment: Moment) -> bool:
    """Whether a moment is a span of time that no report is about ("the next three years")."""
    return moment.kind == MomentKind.DURATION and not moment.rule.startswith("reporting")


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
        w.key in known("contextwords.no_period") and not (near and w.key == "since")
        for w in row.words[max(0, at - 2) : at]
    ):
        return None
    if at + 1 < len(row.words) and row.words[at + 1].key in known("contextwords.later"):
        return None
    as_of = lead is not None and (
        (lead.key == "on" and at == 1)
        or lead.key == "by"
        or (lead.key == "of" and row.words[at - 2].key == "as")
    )
    if moment.granularity in DAYS and not near and not as_of:
        return None
    if moment.granularity in DAYS and lead is not None and (lead.tag == "S" or (lead.key == "on" and at > 1)):
        return None
    return moment


def stated_after(row: Row, place: int) -> Given | None:
    """A time behind the figure in its clause, before any old value."""
    twin = TWIN.match(row.tags, place + 1)
    for at in range(twin.end() if twin else place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if tag == "F" and not GOES_ON.search(row.tags[place:at]):
            return None
        if (
            tag in "fvc;SVBHWXmr"
            or (tag == "(" and row.tags[at + 1 : at + 2] != "F")
            or (tag == "&" and row.tags[at - 1] == "," and row.words[at].key != "or")
        ):
            return None
        if tag == "T" and not belongs_to_old(row, at):
            moment = _usable(row, at, near=at <= place + 3 or "," not in row.tags[place:at])
            if moment is not None:
                return Given(moment, "period.stated")
    return None


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
            if (
                moment is not None
                and not aside
                and (not ahead or at <= 3 or not AHEAD.search(row.tags[at:place]))
            ):
                return Given(moment, "period.stated")
    return None


APPOSED = Pattern(r"[^,]*,[VBHAWXm]")


AHEAD = Pattern(r"[XAS]")


def announced(moments: Sequence[Moment], start: int, end: int, times: Times) -> Times:
    """The times after text without figures, which may name a period ("results for the nine months")."""
    for moment in moments[bisect_left(moments, start, key=lambda m: m.start) :]:
        if moment.start >= end:
            break
        if (
            moment.rule.startswith("reporting")
            and moment.granularity not in DAYS
            and moment.first is not None
        ):
            times = replace(times, now=moment)
    return times


def outlook(
    text: str, sentences: Sequence[Span], moments: Sequence[Moment], start: int, end: int, times: Times
) -> Times:
    """The times after text without figures that sets a target for a coming period, or forecasts it."""
    for moment in moments[bisect_left(moments, start, key=lambda m: m.start) :]:
        if moment.start >= end:
            break
        coming = moment.first is not None and moment.granularity in PERIODS and is_back_of(times.now, moment)
        if not coming or not moment.rule.startswith(("quarter", "year", "half", "fiscal", "reporting")):
            continue
        span = sentences[sentence_of(sentences, moment.start)]
        words = lexicon.surfaces("contextwords.expect")
        if any(words.find(word) for word in text[span.start : span.end].lower().split()):
            times = replace(times, ahead=moment)
    return times


PERIODS = frozenset(("quarter", "half", "year"))


def is_back_of(now: Moment | None, moment: Moment) -> bool:
    """Whether the present period lies before a moment."""
    return now is not None and is_back(now, moment)


def is_back(moment: Moment, now: Moment | None) -> bool:
    """Whether a moment lies before the present one ("in the year-earlier period")."""
    if now is None or now.first is None or moment.last is None:
        return False
    return moment.last < now.first
