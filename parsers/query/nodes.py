"""What an expression of the filter language is made of: frozen values with their place in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How a value was written."""

    WORD = "word"
    QUOTED = "quoted"
    EXPRESSION = "expression"


@dataclass(frozen=True, slots=True)
class Value:
    """Words after an operator, or standing alone: their characters without quotation marks.

    ``start`` and ``end`` are half-open code points in the expression, as everywhere here.
    """

    text: str
    start: int
    end: int
    how: How = How.WORD


@dataclass(frozen=True, slots=True)
class Term:
    """A test of one field: any of the ``values`` satisfies it. ``field`` is empty for free words."""

    field: str
    op: str
    values: tuple[Value, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that the caller knows to be true or false of a figure ("marked")."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match."""

    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class All:
    """What matches every one of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Any:
    """What matches at least one of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


Node = Term | Flag | Not | All | Any
