r"""Patterns for every text, with a quicker engine for those of plain Latin letters, which most are.

The standard `re` takes half the time of `regex`, but knows no classes like ``\p{L}``.  For the characters of
Western European text they are spelled out; where a text has any other, `regex` reads it.
"""

from __future__ import annotations

import re
import sys
from functools import cached_property

import regex

from parsers.lazy import Pattern
from parsers.quick import Quick

CLASSES = {
    r"\p{Sc}": r"$\xa2-\xa5\u20ac",
    r"\p{N}": "0-9",
    r"\p{Lu}": r"A-Z\xc0-\xd6\xd8-\xde",
    r"\p{Ll}": r"a-z\xdf-\xf6\xf8-\xff",
    r"\p{L}": r"A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff",
}
"""What is of these classes among `PLAIN` characters."""

# Without the four separators and the superscripts, fractions and ordinals, of which the two engines differ.
PLAIN = (
    r"\0-\x1b\x20-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf-\xff"
    r"\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2212"
)
RARE = Quick(rf"[^{PLAIN}]")


def is_plain(text: str) -> bool:
    """Whether both engines know all characters of a text."""
    return RARE.search(text) is None


TOKEN = Quick(r"\\[pP]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[]+", re.DOTALL)
"""A class, an escape, a set, or what stands between them in the source of a pattern."""
GROUP_AT_ONCE = Quick(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
KNOWS_GROUPS_AT_ONCE = sys.version_info >= (3, 11, 5)
"""Earlier releases match some possessive groups wrongly (cpython issue 106052)."""


def plainly(source: str) -> str:
    """The source of a pattern with its classes spelt out for the standard `re`.

    What else that does not know stays, and compiling it raises `re.error`.
    So does, here, what it would match otherwise.
    """
    if not KNOWS_GROUPS_AT_ONCE and GROUP_AT_ONCE.search(source):
        raise re.error("possessive groups")
    return "".join(map(_spelt, TOKEN.findall(source)))


def _spelt(token: str) -> str:
    if token in CLASSES:
        return f"[{CLASSES[token]}]"
    if token.startswith("["):
        for name, letters in CLASSES.items():
            token = token.replace(name, letters)
    return token


Compiled = re.Pattern[str] | regex.Pattern[str]


class LatinPattern:
    """A pattern that both engines know but for the classes of `CLASSES`."""

    def __init__(self, source: str) -> None:
        self.every = Pattern(source)

    @cached_property
    def latin(self) -> re.Pattern[str]:
        """The quicker engine, for plain characters."""
        return Quick(plainly(self.every.source)).compiled

    def of(self, text: str, start: int, end: int) -> Compiled:
        """The engine for a piece of text (and the character before it)."""
        plain = RARE.search(text, max(0, start - 1), end) is None
        return self.latin if plain else self.every.compiled
