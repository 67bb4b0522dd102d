"""The columns of the figures pane: what each shows and how it sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache

from parsers.model import Figure, Kind, State, Status
from parsers.values import record
from tui.index import Index
from tui.state import Filter, Selection, Sort
from tui.wording import amount, period, sign

GRAVITY = {
    State.DISAGREES: ("!", "disagrees"),
    State.CANNOT_CHECK: ("?", "cannot check"),
    State.AGREES: ("=", "agrees"),
}
"""What a check can come to, the gravest first, with its sign and its words."""
Key = tuple[object, ...]
TOGETHER = "document"
"""The column that is worth its room only where several documents are shown as one."""


@record
class Column:
    """One column: ``rank`` says which go first when there is no room (1 stays longest).

    ``shared`` is what rows must have in common to be a group, where that is not the text of the cell: the
    metric and the subject have a name by which their several wordings are one.
    """

    id: str
    title: str
    rank: int
    least: int
    most: int
    text: Callable[[Index, int], str]
    key: Callable[[Index, int], Key]
    right: bool = False
    shared: Callable[[Index, int], str] | None = None

    def group(self, index: Index, at: int) -> str:
        """What the group of a row is called."""
        return " ".join((self.shared or self.text)(index, at).split())


def _figure(index: Index, at: int) -> Figure:
    return index.document.figures[at]


def _period(index: Index, at: int) -> str:
    moment_at = index.moment_at.get(_figure(index, at).period or "")
    return "" if moment_at is None else period(index.document.moments[moment_at])


def _period_key(index: Index, at: int) -> Key:
    moment_at = index.moment_at.get(_figure(index, at).period or "")
    first = None if moment_at is None else index.document.moments[moment_at].first
    return (1, 0, "") if first is None else (0, first.toordinal(), _period(index, at))


def _value_key(index: Index, at: int) -> Key:
    figure = _figure(index, at)
    value = figure.value if figure.value is not None else figure.low
    value = value if value is not None else figure.high
    return (list(Kind).index(figure.kind), figure.unit or "", value is None, value or Decimal(0))


def _words(get: Callable[[Figure], str | None]) -> Callable[[Index, int], Key]:
    def key(index: Index, at: int) -> Key:
        words = get(_figure(index, at))
        return (not words, (words or "").casefold())

    return key


def _written(figure: Figure) -> str:
    return " ".join(figure.text.split())


def _metric(figure: Figure) -> str:
    return " ".join(figure.metric.text.split()) if figure.metric else figure.metric_name or ""


def _subject(figure: Figure) -> str:
    return " ".join(figure.subject.text.split()) if figure.subject else ""


def _metric_name(figure: Figure) -> str:
    return figure.metric_name or _metric(figure)


def _subject_name(figure: Figure) -> str:
    return figure.subject_name or _subject(figure)


def _status(figure: Figure) -> str:
    return "" if figure.status is Status.REPORTED else str(figure.status)


def _said_by(figure: Figure) -> str:
    return " ".join((figure.attribution or "").split())


def _of(get: Callable[[Figure], str]) -> Callable[[Index, int], str]:
    return lambda index, at: get(_figure(index, at))


def _sign(index: Index, at: int) -> str:
    return sign(_figure(index, at), restates=index.restates(at))


def _number(index: Index, at: int) -> str:
    return amount(_figure(index, at)).number


def _unit(index: Index, at: int) -> str:
    value = amount(_figure(index, at))
    return f"{value.scale:<2} {value.unit}" if value.scale or value.unit else ""


def _gravity(index: Index, at: int) -> int:
    """The place in `GRAVITY` of the gravest finding of a figure; behind the last where it has none."""
    found = {finding.state for finding in index.findings.get(at, ())}
    return next((n for n, state in enumerate(GRAVITY) if state in found), len(GRAVITY))


def _check(index: Index, at: int) -> str:
    worst = _gravity(index, at)
    return " ".join(list(GRAVITY.values())[worst]) if worst < len(GRAVITY) else ""


def _document(index: Index, at: int) -> str:
    return index.document_of(at).rpartition("/")[2]


def _document_key(index: Index, at: int) -> Key:
    part = index.part_of(Selection.figure(at))
    return (part.start if part else 0,)


@cache
def columns() -> tuple[Column, ...]:
    """Every column, from left to right."""
    return (
        Column("written", "as written", 1, 17, 30, _of(_written), _words(_written)),
        Column("sign", "", 1, 2, 3, _sign, lambda index, at: (_sign(index, at),), right=True),
        Column("value", "value", 1, 11, 16, _number, _value_key, right=True),
        Column("unit", "unit", 1, 8, 20, _unit, _words(lambda f: f.unit)),
        Column("metric", "metric", 2, 10, 26, _of(_metric), _words(_metric_name), shared=_of(_metric_name)),
        Column(
            "subject", "subject", 4, 12, 30, _of(_subject), _words(_subject_name), shared=_of(_subject_name)
        ),
        Column("period", "period", 3, 11, 20, _period, _period_key),
        Column("kind", "kind", 7, 8, 8, _of(lambda f: str(f.kind)), _words(lambda f: str(f.kind))),
        Column("status", "status", 6, 6, 8, _of(_status), _words(_status)),
        Column("said", "said by", 5, 9, 20, _of(_said_by), _words(_said_by)),
        Column("check", "check", 5, 8, 14, _check, lambda index, at: (_gravity(index, at),)),
        Column(TOGETHER, "document", 2, 10, 24, _document, _document_key),
    )


@cache
def by_id() -> dict[str, Column]:
    """The columns by their ids."""
    return {column.id: column for column in columns()}


def column_names() -> tuple[str, ...]:
    """The ids of all columns, from left to right."""
    return tuple(by_id())


def column_of(name: str | None) -> Column | None:
    """The column of an id, if there is one."""
    return by_id().get(name or "")


def ordered(index: Index, sort: Sort) -> Sequence[int]:
    """The positions of all figures in the order to show them."""
    rows = range(len(index.document.figures))
    column = column_of(sort.column)
    if column is not None:
        return sorted(rows, key=lambda at: column.key(index, at), reverse=sort.reverse)
    return rows[::-1] if sort.reverse else rows


def arrange(index: Index, kept: Filter, order: Sequence[int]) -> Sequence[int]:
    """The positions of the figures to show, in the order that all have (`ordered`)."""
    if not kept:
        return order
    if kept.of is not index:
        return ()
    if isinstance(order, range):
        return kept.kept if order.step == 1 else kept.kept[::-1]
    chosen = frozenset(kept.kept)
    return [at for at in order if at in chosen]
