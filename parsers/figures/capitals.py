"""What the capitals around a number say: whether it is part of a name, and what such a number looks like.

Shared by the rules for numbers that are no figures (`names`, `products`, `designators`, `places`, `labels`,
`identifiers`) and by those counts and ranks that a capital would make a name of.
"""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.digits import END, GAP
from parsers.mentions import Candidate
from parsers.patterns import compiled
from parsers.rules import Hit

# Behind a number: nothing that makes an amount of it.
NO_AMOUNT = (
    rf"(?!\d|[.,]\d|[^\S\n]?%|{GAP}(?:<<scales.word|scales.short|scales.wire|scales.hundred|scales.dozen>>{END}"
    rf"|(?i:per{GAP}?cent|pct|percentage|basis{GAP}points?|points?|bps|pence|cents?)\b))"
)
# A counted noun: up to two small words and one in the plural.
_WORD = rf"{GAP}(?!(?:<<nouns.stop|nouns.singular>>|and|or){END})"
COUNTED = (
    rf"(?:{_WORD}\p{{Ll}}[\p{{Ll}}-]{{2,16}}+){{0,2}}"
    rf"(?:{_WORD}\p{{L}}[\p{{Ll}}-]{{2,16}}(?<![siu])s|{GAP}(?:people|men|women|children|staff)){END}"
)
TOKEN = r"[0-9]{1,5}+(?:\.[0-9]{1,3}+){0,3}+"
TAIL = (
    r"(?:(?!st|nd|rd|th)\p{L}{1,4}+(?![\p{L}\p{N}]))?+(?:[-/][\p{Lu}\d][\p{L}\d.]{0,6}(?<!\.)){0,3}+"
    r"(?:\([0-9A-Za-z]{1,3}\)){0,4}+"
)
NAMED = rf"{TOKEN}{TAIL}(?![\p{{L}}\p{{N}}]){NO_AMOUNT}"
# Four digits that are rather a year.
NO_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_NO_NAMES = (
    "calendar.month|calendar.month_word|calendar.short|calendar.weekday|calendar.weekday_short"
    "|currencies.adjective"
)
# "its 45 Boeing 727s", "30 Saab 340 jets"
_MACHINES = (
    r"[\u00a0 ](?:\p{Lu}[\p{L}&-]+[\u00a0 ]){1,2}(?:\p{Lu}{1,3}-?)?\d{1,4}(?:-\d{1,4})?"
    r"(?:s|[\u00a0 ](?:jet|plane|jetliner|airliner|turboprop|helicopter|truck|tractor)s)(?!\p{L})"
)


def whole(hit: Hit) -> Candidate | None:
    """A name over all of a hit: it has no reading, and keeps its characters from being read."""
    return hit.candidate()


def inner(hit: Hit) -> Candidate | None:
    """The same without the lead: what stands before the number only tells what it is."""
    return hit.candidate(start=hit.match.start())


def has_word_before(text: str, at: int) -> bool:
    """Whether the word that begins at ``at`` has another word of its sentence before it."""
    before = _pattern(r"(?r)[\p{L}\p{N}),;%\u2019'][\u00a0 ]{1,2}").match(text, max(0, at - 4), at)
    return before is not None


def inside_sentence(text: str, at: int) -> bool:
    """Whether a capital letter at ``at`` says something: within a sentence that is no headline."""
    return has_word_before(text, at) and not in_title(text, at)


def opens_name(text: str, at: int, end: int) -> bool:
    """Whether a word from ``at`` to ``end`` begins a sentence and a name ("First Solar said")."""
    follows = _pattern(r"[\u00a0 ](?:\p{Lu}[\p{Ll}&]|&[\u00a0 ]\p{L})").match(text, end)
    return follows is not None and not has_word_before(text, at) and not in_title(text, at)


def begins_name(text: str, at: int, end: int, *, always: bool = False) -> bool:
    """Whether a number from ``at`` to ``end`` begins a name ("22 Bishopsgate"): no day, nation or make.

    At the beginning of a sentence only if ``always``.
    """
    follows = _pattern(r"[\u00a0 ](\p{Lu}[\p{L}\u2019'&-]+)").match(text, end)
    if follows is None or lexicon.find(_NO_NAMES, follows[1]) or _pattern(_MACHINES).match(text, end):
        return False
    return not in_title(text, at) if always else inside_sentence(text, at)


def is_shouted(text: str, at: int) -> bool:
    """Whether all of the line around ``at`` is in capitals, which then tell nothing ("IFO INDEX 88.1")."""
    start = max(text.rfind("\n", max(0, at - 90), at) + 1, at - 90)
    end = text.find("\n", at, at + 90)
    line = text[start : end if end >= 0 else at + 90]
    return line.isupper() and len(line.split()) > FEW


FEW = 2
"""More than how many words a line has of which the capitals say that it is shouted."""


def in_title(text: str, at: int) -> bool:
    """Whether most long words around ``at`` in its line are capitalised, as in a headline."""
    start = max(text.rfind("\n", max(0, at - 90), at) + 1, at - 90)
    end = text.find("\n", at, at + 90)
    if end < 0 and len(text) <= at + 90:
        end = len(text)
    if (
        end > 0
        and text[end - 1] == "."
        and text[end - 2].islower()
        and not text.endswith(("Inc.", "Corp."), at, end)
    ):
        return False  # a headline has no full stop
    words = _pattern(r"(?<![\p{L}\p{N}'\u2019])\p{L}[\p{L}'\u2019]{3,}").findall(
        text, start, end if end >= 0 else min(len(text), at + 90)
    )
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


@cache
def _pattern(source: str) -> regex.Pattern[str]:
    return compiled(source)
