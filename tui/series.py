"""One metric of one subject through its periods: what can be set side by side, and what cannot. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from parsers.metrics import per_of
from parsers.model import Direction, Figure, Kind, LinkKind, Status
from parsers.values import record
from tui.index import Index
from tui.state import Selection
from tui.wording import UNITS, amount, period, sign

Key = tuple[str, str, Kind, str, str, bool]
Groups = Mapping[Key, Sequence[int]]


@record
class Point:
    """One value of a period; ``figures`` are the positions of those that state it, in text order."""

    label: str
    value: str
    low: Decimal
    high: Decimal
    figures: tuple[int, ...]
    status: Status
    ahead: bool


@record
class Series:
    """The values of one metric, subject and unit, from early to late.

    ``rows`` says where each figure stands; ``low`` and ``high`` are the ends of the scale, zero always on it.
    """

    title: str
    points: tuple[Point, ...]
    rows: Mapping[int, int]
    low: Decimal
    high: Decimal


def gather(index: Index) -> Groups:
    """The figures by what they measure: metric, subject, kind and unit; levels apart from changes."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for at in range(len(index.document.figures)):
        key = _key(index, at)
        if key is not None:
            found[key].append(at)
    return found


def series_of(index: Index, groups: Groups, selection: Selection | None) -> Series | str:
    """The series that the selected figure is of; else a line that says why there is none."""
    if selection is None or not selection.is_figure:
        return "Select a figure to follow its metric through the periods."
    key = _key(index, selection.at)
    if key is None:
        return "No metric is known for this figure, so there is nothing to follow."
    of = f"{_metric(key)} of {key[1]}" if key[1] else _metric(key)
    if _days(index, selection.at) is None:
        return f"This figure has no dated period, so {of} cannot be followed from it."
    points = _points(index, groups.get(key, ()))
    if len({point.label for point in points}) < 2:
        return f"Only one period is known for {of} in {key[3] or key[2]}."
    unit = UNITS.get(key[3], key[3]) + (f" per {key[4]}" if key[4] else "")
    change = "change in " if key[5] else ""
    return _series(change + of + (f", {unit}" if unit else ""), points)


def _series(title: str, points: tuple[Point, ...]) -> Series:
    zero = Decimal(0)
    return Series(
        title=title,
        points=points,
        rows={at: row for row, point in enumerate(points) for at in point.figures},
        low=min(zero, *(point.low for point in points)),
        high=max(zero, *(point.high for point in points)),
    )


def _metric(key: Key) -> str:
    return key[0]


def _key(index: Index, at: int) -> Key | None:
    figure = index.document.figures[at]
    metric = figure.metric_name or (" ".join(figure.metric.text.lower().split()) if figure.metric else "")
    if not metric:
        return None
    subject = figure.subject_name or (" ".join(figure.subject.text.split()) if figure.subject else "")
    return metric, subject, figure.kind, figure.unit or "", per_of(figure) or "", _is_change(index, at)


def _is_change(index: Index, at: int) -> bool:
    """Whether the figure says by how much something changed, not what it came to."""
    own = index.document.figures[at]
    linked = (link for link in index.links.get(at, ()) if link.kind is LinkKind.CHANGE)
    return any(link.figures[0] == own.id for link in linked) or (
        own.kind is Kind.PERCENT and own.direction is not Direction.NONE
    )


def _days(index: Index, at: int) -> tuple[dt.date, dt.date] | None:
    moment = index.period(Selection.figure(at))
    if moment is None:
        return None
    first, last = moment.first or moment.last, moment.last or moment.first
    return None if first is None or last is None else (first, last)


def _points(index: Index, figures: Sequence[int]) -> tuple[Point, ...]:
    """A point for each value of each period: what is said twice is one, what differs is not hidden."""
    said: defaultdict[tuple[dt.date, dt.date, Decimal, Decimal], list[int]] = defaultdict(list)
    for at in figures:
        days, ends = _days(index, at), _ends(index.document.figures[at], change=_is_change(index, at))
        if days is not None and ends is not None:
            said[*days, *ends].append(at)
    return tuple(_point(index, *place, said[place]) for place in sorted(said))


def _point(
    index: Index, first: dt.date, _last: dt.date, low: Decimal, high: Decimal, figures: Sequence[int]
) -> Point:
    figure = index.document.figures[figures[0]]
    moment = index.period(Selection.figure(figures[0]))
    now = index.document.reference_date
    return Point(
        label=period(moment) if moment else "",
        value=" ".join(part for part in (sign(figure), str(amount(figure))) if part),
        low=low,
        high=high,
        figures=tuple(figures),
        status=figure.status,
        ahead=figure.status is not Status.REPORTED or (now is not None and first > now),
    )


def _ends(figure: Figure, *, change: bool) -> tuple[Decimal, Decimal] | None:
    """The value twice, or the ends of a range; an open end is where the other is. A fall is below zero."""
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    low, high = (high if low is None else low), (low if high is None else high)
    if low is None or high is None:
        return None
    down = change and figure.direction is Direction.DECREASE and low >= 0
    return (-high, -low) if down else (low, high)
