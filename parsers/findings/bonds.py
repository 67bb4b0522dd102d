"""A bond below its face value yields more than its coupon, one above it less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.findings.base import Facts, both, finding
from parsers.findings.wording import name
from parsers.model import Figure, Finding, State
from parsers.patterns import compiled

NAME = "per-unit"

PAR = Decimal(100)


def check_yields(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    """Below 100 a bond yields more than its coupon, above 100 less."""
    shares = [f for f in group if f.unit == "percent" and f.value]
    coupons = [f for f in shares if _coupon(facts, f)]
    yields = [f for f in shares if _yield(facts, f) and f not in coupons]
    prices = [f for f in group if _price(facts, f) and f not in coupons and f not in yields]
    if len(coupons) == len(yields) == len(prices) == 1:
        yield _bond(coupons[0], yields[0], prices[0])


def _bond(coupon: Figure, gain: Figure, price: Figure) -> Finding:
    level, paid, earned = both(price).printed, both(coupon).printed, both(gain).printed
    figures = [price, coupon, gain]
    below, above = level.high < PAR, level.low > PAR
    relation = "below" if below else "above" if above else "at"
    rule = {"below": "more than", "above": "less than", "at": "as much as"}[relation]
    signs = {"below": "<>", "above": "><", "at": "=="}[relation]
    message = (
        f"A bond that is priced at {name(price)}, {relation} its face value, "
        f"yields {rule} its coupon of {name(coupon)}"
    )
    formula = f"price {name(price)} {signs[0]} 100, so yield {signs[1]} {name(coupon)}"
    wrong = (below and earned.high < paid.low) or (above and earned.low > paid.high)
    if wrong:
        return finding(NAME, State.DISAGREES, figures, f"{message}, not {name(gain)}.", formula=formula)
    fits = (below and earned.low > paid.high) or (above and earned.high < paid.low)
    if fits or (not below and not above and earned.meets(paid)):
        return finding(NAME, State.AGREES, figures, f"{message}: {name(gain)} fits.", formula=formula)
    end = "as printed, this cannot be told."
    return finding(NAME, State.CANNOT_CHECK, figures, f"{message}; {end}", formula=formula)


def _coupon(facts: Facts, figure: Figure) -> bool:
    return bool(
        _coupon_after().match(facts.text, figure.end) or _coupon_before().search(facts.before(figure, 30))
    )


def _yield(facts: Facts, figure: Figure) -> bool:
    return bool(_yield_before().search(facts.before(figure, 30)))


def _price(facts: Facts, figure: Figure) -> bool:
    if figure.value is None or not 50 <= figure.value <= 150:
        return False
    return bool(_price_before().search(facts.before(figure, 30)))


@cache
def _coupon_after() -> regex.Pattern[str]:
    return compiled(r"(?:\s(?:annual|fixed|interest|semi-annual))?\scoupon(?!\p{L})")


@cache
def _coupon_before() -> regex.Pattern[str]:
    return compiled(r"\bcoupon\s(?:rate\s)?(?:of|is|was|at)\s\Z")


@cache
def _yield_before() -> regex.Pattern[str]:
    return compiled(
        r"\b(?:yields?|yielded|yielding)\s(?:(?:to\smaturity\s)?(?:of|is|was|at)\s)?(?:about\s)?\Z"
    )


@cache
def _price_before() -> regex.Pattern[str]:
    return compiled(
        r"\b(?:priced\sat|price\s(?:of|was|is)|trading\sat|traded\sat|sold\sat|issued\sat|quoted\sat)\s(?:about\s)?\Z"
    )
