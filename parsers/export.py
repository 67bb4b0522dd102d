"""FORMATS: documents -> text, piece by piece, so that many of them need no more memory than one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from parsers import table
from parsers.cells import csv_line, flat_keys, flat_rows, markdown_line, tsv_line
from parsers.cells import escape_markdown as escaped
from parsers.model import Document
from parsers.serial import SCHEMA, dumps, to_dict


@dataclass(frozen=True, slots=True)
class Layout:
    """What a person may choose: the articles' text in JSON, and a table's width in cells."""

    with_text: bool = False
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, what it is for, and how documents are written in it."""

    name: str
    about: str
    write: Callable[[Iterable[Document], Layout], Iterator[str]]


def write_table(documents: Iterable[Document], layout: Layout) -> Iterator[str]:
    """Aligned columns, a table for each document."""
    return table.write(documents, layout.width)


def write_json(documents: Iterable[Document], layout: Layout) -> Iterator[str]:
    """One object with all documents; see the README ("JSON")."""
    yield f'{{\n  "schema": "{SCHEMA}",\n  "documents": ['
    for number, document in enumerate(documents):
        whole = dumps(to_dict(document, with_text=layout.with_text), indent=2)
        yield ("," if number else "") + "\n    " + whole.replace("\n", "\n    ")
    yield "\n  ]\n}\n"


def write_jsonl(documents: Iterable[Document], _layout: Layout) -> Iterator[str]:
    """One figure a line, as an object."""
    for document in documents:
        for row in flat_rows(document):
            yield dumps(row) + "\n"


def write_lines(
    line: Callable[[Iterable[object]], str], documents: Iterable[Document], _layout: Layout
) -> Iterator[str]:
    """A head and one figure a line; ``line`` writes the cells of one."""
    yield line(flat_keys())
    for document in documents:
        for row in flat_rows(document):
            yield line(row.values())


def write_markdown(documents: Iterable[Document], _layout: Layout) -> Iterator[str]:
    """A heading and a table for each document."""
    for number, document in enumerate(documents):
        yield ("\n" if number else "") + f"## {escaped(document.title or document.source or 'Text')}\n\n"
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
            Format("table", "columns to read in a terminal", write_table),
            Format("json", "one object with everything that was found", write_json),
            Format("jsonl", "one figure a line, as an object (jq)", write_jsonl),
            Format(
                "csv", "one figure a line, for spreadsheets and data frames", partial(write_lines, csv_line)
            ),
            Format("tsv", "the same with tabs (cut, awk)", partial(write_lines, tsv_line)),
            Format("md", "a Markdown table for each document", write_markdown),
        )
    }
)
