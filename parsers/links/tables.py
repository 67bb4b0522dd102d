"""The lines of a table: the older value beside the newer one, and how much it has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parsers.context.columns import CHANGED, OF_COLUMN
from parsers.context.period.trading import rule_of
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Moment, Span


def tabled(text: str, figures: Sequence[Figure], moments: Mapping[str, Moment]) -> Iterator[Link]:
    """The links of tables whose columns are times, the newest first or last."""
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
    """The links of one line: of its first two values, and of the changes behind them to the newer one."""
    values = [figure for figure in line if rule_of(figure, "period") == OF_COLUMN]
    if len(values) < 2:
        return
    new, old = values[:2] if _is_newer(values[0], values[1], moments) else values[1::-1]
    if not (_is_newer(new, old, moments) and comparable(new, old, FEW_TIMES)):
        return
    yield _link(LinkKind.FROM_TO, old, new, "link.old_column")
    for change in (figure for figure in line if rule_of(figure, "period") == CHANGED):
        signed = change.direction != Direction.NONE or (change.value is not None and change.value < 0)
        if change.kind in (Kind.PERCENT, Kind.POINTS) and signed:
            yield _link(LinkKind.CHANGE, change, new, "link.change_column")


def _is_newer(new: Figure, old: Figure, moments: Mapping[str, Moment]) -> bool:
    """Whether the time of a figure is that of the other one, later."""
    late, early = moments.get(new.period or ""), moments.get(old.period or "")
    if late is None or early is None or not (late.first and late.last and early.first and early.last):
        return False
    alike = abs((late.last - late.first) - (early.last - early.first)).days <= DAYS
    return alike and late.first > early.first


DAYS = 10
"""By how many days the lengths of two times may differ."""


def _link(kind: LinkKind, first: Figure, second: Figure, rule: str) -> Link:
    span = Span(min(first.start, second.start), max(first.end, second.end))
    return Link(kind=kind, figures=(first.id, second.id), evidence=span, rule=rule)
