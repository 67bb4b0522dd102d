"""Numerals: "4.2", "4,200", "1½", "twenty-six", "tens of thousands" -> `Decimal`, with printed precision.

Rules name the fragments below in their patterns and give the characters that matched to
`read_number`; nothing else turns characters into a value.

=============== ============================================================================
``number``      digits alone: "4,200", "4.2", ".5", "1,00,000"
``scaled``      digits and a scale: "4.2 million", "4.2bn", "4M", "1 1/2", "3 million and a half"
``money_scaled``  the same beside money, where "m", "b" and "t" are scales too: "4.2m"
``spelled``     words: "one hundred and five", "a dozen", "half a million", "two and a half"
``part``        a fraction in words: "two-thirds", "a quarter", "half"
``fraction``    a fraction in digits: "3/4", "1 1/2", "½"
``scientific``  "6.2e10", "6.2 x 10^-4"
``vague``       ends instead of a value: "tens of thousands", "dozens", "several hundred"
``numeral``     ``scaled`` or ``spelled``
=============== ============================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache

import regex

# White space inside a phrase: a few blanks, or one line break.
GAP = r"(?:[^\S\n]{1,3}+|[^\S\n]?\n[^\S\n]{0,2}+)"
# Between the words of one number: a gap or a hyphen, around which tokenised text leaves blanks.
JOIN = r"(?:[^\S\n]?[-\u2010\u2011][^\S\n]?|[^\S\n]{1,3}+|[^\S\n]?\n[^\S\n]{0,2}+)"
END = r"(?![\p{L}\p{N}_])"

# A run of more than thirty digits is an identifier, not an amount; other scripts' digits stay unread.
_START = r"(?<![\p{N}])(?<!\d[.,])"
_WHOLE = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}+|[0-9]{1,2}(?:,[0-9]{2}(?!\d)){1,9}+,[0-9]{3}"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009'\u2019][0-9]{3}(?!\d)){1,9}+|[0-9]{1,30}+)"
)
_NUMBER = rf"{_START}(?:{_WHOLE}(?:\.[0-9]{{1,30}}+)?+|\.[0-9]{{1,30}}+)(?![\d\u2044]|[.,]\d)"
_SLASH = (
    rf"(?<![\p{{N}}/.,])(?:[0-9]{{1,6}}(?:{GAP}|-))?[0-9]{{1,3}}[/\u2044][0-9]{{1,3}}(?![\p{{N}}/]|[.,]\d)"
)
_SIGN = r"(?<![\p{N}.,])(?:[0-9]{1,12}[^\S\n]?)?<<numbers.sign>>(?!\p{N})"
_POWER = r"(?:[^\S\n]?[x\u00d7*][^\S\n]?10(?:\^|\*\*)?[-+\u2212]?[0-9]{1,2}|[eE][-+]?[0-9]{1,2})"

# Words below a hundred, below a thousand, and with scales; after "and" only what is not an amount itself.
_TEN = rf"(?:(?:<<numbers.tens>>(?:{JOIN}<<numbers.unit>>{END})?+|<<numbers.teen>>|<<numbers.unit>>){END})"
_HUNDRED = (
    rf"(?:(?:{_TEN}{JOIN}|an?{GAP})<<scales.hundred>>{END}"
    rf"(?:{JOIN}(?:and{JOIN})?{_TEN}(?!{JOIN}<<scales.hundred>>{END}))?+)"
)
_GROUP = rf"(?:{_HUNDRED}|{_TEN})"
_SCALES = rf"(?:(?:{JOIN}<<scales.word>>{END}){{1,3}}+)"
_POINT = rf"(?:{GAP}point(?:{GAP}(?:<<numbers.zero>>{END}|{_TEN})){{1,6}}+)"
_TAIL = rf"(?:{GAP}(?:and{GAP})?{_GROUP}{_SCALES}?+)"
_CARDINAL = (
    rf"(?:(?:{_GROUP}|<<numbers.zero>>{END}){_POINT}?+(?:{_SCALES}{_TAIL}{{0,3}}+)?+"
    rf"|an?{GAP}<<scales.word>>{END}{_SCALES}?+{_TAIL}?+)"
)
_PART = rf"(?:(?:an?|{_TEN}){JOIN}<<numbers.denominator>>{END}|half{END})"
_OF = rf"(?:{JOIN}(?:of{GAP})?(?:an?{GAP})?<<scales.word|scales.hundred|scales.dozen>>{END}){{1,2}}+"
_AND_PART = rf"(?:{GAP}and{GAP}{_PART})"
_DOZEN = rf"(?:(?:an?{GAP}|{_TEN}{JOIN})<<scales.dozen>>{END})"
_AND_DIGITS = rf"(?:{GAP}[0-9]{{1,3}}{GAP}hundred)?+{GAP}and{GAP}[0-9]{{1,2}}+(?![\p{{L}}\p{{N}}%]|[.,]\d)"

FRAGMENTS: Mapping[str, str] = {
    "number": _NUMBER,
    "fraction": f"(?:{_SLASH}|{_SIGN})",
    "scientific": rf"{_START}[0-9]{{1,15}}+(?:\.[0-9]{{1,15}}+)?+{_POWER}(?![\p{{N}}\p{{L}}])",
    "scale": (
        rf"(?:{JOIN}?<<scales.word|scales.short|scales.hundred|scales.dozen>>{END}|<<scales.letter>>{END})"
    ),
    "money_scale": rf"(?:<<scale>>|[^\S\n]?<<scales.letter|scales.money_letter>>{END})",
    "scaled": (
        rf"(?:<<fraction>>|<<number>>)<<scale>>{{0,3}}+(?:{_AND_PART}|(?<=hundred|thousand){_AND_DIGITS})?+"
    ),
    "money_scaled": rf"(?:<<fraction>>|<<number>>)<<money_scale>>{{0,3}}+{_AND_PART}?+",
    "spelled": rf"(?:{_PART}{_OF}|{_DOZEN}|{_CARDINAL}(?:{_AND_PART}{_SCALES}?+)?+)(?!-<<numbers.ordinal>>)",
    "part": _PART,
    "vague": (
        rf"(?:(?:many{GAP})?<<numbers.many>>{END}(?:{GAP}of{GAP}<<scales.word|scales.hundred>>{END}){{0,2}}+"
        rf"|<<numbers.some>>{JOIN}<<scales.word|scales.hundred|scales.dozen>>{END}{_SCALES}?+)"
    ),
    "numeral": "(?:<<scaled>>|<<spelled>>)",
}

SPELLED_STARTS = ("numbers.unit", "numbers.teen", "numbers.tens", "numbers.opening")
"""The lexicon classes at which ``spelled`` begins."""

VAGUE_STARTS = ("numbers.many", "numbers.some")
"""The lexicon classes at which ``vague`` begins."""

EXACT = Context(prec=120)
"""Room for every numeral that the fragments let through; nothing is rounded."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says: a ``value``, or ``low`` and ``high`` where it is vague.

    ``step`` is the printed step as a number (0.1 for "4.2", 100,000 for "4.2 million"); ``None``
    where words or a fraction print none.
    """

    value: Decimal | None
    step: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def times(self, factor: Decimal) -> Numeral:
        """The numeral multiplied by ``factor`` (a scale, a subunit, -1); the ends keep their order."""
        ends = sorted(end for end in (_times(self.low, factor), _times(self.high, factor)) if end is not None)
        return Numeral(
            _times(self.value, factor),
            _times(self.step, abs(factor)),
            ends[0] if ends else None,
            ends[-1] if ends else None,
        )


def read_number(text: str) -> Numeral | None:
    """The numeral written in ``text``, all of it; ``None`` where it is none or not well formed.

    A sign ("-", "minus", "negative") may stand before it.
    """
    from parsers.spelled import read_words

    surface = text.strip()
    if sign := _pattern(r"(?:[-+\u2212\u2013]|minus\b|negative\b)[\s-]?", False).match(surface):
        found = read_number(surface[sign.end() :])
        return found.times(Decimal(1 if sign[0][0] == "+" else -1)) if found else None
    if found := digits(surface):
        return found
    if _pattern(FRAGMENTS["scientific"], True).fullmatch(surface):
        return _scientific(surface)
    return read_words(surface)


def with_scale(numeral: Numeral, text: str) -> Numeral:
    """``numeral`` multiplied by the scales in ``text`` ("million", "bn", "hundred thousand")."""
    from parsers.spelled import read_scale

    return numeral.times(read_scale(text))


def digits(text: str) -> Numeral | None:
    """The numeral of plain digits with their separators, ``None`` where they are none."""
    if not _pattern(FRAGMENTS["number"], True).fullmatch(text):
        return None
    value = Decimal(regex.sub(r"[^0-9.]", "", text))
    return Numeral(value, Decimal(1).scaleb(int(value.as_tuple().exponent)))


def plain(value: Decimal) -> Decimal:
    """``value`` without a positive exponent: 5200000, not 5.2E+6."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else value


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    if value is None:
        return None
    product = EXACT.multiply(value, factor)
    return plain(product)


def _scientific(text: str) -> Numeral | None:
    mantissa, power = regex.split(r"\s?[x\u00d7*]\s?10(?:\^|\*\*)?|[eE]", text, maxsplit=1)
    found = digits(mantissa)
    return found.times(Decimal(1).scaleb(int(power.replace("\u2212", "-")))) if found else None


@cache
def _pattern(source: str, macros: bool) -> regex.Pattern[str]:
    from parsers import lexicon

    return regex.compile(lexicon.expand(source, FRAGMENTS) if macros else source, regex.IGNORECASE)
