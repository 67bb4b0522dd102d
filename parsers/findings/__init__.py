"""Figures that fit together, and those that do not.

Each check says only what it can show from the printed digits: it agrees, it disagrees, or it cannot
be made.  A false alarm is worse than a miss.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from parsers.findings import dates, direction, fiscal, growth, parts, points, rate, twice, units
from parsers.findings.base import NOTE, Check, Facts
from parsers.model import Coverage, Document, Figure, Finding, State
from parsers.values import replace

CHECKS: tuple[Check, ...] = (
    rate.CHECK,
    growth.CHECK,
    direction.CHECK,
    parts.CHECK,
    twice.CHECK,
    fiscal.CHECK,
    points.CHECK,
    units.CHECK,
    dates.CHECK,
)

_ORDER = {State.DISAGREES: 0, State.AGREES: 1, State.CANNOT_CHECK: 2}


def check_document(document: Document) -> tuple[tuple[Finding, ...], Coverage]:
    """What the checks find in a document that is read and linked, and how much could be checked.

    What disagrees comes first; otherwise findings are in text order.
    """
    facts = Facts(_within_bounds(document))
    found = [finding for check in CHECKS for finding in check.run(facts)]
    found.sort(key=lambda f: (_ORDER[f.state], f.evidence[0].start if f.evidence else 0))
    return tuple(found), cover(document.figures, found)


FURTHEST = 30
"""Places before or behind the point: a number beyond them measures nothing, and its arithmetic has no end."""


def _within_bounds(document: Document) -> Document:
    """The document without the figures that are too large or too small to check, and without their links."""
    beyond = {f.id for f in document.figures if any(_is_beyond(n) for n in (f.value, f.low, f.high))}
    if not beyond:
        return document
    return replace(
        document,
        figures=tuple(figure for figure in document.figures if figure.id not in beyond),
        links=tuple(link for link in document.links if beyond.isdisjoint(link.figures)),
    )


def _is_beyond(number: Decimal | None) -> bool:
    return number is not None and abs(number.adjusted()) > FURTHEST


def cover(figures: Iterable[Figure], findings: Iterable[Finding]) -> Coverage:
    """How many figures there are, could be checked, agree, and do not.

    A figure that disagrees with one and agrees with another counts as not agreeing; witnesses are
    in the evidence of a finding, not among its figures.
    """
    findings = [finding for finding in findings if finding.severity != NOTE]
    agree: set[str] = set()
    disagree: set[str] = set()
    for finding in findings:
        if finding.state is State.AGREES:
            agree.update(finding.figures)
        elif finding.state is State.DISAGREES:
            disagree.update(finding.figures)
    agree -= disagree
    total = sum(1 for _ in figures)
    return Coverage(figures=total, checkable=len(agree | disagree), agree=len(agree), disagree=len(disagree))
