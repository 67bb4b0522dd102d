"""Markup -> a flat run of text, tags and their attributes, in one forward pass.

The standard library's parser takes quadratic time on markup that is cut off or made to hurt (40 kB
of ``<a `` cost it seconds); here the place looked at only ever moves forward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.quick import Quick

NAME = Quick(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
PLAIN = Quick(r"[^<>\"']*")
ATTRIBUTE = Quick(r"([a-zA-Z][a-zA-Z0-9:._-]{0,40})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")

RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "xmp", "iframe"})
"""Elements whose content is characters up to their end tag."""


class Piece(NamedTuple):
    """A run of text (``name`` is empty), or a tag: its name, and its attributes as written."""

    text: str
    name: str = ""
    closing: bool = False


def unescaped(text: str) -> str:
    """A text with its character references read; the table of their names is large and seldom needed."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def scan_tags(source: str) -> Iterator[Piece]:
    """The pieces of a document; the content of a raw element follows its tag as one text."""
    at, quotes = 0, _Quotes(source)
    while (tag := source.find("<", at)) >= 0:
        if tag > at:
            yield Piece(unescaped(source[at:tag]))
        if source.startswith(("<!", "<?"), tag):
            at = _skip_declaration(source, tag)
            continue
        name = NAME.match(source, tag)
        if name is None:
            yield Piece("<")
            at = tag + 1
            continue
        end = _tag_end(source, name.end(), quotes)
        if end is None:
            return
        piece = Piece(source[name.end() : end], name[1].lower(), source.startswith("</", tag))
        yield piece
        at = end + 1
        if piece.name in RAW and not piece.closing:
            close = re.compile(f"</{piece.name}", re.IGNORECASE).search(source, at)
            stop = close.start() if close else len(source)
            yield Piece(unescaped(source[at:stop]) if piece.name == "title" else source[at:stop])
            at = stop
    yield Piece(unescaped(source[at:]))


def attributes(tag: str) -> dict[str, str]:
    """The attributes of one tag, names in lower case, the first of each name."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(tag[:4000]):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), unescaped(value))
    return found


class _Quotes:
    """Where the next quotation mark of a kind stands, without searching the same stretch twice."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._next = {'"': -1, "'": -1}

    def after(self, mark: str, at: int) -> int:
        """The offset of the first ``mark`` at or after ``at``, or the end of the source."""
        if self._next[mark] < at:
            found = self._source.find(mark, at)
            self._next[mark] = found if found >= 0 else len(self._source)
        return self._next[mark]


def _tag_end(source: str, at: int, quotes: _Quotes) -> int | None:
    """The offset of the ``>`` of the tag whose attributes begin at ``at`` (of a ``<`` that cuts it off)."""
    while True:
        at = PLAIN.match(source, at).end()  # type: ignore[union-attr]  # it matches the empty string
        if at >= len(source):
            return None
        mark = source[at]
        if mark == ">":
            return at
        if mark == "<":
            return at - 1
        close = quotes.after(mark, at + 1)
        at = close + 1 if close < len(source) else at + 1


def _skip_declaration(source: str, at: int) -> int:
    """The end of a comment, a doctype, a CDATA section or a processing instruction."""
    start, stop = ("<!--", "-->") if source.startswith("<!--", at) else ("<!", ">")
    end = source.find(stop, at + len(start))
    return end + len(stop) if end >= 0 else len(source)
