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
from decimal import Decimal
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.digits import APART_NUMBER, END, GAP, JOIN, NOTED, NUMBER, START, Numeral, digits
from parsers.patterns import compiled
from parsers.spelled import read_scale, read_words

_SLASH = (
    rf"(?<![\p{{N}}/.,])(?:[0-9]{{1,6}}(?:{GAP}|-)(?=[0-9]{{1,2}}[/\u2044]))?"
    r"[0-9]{1,3}[/\u2044][0-9]{1,3}(?![\p{N}/]|[.,]\d)"
)
_SIGN = r"(?<![\p{N}.,])(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})[^\S\n]?)?<<numbers.sign>>(?!\p{N})"
_POWER = r"(?:[^\S\n]?[x\u00d7*][^\S\n]?10(?:\^|\*\*)?[-+\u2212]?[0-9]{1,2}|[eE][-+]?[0-9]{1,2})"

# The words of a number, loosely: `read_number` refuses what does not count up ("five six").
_BELOW = r"<<numbers.tens|numbers.teen|numbers.unit|numbers.zero>>\b(?<!(?:zero|ought)(?=-))"
_SCALE = r"<<scales.word|scales.hundred|scales.dozen>>\b"
_PARTS = r"<<numbers.denominator>>\b"
# "and" goes on counting behind a hundred or a scale, not where another amount of that size follows.
_AND = (
    rf"(?:(?<=hundred){GAP}and{JOIN}(?!\p{{L}}+{JOIN}hundred)"
    rf"|(?<=thousand){GAP}and{JOIN}(?!(?:\p{{L}}+{JOIN}){{1,2}}(?:thousand|\p{{L}}{{0,4}}illion))"
    rf"|(?<=illion|crore|lakh){GAP}and{JOIN}(?=\p{{L}}+{JOIN}hundred))"
)
# A number below a hundred joins one that leaves room for it: "three five-dollar bills" are three bills.
_ROOM = r"(?<=(?i:ty|hundred|thousand|illion|crores?|lakhs?|lacs?))"
_RUN = (
    rf"(?:(?:[Aa]n?{JOIN}<<scales.hundred|scales.word>>\b|{_BELOW})"
    rf"(?:{_AND}{_BELOW}|{JOIN}<<scales.hundred|scales.word>>\b|{GAP}<<scales.wire>>\b|{_ROOM}{JOIN}{_BELOW}"
    rf"|{GAP}point(?:{GAP}{_BELOW}){{1,6}}+){{0,12}}+)"
)
_OF = rf"(?:(?:{JOIN}(?:of{GAP})?(?:an?{JOIN})?{_SCALE}){{1,2}}+)"
# "a hundred and a fifth" is a fraction, "a hundred and fifth" an ordinal.
_HALF = (
    rf"(?:{JOIN}and{JOIN}(?:(?:an?{JOIN}|{_BELOW}{JOIN}(?:<<numbers.unit>>\b{JOIN})?){_PARTS}"
    rf"|{_PARTS}(?<=half|quarters?)))"
)
_DIGITS_ON = (
    rf"(?:{GAP}[0-9]{{1,3}}{GAP}hundred)?+{GAP}and{GAP}[0-9]{{1,2}}+"
    rf"(?![\p{{L}}\p{{N}}%]|[.,]\d|{GAP}{_SCALE})"
)
_ODD = rf"(?:[-\u2010](?i:odd|plus)(?={GAP}<<scales.word>>))?+"  # "30-odd million"
_ON = (
    rf"(?:{GAP}and{GAP}an?{GAP}{_PARTS}|(?<=hundred|thousand){_DIGITS_ON}"
    rf"|(?<=crore|lakh|illion){GAP}and{GAP}<<numbers.unit>>{JOIN}hundred\b)?+"
)

FRAGMENTS: Mapping[str, str] = {
    "number": NUMBER,
    "apart": APART_NUMBER,
    "fraction": f"(?:{_SLASH}|{_SIGN})",
    # "7E7" is an aeroplane.
    "scientific": (
        rf"{START}(?![0-9]E[0-9](?![0-9]))[0-9]{{1,15}}+(?:\.[0-9]{{1,15}}+)?+{_POWER}(?![\p{{N}}\p{{L}}])"
    ),
    "scale": (
        # "40 mill" is a number of millions, "a 40 million mill" a mill.
        rf"(?:(?!(?<=\p{{L}}){JOIN}mill(?!\p{{L}})){JOIN}?<<scales.word|scales.short|scales.wire>>{NOTED}|{JOIN}?<<scales.hundred|scales.dozen>>{END}|<<scales.letter>>{END}"
        r"|[^\S\n]<<scales.letter>>(?=[^\S\n]?(?:[,;:!?)]|\.(?!\p{L})|\n|\Z)))"
    ),
    "money_scale": (
        rf"(?:<<scale>>|<<scales.money_letter>>{END}(?!\.\p{{L}})"
        rf"|[^\S\n]?<<scales.money_short>>{END}(?!-))"
    ),
    "scaled": rf"(?>(?:<<fraction>>|<<apart>>|<<number>>){_ODD}<<scale>>{{0,3}}+{_ON})",
    "money_scaled": rf"(?>(?:<<fraction>>|<<apart>>|<<number>>){_ODD}<<money_scale>>{{0,3}}+{_ON})",
    "spelled": (
        rf"(?<![0-9][-\u2010-\u2015]?)(?>(?:{_RUN}(?:{JOIN}<<scales.dozen>>\b|{JOIN}{_PARTS}(?:(?<=ths)|{_OF})|{_HALF}{_OF}?+)?+"
        rf"|(?:[Aa]n?{GAP})?+{_PARTS}{_OF}|[Aa]{GAP}<<scales.dozen>>\b)(?!-<<numbers.ordinal>>))"
    ),
    "part": rf"(?:(?:{_RUN}|[Aa]n?){JOIN}{_PARTS}|[Hh]alf\b)",
    "vague": (
        rf"(?:(?:many{GAP})?<<numbers.many>>\b(?:{GAP}of{GAP}<<scales.word|scales.hundred>>\b){{0,2}}+"
        rf"|<<numbers.some>>{JOIN}<<scales.word|scales.hundred|scales.dozen>>\b(?:{JOIN}<<scales.word>>\b)?+)"
    ),
    "numeral": "(?:<<scaled>>|<<spelled>>)",
}

SPELLED_STARTS = tuple(f"numbers.{c}" for c in ("unit", "teen", "tens", "opening", "zero", "sign"))
"""The lexicon classes at which ``spelled`` and fractions begin."""

VAGUE_STARTS = ("numbers.many", "numbers.some")
"""The lexicon classes at which ``vague`` begins."""


@lru_cache(maxsize=4096)
def read_number(text: str) -> Numeral | None:
    """The numeral written in ``text``, all of it; ``None`` where it is none or not well formed.

    A sign ("-", "minus", "negative") may stand before it.
    """
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
    return numeral.times(read_scale(text))


def _scientific(text: str) -> Numeral | None:
    mantissa, power = compiled(r"\s?[x\u00d7*]\s?10(?:\^|\*\*)?|[eE]").split(text, maxsplit=1)
    found = digits(mantissa)
    return found.times(Decimal(1).scaleb(int(power.replace("\u2212", "-")))) if found else None


@cache
def _pattern(source: str, macros: bool) -> regex.Pattern[str]:
    return compiled(lexicon.expand(source, FRAGMENTS) if macros else source, int(regex.IGNORECASE))
