"""Rules as values, and the engine that runs them: anchor first, then match locally.

One pass over the text finds the anchors (a digit that starts a number; a surface of the lexicon
classes that rules name in ``starts``).  At each anchor the rules that start there are tried with a
bounded ``match``; nothing searches forward from an anchor, so reading is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import regex

from parsers import lexicon, store
from parsers.anchors import Anchors, Behind, Digits, kind_of
from parsers.mentions import Candidate
from parsers.surfaces import Surfaces, heads_of
from parsers.values import record

DIGIT = "digit"
"""The anchor of rules that begin with a digit (or with the point or sign before one)."""

LEAD_WINDOW = 64
"""How many characters before an anchor a rule's ``lead`` may look at."""

MANY_DIGITS = 31
"""So many digits or more are alike to every rule."""

ANY = Digits()


@record(eq=False, frozen=False)
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


@record(kw_only=True)
class Rule:
    """One shape of phrase.

    ``starts`` names the anchors where it may begin: `DIGIT` or lexicon classes ("calendar.month").
    ``pattern`` is matched at the anchor, ``lead`` backwards from it (optional unless
    ``needs_lead``); both may use ``<<macros>>``.  ``read`` turns a hit into a candidate, or
    ``None`` where a closer look refuses it.  ``rank`` settles before length does: use it only
    where a shorter reading must win.  ``examples`` are texts with what the rule finds in them
    (its characters, as settled), ``rejects`` texts in which it finds nothing.

    Two fields only save time: the rule is not tried where they do not hold.  ``near`` names lexicon
    classes, words or signs that the pattern cannot do without: one of their surfaces must stand within
    the numbers that begin at the anchor, or right behind them.  ``digits`` tells what the digits at the
    anchor and the characters beside them must be.
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
    digits: Digits = ANY
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
            Compiled(rule, bits.get(rule.near, 0), *patterns)
            for rule, patterns in zip(self.rules, kept["patterns"], strict=True)
        ]
        self._starting = [_Starting(compiled[order] for order in orders) for orders in kept["starting"]]
        self._digit = [one for one in compiled if DIGIT in one.rule.starts]
        self._shaped: dict[tuple[int, str, str], _Starting] = {}
        self._anchors = Anchors(Surfaces(*kept["surfaces"]))
        self._behind = Behind(Surfaces(*kept["near"]))

    def scan(self, text: str) -> Iterator[Candidate]:
        """The candidates of the rules, in the order of their anchors.

        Inside a candidate of some rank the rules of none are not tried: they would lose.
        """
        cover = _NOWHERE
        for at, digits, which in self._anchors.find(text):
            starting = self._at_digits(text, at, digits) if digits else self._starting[which]
            inside = cover.start < at < cover.end
            bits = -1
            for one in starting.ranked if inside else starting.rules:
                if one.near:
                    if bits < 0:
                        bits = self._behind.bits(text, at)
                    if not one.near & bits:
                        continue
                hit = one.hit(text, at)
                found = one.read(hit) if hit is not None else None
                if found is None:
                    continue
                yield found
                if found.rank > 0 and (not inside or found.end > cover.end):
                    cover = found

    def _at_digits(self, text: str, at: int, end: int) -> _Starting:
        """The rules that may match digits of some shape between two characters."""
        shape = (
            min(end - at, MANY_DIGITS),
            kind_of(text[at - 1] if at else ""),
            kind_of(text[end : end + 1]),
        )
        found = self._shaped.get(shape)
        if found is None:
            found = _Starting(one for one in self._digit if one.rule.digits.allows(*shape))
            self._shaped[shape] = found
        return found


class Compiled:
    """A rule with its patterns, which are made from their frozen form when they are first tried."""

    __slots__ = ("_frozen", "_lead", "_led_first", "_match", "near", "rank", "read", "rule")

    def __init__(self, rule: Rule, near: int, pattern: Any, lead: Any) -> None:
        self.rule = rule
        self.near = near
        self.rank = rule.rank
        self.read = rule.read
        self._frozen = (pattern, lead)
        self._match: Callable[..., regex.Match[str] | None] = self._thawed
        self._lead: Callable[..., regex.Match[str] | None] = self._thawed_lead if lead else _unled
        # Before digits stands little that a lead wants; before a word its long leads are the slower test.
        self._led_first = rule.needs_lead and DIGIT in rule.starts

    def hit(self, text: str, at: int) -> Hit | None:
        """What the rule matches at an anchor."""
        before = None
        if self._led_first:
            before = self._lead(text, max(0, at - LEAD_WINDOW), at)
            if before is None:
                return None
        match = self._match(text, at)
        if match is None or match.end() == at:
            return None
        if before is None and self._lead is not _unled:
            before = self._lead(text, max(0, at - LEAD_WINDOW), at)
            if before is None and self.rule.needs_lead:
                return None
        return Hit(text, self.rule.name, self.rank, match, before)

    def _thawed(self, text: str, at: int) -> regex.Match[str] | None:
        pattern, lead = self._frozen
        self._frozen = (b"", lead)  # it is not needed twice
        self._match = store.thaw(pattern).match
        return self._match(text, at)

    def _thawed_lead(self, text: str, start: int, at: int) -> regex.Match[str] | None:
        self._lead = store.thaw(self._frozen[1]).match
        return self._lead(text, start, at)


def _unled(_text: str, _start: int, _at: int) -> None:
    """The lead of a rule that has none."""


class _Starting:
    """The rules of one anchor, those of higher rank first, else in their order; and those of some rank."""

    __slots__ = ("ranked", "rules")

    def __init__(self, found: Iterable[Compiled]) -> None:
        self.rules = tuple(sorted(found, key=lambda one: -one.rank))
        self.ranked = tuple(one for one in self.rules if one.rank > 0)


_NOWHERE = Candidate(start=0, end=0, rule="")


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
    orders = {surface: tuple(sorted(_with_prefixes(surface, starting))) for surface in starting}
    numbered = {found: number for number, found in enumerate(dict.fromkeys(orders.values()))}
    return {
        "patterns": [_compile(rule, fragments) for rule in rules],
        "starting": list(numbered),
        "surfaces": ({surface: numbered[found] for surface, found in orders.items()}, heads_of(orders)),
        "near": ({surface: _with_shorter(surface, near) for surface in near}, heads_of(near)),
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
