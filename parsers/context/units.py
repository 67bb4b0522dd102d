"""Units that a figure's own words do not settle.

A bare number shares the unit of the one before it.
Every unit that is decided here is listed in the figure's ``inferred``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.bare import exchange_rate, money_like
from parsers.context.currencies import decide
from parsers.context.draft import fill
from parsers.context.whose import of_whose
from parsers.digits import GAP
from parsers.figures.ages import AGE
from parsers.model import Figure, Kind
from parsers.numerals import read_number
from parsers.patterns import compiled
from parsers.spelled import read_scale
from parsers.worded import worded

SHARED = (Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.QUANTITY, Kind.DURATION)


def settle_units(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with the units that only their surroundings give."""
    found: list[Figure] = []
    sharing: Figure | None = None
    for index, figure in enumerate(figures):
        if sharing is not None and sharing.sentence != figure.sentence:
            sharing = None
        if figure.kind is Kind.COUNT and figure.unit is None:
            rate = exchange_rate(text, figure)
            if rate is not None:
                inferred = (*figure.inferred, "unit")
                figure = fill(
                    figure, kind=Kind.MONEY, unit=rate.unit, candidates=rate.candidates, inferred=inferred
                )
        if figure.kind is Kind.COUNT and figure.unit is None:
            figure = of_whose(text, figure, found)
        if figure.kind is Kind.COUNT and figure.unit is None and figure.value is not None:
            following = figures[index + 1] if index + 1 < len(figures) else None
            if following is not None and _is_twin(text, figure, following):
                figure = _as(figure, _first_of_twins(text, found, figure.sentence) or figure, Decimal(1))
            elif sharing is not None:
                figure = _share(text, figure, sharing)
            if figure.unit is None and read_scale(figure.text) >= MILLION:
                figure = _share_large(text, figure, found)
                like = money_like(text, figure, following, found) if figure.unit is None else None
                figure = figure if like is None else _as(figure, like, Decimal(1))
            if figure.unit is None:
                sharing = None  # "fell 12 percent to 484, from 550": 550 goes with 484
        shared = figure.kind in SHARED and figure.value is not None and figure.rule != AGE
        if shared and not _restates(text, sharing, figure):
            sharing = figure
        found.append(figure)
    return tuple(decide(text, found))


def _restates(text: str, sharing: Figure | None, figure: Figure) -> bool:
    """Whether an amount in brackets gives the one before it in another currency."""
    money = sharing is not None and sharing.kind is figure.kind is Kind.MONEY and sharing.unit != figure.unit
    return money and sharing is not None and text[sharing.end : figure.start].strip() == "("


def _share(text: str, figure: Figure, sharing: Figure) -> Figure:
    """A bare number with the unit of the figure before it, where a word ties the two and the digits agree."""
    if sharing.kind is Kind.DURATION:
        return _share_time(text, figure, sharing)
    factor = _factor(sharing)
    if factor is None or figure.value is None or sharing.value is None or not figure.value:
        return figure
    cue = _cues().search(text, max(sharing.end, figure.start - 40), figure.start)
    ratio = abs(sharing.value / (figure.value * factor))
    if cue is not None and not cue["weak"] and _are_large(figure, sharing):
        return _as(figure, sharing, factor)  # "703 billion shillings, including 9.9 billion for fees"
    if _is_level(text, figure, sharing) or _is_next_step(text, figure, sharing):
        return _as(figure, sharing, factor)
    same = figure.precision is not None and figure.precision * factor == sharing.precision
    if cue is None or not same or not Decimal("0.1") <= ratio <= 10:
        return figure
    scale = read_scale(figure.text)
    scaled = scale > 1 and scale == read_scale(sharing.text)
    fine = figure.precision is not None and figure.precision < 1
    if cue["weak"] and not (Decimal("0.2") <= ratio <= 5 and (fine or scaled)):
        return figure
    return _as(figure, sharing, factor)


def _is_level(text: str, figure: Figure, change: Figure) -> bool:
    """Whether what was changed reached it: stocks ("by 2 million barrels to 428 million"), money, a spread.

    Of points only a spread does ("narrowed by 18 basis points to 377"): a yield would be in percent.
    """
    between = text[change.end : figure.start].strip()
    to = between == "to"
    alike = change.kind is Kind.QUANTITY or (change.kind is Kind.MONEY and read_scale(figure.text) >= MILLION)
    if alike and (to or between == "to a record"):
        return _moved_by().search(text, max(0, change.start - 30), change.start) is not None
    to = to and change.unit == "basis point"
    return to and figure.precision == 1 and figure.value is not None and figure.value >= SPREAD


SPREAD = 20
"""How many basis points a spread has at least that is told by its number alone."""


def _is_next_step(text: str, figure: Figure, step: Figure) -> bool:
    """Whether points are told step by step ("by 650 points in June and by 250 in July")."""
    by = (text[max(0, f.start - 4) : f.start].strip().lower() == "by" for f in (step, figure))
    return step.kind is Kind.POINTS and all(by)


REST = 6
"""How many figures before one are looked at for the amount that it is the rest of."""


def _share_large(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """A bare number of millions that tells the rest, or the next, of an amount of money shortly before."""
    near = [f for f in before[-REST:] if f.sentence >= figure.sentence - 1]
    large = [f for f in near if read_scale(f.text) >= MILLION and f.kind in (*SHARED, Kind.COUNT)]
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
    told = told or (not together and _moves().search(lead) is not None and _is_of_money(text, figure.start))
    return _as(figure, large[-1], Decimal(1)) if told else figure


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


def _are_large(figure: Figure, sharing: Figure) -> bool:
    """Whether both are millions and more of money or of things: no other unit is told of such numbers."""
    large = read_scale(figure.text) >= MILLION and read_scale(sharing.text) >= MILLION
    return large and sharing.kind in (Kind.MONEY, Kind.QUANTITY)


MILLION = 1_000_000


def _share_time(text: str, figure: Figure, sharing: Figure) -> Figure:
    """A bare number beside a length of time: "to eight weeks from 12", "from seven hours to three"."""
    cue = _cues().search(text, max(sharing.end, figure.start - 40), figure.start)
    told = (cue is not None and not cue["weak"]) or (
        text[sharing.end : figure.start].strip() == "to"
        and text[max(0, sharing.start - 5) : sharing.start].lower() == "from "
    )
    same = sharing.text.endswith("s") and figure.precision == sharing.precision
    if not (told and same and figure.value and sharing.value):
        return figure
    close = Decimal("0.1") <= sharing.value / figure.value <= 10
    return _as(figure, sharing, Decimal(1)) if close else figure


def _as(figure: Figure, model: Figure, factor: Decimal) -> Figure:
    """``figure`` with the kind and unit of ``model``."""
    if model is figure or figure.value is None:
        return figure
    return fill(
        figure,
        kind=model.kind,
        unit=model.unit,
        per=model.per,
        candidates=model.candidates,
        value=figure.value * factor,
        precision=figure.precision * factor if figure.precision is not None else None,
        inferred=(*figure.inferred, "unit"),
    )


def _factor(figure: Figure) -> Decimal | None:
    """What one printed unit of a figure is worth: 0.01 for cents."""
    digits = _digits().search(figure.text)
    numeral = read_number(digits[0]) if digits else None
    if numeral is None or not numeral.value or figure.value is None:
        return None
    factor = abs(figure.value) / (numeral.value * read_scale(figure.text))
    return next((known for known in (Decimal(1), Decimal("0.01")) if factor == known), None)


def _is_twin(text: str, figure: Figure, following: Figure) -> bool:
    return following.kind is Kind.MONEY and text[figure.end : following.start].strip() == "("


def _first_of_twins(text: str, before: Sequence[Figure], sentence: int) -> Figure | None:
    """The last amount of the sentence that stands before an amount in brackets."""
    for one, two in zip(reversed(before[:-1]), reversed(before), strict=False):
        if one.sentence != sentence:
            return None
        if one.kind is Kind.MONEY and _is_twin(text, one, two):
            return one
    return None


@cache
def _digits() -> regex.Pattern[str]:
    return compiled(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")


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


@cache
def _moved_by() -> regex.Pattern[str]:
    """Before an amount that something changed by."""
    return worded(rf"(?i)\b(?:by|<<directions.verb>>){GAP}(?:about{GAP}|some{GAP})?$")


@cache
def _cues() -> regex.Pattern[str]:
    which = rf"of{GAP}wh(?:ich|om)(?:{GAP}[\p{{L}}'\u2019-]++){{0,6}}?"
    strong = rf"from|than|after|versus|vs\.?|against|compared{GAP}(?:with|to)|{which}|including"
    return compiled(
        rf"\b(?:(?:{strong})|(?P<weak>is|was|are|were|of|at|and|or|by))(?:{GAP}(?:an?|about|around|only|just))?{GAP}$",
        regex.IGNORECASE,
    )
