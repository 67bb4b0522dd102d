"""FORMATS: documents -> text, piece by piece, so that many of them need no more memory than one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from parsers import table
from parsers.cells import csv_line, flat_keys, flat_rows, markdown_line, tsv_line
from parsers.cells import escape_markdown as escaped
from parsers.model import Document
from parsers.serial import SCHEMA, dumps, to_dict
from parsers.values import record


@record
class Layout:
    """What a person may choose: the articles' text in JSON, and a table's width in cells."""

    with_text: bool = False
    width: int | None = None


@record
class Format:
    """One format: its name, what it is for, how one document is written in it, and what stands around them.

    ``pieces`` are those of one document, so that a long one need not be whole in the memory.
    """

    name: str
    about: str
    pieces: Callable[[Document, Layout], Iterator[str]]
    head: Callable[[], str] = str
    between: str = ""
    tail: str = ""
    findings: bool = False
    """Whether it tells what the checks find."""

    def write(self, documents: Iterable[Document], layout: Layout) -> Iterator[str]:
        """Some documents, one after the other."""
        return self.join(self.pieces(document, layout) for document in documents)

    def join(self, written: Iterable[Iterable[str]]) -> Iterator[str]:
        """Documents of which each is written already, with what stands before, between and after them."""
        yield self.head()
        for number, pieces in enumerate(written):
            yield self.between if number else ""
            yield from pieces
        yield self.tail


def table_of(document: Document, layout: Layout) -> Iterator[str]:
    """Aligned columns below a heading."""
    return table.pieces(document, layout.width)


def json_of(document: Document, layout: Layout) -> Iterator[str]:
    """One object of the list ``documents``; see the README ("JSON")."""
    whole = dumps(to_dict(document, with_text=layout.with_text), indent=2)
    yield "\n    " + whole.replace("\n", "\n    ")


def json_head() -> str:
    """What stands before the documents."""
    return f'{{\n  "schema": "{SCHEMA}",\n  "documents": ['


def jsonl_of(document: Document, _layout: Layout) -> Iterator[str]:
    """One figure a line, as an object."""
    for row in flat_rows(document):
        yield dumps(row) + "\n"


def lines_of(line: Callable[[Iterable[object]], str], document: Document, _layout: Layout) -> Iterator[str]:
    """One figure a line; ``line`` writes its cells."""
    for row in flat_rows(document):
        yield line(row.values())


def lines_head(line: Callable[[Iterable[object]], str]) -> str:
    """The names of the cells."""
    return line(flat_keys())


def markdown_of(document: Document, _layout: Layout) -> Iterator[str]:
    """A heading and a table."""
    yield f"## {escaped(document.title or document.source or 'Text')}\n\n"
    if document.source:
        yield f"{escaped(document.source)}\n\n"
    yield markdown_line(table.HEAD)
    yield "|" + "".join(" ---: |" if column.right else " --- |" for column in table.COLUMNS) + "\n"
    for row in table.rows(document):
        yield markdown_line(row)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("table", "columns to read in a terminal", table_of, between="\n"),
            Format(
                "json",
                "one object with everything that was found",
                json_of,
                json_head,
                ",",
                "\n  ]\n}\n",
                findings=True,
            ),
            Format("jsonl", "one figure a line, as an object (jq)", jsonl_of),
            Format(
                "csv",
                "one figure a line, for spreadsheets and data frames",
                partial(lines_of, csv_line),
                partial(lines_head, csv_line),
            ),
            Format(
                "tsv",
                "the same with tabs (cut, awk)",
                partial(lines_of, tsv_line),
                partial(lines_head, tsv_line),
            ),
            Format("md", "a Markdown table for each document", markdown_of, between="\n"),
        )
    }
)
