"""Amounts of figures against an amount in a filter. A range satisfies an order only when all of it does."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

from parsers.errors import QueryError
from parsers.model import Figure, Modifier
from parsers.query.lookup import Maker
from parsers.query.nodes import How, Value
from parsers.query.quantities import read_quantity

EXPECTED = "an amount, such as 1bn, 5% or $2.5m"

_ORDERS: dict[str, Callable[[tuple[Decimal, int], tuple[Decimal, int]], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_BEYOND = {Modifier.OVER: 1, Modifier.UNDER: -1}
"""Where the true value lies beside the printed one: "over 70,000" is more than 70,000."""


def amount_test(op: str, value: Value) -> Maker:
    """The test of an amount; raises `QueryError` where the value is none."""
    low, dots, high = value.text.partition("..")
    if dots:
        return _between(op, value, low.strip(), high.strip())
    wanted = read_quantity(value.text)
    if value.how is How.EXPRESSION or wanted is None:
        raise _unread(value)
    number, units = wanted.number, wanted.units
    compare = _ORDERS.get(op)

    def test(figure: Figure) -> bool:
        if units and figure.unit not in units:
            return False
        if figure.value is None:
            return _range_holds(figure, op, number)
        if compare is None:
            return figure.value == number
        return compare((figure.value, _BEYOND.get(figure.modifier, 0)), (number, 0))

    return lambda _lookup: test


def _range_holds(figure: Figure, op: str, number: Decimal) -> bool:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return False
    if op == ":":
        return (low is None or low <= number) and (high is None or number <= high)
    if op in (">", ">="):
        return low is not None and _ORDERS[op]((low, 0), (number, 0))
    return op in ("<", "<=") and high is not None and _ORDERS[op]((high, 0), (number, 0))


def _between(op: str, value: Value, low: str, high: str) -> Maker:
    if op not in (":", "=", "!="):
        raise QueryError(f'"{op}" needs one amount, not two', value.start, value.end)
    ends = [read_quantity(end) if end else None for end in (low, high)]
    if not (low or high) or any(end and found is None for end, found in zip((low, high), ends, strict=True)):
        raise _unread(value)
    least, most = (end.number if end else None for end in ends)
    units = frozenset().union(*(end.units for end in ends if end))
    if least is not None and most is not None and least > most:
        raise QueryError("the larger amount stands first", value.start, value.end, expected=f"{high}..{low}")

    def test(figure: Figure) -> bool:
        if units and figure.unit not in units:
            return False
        first, last = (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)
        if least is not None and (first is None or first < least):
            return False
        return most is None or (last is not None and last <= most)

    return lambda _lookup: test


def _unread(value: Value) -> QueryError:
    return QueryError(f'"{value.text}" is no amount', value.start, value.end, expected=EXPECTED)
