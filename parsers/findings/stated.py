"""Exchange rates that a text states: "$1 = 7.25 yuan", "translated at 7.0176 yuan to the dollar"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from parsers import lexicon
from parsers.findings.base import Facts, Range, both
from parsers.findings.words import says
from parsers.model import Figure, Kind, Span
from parsers.values import record
from parsers.worded import Worded, worded


@record
class Stated:
    """So many of ``over`` are one of ``under`` (ISO codes); the figure that says so, and where."""

    over: str
    under: str
    rate: Range
    figure: Figure
    span: Span

    @property
    def units(self) -> frozenset[str | None]:
        """Both currencies."""
        return frozenset((self.over, self.under))


def find_stated(facts: Facts) -> list[Stated]:
    """The rates that a text states for its conversions, in text order."""
    money = [f for f in facts.figures if f.kind is Kind.MONEY]
    return [*_equated(facts, money), *_per_unit(facts, money)]


def _equated(facts: Facts, money: list[Figure]) -> Iterator[Stated]:
    for left, right in pairwise(money):
        if right.start - left.end > 12 or left.unit == right.unit or 1 not in (left.value, right.value):
            continue
        joint = facts.between(left, right).strip()
        if joint == "=" or (_equal().fullmatch(joint) and says(_sentence(facts, left), "conversion")):
            one, many = (left, right) if left.value == 1 else (right, left)
            if many.unit and one.unit and many.value:
                yield Stated(many.unit, one.unit, both(many), many, Span(left.start, right.end))


def _per_unit(facts: Facts, money: list[Figure]) -> Iterator[Stated]:
    for figure in money:
        if not (figure.unit and figure.value):
            continue
        match = PER_CURRENCY.match(facts.text, figure.end, figure.end + NAMED)
        if match is None or not says(_sentence(facts, figure), "conversion"):
            continue
        found = lexicon.find("currencies.name", match["name"])
        if found and found[0].id != figure.unit:
            span = Span(figure.start, match.end())
            yield Stated(figure.unit, found[0].id, both(figure), figure, span)


def _sentence(facts: Facts, figure: Figure) -> str:
    span = facts.sentence(figure.start)
    return facts.text[span.start : span.end]


@cache
def _equal() -> regex.Pattern[str]:
    return worded("<<checks.equal>>")


PER_CURRENCY = Worded(
    r"\s{0,2}(?:to|per|for|a|/)\s{0,2}(?:(?:the|one|each|a)\s)?(?:US\s|U\.S\.\s)?(?P<name><<currencies.name>>)(?!\p{L})"
)
"""Behind an amount: the currency of which it is for one."""
NAMED = 64
"""How many characters behind it the name of the currency reaches."""
