"""The columns of a table: a figure belongs to the time above it, and measures what its line says."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, headed
from parsers.figures.scales import ENDS_LABEL, OF_LINE, OF_TABLE
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Direction, Evidence, Figure, Kind, Moment, Phrase
from parsers.text import START
from parsers.values import record, replace
from parsers.worded import Worded, worded

CELLS = Pattern(
    r"[\d-](?:%|bn?|mn?|k|x|pts?|pp|bps)?\)?(?:[ ]{2,}|\t| *\|)[ \t|]*(?:\p{L}{2,4} )?"
    r"[\p{Sc}(]? ?\(?[-+\u2212]?\p{Sc}?\d"
)
"""Two numbers with nothing but room between them: where there are none, there is no table."""
EMPTY = Pattern(r"(?<=[ ]{2}|\t|\| ?)(?:[-\u2013\u2014]{1,3}|[Nn]/?[MmAa])(?= *(?:[ ]{2}|\t|\||\n|\Z))")
"""A cell without a number."""
ROOM = Pattern(
    r"(?:[ \t|%)(\p{Sc}:+]|(?:Up|Down|up|down)(?= )|pts?\b|bps\b"
    r"|(?<=[ |\t])(?:[-\u2013\u2014]{1,3}|[Nn]/?[MmAa])(?=[ \t|]))*"
)
"""What stands between two cells with numbers: room, the signs of cells, cells without a number."""
LABEL = Pattern(
    r"[ \t|]*(?P<label>\p{L}(?:[^\n|\t ]|[ ](?![ ])){1,160}?)(?:[ ]?[|\t]|[ ]{2})[ \t|:]*"
    r"(?:[-\u2013\u2014NMnma/ |]*)(?:Up |Down )?[\p{Sc}(]? ?\(?\p{Sc}? ?\Z"
)
"""Before the first number of a line: what the line is of."""
NAMED = Pattern(r"[ \t|]*[\p{L}$(][^\n|]{1,100}?(?=[ \t]{2}|[ ]?\|)")
"""What heads the column of labels."""
BARE = Pattern(r"(?:[ \t|,*]|\([\p{L}\d]\)|(?i:\(unaudited\)))*")
CHANGE = Worded(
    r"(?i)(?:%[ ]?)?(?<!\p{L})<<contextwords.change_column>>(?!\p{L})(?:[ ]?\(?%\)?)?"
    r"|(?<=[ \t|])%(?=[ \t|\n]|\Z)"
)
"""What a column is called that tells how much another has changed."""
NOTE = Pattern(r" ?\(\d\)\Z|(?<=\p{L})\d\Z|\*+\Z")
"""The mark of a note behind a label."""
PERCENT = Pattern(r"[ )]*[|\t ]{1,3}%")
"""Behind a bare number: its sign in a cell of its own."""
OF_COLUMN, CHANGED = "period.column", "period.column_change"
ABOVE = 24
"""How many lines above a line of numbers its header may stand."""


@record
class Column:
    """A column by its time, or one of changes with the newest time before it."""

    moment: Moment | None
    changes: bool
    group: int
    percent: bool = False


def with_columns(text: str, figures: Sequence[Figure], moments: Sequence[Moment]) -> tuple[Figure, ...]:
    """The figures with the times of their columns, and the label of their line where they have no metric."""
    if CELLS.search(text) is None:
        return tuple(figures)
    changed: dict[str, Figure] = {}
    money: dict[int, Figure] = {}
    for start, end, row in _lines(text, figures):
        places = _places(text, start, end, row)
        columns = _columns(text, start, places[-1], moments)
        label = LABEL.match(text, start, row[0].start)
        for at, figure in zip(places, row, strict=False):
            if label is not None and (columns is not None or figure.metric is None):
                figure = _of_line(figure, Phrase(label.start("label"), label.end("label"), label["label"]))
            if columns is not None:
                column = columns[at]
                figure = _at_time(figure, column.moment, CHANGED if column.changes else OF_COLUMN)
                if column.changes:
                    figure = _in_percent(figure) if column.percent else figure
                    figure = _moved(text, figure, _values(columns, places, row, column))
            if label is not None:
                figure = _in_money(figure, label["label"], money)
            changed[figure.id] = figure
    return tuple(changed.get(f.id, f) for f in figures)


def _of_line(figure: Figure, label: Phrase) -> Figure:
    """The figure with the label of its line, under the name of the metric that it has in there."""
    if (note := NOTE.search(label.text)) is not None:
        label = Phrase(label.start, label.start + note.start(), label.text[: note.start()])
    if (unit := worded(ENDS_LABEL).search(label.text)) is not None:
        label = Phrase(label.start, label.start + unit.start(), label.text[: unit.start()])
    known = headed(label.text.lower())[1]
    inside = figure.metric is not None and figure.metric.end == label.end
    name = known or (figure.metric_name if inside else None) or canonical(label.text)
    before = tuple(e for e in figure.evidence if e.field != "metric")
    return with_metric(replace(figure, evidence=before), label, name, "metric.line")


IN_MONEY = (
    "balance",
    "cash",
    "costs",
    "credit quality",
    "investment",
    "one-time item",
    "payout",
    "profit",
    "revenue",
)
"""Families of what is an amount of money where a line of accounts has it."""


def _in_money(figure: Figure, label: str, money: dict[int, Figure]) -> Figure:
    """A bare amount of accounts "in millions" in the currency of a line above, which alone has its sign.

    ``money`` holds the last amount with a currency by the header that scales it.
    """
    header = next((e.start for e in figure.evidence if e.rule == OF_TABLE), None)
    if header is None:
        return figure
    if figure.kind is Kind.MONEY:
        money[header] = figure
    last = money.get(header)
    if last is None or figure.kind is not Kind.COUNT or figure.unit is not None:
        return figure
    words = (word.strip("(),:").lower() for word in label.split())
    if not any(group_family(canonical(word)) in IN_MONEY for word in (label.lower(), *words)):
        return figure
    marks = (*figure.inferred, "unit")
    return replace(figure, kind=Kind.MONEY, unit=last.unit, candidates=last.candidates, inferred=marks)


def _lines(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int, list[Figure]]]:
    """The lines of numbers with room between them: where each begins and ends, and its numbers."""
    at = 0
    while at < len(figures):
        start = text.rfind("\n", 0, figures[at].start) + 1
        end = text.find("\n", figures[at].start)
        end = end if end >= 0 else len(text)
        last = at
        while last < len(figures) and figures[last].start < end:
            last += 1
        row = list(figures[at:last])
        apart = all(_is_room(text, a.end, b.start) for a, b in pairwise(row))
        if apart and (len(row) > 1 or EMPTY.search(text, start, end) is not None):
            yield start, end, row
        at = max(last, at + 1)


def _is_room(text: str, start: int, end: int) -> bool:
    """Whether two numbers are in cells of their own."""
    between = text[start:end]
    wide = "  " in between or "\t" in between or "|" in between
    return wide and ROOM.fullmatch(text, start, end) is not None


def _places(text: str, start: int, end: int, row: Sequence[Figure]) -> list[int]:
    """The columns of the numbers of a line, counted with its cells without one; last how many it has."""
    empty = [hit.start() for hit in EMPTY.finditer(text, start, end)]
    places = [at + bisect_left(empty, figure.start) for at, figure in enumerate(row)]
    return [*places, len(row) + len(empty)]


def _columns(text: str, start: int, count: int, moments: Sequence[Moment]) -> list[Column] | None:
    """The columns by the nearest header above, which holds their times, and those of changes."""
    end = start - 1
    for _ in range(ABOVE):
        if end <= 0:
            return None
        begin = text.rfind("\n", 0, end) + 1
        first = bisect_left(moments, begin, key=START)
        last = bisect_left(moments, end, first, key=START)
        inside = _outermost(moments[first : min(last, first + 2 * count)])
        columns = _headed(text, begin, end, inside) if 0 < len(inside) <= count else None
        if columns is not None and len(columns) != count:
            columns = _with_both(columns)
        if columns is not None and len(columns) == count:
            return columns
        end = begin - 1
    return None


def _with_both(columns: Sequence[Column]) -> list[Column]:
    """The columns with those of changes twice: as an amount and in percent, under one word for both."""
    found: list[Column] = []
    for column in columns:
        found += [replace(column, percent=False), column] if column.changes else [column]
    return found


def _outermost(moments: Sequence[Moment]) -> list[Moment]:
    """The times of a line without those inside others."""
    found: list[Moment] = []
    for moment in moments:
        if not found or moment.start >= found[-1].end:
            found.append(moment)
    return found


def _headed(text: str, begin: int, end: int, inside: Sequence[Moment]) -> list[Column] | None:
    """The columns that a line heads, where it is a header."""
    named = NAMED.match(text, begin, inside[0].start)
    at = (
        named.end()
        if named is not None and CHANGE.fullmatch(text[begin : named.end()].strip(" |")) is None
        else begin
    )
    columns: list[Column] = []
    group, held = 0, list[Moment]()
    for moment in (*inside, None):
        stop = moment.start if moment is not None else end
        told = [hit.span() for hit in CHANGE.finditer(text, at, stop)] if held else []
        edges = [at, *(edge for span in told for edge in span), stop]
        if not all(BARE.fullmatch(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)):
            return None
        columns += [Column(_newest(held), True, group, "%" in text[slice(*span)]) for span in told]
        if moment is None:
            return columns
        if told:
            group, held = group + 1, []
        held.append(moment)
        columns.append(Column(moment, False, group))
        at = moment.end
    return None


def _newest(held: Sequence[Moment]) -> Moment | None:
    """The time that changes lead to: the latest of those before them."""
    return max(held, key=lambda m: m.last or dt.date.min, default=None)


def _values(
    columns: Sequence[Column], places: Sequence[int], row: Sequence[Figure], change: Column
) -> list[Figure]:
    """The values of a line that a change is told of, the newest first."""
    mine = [
        (columns[at].moment, figure)
        for at, figure in zip(places, row, strict=False)
        if columns[at].group == change.group and not columns[at].changes
    ]
    mine.sort(key=lambda pair: pair[0].last if pair[0] and pair[0].last else dt.date.min, reverse=True)
    return [figure for _, figure in mine]


UNDONE = ("value", "unit")
"""What the scale of a table has made of a number that is none of its amounts."""


def _in_percent(figure: Figure) -> Figure:
    """A bare change below a sign of percent, as printed: the scale of the table is not its own."""
    value, step = figure.value, figure.precision
    scaled = any(e.rule in (OF_TABLE, OF_LINE) for e in figure.evidence)
    bare = scaled or (figure.kind is Kind.COUNT and figure.unit is None)
    if not bare or value is None or not step:
        return figure
    printed = Decimal(1).scaleb(-len(figure.text.rstrip(")").partition(".")[2]))
    marks = (*(mark for mark in figure.inferred if mark not in UNDONE), "unit")
    evidence = tuple(e for e in figure.evidence if e.field not in UNDONE)
    figure = replace(
        figure, value=value * printed / step, precision=printed, candidates=(), evidence=evidence
    )
    return replace(figure, kind=Kind.PERCENT, unit="percent", inferred=marks)


def _moved(text: str, figure: Figure, values: Sequence[Figure]) -> Figure:
    """A change with its direction: in brackets it fell; without a sign it rose, where it did.

    Points are of a percentage where the values are ("76.0%  74.0%  2.0 pts").
    """
    if figure.unit == "point" and values and values[0].kind is Kind.PERCENT:
        figure = replace(figure, unit="percentage point")
    if figure.kind is Kind.COUNT and figure.unit is None and PERCENT.match(text, figure.end) is not None:
        figure = replace(figure, kind=Kind.PERCENT, unit="percent")
    if figure.direction is not Direction.NONE or not figure.value or figure.value < 0 or len(values) < 2:
        return figure
    new, old = values[0], values[1]
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
    if moment is None or moment.first is None:
        return replace(figure, period=None, evidence=others, inferred=marks)
    evidence = (*others, Evidence("period", moment.start, moment.end, rule))
    return replace(figure, period=moment.id, evidence=evidence, inferred=(*marks, "period"))
