"""Patterns with words of the lexicon in them."""

from __future__ import annotations

from typing import Any

import regex

from parsers import lexicon
from parsers.context.rows.beside import first_words
from parsers.lazy import Pattern
from parsers.patterns import compiled

ONCE = ("directions.verb|contextwords.be",)
"""The words that a pattern holds once (`lexicon.expand`)."""


class Worded(Pattern):
    """A pattern in which ``<<table.class>>`` stands for words of the lexicon, compiled on first use."""

    __slots__ = ()

    def _make(self) -> regex.Pattern[str]:
        return compiled(lexicon.expand(self.source, {}, ONCE))


class Cued(Worded):
    """One that has a cue in every text that it matches: few texts have one, and the others are not searched.

    Of a cue "table.class" the first words are meant; all are looked for in small letters.
    """

    __slots__ = ("cues",)

    def __init__(self, source: str, *cues: str) -> None:
        super().__init__(source)
        self.cues = cues

    def _method(self, method: Any) -> Any:
        search = super()._method(method)
        if method.__name__ != "search":
            return search
        signs = [
            s for cue in self.cues for s in (sorted(first_words(cue)) if "linkwords." in cue else (cue,))
        ]

        def ask(text: str) -> regex.Match[str] | None:
            if text.isascii() and not any(map(text.lower().__contains__, signs)):
                return None
            found: regex.Match[str] | None = search(text)
            return found

        return ask
