"""Patterns with words of the lexicon in them, beside the rules'."""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.patterns import compiled
from parsers.quick import Quick

RUN = Quick(r"[a-z0-9]+")


@cache
def worded(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of ``source`` with the word classes that it names (``<<table.class>>``), compiled once."""
    return compiled(lexicon.expand(source, {}), flags)


@cache
def _signs(names: str) -> frozenset[str]:
    """The longest run of letters of every surface of some classes: it stands wherever the surface does."""
    found = (
        RUN.findall(surface.lower())
        for name in names.split("|")
        for surface in lexicon.surfaces(name).entries
    )
    return frozenset(max(runs, key=len) for runs in found if runs)


class Words:
    """The words of a short text, cut once: they tell at once which classes have no word in it."""

    __slots__ = ("_runs",)

    def __init__(self, text: str) -> None:
        self._runs = RUN.findall(text.lower()) if text.isascii() else None

    def may_tell(self, names: str) -> bool:
        """Whether a surface of some classes ("a.b|c.d") may stand in it."""
        return self._runs is None or not _signs(names).isdisjoint(self._runs)
