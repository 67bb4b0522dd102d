"""Figures that fit together, and those that do not.

Each check says only what it can show from the printed digits: it agrees, it disagrees, or it cannot
be made.  A false alarm is worse than a miss.
"""

from __future__ import annotations

from collections.abc import Iterable

from parsers.findings import dates, direction, fiscal, growth, parts, points, rate, twice, units
from parsers.findings.base import NOTE, Check, Facts
from parsers.model import Coverage, Document, Figure, Finding, State

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
    facts = Facts(document)
    found = [finding for check in CHECKS for finding in check.run(facts)]
    found.sort(key=lambda f: (_ORDER[f.state], f.evidence[0].start if f.evidence else 0))
    return tuple(found), cover(document.figures, found)


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
