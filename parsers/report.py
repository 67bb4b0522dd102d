"""Findings for a script or a terminal: one line each with source and line, or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from parsers.findings.base import NOTE
from parsers.findings.compare import Comparison, Place, compare
from parsers.model import Document, Finding, State
from parsers.query import Query
from parsers.serial import SCHEMA, dumps, to_dict
from parsers.text import line_at, lines_of
from parsers.values import record, replace

STATES: Mapping[State, str] = MappingProxyType(
    {State.AGREES: "agrees", State.DISAGREES: "disagrees", State.CANNOT_CHECK: "cannot check"}
)


@record
class Detail:
    """What a person may choose: also what agrees or cannot be checked; the formula under each line.

    ``about``: only what concerns a figure that matches.
    """

    everything: bool = False
    formulas: bool = False
    about: Query | None = None


PLAIN = Detail()


class Report:
    """The findings of some documents, written piece by piece; ``disagrees`` once one of them does."""

    def __init__(self, documents: Iterable[Document], detail: Detail = PLAIN) -> None:
        self._documents = documents
        self._detail = detail
        self.disagrees = False

    def lines(self) -> Iterator[str]:
        """One line a finding, and one for each document that says how much of it could be checked."""
        read: list[Document] = []
        for document in self._documents:
            read.append(document)
            lines = lines_of(document.text)
            for finding in self._wanted(document):
                start = finding.evidence[0].start if finding.evidence else 0
                yield from self._line(called(document), line_at(lines, start), finding)
            yield f"{called(document)}: {coverage_words(document)}\n"
        for comparison in self._compared(read):
            first = comparison.places[0]
            yield from self._line(first.source, first.line, comparison)

    def json(self) -> Iterator[str]:
        """One object: the documents as they are exported, and the comparisons between them."""
        read = []
        yield f'{{\n  "schema": "{SCHEMA}",\n  "documents": ['
        for number, document in enumerate(self._documents):
            read.append(document)
            document = replace(document, findings=self._wanted(document))
            self.disagrees |= any(f.state is State.DISAGREES for f in document.findings)
            yield ("," if number else "") + "\n    " + _indented(to_dict(document), "    ")
        comparisons = self._compared(read)
        self.disagrees |= any(c.state is State.DISAGREES for c in comparisons)
        dicts = [comparison_dict(comparison) for comparison in comparisons]
        yield '\n  ],\n  "comparisons": ' + _indented(dicts, "  ") + "\n}\n"

    def _wanted(self, document: Document) -> tuple[Finding, ...]:
        """The findings of a document that concern a figure that is asked for."""
        if self._detail.about is None:
            return document.findings
        kept = self._kept(document)
        return tuple(finding for finding in document.findings if kept.intersection(finding.figures))

    def _compared(self, read: Sequence[Document]) -> list[Comparison]:
        """The comparisons between documents that concern a figure that is asked for."""
        found = compare(read)
        if self._detail.about is None:
            return list(found)
        kept = [self._kept(document) for document in read]
        return [each for each in found if any(p.figure in kept[p.document] for p in each.places)]

    def _kept(self, document: Document) -> set[str]:
        query = self._detail.about
        positions = query.select(document) if query is not None else ()
        return {document.figures[at].id for at in positions or ()}

    def _line(self, source: str, line: int, finding: Finding | Comparison) -> Iterator[str]:
        if finding.state is State.DISAGREES:
            self.disagrees = True
        elif not self._detail.everything:
            return
        state = "note" if getattr(finding, "severity", None) == NOTE else STATES[finding.state]
        yield f"{source}:{line}: {state}: {finding.message} [{finding.check}]\n"
        if self._detail.formulas and finding.formula:
            yield f"    {finding.formula}\n"


def _indented(value: object, indent: str) -> str:
    return dumps(value, indent=2).replace("\n", "\n" + indent)


def called(document: Document) -> str:
    """The source of a document, or what to call it without one."""
    return document.source or document.title or "text"


def coverage_words(document: Document) -> str:
    """How much could be checked: "16 figures, 9 could be checked: 8 agree, 1 does not"."""
    coverage = document.coverage
    found = _number(coverage.figures, "figure", "figures")
    if not coverage.checkable:
        return f"{found}, none could be checked" if coverage.figures else "no figures"
    agree = _number(coverage.agree, "agrees", "agree")
    other = _number(coverage.disagree, "does not", "do not")
    return f"{found}, {coverage.checkable:,} could be checked: {agree}, {other}"


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def comparison_dict(comparison: Comparison) -> dict[str, Any]:
    """The public form of a comparison; its ``figures`` are places with the index of their document."""
    expected = comparison.expected
    return {
        "check": comparison.check,
        "state": str(comparison.state),
        "message": comparison.message,
        "formula": comparison.formula,
        "expected_low": expected.low if expected else None,
        "expected_high": expected.high if expected else None,
        "figures": [place_dict(place) for place in comparison.places],
    }


def place_dict(place: Place) -> dict[str, Any]:
    """The public form of a place."""
    return {
        "document": place.document,
        "source": place.source,
        "line": place.line,
        "id": place.figure,
        "start": place.start,
        "end": place.end,
        "text": place.text,
    }
