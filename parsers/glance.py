"""Numbers told at a glance: digits or a word behind which nothing stands that could go on from them.

Most numbers are so ("5 years", "$3.2 billion in May").  For them the fragments of `parsers.numerals` and the
chains of several numbers need not be tried: what is told here is what they would match.  It only saves time.
"""

from __future__ import annotations

import re
from functools import cache

from parsers import lexicon
from parsers.quick import Quick

# Digits, perhaps with a scale, behind which a stop stands or a word ("then").
_DIGITS = (
    r"(?!00[0-9])(?:[0-9]{1,3}(?>(?:,[0-9]{3}){1,9})|[0-9]{1,30}+)(?>(?:\.[0-9]{1,30}+)?)(?![0-9])"
    r"(?>(?:[ -](?:million|billion|trillion)(?!\w))?)"
)
_THEN = r"(?=[%);:]|\.(?![0-9])|\n\n|\Z|(?:,?[ \n\xa0]|-|(?<=[0-9]))(?P<then>[A-Za-z]++)(?!\w))"
_PLAIN = Quick(rf"(?<![^\s($\u20ac\xa3\"\u201c])(?:(?P<word>[A-Za-z]++)|{_DIGITS}){_THEN}")
_MONEY = Quick(rf"[$\u20ac\xa3]{_DIGITS}{_THEN}")
_JOINING = frozenset({"a", "an", "and", "e", "odd", "or", "plus", "to", "through", "x"})


def plain_end(text: str, at: int) -> int | None:
    """Where the number at ``at`` ends, if it is certain that it is one and all of it; else ``None``."""
    match = _PLAIN.match(text, at)
    if match is None:
        return None
    word, then = match["word"], match["then"]
    if (then and then.lower() in _going_on()) or (word and word.lower() not in _counting()):
        return None
    return match.end()


def money_end(text: str, at: int) -> int | None:
    """Where the number behind the sign of money at ``at`` ends, if no other amount can follow it."""
    match = _MONEY.match(text, at)
    if match is None:
        return None
    then = match["then"]
    if then and (then.lower() in _going_on() or then.lower() in _of_money()):
        return None
    return match.end()


@cache
def _going_on() -> frozenset[str]:
    """The words that may go on from a number: scales, other numbers, and what joins them."""
    return _words("numbers") | _words("scales") | _JOINING


@cache
def _of_money() -> frozenset[str]:
    """The words that currencies are written with, before which another amount may begin."""
    return _words("currencies")


@cache
def _counting() -> frozenset[str]:
    """The words that are numbers by themselves."""
    names = ("numbers.unit", "numbers.teen", "numbers.tens")
    return frozenset(s for name in names for s in lexicon.words(name) if s.isalpha())


def _words(table: str) -> frozenset[str]:
    """Every word of the surfaces of a table, in small letters, but those that only link."""
    classes = (entry.classes.items() for entry in lexicon.entries(table).values())
    surfaces = (s for some in classes for name, surfaces in some if name != "linking" for s in surfaces)
    return frozenset(re.findall(r"[a-z]+", " ".join(surfaces).lower()))
