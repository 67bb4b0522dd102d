"""Bare numbers that are rates of exchange: "fell to 18.64 per dollar", "opened at 62.35"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.draft import fill
from parsers.context.large import as_model
from parsers.digits import GAP
from parsers.figures.currency import Currency, read_name
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.patterns import compiled
from parsers.worded import worded

CLAUSE = 80
"""How many characters before a number the currency may stand that it is a rate of."""
FINE = Decimal("0.01")
"""The coarsest step in which a rate is told."""
REACH = 6
"""How many sentences back the last rate may stand."""
LEAST, MOST = Decimal("0.9"), Decimal("1.1")
"""How far a rate may be from the one told before it, as its multiple."""


def as_rate(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """A bare number with the currency that it is a rate of, where the words or the rates before it say so."""
    if figure.kind is not Kind.COUNT or figure.unit is not None:
        return figure
    told = _told_rate(text, figure)
    if told is not None:
        inferred = (*figure.inferred, "unit")
        return fill(figure, kind=Kind.MONEY, unit=told.unit, candidates=told.candidates, inferred=inferred)
    fine = figure.precision is not None and (figure.precision <= FINE or figure.value is None)
    if not fine or FRACTION.search(figure.text) is None:
        return figure
    rates = [f for f in before if _is_rate(f)]
    if (
        not rates
        or figure.sentence - rates[-1].sentence > REACH
        or BESIDE.match(text, figure.end) is not None
    ):
        return figure
    like = next((f for f in reversed(rates) if _are_near(figure, f)), None)
    if like is None and _is_of_pair(text, figure):
        like = rates[-1]
    return figure if like is None else as_model(figure, like, Decimal(1))


FRACTION = Pattern(r"\d\.\d\d")
BESIDE = Pattern(r"[ -](?:points?|percent|per[ -]cent|basis|million|billion|times|seconds?)\b|%")


def _told_rate(text: str, figure: Figure) -> Currency | None:
    """The currency of a number, as what one of another costs ("fell to 18.64 per dollar")."""
    other = _per_other().match(text, figure.end)
    if other is None:
        return None
    told = _currency_before().search(text, max(0, figure.start - CLAUSE), figure.start)
    if told is None:
        return None
    own = read_name((told["name"] or told["alone"]).lower(), told["adjective"])
    dollar = other["other"].lower() in ("dollar", "greenback")
    return read_name("dollar", None) if own is not None and dollar and own.unit in BASES else own


BASES = ("EUR", "GBP")
"""Currencies of which one is told in dollars ("the euro rose to 1.0850 against the dollar")."""


def _is_rate(figure: Figure) -> bool:
    """Whether an amount is a rate that only its surroundings gave a currency."""
    fine = figure.precision is not None and figure.precision <= FINE
    return figure.kind is Kind.MONEY and fine and "unit" in figure.inferred and figure.text[-1:].isdigit()


def _are_near(figure: Figure, rate: Figure) -> bool:
    """Whether a number, or a range, lies near a rate."""
    ends = [n for n in (figure.value, figure.low, figure.high) if n is not None]
    old = rate.value if rate.value is not None else rate.low
    return old is not None and old > 0 and bool(ends) and all(LEAST <= n / old <= MOST for n in ends)


def _is_of_pair(text: str, figure: Figure) -> bool:
    """Whether a number tells the currency against another one ("against the pound it rose to 103.61")."""
    low = max(0, figure.start - CLAUSE)
    pair = _for_other().match(text, figure.end) or _against().search(text, low, figure.start)
    return pair is not None


OTHER = r"(?:U\.S\.{0}|US{0})?(?P<other>dollar|greenback|euro|pound|sterling|yen)"


@cache
def _per_other() -> regex.Pattern[str]:
    other = OTHER.replace("{0}", GAP)
    return compiled(rf"(?i){GAP}(?:per|an?|to{GAP}the|(?:for|against){GAP}(?:the|an?)){GAP}{other}\b")


@cache
def _for_other() -> regex.Pattern[str]:
    other = OTHER.replace("{0}", GAP)
    return compiled(rf"(?i){GAP}(?:to|for|against){GAP}the{GAP}{other}\b")


@cache
def _against() -> regex.Pattern[str]:
    other = OTHER.replace("{0}", GAP)
    return compiled(
        rf"(?i)\bagainst{GAP}(?:the{GAP})?{other}(?:{GAP}[\p{{L}}.'\u2019-]++){{0,6}}?{GAP}(?:to|at){GAP}$"
    )


@cache
def _currency_before() -> regex.Pattern[str]:
    return worded(
        rf"(?i)(?:(?:\bthe|['\u2019]s){GAP}(?:(?P<adjective><<currencies.adjective>>){GAP})?"
        rf"(?P<name><<currencies.name|currencies.common>>)|(?<!\p{{L}})(?P<alone>sterling))"
        rf"(?:{GAP}(?!(?:and|or|per(?!{GAP}cent))\b)[\p{{L}}\d%.'\u2019-]++){{0,9}}?{GAP}(?:to|at|of|past|through|near|beyond)(?:{GAP}about)?{GAP}$"
    )
