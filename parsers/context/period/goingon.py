"""Figures that name no time and go on from the one before: compared with it, reached, expected, listed."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.period.foreseen import is_estimated
from parsers.context.period.isold import is_old
from parsers.context.period.times import DAYS
from parsers.context.rows.bracketed import bracketed
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Moment, Status
from parsers.worded import Worded


def continued(row: Row, figure: Figure, place: int, before: Figure, when: Moment) -> bool:
    """Whether a figure that names no time is of the one before: compared with it, reached, or expected."""
    if left_aside(row.tags, row.places.get(before.id, place), place):
        return False
    compared = rule_of(figure, "metric") in ("metric.versus", "metric.own_change")
    last = row.places.get(before.id, 0)
    old = is_old(row, last) or OWNED.search(row.tags[max(0, last - 6) : last]) is not None
    old = old or row.tags[max(0, last - 3) : last] == "(T:"  # "$51 million (2024: $47 million), up 7%"
    if (compared or is_estimated(row, figure)) and not old:
        return True
    if not old and _explains(row, figure, before):
        return True
    if figure.status == Status.ESTIMATE and rule_of(figure, "metric") == "metric.continued":
        return not old
    if not REST.isdisjoint(row.keys[max(0, place - 4) : place]) and figure.kind == before.kind:
        return figure.status == before.status
    if figure.metric is None and REACHES_NEXT.search(row.tags[:place]):
        return figure.status == before.status
    if figure.metric is None and THEY_WERE.search(row.tags[max(0, place - 12) : place]):
        return True
    of_a_day = when.granularity in DAYS or rule_of(before, "period") == "period.trading_day"
    if of_a_day and "average" in " ".join(row.keys[place + 1 : place + 5]) and figure.kind == Kind.MULTIPLE:
        return True  # "on volume of 2.9 million shares, more than 15 times its daily average"
    if of_a_day and MOVED_BY.search(row.tags[max(0, place - 8) : place]):
        return True
    return of_a_day and REACHES.search(row.tags[:place]) is not None


def _explains(row: Row, figure: Figure, before: Figure) -> bool:
    """Whether one change explains another ("a rise in income, reflecting a 33% rise in loans")."""
    if rule_of(figure, "metric") != "metric.change_in" or figure.direction is Direction.NONE:
        return False
    between = row.text[before.end : figure.start]
    also = rule_of(before, "metric") == "metric.change_in" and AND_ALSO.search(between) is not None
    return also or EXPLAINS.search(between) is not None


EXPLAINS = Worded(r"(?i),? <<contextwords.explains>> (?:an? |the )?(?:\w+ ){0,2}?\Z")
AND_ALSO = Pattern(r",? and (?:an? )?\Z")
OWNED = Pattern(r"(?r)[wqv]T'[xMG]{0,3}q*\Z")
"""Before an amount of another time, by which one is measured ("compared badly with 2003's $784 million")."""


def is_listed_alike(row: Row, figure: Figure, place: int) -> bool:
    """Whether a number in brackets counts what one before it counts ("trade (24,000), banking (17,000)")."""
    alike = figure.kind is Kind.COUNT and rule_of(figure, "metric") == "metric.before"
    return alike and bracketed(row, figure, place) is not None


def is_listed(row: Row, figure: Figure, before: Figure) -> bool:
    """Whether a bare number goes on counting what the one before it counts ("900 people and shops 300")."""
    first, last = row.places.get(before.id, 0), row.places.get(figure.id, 0)
    bare = figure.kind == before.kind == Kind.COUNT and figure.text[-1].isdigit()
    return bare and figure.status == before.status and "T" not in row.tags[first:last]


REST = frozenset(("rest", "remainder"))
MOVED_BY = Pattern(r"(?r)F[QU]?(?:[np]?T)?,D[GC]oq*\Z")
"""Before how far a price has moved to where it is ("at $11.40, a gain of 35 cents")."""
REACHES_NEXT = Pattern(r"(?r)F[QU]?tq*\Z")
REACHES = Pattern(r"(?r)F[QU]?(?:[vp]DZ(?=aq*\Z))?(?:[ta]q*|,?T?t(?:[mM]a?|VWa|Wa|Va|xa)q*|,&?q*F,?[ta]q*)\Z")


THEY_WERE = Pattern(r"(?r);[^;F]{0,8}I[BV]d?U?q*\Z")
"""Before what a second clause tells of the same ("; on another basis they were up 6.9%")."""
