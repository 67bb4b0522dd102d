"""Words of figures against words, or an expression, in a filter."""

from __future__ import annotations

import time
from collections.abc import Callable

import regex

from parsers.errors import QueryError
from parsers.matching import ExpressionError, expression_pattern, words_pattern
from parsers.query.nodes import How, Value

TextTest = Callable[[str], bool]
PATIENCE = 2.0
"""Seconds that one expression may take in one document before it is given up."""


def text_test(op: str, value: Value) -> Callable[[], TextTest]:
    """Makes, for each document, the test whether a text holds the words (``:``) or is no more than them."""
    return _matcher(value) if op == ":" or value.how is How.EXPRESSION else equal(value)


def equal(value: Value) -> Callable[[], TextTest]:
    """The test whether a text is just these words, in whatever case, with ``-`` or ``_`` for a blank."""
    wanted = folded(value.text)
    return lambda: lambda text: folded(text) == wanted


def _matcher(value: Value) -> Callable[[], TextTest]:
    if value.how is not How.EXPRESSION:
        search = words_pattern(value.text).search
        return lambda: lambda text: search(text) is not None
    try:
        pattern = expression_pattern(value.text[1:-1])
    except ExpressionError as error:
        place = min(value.start + 1 + error.position, value.end - 1)
        raise QueryError(f"not an expression: {error}", place, value.end) from None
    return lambda: _patient(pattern, value)


def _patient(pattern: regex.Pattern[str], value: Value) -> TextTest:
    left = PATIENCE

    def holds(text: str) -> bool:
        nonlocal left
        began = time.perf_counter()
        try:
            found = left > 0 and pattern.search(text, timeout=max(left, 0.001), concurrent=True) is not None
        except TimeoutError:
            left = 0
        else:
            left -= time.perf_counter() - began
        if left <= 0:
            raise QueryError(
                f"gave up after {PATIENCE:g} s: this expression takes too long", value.start, value.end
            )
        return found

    return holds


def folded(text: str) -> str:
    """A name as names are compared."""
    return " ".join(text.replace("_", " ").replace("-", " ").split()).casefold()
