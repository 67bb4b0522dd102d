"""The word right before a place: a quick look that spares most of the costly patterns that end there.

A pattern of many words that is matched backwards tries all of them; the set of the last words of its
surfaces says at once that none of them can stand there.
"""

from __future__ import annotations

from functools import cache

from parsers import lexicon

REACH = 40
"""How many characters are looked at; no word of the lexicon is as long."""


@cache
def last_words(classes: str, *others: str) -> frozenset[str]:
    """The lower-case last words of the surfaces of some classes (parted by spaces), and of other phrases."""
    surfaces = [s for name in classes.split() for s in lexicon.surfaces(name).entries]
    return frozenset(surface.split()[-1].lower() for surface in (*surfaces, *others))


def may_stand_before(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether the last word before a place is one of ``words``; what is no plain word may always be."""
    pieces = text[max(0, at - REACH) : at].split()
    if not pieces:
        return True
    word = pieces[-1].rstrip(",")
    return word.lower() in words or not (word.isascii() and word.isalpha())
