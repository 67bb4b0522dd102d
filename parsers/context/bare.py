"""Bare millions that can only be money: "revenue rose to 220 million", "to 1.1 billion from $964 million"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.large import MILLION
from parsers.digits import GAP
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.patterns import compiled
from parsers.spelled import read_scale
from parsers.worded import worded

CLAUSE = 80
"""How many characters before a number may say that it is one of money."""


def money_like(
    text: str, figure: Figure, following: Figure | None, before: Sequence[Figure]
) -> Figure | None:
    """The amount whose currency a bare number of millions has, if it can only be money."""
    if following is not None and _is_amount(following) and following.sentence == figure.sentence:
        from_it = _from().fullmatch(text, figure.end, following.start) is not None
        if from_it and figure.value and following.value:
            return following if TENTH <= abs(figure.value / following.value) <= 10 else None
    if same := _does_the_same(text, figure, before):
        return same
    if not (_measures_money(text, figure) and _stands_alone().match(text, figure.end)):
        return None
    return next((f for f in reversed(before) if _is_amount(f)), None)


def _does_the_same(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The amount right before that another did the same with ("A paying $3 million, B paying 2 million")."""
    last = before[-1] if before else None
    if last is None or last.sentence != figure.sentence or not _is_amount(last):
        return None
    if GAPPED.fullmatch(text, last.end, figure.start) and _stands_alone().match(text, figure.end):
        if not figure.value or not last.value:
            return None
        return last if TENTH <= abs(figure.value / last.value) <= 10 else None
    deed = DEED.search(text, max(0, last.start - CLAUSE), last.start)
    if deed is None or not text.startswith(f"{deed[1]} ", figure.start - len(deed[1]) - 1):
        return None
    return last if _stands_alone().match(text, figure.end) else None


GAPPED = Pattern(r"(?:,|,? and|,? while) (?:the )?(?:\p{Lu}[\p{L}&.'\u2019-]*+ ){1,4}(?:about |some |just )?")
"""Between two amounts, with the second one's verb left out ("Norvik pays 142 million euros and Orlin")."""
DEED = Pattern(r"(?r)\b(\p{Ll}{2,12}(?:ing|ed))[ ]\Z")
"""What somebody does with an amount, right before it."""


TENTH = Decimal("0.1")


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is an amount of millions in a currency."""
    return figure.kind is Kind.MONEY and figure.per is None and read_scale(figure.text) >= MILLION


def _measures_money(text: str, figure: Figure) -> bool:
    """Whether the words before or behind a number name what is only measured in money."""
    if _in_money().match(text, figure.end) is not None:
        return True
    return _of_money().search(text, max(0, figure.start - CLAUSE), figure.start) is not None


@cache
def _from() -> regex.Pattern[str]:
    return compiled(
        rf"(?i),?{GAP}(?:(?:up|down){GAP})?(?:from|versus|vs\.?|against|compared{GAP}(?:with|to)){GAP}"
        rf"(?:about{GAP}|some{GAP})?"
    )


@cache
def _of_money() -> regex.Pattern[str]:
    return worded(
        rf"(?i)\b<<contextwords.in_money>>(?:{GAP}(?!(?:and|or|per)\b)[\p{{L}}\d%'\u2019-]++(?:\.\d++)?){{0,8}}?{GAP}"
        rf"(?:to|of|at|was|were|totall?ed|reached|hit)(?:{GAP}(?:an?|the)(?:{GAP}(?:total|record|low|high)){{1,2}}(?:{GAP}of)?)?"
        rf"(?:{GAP}(?:about|some|nearly|around|just))?{GAP}$"
    )


@cache
def _in_money() -> regex.Pattern[str]:
    return worded(rf"(?i){GAP}in{GAP}(?:\p{{Ll}}++{GAP})?<<contextwords.in_money>>\b")


@cache
def _stands_alone() -> regex.Pattern[str]:
    return compiled(
        rf"(?i)[.,;)]|\s*\Z|{GAP}(?:in|from|for|last|this|a{GAP}year|compared|versus|vs|after|as|while|and|on|at|during)\b"
    )
