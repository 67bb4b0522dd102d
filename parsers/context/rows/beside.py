"""The words beside a place: a quick look that spares most of the costly patterns that are matched there.

A pattern of many words tries all of them at every place; a set of the words says at once that none of them
stands there, or where.  Text with other than plain Latin characters is left to the patterns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from parsers import lexicon
from parsers.latin import is_plain
from parsers.quick import Quick

REACH = 40
"""How many characters are looked at for one word; no word of the lexicon is as long."""
RUN = Quick(r"(?:[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\xff]+|(?<!-)-(?!-))+")
"""A run of letters, digits and hyphens, in a plain text; two hyphens are a dash."""
Ends = Mapping[str, frozenset[str]]
"""Last words of surfaces, with the words before them; with none where a surface is one word alone."""


def _surfaces(classes: str) -> list[str]:
    return [s.lower() for name in classes.split("|") for s in lexicon.words(name)]


@cache
def first_words(classes: str) -> frozenset[str]:
    """The first words of the surfaces of some classes ("a.b|c.d")."""
    return frozenset(surface.split()[0] for surface in _surfaces(classes))


@cache
def last_words(classes: str, *others: str) -> Ends:
    """How the surfaces of some classes end, and some other phrases."""
    found: dict[str, set[str]] = {}
    alone: set[str] = set()
    for surface in (*_surfaces(classes), *others):
        *before, last = surface.split()
        found.setdefault(last, set()).update(before[-1:])
        alone.update((last,) if not before else ())
    return {last: frozenset() if last in alone else frozenset(before) for last, before in found.items()}


def may_end(text: str, at: int, ends: Ends) -> bool:
    """Whether a surface may end right before a place; where no plain words stand it always may."""
    pieces = text[max(0, at - REACH) : at].split()
    if not pieces:
        return True
    word = pieces[-1].rstrip(",")
    before = ends.get(word.lower())
    if before is None:
        return not _is_plain(word)
    return not before or len(pieces) < 3 or pieces[-2].lower() in before or not _is_plain(pieces[-2])


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def may_follow(text: str, at: int, words: frozenset[str], most: int) -> bool:
    """Whether one of the ``most`` words behind a place is one of ``words``, which are letters only."""
    window = text[at : at + REACH * most]
    pieces = window.lower().split(None, most)[:most]
    if not words.isdisjoint(pieces):
        return True
    heads = [found[0] for p in pieces if not p.isalpha() and (found := RUN.match(p)) is not None]
    return not words.isdisjoint(heads) or not is_plain(window)


def places_of(text: str, start: int, end: int, words: frozenset[str]) -> Sequence[int]:
    """Where in a piece of text one of ``words``, of letters and hyphens, may begin."""
    window = text[start:end]
    if not is_plain(window):
        return range(start, end)
    if words.isdisjoint(RUN.findall(window.lower())):
        return ()
    found = [start + run.start() for run in RUN.finditer(window) if run[0].lower() in words]
    # The window may begin inside a word.
    return found[1:] if found[:1] == [start] and RUN.match(text, start - 1, start) else found
