"""Numbers in digits: their pattern, their value, and what a `Numeral` is.

`parsers.spelled` adds the words, `parsers.numerals` everything that is made of both.
"""

from __future__ import annotations

from decimal import Context, Decimal

import regex

from parsers.patterns import compiled
from parsers.values import record
from parsers.worded import worded

# White space inside a phrase: one to three blanks, of which one may be a line break.
GAP = r"(?:(?:[^\S\n]|)\s(?:[^\S\n]|))"
# Between the words of one number: a gap or a hyphen, around which tokenised text leaves blanks.
JOIN = r"(?:(?:[^\S\n]|)[-\u2010\u2011\s](?>[^\S\n](?:[^\S\n]|)|))"
END = r"(?![\p{L}\p{N}_])"
# The mark of a footnote glued to the word before it: "$5.2 billion2 rose", "\u20ac4.1bn\u00b9".
NOTED = r"(?![\p{L}_]|(?![1-9](?![\p{L}\p{N}_%]|[.,/:-]?\d|[^\S\n]?%)|\p{No}{1,2}(?![\p{L}\p{N}_]))\p{N})"

# A run of more than thirty digits is an identifier, not an amount; other scripts' digits stay unread.
# The exponent of "1e999", the power of "10^9", the end of "5/0" and of "3·40" are no numbers of their own.
START = r"(?<![\p{N}])(?<!\d[.,/\u2044\xb7])(?<!\d[eE^][-+\u2212]?)(?!00[0-9])"
_WHOLE = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}+|[0-9]{1,2}(?:,[0-9]{2}(?!\d)){1,9}+,[0-9]{3}|[0-9]{3}(?:,[0-9]{2}(?!\d)){2,9}+,[0-9]{3}"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009'\u2019][0-9]{3}(?!\d)){1,9}+"
    r"|[1-9][0-9]{0,2}(?:[ ][0-9]{3}(?!\d)){0,8}?[ ]000(?!\d)(?![ ][0-9])|[0-9]{1,30}+)"
)
# Blanks part the thousands where the unit or the noun behind shows that it is one number: "12 500 francs".
APART = r"[1-9][0-9]{0,2}(?:[ ][0-9]{3}(?!\d)){1,8}"
# Told by the shape of the next word or two: the words themselves would stand in every pattern several times.
_MEASURED = (
    rf"(?!\s{{1,3}}+(?<=\n[^\S\n]?)\P{{Ll}})(?={JOIN}?(?:{GAP}?(?!<<nouns.stop|nouns.singular>>{END})\p{{L}}{{1,16}}){{0,2}}"
    rf"(?<=\p{{Ll}}{{3}}(?<![siu])s|(?<!\p{{L}})\p{{L}}{{1,4}}|<<nouns.plural>>){END})"
)
NUMBER = (
    rf"{START}(?:{_WHOLE}(?:\.[0-9]{{1,30}}+)?+|\.[0-9]{{1,30}}+)"
    r"(?![\d\u2044^]|[.,\xb7]\d|[eE][-+]?\d|[^\S\n]?[\u2030\u2031])"
)
_TO_ANOTHER = rf"(?={GAP}to{GAP}{APART}{_MEASURED})"  # "from 4 485 to 4 058 tonnes"
APART_NUMBER = rf"{START}{APART}(?:{_MEASURED}|{_TO_ANOTHER})"

EXACT = Context(prec=120)
"""Room for every numeral that the fragments let through; nothing is rounded."""


@record
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


def digits(text: str) -> Numeral | None:
    """The numeral of plain digits with their separators, ``None`` where they are none."""
    if not any(worded(source, int(regex.IGNORECASE)).fullmatch(text) for source in (NUMBER, APART)):
        return None
    value = Decimal(compiled(r"[^0-9.]").sub("", text))
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


BESIDE_YEAR = (
    r"(?ri)(?:%|\bper[\s\u00a0]?cent|\b(?:half|third|quarter|fifth|sixth|seventh|eighth|tenth))[\s\u00a0]"
    r"(?:below|above)[\s\u00a0]"
)
"""A pattern of what stands before a year that something is so much below or above ("a fifth below 2019")."""
