"""The columns of a table: a figure belongs to the time above it, and measures what its line says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical
from parsers.lazy import Pattern
from parsers.model import Direction, Evidence, Figure, Moment, Phrase
from parsers.values import replace
from parsers.worded import Worded

CELLS = Pattern(r"\d%?\)?(?:[ ]{2,}|\t| *\|)[ \t|]*[\p{Sc}(]? ?\(?-?\d")
"""Two numbers with nothing but room between them: where there are none, there is no table."""

ROOM = Pattern(r"[ \t|%)(\p{Sc}]{2,}\Z")
LABEL = Pattern(r"[ \t|]*(?P<label>\p{L}[^\d\n|]{1,60}?)[ \t|:]{2,}[\p{Sc}(]? ?\(?\Z")
BARE = Pattern(r"[ \t|,]*(?:(?:change|\(unaudited\))[ \t|,]*)*\Z")
NAMED = Pattern(r"[ \t|]*\p{L}[\p{L}() ]{1,40}?(?=[ \t|]{2})")
CHANGE = Worded(r"(?i)[ \t|,%/()]*(?:<<contextwords.change_column>>[ \t|,%/().]*)*\Z")
"""What the last columns of a header are called that tell how much the first has changed."""
MOST_CHANGES = 2
"""How many such columns there may be."""
OF_COLUMN, CHANGED = "period.column", "period.column_change"
ABOVE, TITLE = 16, 3
"""How many lines above a line of numbers its header may stand, and above that the line for all columns."""


def with_columns(text: str, figures: Sequence[Figure], moments: Sequence[Moment]) -> tuple[Figure, ...]:
    """The figures with the times of their columns, and the label of their line where they have no metric."""
    if CELLS.search(text) is None:
        return tuple(figures)
    changed: dict[str, Figure] = {}
    for start, row in _lines(text, figures):
        times = _times(text, start, len(row), moments)
        label = LABEL.match(text, start, row[0].start)
        for at, figure in enumerate(row):
            if label is not None and figure.metric is None:
                words = Phrase(label.start("label"), label.end("label"), label["label"])
                figure = with_metric(figure, words, canonical(words.text), "metric.line")
            if times is not None:
                if at < len(times):
                    figure = _at_time(figure, times[at], OF_COLUMN)
                else:
                    new = _newest(times)
                    figure = _moved(text, _at_time(figure, times[new], CHANGED), row[new], row[1 - new])
            changed[figure.id] = figure
    return tuple(changed.get(f.id, f) for f in figures)


def _lines(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    """The lines that are two or more numbers with room between them: where each begins, and its numbers."""
    at = 0
    while at < len(figures):
        start = text.rfind("\n", 0, figures[at].start) + 1
        end = text.find("\n", figures[at].start)
        last = at
        while last < len(figures) and figures[last].start < (end if end >= 0 else len(text)):
            last += 1
        row = list(figures[at:last])
        pairs = pairwise(row)
        if len(row) > 1 and all(ROOM.match(text, a.end, b.start) for a, b in pairs):
            yield start, row
        at = max(last, at + 1)


def _times(text: str, start: int, columns: int, moments: Sequence[Moment]) -> list[Moment | None] | None:
    """The time of each column by the nearest header above, which holds the times and nothing else.

    The last columns may have none: they tell how much the first has changed.
    """
    end = start - 1
    for _ in range(ABOVE):
        begin = text.rfind("\n", 0, max(0, end)) + 1
        first = bisect_left(moments, begin, key=lambda m: m.start)
        inside = [m for m in moments[first : first + columns + 2] if m.start < end]
        if _heads(text, begin, end, inside, columns):
            return _under_title(text, begin, inside, moments)
        end = begin - 1
        if end <= 0:
            return None
    return None


def _heads(text: str, begin: int, end: int, inside: Sequence[Moment], columns: int) -> bool:
    """Whether a line is the header of so many columns: as many times, or some with changes behind them."""
    if len(inside) == columns and _is_bare(text, begin, end, inside):
        return True
    if not 1 < len(inside) <= columns <= len(inside) + MOST_CHANGES:
        return False
    last = inside[-1].end
    return CHANGE.match(text, last, end) is not None and _is_bare(text, begin, last, inside)


def _is_bare(text: str, begin: int, end: int, inside: Sequence[Moment]) -> bool:
    """Whether a line holds these times and nothing else."""
    named = NAMED.match(text, begin, inside[0].start)
    begin = named.end() if named is not None else begin
    edges = [begin, *(edge for m in inside for edge in (m.start, m.end)), end]
    return all(BARE.match(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _under_title(
    text: str, begin: int, years: Sequence[Moment], moments: Sequence[Moment]
) -> list[Moment | None]:
    """The times of a header; years below "Three months ended June 30" are those months in them.

    Only the months of the year that the title is read as are told by it; of the others no time is known.
    """
    if any(m.granularity != "year" for m in years):
        return list(years)
    low = begin
    for _ in range(TITLE):
        low = text.rfind("\n", 0, max(0, low - 1)) + 1
    first = bisect_left(moments, low, key=lambda m: m.start)
    last = bisect_left(moments, begin, first, key=lambda m: m.start)
    title = next((m for m in moments[first:last] if m.rule.startswith("reporting")), None)
    if title is None or title.last is None:
        return list(years)
    told = title.last.year
    return [title if y.first is not None and y.first.year == told else None for y in years]


def _newest(times: Sequence[Moment | None]) -> int:
    """Which of the first two columns is of the later time."""
    days = [moment.first if moment is not None else None for moment in times[:2]]
    return int(len(days) > 1 and days[0] is not None and days[1] is not None and days[1] > days[0])


def _moved(text: str, figure: Figure, new: Figure, old: Figure) -> Figure:
    """A change with its direction: in brackets it fell; without a sign it rose, where it did."""
    if figure.direction is not Direction.NONE or not figure.value or figure.value < 0:
        return figure
    fell = text[figure.start - 1] == "(" and text.startswith(")", figure.end)
    if not fell and not (new.value is not None and old.value is not None and new.value > old.value):
        return figure
    if not fell:
        return replace(figure, direction=Direction.INCREASE)  # no word says so
    evidence = Evidence("direction", figure.start - 1, figure.end + 1, "direction.column")
    return replace(figure, direction=Direction.DECREASE, evidence=(*figure.evidence, evidence))


def _at_time(figure: Figure, moment: Moment | None, rule: str) -> Figure:
    """The figure with a period, or with none."""
    others = tuple(e for e in figure.evidence if e.field != "period")
    marks = tuple(name for name in figure.inferred if name != "period")
    if moment is None:
        return replace(figure, period=None, evidence=others, inferred=marks)
    evidence = (*others, Evidence("period", moment.start, moment.end, rule))
    return replace(figure, period=moment.id, evidence=evidence, inferred=(*marks, "period"))
