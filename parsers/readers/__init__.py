"""Bytes -> `Article`: one module an input format, tried in the order of `READERS`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from parsers.article import Article, make_article
from parsers.errors import UnreadableError
from parsers.readers import html, markdown, plain
from parsers.readers.base import Content, Reader
from parsers.readers.sources import Source, find_sources

__all__ = [
    "READERS",
    "SUFFIXES",
    "Content",
    "Reader",
    "Source",
    "find_articles",
    "read_articles",
    "read_source",
]

# The last one takes whatever is text.
READERS: tuple[Reader, ...] = (html.READER, markdown.READER, plain.READER)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
"""The files that a folder is searched for."""


def find_articles(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | UnreadableError]:
    """What ``paths`` name, in order: files, folders (all articles in them), ``-`` for standard input."""
    return find_sources(paths, SUFFIXES)


def read_source(source: Source) -> Article:
    """One article; raises `UnreadableError` with one line that names the source and the reason."""
    data = source.load()
    reader = choose_reader(source.path, data)
    try:
        content = reader.read(data)
    except UnreadableError as error:
        raise UnreadableError(f"{source.name}: {error}") from error
    return make_article(
        content.text,
        title=content.title,
        source=source.name,
        path=source.path,
        dated=content.dated,
        notes=content.notes if data else ("the file is empty",),
    )


def read_articles(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Article | UnreadableError]:
    """Every article that ``paths`` name, one at a time; what cannot be read comes as its error."""
    for source in find_articles(paths):
        if isinstance(source, UnreadableError):
            yield source
            continue
        try:
            yield read_source(source)
        except UnreadableError as error:
            yield error


def choose_reader(path: Path | None, data: bytes) -> Reader:
    """The reader for a file: by its suffix, else by its first bytes."""
    suffix = path.suffix.lower() if path is not None else ""
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    return next(reader for reader in READERS if reader.sniff(data))
