"""Word documents (DOCX): the text of their paragraphs and tables; the standard library suffices."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.errors import UnreadableError
from parsers.readers.base import Content, Reader

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
BODY = "word/document.xml"
PROPERTIES = "docProps/core.xml"
# What a damaged archive raises, beside the errors of its own modules.
DAMAGE = (EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError)
LIMIT = 200 * 1024 * 1024
"""Bytes of XML; more comes only from a file made to fill the memory."""


def read(data: bytes) -> Content:
    """The paragraphs with an empty line between them, a table's rows on a line each."""
    import zipfile  # here, because most runs read no Word document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, BODY)
            properties = _part(archive, PROPERTIES) if PROPERTIES in archive.namelist() else None
    except (zipfile.BadZipFile, zlib.error, *DAMAGE) as error:
        raise UnreadableError("is not a Word document that can be read") from error
    title = properties.findtext(TITLE) if properties is not None else None
    return Content(text="".join(_blocks(body)).strip("\n"), title=title or None)


def _part(archive: ZipFile, name: str) -> Element:
    from xml.etree import ElementTree as ET

    with archive.open(name) as file:
        source = file.read(LIMIT + 1)
    if len(source) > LIMIT:
        raise UnreadableError("is too large once unpacked")
    if b"<!DOCTYPE" in source[:1024]:
        raise UnreadableError("is not a Word document that can be read")
    try:
        return ET.fromstring(source)
    except ET.ParseError as error:
        raise UnreadableError("is a Word document with broken content") from error


def _blocks(body: Element) -> Iterator[str]:
    """The text of each paragraph and row, in order, with the line ends after it."""
    for element in body.find(f"{WORDS}body") or ():
        if element.tag == f"{WORDS}p":
            yield _text(element) + "\n\n"
        elif element.tag == f"{WORDS}tbl":
            for row in element.iter(f"{WORDS}tr"):
                cells = (" ".join(map(_text, cell.iter(f"{WORDS}p"))) for cell in row.iter(f"{WORDS}tc"))
                yield "\t".join(cells) + "\n"
            yield "\n"


def _text(paragraph: Element) -> str:
    pieces = []
    for element in paragraph.iter():
        if element.tag == f"{WORDS}t":
            pieces.append(element.text or "")
        elif element.tag == f"{WORDS}tab":
            pieces.append("\t")
        elif element.tag in (f"{WORDS}br", f"{WORDS}cr"):
            pieces.append("\n")
        elif element.tag == f"{WORDS}noBreakHyphen":
            pieces.append("\u2011")
    return "".join(pieces)


READER = Reader(name="Word", suffixes=(".docx",), sniff=lambda _: False, read=read)
