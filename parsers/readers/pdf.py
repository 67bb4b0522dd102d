"""PDF: the text of its pages in reading order, by pypdf (``pip install 'figscope[pdf]'``)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.errors import UnreadableError
from parsers.readers.base import Content, Reader

if TYPE_CHECKING:
    from pypdf import PdfReader

MISSING = "is a PDF, which needs one more package: pip install 'figscope[pdf]'"
# What pypdf lets through from a damaged file, beside its own errors.
DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
LIMIT = 32_000_000
"""Characters of text; more comes only from a file made to fill the memory."""
STEPS = 5_000_000
"""Steps of drawing, a thousand pages of small print; more are only there to take time."""
PAGE = 100
"""Steps that a page counts for, whatever is on it."""
FULL = 0.7
"""A line at least this long, measured by the long lines of its page, goes on in the next one."""


def read(data: bytes) -> Content:
    """The text of all pages, an empty line between two; lines that only the page's width broke are joined."""
    import logging

    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise UnreadableError(MISSING) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are not for standard error
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise UnreadableError("is a PDF with a password")
        pages = list(_pages(document))
        title = document.metadata.title if document.metadata else None
    except (PyPdfError, *DAMAGE) as error:
        raise UnreadableError(f"is a PDF that cannot be read ({type(error).__name__})") from error
    text = "\n\n".join(filter(None, pages))
    if not text:
        raise UnreadableError("is a PDF without text (perhaps a scan)")
    return Content(text=text, title=title if title and _is_words(title) else None)


def _pages(document: PdfReader) -> Iterator[str]:
    """The text of each page, up to `LIMIT` characters and `STEPS` in all.

    One stream may be that of a thousand pages, and may draw without end and write nothing.
    """
    left, steps = LIMIT, STEPS

    def count(*_: object, by: int = 1) -> None:
        nonlocal steps
        steps -= by
        if steps < 0:
            raise UnreadableError("takes too long to read")

    for page in document.pages:
        count(by=PAGE)
        text = page.extract_text(visitor_operand_before=count)
        left -= len(text)
        if left < 0:
            raise UnreadableError("is too large once unpacked")
        yield join_lines(text)


def join_lines(page: str) -> str:
    """The page with its paragraphs as one line each; no character but line ends and blanks changes."""
    lines = [line.strip() for line in page.split("\n")]
    lengths = sorted(map(len, filter(None, lines)))
    full = lengths[len(lengths) * 9 // 10] * FULL if lengths else 0
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            hyphen = joined[-1][-1:] == "-" and line[:1].islower()
            joined[-1] += line if hyphen else f" {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= full > 0 and line[-1:] not in ".!?:"
    return "\n".join(joined).strip()


def _is_words(title: str) -> bool:
    """Whether it is a title, and not the name of the file that a program made the PDF from."""
    return " " in title.strip() and not title.lower().startswith(("microsoft", "untitled"))


READER = Reader(name="PDF", suffixes=(".pdf",), sniff=lambda data: data.startswith(b"%PDF-"), read=read)
