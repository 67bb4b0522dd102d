"""What a figure takes from the period that the text is in: flows, entries in the books, averages."""

from __future__ import annotations

from collections.abc import Mapping

from parsers import lexicon
from parsers.context.period.against import base_of_old, set_against
from parsers.context.period.agreed import is_of_a_program
from parsers.context.period.habits import is_habit, is_to_do, is_untimely
from parsers.context.period.moving import makes_up
from parsers.context.period.timely import has_hardly_begun, is_of_a_time
from parsers.context.period.times import DAYS, Given, Times, party_of
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.context.subject.sites import names_site
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
    known = estimated or _of_one_told(row, figure, times)
    timeless = not known and not is_of_a_time(row, figure, place, family, times)
    if timeless and (beside := _told_with(row, place, before)) is not None:
        return Given(moments[beside], "period.carried")
    if timeless or is_untimely(row, figure, place, times.now):
        return None
    if figure.status != Status.REPORTED:
        return None if _has_deadline(row) else _foreseen(row, figure, place, times, estimated)
    if is_to_do(row, place):
        return None
    named_behind = figure.metric is not None and figure.metric.start > figure.start
    if not (named_behind and family == "one-time item") and is_habit(row, place, times.fresh):
        return None
    if (base := base_of_old(row, place, moments, named=False)) is not None:
        return Given(base, "period.base_of_old")
    now = _shared(row, figure, place, times, before)
    return Given(now, "period.carried") if now is not None else None


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
    if now is None or now.granularity not in LONG:
        return False
    hit = MOVED.search(row.tags, max(0, place - 6), place)
    return hit is not None and row.keys[hit.start("verb")] not in GROWN


LONG = ("quarter", "half", "year")
MOVED = Pattern(r"(?r)N(?P<verb>V)[dq]*\Z")
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


def _shared(row: Row, figure: Figure, place: int, times: Times, before: Figure | None) -> Moment | None:
    """The present time of the text, or the leading one where a figure is of another company."""
    of_one = times.day is not None and family_of(figure) == "economy"
    if times.now is None or (of_one and times.now.granularity in LONG):
        return None  # in a text on a session the quarter is that of a company that it has told of
    told = before is not None and before.period is not None and "period" not in before.inferred
    if times.lead is None or told or makes_up(row, figure, place) or not _is_apart(row, figure, times):
        return times.now
    beside = not _is_other(figure, times, times.whose) or _is_named_beside(row.text, times, figure)
    return times.lead if beside else None


def _foreseen(row: Row, figure: Figure, place: int, times: Times, estimated: bool) -> Given | None:
    """The time of what is not reported: the one ahead, that of the same metric, the one foreseen last."""
    if not estimated and _is_other(figure, times, times.party) and _is_other(figure, times, times.whose):
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
EXPECTED = PAST | {"expected", "anticipated", "predicted", "projected"}


def _of_one_told(row: Row, figure: Figure, times: Times) -> bool:
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


def _is_named_beside(text: str, times: Times, figure: Figure) -> bool:
    """Whether the party of a figure is named in the paragraph of the leading period."""
    lead, name = times.lead, party_of(figure, times).split()[0]
    if lead is None:
        return False
    start = text.rfind("\n", max(0, lead.start - AROUND), lead.start) + 1 or max(0, lead.start - AROUND)
    end = text.find("\n", lead.end, lead.end + AROUND)
    return text.find(name, start, end if end >= 0 else lead.end + AROUND) >= 0


AROUND = 240


def _has_deadline(row: Row) -> bool:
    """Whether a sentence has a time of its own for what it plans ("within 18 months")."""
    return any(
        word.key in ("within", "over") and row.tags[at : at + 1] in ("T", "F")
        for at, word in enumerate(row.words, 1)
    )


def _is_newer(now: Moment | None, same: Moment) -> bool:
    """Whether the present period is a later one of the same length: estimates are measured by what is out."""
    if now is None or now.last is None or same.last is None:
        return False
    return now.granularity == same.granularity and now.last > same.last


def _is_apart(row: Row, figure: Figure, times: Times) -> bool:
    """Whether a figure is of another company; what is only called by what it is ("Hospitals had") is none."""
    if not _is_other(figure, times, times.party):
        return False
    if figure.subject is not None and names_site(figure.subject):
        return True  # a mill of another company
    at = figure.subject.start if figure.subject is not None else -1
    return not any(word.start == at and word.tag == "x" for word in row.words)


def _is_other(figure: Figure, times: Times, party: str) -> bool:
    """Whether a figure is of another company than the one whose period is the present one."""
    name = party_of(figure, times)
    if not party or not name or name == party or figure.subject is None:
        return False
    if any(len(word) > 3 and word[0].islower() for word in name.split()):
        return False
    if party.startswith(f"{name} ") and party[len(name) :].islower():
        return False  # "U.S. employers"
    if not any(word[0].isupper() for word in party.split()):
        return False  # what is told of things ("sales of new cars") is told of their makers as well
    if name.lower() in known("parties.security") or name.lower() in known("parties.descriptor"):
        return False  # "Government payrolls"
    if name.split()[-1].lower() in known("parties.segment"):
        return False  # "Wealth revenues", "In Services, sales"
    unit = name.split()[-1].lower() in lexicon.surfaces("parties.unit").entries
    return not unit and name[0].isupper() and "'s " not in name and "\u2019s " not in name


def _in_the_period(row: Row, place: int, now: Moment) -> bool:
    """Whether the clause says "in the period" of its figure, or "for the fifth consecutive quarter"."""
    for at in range(max(1, place - 8), min(len(row.words), place + 9)):
        if row.tags[at] == "T":
            continue
        key = row.words[at].key
        repeats = " " in key and key.split()[-1] == now.granularity
        if (
            (repeats or key == now.granularity or key in SPANS)
            and (IN_THE.search(row.tags[max(0, at - 4) : at]) or row.keys[max(0, at - 3) : at] == END_OF)
            and ";" not in row.tags[min(at, place) : max(at, place)]
        ):
            return True
    return False


SPANS = ("period", "span", "half", "month", "week")
END_OF = ("end", "of", "the")
IN_THE = Pattern(r"(?r)[npq]D[xU]?\Z")
