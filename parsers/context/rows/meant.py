"""Words that mean something else where they stand: a month and no modal verb, the town of a dateline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from parsers.context.rows.small import is_loud_town
from parsers.context.rows.words import Word
from parsers.lazy import Pattern
from parsers.model import Span


def as_meant(text: str, span: Span, words: list[Word]) -> list[Word]:
    """The words of a sentence, those changed that mean something else here."""
    if any(word.key in MEANT for word in words):
        words = [_as_here(text, words, at) for at in range(len(words))]
    return _without_town(text, words) if text[span.start : span.start + 3].isupper() else words


MEANT = ("may", "official", "percentage", "seen", "currency", "up to")
"""Words that mean something else here and there."""
PICKS = ("pick", "picked", "picking", "picks", "sped", "speeded")
"""What is said with "up" of a pace ("growth picked up to 5%")."""


def _as_here(text: str, words: Sequence[Word], at: int) -> Word:
    """A word; "May" with its capital inside a sentence is a month, "official figures" say nothing."""
    word, before = words[at], words[at - 1].key if at else ""
    month = at and word.key == "may" and word.tag == "A" and text.startswith("May", word.start)
    figures = (word.key, word.tag, before) == ("figures", "S", "official")
    behind = words[at + 1].key if at + 1 < len(words) else ""
    point = word.key == "percentage" and behind in ("point", "points")  # "a fraction of a percentage point"
    if word.key in PICKS and behind == "up to":
        return word._replace(tag="V")
    if word.key == "up to" and before in PICKS:
        return word._replace(tag="t")
    if word.tag == "L" and behind == "currency":
        return word._replace(tag="x")
    if word.key == "currency" and at > 1 and words[at - 1].tag == "L" and words[at - 2].tag == "D":
        return word._replace(tag="Z")  # "the U.S. currency"
    if word.key == "seen" and _was_seen(words, at):
        return word._replace(tag="W")
    return word._replace(tag="x") if month or figures or point else word


def _was_seen(words: Sequence[Word], at: int) -> bool:
    """Whether an amount was seen in a time, and is not foreseen ("less than the $5 million seen in May")."""
    behind = "".join(word.tag for word in words[at + 1 : at + 4])
    told = at > 0 and words[at - 1].tag == "F" and SEEN_IN.match(behind) is not None
    return told and all(word.tag != "X" for word in words[:at])


SEEN_IN = Pattern(r"[nap]D?T")


def _without_town(text: str, words: Sequence[Word]) -> list[Word]:
    """The words, a border for the town of a dateline that has lost its dash ("LONDON Oil prices fell")."""
    first = list(takewhile(lambda word: text[word.start : word.end].isupper(), words))
    behind = words[len(first) : len(first) + 1]
    town = text[first[0].start : first[-1].end] if first else ""
    if not behind or not text[behind[0].start].isupper() or not is_loud_town(town):
        return list(words)
    return [*(word._replace(tag=":") for word in first), *words[len(first) :]]
