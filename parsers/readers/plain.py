"""Plain text, and whatever else turns out to be text."""

from __future__ import annotations

from parsers.readers.base import Content, Reader
from parsers.readers.decode import decode


def read(data: bytes) -> Content:
    """The text as it stands; its title is found later, like that of any text."""
    text, notes = decode(data)
    return Content(text=text, notes=notes)


READER = Reader(name="plain text", suffixes=(".txt", ".text"), sniff=lambda _: True, read=read)
