"""The grammar: an expression read into nodes.

::

    either  = every ("or" every)*
    every   = single ("and"? single)*
    single  = "not" single | "(" either ")" | flag | term
    term    = field operator values | order amount | word | "words" | /expression/
    values  = value ("," value)*
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from parsers.errors import QueryError
from parsers.query.days import read_days
from parsers.query.fields import Field, Sort, fields, nearest
from parsers.query.nodes import All, Any, Flag, How, Node, Not, Term, Value
from parsers.query.quantities import read_quantity
from parsers.query.tokens import Token, read_tokens
from parsers.values import replace

DEEPEST = 30
"""Brackets inside each other; more were not typed by a person."""
MORE = 3
"""Words after the first that can belong to an amount or a period ("5 hundred million yuan", "Q3 2024")."""
BARE = (">", ">=", "<", "<=", "=", "!=")
HOW = {"word": How.WORD, "quoted": How.QUOTED, "expression": How.EXPRESSION}


def read_expression(expression: str, flags: Collection[str] = ()) -> Node:
    """The nodes of an expression; an empty one is an `All` of nothing. Raises `QueryError`."""
    return _Reader(read_tokens(expression), flags).read()


class _Reader:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: list[Token], flags: Collection[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._flags = flags

    def read(self) -> Node:
        if self._next.kind == "end":
            return All((), 0, 0)
        node = self._either()
        if self._next.kind == ")":
            raise QueryError('no bracket is open for this ")"', self._next.start)
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _either(self) -> Node:
        nodes = [self._every()]
        while self._next.kind == "or":
            self._take()
            nodes.append(self._every())
        return nodes[0] if len(nodes) == 1 else Any(tuple(nodes), nodes[0].start, nodes[-1].end)

    def _every(self) -> Node:
        nodes = [self._single()]
        while self._next.kind not in ("or", ")", "end"):
            if self._next.kind == "and":
                self._take()
            nodes.append(self._single())
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes), nodes[0].start, nodes[-1].end)

    def _single(self) -> Node:
        nots, start = 0, self._next.start
        while self._next.kind == "not":
            self._take()
            nots += 1
        node = self._bracket() if self._next.kind == "(" else self._term()
        node = replace(node, start=start)
        return Not(node, start, node.end) if nots % 2 else node

    def _bracket(self) -> Node:
        opening = self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets inside each other", opening.start)
        node = self._either()
        if self._next.kind != ")":
            raise QueryError("this bracket is never closed", opening.start, expected='")"', closing=")")
        closing = self._take()
        self._depth -= 1
        return replace(node, start=opening.start, end=closing.end)

    def _term(self) -> Node:
        token = self._next
        if token.kind == "op" and token.text in BARE:
            return self._asked(fields()["value"], token)
        if token.kind not in HOW:
            raise self._missing(token)
        self._take()
        if token.kind == "word":
            if self._next.kind == "op":
                return self._asked(_field(token), token)
            if token.text.lower() in self._flags:
                return Flag(token.text.lower(), token.start, token.end)
        value = Value(token.text, token.start, token.end, HOW[token.kind])
        return Term("", ":", (value,), token.start, token.end)

    def _missing(self, token: Token) -> QueryError:
        before = self._tokens[self._at - 1] if self._at else None
        after = f' after "{before.text}"' if before else ""
        if token.kind == "op":
            return QueryError(f'a field is missing before "{token.text}"', token.start, token.end)
        expected = "a word, or a field such as kind:money"
        if token.kind == "end":
            return QueryError(f"something is missing{after}", token.start, expected=expected)
        return QueryError(f'"{token.text}" cannot stand here', token.start, token.end, expected=expected)

    def _asked(self, field: Field, first: Token) -> Term:
        op = self._take()
        if op.text not in field.operators:
            expected = " ".join(field.operators)
            raise QueryError(
                f'{field.name} cannot be asked with "{op.text}"', op.start, op.end, expected=expected
            )
        token = self._next
        if token.kind not in HOW:
            end = max(token.end, token.start + 1)
            raise QueryError(f'a value is missing after "{op.text}"', token.start, end, expected=field.wanted)
        if field.sort in (Sort.NUMBER, Sort.DAYS):
            values = [self._spaced(read_quantity if field.sort is Sort.NUMBER else read_days)]
        else:
            values = self._list()
        return Term(field.name, op.text, tuple(values), first.start, values[-1].end)

    def _spaced(self, read: Callable[[str], object]) -> Value:
        """One value, with the words behind it that still belong to it ("1 billion yuan")."""
        first = self._take()
        if first.kind == "word":
            words = [first]
            for token in self._tokens[self._at : self._at + MORE]:
                if token.kind != "word":
                    break
                words.append(token)
            for count in range(len(words), 1, -1):
                text = " ".join(word.text for word in words[:count])
                after = self._tokens[self._at + count - 1]
                if after.kind != "op" and read(text) is not None:
                    self._at += count - 1
                    return Value(text, first.start, words[count - 1].end)
        return Value(first.text, first.start, first.end, HOW[first.kind])

    def _list(self) -> list[Value]:
        """Values with commas between them, none of them apart."""
        found: list[Value] = []
        wanted, end = True, self._next.start
        while self._next.kind in HOW and self._next.start == end:
            token = self._take()
            end = token.end
            if token.kind == "word":
                wanted = _split(token, found, wanted=wanted)
                continue
            if not wanted:
                raise QueryError("a blank or a comma is missing here", token.start, expected="a comma")
            found.append(Value(token.text, token.start, token.end, HOW[token.kind]))
            wanted = False
        if wanted:
            raise QueryError("a value is missing after the comma", end)
        return found


def _split(token: Token, found: list[Value], *, wanted: bool) -> bool:
    """Add the values of a word; whether another one must follow its last comma."""
    at = token.start
    for number, piece in enumerate(token.text.split(",")):
        if piece and number == 0 and not wanted:
            raise QueryError("a blank or a comma is missing here", at, expected="a comma")
        if piece:
            found.append(Value(piece, at, at + len(piece)))
        elif number and at < token.end:
            raise QueryError("a value is missing between the commas", at)
        elif number == 0 and wanted:
            raise QueryError("a value is missing before the comma", at)
        at += len(piece) + 1
    return token.text.endswith(",")


def _field(token: Token) -> Field:
    found = fields().get(token.text.lower())
    if found is None:
        near = nearest(token.text, fields())
        expected = f'one of {", ".join(dict.fromkeys(f.name for f in fields().values()))}, or words in "..."'
        raise QueryError(
            f'no field is called "{token.text}"', token.start, token.end, expected=expected, nearest=near
        )
    return found
