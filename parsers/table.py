"""The figures of a document as aligned columns of plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from parsers.article import NO_SOURCE, one_line
from parsers.model import Direction, Document, Figure, Kind, Modifier, Moment
from parsers.serial import PLAIN_DIGITS
from parsers.text import line_at, lines_of
from parsers.values import record
from parsers.width import cell_len, cut

GAP = 2
NARROWEST = 8
"""Cells that a column of words keeps when the terminal is narrow."""
WIDEST = 44

SIGNS: Mapping[Modifier, str] = {
    Modifier.EXACT: "",
    Modifier.ABOUT: "~",
    Modifier.AT_LEAST: ">=",
    Modifier.OVER: ">",
    Modifier.UNDER: "<",
    Modifier.UP_TO: "<=",
}
CHANGES: Mapping[Direction, str] = {Direction.INCREASE: "+", Direction.DECREASE: "-", Direction.NONE: ""}


@record
class Column:
    """One column: its head, its cell for a figure, and whether it may be cut and stands at the right."""

    head: str
    cell: Callable[[Figure, _Place], str]
    right: bool = False
    words: bool = True


@record
class _Place:
    lines: Sequence[int]
    moments: Mapping[str, Moment]


def value_words(figure: Figure) -> str:
    """The exact value with thousands apart: ">= 380,000,000,000", "+7", "5 to 7", "10 or more"."""
    if figure.value is not None:
        number = _number(figure.value)
    elif figure.low is not None and figure.high is not None:
        number = f"{_number(figure.low)} to {_number(figure.high)}"
    elif figure.low is not None:
        number = f"{_number(figure.low)} or more"
    elif figure.high is not None:
        number = f"{_number(figure.high)} or less"
    else:
        return ""
    sign = SIGNS[figure.modifier]
    return f"{sign} {_change(figure)}{number}".lstrip()


def period_words(moment: Moment | None) -> str:
    """The days of a period: "2024-07-01 to 2024-09-30"; its own words where they are not known."""
    if moment is None:
        return ""
    if moment.first is None or moment.last is None:
        return one_line(moment.text)
    if moment.first == moment.last:
        return moment.first.isoformat()
    return f"{moment.first} to {moment.last}"


COLUMNS: tuple[Column, ...] = (
    Column("line", lambda f, at: str(line_at(at.lines, f.start)), right=True, words=False),
    Column("as written", lambda f, _: " ".join(f.text.split())),
    Column("value", lambda f, _: value_words(f), right=True, words=False),
    Column("unit", lambda f, _: " per ".join(filter(None, (f.unit or "", f.per)))),
    Column("metric", lambda f, _: " ".join(f.metric.text.split()) if f.metric else f.metric_name or ""),
    Column("subject", lambda f, _: " ".join(f.subject.text.split()) if f.subject else ""),
    Column("period", lambda f, at: period_words(at.moments.get(f.period or "")), words=False),
)
HEAD = tuple(column.head for column in COLUMNS)


def rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The cells of each figure, in text order."""
    place = _Place(lines_of(document.text), {moment.id: moment for moment in document.moments})
    for figure in document.figures:
        yield tuple(column.cell(figure, place) for column in COLUMNS)


def pieces(document: Document, width: int | None) -> Iterator[str]:
    """A heading and a table, no line wider than ``width`` where it is given."""
    yield cut(heading(document), width) + "\n"
    cells = list(rows(document))
    if not cells:
        yield "  no figure matches\n" if _left_out(document) else "  no figures found\n"
        return
    widths = _widths((HEAD, *cells), width)
    for row in (HEAD, *cells):
        yield _line(row, widths) + "\n"


def heading(document: Document) -> str:
    """Which document it is, what was found in it, and the day it is read as of."""
    name = document.source or NO_SOURCE
    figures = counted(len(document.figures), "figure")
    if left_out := _left_out(document):
        figures = f"{len(document.figures):,} of {counted(len(document.figures) + left_out, 'figure')}"
    counts = f"{figures}, {counted(len(document.moments), 'date')}"
    day = document.reference_date
    as_of = f", as of {day} ({document.reference_date_from})" if day else ""
    return f"{name}: {counts}{as_of}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 figure", "2 figures"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _left_out(document: Document) -> int:
    """How many figures of the article are not among those of the document."""
    return max(0, document.coverage.figures - len(document.figures))


def _change(figure: Figure) -> str:
    """The sign of a change, where the number itself has none."""
    ends = (figure.value, figure.low, figure.high)
    if figure.kind in (Kind.RANK, Kind.MULTIPLE) or any(end is not None and end < 0 for end in ends):
        return ""
    return CHANGES[figure.direction]


def _number(number: Decimal) -> str:
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or abs(exponent) > PLAIN_DIGITS or len(digits) > PLAIN_DIGITS:
        return str(number)
    return f"{number:,f}"


def _widths(cells: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """The width of each column: as wide as its cells, words cut where the whole would be too wide."""
    widths = [max(cell_len(row[at]) for row in cells) for at in range(len(COLUMNS))]
    widths = [min(w, WIDEST) if c.words else w for w, c in zip(widths, COLUMNS, strict=True)]
    while width is not None and sum(widths) + GAP * (len(widths) - 1) > width:
        at = max((at for at, c in enumerate(COLUMNS) if c.words), key=lambda at: widths[at])
        if widths[at] <= NARROWEST:
            break
        widths[at] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for cell, wide, column in zip(row, widths, COLUMNS, strict=True):
        shown = cut(cell, wide)
        blanks = " " * (wide - cell_len(shown))
        cells.append(blanks + shown if column.right else shown + blanks)
    return (" " * GAP).join(cells).rstrip()
