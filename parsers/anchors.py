"""Where rules may start: at digits, and at the surfaces of the lexicon classes that they name.

Also what a look at the characters beside an anchor tells: the shape of its `Digits`, and which classes stand
behind the numbers that begin there.  Both only save the trying of rules that cannot match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import accumulate, islice
from operator import itemgetter

from parsers import lexicon
from parsers.quick import Quick
from parsers.surfaces import LETTER, Surfaces
from parsers.values import record

NEAR_WINDOW = 80
"""Within how many characters behind an anchor a surface of a rule's ``near`` must begin."""

WORD = Quick(rf"{LETTER}+")
BETWEEN = Quick(rf"({LETTER}+)")
"""Cuts a text into what stands between its words, and the words."""
# No digit stands before it, nor a digit and a point or comma; a point may open it, but not behind a letter.
DIGITS = Quick(r"[.\d](?<![^\W\d_]\.)(?<!\d[.\d])(?<!\d[.,][.\d])(?:(?<=\d)|\d)\d*")

# The classes whose words may stand between the numbers of one phrase.
LINKING = (
    *(
        f"numbers.{c}"
        for c in [
            "linking",
            "zero",
            "unit",
            "teen",
            "tens",
            "ordinal",
            "denominator",
            "many",
            "some",
            "opening",
        ]
    ),
    *(
        f"scales.{c}"
        for c in ["word", "short", "wire", "letter", "money_letter", "money_short", "hundred", "dozen"]
    ),
    *(f"calendar.{c}" for c in ["month", "month_word", "short", "weekday", "weekday_short"]),
)
# What stands between two words of such a phrase (group 1), and its next word or another sign.
PIECE = Quick(
    r"([\d\s.,:/^'\u2019\u2018`()\[\]+*\xd7~&#_|\u2010-\u2015\u2212\u2044\xbc-\xbe\u2150-\u215e-]{0,80}+)"
    rf"({LETTER}+|[^\w\d])?"
)
PARTING = " \n\r\t\x0b\x0c\u00a0\u2009\u202f-\u2010\u2011"
"""What may part a word from the one that a rule wants before it."""
GLUED = "kKmMB"
"""Scale letters that may stand between the digits and a unit: "5mUSD"."""


@record(kw_only=True)
class Digits:
    """What must hold of the first digits at an anchor, where a rule starts at digits.

    ``count`` are how many there may be.  ``before`` and ``then`` are the characters that may stand right
    before and behind them: "A" is any capital, "a" any other letter, " " any white space or the end of the
    text, every other character itself; a "^" in front takes all but these.  Empty where anything may be.
    """

    count: tuple[int, ...] = ()
    before: str = ""
    then: str = ""

    def allows(self, count: int, before: str, then: str) -> bool:
        """Whether a rule may match where so many digits stand between two kinds of characters."""
        return (not self.count or count in self.count) and _in(before, self.before) and _in(then, self.then)


def _in(kind: str, chosen: str) -> bool:
    return not chosen or (kind not in chosen if chosen[0] == "^" else kind in chosen)


@lru_cache(maxsize=1024)
def kind_of(character: str) -> str:
    """The kind of a character, as `Digits` names it."""
    if not character or character.isspace():
        return " "
    if character.isalpha():
        return "A" if character.isupper() or character.istitle() else "a"
    return character if character.isascii() or character in "\u2013\u2014\u2044\u2019" else "?"


Anchor = tuple[int, int, int, int]
"""A place where rules may start: the end of its digits (0: none), its surface's value, the bits before it."""
EVERY = -1
"""The bits of all classes."""


class Anchors:
    """Where rules may start; the value of a surface in ``starting`` tells which rules start there.

    ``before`` are the bits of the words that rules want to stand before their anchors.
    """

    def __init__(self, starting: Surfaces, before: Mapping[str, int]) -> None:
        self._starting = starting
        self._before = before
        self._signs = starting.signs

    def find(self, text: str) -> list[Anchor]:
        """Every anchor in text order."""
        found = [(*match.span(), 0, EVERY) for match in DIGITS.finditer(text)]
        at, heads = self._starting.at, self._starting.heads
        last = ""
        for start, gap, word in _words(text):
            if word in heads and (value := at(text, start, word)) is not None:
                found.append((start, 0, value, self._bits(gap, last)))
            last = word
        end = 0
        for match in self._signs.finditer(text):
            start = match.start()
            if start >= end and (sign := self._starting.span(text, start, match[0])) is not None:
                found.append((start, 0, sign[1], EVERY))
                end = sign[0]
        found.sort(key=itemgetter(0))
        return found

    def _bits(self, gap: str, last: str) -> int:
        """The bits of what stands before a word: the word before it, if only blanks and hyphens part them."""
        if gap == " " or not gap.strip(PARTING):
            return self._before.get(last, 0) if last.isascii() else EVERY
        return EVERY


def _words(text: str) -> Iterable[tuple[int, str, str]]:
    """The words of a text in lower case, their places and what parts them: cut at once, which is quicker."""
    lower = text.lower()
    if len(lower) != len(text):  # a capital with a dot becomes two characters
        return [(match.start(), "?", match[0].lower()) for match in WORD.finditer(text)]
    pieces = BETWEEN.split(lower)
    starts = accumulate(map(len, pieces))
    return zip(islice(starts, 0, None, 2), pieces[::2], pieces[1::2], strict=False)


class Behind:
    """Which classes stand within the numbers that begin at a place, or right behind them."""

    def __init__(self, near: Surfaces) -> None:
        self._near = near
        self._signs = near.signs
        self._linking = linking()

    def bits(self, text: str, at: int) -> int:
        """The values of their surfaces, joined."""
        heads, near = self._near.heads, self._near.at
        found, place, last = 0, at, at + NEAR_WINDOW
        while place <= last and (piece := PIECE.match(text, place)) is not None:
            start, end = piece.span(2)
            if not piece[1].isspace():
                for sign in self._signs.finditer(text, place, piece.end(1)):
                    found |= near(text, sign.start(), sign[0]) or 0
            if start < 0:
                break
            word = piece[2].lower()
            if word in heads:
                found |= near(text, start, word) or 0
            elif piece[2][0] in GLUED and word[1:] in heads:
                found |= near(text, start + 1, word[1:]) or 0
            if word not in self._linking and start != at:
                if (after := text[end : end + 1]) in heads:  # "5 A$"
                    found |= near(text, end, after) or 0
                break
            place = end
        return found


@cache
def linking() -> frozenset[str]:
    """The words that may stand between the numbers of one phrase."""
    surfaces: Iterable[str] = (s for name in LINKING for s in lexicon.words(name))
    return frozenset(word for surface in surfaces for word in WORD.findall(surface.lower()))
