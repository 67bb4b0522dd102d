"""On what a change is measured: from which old value it starts, and which ones only stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from parsers.findings.acting import acts
from parsers.findings.base import Facts
from parsers.findings.words import pattern, says
from parsers.model import Figure, Span
from parsers.patterns import compiled
from parsers.worded import worded

# How far around its figures the words are looked at that make a change hard to judge.
MARGIN = 45


def starts_from(facts: Facts, old: Figure) -> bool:
    """Whether an old value is that from which something moved: "from 5%", "from a revised 5%"."""
    return _from().search(facts.before(old)) is not None


def set_beside(facts: Facts, old: Figure) -> bool:
    """Whether a level is only set beside a value: "and compares with a usual fare of", "rather than"."""
    return _and_with().search(facts.before(old)) is not None


def is_a_mark(facts: Facts, old: Figure) -> bool:
    """Whether a value is the highest or lowest that something was, from which no change is counted."""
    return _mark().search(facts.before(old)) is not None


def moved_itself(facts: Facts, change: Figure, new: Figure) -> bool:
    """Whether a level behind a change has a word of change of its own ("rose 17%, the load fell to")."""
    names = ("directions.verb", "directions.act", "directions.before", "directions.noun")
    own = {e.start for e in change.evidence if e.field == "direction"}
    between = pattern(*names).finditer(facts.text, change.end, max(change.end, new.start))
    return any(
        match.start() not in own and not facts.text.endswith(("which ", "that "), 0, match.start())
        for match in between
    )


def own_word(facts: Facts, new: Figure, old: Figure, olds: Sequence[Figure]) -> Span | None:
    """The word of change between a level and the old value behind it: "up from", "having risen from".

    Without a word that leads to the old value it is that of another change ("after rising 3.5%").
    """
    if old.start < new.end:
        return None
    names = ("directions.verb", "directions.act", "directions.before")
    matches = list(pattern(*names).finditer(facts.text, new.end, old.start))
    if not matches or _leads_to().search(facts.text, matches[-1].end(), old.start) is None:
        return None
    word, end = matches[-1], matches[-1].end()
    if facts.text.startswith(" of ", end) or not acts(
        word[0], facts.text[new.end : word.start()], facts.text[end : old.start]
    ):
        return None  # "ahead of the auction", "excluding a gain of $2 million, from $9 million"
    if any(matches[-1].end() <= other.start < old.start for other in olds):
        return None  # "up from 1.1% this year but less than last year's 2.9%"
    return Span(matches[-1].start(), matches[-1].end())


def on_another_base(facts: Facts, new: Figure, old: Figure | None, changes: tuple[Figure, ...]) -> bool:
    """Whether a change says itself with what it compares, or the level is only said to be like the old one.

    ("up from 31.1 billion and 4% above that of three months before", "up 3% at $33, level with the $32")
    """
    if old is not None and old.start > new.end and says(facts.between(new, old), "alike"):
        return True
    return any(
        (old is None or not c.end <= old.start <= c.end + MARGIN)
        and _than().match(facts.text, c.end) is not None
        for c in changes
    )


@cache
def _leads_to() -> regex.Pattern[str]:
    return compiled(r"\b(?:from|on|than|over|above|below)\b")


@cache
def _and_with() -> regex.Pattern[str]:
    return compiled(
        r"(?i)\b(?:and|which|that) (?:is |are )?(?:compares?|compared|comparing) (?:with|to)\b[^;]*\Z"
        r"|\b(?:rather than|instead of)\b[^;]*\Z"
    )


@cache
def _mark() -> regex.Pattern[str]:
    return worded(r"(?i)\b<<checks.mark>>(?: level)?(?: of)? (?:\p{Sc})?\Z")


@cache
def _from() -> regex.Pattern[str]:
    return compiled(r"(?i)\bfrom(?:\s[\p{L}'\u2019.-]+){0,4}\s(?:[\p{Sc}\p{L}]{1,4})?\Z")


@cache
def _than() -> regex.Pattern[str]:
    return worded(r"\s<<checks.than>>\s")
