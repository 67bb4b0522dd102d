"""Many surfaces with a value each, found by the word or sign that they begin with.

A text is cut into words once; most surfaces are one word and are looked up, and only where a word begins a
longer surface is the text behind it looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import regex

from parsers import lexicon
from parsers.patterns import shelf
from parsers.quick import Quick

LETTER = r"[^\W\d_\xbc-\xbe\u2150-\u215e]"
"""A letter; Python counts fractions like \u00bd among the word characters."""
HEAD = Quick(rf"{LETTER}+|.")


class Surfaces:
    """The longest surface at a place; a letter at its beginning or end has no other letter beside it.

    Keys are folded (`lexicon.fold`); ``heads``, ``behind`` and ``signs`` are what `heads_of`, `behind_of` and
    `signs_of` make of them.
    """

    __slots__ = ("_behind", "_longer", "heads", "signs", "values")

    def __init__(
        self,
        values: Mapping[str, int],
        heads: Mapping[str, str],
        behind: Mapping[str, frozenset[str]],
        signs: str,
    ) -> None:
        self.values = values
        self.heads = heads
        self.signs = Quick(signs)
        self._longer: dict[str, regex.Pattern[str]] = {}
        self._behind = behind

    def at(self, text: str, start: int, head: str) -> int | None:
        """The value of the surface that begins at ``start`` with ``head`` (folded, one of `heads`)."""
        if not self.heads[head] or not self._may_go_on(head, text, start + len(head)):
            return self.values.get(head)
        found = self._longest(text, start, head)
        return None if found is None else found[1]

    def span(self, text: str, start: int, head: str) -> tuple[int, int] | None:
        """Where that surface ends, and its value."""
        if self.heads[head]:
            return self._longest(text, start, head)
        return start + len(head), self.values[head]

    def _longest(self, text: str, start: int, head: str) -> tuple[int, int] | None:
        pattern = self._longer.get(head)
        if pattern is None:
            pattern = self._longer[head] = shelf().find(self.heads[head], 0)
        match = pattern.match(text, start, None, False)  # as `lazy.alone`
        if match is None or (value := self.values.get(lexicon.fold(match[0]))) is None:
            return None
        return match.end(), value

    def _may_go_on(self, head: str, text: str, end: int) -> bool:
        """Whether a longer surface may stand there, by the two characters behind its head."""
        behind = text[end : end + 2].lower()
        known = self._behind[head]
        if behind in known or not behind.isascii():
            return True
        first, second = behind[:1], behind[1:]
        if first.isspace():
            return second.isspace() or " " + second in known
        return first in known


def signs_of(values: Iterable[str], heads: Mapping[str, str]) -> str:
    """Regex source for the places where a surface may begin that does not begin with a letter."""
    known, arms = set(values), []
    for head, source in heads.items():
        if not head[0].isalpha():
            after = {s[1] for s in known if s[0] == head[0] and len(s) > 1} if source else set()
            closed = head in known or not after
            arms.append(re.escape(head) + ("" if closed else f"(?=[{_either_case(after)}])"))
    return "|".join(arms) or r"(?!)"


def heads_of(values: Iterable[str]) -> dict[str, str]:
    """The first word or sign of every surface, with the pattern of the surfaces that begin so.

    The pattern is empty where the word or sign alone is the only one.
    """
    found: dict[str, list[str]] = {}
    for surface in values:
        head: Any = HEAD.match(surface)
        found.setdefault(head[0], []).append(surface)
    return {
        head: ""
        if longer == [head]
        else f"(?i:{lexicon.trie(longer)})" + (f"(?:(?!{LETTER})|(?<!{LETTER}))" if head[0].isalpha() else "")
        for head, longer in found.items()
    }


def behind_of(values: Iterable[str]) -> dict[str, frozenset[str]]:
    """For the head of every longer surface the two characters behind it, one where there is only one."""
    found: dict[str, set[str]] = {}
    for surface in values:
        head: Any = HEAD.match(surface)
        twos = found.setdefault(head[0], set())
        if head.end() < len(surface):
            twos.add(surface[head.end() : head.end() + 2])
    return {head: frozenset(twos) for head, twos in found.items() if twos}


def _either_case(letters: Iterable[str]) -> str:
    return "".join(r"\s\u00a0" if c == " " else re.escape(c) + re.escape(c.upper()) for c in sorted(letters))
