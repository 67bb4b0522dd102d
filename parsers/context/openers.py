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
    hit = _opener().match(text, span.start, span.end) or slug(text, span.start)
    return span if hit is None else replace(span, start=hit.end())


def slug(text: str, at: int) -> regex.Match[str] | None:
    """What a wire puts before a headline to tell what sort of report it is, if it stands at a place."""
    return _slug().match(text, at, at + LONGEST)


SLUG = r"(?:\p{Lu}{2,16} ){0,2}<<contextwords.slug>>(?: \d{1,2})?-"
"""What a wire puts before a headline ("UPDATE 1-")."""
LONGEST = 60
"""Characters before a headline at most."""


@cache
def _slug() -> regex.Pattern[str]:
    """As in "UPDATE 1-", "CORRECTED-BRIEF-", "US STOCKS-"."""
    return worded(rf"(?:{SLUG}){{1,3}}+(?=[\p{{L}}$\d'\u2018])")


@cache
def _opener() -> regex.Pattern[str]:
    return worded(
        r"(?:(?:But |And |Yet )?<<contextwords.joining>>,"
        r"|(?:But|And|Yet|So)(?=,?[\s\u00a0]+(?:at|of|in|for|on|by)\b)"
        r"|<<contextwords.separately>>,(?=[\s\u00a0]+at\b)),?[\s\u00a0]+(?=\S)"
    )
