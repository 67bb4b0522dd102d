"""Looking for the words of the lexicon table ``checks`` in a stretch of text."""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.patterns import compiled
from parsers.quick import Quick


@cache
def pattern(*names: str) -> regex.Pattern[str]:
    """Whole words of some classes ("checks.caveat"), wherever they stand."""
    source = "|".join(lexicon.surfaces(name).pattern for name in names)
    return compiled(rf"(?<![\p{{L}}\p{{N}}])(?:{source})(?![\p{{L}}\p{{N}}])")


RUN = Quick(r"[a-z0-9]+")


@cache
def _begin(*names: str) -> frozenset[str]:
    """The first run of letters of every surface of some classes."""
    found = (RUN.search(surface.lower()) for name in names for surface in lexicon.surfaces(name).entries)
    return frozenset(run[0] for run in found if run is not None)


def says(text: str, *classes: str) -> bool:
    """Whether a word of these classes of ``checks`` stands in ``text``; words tell at once that none does."""
    names = tuple(f"checks.{name}" for name in classes)
    if text.isascii() and _begin(*names).isdisjoint(RUN.findall(text.lower())):
        return False
    return pattern(*names).search(text) is not None


def either(names: str) -> str:
    """Regex source of several classes ``table.a|table.b``, in any case."""
    return "(?:" + "|".join(lexicon.surfaces(name).pattern for name in names.split("|")) + ")"


MONTHS = "calendar.month|calendar.month_word|calendar.short"
WEEKDAYS = "calendar.weekday|calendar.weekday_short"


def calendar_number(names: str, surface: str) -> int:
    """The place of a month in its year, or of a weekday in its week (Monday is 1)."""
    return int(lexicon.find(names, surface)[0].get("number"))
