"""Rules as values, and the engine that runs them: anchor first, then match locally.

One pass over the text finds the anchors (a digit that starts a number; a surface of the lexicon
classes that rules name in ``starts``).  At each anchor the rules that start there are tried with a
bounded ``match``; nothing searches forward from an anchor, so reading is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from parsers import lexicon
from parsers.mentions import Candidate

DIGIT = "digit"
"""The anchor of rules that begin with a digit (or with the point or sign before one)."""

LEAD_WINDOW = 64
"""How many characters before an anchor a rule's ``lead`` may look at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of one rule: the ``match`` from the anchor on and the ``lead`` before it, if any."""

    text: str
    rule: str
    rank: int
    match: regex.Match[str]
    lead: regex.Match[str] | None

    @property
    def start(self) -> int:
        """Where it begins, with its lead."""
        return self.lead.start() if self.lead is not None else self.match.start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end()

    def __getitem__(self, group: str) -> str | None:
        return self.match[group]

    def candidate(self, **readings: Any) -> Candidate:
        """A candidate over the whole hit (or ``start``, ``end``), with ``figures``, ``moments``."""
        start, end = readings.pop("start", self.start), readings.pop("end", self.end)
        return Candidate(start=start, end=end, rule=self.rule, rank=self.rank, **readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One shape of phrase.

    ``starts`` names the anchors where it may begin: `DIGIT` or lexicon classes ("calendar.month").
    ``pattern`` is matched at the anchor, ``lead`` backwards from it (optional unless
    ``needs_lead``); both may use ``<<macros>>``.  ``read`` turns a hit into a candidate, or
    ``None`` where a closer look refuses it.  ``rank`` settles before length does: use it only
    where a shorter reading must win.  ``examples`` are texts with what the rule finds in them
    (its characters, as settled), ``rejects`` texts in which it finds nothing.
    """

    name: str
    starts: tuple[str, ...]
    pattern: str
    read: Callable[[Hit], Candidate | None]
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]
    lead: str | None = None
    needs_lead: bool = False
    rank: int = 0


class Engine:
    """Rules compiled for one set of pattern fragments."""

    def __init__(self, rules: Iterable[Rule], fragments: Mapping[str, str]) -> None:
        self.rules = tuple(rules)
        compiled = [(rule, *_compile(rule, fragments)) for rule in self.rules]
        self._by_surface: dict[str, list[Any]] = {}
        self._digit = [entry for entry in compiled if DIGIT in entry[0].starts]
        words: set[str] = set()
        for entry in compiled:
            for name in entry[0].starts:
                if name != DIGIT:
                    for surface in lexicon.surfaces(name).entries:
                        words.add(surface.lower())
                        self._by_surface.setdefault(surface.lower(), []).append(entry)
        for key, found in self._by_surface.items():
            self._by_surface[key] = list(dict.fromkeys(found))
        self._anchor = _anchors(words)

    def scan(self, text: str) -> Iterator[Candidate]:
        """Every candidate of every rule, in the order of their anchors."""
        for anchor in self._anchor.finditer(text):
            at = anchor.start()
            word = anchor["word"]
            for rule, pattern, lead in self._digit if word is None else self._starting(word):
                match = pattern.match(text, at)
                if match is None or match.end() == at:
                    continue
                before = lead.match(text, max(0, at - LEAD_WINDOW), at) if lead is not None else None
                if before is None and rule.needs_lead:
                    continue
                found = rule.read(Hit(text, rule.name, rule.rank, match, before))
                if found is not None:
                    yield found

    def _starting(self, word: str) -> list[Any]:
        return self._by_surface.get(lexicon.fold(word), [])


def _compile(
    rule: Rule, fragments: Mapping[str, str]
) -> tuple[regex.Pattern[str], regex.Pattern[str] | None]:
    pattern = regex.compile(lexicon.expand(rule.pattern, fragments))
    lead = regex.compile("(?r)" + lexicon.expand(rule.lead, fragments)) if rule.lead else None
    return pattern, lead


def _anchors(words: Iterable[str]) -> regex.Pattern[str]:
    """One pattern for all anchors: the longest surface that starts a word, or the start of a number."""
    spelled = [w for w in words if w[0].isalpha()]
    symbols = [w for w in words if not w[0].isalpha()]
    parts = []
    if spelled:
        parts.append(r"(?<![^\W\d_])(?=[^\W\d_])" + "(?i:" + lexicon.trie(spelled) + r")(?![^\W\d_])")
    if symbols:
        parts.append("(?i:" + lexicon.trie(symbols) + ")")
    word = "(?P<word>" + "|".join(parts or ["(?!)"]) + ")"
    return regex.compile(word + r"|(?P<digit>(?<![\d])(?<!\d[.,])\.?\d)")
