"""Markdown, read as the text it is: only its title and date are looked up in its header."""

from __future__ import annotations

import re

from parsers.quick import Quick
from parsers.readers.base import Content, Reader, iso_day
from parsers.readers.decode import decode

HEAD = 4000
FRONT_MATTER = Quick(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
FIELD = Quick(r"^(title|date)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
HEADING = Quick(r"^#{1,2}[ \t]+(\S.*?)[ \t]*#*$|^(\S.{0,160}?)[ \t]*\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)


def read(data: bytes) -> Content:
    """The text with its marks; the title from the front matter or the first heading."""
    text, notes = decode(data)
    head = text[:HEAD].replace("\r\n", "\n")
    front = FRONT_MATTER.match(head)
    fields = {key.lower(): value.strip("'\"") for key, value in FIELD.findall(front[1] if front else "")}
    heading = HEADING.search(head, front.end() if front else 0)
    title = fields.get("title") or (heading and (heading[1] or heading[2]))
    return Content(text=text, title=title or None, dated=iso_day(fields.get("date")), notes=notes)


READER = Reader(name="Markdown", suffixes=(".md", ".markdown"), sniff=lambda _: False, read=read)
