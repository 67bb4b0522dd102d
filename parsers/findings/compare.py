"""Several documents side by side: what two of them say of one thing.

Two figures are of one thing where metric, subject and period are the same, or where both documents
give the same amount (to three digits and more) in one currency: then the other currency must agree too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from parsers.findings.base import Facts, both
from parsers.findings.interval import Interval
from parsers.findings.pairs import Pair, find_pairs
from parsers.findings.twice import FARTHEST, Key, comparable, narrowed, same_subject
from parsers.findings.wording import days, name, span_of
from parsers.model import Document, Figure, State
from parsers.text import line_at, lines_of
from parsers.values import record

NAME = "across-documents"

# An amount says which thing it is only if its printed digits leave less room than this (a share).
SHARP = Decimal("0.004")
# Conversions at the rates of two days are no two values.
DIFFERENT = Decimal("0.012")


@record
class Place:
    """Where a figure stands: the index of its document, the document's source, line, figure and span."""

    document: int
    source: str
    line: int
    figure: str
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.source}, line {self.line}"


@record(kw_only=True)
class Comparison:
    """What two documents say of one thing; ``places`` has one figure of each, in their order."""

    state: State
    message: str
    formula: str
    places: tuple[Place, ...]
    expected: Interval | None = None
    check: str = NAME


def compare(documents: Sequence[Document]) -> tuple[Comparison, ...]:
    """What the documents say of the same things: disagreements first, then in the order of the documents.

    Each document is looked up in an index of those before it, so that a folder takes linear time.
    """
    found: dict[tuple[str, ...], Comparison] = {}
    amounts_index: AmountIndex = {}
    values_index: ValueIndex = {}
    for number, document in enumerate(documents):
        side = _Side(number, document)
        for comparison in (*_by_amount(side, amounts_index), *_by_key(side, values_index)):
            found.setdefault(tuple(f"{p.document}/{p.figure}" for p in comparison.places), comparison)
        side.enter(amounts_index, values_index)
    return tuple(sorted(found.values(), key=_order))


def _order(comparison: Comparison) -> tuple[bool, list[tuple[int, int]]]:
    return comparison.state is not State.DISAGREES, [(p.document, p.start) for p in comparison.places]


class _Side:
    """One of the documents, with what is looked up in it."""

    def __init__(self, number: int, document: Document) -> None:
        self.number = number
        self.document = document
        self.facts = Facts(document)

    @cached_property
    def source(self) -> str:
        """How it is called."""
        return self.document.source or self.document.title or f"text {self.number + 1}"

    @cached_property
    def pairs(self) -> list[Pair]:
        """Its amounts in two currencies."""
        return [pair for pairs in find_pairs(self.facts).values() for pair in pairs]

    @cached_property
    def keyed(self) -> dict[Key, list[Figure]]:
        """Its figures that can be compared, by what they are values of."""
        found: dict[Key, list[Figure]] = {}
        for figure, key in comparable(self.facts):
            found.setdefault(key, []).append(figure)
        return found

    def enter(self, amounts_index: AmountIndex, values_index: ValueIndex) -> None:
        """Put it into the indexes, for the documents after it."""
        for pair in self.pairs:
            for same, twin in pair.both_ways():
                if _sharp(same):
                    amounts_index.setdefault((same.unit, _rough(same)), []).append((self, same, twin))
        for key, figures in self.keyed.items():
            values_index.setdefault(key._replace(subject=""), []).append((self, key.subject, figures))

    @cached_property
    def _lines(self) -> Sequence[int]:
        return lines_of(self.document.text)

    def place(self, figure: Figure) -> Place:
        """Where one of its figures stands."""
        line = line_at(self._lines, figure.start)
        return Place(self.number, self.source, line, figure.id, figure.start, figure.end, name(figure))


# -- by one amount in two currencies --------------------------------------------------------------


def _by_amount(side: _Side, index: AmountIndex) -> Iterator[Comparison]:
    """Pairs whose amount in one currency is the same in two documents, to three digits and more."""
    for pair in side.pairs:
        told: set[int] = set()
        for same, twin in pair.both_ways():
            for other, matches in _matches(side, same, index).items():
                if len(matches) == 1 and matches[0][1].unit == twin.unit and other.number not in told:
                    told.add(other.number)
                    yield from _twins(other, *matches[0], side, same, twin)


def _matches(side: _Side, same: Figure, index: AmountIndex) -> dict[_Side, list[tuple[Figure, Figure]]]:
    """The pairs of earlier documents that hold an amount, by document."""
    found: dict[_Side, list[tuple[Figure, Figure]]] = {}
    if _sharp(same):
        rough = _rough(same)
        for other, a, twin in (m for step in (-1, 0, 1) for m in index.get((same.unit, rough + step), [])):
            if both(a).printed.meets(both(same).printed) and _one_time(other, a, side, same):
                found.setdefault(other, []).append((a, twin))
    return found


def _sharp(figure: Figure) -> bool:
    step, value = figure.precision or Decimal(0), abs(figure.value or Decimal(0))
    return value > 0 and step / value <= SHARP and figure.per is None


def _rough(figure: Figure) -> int:
    """A key that equal amounts share or have next to each other: the number in steps of half a percent."""
    value = abs(figure.value or Decimal(1))
    return int(value.ln() * 200)


def _one_time(one: _Side, a: Figure, other: _Side, b: Figure) -> bool:
    """Whether the periods do not contradict each other, and neither do the metrics."""
    first, second = one.facts.days(a), other.facts.days(b)
    if first is not None and second is not None and first != second:
        return "period" in a.inferred or "period" in b.inferred
    return not (a.metric_name and b.metric_name and a.metric_name != b.metric_name)


def _twins(one: _Side, a: Figure, a2: Figure, other: _Side, b: Figure, b2: Figure) -> Iterator[Comparison]:
    ours, theirs = both(a2), both(b2)
    here, there = one.place(a2), other.place(b2)
    formula = f"{name(a2)} is {span_of(ours.printed, 6)}; {name(b2)} is {span_of(theirs.printed, 6)}"
    if ours.meets(theirs):
        message = f"{here} and {there} agree: {name(a)} is {name(a2)} in one and {name(b2)} in the other."
        yield Comparison(state=State.AGREES, message=message, formula=formula, places=(here, there))
    elif ours.gap(theirs) > DIFFERENT:
        message = (
            f"{here} gives {name(a)} as {name(a2)}, but {there} gives the same amount "
            f"({name(b)}) as {name(b2)}."
        )
        yield Comparison(
            state=State.DISAGREES,
            message=message,
            formula=formula,
            places=(here, there),
            expected=theirs.printed,
        )


# -- by metric, subject and period ----------------------------------------------------------------


def _by_key(side: _Side, index: ValueIndex) -> Iterator[Comparison]:
    """Figures of one metric, subject and period, where each document has one value of it."""
    for key, figures in side.keyed.items():
        for other, subject, theirs in index.get(key._replace(subject=""), []):
            if same_subject(subject, key.subject) and _single(figures) and _single(theirs):
                yield from _values(other, theirs[0], side, figures[0], key)


def _single(figures: list[Figure]) -> bool:
    return len({f.value for f in figures}) == 1


def _values(one: _Side, a: Figure, other: _Side, b: Figure, key: Key) -> Iterator[Comparison]:
    ours, theirs = both(a), both(b)
    here, there = one.place(a), other.place(b)
    what = f"{key.metric} of {key.subject} for {days(*key.period)}"
    formula = f"{name(a)} is {span_of(ours.printed, 6)}; {name(b)} is {span_of(theirs.printed, 6)}"
    if ours.meets(theirs):
        message = f"{here} and {there} agree on {what}: {name(a)} and {name(b)}."
        yield Comparison(state=State.AGREES, message=message, formula=formula, places=(here, there))
    elif ours.gap(theirs) <= FARTHEST and a.status is b.status and _are_one(one, a, other, b):
        message = f"{here} gives {what} as {name(a)}, {there} as {name(b)}."
        yield Comparison(
            state=State.DISAGREES,
            message=message,
            formula=formula,
            places=(here, there),
            expected=theirs.printed,
        )


def _are_one(one: _Side, a: Figure, other: _Side, b: Figure) -> bool:
    """Whether two values that differ are of one thing: no words narrow it, none is cut off (169 of 169.8)."""
    if narrowed(one.facts, a) != narrowed(other.facts, b):
        return False
    if a.value is None or b.value is None:
        return True
    return abs(a.value - b.value) >= max(a.precision or Decimal(0), b.precision or Decimal(0))


AmountIndex: TypeAlias = dict[tuple[str | None, int], list[tuple[_Side, Figure, Figure]]]
ValueIndex: TypeAlias = dict[Key, list[tuple[_Side, str, list[Figure]]]]
