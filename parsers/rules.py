"""Rules as values, and the engine that runs them: anchor first, then match locally.

One pass over the text finds the anchors (a digit that starts a number; a surface of the lexicon
classes that rules name in ``starts``).  At each anchor the rules that start there are tried with a
bounded ``match``; nothing searches forward from an anchor, so reading is linear in the text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

import regex

from parsers import lexicon, store
from parsers.mentions import Candidate

DIGIT = "digit"
"""The anchor of rules that begin with a digit (or with the point or sign before one)."""

LEAD_WINDOW = 64
"""How many characters before an anchor a rule's ``lead`` may look at."""

NEAR_WINDOW = 80
"""Within how many characters behind an anchor a surface of a rule's ``near`` must begin."""


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
    where a shorter reading must win.  ``near`` names lexicon classes, or words, that the pattern cannot
    do without: where none of their surfaces begins within `NEAR_WINDOW` characters behind the anchor,
    the pattern is not tried (it only saves time).  ``examples`` are texts with what the rule finds in them
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
    near: tuple[str, ...] = ()
    rank: int = 0


class Engine:
    """Rules compiled for one set of pattern fragments."""

    def __init__(self, rules: Iterable[Rule], fragments: Mapping[str, str]) -> None:
        self.rules = tuple(rules)
        kept = store.remember(
            "rules", _made_from(self.rules, fragments), lambda: _make(self.rules, fragments)
        )
        bits = {near: 1 << bit for bit, near in enumerate(_nears(self.rules))}
        compiled = [
            _Compiled(rule, store.thaw(pattern), store.thaw(lead) if lead else None, bits.get(rule.near, 0))
            for rule, (pattern, lead) in zip(self.rules, kept["patterns"], strict=True)
        ]
        self._digit = _by_rank(c for c in compiled if DIGIT in c.rule.starts)
        self._starting = {
            surface: _by_rank(compiled[order] for order in orders)
            for surface, orders in kept["starting"].items()
        }
        self._words = re.compile(kept["words"])
        self._symbols = store.thaw(kept["symbols"])
        self._near = re.compile(kept["near"])
        self._near_bits = kept["near_bits"]

    def scan(self, text: str) -> Iterator[Candidate]:
        """The candidates of the rules, in the order of their anchors.

        Inside a candidate of some rank the rules of none are not tried: they would lose.
        """
        near = _Near(
            [(m.start(), self._near_bits[lexicon.fold(m[1] or m[2])]) for m in self._near.finditer(text)]
        )
        cover = _NOWHERE
        for at, starting in self._anchors(text):
            bits = near.behind(at)
            inside = cover.start < at < cover.end
            for rule, pattern, lead, needed in starting:
                if (needed and not needed & bits) or (inside and rule.rank <= 0):
                    continue
                before = lead.match(text, max(0, at - LEAD_WINDOW), at) if lead and rule.needs_lead else None
                if before is None and rule.needs_lead:
                    continue
                match = pattern.match(text, at)
                if match is None or match.end() == at:
                    continue
                if lead and not rule.needs_lead:
                    before = lead.match(text, max(0, at - LEAD_WINDOW), at)
                found = rule.read(Hit(text, rule.name, rule.rank, match, before))
                if found is None:
                    continue
                yield found
                if found.rank > 0 and (not inside or found.end > cover.end):
                    cover = found

    def _anchors(self, text: str) -> list[tuple[int, tuple[_Compiled, ...]]]:
        """Where rules may start, in text order, with the rules that start there."""
        find, digit = self._starting, self._digit
        found = [(m.start(), digit) for m in DIGIT_ANCHOR.finditer(text)]
        for pattern in (self._words, self._symbols):
            found += [(m.start(), find[lexicon.fold(m[1])]) for m in pattern.finditer(text)]
        found.sort(key=itemgetter(0))
        return found


class _Compiled(NamedTuple):
    rule: Rule
    pattern: regex.Pattern[str]
    lead: regex.Pattern[str] | None
    near: int


_NOWHERE = Candidate(start=0, end=0, rule="")


def _by_rank(found: Iterable[_Compiled]) -> tuple[_Compiled, ...]:
    """The rules of one anchor, those of higher rank first, else in their order."""
    return tuple(sorted(found, key=lambda one: -one.rule.rank))


class _Near:
    """Which ``near`` classes begin shortly behind a place; asked from left to right."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self._places = [*places, (sys.maxsize, 0)]
        self._next = 0

    def behind(self, at: int) -> int:
        """The bits of the classes that begin behind ``at``, within the window."""
        places, first = self._places, self._next
        while places[first][0] <= at:
            first += 1
        self._next = first
        bits, last = 0, at + NEAR_WINDOW
        while places[first][0] <= last:
            bits |= places[first][1]
            first += 1
        return bits


def _nears(rules: Iterable[Rule]) -> list[tuple[str, ...]]:
    """The different ``near`` of the rules, in a settled order: one bit each."""
    return sorted({rule.near for rule in rules if rule.near})


def _made_from(rules: Iterable[Rule], fragments: Mapping[str, str]) -> Iterator[str]:
    """Everything that the compiled rules depend on: the words, the fragments, the patterns."""
    yield from lexicon.sources().values()
    for name, fragment in fragments.items():
        yield f"{name}={fragment}"
    for rule in rules:
        yield f"{rule.name}={rule.starts}{rule.near}{rule.pattern}{rule.lead}"


def _make(rules: tuple[Rule, ...], fragments: Mapping[str, str]) -> dict[str, Any]:
    """The rules compiled, and which of them start at which surface, as plain values."""
    starting: dict[str, set[int]] = {}
    for order, rule in enumerate(rules):
        for name in rule.starts:
            for surface in lexicon.surfaces(name).entries if name != DIGIT else ():
                starting.setdefault(surface.lower(), set()).add(order)
    near: dict[str, int] = {}
    for bit, names in enumerate(_nears(rules)):
        for name in names:
            for surface in lexicon.surfaces(name).entries if "." in name else (name,):
                near[surface.lower()] = near.get(surface.lower(), 0) | 1 << bit
    return {
        "patterns": [_compile(rule, fragments) for rule in rules],
        "starting": {surface: sorted(_with_prefixes(surface, starting)) for surface in starting},
        "words": _word_anchors([w for w in starting if w[0].isalpha()]),
        "symbols": store.freeze(_symbol_anchors([w for w in starting if not w[0].isalpha()])),
        "near": _near_surfaces(list(near)),
        "near_bits": {surface: _with_shorter(surface, near) for surface in near},
    }


def _with_shorter(surface: str, near: Mapping[str, int]) -> int:
    """The bits of a surface and of every one that it begins with."""
    bits = 0
    for end in range(1, len(surface) + 1):
        bits |= near.get(surface[:end], 0)
    return bits


def _with_prefixes(surface: str, starting: Mapping[str, set[int]]) -> set[int]:
    """The rules that start at a surface or at a shorter one that it begins with ("US$", "US")."""
    found = set(starting[surface])
    for end in range(1, len(surface)):
        if not (surface[end - 1].isalpha() and surface[end].isalpha()):
            found |= starting.get(surface[:end], set())
    return found


def _compile(rule: Rule, fragments: Mapping[str, str]) -> tuple[Any, Any]:
    pattern = regex.compile(lexicon.expand(rule.pattern, fragments))
    lead = regex.compile("(?r)" + lexicon.expand(rule.lead, fragments)) if rule.lead else None
    return store.freeze(pattern), store.freeze(lead) if lead else None


# Three scans, each by the engine that is quickest at it: `regex` on digits, `re` on letters.
DIGIT_ANCHOR = regex.compile(r"(?<!\d)(?<!\d[.,])\.?\d")
LETTER = r"[^\W\d_]"


def _word_anchors(words: list[str]) -> str:
    """The longest surface that stands as whole words: no letter before it or behind it.

    The match is empty (the surface is group 1), so that a surface inside a longer one is found too.
    """
    if not words:
        return r"(?!)"
    initials = "".join(sorted({letter for word in words for letter in (word[0], word[0].upper())}))
    return rf"(?<!{LETTER})(?=[{re.escape(initials)}])(?=((?i:{lexicon.trie(words)}))(?!{LETTER}))"


def _near_surfaces(surfaces: list[str]) -> str:
    """The longest surface of whole words (group 1) or of signs (group 2), each in an empty match."""
    spelled = [s for s in surfaces if s[0].isalpha()]
    symbols = [s for s in surfaces if not s[0].isalpha()]
    letters = "".join(sorted({c for s in spelled for c in (s[0], s[0].upper())}))
    # "5mUSD": a scale letter may stand between the digits and a unit.
    start = rf"(?:(?<!{LETTER})|(?<=[\d\s][kKmMB]))(?=[{re.escape(letters)}])"
    word = rf"{start}(?=((?i:{lexicon.trie(spelled)}))(?!{LETTER}))"
    sign = rf"(?=((?i:{lexicon.trie(symbols)})))"
    return f"{word if spelled else '(?!())'}|{sign if symbols else '(?!())'}"


def _symbol_anchors(symbols: list[str]) -> regex.Pattern[str]:
    """The longest surface that begins with another character than a letter."""
    return regex.compile("((?i:" + lexicon.trie(symbols) + "))" if symbols else r"(?!)")
