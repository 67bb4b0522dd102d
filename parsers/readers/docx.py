"""Word documents (DOCX): the text of their paragraphs and tables; the standard library suffices.

The XML is read as a stream, so that a file made to fill the memory fills only its text; it may
declare no document type, in which an attack on a parser begins.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

from parsers.errors import UnreadableError
from parsers.readers.base import Content, Reader

if TYPE_CHECKING:
    from zipfile import ZipFile

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
TITLE = "http://purl.org/dc/elements/1.1/ title"
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
BODY = "word/document.xml"
PROPERTIES = "docProps/core.xml"
# What a damaged archive raises, beside the errors of its own modules.
DAMAGE = (EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError)
LIMIT = 64 * 1024 * 1024
"""Bytes of XML; more comes only from a file made to fill the memory."""
STEP = 1 << 16
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
"""Elements of a paragraph that stand for a character."""


def read(data: bytes) -> Content:
    """The paragraphs with an empty line between them, a table's rows on a line each."""
    import zipfile  # here, because most runs read no Word document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, title = _Body(), _Title()
            _feed(archive, BODY, body)
            if PROPERTIES in archive.namelist():
                _feed(archive, PROPERTIES, title)
    except (zipfile.BadZipFile, zlib.error, *DAMAGE) as error:
        raise UnreadableError("is not a Word document that can be read") from error
    return Content(text=body.text.getvalue().strip("\n"), title="".join(title.pieces) or None)


class _Title:
    """The title among the properties."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._inside = False

    def start(self, name: str, _attributes: object) -> None:
        self._inside = name == TITLE

    def end(self, _name: str) -> None:
        self._inside = False

    def data(self, text: str) -> None:
        if self._inside:
            self.pieces.append(text)


class _Body:
    """The text of the document, as its elements come by."""

    def __init__(self) -> None:
        self.text = io.StringIO()
        self._inside = dict.fromkeys(("body", "p", "t", "tbl"), 0)
        self._skipped = 0
        self._pieces: list[str] = []
        self._row: list[str] = []
        self._cell: list[str] = []

    def start(self, name: str, _attributes: object) -> None:
        if name == FALLBACK:  # the same again, for old programs
            self._skipped += 1
        name = name.removeprefix(WORDS)
        if name in self._inside:
            self._inside[name] += 1
            if name == "p" and self._inside["p"] > 1:  # a text box in a paragraph
                self._pieces.append(" ")
        elif name in MARKS and self._inside["p"] and not self._skipped:
            self._pieces.append(MARKS[name])

    def data(self, text: str) -> None:
        if self._inside["t"] and self._inside["body"] and not self._skipped:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        if name == FALLBACK:
            self._skipped -= 1
        name = name.removeprefix(WORDS)
        if name in self._inside:
            self._inside[name] -= 1
        if name == "p" and not self._inside["p"]:
            self._paragraph("".join(self._pieces))
            self._pieces.clear()
        elif name == "tbl" and not self._inside["tbl"]:
            self.text.write("\n")
        elif self._inside["tbl"] == 1 and name == "tc":
            self._row.append(" ".join(self._cell))
            self._cell.clear()
        elif self._inside["tbl"] == 1 and name == "tr":
            self.text.write("\t".join(self._row) + "\n")
            self._row.clear()

    def _paragraph(self, text: str) -> None:
        if self._inside["tbl"]:
            self._cell.append(text)
        elif text:
            self.text.write(text + "\n\n")


def _feed(archive: ZipFile, name: str, to: _Body | _Title) -> None:
    """Read one part of the archive, piece by piece."""
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = to.start
    parser.EndElementHandler = to.end
    parser.CharacterDataHandler = to.data
    parser.StartDoctypeDeclHandler = _refuse
    left = LIMIT
    with archive.open(name) as file:
        try:
            while piece := file.read(STEP):
                left -= len(piece)
                if left < 0:
                    raise UnreadableError("is too large once unpacked")
                parser.Parse(piece)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise UnreadableError("is a Word document with broken content") from error


def _refuse(*_: Any) -> None:
    raise UnreadableError("is not a Word document that can be read")


READER = Reader(name="Word", suffixes=(".docx",), sniff=lambda _: False, read=read)
