"""What a figure takes from the period that the text is in: flows, entries in the books, averages."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.period.against import base_of_old, set_against
from parsers.context.period.foreseen import has_deadline, is_estimated, of_one_told, time_foreseen
from parsers.context.period.habits import is_habit, is_to_do, is_untimely
from parsers.context.period.moving import makes_up
from parsers.context.period.otherfirms import is_apart, is_named_beside, is_other
from parsers.context.period.timely import has_hardly_begun, is_of_a_time
from parsers.context.period.times import Given, Times, is_of_no_results
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind, Moment, Status


def carried(
    row: Row,
    figure: Figure,
    place: int,
    times: Times,
    moments: Mapping[str, Moment],
    before: Figure | None = None,
) -> Given | None:
    """The reporting period of the text, for what is reported about a period.

    Another company than that of the report shares it where its sentence (``before``) has told of it.
    """
    if _is_of_its_own(row, figure, place, times):
        return None
    family = family_of(figure)
    if times.now is not None and _in_the_period(row, place, times.now):
        ahead = times.ahead if figure.status != Status.REPORTED else None
        return Given(ahead or times.now, "period.carried")
    if (base := base_of_old(row, place, moments, named=True)) is not None:
        return Given(base, "period.base_of_old")
    if (against := set_against(row, figure, place, family, times)) is not None:
        return against
    estimated = is_estimated(row, figure)
    known = estimated or of_one_told(row, figure, times)
    timeless = not known and not is_of_a_time(row, figure, place, family, times)
    if timeless and (beside := _told_with(row, place, before)) is not None:
        return Given(moments[beside], "period.carried")
    if timeless or is_untimely(row, figure, place, times.now):
        return None
    if figure.status != Status.REPORTED:
        timed = not has_deadline(row) and not _is_under_terms(row)
        return time_foreseen(row, figure, place, times, estimated) if timed else None
    named_behind = figure.metric is not None and figure.metric.start > figure.start
    habit = not (named_behind and family == "one-time item") and is_habit(row, place, times.fresh)
    if is_to_do(row, place) or habit:
        return None
    if (base := base_of_old(row, place, moments, named=False)) is not None:
        return Given(base, "period.base_of_old")
    now = _shared(row, figure, place, times, before)
    return Given(now, "period.carried") if now is not None else None


def _is_under_terms(row: Row) -> bool:
    """Whether a sentence tells what an agreement or a plan lets be done ("Under the pact, it may hire")."""
    return row.keys[:1] == ("under",) and not known("contextwords.terms_of").isdisjoint(row.keys[1:6])


def _is_of_its_own(row: Row, figure: Figure, place: int, times: Times) -> bool:
    """Whether a figure cannot be of the time that the text goes on with, whatever it measures."""
    timed = _in_turn(row, place) or _runs_through(row, place)
    return timed or _moves(row, figure, place, times.now) or has_hardly_begun(figure, times)


def _runs_through(row: Row, place: int) -> bool:
    """Whether a figure is of a time of which only the end is told ("Exports through May were $5 million")."""
    return any(
        row.tags[at] == "T" and row.keys[at - 1] in ("through", "until") and "F" not in row.tags[at:place]
        for at in range(max(1, place - 6), place)
    )


def _moves(row: Row, figure: Figure, place: int, now: Moment | None) -> bool:
    """Whether a company itself is said to have moved ("Lind jumped 11%"): its shares did, in no year."""
    if figure.metric is not None or figure.kind is not Kind.PERCENT:
        return False
    if now is None or now.granularity not in (*LONG, "month"):
        return False
    if now.granularity == "month" and not _to_a_price(row, place):
        return False
    hit = MOVED.search(row.tags, max(0, place - 14), place)
    return hit is not None and row.keys[hit.start("verb")] not in GROWN


LONG = ("quarter", "half", "year")
MOVED = Pattern(r"(?r)N(?:,[^,;FVBHAS]{1,8},)?(?P<verb>V)[dq]*\Z")


def _to_a_price(row: Row, place: int) -> bool:
    """Whether an amount of money stands behind how far a company moved."""
    hit = TO_PRICE.match(row.tags, place + 1)
    level = row.words[hit.end() - 1].ref if hit is not None else None
    return isinstance(level, Figure) and level.kind is Kind.MONEY


TO_PRICE = Pattern(r",?t[Dq]*F(?=[,.;&c]|\Z)")
"""Behind how far a company moved: where its shares came to ("fell 3% to $32")."""
GROWN = frozenset(("grew", "grows", "expanded", "shrank", "contracted", "recovered"))


def _told_with(row: Row, place: int, before: Figure | None) -> str | None:
    """The time of a result that a balance is told with ("it had net income of $5 million and assets of")."""
    last = row.places.get(before.id) if before is not None else None
    if last is None or before is None or group_family(before.metric_name) != "profit":
        return None
    return before.period if WITH_IT.fullmatch(row.tags, last + 1, place) is not None else None


WITH_IT = Pattern(r"&[xM]{1,3}oq*")


def _in_turn(row: Row, place: int) -> bool:
    """Whether one thing is told for several times in turn ("will average 3%, 2% and 1% respectively")."""
    if "respectively" not in row.keys or "T" in row.tags:
        return False
    hit = IN_TURN.search(row.tags)
    return hit is not None and hit.start() <= place < hit.end() and "&" not in row.tags[: hit.start()]


IN_TURN = Pattern(r"(?:F,){2,}&F|F,(?:F,)*F&F")


BY_QUARTERS = ("profit", "margin")
"""Families of what a month is only told of where it says so."""


def _shared(row: Row, figure: Figure, place: int, times: Times, before: Figure | None) -> Moment | None:
    """The present time of the text, or the leading one where a figure is of another company."""
    of_one = times.day is not None and family_of(figure) == "economy"
    if times.now is None or (of_one and times.now.granularity in LONG):
        return None  # in a text on a session the quarter is that of a company that it has told of
    monthly = group_of(figure) == "utilization" or figure.metric_name == "load factor"
    quarterly = family_of(figure) in BY_QUARTERS and not monthly
    if quarterly and is_of_no_results(times.now, times):
        return None  # "Some 500 jobs were cut in May. Profit rose 5%"
    told = before is not None and before.period is not None and "period" not in before.inferred
    if times.lead is None or told or makes_up(row, figure, place) or not is_apart(row, figure, times):
        return times.now
    beside = not is_other(figure, times, times.whose) or is_named_beside(row.text, times, figure)
    return times.lead if beside else None


def _in_the_period(row: Row, place: int, now: Moment) -> bool:
    """Whether the clause says "in the period" of its figure, or "for the fifth consecutive quarter"."""
    for at in range(max(1, place - 8), min(len(row.words), place + 9)):
        if row.tags[at] == "T":
            continue
        key = row.words[at].key
        repeats = " " in key and key.split()[-1] == now.granularity
        if (
            (repeats or key == now.granularity or key in SPANS)
            and (_is_in_the(row, at) or row.keys[max(0, at - 3) : at] == END_OF)
            and ";" not in row.tags[min(at, place) : max(at, place)]
        ):
            return True
    return False


def _is_in_the(row: Row, at: int) -> bool:
    """Whether "in the" stands before a word, none that tells of a time to come ("by the third year")."""
    hit = IN_THE.search(row.tags, max(0, at - 4), at)
    return hit is not None and row.keys[hit.start()] not in ("after", "by", "until", "within")


SPANS = ("period", "span", "half", "month", "week")
END_OF = ("end", "of", "the")
IN_THE = Pattern(r"(?r)[npq]D[xU]?\Z")
