"""Looking for the words of the lexicon table ``checks`` in a stretch of text."""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.patterns import compiled
from parsers.worded import Words


@cache
def pattern(*names: str) -> regex.Pattern[str]:
    """Whole words of some classes ("checks.caveat"), wherever they stand."""
    source = "|".join(lexicon.surfaces(name).pattern for name in names)
    return compiled(rf"(?<![\p{{L}}\p{{N}}])(?:{source})(?![\p{{L}}\p{{N}}])")


def says(text: str, *classes: str) -> bool:
    """Whether a word of these classes of ``checks`` stands in ``text``."""
    names = tuple(f"checks.{name}" for name in classes)
    return Words(text).may_tell("|".join(names)) and pattern(*names).search(text) is not None


def either(names: str) -> str:
    """Regex source of several classes ``table.a|table.b``, in any case."""
    return "(?:" + "|".join(lexicon.surfaces(name).pattern for name in names.split("|")) + ")"


MONTHS = "calendar.month|calendar.month_word|calendar.short"
WEEKDAYS = "calendar.weekday|calendar.weekday_short"


def calendar_number(names: str, surface: str) -> int:
    """The place of a month in its year, or of a weekday in its week (Monday is 1)."""
    return int(lexicon.find(names, surface)[0].get("number"))
