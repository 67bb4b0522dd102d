"""Patterns that are compiled when they are first used, so that importing does no work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import regex

from parsers.deferred import Deferred
from parsers.patterns import compiled


class Pattern(Deferred):
    """A pattern of the `regex` module that compiles itself on its first use."""

    __slots__ = ("source",)

    compiled: regex.Pattern[str]
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
    split: Callable[..., list[Any]]
    """What stands between the matches, and what they hold."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source

    def _method(self, method: Any) -> Any:
        return alone(method) if method.__name__ in ALONE else method

    def _make(self) -> regex.Pattern[str]:
        return compiled(self.source)


ALONE = ("match", "search", "fullmatch")
"""The methods that do not let other threads run while they match."""


def alone(method: Any) -> Any:
    """A method of a compiled pattern that keeps the interpreter to itself.

    By default `regex` gives it up at every call and takes it back for every piece of memory: that takes
    as long as most matches, and no other thread waits for so short a time.
    """

    def ask(text: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        found: regex.Match[str] | None = method(text, pos, endpos, False)
        return found

    return ask
