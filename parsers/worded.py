"""Patterns with words of the lexicon in them, beside the rules'."""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.patterns import compiled


@cache
def worded(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of ``source`` with the word classes that it names (``<<table.class>>``), compiled once."""
    return compiled(lexicon.expand(source, {}), flags)
