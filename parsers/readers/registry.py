"""READERS: every input format, and which of them a file is read with."""

from __future__ import annotations

from pathlib import PurePath

from parsers.readers import docx, html, markdown, pdf, plain
from parsers.readers.base import Reader

# The last one takes whatever is text.
READERS: tuple[Reader, ...] = (html.READER, markdown.READER, pdf.READER, docx.READER, plain.READER)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
"""The files that a folder is searched for."""


def choose_reader(path: PurePath | None, data: bytes) -> Reader:
    """The reader for a file: by its suffix, else by its first bytes."""
    suffix = path.suffix.lower() if path is not None else ""
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    return next(reader for reader in READERS if reader.sniff(data))
