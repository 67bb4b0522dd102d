"""Rules as values: the shape of a phrase, and what it says. `parsers.engine` runs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import regex

from parsers.anchors import Digits
from parsers.mentions import Candidate
from parsers.values import record

DIGIT = "digit"
"""The anchor of rules that begin with a digit (or with the point or sign before one)."""

LEAD_WINDOW = 64
"""How many characters before an anchor a rule's ``lead`` may look at."""

ANY = Digits()


@record(eq=False, frozen=False)
class Head:
    """The numbers at an anchor and what parts them, matched once for all the rules that begin with them.

    ``signs`` are the places of what stands before some of them ("$").
    """

    numbers: list[str]
    spans: list[tuple[int, int]]
    separators: list[str]
    signs: Sequence[tuple[int, int]] = ()

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.spans[-1][1]


@record(eq=False, frozen=False)
class Hit:
    """One match of one rule: the ``match`` from the anchor ``at`` on and the ``lead`` before it, if any.

    Where the rule has a ``head`` the match begins behind it.
    """

    text: str
    rule: str
    rank: int
    at: int
    match: regex.Match[str]
    lead: regex.Match[str] | None
    head: Head

    @property
    def start(self) -> int:
        """Where it begins, with its lead."""
        return self.lead.start() if self.lead is not None else self.at

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end()

    def __getitem__(self, group: str) -> str | Any:
        match = self.match
        return match[match.re.groupindex[group]]  # sooner found by its number than by its name

    def candidate(self, *, start: int | None = None, end: int | None = None, **readings: Any) -> Candidate:
        """A candidate over the whole hit (or ``start``, ``end``), with ``figures``, ``moments``."""
        return Candidate(
            start=self.start if start is None else start,
            end=self.match.end() if end is None else end,
            rule=self.rule,
            rank=self.rank,
            **readings,
        )


@record(kw_only=True)
class Rule:
    """One shape of phrase.

    ``starts`` names the anchors where it may begin: `DIGIT` or lexicon classes ("calendar.month").
    ``pattern`` is matched at the anchor, ``lead`` backwards from it (optional unless
    ``needs_lead``); both may use ``<<macros>>``.  ``read`` turns a hit into a candidate, or
    ``None`` where a closer look refuses it.  ``rank`` settles before length does: use it only
    where a shorter reading must win.  ``examples`` are texts with what the rule finds in them
    (its characters, as settled), ``rejects`` texts in which it finds nothing.

    ``head`` names fragments that stand before the pattern: the first that matches at the anchor with the
    pattern behind it.  Their groups "n" (numbers), "sep" (what parts them) and "c" (signs before them) are
    matched once for all rules; where the pattern does not follow the last number it may follow an earlier.

    Four fields only save time: the rule is not tried where they do not hold.  ``near`` names lexicon
    classes, words or signs that the pattern cannot do without: one of their surfaces must stand within
    the numbers that begin at the anchor, or right behind them.  ``digits`` tells what the digits at the
    anchor and the characters beside them must be.  ``before`` names, for a rule that starts at words, lexicon
    classes and words of which one must be the last before the anchor, white space and hyphens apart; what is
    no word (a digit) may always stand there.  ``peek`` is a small pattern that must match at the anchor too:
    it says at once where a large one will not.
    """

    name: str
    starts: tuple[str, ...]
    pattern: str
    read: Callable[[Hit], Candidate | None]
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]
    head: tuple[str, ...] = ()
    lead: str | None = None
    needs_lead: bool = False
    near: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    digits: Digits = ANY
    peek: str = ""
    rank: int = 0
