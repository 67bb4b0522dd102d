"""The period that a figure belongs to: stated in its clause, of the trading day, or carried over.

What is reported carries the period on ("Sales rose 4%." after a sentence on the quarter); offers,
holdings, plans and terms have none unless it is stated.  An old value ("from $5 million") belongs
to the earlier period that the text names for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.draft import fill, rule_of
from parsers.context.inbrackets import own_time
from parsers.context.period.against import set_against
from parsers.context.period.agreed import is_agreed
from parsers.context.period.apart import is_after
from parsers.context.period.beside import follows
from parsers.context.period.bought import of_purchase
from parsers.context.period.carrying import carried
from parsers.context.period.closes import is_over_a_close, of_close
from parsers.context.period.following import FRONT, times_after
from parsers.context.period.goingon import OWNED, continued, is_listed, is_listed_alike
from parsers.context.period.inall import in_all
from parsers.context.period.instead import just_reported, year_of
from parsers.context.period.isold import is_old
from parsers.context.period.monthly import figures_for, has_moved, in_statistics, of_prices
from parsers.context.period.named import of_what_was_named
from parsers.context.period.ofaday import is_moved, moved_itself, of_a_day
from parsers.context.period.ofalist import of_list
from parsers.context.period.ofchange import time_of_change
from parsers.context.period.ofitsmetric import of_its_metric
from parsers.context.period.old import old_time, same_as
from parsers.context.period.onmarket import moved_on, tells_of_an_index
from parsers.context.period.outlooks import of_an_outlook
from parsers.context.period.paired import of_pair
from parsers.context.period.reach import has_its_own, whose_change
from parsers.context.period.scope import stated_after, stated_before
from parsers.context.period.sessions import clock_day, is_dealt_in, is_from_a_mark, is_of_results, trading_day
from parsers.context.period.standing import is_maturity, is_since_event, stands, tells_of_now
from parsers.context.period.timely import FLOWS
from parsers.context.period.times import Given, Times
from parsers.context.period.trading import (
    family_of,
    is_of_no_session,
    is_of_shares,
    is_of_trading,
)
from parsers.context.period.turns import in_turn
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind, Moment, Status

IN_ASIDE = Pattern(r"(?r)(?:,r[^,;F]*|(?:\A|[,;])y[^,;FVB]{0,8}T[^,;FVB]{0,4}[oa]q*)\Z")
"""Before what is told in a relative clause: its time is not the one that the text goes on about."""
JUST = Pattern(r" (?:just|that(?: has)?|which(?: has)?) ended\b")


def period_of(
    row: Row, figure: Figure, before: Figure | None, times: Times, all_moments: Mapping[str, Moment]
) -> tuple[Figure, Times]:
    """The figure with its period, and the times after it."""
    place = row.places.get(figure.id)
    if place is None or figure.kind == Kind.RANK:
        return figure, times
    if figure.kind == Kind.DURATION and not has_moved(row, figure, place):
        return figure, times
    own = own_time(row, place) or whose_change(row, place)
    found = Given(own, "period.stated") if own is not None else _beside_others(row, figure, place, times)
    found = found or _find(row, figure, place, before, times, all_moments)
    if times.listed is not None or times.listed_old is not None:
        found = of_list(row, figure, place, found, times)
    if found is None:
        return figure, times
    which = found.moment.rule == "quarter.which" and not JUST.match(row.text, found.moment.end)
    if times.ahead is not None and figure.status != Status.REPORTED and which:
        found = Given(times.ahead, "period.ahead")
    flows = which and figure.status == Status.REPORTED and family_of(figure) in FLOWS
    if flows and (just := just_reported(found.moment, times)) is not None:
        found = Given(just, "period.just_reported")
    new = all_moments.get(before.period or "") if before is not None else None
    if own is None and not _is_by_the_way(row, figure, place, found.moment, times):
        times = times_after(figure, found, times, new, row.span.start + FRONT)
    moment = found.moment
    here = row.span.start <= moment.start < row.span.end
    evidence = Evidence("period", moment.start, moment.end, found.rule)
    inferred = figure.inferred if here else (*figure.inferred, "period")
    return fill(figure, period=moment.id, evidence=(*figure.evidence, evidence), inferred=inferred), times


def _is_by_the_way(row: Row, figure: Figure, place: int, moment: Moment, times: Times) -> bool:
    """Whether the text does not go on from a time that one of its figures has."""
    near = row.tags[max(0, place - 12) : place]
    if IN_ASIDE.search(near) is not None or _is_to_be(row, place, moment, times):
        return True
    if OWNED.search(near) is not None and not is_old(row, place):
        return True
    text, start = row.text, moment.start
    if text.startswith(" alone", moment.end):
        return True  # "In the second quarter alone sales rose 8%"
    if figure.status != Status.REPORTED and text.endswith(" by ", max(0, start - 4), start):
        return True
    early = EARLY.search(text, max(0, start - 40), start) is not None
    return early or is_after(row, place) or _is_end_of(row, moment)


def _beside_others(row: Row, figure: Figure, place: int, times: Times) -> Given | None:
    """The time of one of two told with theirs, or of one listed in brackets with others."""
    if times.now is not None and is_listed_alike(row, figure, place):
        return Given(times.now, "period.carried")
    if (day := moved_on(row, figure, place, family_of(figure))) is not None:
        return Given(day, "period.trading_day")
    return of_pair(row, figure, place)


def _is_end_of(row: Row, moment: Moment) -> bool:
    """Whether a month only tells when something was counted ("It ended June with 220 million users")."""
    counted = moment.granularity == "month" and row.text.startswith(" with", moment.end)
    return counted and ENDED.search(row.text, max(0, moment.start - 12), moment.start) is not None


ENDED = Pattern(r"(?ri)\b(?:closed|ended|exited|finished) \Z")


def _is_to_be(row: Row, place: int, moment: Moment, times: Times) -> bool:
    """Whether an amount will only be entered in a time that still runs ("a gain would be entered in May")."""
    runs = times.today is not None and moment.last is not None and moment.last > times.today
    return runs and row.span.start <= moment.start < row.span.end and "A" in row.tags[place : place + 12]


def at_last(figure: Figure, moment: Moment) -> Figure:
    """An old value with the time that the text only told later."""
    evidence = Evidence("period", moment.start, moment.end, "period.old_told_later")
    return fill(
        figure,
        period=moment.id,
        evidence=(*figure.evidence, evidence),
        inferred=(*figure.inferred, "period"),
    )


def _find(
    row: Row, figure: Figure, place: int, before: Figure | None, times: Times, moments: Mapping[str, Moment]
) -> Given | None:
    rule = rule_of(figure, "metric")
    own = has_its_own(row, place) or in_turn(row, place) is not None or _is_next_in_time(row, place, before)
    if before is not None and not own and follows(row, figure, place, before, rule):
        return same_as(before, moments)
    family = family_of(figure)
    for_all = in_all(row, figure, place) or of_an_outlook(row, figure, place)
    if (for_all := for_all or of_purchase(row, figure, place)) is not None:
        return Given(for_all, "period.stated")
    if (close := of_close(row, figure, place)) is not None:
        return Given(close, "period.of_close")
    if is_over_a_close(row, figure, place) or ("since" in row.keys and is_since_event(row, place)):
        return None
    maturity = is_maturity(row, figure, place) and OLD_ONE.search(row.tags[:place]) is None
    if stands(row, figure, place, family) or maturity:
        return None
    if is_old(row, place):
        return old_time(row, figure, place, before, times, moments)
    if (change := time_of_change(row, place, times)) is not None:
        return Given(change, "period.stated")
    traded = is_of_trading(row, figure, place, before, session=times.day is not None)
    traded = traded or (times.day is not None and is_dealt_in(row, figure, place))
    sent = traded and is_of_shares(figure) and SENDS.search(row.tags, max(0, place - 10), place) is not None
    if traded and (sent or is_of_no_session(row, place)):
        day = (trading_day(row, place, times.today) or times.day) if sent else None
        return Given(day, "period.trading_day") if day is not None else None
    agreed = is_agreed(row, place)
    found = None if agreed else of_a_day(row, figure, place, traded, times, before, moments)
    if found is not None:
        return found
    stated = stated_after(row, figure, place)
    if stated is None and (agreed or tells_of_now(row, place)):
        return None
    stated = stated or stated_before(row, figure, place) or figures_for(row, place)
    stated = stated if traded else of_its_metric(row, figure, place, stated)
    if stated is not None and not (traded and is_of_results(row, stated.moment)):
        return year_of(row, stated, figure, times)
    return _untold(row, figure, place, before, times, moments, traded)


OLD_ONE = Pattern(r"(?r)tq*F,?fq*\Z")
"""Before a value that another has come from ("rose to 3.6% from 3.2% in January"), no maturity."""


def _untold(
    row: Row,
    figure: Figure,
    place: int,
    before: Figure | None,
    times: Times,
    moments: Mapping[str, Moment],
    traded: bool,
) -> Given | None:
    """The time of a figure whose clause tells none: of the one before it, of trading, or carried over."""
    family = family_of(figure)
    same = same_as(before, moments) if before is not None else None
    if before is not None and (row.keys[place - 1].startswith("of wh") or _is_in_turn(row, place)):
        return same
    if before is not None and same is not None and continued(row, figure, place, before, same.moment):
        return same
    if traded or is_moved(row, figure, place, times):
        against = set_against(row, figure, place, family, times) if traded and times.day is None else None
        if against is not None:
            return against
        if is_from_a_mark(row, figure, place):
            return None
        said = moved_itself(row, figure, place) or (traded and not in_statistics(row, figure, times))
        day = times.day or (times.said if said else None) or clock_day(row, times.today)
        words = known("contextwords.trading") - {"yield"}  # an airline has one as well
        market = not words.isdisjoint(row.keys) or is_of_shares(figure) or tells_of_an_index(row)
        if (
            day is not None
            or market
            or not (family in ("price", "rate") or of_prices(row, figure, place, times))
        ):
            return Given(day, "period.trading_day") if day is not None else None
    if moved_itself(row, figure, place) or (row.keys[0] == "if" and row.keys[place - 1] != "from"):
        return None  # what is so on a condition is of no time: "If it sells, it must pay a fee of"
    found = of_what_was_named(row, place, times) or carried(row, figure, place, times, moments, before)
    listed = found is None and before is not None and is_listed(row, figure, before)
    listed = listed and rule_of(figure, "metric") == "metric.continued"
    return same if listed or (found is None and _is_foreseen_too(row, figure, place, before)) else found


def _is_foreseen_too(row: Row, figure: Figure, place: int, before: Figure | None) -> bool:
    """Whether it is foreseen with the amount before it ("to sell 2 tons of gold and 80 tons of copper")."""
    last = row.places.get(before.id, -1) if before is not None else -1
    if before is None or last < 0 or figure.status == Status.REPORTED or before.status != figure.status:
        return False
    return AND_SO_MUCH.fullmatch(row.tags, last + 1, place) is not None


AND_SO_MUCH = Pattern(r"(?:o[DxMZ]{1,3})?&q*")


def _is_next_in_time(row: Row, place: int, before: Figure | None) -> bool:
    """Whether an amount with its time stands behind another one with its own ("$5 in May and $9 in June")."""
    last = row.places.get(before.id, place) if before is not None else place
    both = "T" in row.tags[last + 1 : place] and row.tags[place + 1 : place + 3] == "nT"
    return both and row.tags[place - 1 : place] in ("&", ",")


def _is_in_turn(row: Row, place: int) -> bool:
    """Whether a figure is the next of some that are told in turn ("to $9 and $20 respectively")."""
    return NEXT.search(row.tags, max(0, place - 4), place) is not None and "respectively" in row.keys[place:]


NEXT = Pattern(r"(?r)F(?:,|,?&)q*\Z")


SENDS = Pattern(r"(?r),[Wx](?:[DiKN]|[NK]')[xK]{0,2}M[UVW]?d?p?q*\Z")
"""Before what shares did because of what is told ("in the second quarter, sending its shares up 8%")."""
EARLY = Pattern(
    r"(?ri)\b(?:early (?:trading |dealings )?(?:on )?|including |unlike (?:in )?|as in "
    r"|than (?:what |that |those )?(?:(?:was |were )?(?:\p{Ll}{2,9}ed |seen ))?in )\Z"
)
"""Before the day whose trade has only begun, or a time that is one of many, a likeness or a comparison."""
