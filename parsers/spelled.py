"""Number words -> value: "one hundred and five", "half a million", "two and a half", "tens of thousands".

The fragments of `parsers.numerals` choose the characters; here the words among them are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.digits import EXACT, Numeral, digits, plain
from parsers.patterns import compiled
from parsers.values import record
from parsers.worded import worded

TOKEN = (
    r"[0-9](?:(?:[0-9.,'\u2019\u00a0\u202f\u2009]|[ ](?=[0-9]{3}(?![0-9])))*[0-9])?|\.[0-9]+"
    r"|\p{L}+|[/\u2044]|\p{No}"
)
COUNTING = "numbers.unit|numbers.teen|numbers.tens|numbers.zero"
SCALING = "scales.word|scales.short|scales.wire|scales.letter|scales.money_letter|scales.money_short"
FILLERS = {"a": "a", "an": "a", "and": "and", "of": "of", "point": "point", "odd": "odd", "plus": "odd"}
SCALED = {"T": "thousand", "K": "thousand", "M": "million", "B": "billion"}
"""The scales of letters before the code of a currency ("MSEK", "TEUR")."""
CODE = 4
"""Letters of such a code."""
LONGEST_KEPT = 80
"""Longer numbers are not kept."""
QUOTIENT = Context(prec=28)


@record
class Word:
    """One word of a number: its ``role``, what it counts, multiplies or divides by, its printed step."""

    role: str
    value: Decimal = Decimal(1)
    step: Decimal = Decimal(1)


def read_words(text: str) -> Numeral | None:
    """The numeral that the words of ``text`` count, or ``None`` where a word is no number word."""
    if vague := _vague(text):
        return vague
    words = [_word(token) for token in _tokens(text)]
    known = [word for word in words if word is not None]
    if len(known) < len(words) or all(word.role in FILLERS.values() for word in known):
        return None
    at = next((i for i, word in enumerate(known) if word.role in ("part", "slash", "sign")), None)
    return _cardinal(known) if at is None else _fraction(known, at)


def read_scale(text: str) -> Decimal:
    """The product of the scales in ``text``; 1 where there is none."""
    return _scale_of(text) if len(text) < LONGEST_KEPT else _scale_of.__wrapped__(text)


@lru_cache(maxsize=4096)
def _scale_of(text: str) -> Decimal:
    product = Decimal(1)
    for token in _tokens(text):
        if len(token) == CODE and token.isupper() and lexicon.find("currencies.scaled", token):
            return _scale_of(SCALED[token[0]])  # "MSEK 82.2"
        if (word := _word(token)) and word.role in ("scale", "hundred"):
            product = EXACT.multiply(product, word.value)
    return product


def _tokens(text: str) -> list[str]:
    return _compiled(TOKEN).findall(text)


def _word(token: str) -> Word | None:
    if token[0] == "." or (token[0].isascii() and token[0].isdecimal()):
        numeral = digits(token)
        if numeral is None or numeral.value is None:
            return None
        return Word("count", numeral.value, numeral.step or Decimal(1))
    if token in "/\u2044":
        return Word("slash")
    if role := FILLERS.get(token.lower()):
        return Word(role)
    for entry in lexicon.find(COUNTING, token):
        return Word("count", Decimal(entry.get("value")))
    for entry in lexicon.find("scales.hundred|scales.dozen", token):
        return Word("hundred", Decimal(entry.get("times", 100)))
    for entry in lexicon.find(SCALING, token):
        return Word("scale", Decimal(1).scaleb(entry.get("power")))
    for entry in lexicon.find("numbers.denominator", token):
        return Word("part", Decimal(entry.get("value")))
    for entry in lexicon.find("numbers.sign", token):
        return Word("sign", QUOTIENT.divide(Decimal(entry.get("value")), Decimal(entry.get("over"))))
    return None


class _Count:
    """Words counted up: they add, "hundred" multiplies its group, a scale ends it."""

    def __init__(self) -> None:
        self.terms: list[Decimal] = []
        self.scale = Decimal(0)  # of the last term
        self.above = Decimal(0)  # of the term before it
        self.group: Decimal | None = None
        self.room = Decimal(0)  # below this another count may still join the group
        self.decimals: str | None = None
        self.step = Decimal(1)

    def add(self, word: Word) -> bool:
        """Take one more word; false where it does not go on counting ("five six")."""
        if word.role == "point":
            self.decimals = ""
            return True
        if word.role == "count":
            return self._count(word)
        if word.role not in ("hundred", "scale"):
            return True
        self._close_decimals()
        return self._hundred(word.value) if word.role == "hundred" else self._scale(word.value)

    def numeral(self) -> Numeral:
        self._close_decimals()
        total = self.group or Decimal(0)
        for term in self.terms:
            total = EXACT.add(total, term)
        return Numeral(plain(total), plain(self.step))

    def _count(self, word: Word) -> bool:
        if self.decimals is not None:
            if word.value < 10 and len(self.decimals) > 1 and self.decimals[-1] == "0" != self.decimals[-2]:
                self.decimals = self.decimals[:-1]  # "point seventy-one"
            self.decimals += str(word.value)
            return True
        if self.group is not None and word.value >= self.room:
            return False
        if self.group is None and self.terms and word.value >= self.scale:
            return False
        self.group, self.step = EXACT.add(self.group or Decimal(0), word.value), word.step
        self.room = Decimal(10 if 20 <= word.value <= 90 and word.value % 10 == 0 else 0)
        return True

    def _hundred(self, times: Decimal) -> bool:
        if (self.group is None and self.terms) or (self.group is not None and self.group >= times == 100):
            return False
        group = Decimal(1) if self.group is None else self.group
        below = group if times == 100 else group % 100 or group  # "three hundred and two dozen" is 324
        self.group = EXACT.add(group - below, EXACT.multiply(below, times))
        if times == 100 and self.step < 1:  # "7.34 hundred"; "4 hundred" may be exact
            self.step = EXACT.multiply(self.step, times)
        self.room = Decimal(100)
        return True

    def _scale(self, scale: Decimal) -> bool:
        if self.group is None and self.terms:  # "a thousand billion"
            larger = EXACT.multiply(self.scale, scale)
            if len(self.terms) > 1 and larger >= self.above:
                return False  # "ten thousand thousand three thousand million"
            self.terms[-1] = EXACT.multiply(self.terms[-1], scale)
            self.scale = larger
        elif self.terms and scale >= self.scale:
            return False
        else:
            self.terms.append(EXACT.multiply(Decimal(1) if self.group is None else self.group, scale))
            self.above, self.scale, self.group = self.scale, scale, None
        self.step = EXACT.multiply(self.step, scale)
        return True

    def _close_decimals(self) -> None:
        if self.decimals:
            self.step = Decimal(1).scaleb(-len(self.decimals))
            self.group = EXACT.add(
                self.group or Decimal(0), EXACT.multiply(Decimal(self.decimals), self.step)
            )
        self.decimals = None


def _cardinal(words: Sequence[Word]) -> Numeral | None:
    count = _Count()
    return count.numeral() if all(count.add(word) for word in words) else None


def _fraction(words: Sequence[Word], at: int) -> Numeral | None:
    """Words with a part: "two-thirds", "1 1/2", "2½", "half a million", "3 million and a half"."""
    kind, before, after = words[at], list(words[:at]), list(words[at + 1 :])
    if kind.role == "slash":
        counts = [word for word in before if word.role == "count"]
        if not counts or not after or after[0].role != "count" or not after[0].value:
            return None
        whole, part = counts[:-1], QUOTIENT.divide(counts[-1].value, after.pop(0).value)
    elif kind.role == "sign":
        whole, part = before, kind.value
    else:
        split = max((i for i, word in enumerate(before) if word.role == "and"), default=-1)
        above = _cardinal(before[split + 1 :])
        if above is not None and (above.value or 0) >= kind.value:  # "a hundred and thirty fifths"
            split, above = -1, _cardinal(before)
        if above is None:
            return None
        whole = before[: max(split, 0)]
        part = QUOTIENT.divide(above.value or Decimal(1), kind.value)
    scale = Decimal(1)
    for word in after:
        if word.role in ("hundred", "scale"):
            scale = EXACT.multiply(scale, word.value)
    value = ((_cardinal(whole) if whole else None) or Numeral(None)).value or Decimal(0)
    if whole and whole[-1].role == "scale":
        total = EXACT.add(value, EXACT.multiply(part, scale if after else whole[-1].value))
    else:
        total = EXACT.multiply(EXACT.add(value, part), scale)
    return Numeral(plain(total.normalize(QUOTIENT)))


def _vague(text: str) -> Numeral | None:
    head = _heads().match(text)
    if head is None:
        return None
    entry = lexicon.find("numbers.many|numbers.some", head["head"])[0]
    rest = [_word(token) for token in _tokens(text[head.end() :])]
    if any(word is None or word.role not in ("of", "a", "scale", "hundred") for word in rest):
        return None
    scale = read_scale(text[head.end() :])
    if entry.get("value") is not None:
        return Numeral(plain(EXACT.multiply(Decimal(entry.get("value")), scale)))
    ends = (plain(EXACT.multiply(Decimal(entry.get(end)), scale)) for end in ("low", "high"))
    return Numeral(None, None, *ends)


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    return compiled(source, int(regex.IGNORECASE))


@cache
def _heads() -> regex.Pattern[str]:
    source = r"(?:many\s+)?(?P<head><<numbers.many|numbers.some>>)(?!\p{L})"
    return worded(source, int(regex.IGNORECASE))
