"""What every check is made of: `Check`, the `Facts` of a document, and how a `Finding` is built."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import cached_property
from itertools import combinations
from typing import Any

from parsers.digits import plain
from parsers.findings.interval import EVERYTHING, Interval, printed, rounded
from parsers.model import Document, Evidence, Figure, Finding, Kind, Link, LinkKind, Moment, Span, State
from parsers.text import sentence_of
from parsers.values import record

NOTE, INFO, WARNING, ERROR = "note", "info", "warning", "error"
"""How much attention a finding asks for; a note points something out that is no check of a figure."""

# Bounds are given with so many digits, rounded outwards: more than any text prints.
LOWER, UPPER = Context(prec=12, rounding=ROUND_FLOOR), Context(prec=12, rounding=ROUND_CEILING)

# For numbers at face value only: fifty digits, more than any text prints.
EXACT = Context(prec=50)

# The kinds that measure a level or a change, for which arithmetic has a meaning.
AMOUNTS = frozenset({Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.PERCENT, Kind.POINTS})
SHARES = frozenset({Kind.PERCENT, Kind.POINTS})


class Facts:
    """One document, with what the checks look up in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.figures = document.figures
        self.moments = document.moments
        self.kept: dict[str, Any] = {}
        """What several checks need and one of them has worked out."""

    @cached_property
    def by_id(self) -> dict[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def moment(self) -> dict[str, Moment]:
        """The moments by id."""
        return {moment.id: moment for moment in self.moments}

    def links(self, kind: LinkKind) -> list[tuple[Link, tuple[Figure, ...]]]:
        """The links of one kind, each with its figures."""
        return self._links.get(kind, [])

    @cached_property
    def _links(self) -> dict[LinkKind, list[tuple[Link, tuple[Figure, ...]]]]:
        found: dict[LinkKind, list[tuple[Link, tuple[Figure, ...]]]] = {}
        for link in self.document.links:
            found.setdefault(link.kind, []).append((link, tuple(self.by_id[i] for i in link.figures)))
        return found

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """The figures of each moment (id) that is a period of some."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.period is not None:
                found.setdefault(figure.period, []).append(figure)
        return found

    def in_period(self, *moments: Moment) -> list[Figure]:
        """The figures that belong to any of some moments."""
        return [figure for moment in moments for figure in self.figures_of.get(moment.id, [])]

    @cached_property
    def linked(self) -> set[frozenset[str]]:
        """The pairs of figures (ids) that a link ties."""
        return {frozenset(pair) for link in self.document.links for pair in combinations(link.figures, 2)}

    @cached_property
    def wholes(self) -> dict[str, list[Figure]]:
        """What each figure (id) is said to be a part of."""
        found: dict[str, list[Figure]] = {}
        for link, (_, whole, *_rest) in self.links(LinkKind.PART_OF):
            found.setdefault(link.figures[0], []).append(whole)
        return found

    @cached_property
    def between_levels(self) -> set[str]:
        """The ids of levels that the text gives as the two ends of a change."""
        moves = self.links(LinkKind.FROM_TO)
        return {f.id for _, ends in moves for f in ends if all(end.value is not None for end in ends)}

    @cached_property
    def old_values(self) -> set[str]:
        """The ids of figures that the text gives as what another one was before."""
        return {link.figures[0] for link, _ in self.links(LinkKind.FROM_TO)}

    def days(self, figure: Figure) -> tuple[dt.date, dt.date] | None:
        """First and last day of the period of a figure, where it has one that is resolved."""
        period = self.moment.get(figure.period or "")
        if period is None or period.first is None or period.last is None:
            return None
        return period.first, period.last

    def between(self, left: Figure | Span | Evidence, right: Figure | Span) -> str:
        """The characters from the end of one to the start of the next."""
        return self.text[left.end : right.start]

    def after(self, place: Figure | Moment | Span, length: int = 60) -> str:
        """The characters that follow, within the sentence of it."""
        return self.text[place.end : min(place.end + length, self.sentence(place.start).end)]

    def before(self, place: Figure | Moment | Span, length: int = 80) -> str:
        """The characters that come before, within the sentence of it."""
        return self.text[max(place.start - length, self.sentence(place.start).start) : place.start]

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset (the whole text, where sentences are not known)."""
        spans = self.document.sentences
        return spans[sentence_of(spans, offset)] if spans else Span(0, len(self.text))

    @cached_property
    def sentences(self) -> dict[int, list[Figure]]:
        """The figures of each sentence, by its index, in text order."""
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.sentence, []).append(figure)
        return found


@record(kw_only=True)
class Check:
    """One kind of check.

    ``needs`` and ``decides`` say to a reader what a text must state and how the check goes about
    it.  ``run`` gives the findings of one document.  ``examples`` are texts with words of the
    message of their disagreement (or of their information); in ``rejects`` nothing disagrees.
    """

    name: str
    title: str
    needs: str
    decides: str
    run: Callable[[Facts], Iterable[Finding]]
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]


@record
class Range:
    """A number with both readings of its digits: as printed, and with the zeros of whole numbers as rounding.

    ``rounded`` holds ``printed``.  Only what is outside of ``rounded`` can be called a disagreement.
    ``value`` is the number at face value: for saying "about", not for deciding.
    """

    printed: Interval
    rounded: Interval
    value: Decimal

    def __add__(self, other: Range) -> Range:
        return Range(
            self.printed + other.printed, self.rounded + other.rounded, EXACT.add(self.value, other.value)
        )

    def __sub__(self, other: Range) -> Range:
        return self + -other

    def __mul__(self, other: Range) -> Range:
        value = EXACT.multiply(self.value, other.value)
        return Range(self.printed * other.printed, self.rounded * other.rounded, value)

    def __truediv__(self, other: Range) -> Range:
        value = EXACT.divide(self.value, other.value) if other.value else Decimal(0)
        return Range(self.printed / other.printed, self.rounded / other.rounded, value)

    def __neg__(self) -> Range:
        return Range(-self.printed, -self.rounded, -self.value)

    def meets(self, other: Range) -> bool:
        """Whether the two can be the same number in either reading."""
        return self.rounded.meets(other.rounded)

    def gap(self, other: Range) -> Decimal:
        """How far apart they are at least, as a share of the smaller one."""
        return self.rounded.gap(other.rounded)


def both(figure: Figure) -> Range:
    """Both readings of a figure; everything, where it states no number."""
    return Range(printed(figure) or EVERYTHING, rounded(figure) or EVERYTHING, figure.value or Decimal(0))


def exactly(value: Decimal | int) -> Range:
    """A number that is not rounded."""
    whole = Interval(Decimal(value), Decimal(value))
    return Range(whole, whole, Decimal(value))


def finding(
    check: str,
    state: State,
    figures: Iterable[Figure],
    message: str,
    *,
    formula: str | None = None,
    expected: Interval | None = None,
    evidence: Iterable[Span] = (),
    severity: str | None = None,
) -> Finding:
    """A finding on some figures; their spans come first in its evidence."""
    found = tuple(figures)
    spans = dict.fromkeys([*(Span(f.start, f.end) for f in found), *evidence])
    return Finding(
        check=check,
        state=state,
        severity=severity or (ERROR if state is State.DISAGREES else INFO),
        figures=tuple(dict.fromkeys(f.id for f in found)),
        message=message,
        formula=formula,
        expected_low=_bound(expected.low, LOWER) if expected else None,
        expected_high=_bound(expected.high, UPPER) if expected else None,
        evidence=tuple(spans),
    )


def _bound(value: Decimal, context: Context) -> Decimal | None:
    """A bound in plain notation; ``None`` if it is open."""
    if not value.is_finite():
        return None
    return plain(context.plus(value).normalize())


def same_measure(a: Figure, b: Figure) -> bool:
    """Whether two figures count in the same unit, so that they can be compared and subtracted."""
    return a.kind is b.kind and same_unit(a, b) and a.per == b.per


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures have one unit; a bare number may count what another only seems to count."""
    if a.unit == b.unit:
        return True
    bare = a.kind is b.kind is Kind.COUNT and None in (a.unit, b.unit)
    return bare and "unit" in (a if a.unit else b).inferred
