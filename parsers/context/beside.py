"""The words beside a place: a quick look that spares most of the costly patterns that are matched there.

A pattern of many words tries all of them at every place; a set of the words says at once that none of them
stands there, or where.  Text with other than plain Latin characters is left to the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parsers import lexicon
from parsers.latin import RARE

REACH = 40
"""How many characters are looked at for one word; no word of the lexicon is as long."""
RUN = re.compile(r"(?<![^\W_])(?<!-)(?:[^\W_]|-)+")
"""A run of letters, digits and hyphens."""


def _surfaces(classes: str) -> list[str]:
    return [s.lower() for name in classes.split("|") for s in lexicon.surfaces(name).entries]


@cache
def first_words(classes: str) -> frozenset[str]:
    """The first words of the surfaces of some classes ("a.b|c.d")."""
    return frozenset(surface.split()[0] for surface in _surfaces(classes))


@cache
def last_words(classes: str, *others: str) -> frozenset[str]:
    """The last words of the surfaces of some classes, and of other phrases."""
    return frozenset(surface.split()[-1] for surface in (*_surfaces(classes), *others))


def may_end(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether the last word before a place is one of ``words``; what is no plain word may always be."""
    pieces = text[max(0, at - REACH) : at].split()
    if not pieces:
        return True
    word = pieces[-1].rstrip(",")
    return word.lower() in words or not (word.isascii() and word.isalpha())


def may_follow(text: str, at: int, words: frozenset[str], most: int) -> bool:
    """Whether one of the ``most`` words behind a place is one of ``words``, which are letters only."""
    window = text[at : at + REACH * most]
    pieces = window.lower().split(None, most)[:most]
    if not words.isdisjoint(pieces):
        return True
    rest = [piece for piece in pieces if not piece.isalpha()]
    heads = [found[0] for piece in rest if (found := RUN.match(piece)) is not None]
    return not words.isdisjoint(heads) or RARE.search(window) is not None


def places_of(text: str, start: int, end: int, words: frozenset[str]) -> Sequence[int]:
    """Where in a piece of text one of ``words``, of letters and hyphens, may begin."""
    if RARE.search(text, start, end) is not None:
        return range(start, end)
    if words.isdisjoint([run.lower() for run in RUN.findall(text, start, end)]):
        return ()
    return [run.start() for run in RUN.finditer(text, start, end) if run[0].lower() in words]
