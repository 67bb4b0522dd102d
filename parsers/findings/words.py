"""Looking for the words of the lexicon table ``checks`` in a stretch of text."""

from __future__ import annotations

from functools import cache

from parsers import lexicon
from parsers.worded import Worded, Words


@cache
def pattern(*names: str) -> Worded:
    """Whole words of some classes ("checks.caveat"), wherever they stand."""
    return Worded(rf"(?<![\p{{L}}\p{{N}}])<<{'|'.join(names)}>>(?![\p{{L}}\p{{N}}])")


def says(text: str, *classes: str) -> bool:
    """Whether a word of these classes of ``checks`` stands in ``text``."""
    names = tuple(f"checks.{name}" for name in classes)
    return Words(text).may_tell("|".join(names)) and pattern(*names).search(text) is not None


def either(names: str) -> str:
    """The words of several classes ``table.a|table.b`` in the source of a pattern (`worded`)."""
    return f"<<{names}>>"


MONTHS = "calendar.month|calendar.month_word|calendar.short"
WEEKDAYS = "calendar.weekday|calendar.weekday_short"


def calendar_number(names: str, surface: str) -> int:
    """The place of a month in its year, or of a weekday in its week (Monday is 1)."""
    return int(lexicon.find(names, surface)[0].get("number"))
