"""The engine that runs the rules: anchors first, then matching locally.

One pass over the text finds the anchors (a digit that starts a number; a surface of the lexicon
classes that rules name in ``starts``).  At each anchor the rules that start there are tried with a
bounded ``match``; nothing searches forward from an anchor, so reading is linear in the text.

Anchors are taken many at a time, and one rule after the other is tried at all of them: the patterns
are large, and one that was just used is still in the processor's cache at the next anchor.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import regex

from parsers import lexicon, store
from parsers.anchors import WORD, Anchor, Anchors, Behind, kind_of
from parsers.compiled import Block, Compiled, Heads, Matching, Shortcut
from parsers.mentions import Candidate
from parsers.rules import DIGIT, Rule
from parsers.surfaces import Surfaces, behind_of, heads_of, signs_of

AT_ONCE = 2_000
"""How many anchors are taken at a time."""

MANY_DIGITS = 31
"""So many digits or more are alike to every rule."""

MOST_KEPT = 2_000
"""How many choices of rules are kept; beyond it they are made anew."""

Found = tuple[int, int, Candidate]
"""A candidate behind the number of its anchor and the place of its rule: they are in this order."""


_NO_SHORTCUTS: Mapping[str, Shortcut] = MappingProxyType({})


class Engine:
    """Rules compiled for one set of pattern fragments.

    ``shortcuts`` and ``once`` only save time: for heads of rules a function of the text and an anchor that
    knows the head there if it is one number, or does not know; and the macros that a pattern holds once.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        fragments: Mapping[str, str],
        shortcuts: Mapping[str, Shortcut] = _NO_SHORTCUTS,
        once: Collection[str] = (),
    ) -> None:
        self.rules = tuple(rules)

        def freeze(source: str) -> bytes:
            return store.freeze(regex.compile(lexicon.expand(source, fragments, once)))

        made_from = (*_made_from(self.rules, fragments), *sorted(once))
        kept = store.remember("rules", made_from, lambda: _make(self.rules, freeze))
        nears, befores = _bits(rule.near for rule in self.rules), _bits(rule.before for rule in self.rules)
        ordered = sorted(range(len(self.rules)), key=lambda order: -self.rules[order].rank)
        places = {order: place for place, order in enumerate(ordered)}
        compiled = [
            Compiled(rule, places[order], nears.get(rule.near, 0), befores.get(rule.before, 0), *patterns)
            for order, (rule, patterns) in enumerate(zip(self.rules, kept["patterns"], strict=True))
        ]
        self._heads = {
            name: Heads(Matching(frozen), shortcuts.get(name)) for name, frozen in kept["heads"].items()
        }
        self._starting = [Choice(compiled[order] for order in orders) for orders in kept["starting"]]
        self._digit = [one for one in compiled if DIGIT in one.rule.starts]
        self._shaped: dict[tuple[int, str, str], Choice] = {}
        self._anchors = Anchors(Surfaces(*kept["surfaces"]), kept["before"])
        self._behind = Behind(Surfaces(*kept["near"]))

    def scan(self, text: str) -> Iterator[Candidate]:
        """The candidates of the rules, in the order of their anchors.

        Inside a candidate of some rank the rules of none are not tried: they would lose.
        """
        anchors = self._anchors.find(text)
        cover = _NOWHERE
        for first in range(0, len(anchors), AT_ONCE):
            some = anchors[first : first + AT_ONCE]
            chosen = self._choose(text, some)
            block = Block(text, [at for at, *_ in some], self._heads)
            ranked = _read(block, ((choice.ranked, numbers) for choice, numbers in chosen.items()))
            free, cover = _uncovered(block.ats, ranked, cover)
            plain = ((c.plain, [n for n in numbers if free[n]]) for c, numbers in chosen.items())
            for _, _, candidate in sorted([*ranked, *_read(block, plain)], key=_ORDER):
                yield candidate

    def _choose(self, text: str, anchors: Sequence[Anchor]) -> dict[Choice, list[int]]:
        """The rules to be tried, with the numbers of the anchors at which they are."""
        chosen: dict[Choice, list[int]] = {}
        for number, (at, digits, which, before) in enumerate(anchors):
            choice = self._at_digits(text, at, digits) if digits else self._starting[which]
            if choice.before:
                choice = choice.following(before)
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

    ``near`` joins what some of them want to stand behind the numbers, ``before`` the words before the anchor.
    """

    __slots__ = ("_following", "_standing", "before", "near", "plain", "ranked", "rules")

    def __init__(self, rules: Iterable[Compiled]) -> None:
        self.rules = tuple(rules)
        self.ranked = tuple(one for one in self.rules if one.rule.rank > 0)
        self.plain = tuple(one for one in self.rules if one.rule.rank <= 0)
        self.near = self.before = 0
        for one in self.rules:
            self.near |= one.near
            self.before |= one.before
        self._standing: dict[int, Choice] = {}
        self._following: dict[int, Choice] = {}

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

    def following(self, bits: int) -> Choice:
        """Those of them that may match where a word with these bits stands before the anchor."""
        bits &= self.before
        found = self._following.get(bits)
        if found is None:
            found = Choice(one for one in self.rules if not one.before or one.before & bits)
            self._following[bits] = found
        return found


def _read(block: Block, chosen: Iterable[tuple[Sequence[Compiled], list[int]]]) -> list[Found]:
    """What rules read at the anchors at which they are tried: one rule after the other, then put in order."""
    trying: dict[Compiled, list[int]] = {}
    for rules, numbers in chosen:
        for one in rules:
            if one in trying:
                trying[one] += numbers
            else:
                trying[one] = numbers.copy()
    found: list[Found] = []
    for one, numbers in trying.items():
        place, read = one.place, one.rule.read
        for number, hit in one.hits(block, numbers):
            candidate = read(hit)
            if candidate is not None:
                found.append((number, place, candidate))
    found.sort(key=_ORDER)
    return found


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


def _bits(wanted: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """One bit for each different ``near`` or ``before`` of the rules, in a settled order."""
    return {names: 1 << bit for bit, names in enumerate(sorted(set(filter(None, wanted))))}


def _surfaces(wanted: Mapping[tuple[str, ...], int]) -> Iterator[tuple[str, int]]:
    """Every surface of the classes and words that rules want beside their anchors, with its bit."""
    for names, bit in wanted.items():
        for name in names:
            for surface in lexicon.surfaces(name).entries if "." in name else (name,):
                yield surface.lower(), bit


def _made_from(rules: Iterable[Rule], fragments: Mapping[str, str]) -> Iterator[str]:
    """Everything that the compiled rules depend on: the words, the fragments, the patterns."""
    yield lexicon.digest()
    for name, fragment in fragments.items():
        yield f"{name}={fragment}"
    for rule in rules:
        beside = f"{rule.starts}{rule.near}{rule.before}{rule.head}"
        yield f"{rule.name}={beside}{rule.pattern}{rule.lead}{rule.peek}"


def _make(rules: tuple[Rule, ...], freeze: Callable[[str], bytes]) -> dict[str, Any]:
    """The rules compiled, and which of them start at which surface, as plain values."""
    starting: dict[str, set[int]] = {}
    for order, rule in enumerate(rules):
        for name in rule.starts:
            for surface in lexicon.surfaces(name).entries if name != DIGIT else ():
                starting.setdefault(surface.lower(), set()).add(order)
    near: dict[str, int] = {}
    for surface, bit in _surfaces(_bits(rule.near for rule in rules)):
        near[surface] = near.get(surface, 0) | bit
    before: dict[str, int] = {}
    for surface, bit in _surfaces(_bits(rule.before for rule in rules)):
        last = WORD.findall(surface)[-1]
        before[last] = before.get(last, 0) | bit
    orders = {surface: tuple(sorted(_with_prefixes(surface, starting))) for surface in starting}
    numbered = {found: number for number, found in enumerate(dict.fromkeys(orders.values()))}
    return {
        "heads": {name: freeze(f"<<{name}>>") for name in _head_names(rules)},
        "patterns": [
            (
                freeze(rule.pattern),
                freeze("(?r)" + rule.lead) if rule.lead else None,
                freeze(rule.peek) if rule.peek else None,
            )
            for rule in rules
        ],
        "starting": list(numbered),
        "surfaces": _found_by({surface: numbered[found] for surface, found in orders.items()}),
        "near": _found_by({surface: _with_shorter(surface, near) for surface in near}),
        "before": before,
    }


def _found_by(values: Mapping[str, int]) -> tuple[Any, ...]:
    """What `Surfaces` are made of."""
    heads = heads_of(values)
    return values, heads, behind_of(values), signs_of(values, heads)


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


def _head_names(rules: Iterable[Rule]) -> list[str]:
    return sorted({name for rule in rules for name in rule.head})
