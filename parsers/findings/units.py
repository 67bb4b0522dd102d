"""Check 8: price times number, a multiple of a base, a coupon with its yield."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.findings.base import Check, Facts, Range, both, finding
from parsers.findings.bonds import NAME, check_yields
from parsers.findings.interval import around
from parsers.findings.moves import open_ended
from parsers.findings.wording import about, amounts, name, trimmed
from parsers.findings.words import either, says
from parsers.lazy import Pattern
from parsers.model import Figure, Finding, Kind, LinkKind, Span, State
from parsers.patterns import compiled
from parsers.worded import worded

# Fees, discounts and odd lots: a product this near to the total is not called wrong.
ROOM = Decimal("0.02")
FARTHEST = Decimal(12)


def check_units(facts: Facts) -> Iterator[Finding]:
    """The findings on the sentences that give a price, a number and what they come to."""
    totals = {link.figures: link.evidence for link, _ in facts.links(LinkKind.PER)}
    for group in facts.sentences.values():
        if len(group) < 3:
            continue
        yield from _products(facts, group, totals)
        yield from _multiples(facts, group)
        yield from check_yields(facts, group)


# -- price times number ---------------------------------------------------------------------------


def _products(
    facts: Facts, group: Sequence[Figure], totals: dict[tuple[str, ...], Span]
) -> Iterator[Finding]:
    """Only where the sentence has one price, one number and one total is it clear what belongs."""
    prices = [f for f in group if f.kind is Kind.MONEY and f.value and _unit(facts, f)]
    if len(prices) != 1 or any(f.kind in (Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE) for f in group):
        return
    price = prices[0]
    unit = _unit(facts, price)
    numbers = [f for f in group if f.kind in (Kind.COUNT, Kind.QUANTITY) and f.value and _same_unit(f, unit)]
    wholes = [
        f
        for f in group
        if f.kind is Kind.MONEY and f.unit == price.unit and f is not price and f.value and not f.per
    ]
    numbers = [] if any(n.value == 1 for n in numbers) else numbers  # "one share for each, worth 130p"
    numbers = [n for n in numbers if FOR_EACH.match(facts.text, n.end) is None]
    if len(numbers) == 1 and len(wholes) == 1 and _joined(facts, price, numbers[0], wholes[0], totals):
        yield _product(facts, price, numbers[0], wholes[0])


FOR_EACH = Pattern(r" (?:\p{L}+ )?for (?:each|every)\b")
"""Behind so many that are offered for each one held, which is no number of them all."""


def _unit(facts: Facts, figure: Figure) -> str | None:
    """What a price is for: its own unit, or "each"."""
    if figure.per:
        return figure.per
    return "each" if _each().match(facts.text, figure.end) else None


def _same_unit(number: Figure, unit: str | None) -> bool:
    noun = number.unit or ""
    return unit == "each" or noun == unit or noun.endswith(f" {unit}")


def _joined(
    facts: Facts, price: Figure, number: Figure, total: Figure, totals: dict[tuple[str, ...], Span]
) -> bool:
    """Whether the text itself says that the total is what the number comes to."""
    if (total.id, price.id) in totals and number.end <= max(price.end, total.end):
        return True
    first, last = sorted((price, number), key=lambda f: f.start)
    if total.start > last.end:
        return _total().search(facts.text, last.end, total.start) is not None and total.start - last.end < 60
    if total.end < first.start:
        return _made_of().fullmatch(facts.between(total, first)) is not None
    return _total().search(facts.text, first.end, total.start) is not None


def _product(facts: Facts, price: Figure, number: Figure, total: Figure) -> Finding:
    product = both(price) * both(number)
    stated = both(total)
    figures = [number, price, total]
    formula = f"{name(number)} × {name(price)} = {amounts(product.printed, total)}; stated {name(total)}"
    start, end = min(f.start for f in figures), max(f.end for f in figures)
    sentence = facts.sentence(start)
    words = facts.text[max(sentence.start, start - 60) : min(sentence.end, end + 40)]
    shown = about(product.printed, product.value, total)
    terms = f"{name(number)} at {name(price)} come to {shown}"
    if product.meets(stated):
        message = f"{terms}: {name(total)} fits."
        return finding(NAME, State.AGREES, figures, message, formula=formula, expected=product.printed)
    if says(words, "net") or any(map(open_ended, figures)) or product.gap(stated) <= ROOM:
        message = f"{terms}; {name(total)} may leave out or add something, such as fees."
        return finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, expected=product.printed)
    message = f"{terms}, not {name(total)}{_slip(product, stated)}."
    return finding(NAME, State.DISAGREES, figures, message, formula=formula, expected=product.printed)


def _slip(product: Range, stated: Range) -> str:
    ratio = product.value / stated.value
    larger = ratio if ratio > 1 else 1 / ratio
    near = next(
        (
            f
            for f in (10, 100, 1000, 1_000_000)
            if around(Decimal(f), Decimal(f) / 10).meets(around(larger, Decimal(0)))
        ),
        None,
    )
    return f": a slip of scale by {near:,} is likely" if near else ""


# -- "$500 million, or 10 times its annual sales of $50 million" ----------------------------------


def _multiples(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    for total, factor, base in zip(group, group[1:], group[2:], strict=False):
        if factor.kind is not Kind.MULTIPLE or not factor.value or factor.precision is None:
            continue
        if not (
            total.kind is base.kind is Kind.MONEY and total.unit == base.unit and total.value and base.value
        ):
            continue
        if _or().fullmatch(facts.between(total, factor)) and _base().fullmatch(facts.between(factor, base)):
            yield _multiple(total, factor, base)


def _multiple(total: Figure, factor: Figure, base: Figure) -> Finding:
    product = both(factor) * both(base)
    stated = both(total)
    times = trimmed((both(total) / both(base)).value, 3)
    figures = [total, factor, base]
    formula = f"{name(factor)} × {name(base)} = {amounts(product.printed, total)}; stated {name(total)}"
    if product.meets(stated):
        message = f"{name(total)} is {times} times {name(base)}: {name(factor)} fits."
        return finding(NAME, State.AGREES, figures, message, formula=formula, expected=product.printed)
    if any(map(open_ended, figures)):
        message = f"{name(total)} is {times} times {name(base)}; the text gives bounds only."
        return finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, expected=product.printed)
    message = f"{name(total)} is {times} times {name(base)}, not {name(factor)}{_slip(product, stated)}."
    return finding(NAME, State.DISAGREES, figures, message, formula=formula, expected=product.printed)


# -- words ----------------------------------------------------------------------------------------


@cache
def _each() -> regex.Pattern[str]:
    return compiled(r"\s(?:each|apiece)(?!\p{L})")


@cache
def _total() -> regex.Pattern[str]:
    return worded(rf"(?<!\p{{L}}){either('checks.total')}\s(?:about\s|around\s|some\s|roughly\s|nearly\s)?\Z")


@cache
def _made_of() -> regex.Pattern[str]:
    """Between a total and what it is made of: " by selling ", " for ", " worth of stock, "."""
    return worded(
        rf"\s(?:[\p{{L}}'\u2019-]+\s){{0,3}}?{either('checks.made')}\s(?:about\s|some\s|around\s|its\s|all\s|the\s)?"
    )


@cache
def _or() -> regex.Pattern[str]:
    return compiled(
        r",?\s(?:or|which\sis|that\sis|equal\sto|equivalent\sto)\s(?:about\s|around\s|some\s|roughly\s|nearly\s)?"
    )


@cache
def _base() -> regex.Pattern[str]:
    return compiled(
        r"\s(?:(?:its|their|the|last|annual|yearly|year's|net|expected|forward|trailing|[\p{L}]+)\s){0,4}?(?:profit|profits|earnings|sales|revenue|revenues|income|EBITDA|turnover|cash\sflow)\sof\s(?:about\s|around\s|some\s)?"
    )


CHECK = Check(
    name=NAME,
    title="Per unit",
    needs="a price, a number of things and their total; a multiple with its base; a bond's price and coupon",
    decides="the product of the printed digits meets the stated total, with 2 % of room for fees",
    run=check_units,
    examples=(
        ("It sold 4.0 million shares at $15.00 each for a total of $80.0 million.", "come to $60.0 million"),
        ("They paid $480 million, or 12 times its yearly profit of $30 million.", "is 16 times"),
        (
            "The bond, with a 4.50 percent coupon, was priced at 98.20 to yield 4.10 percent.",
            "yields more than",
        ),
    ),
    rejects=(
        "It sold 4.0 million shares at $15.00 each for a total of $60.0 million.",
        "They paid $360 million, or 12 times its yearly profit of $30 million.",
        "It sold 4.0 million shares at $15.00 each, for $57.2 million after fees.",
        "The issue, two new shares for each one held, is to bring in $28.8 billion at $6.55 a share.",
    ),
)
