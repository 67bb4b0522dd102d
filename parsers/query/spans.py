"""Periods of figures against a period in a filter: ``:`` asks whether the one lies within the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from parsers.errors import QueryError
from parsers.model import Figure
from parsers.query.days import read_days
from parsers.query.lookup import Lookup, Maker, Test
from parsers.query.nodes import How, Value
from parsers.query.words import text_test

EXPECTED = "a day, month, quarter, half or year, such as 2024-07-15, 2024-07, 2024Q3, 2024H1 or 2024"


def period_test(op: str, value: Value) -> Maker:
    """The test of a period; raises `QueryError` where the value is none."""
    if value.how is not How.WORD and (value.how is How.EXPRESSION or read_days(value.text) is None):
        if op not in (":", "=", "!="):
            raise QueryError(f'"{op}" needs a date', value.start, value.end, expected=EXPECTED)
        return _period_words(op, value)
    first, last = _ends(value)

    def holds(begins: dt.date | None, ends: dt.date | None) -> bool:
        if op == ">=":
            return begins is not None and first is not None and begins >= first
        if op == ">":
            return begins is not None and last is not None and begins > last
        if op == "<=":
            return ends is not None and last is not None and ends <= last
        if op == "<":
            return ends is not None and first is not None and ends < first
        if op == "=":
            return begins is not None and (begins, ends) == (first, last)
        inside = (first is None or (begins is not None and begins >= first)) and (
            last is None or (ends is not None and ends <= last)
        )
        return inside and (begins is not None or ends is not None)

    return _by_period(lambda lookup, name: holds(lookup.moments[name].first, lookup.moments[name].last))


def _ends(value: Value) -> tuple[dt.date | None, dt.date | None]:
    low, dots, high = value.text.partition("..")
    begin, end = read_days(low), read_days(high if dots else low)
    if (low and begin is None) or (high and end is None) or not (begin or end):
        raise _unread(value)
    if begin and end and begin[0] > end[1]:
        raise QueryError("the later period stands first", value.start, value.end, expected=f"{high}..{low}")
    return begin[0] if begin else None, end[1] if end else None


def _period_words(op: str, value: Value) -> Maker:
    fresh = text_test(op, value)

    def make(lookup: Lookup) -> Test:
        holds = fresh()
        return _by_period(lambda known, name: holds(" ".join(known.moments[name].text.split())))(lookup)

    return make


def _by_period(holds: Callable[[Lookup, str], bool]) -> Maker:
    """The same answer for all figures of a period, found once for each."""

    def make(lookup: Lookup) -> Test:
        answers: dict[str | None, bool] = {None: False}

        def test(figure: Figure) -> bool:
            name = figure.period
            if name not in answers:
                answers[name] = name in lookup.moments and holds(lookup, name or "")
            return answers[name]

        return test

    return make


def _unread(value: Value) -> QueryError:
    expected = f'{EXPECTED}; words of it stand in "..."'
    return QueryError(f'"{value.text}" is no date', value.start, value.end, expected=expected)
