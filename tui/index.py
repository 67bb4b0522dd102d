"""A document made quick to ask: what stands where, what belongs to what.

Built once per document, in the thread that reads it; every answer is a list access or a bisection,
so that a key costs the same in a release of one page and in a filing of twenty megabytes.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

from parsers.model import Calendar, Document, Finding, Link, LinkKind, Moment
from parsers.values import record
from tui.state import Selection


@record
class Lane:
    """One row of the timeline: a period, the moments that name it, the figures that belong to it.

    ``first`` is ``None`` for the lanes of what has no date.
    """

    first: dt.date | None
    last: dt.date | None
    calendar: Calendar
    moments: tuple[int, ...]
    figures: tuple[int, ...]


@record(eq=False)
class Part:
    """One of several documents that are shown as one, and where its things begin there.

    ``place`` is where it stands on the shelf, ``start`` the offset of its text, ``figures`` and
    ``moments`` the positions of its first ones.
    """

    place: int
    index: Index
    start: int
    figures: int
    moments: int


@record(eq=False, cached=True)
class Index:
    """A document with its mentions in text order and the relations among them, by position."""

    document: Document
    name: str
    mentions: Sequence[tuple[int, int, Selection]]
    starts: Sequence[int]
    reach: Sequence[int]
    """For each mention the furthest end of it and all before it: rises, so it can be bisected."""
    figure_at: Mapping[str, int]
    moment_at: Mapping[str, int]
    links: Mapping[int, Sequence[Link]]
    findings: Mapping[int, Sequence[Finding]]
    concerned: Sequence[Sequence[Selection]]
    """For each finding its figures, then the mentions in its evidence: its witnesses, its dates."""
    told: Mapping[Selection, Sequence[int]]
    """For each mention the positions of the findings that it is concerned in."""
    figures_of: Mapping[int, Sequence[int]]
    lanes: Sequence[Lane]
    lane_of: Mapping[Selection, int]
    spanned: Sequence[frozenset[int]]
    """For each finding the lanes of its dates."""
    order: Mapping[Selection, int]
    partial: bool = False
    """Only the text is known yet, and perhaps some of the figures."""
    digest: str = ""
    """Names the content: the same text has the same digest, wherever it lies."""
    parts: Sequence[Part] = ()
    """The documents that are shown as one, where there are several."""

    def part_of(self, selection: Selection) -> Part | None:
        """The document that a mention stands in, where there are several."""
        first = (lambda part: part.figures) if selection.is_figure else (lambda part: part.moments)
        at = bisect_right(self.parts, selection.at, key=first) - 1
        return self.parts[at] if at >= 0 else None

    def own(self, selection: Selection) -> tuple[Index, Selection]:
        """The document that a mention stands in by itself, and which of its mentions it is."""
        part = self.part_of(selection)
        if part is None:
            return self, selection
        first = part.figures if selection.is_figure else part.moments
        return part.index, Selection(selection.is_figure, selection.at - first)

    def document_of(self, figure: int) -> str:
        """What the document is called that a figure stands in."""
        return self.own(Selection.figure(figure))[0].name

    def figures_named(self, source: str | None, name: str) -> Iterator[int]:
        """The positions of the figures that are called so in the document of a source."""
        for part in self.parts:
            if part.index.document.source == source and name in part.index.figure_at:
                yield part.figures + part.index.figure_at[name]
        if not self.parts and self.document.source == source and name in self.figure_at:
            yield self.figure_at[name]

    def span(self, selection: Selection) -> tuple[int, int]:
        """Where the selected mention stands in the text."""
        found = (self.document.figures if selection.is_figure else self.document.moments)[selection.at]
        return found.start, found.end

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, Selection]]:
        """The mentions that touch the half-open span, in text order."""
        for at in range(bisect_right(self.reach, start), bisect_left(self.starts, end)):
            if self.mentions[at][1] > start:
                yield self.mentions[at]

    def period(self, selection: Selection) -> Moment | None:
        """The moment itself, or the one that the figure belongs to."""
        at = self.period_at(selection.at) if selection.is_figure else selection.at
        return None if at is None else self.document.moments[at]

    def period_at(self, figure: int) -> int | None:
        """The position of the moment that a figure belongs to."""
        period = self.document.figures[figure].period
        return self.moment_at.get(period) if period else None

    def lanes_beside(self, selection: Selection | None) -> frozenset[int]:
        """The lanes of the dates that belong to a selected figure: its period, and those of its findings."""
        if selection is None or not selection.is_figure:
            return frozenset()
        period = self.period_at(selection.at)
        own = () if period is None else (self.lane_of[Selection.moment(period)],)
        return frozenset(own).union(*(self.spanned[at] for at in self.told.get(selection, ())))

    def evidence(self, selection: Selection | None) -> tuple[tuple[int, int], ...]:
        """Where the words stand that gave the selected figure its fields."""
        if selection is None or not selection.is_figure:
            return ()
        return tuple((e.start, e.end) for e in self.document.figures[selection.at].evidence)

    def restates(self, figure: int) -> bool:
        """Whether the figure says again, in another currency or measure, what stands before it."""
        own = self.document.figures[figure].id
        return any(
            link.kind is LinkKind.EQUIVALENT and own in link.figures[1:]
            for link in self.links.get(figure, ())
        )


def build_index(document: Document, name: str, *, partial: bool = False, parts: Sequence[Part] = ()) -> Index:
    """The index of a document; ``name`` is what the screen calls it (made safe already).

    ``partial``: only the text is known yet, and perhaps some of the figures.  ``parts`` are those of
    a document that was joined from several.
    """
    mentions = sorted(
        [(f.start, f.end, Selection.figure(at)) for at, f in enumerate(document.figures)]
        + [(m.start, m.end, Selection.moment(at)) for at, m in enumerate(document.moments)],
        key=lambda mention: (mention[0], -mention[1]),
    )
    moment_at = {m.id: at for at, m in enumerate(document.moments)}
    figure_at = {f.id: at for at, f in enumerate(document.figures)}
    figures_of = _figures_of(document, moment_at)
    lanes = [] if partial else _lanes(document, figures_of)
    concerned = _concerned(document, figure_at, mentions)
    lane_of = _lane_of(lanes)
    return Index(
        document=document,
        name=name,
        mentions=mentions,
        starts=[m[0] for m in mentions],
        reach=list(accumulate((m[1] for m in mentions), max)),
        figure_at=figure_at,
        moment_at=moment_at,
        links=_by_figure(document.links, figure_at),
        findings=_by_figure(document.findings, figure_at),
        concerned=concerned,
        told=_told(concerned),
        figures_of=figures_of,
        lanes=lanes,
        lane_of=lane_of,
        spanned=[frozenset(lane_of[one] for one in each if not one.is_figure) for each in concerned],
        order={mention[2]: at for at, mention in enumerate(mentions)},
        partial=partial,
        digest="" if partial or parts else _digest(document.text),
        parts=parts,
    )


def _figures_of(document: Document, moment_at: Mapping[str, int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, figure in enumerate(document.figures):
        if figure.period is not None and figure.period in moment_at:
            found[moment_at[figure.period]].append(at)
    return dict(found)


def _digest(text: str) -> str:
    import hashlib  # here, because the first picture does not need it

    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _concerned(
    document: Document, figure_at: Mapping[str, int], mentions: Sequence[tuple[int, int, Selection]]
) -> list[tuple[Selection, ...]]:
    starts = [start for start, _, _ in mentions]
    found = []
    for finding in document.findings:
        own = dict.fromkeys(Selection.figure(figure_at[i]) for i in finding.figures if i in figure_at)
        for span in finding.evidence:
            within = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            own.update(dict.fromkeys(selection for _, end, selection in within if end <= span.end))
        found.append(tuple(own))
    return found


def _told(concerned: Sequence[Sequence[Selection]]) -> dict[Selection, list[int]]:
    told: defaultdict[Selection, list[int]] = defaultdict(list)
    for at, selections in enumerate(concerned):
        for selection in selections:
            told[selection].append(at)
    return dict(told)


Related = TypeVar("Related", Link, Finding)


def _by_figure(found: Sequence[Related], figure_at: Mapping[str, int]) -> dict[int, list[Related]]:
    grouped: defaultdict[int, list[Related]] = defaultdict(list)
    for one in found:
        for name in dict.fromkeys(one.figures):
            if name in figure_at:
                grouped[figure_at[name]].append(one)
    return dict(grouped)


def _lanes(document: Document, figures_of: Mapping[int, Sequence[int]]) -> list[Lane]:
    """The dated lanes from early to late, then what has no date: never dropped, always counted."""
    named: defaultdict[tuple[dt.date, dt.date, Calendar], list[int]] = defaultdict(list)
    undated: list[int] = []
    for at, moment in enumerate(document.moments):
        first, last = moment.first or moment.last, moment.last or moment.first
        if first is None or last is None:
            undated.append(at)
        else:
            named[min(first, last), max(first, last), moment.calendar].append(at)
    lanes = [
        Lane(first, last, calendar, tuple(moments), _figures(moments, figures_of))
        for (first, last, calendar), moments in sorted(named.items())
    ]
    if undated:
        lanes.append(Lane(None, None, Calendar.CALENDAR, tuple(undated), _figures(undated, figures_of)))
    known = {document.moments[at].id for at in figures_of}
    without = tuple(at for at, figure in enumerate(document.figures) if figure.period not in known)
    if without:
        lanes.append(Lane(None, None, Calendar.CALENDAR, (), without))
    return lanes


def _figures(moments: Sequence[int], figures_of: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    return tuple(sorted(at for moment in moments for at in figures_of.get(moment, ())))


def _lane_of(lanes: Sequence[Lane]) -> dict[Selection, int]:
    found: dict[Selection, int] = {}
    for row, lane in enumerate(lanes):
        found.update((Selection.moment(at), row) for at in lane.moments)
        found.update((Selection.figure(at), row) for at in lane.figures)
    return found
