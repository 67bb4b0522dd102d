"""Rows of a document's figures, and how a cell is written so that no program takes it for a command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from parsers.model import Document, Figure, Kind
from parsers.quick import Quick
from parsers.serial import figure_dict, plain_number

COMMAND = Quick(r"\s*[=@+\-\uff1d\uff20\uff0b\uff0d\t\r]")
NUMBER = Quick(r"[+-]?[\d.,]{1,60}%?")
QUOTED = Quick(r'[",\r\n]')
BREAKS = Quick(r"[\t\r\n]+")
MARKS = Quick(r"([\\`*_\[\]<>|~&])")


def flat_rows(document: Document) -> Iterator[dict[str, Any]]:
    """A dict for each figure: its document's source, its own keys, the days and words of its period."""
    moments = {moment.id: moment for moment in document.moments}
    for figure in document.figures:
        moment = moments.get(figure.period) if figure.period else None
        yield {
            "source": document.source,
            **figure_dict(figure),
            "period_from": moment.first.isoformat() if moment and moment.first else None,
            "period_to": moment.last.isoformat() if moment and moment.last else None,
            "period_text": moment.text if moment else None,
        }


@cache
def flat_keys() -> tuple[str, ...]:
    """The keys of `flat_rows`, in their order."""
    empty = Figure(id="", start=0, end=0, text="", kind=Kind.COUNT)
    return tuple(next(flat_rows(Document(text="", figures=(empty,)))))


def csv_line(cells: Iterable[object]) -> str:
    """One line of CSV (RFC 4180, line feed), in which no cell starts a formula."""
    return ",".join(_quoted(plain_cell(cell)) for cell in cells) + "\n"


def tsv_line(cells: Iterable[object]) -> str:
    """One line of TSV, in which no cell starts a formula; a tab or line break in a cell is a blank."""
    return "\t".join(BREAKS.sub(" ", plain_cell(cell)) for cell in cells) + "\n"


def markdown_line(cells: Iterable[object]) -> str:
    """One row of a Markdown table, in which no cell is read as markup."""
    return "| " + " | ".join(escape_markdown(cell_text(cell)) for cell in cells) + " |\n"


def escape_markdown(text: str) -> str:
    """A text as one line of Markdown that shows the same characters."""
    return MARKS.sub(r"\\\1", BREAKS.sub(" ", text))


def plain_cell(cell: object) -> str:
    """A cell as a spreadsheet may read it: what could be a formula is marked as text (``'``)."""
    text = cell_text(cell)
    if COMMAND.match(text) and not NUMBER.fullmatch(text):
        return "'" + text
    return text


def cell_text(cell: object) -> str:
    """A value in a cell: numbers with exactly their digits, lists with ``;`` between, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain_number(cell)
    if isinstance(cell, list | tuple):
        return "; ".join(map(cell_text, cell))
    if isinstance(cell, dict):
        return " ".join(map(cell_text, cell.values()))
    return str(cell)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) or text != text.strip() else text
