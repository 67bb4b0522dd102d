"""Several documents as one: their texts one below the other, their figures in one table. Pure.

Nothing in a text is touched: each stands whole in the joined one, below a line with its name, and
every place is moved by as much as the text is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parsers.model import Coverage, Document, Evidence, Figure, Finding, Link, Moment, Phrase, Span
from parsers.values import record, replace
from tui.index import Index, Part, build_index

NAME = "all documents"
BETWEEN = "\n\n"


def join(found: Sequence[tuple[int, Index]]) -> Index:
    """The index of all of them; each comes with its place on the shelf."""
    pieces: list[str] = []
    parts: list[Part] = []
    shifted: list[_Shifted] = []
    at = figures = moments = sentences = 0
    for place, index in found:
        head = index.name + BETWEEN
        own = index.document
        start = at + len(head)
        parts.append(Part(place, index, start, figures, moments))
        shifted.append(_Shifted(own, start, f"d{len(parts)}.", sentences))
        tail = own.text.rstrip("\n") and BETWEEN
        pieces += [head, own.text, tail]
        at = start + len(own.text) + len(tail)
        figures, moments = figures + len(own.figures), moments + len(own.moments)
        sentences += len(own.sentences)
    return build_index(_document("".join(pieces), parts, shifted), NAME, parts=parts)


@record
class Joined:
    """The joined document as a source: it is read already."""

    index: Index

    @property
    def name(self) -> str:
        """What to call it on the screen."""
        return self.index.name

    def read(self) -> Document:
        """The document of them all."""
        return self.index.document


class _Shifted:
    """The parts of one document as they stand in the joined one."""

    def __init__(self, document: Document, by: int, prefix: str, sentences: int) -> None:
        self.document, self._by, self._prefix, self._sentences = document, by, prefix, sentences

    def figures(self) -> list[Figure]:
        return [self._figure(each) for each in self.document.figures]

    def moments(self) -> list[Moment]:
        return [
            replace(each, id=self._prefix + each.id, start=each.start + self._by, end=each.end + self._by)
            for each in self.document.moments
        ]

    def links(self) -> list[Link]:
        return [
            replace(each, figures=self._ids(each.figures), evidence=self._span(each.evidence))
            for each in self.document.links
        ]

    def findings(self) -> list[Finding]:
        return [
            replace(
                each, figures=self._ids(each.figures), evidence=tuple(self._span(s) for s in each.evidence)
            )
            for each in self.document.findings
        ]

    def sentences(self) -> list[Span]:
        return [self._span(each) for each in self.document.sentences]

    def _figure(self, figure: Figure) -> Figure:
        by = self._by
        return replace(
            figure,
            id=self._prefix + figure.id,
            start=figure.start + by,
            end=figure.end + by,
            metric=self._phrase(figure.metric),
            subject=self._phrase(figure.subject),
            period=self._prefix + figure.period if figure.period else None,
            evidence=tuple(Evidence(e.field, e.start + by, e.end + by, e.rule) for e in figure.evidence),
            sentence=figure.sentence + self._sentences,
        )

    def _ids(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._prefix + each for each in ids)

    def _span(self, span: Span) -> Span:
        return Span(span.start + self._by, span.end + self._by)

    def _phrase(self, phrase: Phrase | None) -> Phrase | None:
        return phrase and Phrase(phrase.start + self._by, phrase.end + self._by, phrase.text)


def _document(text: str, parts: Sequence[Part], shifted: Sequence[_Shifted]) -> Document:
    own = [part.index.document for part in parts]
    coverage = [document.coverage for document in own]
    return Document(
        text=text,
        title=NAME,
        reference_date=_same([document.reference_date for document in own]),
        published=_same([document.published for document in own]),
        sentences=tuple(each for one in shifted for each in one.sentences()),
        figures=tuple(each for one in shifted for each in one.figures()),
        moments=tuple(each for one in shifted for each in one.moments()),
        links=tuple(each for one in shifted for each in one.links()),
        findings=tuple(each for one in shifted for each in one.findings()),
        coverage=Coverage(
            figures=sum(each.figures for each in coverage),
            checkable=sum(each.checkable for each in coverage),
            agree=sum(each.agree for each in coverage),
            disagree=sum(each.disagree for each in coverage),
        ),
    )


def _same(days: Sequence[dt.date | None]) -> dt.date | None:
    """The day that they all have, if it is one."""
    return days[0] if len(set(days)) == 1 else None
