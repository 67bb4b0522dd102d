"""Patterns that are compiled when they are first used, so that importing does no work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import regex

from parsers.patterns import compiled


class Pattern:
    """A pattern of the `regex` module that compiles itself on its first use.

    From then on its methods are those of the compiled pattern itself, with nothing in between: patterns
    are asked tens of thousands of times in a text, and most of them say no at once.
    """

    __slots__ = ("_compiled", "findall", "finditer", "fullmatch", "match", "search", "source", "sub")

    match: Callable[..., regex.Match[str] | None]
    """The match that begins at ``pos`` (with ``(?r)``: that ends at ``endpos``)."""
    search: Callable[..., regex.Match[str] | None]
    """The first match; of a pattern with ``(?r)`` the last."""
    fullmatch: Callable[..., regex.Match[str] | None]
    """The match that begins at ``pos`` and ends at ``endpos``."""
    finditer: Callable[..., Iterator[regex.Match[str]]]
    """Every match, in text order."""
    findall: Callable[..., list[Any]]
    """What every match holds, in text order."""
    sub: Callable[..., str]
    """The text with every match replaced."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: regex.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """One of the methods, not there yet: all of them are from now on."""
        if name not in METHODS:
            raise AttributeError(name)
        pattern = self.compiled
        for method in METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = compiled(self.source)
        return self._compiled


METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub")
"""The methods that a pattern takes over."""
