"""One article: its text made safe, with what is known of it before it is read."""

from __future__ import annotations

import datetime as dt
import os
from functools import cached_property
from pathlib import Path

from parsers.quick import Quick
from parsers.safe import make_safe
from parsers.values import record

NO_SOURCE = "(text)"
"""How a text without a source is called where one has to be named."""

# What ends a line elsewhere and would be shown as a broken character here.
BREAKS = Quick("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
NOT_ONE_LINE = Quick(r"[\t\n\ud800-\udfff]")
TITLE_LENGTH = 160


@record(cached=True)
class Article:
    """A text to read, safe to show, with its title and source as one safe line each.

    ``dated`` is the day that the file's own header gives (never the file system's), ``given`` the one
    that a person wants its relative dates to be counted from.  ``notes`` say what was assumed or replaced
    while reading the bytes, ``path`` is where to read it again.
    """

    text: str
    title: str | None = None
    source: str | None = None
    path: Path | None = None
    dated: dt.date | None = None
    notes: tuple[str, ...] = ()
    given: dt.date | None = None

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text, in hexadecimal: the same content has the same digest wherever it lies."""
        import hashlib  # here, because few ask for it

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def make_article(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    path: Path | None = None,
    dated: dt.date | None = None,
    notes: tuple[str, ...] = (),
) -> Article:
    """An article from a text as decoded: line ends made one kind, everything made safe to show."""
    safe = make_safe(BREAKS.sub("\n", text))
    return Article(
        text=safe,
        title=one_line(title)[:TITLE_LENGTH].strip() or None if title else find_title(safe),
        source=one_line(source) if source else None,
        path=path,
        dated=dated,
        notes=notes,
    )


def one_line(text: str) -> str:
    """``text`` as one line that a terminal can show: nothing in it is obeyed, its length is kept."""
    return make_safe(NOT_ONE_LINE.sub("\ufffd", text))


def show_path(path: str | os.PathLike[str]) -> str:
    """A path as one safe line; bytes that are not UTF-8 become U+FFFD."""
    return one_line(os.fsencode(path).decode("utf-8", "replace"))


def find_title(text: str) -> str | None:
    """The first line, where it is clearly a title: short, no sentence, and with a blank line after it."""
    head = text[:2000].lstrip()
    first, _, rest = head.partition("\n")
    first = first.strip()
    if not first or len(first) > TITLE_LENGTH or not rest.strip():
        return None
    if rest.lstrip(" \t")[:1] != "\n" or first[-1] in ".,;:" or "\t" in first:
        return None
    return first
