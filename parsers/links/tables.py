"""The lines of a table: the older value beside the newer one, and how much it has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parsers.links.comparing import FEW_TIMES, comparable
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Moment, Span

COLUMNS = ("period.column", "period.column_change")
"""The rules by which a figure of a table has its time: that of its column, or of what it is a change of."""


def tabled(text: str, figures: Sequence[Figure], moments: Mapping[str, Moment]) -> Iterator[Link]:
    """The links of tables whose columns are times, the newest first or last."""
    line: list[Figure] = []
    for figure in figures:
        if _rule(figure) not in COLUMNS:
            continue
        if line and "\n" in text[line[-1].end : figure.start]:
            yield from _of_line(line, moments)
            line = []
        line.append(figure)
    yield from _of_line(line, moments)


def _rule(figure: Figure) -> str:
    """The rule that gave a figure its time."""
    return next((e.rule for e in reversed(figure.evidence) if e.field == "period"), "")


def _of_line(line: Sequence[Figure], moments: Mapping[str, Moment]) -> Iterator[Link]:
    values = [figure for figure in line if _rule(figure) == COLUMNS[0]]
    if len(values) < 2:
        return
    new, old = values[:2] if _is_newer(values[0], values[1], moments) else values[1::-1]
    if not (_is_newer(new, old, moments) and comparable(new, old, FEW_TIMES)):
        return
    yield _link(LinkKind.FROM_TO, old, new, "link.old_column")
    for change in (figure for figure in line if _rule(figure) == COLUMNS[1]):
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
