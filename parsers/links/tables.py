"""The lines of a table: older values beside the newest one, and how much it has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from parsers.context.columns import CHANGED, OF_COLUMN
from parsers.context.draft import rule_of
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Moment, Span


def tabled(text: str, figures: Sequence[Figure], moments: Mapping[str, Moment]) -> Iterator[Link]:
    """The links of tables whose columns are times."""
    line: list[Figure] = []
    for figure in figures:
        if rule_of(figure, "period") not in (OF_COLUMN, CHANGED):
            continue
        if line and "\n" in text[line[-1].end : figure.start]:
            yield from _of_line(line, moments)
            line = []
        line.append(figure)
    yield from _of_line(line, moments)


def _of_line(line: Sequence[Figure], moments: Mapping[str, Moment]) -> Iterator[Link]:
    """The links of one line: of older values to the newest of as long a time, of changes to that."""
    values = [figure for figure in line if rule_of(figure, "period") == OF_COLUMN]
    newest: list[Figure] = []
    for new in values:
        alike = [f for f in values if f is not new and _are_alike(new, f, moments)]
        if alike and all(_last(f, moments) < _last(new, moments) for f in alike):
            newest.append(new)
            for old in alike:
                if comparable(new, old, FEW_TIMES):
                    yield _link(LinkKind.FROM_TO, old, new, "link.old_column")
    for change in (figure for figure in line if rule_of(figure, "period") == CHANGED):
        signed = change.direction != Direction.NONE or (change.value is not None and change.value < 0)
        of = next((new for new in newest if new.period == change.period), None)
        told = change.kind in (Kind.PERCENT, Kind.POINTS)
        told = told or (of is not None and (change.kind, change.unit) == (of.kind, of.unit))
        if of is not None and told and signed:
            yield _link(LinkKind.CHANGE, change, of, "link.change_column")


def _last(figure: Figure, moments: Mapping[str, Moment]) -> dt.date:
    """The last day of a figure's time."""
    moment = moments.get(figure.period or "")
    return (moment.last if moment is not None else None) or dt.date.min


def _are_alike(one: Figure, two: Figure, moments: Mapping[str, Moment]) -> bool:
    """Whether the times of two figures are as long."""
    a, b = moments.get(one.period or ""), moments.get(two.period or "")
    if a is None or b is None or not (a.first and a.last and b.first and b.last):
        return False
    return abs((a.last - a.first) - (b.last - b.first)).days <= DAYS


DAYS = 10
"""By how many days the lengths of two times may differ."""


def _link(kind: LinkKind, first: Figure, second: Figure, rule: str) -> Link:
    span = Span(min(first.start, second.start), max(first.end, second.end))
    return Link(kind=kind, figures=(first.id, second.id), evidence=span, rule=rule)
