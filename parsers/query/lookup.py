"""What belongs to each figure of a document, looked up in one step; built when it is first asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from parsers.model import Direction, Document, Figure, Finding, Link, Moment, Status
from parsers.values import replace

Words = tuple[str, ...]


class Lookup:
    """A document for queries. Keep one for a document that is asked again and again.

    ``sources`` has file and title for each figure of a document that was joined from several.
    """

    def __init__(self, document: Document, sources: Mapping[str, Words] | None = None) -> None:
        self.document = document
        self._sources = sources or {}
        self.scopes: dict[str, Lookup] = {}
        """The figures that match the beginning of an expression, for completion."""
        self._rows: dict[str, str] = {}
        self._counts: dict[str, Mapping[str, int]] = {}

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """The moments by id."""
        return {moment.id: moment for moment in self.document.moments}

    @cached_property
    def findings(self) -> Mapping[str, list[Finding]]:
        """The findings of each figure that has one."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.document.findings:
            for figure in finding.figures:
                found[figure].append(finding)
        return dict(found)

    @cached_property
    def links(self) -> Mapping[str, list[Link]]:
        """The links of each figure that has one."""
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.document.links:
            for figure in link.figures:
                found[figure].append(link)
        return dict(found)

    def sources(self, figure: Figure) -> Words:
        """The file and the title of the article that a figure stands in."""
        own = self._sources.get(figure.id)
        return own or tuple(word for word in (self.document.source, self.document.title) if word)

    def among(self, figures: tuple[Figure, ...]) -> Lookup:
        """The same document, with only these of its figures."""
        return Lookup(replace(self.document, figures=figures), self._sources)

    def period(self, figure: Figure) -> Moment | None:
        """The moment that a figure belongs to."""
        return self.moments.get(figure.period) if figure.period is not None else None

    def row(self, figure: Figure) -> str:
        """The words in which free words are looked for: all that is shown of a figure, in one line."""
        row = self._rows.get(figure.id)
        if row is None:
            row = self._rows[figure.id] = " ".join(" ".join(filter(None, self._cells(figure))).split())
        return row

    def counts(self, field: str, read: Callable[[Lookup, Figure], Iterable[str]]) -> Mapping[str, int]:
        """How many figures have each value of a field, the most frequent first; counted once.

        Values that differ in their case only are one, written small where they are anywhere.
        """
        if field not in self._counts:
            counts: Counter[str] = Counter()
            spelled: dict[str, str] = {}
            for figure in self.document.figures:
                own = {word.casefold(): word for word in read(self, figure)}
                counts.update(own.keys())
                for key, word in own.items():
                    if key not in spelled or key == word:
                        spelled[key] = word
            ranked = sorted(counts, key=lambda key: (-counts[key], key))
            self._counts[field] = {" ".join(spelled[key].split()): counts[key] for key in ranked}
        return self._counts[field]

    def _cells(self, figure: Figure) -> Iterable[str | None]:
        period = self.period(figure)
        yield figure.text
        yield figure.metric.text if figure.metric else None
        yield figure.metric_name
        yield figure.subject.text if figure.subject else None
        yield figure.unit
        yield figure.per
        yield figure.kind
        yield None if figure.status is Status.REPORTED else figure.status
        yield None if figure.direction is Direction.NONE else figure.direction
        yield figure.attribution
        if period is not None:
            yield period.text
            yield period.timex


Test = Callable[[Figure], bool]
Maker = Callable[[Lookup], Test]
"""What a term is compiled to: given a document, a test of its figures."""
