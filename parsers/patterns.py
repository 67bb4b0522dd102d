"""Patterns beside the rules': compiled on first use, and kept between runs like theirs.

`compiled` is the one way to a pattern that is not a rule's own: it costs nothing at import, and a
program that runs for one article does not spend most of its time compiling.
"""

from __future__ import annotations

import atexit
import re
from functools import cache
from typing import Any, AnyStr

import regex

from parsers import store

MOST_KEPT = 2000
"""How many patterns are kept between runs; beyond it (many versions) they are gathered anew."""


class Shelf:
    """The patterns that earlier runs compiled, and those that this one has added."""

    def __init__(self) -> None:
        kept = store.load("patterns")
        self._frozen: dict[tuple[Any, ...], bytes] = kept if isinstance(kept, dict) else {}
        self._added = False

    def find(self, source: str, flags: int) -> regex.Pattern[str]:
        """The pattern of a source, compiled only where no run has done so before."""
        frozen = self._frozen.get((source, flags))
        if frozen is not None:
            return store.thaw(frozen)
        pattern = regex.compile(source, flags)
        self._frozen[source, flags] = store.freeze(pattern)
        self._added = True
        return pattern

    def find_quick(self, source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """The same for a pattern of the standard `re`."""
        key = (source, int(flags), "re")
        frozen = self._frozen.get(key)
        if frozen:
            return store.thaw_quick(source, frozen)
        pattern = re.compile(source, flags)
        if frozen is None:
            self._frozen[key] = store.freeze_quick(pattern)
            self._added = True
        return pattern

    def keep(self) -> None:
        """Write what was added, for the next run."""
        if self._added:
            self._added = False
            others = store.load("patterns")  # what another process has added meanwhile
            found = {**others, **self._frozen} if isinstance(others, dict) else self._frozen
            store.save("patterns", found if len(found) <= MOST_KEPT else {})


@cache
def shelf() -> Shelf:
    """The shelf of the running program, loaded on first use."""
    made = Shelf()
    atexit.register(made.keep)
    return made


@cache
def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of ``source`` (its macros expanded already), compiled once."""
    return shelf().find(source, int(flags))
