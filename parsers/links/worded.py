"""Patterns with words of the lexicon in them that few texts have a cue of."""

from __future__ import annotations

from typing import Any

from parsers.context.rows.beside import first_words
from parsers.worded import Worded as AnyWorded

ONCE = ("directions.verb|contextwords.be",)
"""The words that a pattern holds once (`lexicon.expand`)."""


class Worded(AnyWorded):
    """A pattern in which ``<<table.class>>`` stands for words of the lexicon, made on first use."""

    __slots__ = ()

    def __init__(self, source: str) -> None:
        super().__init__(source, ONCE)


class Cued(Worded):
    """One that has a cue in every text that it matches: few texts have one, and the others are not searched.

    Of a cue "table.class" the first words are meant; all are looked for in small letters.
    """

    __slots__ = ("cues",)

    def __init__(self, source: str, *cues: str) -> None:
        super().__init__(source)
        self.cues = cues

    def _asking(self, name: str) -> Any:
        search = super()._asking(name)
        if name != "search":
            return search
        signs = [
            s for cue in self.cues for s in (sorted(first_words(cue)) if "linkwords." in cue else (cue,))
        ]

        def ask(text: str) -> Any:
            if text.isascii() and not any(map(text.lower().__contains__, signs)):
                return None
            return search(text)

        return ask
