"""What an expression of the filter language is made of: frozen values with their place in it."""

from __future__ import annotations

from enum import StrEnum

from parsers.values import record


class How(StrEnum):
    """How a value was written."""

    WORD = "word"
    QUOTED = "quoted"
    EXPRESSION = "expression"


@record
class Value:
    """Words after an operator, or standing alone: their characters without quotation marks.

    ``start`` and ``end`` are half-open code points in the expression, as everywhere here.
    """

    text: str
    start: int
    end: int
    how: How = How.WORD


@record
class Term:
    """A test of one field: any of the ``values`` satisfies it. ``field`` is empty for free words."""

    field: str
    op: str
    values: tuple[Value, ...]
    start: int
    end: int


@record
class Flag:
    """A word that the caller knows to be true or false of a figure ("marked")."""

    name: str
    start: int
    end: int


@record
class Not:
    """What does not match."""

    node: Node
    start: int
    end: int


@record
class All:
    """What matches every one of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@record
class Any:
    """What matches at least one of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


Node = Term | Flag | Not | All | Any
