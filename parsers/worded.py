"""Patterns with words of the lexicon in them, beside the rules'."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from functools import cache, partial
from math import inf
from typing import Any

import regex

from parsers import lexicon
from parsers.deferred import Deferred
from parsers.latin import RARE, plainly
from parsers.lazy import ALONE, alone
from parsers.patterns import Shelf, kept_at_the_end
from parsers.quick import Quick

RUN = Quick(r"[a-z0-9]+")


@cache
def worded(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of ``source`` with the word classes that it names (``<<table.class>>``), compiled once."""
    return shelf().find(source, int(flags), partial(lexicon.expand, fragments={}))


@cache
def shelf() -> Shelf:
    """The shelf of the patterns that hold words of the tables."""
    return kept_at_the_end(Shelf("worded", (lexicon.digest(),)))


REACH = 64
"""How far before its place a pattern may look back."""
SHORT = 1000
"""Of a part of a text that is longer it is not asked whether it is plain, if one match is looked for."""
EVERY = "finditer"
"""The method that looks for every match: it goes through the text itself."""


def _is_plain(text: str, pos: int, endpos: int, most: float = SHORT) -> bool:
    """Whether all is plain that a pattern may look at between two places, at ``most`` so many characters."""
    start, end = max(0, pos - REACH), min(len(text), endpos)
    return end - start <= most + REACH and RARE.search(text, start, end) is None


Asking = Callable[..., regex.Match[str] | None]


class Worded(Deferred):
    """A pattern in which ``<<table.class>>`` stands for words of the lexicon, made on first use.

    The standard `re` reads plain text with it, where it knows what the pattern asks for: it takes a tenth of
    the memory, is made sooner and is quicker.  Any other text is left to `regex`.
    """

    __slots__ = ("once", "source")

    match: Asking
    search: Asking
    fullmatch: Asking
    finditer: Callable[..., Any]
    findall: Callable[..., list[Any]]

    def __init__(self, source: str, once: Collection[str] = ()) -> None:
        super().__init__()
        self.source = source
        self.once = once
        """The words that the pattern of `regex` holds once (`lexicon.expand`)."""

    def __getattr__(self, name: str) -> Any:
        """One of the methods, not there yet."""
        if name not in (*ALONE, EVERY):
            return super().__getattr__(name)
        method = self._asking(name)
        setattr(self, name, method)
        return method

    def _asking(self, name: str) -> Any:
        quick = shelf().find_if_known(self.source, 0, lambda source: plainly(lexicon.expand(source, {})))
        if quick is None:
            return self._of_any(name)
        of_plain: Any = getattr(quick, name)
        most = inf if name == EVERY else SHORT

        def ask(text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
            if text.isascii() or _is_plain(text, pos, endpos, most):
                return of_plain(text, pos, endpos)
            return self._of_any(name)(text, pos, endpos)

        return ask

    def _of_any(self, name: str) -> Any:
        method = getattr(self.compiled, name)
        return method if name == EVERY else alone(method)

    def _make(self) -> regex.Pattern[str]:
        return shelf().find(self.source, 0, partial(lexicon.expand, fragments={}, once=self.once))


@cache
def _signs(names: str) -> frozenset[str]:
    """The longest run of letters of every surface of some classes: it stands wherever the surface does."""
    found = (RUN.findall(surface.lower()) for name in names.split("|") for surface in lexicon.words(name))
    return frozenset(max(runs, key=len) for runs in found if runs)


class Words:
    """The words of a short text, cut once: they tell at once which classes have no word in it."""

    __slots__ = ("_runs",)

    def __init__(self, text: str) -> None:
        self._runs = RUN.findall(text.lower()) if text.isascii() else None

    def may_tell(self, names: str) -> bool:
        """Whether a surface of some classes ("a.b|c.d") may stand in it."""
        return self._runs is None or not _signs(names).isdisjoint(self._runs)
