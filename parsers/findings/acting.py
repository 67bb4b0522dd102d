"""Whether a word of change acts in its sentence, or only names something ("a raise", "special advances")."""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.patterns import compiled
from parsers.worded import worded


def acts(word: str, before: str, behind: str) -> bool:
    """Whether a word that may be a noun is a verb: "will rise", "cut its fee", "profit rises"."""
    if word.lower() == "up" and behind == " to ":
        return False  # "up to 10,000" bounds it
    if lexicon.surfaces("checks.thing").find(word):
        return _auxiliary().search(before) is not None
    nouns = lexicon.surfaces("directions.noun")
    if not nouns.find(word) and not nouns.find(word.removesuffix("s")):
        return True
    if word.endswith("s") and _noun_follows().search(before) is None:
        return True
    if _of_something().match(behind) is not None and "revis" not in before:
        return True
    if (
        behind == " to "
        and _noun_follows().search(before) is None
        and lexicon.surfaces("checks.moved").find(word)
    ):
        return "revis" not in before  # "a profit rise to"
    return _auxiliary().search(before) is not None or something().match(behind) is not None


@cache
def _auxiliary() -> regex.Pattern[str]:
    return worded(r"(?i)(?<!\p{L})<<checks.auxiliary>>\s\Z")


@cache
def _noun_follows() -> regex.Pattern[str]:
    return compiled(
        r"(?i)(?:(?<!\p{L})(?:for|of|in|with|by|on|the|an?|its|their|these|such|and|or)|['\u2019]s)\s\Z"
    )


@cache
def _of_something() -> regex.Pattern[str]:
    """What it is a change of, right behind a noun ("an increase in net profit to")."""
    return compiled(r"\s(?:in|of)\s(?:[\p{L}'\u2019-]+\s){1,5}to\s")


@cache
def something() -> regex.Pattern[str]:
    """What a verb acts on, right behind it ("cut its fee")."""
    return compiled(r"\s(?:the|an?|its|their|his|her)\s")
