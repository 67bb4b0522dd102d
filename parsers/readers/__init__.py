"""Bytes -> `Article`: where articles come from, and one module for each format that they come in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from parsers.article import Article
from parsers.errors import UnreadableError
from parsers.readers.registry import READERS, SUFFIXES
from parsers.readers.sources import Source, find_sources

__all__ = ["READERS", "SUFFIXES", "Source", "find_sources", "read_articles"]


def read_articles(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Article | UnreadableError]:
    """Every article that ``paths`` name, one at a time; what cannot be read comes as its error."""
    for source in find_sources(paths):
        if isinstance(source, UnreadableError):
            yield source
            continue
        try:
            yield source.read()
        except UnreadableError as error:
            yield error
