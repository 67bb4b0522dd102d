"""Patterns that are compiled when they are first used, so that importing does no work."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from parsers.patterns import compiled


class Pattern:
    """A pattern of the `regex` module that compiles itself on its first use."""

    __slots__ = ("_compiled", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: regex.Pattern[str] | None = None

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = compiled(self.source)
        return self._compiled

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        """The first match; of a pattern with ``(?r)`` the last."""
        return self.compiled.search(text, pos, endpos)

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        """The match that begins at ``pos`` (with ``(?r)``: that ends at ``endpos``)."""
        return self.compiled.match(text, pos, endpos)

    def sub(self, replacement: str, text: str) -> str:
        """The text with every match replaced."""
        return self.compiled.sub(replacement, text)

    def finditer(
        self, text: str, pos: int | None = None, endpos: int | None = None
    ) -> Iterator[regex.Match[str]]:
        """Every match, in text order."""
        return self.compiled.finditer(text, pos, endpos)
