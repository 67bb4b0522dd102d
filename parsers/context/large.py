"""Bare millions: what is the rest, the next or the old value of an amount shortly before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.draft import fill
from parsers.context.expected import FORESEEN, analysts_saw, is_of_like_size
from parsers.digits import GAP
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.patterns import compiled
from parsers.spelled import read_scale
from parsers.worded import worded

SHARED = (Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.QUANTITY, Kind.DURATION)
MILLION = 1_000_000
REST = 6
"""How many figures before one are looked at for the amount that it is the rest of."""


def share_large(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """A bare number of millions that tells the rest, or the next, of an amount of money shortly before."""
    near = [f for f in before[-REST:] if f.sentence >= figure.sentence - 1]
    large = [f for f in near if read_scale(f.text) >= MILLION and f.kind in (*SHARED, Kind.COUNT)]
    if large and large[-1].kind is Kind.QUANTITY and large[-1].sentence == figure.sentence:
        lead = text[max(large[-1].end, figure.start - 40) : figure.start]
        alike = read_scale(figure.text) == read_scale(large[-1].text)
        old = alike and (_strong().search(lead) is not None or _moved_to().search(lead) is not None)
        return as_model(figure, large[-1], Decimal(1)) if old else figure
    if not large or large[-1].kind is not Kind.MONEY or large[-1].per is not None:
        return figure
    if any(f.kind is Kind.COUNT and f.unit is not None for f in large):
        return figure  # "3.2 million customers pay $40 million; another 2 million use it free"
    lead = text[max(large[-1].end, figure.start - 40) : figure.start]
    together = large[-1].sentence == figure.sentence
    told = _rests().search(lead) is not None
    told = told or (together and _gapped().fullmatch(text, large[-1].end, figure.start) is not None)
    told = told or (
        together
        and (_strong().search(lead) or (_lists().search(lead) and _goes_to().match(text, figure.end)))
        is not None
    )
    behind = _foreseen().match(text, figure.end) or FORESEEN.match(text, figure.end)
    foreseen = THE.search(lead) is not None and behind is not None
    told = told or (together and (foreseen or OF_THEM.match(text, figure.end) is not None))
    told = told or (not together and _moves().search(lead) is not None and _is_of_money(text, figure.start))
    told = told or (analysts_saw().search(lead) is not None and is_of_like_size(figure, large[-1]))
    told = told or EARNED.search(lead) is not None or (together and LOST.search(lead) is not None)
    told = told or (
        together
        and AND_DOES.fullmatch(text, large[-1].end, figure.start) is not None
        and is_of_like_size(figure, large[-1])
    )
    return as_model(figure, large[-1], Decimal(1)) if told else figure


EARNED = Pattern(r"\b(?:earned|netted) (?:about |some |only |just |nearly |almost )?\Z")
LOST = Pattern(r"\blost (?:about |some |only |just |nearly |almost )?\Z")
"""Before money of which the currency was told before ("The coatings business earned 211 million")."""
AND_DOES = Pattern(
    r" (?:and|but) (?:then |also |to )?"
    r"(?:costs?|earn(?:s|ed)?|invest(?:s|ed)?|los(?:es?|t)|(?:re)?pa(?:ys?|id)|sav(?:es?|ed)|spen(?:ds?|t)) "
)
"""Between an amount and the next thing done ("will cost 500 million euros and save 400 million a year")."""


OF_THEM = Pattern(r" of (?:it|that|them|which|this)\b")
"""Behind a part of the amount before it ("250 billion euros of bonds, 40 billion of them by June")."""
THE = Pattern(r"\bthe \Z")


@cache
def _foreseen() -> regex.Pattern[str]:
    """Behind what analysts had in mind ("beating the 395 million average forecast")."""
    return compiled(
        rf"(?i){GAP}(?:(?:average|mean|median|consensus|analysts?['\u2019]?|market){GAP})?"
        r"(?:forecast|consensus|estimate|expectation|prediction|projection)s?\b"
    )


def _is_of_money(text: str, at: int) -> bool:
    """Whether a sentence has told of what is counted in money ("Payments were cut to 400 million")."""
    begun = max(at - CLAUSE, text.rfind(". ", max(0, at - CLAUSE), at) + 2)
    return _moneyed().search(text, begun, at) is not None and _of_things().search(text, begun, at) is None


CLAUSE = 90
"""How many characters before a bare number may say that it is one of money."""


@cache
def _of_things() -> regex.Pattern[str]:
    """Sales that are counted, and not in money ("car sales rose to 1.2 million")."""
    things = (
        "car|auto|vehicle|truck|home|house|unit|handset|phone|smartphone|ticket|PC|computer|console|album"
    )
    return compiled(rf"(?i)\b(?:{things})s?{GAP}sales\b")


@cache
def _moneyed() -> regex.Pattern[str]:
    return worded(r"(?i)\b<<moneywords.moneyed>>\b")


def as_model(figure: Figure, model: Figure, factor: Decimal) -> Figure:
    """``figure``, an amount or a range, with the kind and unit of ``model``."""
    if model is figure or (figure.value is None and figure.low is None):
        return figure

    def times(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor

    return fill(
        figure,
        kind=model.kind,
        unit=model.unit,
        per=model.per,
        candidates=model.candidates,
        value=times(figure.value),
        low=times(figure.low),
        high=times(figure.high),
        precision=times(figure.precision),
        inferred=(*figure.inferred, "unit"),
    )


@cache
def _rests() -> regex.Pattern[str]:
    return compiled(
        rf"(?i)\b(?:(?:the|its|their){GAP}(?:other|remaining)|another|an{GAP}(?:additional|extra)|a{GAP}further"
        rf"|the{GAP}rest,){GAP}$"
    )


@cache
def _strong() -> regex.Pattern[str]:
    return compiled(
        rf"(?i)\b(?:from|after|versus|against|compared{GAP}(?:with|to)|including|up|down|and{GAP}in{GAP}\d{{4}}{GAP}to){GAP}$"
    )


@cache
def _moved_to() -> regex.Pattern[str]:
    """Before what another one moved to ("fell 5% to 9 million tonnes, that in Peru 7% to 2 million")."""
    return compiled(rf"(?i)\d{GAP}?(?:%|pct\.?|percent|per{GAP}cent){GAP}to{GAP}$")


@cache
def _lists() -> regex.Pattern[str]:
    return compiled(rf"(?:,|,?{GAP}and|,?{GAP}with){GAP}(?:about{GAP}|some{GAP})?$")


@cache
def _gapped() -> regex.Pattern[str]:
    """Between an amount and one whose verb is left out ("sales were $20 million and profit 3 million")."""
    words = "<<moneywords.moneyed>>"
    return worded(
        rf"(?:,|,?{GAP}and){GAP}(?:(?:its|a|an|the){GAP})?(?:[\p{{Ll}}-]{{2,12}}{GAP})?{words}{GAP}(?:of{GAP})?"
    )


@cache
def _goes_to() -> regex.Pattern[str]:
    return compiled(
        rf"{GAP}(?:on|for|to|in|from|towards?|goes|went|came|coming|going|earmarked|set{GAP}aside|allocated|reserved|of{GAP}(?:which|that|it))\b"
    )


@cache
def _moves() -> regex.Pattern[str]:
    """Before what the money of the sentence before was moved to or from ("were cut to 400 million")."""
    return compiled(
        rf"(?i)\b(?:(?:cut|raised|lowered|increased|reduced|fell|rose|fallen|risen){GAP}to|from){GAP}"
        rf"(?:about{GAP})?$"
    )
