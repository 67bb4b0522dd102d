"""Patterns beside the rules': compiled on first use, and kept between runs like theirs.

`compiled` is the one way to a pattern that is not a rule's own: it costs nothing at import, and a
program that runs for one article does not spend most of its time compiling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import AnyStr

import regex

from parsers import store
from parsers.pieces import Pieces, keep_at_the_end

OF_RE, UNKNOWN = " re", " unknown to re"
"""Behind the key of a pattern: it is one of the standard `re`; or that does not know what it asks for."""
MOST_KEPT = 2000
"""How many patterns are kept between runs; beyond it (many versions) they are gathered anew."""


class Shelf:
    """The patterns of one name that earlier runs compiled, and those that this one has added.

    ``made_from`` is all that their spelling depends on beside their sources.
    """

    def __init__(self, name: str = "patterns", made_from: Iterable[str] = ()) -> None:
        self._pieces = Pieces(name, made_from)

    def find(self, source: str, flags: int, spell: Callable[[str], str] = str) -> regex.Pattern[str]:
        """The pattern of a source, spelt and compiled only where no run has done so before."""
        key = _key(source, flags)
        frozen = self._pieces.get(key)
        if frozen is not None:
            return store.thaw(frozen)
        pattern = regex.compile(spell(source), flags)
        self._pieces.add(key, store.freeze(pattern))
        return pattern

    def find_quick(
        self, source: AnyStr, flags: int, spell: Callable[[AnyStr], AnyStr] | None = None
    ) -> re.Pattern[AnyStr]:
        """The same for a pattern of the standard `re`."""
        key = _key(source, flags) + OF_RE
        frozen = self._pieces.get(key)
        if frozen:
            return store.thaw_quick(source, frozen)
        pattern = re.compile(spell(source) if spell else source, flags)
        if frozen is None:
            self._pieces.add(key, store.freeze_quick(pattern))
        return pattern

    def find_if_known(self, source: str, flags: int, spell: Callable[[str], str]) -> re.Pattern[str] | None:
        """The same, or ``None`` where `re` does not know what the source asks for."""
        unknown = _key(source, flags) + UNKNOWN
        if self._pieces.get(unknown) is not None:
            return None
        try:
            return self.find_quick(source, flags, spell)
        except re.error:
            self._pieces.add(unknown, b"")
            return None

    def keep(self) -> None:
        """Write what was added, for the next run."""
        self._pieces.keep(MOST_KEPT)


@cache
def _key(source: str | bytes, flags: int) -> str:
    """What a pattern is kept under: its source is often longer than what it compiles to."""
    return store.digest((str(source), str(int(flags))))[:24]


@cache
def shelf() -> Shelf:
    """The shelf of the patterns that are all spelt out, loaded on first use."""
    return kept_at_the_end(Shelf())


def kept_at_the_end(made: Shelf) -> Shelf:
    """A shelf that is written when the program ends."""
    keep_at_the_end(made.keep)
    return made


@cache
def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of ``source`` (its macros expanded already), compiled once."""
    return shelf().find(source, int(flags))
