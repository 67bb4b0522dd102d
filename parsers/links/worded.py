"""Patterns with words of the lexicon in them."""

from __future__ import annotations

import regex

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.patterns import compiled

ONCE = ("directions.verb|contextwords.be",)
"""The words that a pattern holds once (`lexicon.expand`)."""


class Worded(Pattern):
    """A pattern in which ``<<table.class>>`` stands for words of the lexicon, compiled on first use."""

    __slots__ = ()

    def _make(self) -> regex.Pattern[str]:
        return compiled(lexicon.expand(self.source, {}, ONCE))
