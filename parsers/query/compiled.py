"""An expression compiled: nodes into tests of figures, once for as many documents as one likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from parsers.errors import QueryError
from parsers.model import Document, Figure
from parsers.query.compare import all_of, any_of, make_test, make_word_test, negated
from parsers.query.fields import fields
from parsers.query.grammar import read_expression
from parsers.query.lookup import Lookup, Maker, Test
from parsers.query.nodes import All, Any, Flag, Node, Not

Flags = Mapping[str, Callable[[Figure], bool]]
NO_FLAGS: Flags = MappingProxyType({})
KNOWN_FLAGS = ("marked",)
"""Words that are flags wherever they stand alone; the caller says what they mean."""
STRIDE = 2_000
"""Figures between two looks at whether the answer is still wanted."""


class Query:
    """A compiled expression. ``crumbs`` are its parts that must all hold, as they were typed."""

    def __init__(self, expression: str, make: Maker, crumbs: tuple[str, ...], flags: frozenset[str]) -> None:
        self.expression = expression
        self.crumbs = crumbs
        self.flags = flags
        self._make = make
        self._bound: tuple[Document, Test] | None = None

    def bind(self, document: Document | Lookup) -> Test:
        """A quick test of one document's figures; raises `QueryError` where an expression takes too long."""
        return self._make(document if isinstance(document, Lookup) else Lookup(document))

    def match(self, document: Document, figure: Figure) -> bool:
        """Whether a figure of a document is what the expression asks for."""
        if self._bound is None or self._bound[0] is not document:
            self._bound = document, self.bind(document)
        return self._bound[1](figure)

    def select(
        self, document: Document | Lookup, wanted: Callable[[], bool] = lambda: True
    ) -> tuple[int, ...] | None:
        """The positions of the figures that match; ``None`` once the answer is no longer ``wanted``."""
        test = self.bind(document)
        figures = (document.document if isinstance(document, Lookup) else document).figures
        found: list[int] = []
        for start in range(0, len(figures), STRIDE):
            if not wanted():
                return None
            part = figures[start : start + STRIDE]
            found += [at for at, figure in enumerate(part, start) if test(figure)]
        return tuple(found)


def compile(expression: str, flags: Flags = NO_FLAGS) -> Query:  # noqa: A001  # read as `query.compile`, like `re.compile`
    """Read an expression; raises `QueryError`, which says where it means nothing, and nothing else.

    An empty expression asks for every figure.  ``flags`` are words of the caller with what they say
    of a figure (the explorer's "marked").
    """
    node = read_expression(expression, KNOWN_FLAGS)
    used: set[str] = set()
    make = _make(node, flags, used)
    return Query(expression, make, tuple(_crumbs(node, expression)), frozenset(used))


def _make(node: Node, flags: Flags, used: set[str]) -> Maker:
    if isinstance(node, Flag):
        if node.name not in flags:
            raise QueryError(f"no figure can be {node.name} here", node.start, node.end)
        used.add(node.name)
        test = flags[node.name]
        return lambda _lookup: test
    if isinstance(node, Not):
        return negated(_make(node.node, flags, used))
    if isinstance(node, All | Any):
        makers = [_make(each, flags, used) for each in node.nodes]
        return all_of(makers) if isinstance(node, All) else any_of(makers)
    if not node.field:
        return make_word_test(node.values[0])
    return make_test(fields()[node.field], node)


def _crumbs(node: Node, expression: str) -> list[str]:
    """The parts between which there is an "and" (or nothing), each as it was typed."""
    if not isinstance(node, All):
        return [" ".join(expression.split())] if expression.strip() else []
    return [" ".join(expression[each.start : each.end].split()) for each in node.nodes]
