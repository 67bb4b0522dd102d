"""The numbers before a unit or a noun: "5", "5 to 10", "between 5 and 10", "7- or 8-", "minus 40".

Shared by the families whose unit is a word of the text; `parsers.figures.range` tells ranges from lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from parsers.compiled import Shortcut
from parsers.digits import GAP, Numeral
from parsers.figures.range import Item, Measure, read_chain, reading_of
from parsers.glance import plain_end
from parsers.mentions import FigureReading
from parsers.numerals import read_number
from parsers.rules import Head, Hit
from parsers.values import replace
from parsers.worded import worded

# "m" and "b" mean millions and billions here only where they are glued to their number; "t" means tonnes,
# and "mm" means millimetres but before a unit or what companies count in millions.
_GLUED = (
    r"<<number>>(?![tT])(?!mm(?!\s(?:<<units.name|units.symbol>>|shares|units|users|people|customers|subscribers)"
    r"(?!\p{L})))<<scales.money_letter>>(?![\p{L}\p{N}_]|\.\p{L})"
)
# "F-35" and "v.2" are names; "minus-40", "sub-7", "200 to-260" and "c.500" are numbers.
_FREE = (
    r"(?:(?<!\p{L}[-\u2010.]?|(?<![\p{N}\p{L}]|\d[^\S\n])\p{Lu}{2,4}/|\d[-/\u2044\u2010-\u2013])"
    r"|(?<=(?<!\p{L})(?i:(?:minus|negative|sub|to)-|(?:ca?|approx)\.)))"
)
# Only a letter glued to the digits, or a times sign, can begin what the first two go on with.
_MARKED = r"(?=[^\p{L}\n*\u00d7]{1,64}+(?:[x\u00d7*]|(?<=\d)\p{L}))"
_N = "(?P<n><<one_amount>>)"
_BETWEEN = r"(?P<between>(?<=(?<!\p{L})(?i:between)[^\S\n](?:\p{Ll}{3,13}[^\S\n])?))?+"
FRAGMENTS: Mapping[str, str] = {
    "one_amount": rf"(?>{_MARKED}(?:<<scientific>>|{_GLUED})|<<scaled>>|<<spelled>>)",
    # Every number of a list that shares the unit behind it.
    "amounts": rf"{_FREE}{_N}(?:(?P<sep>-?<<chain_sep>>){_N}|<<offer>>){{0,4}}",
    # One number or one range: alone, numbers of a list are figures of their own.
    "amount": (
        rf"{_BETWEEN}{_FREE}{_N}"
        rf"(?:(?P<sep>(?(between)(?i:[^\S\n]and[^\S\n])|<<range_sep>>)){_N}|<<offer>>)?"
    ),
    "vague_amount": r"(?P<n><<vague>>)(?P<sep>(?!))?",
    "signed": (
        r"(?:(?<![\p{L}\p{N}]|(?i:plus)[\s]or[\s])(?i:minus|negative)[\s-]"
        r"|(?<![\p{L}\p{N}.)/])[-+\u2212])"
    ),
}


AMOUNTS = ("amounts", "vague_amount")
"""The heads of rules whose unit or noun all numbers of a list may share."""

AMOUNT = ("amount", "vague_amount")
"""The heads of rules for one number or one range."""


def _plain(text: str, at: int) -> Head | None:
    end = plain_end(text, at)
    return None if end is None else Head([text[at:end]], [(at, end)], [])


SHORTCUTS: Mapping[str, Shortcut] = {"amounts": _plain, "amount": _plain}
"""What tells these heads at a glance, where each is one number."""


def read_amounts(hit: Hit, measure: Measure, end: int) -> tuple[FigureReading, ...]:
    """The figures of a hit whose last unit ends at ``end``; none where the numbers are malformed.

    A sign in the hit's lead (group "sign") belongs to the first number.
    """
    head = hit.head
    found = _one(hit, measure, end) if len(head.numbers) == 1 else _several(hit, measure, end)
    if not found or found[0].start != hit.at:
        return ()  # the first number is of something else; the others are found where they begin
    if hit.lead is not None and hit.lead["sign"] is not None:
        start = hit.lead.start("sign")
        plus = hit.lead["sign"] == "+"
        return (replace(found[0], start=start) if plus else _negative(found[0], start), *found[1:])
    return found


def _one(hit: Hit, measure: Measure, end: int) -> tuple[FigureReading, ...]:
    number = read_number(hit.head.numbers[0])
    if number is None:
        return ()
    if number.value is None:
        return (_vague(hit.at, end, number, measure),)
    return (reading_of(hit.at, end, number, measure),)


def _several(hit: Hit, measure: Measure, end: int) -> tuple[FigureReading, ...]:
    numbers, spans = hit.head.numbers, hit.head.spans
    alone = _reaches(hit, measure, numbers)
    items = [Item(start, stop, number, alone) for number, (start, stop) in zip(numbers, spans, strict=True)]
    items[-1] = replace(items[-1], end=end, own=True)
    if alone:
        one = read_chain(hit.text, items[:1], (), measure)
        two = read_chain(hit.text, items[1:], (), measure)
        return (*one, *two) if one and two else ()
    return read_chain(hit.text, items, [s.lstrip("-") or s for s in hit.head.separators], measure)


def _reaches(hit: Hit, measure: Measure, numbers: list[str]) -> bool:
    """Whether bare "30,000 to 157,000" is a change and the level it led to: "fell by 30,000 to 157,000"."""
    if measure.unit or len(numbers) != 2 or hit.head.separators[0].strip().lower() != "to":
        return False
    first, second = read_number(numbers[0]), read_number(numbers[1])
    if first is None or second is None or first.step is None or second.step is None:
        return False
    if first.step < second.step / 100 and len(numbers[0]) < 4:
        return False  # "2 to 3 million": the scale is of both
    return bool(_changed().search(hit.text, max(0, hit.at - 40), hit.at))


@cache
def _changed() -> regex.Pattern[str]:
    """A verb of change, or "by", that ends before an amount."""
    verb = rf"<<directions.verb|directions.act|directions.before>>(?:{GAP}by)?"
    words = rf"(?<!\p{{L}})(?:{verb}|by(?:{GAP}[\d.,]+,{GAP}from)?){GAP}"
    return worded(rf"(?i){words}(?:<<modifiers.before>>{GAP})?\Z")


def _vague(start: int, end: int, number: Numeral, measure: Measure) -> FigureReading:
    return FigureReading(
        start=start, end=end, kind=measure.kind, low=number.low, high=number.high, unit=measure.unit
    )


def _negative(reading: FigureReading, start: int) -> FigureReading:
    if reading.value is not None:
        return replace(reading, start=start, value=-reading.value)
    if reading.low is None or reading.high is None:
        return reading
    return replace(reading, start=start, low=-reading.low)


def is_one(hit: Hit) -> bool:
    """Whether exactly one thing is counted."""
    return hit.head.numbers[-1].lower() in ("one", "1")


def first_number(hit: Hit) -> str:
    """The first number of the hit as written."""
    return hit.head.numbers[0]
