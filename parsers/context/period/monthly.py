"""What is of the month that a report of statistics is about: jobs, people out of work, hours worked."""

from __future__ import annotations

from parsers.context.period.moving import HELD_AT, LEFT_AT, is_average
from parsers.context.period.onmarket import tells_of_an_index
from parsers.context.period.times import Given, Times
from parsers.context.period.usable import usable
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind
from parsers.quick import Quick


def is_of_the_month(row: Row, figure: Figure, place: int, family: str, times: Times) -> bool:
    """Whether a figure can be of a month of statistics ("128,000 new jobs", "9 million were out of work")."""
    if times.now is None or times.now.granularity != "month":
        return False
    words = figure.metric.text.lower().split() if figure.metric is not None and family == "index" else []
    if not known("contextwords.gauged").isdisjoint(words):
        return True  # "The price index rose 0.3%"
    if figure.kind == Kind.PERCENT:
        at = place - 1 - (row.tags[place - 1 : place] == "q")
        moved = figure.direction != Direction.NONE and family in UNSAID  # "trucks jumped 11%"
        return moved or row.keys[at - 1 : at + 1] in HELD_AT
    if figure.kind != Kind.COUNT:
        return False
    paced = figure.metric is not None and figure.metric.text.endswith(" rate")
    if paced or (family == "headcount" and figure.unit != "hour"):
        return True
    if figure.unit is None and figure.metric is None and figure.direction != Direction.NONE:
        return QUOTED.search(figure.text) is None  # "Builders shed 35,000"
    return figure.unit in PEOPLE and WERE.match(row.tags, place + 1) is not None


def in_statistics(row: Row, figure: Figure, times: Times) -> bool:
    """Whether a price moved in the month of a report that names no market ("Food prices rose 0.4%")."""
    if times.now is None or times.now.granularity != "month" or figure.kind != Kind.PERCENT:
        return False
    words = (word for key in row.keys for word in key.split())  # "crude futures"
    return known("contextwords.trading").isdisjoint(words) and not tells_of_an_index(row)


def of_prices(row: Row, figure: Figure, place: int, times: Times) -> bool:
    """Whether a thing that is traded as well became dearer in a report on prices ("Gasoline rose 1.8%")."""
    if "inflation" not in times.metrics or TO_LEVEL.match(row.tags, place + 1):
        return False
    return in_statistics(row, figure, times)


def has_moved(row: Row, figure: Figure, place: int) -> bool:
    """Whether a length of time is itself measured ("the workweek rose 0.1 hour to 34.5 hours")."""
    if row.tags[place - 1 : place] == "V" and TO_LEVEL.match(row.tags, place + 1):
        return True
    near = row.tags[max(0, place - 8) : place]
    left = LEFT_AT.search(near) or REACHED.search(near)
    return left is not None or is_average(row, figure, place)


QUOTED = Pattern(r"\d[./]\d|\d\s\d/")
"""In a number that is no count, but a quote ("up 1.25")."""
UNSAID = ("", "sites", "total", "size")
"""Families of what is only counted, and no flow by itself."""
PEOPLE = frozenset(("people", "person", "worker", "american", "job seeker"))
WERE = Pattern(r"(?:[op][DiMxNKL]{1,3})?(?:B|H(?=d?B))")
TO_LEVEL = Pattern(r"tq*F")
REACHED = Pattern(r"(?r)[VU]d?p?F[ta]q*\Z")


def figures_for(row: Row, place: int) -> Given | None:
    """The time of the statistics that a sentence begins with ("Figures for November showed exports")."""
    hit = STATISTICS.match(row.tags, 0, place)
    if hit is None or row.keys[hit.start("what")] not in known("parties.survey"):
        return None
    moment = usable(row, hit.start("when"), near=True)
    return Given(moment, "period.stated") if moment is not None else None


STATISTICS = Quick(r"D?[xLE]{0,2}(?P<what>[xM])(?:[foap]D?[xLNEKR]{1,4})?[pno](?P<when>T)d?[HWSXV]")
