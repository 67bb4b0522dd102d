"""Words that only join a sentence to the last one ("Moreover, sales rose"): it begins behind them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from parsers.model import Span
from parsers.values import replace
from parsers.worded import worded


def behind_openers(text: str, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences, each from behind such words; what rules see of it begins as if they were not there."""
    return tuple(_behind_opener(text, span) for span in sentences)


def _behind_opener(text: str, span: Span) -> Span:
    hit = _opener().match(text, span.start, span.end)
    return span if hit is None else replace(span, start=hit.end())


@cache
def _opener() -> regex.Pattern[str]:
    return worded(
        r"(?:(?:But |And |Yet )?<<contextwords.joining>>,"
        r"|(?:But|And|Yet|So)(?=,?[\s\u00a0]+(?:at|of|in|for|on|by)\b)"
        r"|<<contextwords.separately>>,(?=[\s\u00a0]+at\b)),?[\s\u00a0]+(?=\S)"
    )
