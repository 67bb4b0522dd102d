"""HTML: the text of the article in a web page, without the page around it."""

from __future__ import annotations

import datetime as dt
import re

from parsers.quick import Quick
from parsers.readers.base import Content, Reader, iso_day
from parsers.readers.decode import decode
from parsers.readers.tags import RAW, Piece, attributes, scan_tags
from parsers.values import record

HEAD = 2048
CHARSET = Quick(rb"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})|encoding=[\"']([\w:.-]{1,40})", re.IGNORECASE)
SNIFF = Quick(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html|head|body|article)[\s>]", re.IGNORECASE)
# Pages for search engines say it in a script: schema.org, as JSON.
IN_SCRIPT = Quick(r'"datePublished"\s{0,9}:\s{0,9}"(\d{4}-\d\d-\d\d)')
SPACE = Quick(r"[ \t\r\n\f]+")

# What stands around an article and is not part of it.
AROUND = frozenset({"nav", "aside", "footer", "button", "select", "svg", "object", "canvas", "dialog"})
# Elements that begin a paragraph of their own, a line of their own, a cell of their own.
PARAGRAPH = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "table", "ul", "ol", "dl", "pre", "form"}
    | {"blockquote", "figure", "figcaption", "hr", "body", "h1", "h2", "h3", "h4", "h5", "h6", "address"}
)
LINE = frozenset({"br", "li", "tr", "dt", "dd", "caption", "option"})
CELL = frozenset({"td", "th"})
DATE_NAMES = frozenset(
    {"article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate"}
)

ENOUGH = 0.3
"""An ``<article>`` or ``<main>`` that holds less than this part of the page is not what the page is about."""


def read(data: bytes) -> Content:
    """The article of a web page: its text, its title, and the day that its header states."""
    head = CHARSET.search(data[:HEAD])
    declared = (head[1] or head[2]).decode("ascii", "replace") if head else None
    source, notes = decode(data, declared)
    page = _Page.of(source)
    if page.unclosed:
        page = _Page.of(source, around=frozenset())
    return Content(text=page.body(), title=page.title, dated=page.dated, notes=notes)


@record(frozen=False)
class _Page:
    """What has been read of a page so far: the written text by the region it stands in."""

    around: frozenset[str]
    inside: dict[str, int]
    whole: list[str]
    regions: dict[str, list[str]]
    titles: dict[str, str]
    articles: int = 0
    dated: dt.date | None = None
    heading: list[str] | None = None
    raw: str = ""

    @classmethod
    def of(cls, source: str, around: frozenset[str] = AROUND) -> _Page:
        """A page read to its end, without what stands in the elements ``around`` its article."""
        inside = dict.fromkeys((*AROUND, "article", "main", "pre"), 0)
        page = cls(around, inside, whole=[], regions={}, titles={})
        for piece in scan_tags(source):
            page.take(piece)
        return page

    @property
    def unclosed(self) -> bool:
        """Whether an element around the article was never closed: what follows it was lost."""
        return any(self.inside[name] for name in self.around)

    def take(self, piece: Piece) -> None:
        """One more piece of the page."""
        if not piece.name:
            self._text(piece.text)
        else:
            self._tag(piece)

    @property
    def title(self) -> str | None:
        """The title for sharing, else the first heading, else the title of the window."""
        for name in ("og:title", "h1", "title"):
            if title := SPACE.sub(" ", self.titles.get(name, "")).strip():
                return title
        return None

    def body(self) -> str:
        """The text of the longest article, else of the main region, else of the whole page."""
        whole = _tidy(self.whole)
        for names in ([n for n in self.regions if n != "main"], ["main"]):
            texts = [_tidy(self.regions[name]) for name in names if name in self.regions]
            longest = max(texts, key=len, default="")
            if len(longest) > len(whole) * ENOUGH:
                return longest
        return whole

    def _text(self, text: str) -> None:
        if self.raw:
            if self.raw == "title":
                self.titles.setdefault("title", text)
            elif self.raw == "script" and self.dated is None and (day := IN_SCRIPT.search(text)):
                self.dated = iso_day(day[1])
            return
        if self.unclosed:
            return
        if self.heading is not None:
            self.heading.append(text)
        self._write(text if self.inside["pre"] else SPACE.sub(" ", text))

    def _write(self, text: str) -> None:
        self.whole.append(text)
        if self.inside["article"]:
            self.regions.setdefault(f"article {self.articles}", []).append(text)
        elif self.inside["main"]:
            self.regions.setdefault("main", []).append(text)

    def _tag(self, piece: Piece) -> None:
        name = piece.name
        if name in RAW:
            self.raw = "" if piece.closing else name
            return
        if name in ("meta", "time"):
            self._note(name, attributes(piece.text))
        elif name == "h1":
            self._head(piece.closing)
        elif name == "img" or (name in self.inside and piece.text.rstrip().endswith("/")):
            return
        if name == "article" and not piece.closing and not self.inside["article"]:
            self.articles += 1
        self._separate(name, piece.closing)
        if name in self.inside:
            self.inside[name] = max(0, self.inside[name] + (-1 if piece.closing else 1))

    def _separate(self, name: str, closing: bool) -> None:
        if name in PARAGRAPH:
            self._write("\n\n")
        elif name in LINE and not closing:
            self._write("\n")
        elif name in CELL and not closing:
            self._write("\t")

    def _head(self, closing: bool) -> None:
        if closing and self.heading is not None:
            self.titles.setdefault("h1", "".join(self.heading))
        self.heading = None if closing else []

    def _note(self, name: str, values: dict[str, str]) -> None:
        if name == "time" and self.dated is None and self.inside["article"]:
            self.dated = iso_day(values.get("datetime"))
            return
        key = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if key == "og:title":
            self.titles.setdefault(key, values.get("content", ""))
        elif key in DATE_NAMES:
            self.dated = iso_day(values.get("content")) or self.dated


MANY_BREAKS = Quick(r"\n{3,}")
CELLS = Quick(r" ?\t[ \t]*")
BLANKS = Quick(" {2,}")


def _tidy(pieces: list[str]) -> str:
    """The pieces as one text: no blanks at the ends of lines, at most one empty line between two."""
    text = BLANKS.sub(" ", CELLS.sub("\t", "".join(pieces)))
    lines = "\n".join(line.strip(" \t") for line in text.split("\n"))
    return MANY_BREAKS.sub("\n\n", lines).strip("\n")


READER = Reader(
    name="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=lambda data: SNIFF.match(data) is not None,
    read=read,
)
