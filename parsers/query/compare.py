"""A term of an expression made into a test of figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from parsers.errors import QueryError
from parsers.model import Figure
from parsers.query.amounts import amount_test
from parsers.query.fields import PRESENT, Field, Sort, nearest
from parsers.query.lookup import Lookup, Maker, Test
from parsers.query.nodes import How, Term, Value
from parsers.query.quantities import read_unit
from parsers.query.spans import period_test
from parsers.query.words import TextTest, folded, text_test


def make_test(field: Field, term: Term) -> Maker:
    """The test of a term; raises `QueryError` where a value means nothing in the field."""
    op = "=" if term.op == "!=" else term.op
    if field.sort is Sort.NUMBER:
        makers = [amount_test(op, value) for value in term.values]
    elif field.sort is Sort.DAYS:
        makers = [period_test(op, value) for value in term.values]
    elif field.sort is Sort.PRESENCE and all(value.how is not How.EXPRESSION for value in term.values):
        makers = [_presence(field, op, value) for value in term.values]
    else:
        makers = [_words(field, op, value) for value in term.values]
    return negated(any_of(makers)) if term.op == "!=" else any_of(makers)


def make_word_test(value: Value) -> Maker:
    """The test of a free word: whether it stands in the row of a figure."""
    fresh = text_test(":", value)

    def make(lookup: Lookup) -> Test:
        holds = fresh()
        return lambda figure: holds(lookup.row(figure))

    return make


def any_of(makers: list[Maker]) -> Maker:
    """At least one of some tests."""
    if len(makers) == 1:
        return makers[0]

    def make(lookup: Lookup) -> Test:
        tests = [maker(lookup) for maker in makers]

        def holds(figure: Figure) -> bool:
            for test in tests:  # noqa: SIM110  # `any` over a generator takes three times as long
                if test(figure):
                    return True
            return False

        return holds

    return make


def all_of(makers: list[Maker]) -> Maker:
    """Every one of some tests."""
    if len(makers) == 1:
        return makers[0]

    def make(lookup: Lookup) -> Test:
        tests = [maker(lookup) for maker in makers]

        def holds(figure: Figure) -> bool:
            for test in tests:  # noqa: SIM110
                if not test(figure):
                    return False
            return True

        return holds

    return make


def negated(maker: Maker) -> Maker:
    """What a test refuses."""

    def make(lookup: Lookup) -> Test:
        test = maker(lookup)
        return lambda figure: not test(figure)

    return make


def _presence(field: Field, op: str, value: Value) -> Maker:
    """Whether something is there: one question, instead of the names of all that is there."""
    _value_test(field, op, value)
    has = PRESENT[folded(value.text)]
    return lambda lookup: partial(has, lookup)


def _words(field: Field, op: str, value: Value) -> Maker:
    read, fresh = field.read, _value_test(field, op, value)

    def make(lookup: Lookup) -> Test:
        holds = fresh()
        answers: dict[tuple[str, ...], bool] = {}

        def test(figure: Figure) -> bool:
            words = read(lookup, figure)
            if words not in answers:
                answers[words] = any(holds(" ".join(word.split())) for word in words)
            return answers[words]

        return test

    return make


def _value_test(field: Field, op: str, value: Value) -> Callable[[], TextTest]:
    if value.how is How.EXPRESSION:
        return text_test(op, value)
    wanted = folded(value.text)
    if field.sort in (Sort.NAME, Sort.PRESENCE):
        known = {folded(name): name for name in field.known()}
        if known and wanted not in known:
            raise QueryError(
                f'"{value.text}" is no value of {field.name}',
                value.start,
                value.end,
                expected=", ".join(known.values()),
                nearest=nearest(wanted, known.values()),
            )
        return lambda: lambda text: folded(text) == wanted
    if field.sort is Sort.DOTTED:
        family = wanted + "."
        return lambda: lambda text: folded(text) == wanted or folded(text).startswith(family)
    if field.sort is Sort.UNIT and (units := read_unit(value.text)[0]):
        return lambda: lambda text: text in units
    return text_test(op, value)
