"""Compiled rules, tried at the anchors of a stretch of text.

Patterns are thawed when they are first used; the numbers that several rules begin with are matched once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import regex

from parsers import store
from parsers.rules import DIGIT, LEAD_WINDOW, Head, Hit, Rule

Match = Callable[..., regex.Match[str] | None]
Shortcut = Callable[[str, int], Head | None]
"""Tells the head at an anchor if a glance makes sure of it, one number; else ``None``."""

Leads = dict[int, regex.Match[str]]
"""What stands before anchors, by their numbers."""
Found = tuple[int, Head, regex.Match[str]]
"""The number of an anchor, the head that is matched there, and the match behind it."""

_NO_HEAD = Head([], [], [])


class Block:
    """A stretch of text with the places of its anchors, and the numbers that were read at them."""

    __slots__ = ("_heads", "_known", "_told", "ats", "floors", "text")

    def __init__(self, text: str, ats: Sequence[int], heads: Mapping[str, Heads]) -> None:
        self.text = text
        self.ats = ats
        self.floors = [max(0, at - LEAD_WINDOW) for at in ats]
        self._heads = heads
        self._known: dict[tuple[str, int], list[Head]] = {}
        self._told: dict[tuple[Shortcut, int], Head | None] = {}

    def heads(self, name: str, number: int) -> list[Head]:
        """The ways to take the numbers of a fragment at an anchor, the longest first."""
        found = self._known.get((name, number))
        if found is None:
            found = self._known[name, number] = self._heads[name].find(self, number)
        return found

    def told(self, shortcut: Shortcut, number: int) -> Head | None:
        """What a shortcut, which several fragments may share, tells of an anchor."""
        if (shortcut, number) not in self._told:
            self._told[shortcut, number] = shortcut(self.text, self.ats[number])
        return self._told[shortcut, number]


class Heads:
    """The fragment that stands before the patterns of several rules."""

    __slots__ = ("_groups", "_pattern", "_shortcut")

    def __init__(self, pattern: Matching, shortcut: Shortcut | None) -> None:
        self._pattern = pattern
        self._shortcut = shortcut
        self._groups: Mapping[str, int] = {}
        """The numbers of the groups, which are found sooner by them than by their names."""

    def find(self, block: Block, number: int) -> list[Head]:
        """The ways to take its numbers at an anchor, the longest first."""
        if self._shortcut is not None and (head := block.told(self._shortcut, number)) is not None:
            return [head]
        match = self._pattern.match(block.text, block.ats[number], None, False)
        if match is None:
            return []
        groups = self._groups = self._groups or match.re.groupindex
        numbers, spans = match.captures(groups["n"]), match.spans(groups["n"])
        separators = match.captures(groups["sep"])
        signs = match.spans(groups["c"]) if "c" in groups else []
        return [
            Head(numbers[:count], spans[:count], separators[: count - 1], signs)
            for count in range(len(numbers), 0, -1)
        ]


class Matching:
    """A pattern, which is made from its frozen form when it is first asked for."""

    __slots__ = ("_frozen", "_match")

    def __init__(self, frozen: bytes) -> None:
        self._frozen = frozen
        self._match: Match | None = None

    @property
    def match(self) -> Match:
        """Its method of that name.

        Its fourth argument is ``False``: no other thread may run meanwhile (`lazy.alone`).
        """
        if self._match is None:
            self._match = store.thaw(self._frozen).match
            self._frozen = b""  # it is not needed twice
        return self._match


class Compiled:
    """A rule with its patterns.

    At an anchor rules are in the order of their ``place``: those of higher rank first, else as they stand.
    """

    __slots__ = ("_led_first", "_led_last", "_pattern", "_peek", "before", "near", "place", "rule")

    def __init__(
        self,
        rule: Rule,
        place: int,
        near: int,
        before: int,
        pattern: bytes,
        lead: bytes | None,
        peek: bytes | None,
    ) -> None:
        self.rule = rule
        self.place = place
        self.near = near
        self.before = before
        self._pattern = Matching(pattern)
        self._peek = Matching(peek) if peek else None
        # Before digits stands little that a lead wants; before a word its long leads are the slower test.
        first = rule.needs_lead and DIGIT in rule.starts
        self._led_first = Matching(lead) if lead and first else None
        self._led_last = Matching(lead) if lead and not first else None

    def hits(self, block: Block, numbers: Sequence[int]) -> Iterable[tuple[int, Hit]]:
        """What the rule matches at some of the anchors, with their numbers; mostly nothing, told at once."""
        text, ats = block.text, block.ats
        leads: Leads = {}
        if self._peek is not None:
            peek = self._peek.match
            numbers = [n for n in numbers if peek(text, ats[n], None, False) is not None]
            if not numbers:
                return ()
        if self._led_first is not None:
            lead, floors = self._led_first.match, block.floors
            leads = {n: hit for n in numbers if (hit := lead(text, floors[n], ats[n], False)) is not None}
            if not leads:
                return ()
            numbers = list(leads)
        if self.rule.head:
            found = [(n, *behind) for n in numbers if (behind := self._headed(block, n)) is not None]
        else:
            match = self._pattern.match
            found = [
                (n, _NO_HEAD, hit) for n in numbers if (hit := match(text, ats[n], None, False)) is not None
            ]
        return self._made(block, found, leads) if found else ()

    def _made(self, block: Block, found: Sequence[Found], leads: Leads) -> Iterator[tuple[int, Hit]]:
        text, rule, lead = block.text, self.rule, self._led_last
        for number, head, match in found:
            at, before = block.ats[number], leads.get(number)
            if match.end() == at:
                continue
            if lead is not None:
                before = lead.match(text, block.floors[number], at, False)
                if before is None and rule.needs_lead:
                    continue
            yield number, Hit(text, rule.name, rule.rank, at, match, before, head)

    def _headed(self, block: Block, number: int) -> tuple[Head, regex.Match[str]] | None:
        """The first head that the pattern follows, and its match behind it."""
        for name in self.rule.head:
            for head in block.heads(name, number):
                match = self._pattern.match(block.text, head.end, None, False)
                if match is not None:
                    return head, match
        return None
