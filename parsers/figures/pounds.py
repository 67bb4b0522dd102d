"""Pounds that are a weight and no money: "a 20-pound turkey", "weighs 20 pounds", "20 pounds of fish"."""

from __future__ import annotations

from parsers.digits import GAP
from parsers.figures.amounts import AMOUNTS, read_amounts
from parsers.figures.currency import pattern, plainly_amount
from parsers.figures.range import Item, Measure
from parsers.mentions import Candidate
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS
from parsers.rules import DIGIT, Hit, Rule
from parsers.spelled import read_scale

BEFORE = 90
"""How many characters before pounds other pounds of the same kind are looked for."""
_NO_MONEY = rf"(?!(?:[\p{{L}}-]+{GAP}){{0,2}}<<moneywords.moneyed>>(?!\p{{L}}))"
_STUFF = rf"pounds?{GAP}of{GAP}{_NO_MONEY}"


def are_weight(hit: Hit, item: Item) -> bool:
    """Whether the pounds of ``item`` are a weight."""
    text, start, end = hit.text, hit.start, item.end
    if (
        not pattern(r"[\s-]pounds?").search(text, end - 7, end)
        or item.end - item.start > len(item.number) + 8
    ):
        return False  # with an adjective it is a currency
    if pattern(rf"{GAP}\((?:about{GAP})?\p{{Sc}}|{GAP}in{GAP}cash(?!\p{{L}})").match(text, end) is not None:
        return False  # "bought the freight group for 900 million pounds ($1.2 billion)"
    if pattern(r"\b<<moneywords.weigh>>\b[^.;]{0,24}$").search(text, max(0, start - 36), start):
        return True
    slim = pattern(rf"\b<<moneywords.slim>>(?:{GAP}\w{{1,8}}){{0,2}}{GAP}$")
    if not plainly_amount(item.number) and slim.search(text, max(0, start - 36), start):
        return True
    if pattern(r"-pound(?!s)").search(text, item.end - 7, end) and read_scale(item.number) == 1:
        return True
    if pattern(rf"{_STUFF}[^.]{{0,60}}$").search(text, max(0, start - BEFORE), start):
        return True  # "81 pounds of waste, up from 47 pounds"
    metric = (
        rf"\d[^\S\n-]?(?:kilo(?:gram)?s?|kgs?|grams?|tons?|tonnes?)(?:{GAP}\(|,{GAP}or{GAP})(?:about{GAP})?$"
    )
    if pattern(metric).search(text, max(0, start - 36), start):
        return True  # "120 kilograms (265 pounds)"
    after = (
        rf"{GAP}of{GAP}{_NO_MONEY}"
        rf"|{GAP}\([\d,.]{{1,9}}[^\S\n-]?(?:kilo|kg|gram|ton)"
        rf"|{GAP}(?:per{GAP}square|<<moneywords.weigh>>(?!\p{{L}}))"
    )
    return pattern(after).match(text, end) is not None


def _read(hit: Hit) -> Candidate | None:
    end = hit.match.end()
    number = hit.head.numbers[-1]
    if not are_weight(hit, Item(hit.head.spans[-1][0], end, number, own=True)):
        return None
    found = read_amounts(hit, Measure(Kind.QUANTITY, "pound"), end)
    return hit.candidate(start=found[0].start, figures=found) if found else None


RULES = (
    Rule(
        name="quantity.pounds",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("pound", "pounds"),
        head=AMOUNTS,
        pattern=r"[\s-]pounds?(?![\p{L}\p{N}])",
        read=_read,
        examples=(
            ("it weighs 20 pounds", "20 pounds"),
            ("they caught 80 to 90 pounds of fish", "80 to 90 pounds"),
            ("a 12-pound turkey", "12-pound"),
        ),
        rejects=(
            "it costs 20 pounds",
            "20 million pounds of debt",
            "20 million pounds of pre-tax charges",
            "It bought a freight group for 900 million pounds ($1.2 billion).",
            "20 pounds sterling",
        ),
    ),
)
