"""The engine that runs the rules: anchors first, then matching locally.

One pass over the text finds the anchors (a digit that starts a number; a surface of the lexicon
classes that rules name in ``starts``).  At each anchor the rules that start there are tried with a
bounded ``match``; nothing searches forward from an anchor, so reading is linear in the text.

Anchors are taken many at a time, and one rule after the other is tried at all of them: the patterns
are large, and one that was just used is still in the processor's cache at the next anchor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

import regex

from parsers import lexicon, store
from parsers.anchors import Anchors, Behind, kind_of
from parsers.mentions import Candidate
from parsers.rules import DIGIT, LEAD_WINDOW, Hit, Rule
from parsers.surfaces import Surfaces, heads_of

AT_ONCE = 2_000
"""How many anchors are taken at a time."""

MANY_DIGITS = 31
"""So many digits or more are alike to every rule."""

MOST_KEPT = 2_000
"""How many choices of rules are kept; beyond it they are made anew."""

Found = tuple[int, int, Candidate]
"""A candidate behind the number of its anchor and the place of its rule: they are in this order."""


class Engine:
    """Rules compiled for one set of pattern fragments."""

    def __init__(self, rules: Iterable[Rule], fragments: Mapping[str, str]) -> None:
        self.rules = tuple(rules)
        kept = store.remember(
            "rules", _made_from(self.rules, fragments), lambda: _make(self.rules, fragments)
        )
        bits = {near: 1 << bit for bit, near in enumerate(_nears(self.rules))}
        ordered = sorted(range(len(self.rules)), key=lambda order: -self.rules[order].rank)
        places = {order: place for place, order in enumerate(ordered)}
        compiled = [
            Compiled(rule, places[order], bits.get(rule.near, 0), *patterns)
            for order, (rule, patterns) in enumerate(zip(self.rules, kept["patterns"], strict=True))
        ]
        self._starting = [Choice(compiled[order] for order in orders) for orders in kept["starting"]]
        self._digit = [one for one in compiled if DIGIT in one.rule.starts]
        self._shaped: dict[tuple[int, str, str], Choice] = {}
        self._anchors = Anchors(Surfaces(*kept["surfaces"]))
        self._behind = Behind(Surfaces(*kept["near"]))

    def scan(self, text: str) -> Iterator[Candidate]:
        """The candidates of the rules, in the order of their anchors.

        Inside a candidate of some rank the rules of none are not tried: they would lose.
        """
        anchors = self._anchors.find(text)
        cover = _NOWHERE
        for first in range(0, len(anchors), AT_ONCE):
            some = anchors[first : first + AT_ONCE]
            ats = [at for at, _, _ in some]
            chosen = self._choose(text, some)
            found: list[Found] = []
            _try(text, ats, ((choice.ranked, places) for choice, places in chosen.items()), found)
            found.sort(key=_ORDER)
            free, cover = _uncovered(ats, found, cover)
            plain = ((c.plain, [p for p in places if free[p]]) for c, places in chosen.items())
            _try(text, ats, plain, found)
            found.sort(key=_ORDER)
            for _, _, candidate in found:
                yield candidate

    def _choose(self, text: str, anchors: Sequence[tuple[int, int, int]]) -> dict[Choice, list[int]]:
        """The rules to be tried, with the numbers of the anchors at which they are."""
        chosen: dict[Choice, list[int]] = {}
        for number, (at, digits, which) in enumerate(anchors):
            choice = self._at_digits(text, at, digits) if digits else self._starting[which]
            if choice.near:
                choice = choice.standing(self._behind.bits(text, at))
            if choice in chosen:
                chosen[choice].append(number)
            else:
                chosen[choice] = [number]
        return chosen

    def _at_digits(self, text: str, at: int, end: int) -> Choice:
        """The rules that may match digits of some shape between two characters."""
        shape = (
            min(end - at, MANY_DIGITS),
            kind_of(text[at - 1] if at else ""),
            kind_of(text[end : end + 1]),
        )
        found = self._shaped.get(shape)
        if found is None:
            found = Choice(one for one in self._digit if one.rule.digits.allows(*shape))
            self._shaped[shape] = found
        return found


class Choice:
    """Rules that are tried at the same anchors: those of some rank, and the plain ones of none.

    ``near`` joins what some of them want to stand behind the numbers.
    """

    __slots__ = ("_standing", "near", "plain", "ranked", "rules")

    def __init__(self, rules: Iterable[Compiled]) -> None:
        self.rules = tuple(rules)
        self.ranked = tuple(one for one in self.rules if one.rule.rank > 0)
        self.plain = tuple(one for one in self.rules if one.rule.rank <= 0)
        self.near = 0
        for one in self.rules:
            self.near |= one.near
        self._standing: dict[int, Choice] = {}

    def standing(self, bits: int) -> Choice:
        """Those of them that may match where the classes of ``bits`` stand behind the numbers."""
        bits &= self.near
        found = self._standing.get(bits)
        if found is None:
            if len(self._standing) >= MOST_KEPT:
                self._standing.clear()
            found = Choice(one for one in self.rules if not one.near or one.near & bits)
            self._standing[bits] = found
        return found


class Compiled:
    """A rule with its patterns, which are made from their frozen form when they are first tried.

    At an anchor rules are in the order of their ``place``: those of higher rank first, else as they stand.
    """

    __slots__ = ("_frozen", "_lead", "_led_first", "_match", "near", "place", "read", "rule")

    def __init__(self, rule: Rule, place: int, near: int, pattern: Any, lead: Any) -> None:
        self.rule = rule
        self.place = place
        self.near = near
        self.read = rule.read
        self._frozen = (pattern, lead)
        self._match: Callable[..., regex.Match[str] | None] = self._thawed
        self._lead: Callable[..., regex.Match[str] | None] = self._thawed_lead if lead else _unled
        # Before digits stands little that a lead wants; before a word its long leads are the slower test.
        self._led_first = rule.needs_lead and DIGIT in rule.starts

    def hits(self, text: str, ats: Sequence[int], numbers: Sequence[int]) -> Iterator[tuple[int, Hit]]:
        """What the rule matches at some of the anchors, with their numbers."""
        led_first, name, rank = self._led_first, self.rule.name, self.rule.rank
        led = self._lead is not _unled
        before = None
        for number in numbers:
            at = ats[number]
            if led_first:
                before = self._lead(text, max(0, at - LEAD_WINDOW), at)
                if before is None:
                    continue
            match = self._match(text, at)
            if match is None or match.end() == at:
                continue
            if led and not led_first:
                before = self._lead(text, max(0, at - LEAD_WINDOW), at)
                if before is None and self.rule.needs_lead:
                    continue
            yield number, Hit(text, name, rank, match, before)

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


def _try(
    text: str,
    ats: Sequence[int],
    chosen: Iterable[tuple[Sequence[Compiled], list[int]]],
    found: list[Found],
) -> None:
    """Try rules at their anchors, one rule after the other, and add what they read."""
    trying: dict[Compiled, list[int]] = {}
    for rules, numbers in chosen:
        for one in rules:
            if one in trying:
                trying[one] += numbers
            else:
                trying[one] = numbers.copy()
    for one, numbers in trying.items():
        for number, hit in one.hits(text, ats, numbers):
            candidate = one.read(hit)
            if candidate is not None:
                found.append((number, one.place, candidate))


def _uncovered(ats: Sequence[int], ranked: Sequence[Found], cover: Candidate) -> tuple[list[bool], Candidate]:
    """Which anchors stand inside no candidate of some rank, and the last that may hold later ones."""
    free: list[bool] = []
    following = iter((*ranked, _NONE))
    number, _, candidate = next(following)
    for this, at in enumerate(ats):
        inside = cover.start < at < cover.end
        free.append(not inside)
        while number == this:
            if not inside or candidate.end > cover.end:
                cover = candidate
            number, _, candidate = next(following)
    return free, cover


_NOWHERE = Candidate(start=0, end=0, rule="")
_NONE = (-1, 0, _NOWHERE)
_ORDER = itemgetter(0, 1)


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
