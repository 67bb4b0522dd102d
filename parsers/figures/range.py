"""Ranges and coordination: numbers that share a unit ("5-7%", "$89 to $93 billion", "5, 6 and 7 percent").

Families write a chain of numbers with the separators below and hand the items here.  A range has
its low and high end and never a midpoint; a list is as many figures as it has items.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from parsers.digits import GAP, Numeral
from parsers.figures.ends import SMALL, apart, dwarfed, falls, far_apart, is_large, is_year, leaps
from parsers.figures.rangewords import before, old_behind
from parsers.figures.shortened import complete
from parsers.lazy import Pattern
from parsers.mentions import FigureReading
from parsers.model import Kind
from parsers.numerals import read_number, with_scale
from parsers.spelled import read_scale
from parsers.values import record

FRAGMENTS: Mapping[str, str] = {
    "range_sep": (
        r"(?:[^\S\n]?[-\u2010-\u2015\u2212][^\S\n]?(?!(?i:an?)\s)"
        rf"|-?{GAP}to(?:{GAP}|-)|-to-|{GAP}through{GAP})"
    ),
    "list_sep": rf"(?:,?{GAP}(?:and|or|and/or){GAP}(?:about{GAP})?|,{GAP})",
    "chain_sep": "(?:<<range_sep>>|<<list_sep>>)",
}


@record
class Item:
    """One number of a chain: its place (with its unit, if it has its ``own``) and its characters."""

    start: int
    end: int
    number: str
    own: bool


@record
class Measure:
    """What the numbers of a chain are numbers of; a value is multiplied by ``factor`` (cents)."""

    kind: Kind
    unit: str | None
    per: str | None = None
    candidates: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)


def read_chain(
    text: str, items: Sequence[Item], separators: Sequence[str], measure: Measure
) -> tuple[FigureReading, ...]:
    """The figures of a chain whose unit is ``measure``, in text order; none where it is no chain of amounts.

    Items in front that cannot share the unit ("In 2019, 5 percent") are left out.
    """
    if len(items) == 1:
        number = read_number(items[0].number)
        return () if number is None else (reading_of(items[0].start, items[0].end, number, measure),)
    first = _first_sharing(text, items, separators, measure.kind)
    items, separators = items[first:], separators[first:]
    numbers = _in_full(items, separators)
    numerals = [read_number(number) for number in numbers]
    found: list[FigureReading] = []
    at = 0
    while at < len(items):
        one, two = numerals[at], numerals[at + 1] if at + 1 < len(items) else None
        if one is None:
            return ()
        if two is not None:
            listed = separator_kind(separators[at]) != "to"
            one = _share_scale(one, numbers[at], two, numbers[at + 1], listed)
        if two is not None and _is_range(text, items, separators, at, measure):
            dashed = separators[at].strip() in ("-", "\u2013")
            if dashed and _lacks_scale(one, numbers[at], numbers[at + 1]):
                return ()
            found.append(reading_of(items[at].start, items[at + 1].end, _range(one, two), measure))
            at += 2
            if at < len(items) and numbers[at] != items[at].number:  # it ends no other range
                numbers[at] = items[at].number
                numerals[at] = read_number(numbers[at])
        else:
            found.append(reading_of(items[at].start, items[at].end, one, measure))
            at += 1
        if at < len(items) and items[at - 1].own and items[at].own:
            break  # what follows has all that it needs, and is found where it begins
    return tuple(found)


def _in_full(items: Sequence[Item], separators: Sequence[str]) -> list[str]:
    """The numbers as written, but for those of which only the end is."""
    numbers = [item.number for item in items]
    for at, separator in enumerate(separators[: len(items) - 1]):
        numbers[at + 1] = complete(numbers[at], numbers[at + 1], separator)
    return numbers


def reading_of(start: int, end: int, numeral: Numeral, measure: Measure) -> FigureReading:
    """One number of something, at its place."""
    if measure.factor != 1:
        numeral = numeral.times(measure.factor)
    return FigureReading(
        start=start,
        end=end,
        kind=measure.kind,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
        precision=numeral.step,
        unit=measure.unit,
        per=measure.per,
        candidates=measure.candidates,
    )


def _range(one: Numeral, two: Numeral) -> Numeral:
    ends = [end for end in (one.value, two.value) if end is not None]
    steps = [step for step in (one.step, two.step) if step is not None]
    return Numeral(None, max(steps, default=None), min(ends, default=None), max(ends, default=None))


def _share_scale(one: Numeral, first: str, two: Numeral, second: str, listed: bool) -> Numeral:
    """The scale of the second is of both ("$89 to $93 billion"), unless that would turn the range around."""
    if one.value is None or two.value is None or read_scale(first) != 1:
        return one
    shared = with_scale(one, second)
    assert shared.value is not None
    return shared if abs(shared.value) <= abs(two.value) or (listed and abs(one.value) < 1000) else one


def _lacks_scale(one: Numeral, first: str, second: str) -> bool:
    """Whether the low end of a range has no scale, nor that of its high end ("$900-1 billion")."""
    number = read_number(first)
    fraction = "/" in second or "\u2044" in second
    large = read_scale(second) >= (HUNDRED if fraction else LARGE)  # "4.5-8/6 hundred"
    alone = read_scale(first) == 1 and large and number is not None
    return alone and number is not None and 0 != number.value == one.value


LARGE, HUNDRED = 1_000_000, 100


def _first_sharing(text: str, items: Sequence[Item], separators: Sequence[str], kind: Kind) -> int:
    """The index of the first item from which on every item has the unit or shares it."""
    for index in range(len(items) - 2, -1, -1):
        scaled = kind is Kind.PERCENT and _is_other_than_percent(items, separators, index)
        if not items[index].own and (scaled or not _shares(text, items, separators, index)):
            return index + 1
    return 0


def _is_other_than_percent(items: Sequence[Item], separators: Sequence[str], index: int) -> bool:
    """Whether a number before percentages is none itself: "7.4 billion and 54%", "fell 1,200 or 2.8 percent".

    Of two alternatives the second is a little more: "3 or 4 percent".
    """
    if read_scale(items[index].number) > 1:
        return True
    one, two = (read_number(item.number) for item in items[index : index + 2])
    if one is None or two is None or one.value is None or two.value is None:
        return False
    kind = separator_kind(separators[index])
    if one.value <= 0:
        return False
    if kind == "or":
        return not one.value <= two.value <= ALTERNATIVES * one.value
    return kind == "and" and is_large(items[index].number) and one.value > SMALL * two.value


ALTERNATIVES = 5


def _shares(text: str, items: Sequence[Item], separators: Sequence[str], index: int) -> bool:
    signed = not text[items[index + 1].start].isdecimal()  # "in 2019 to $2,400"
    if is_year(items[index].number) and (signed or not is_large(items[index + 1].number)):
        return False
    kind = separator_kind(separators[index])
    alone = not any(separator_kind(s) == "comma" for s in separators[:index])
    if kind in ("or", "and") and separators[index].startswith(",") and alone:
        return False  # "2.14, or 0.5 percent": two measures; "from 1.83, and 142 yen": two things
    return kind != "comma" or any(separator_kind(s) in ("and", "or") for s in separators[index:])


def _is_range(text: str, items: Sequence[Item], separators: Sequence[str], at: int, measure: Measure) -> bool:
    kind = separator_kind(separators[at])
    start = items[at].start
    if kind == "and":
        return before("between").search(text, max(0, start - 32), start) is not None
    said = len(separators[at].strip()) > 1  # "to", no dash
    if kind != "to" or (said and _leaps(text, items, at, measure)):
        return False
    one_said, two_said = (item.number for item in items[at : at + 2])
    pair = at == 0 and len(items) < 4 and said
    if pair and before("ranging").search(text, max(0, start - 24), start):
        return True
    if pair and said and BELOW.match(text, items[at + 1].end):
        return not falls(one_said, two_said)  # "fell 50% to 75% below that of a year before"
    if pair and before("moved_from").search(text, max(0, start - 128), start):
        # "raised its outlook to $4.35 to $4.45 a share, from $4.20 to $4.35": the new range, the old one
        told = before("range_from").search(text, max(0, start - 64), start)
        return told is not None and not falls(one_said, two_said)
    if pair and falls(one_said, two_said) and before("from_some").search(text, max(0, start - 48), start):
        return False  # "down from a peak of 7% to 5.25%": a range begins with its low end
    by_some = before("by").search(text, max(0, start - 16), start)
    if by_some and pair and measure.kind is Kind.PERCENT and not apart(one_said, two_said):
        return _moves_between(text, start)
    ahead = pair and not by_some and before("will_move").search(text, max(0, start - 56), start)
    percent = pair and measure.kind is Kind.PERCENT
    ahead = ahead or (percent and before("seen_up").search(text, max(0, start - 140), start))
    if ahead and not apart(one_said, two_said):
        return True
    apart_by = separators[at].strip()
    parted = (apart_by in ("-", "\u2013") and " " in separators[at]) or apart_by == "\u2014"
    if parted and (
        one_said == two_said or falls(one_said, two_said) or read_scale(one_said) > read_scale(two_said)
    ):
        return False  # "$40 million \u2013 $2 a share", "cost \u00a3172,300 - \u00a311,500 less than": a dash
    return not _is_change_and_level(text, items, at, measure, pair=pair)


BELOW = Pattern(r" (?:above|below|(?:higher|less|lower|more) than)\b")
"""Behind two percentages: what both are set against."""


def _is_change_and_level(text: str, items: Sequence[Item], at: int, measure: Measure, *, pair: bool) -> bool:
    """Whether the first of two numbers is how far something moved, and the second where it came to."""
    start = items[at].start
    one_said, two_said = (item.number for item in items[at : at + 2])
    scaled = read_scale(items[at].number) > 1 and read_scale(items[at + 1].number) > 1
    own = pair and (not measure.unit or scaled or (items[at].own and items[at + 1].own))
    moved = own and before("moved").search(text, max(0, start - 48), start)
    moved = moved or (own and before("moved_too").search(text, max(0, start - 120), start))
    by = own and before("by_or_gain_of").search(text, max(0, start - 64), start)
    if (moved or by) and old_behind().match(text, items[at + 1].end):
        return True  # "by 5 percent to 105 percent from 100": the change, the level, the level before
    twice = own and measure.kind is Kind.MONEY and _is_told_twice(text, start)
    if (by or twice) and far_apart(one_said, two_said):
        return True  # "by 120 million to 1.1 billion", "3 percent, or $4 to $58": the change, the level
    small = pair and not own and dwarfed(one_said, two_said)
    if small and before("moved").search(text, max(0, start - 48), start):
        return True  # "lost 15 to 1,240 yen"
    one, two = (read_scale(item.number) for item in items[at : at + 2])
    # "fell $212 million to $1.1 billion": the change, the level
    in_full = one > 1 or is_large(items[at].number)  # "fell 12,000 to 4.7 million"
    return bool(moved) and (one == two or (in_full and apart(one_said, two_said)))


def _leaps(text: str, items: Sequence[Item], at: int, measure: Measure) -> bool:
    """Whether bare numbers are a change and a level, where no "from" or "between" leads to them."""
    if measure.unit or measure.kind is not Kind.COUNT or len(items) > 3:
        return False
    start = items[at].start
    told = (
        before(how).search(text, max(0, start - 48), start) for how in ("between", "from_some", "ranging")
    )
    return leaps(items[at].number, items[at + 1].number) and not any(told)


def _moves_between(text: str, start: int) -> bool:
    """Whether something moves by a percentage up to another ("will fall by 10% to 12%", "raised prices by").

    What is told to have fallen by 10% came to 12%.
    """
    begin = max(0, start - 64)
    told = (before(how).search(text, begin, start) for how in ("will_move_by", "amount_by"))
    return any(hit is not None for hit in told)


def _is_told_twice(text: str, start: int) -> bool:
    """Whether a change in percent stands before an amount that tells it again ("3 percent, or $4")."""
    return before("percent_or").search(text, max(0, start - 24), start) is not None


def separator_kind(separator: str) -> str:
    """What joins two numbers: "to" (a range), "and", "or" or "comma"."""
    word = separator.strip(" ,\t\n\u00a0").lower()
    if not word:
        return "comma"
    if word.startswith(("and", "or")):
        return "or" if word.startswith("or") else "and"
    return "to"
