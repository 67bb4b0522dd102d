"""Units that a figure's own words do not settle.

A bare number shares the unit of the one before it.
Every unit that is decided here is listed in the figure's ``inferred``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from parsers.context.ahead import as_ahead, as_price_move
from parsers.context.bare import money_like
from parsers.context.currencies import decide
from parsers.context.expected import is_of_like_size, things_compared
from parsers.context.inbrackets import stands_in_brackets
from parsers.context.large import MILLION, SHARED, as_model, share_large
from parsers.context.oldrange import as_old_range
from parsers.context.quoted import as_rate
from parsers.context.whose import of_whose
from parsers.digits import GAP
from parsers.figures.ages import AGE
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.numerals import read_number
from parsers.patterns import compiled
from parsers.spelled import read_scale
from parsers.worded import worded


def settle_units(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with the units that only their surroundings give."""
    found: list[Figure] = []
    sharing: Figure | None = None
    for index, figure in enumerate(figures):
        if sharing is not None and sharing.sentence != figure.sentence:
            sharing = None
        after = figures[index + 1] if index + 1 < len(figures) else None
        figure = as_price_move(text, as_ahead(text, figure, after), after, found[-1] if found else None)
        figure = as_rate(text, figure, found)
        if figure.kind is Kind.COUNT and figure.unit is None:
            figure = of_whose(text, figure, found)
        if figure.kind is Kind.COUNT and figure.unit is None and figure.value is not None:
            following = figures[index + 1] if index + 1 < len(figures) else None
            twin = following is not None and _is_twin(text, figure, following)
            beside = _is_beside_things(text, figure, found)
            figure = as_model(figure, found[-1], Decimal(1)) if beside else figure
            told = _first_of_twins(text, found, figure.sentence) if twin else None
            if told is not None:
                figure = as_model(figure, told, Decimal(1))
            elif (
                figure.unit is None and sharing is not None and not (twin and sharing.kind is not Kind.MONEY)
            ):
                figure = _share(text, figure, sharing)
            if figure.unit is None and read_scale(figure.text) >= MILLION:
                figure = share_large(text, figure, found)
                like = money_like(text, figure, following, found) if figure.unit is None else None
                figure = figure if like is None else as_model(figure, like, Decimal(1))
            things = things_compared(text, figure, found) if figure.unit is None else None
            figure = figure if things is None else as_model(figure, things, Decimal(1))
            if figure.unit is None:
                sharing = None  # "fell 12 percent to 484, from 550": 550 goes with 484
        figure = as_old_range(text, figure, found[-1:])
        shared = figure.kind in SHARED and figure.value is not None and figure.rule != AGE
        if shared and not _restates(text, sharing, figure):
            sharing = figure
        found.append(figure)
    return tuple(decide(text, found))


def _is_beside_things(text: str, figure: Figure, found: Sequence[Figure]) -> bool:
    """Whether a bare number is set right beside one of things ("to 3.84 million head from 3.40 million")."""
    before = found[-1] if found else None
    if (
        before is None
        or before.kind is not Kind.COUNT
        or before.unit is None
        or not is_of_like_size(figure, before)
    ):
        return False
    return text[before.end : figure.start].strip(" ,") in BESIDE


BESIDE = ("from", "up from", "down from", "against", "versus", "compared with")


def _restates(text: str, sharing: Figure | None, figure: Figure) -> bool:
    """Whether an amount in brackets gives the one before it in another currency."""
    money = sharing is not None and sharing.kind is figure.kind is Kind.MONEY and sharing.unit != figure.unit
    return money and sharing is not None and text[sharing.end : figure.start].strip() == "("


def _share(text: str, figure: Figure, sharing: Figure) -> Figure:
    """A bare number with the unit of the figure before it, where a word ties the two and the digits agree."""
    if sharing.kind is Kind.DURATION:
        return _share_time(text, figure, sharing)
    factor = factor_of(sharing)
    if factor is None or figure.value is None or sharing.value is None or not figure.value:
        return figure
    cue = _cues().search(text, max(sharing.end, figure.start - 40), figure.start)
    ratio = abs(sharing.value / (figure.value * factor))
    if stands_in_brackets(text, figure, sharing, whole := factor * read_scale(sharing.text)):
        return as_model(figure, sharing, whole)
    if cue is not None and not cue["weak"] and _are_large(figure, sharing):
        return as_model(figure, sharing, factor)  # "703 billion shillings, including 9.9 billion for fees"
    if _is_level(text, figure, sharing) or _is_next_step(text, figure, sharing):
        return as_model(figure, sharing, factor)
    if ratio <= FAR and ratio * FAR >= 1 and _goes_from(text, figure, sharing):
        return as_model(figure, sharing, factor)
    same = figure.precision is not None and figure.precision * factor == sharing.precision
    if cue is None or not same or not Decimal("0.1") <= ratio <= 10:
        return figure
    scale = read_scale(figure.text)
    scaled = scale > 1 and scale == read_scale(sharing.text)
    fine = figure.precision is not None and figure.precision < 1
    if cue["weak"] and not (Decimal("0.2") <= ratio <= 5 and (fine or scaled)):
        return figure
    return as_model(figure, sharing, factor)


PER_TIME = Pattern(r"^[ ](?:an?|per)[ ](?:day|week|month|year)(?=[ ])|^[ ]daily(?=[ ])")
"""Behind a change in what is made or sold over a time ("rose 132,500 barrels a day to 32.3 million")."""


def _is_level(text: str, figure: Figure, change: Figure) -> bool:
    """Whether what was changed reached it: stocks ("by 2 million barrels to 428 million"), money, a spread.

    Of points only a spread does ("narrowed by 18 basis points to 377"): a yield would be in percent.
    """
    between = PER_TIME.sub("", text[change.end : figure.start]).strip()
    if between.startswith("in the "):
        between = between.removeprefix("in the ").partition(" ")[2]  # "by 4 million barrels in the week to"
    to = between == "to"
    alike = change.kind is Kind.QUANTITY or (change.kind is Kind.MONEY and read_scale(figure.text) >= MILLION)
    if alike and (to or between == "to a record"):
        return _moved_by().search(text, max(0, change.start - 30), change.start) is not None
    if change.kind is Kind.MONEY and to and _is_price(figure, change):
        return _moved_by().search(text, max(0, change.start - 30), change.start) is not None
    to = to and change.kind is Kind.POINTS
    if to and change.unit == "point" and figure.value is not None and figure.value >= INDEX:
        return True  # "futures fell 40 points to 7,210"
    to = to and change.unit == "basis point"
    return to and figure.precision == 1 and figure.value is not None and figure.value >= SPREAD


def _goes_from(text: str, figure: Figure, start: Figure) -> bool:
    """Whether a price went from an amount to a bare number ("from a low of 37 pesos in May to 42.50")."""
    if start.kind is not Kind.MONEY or read_scale(figure.text) != 1 or read_scale(start.text) != 1:
        return False
    away = _away().search(text, max(0, start.start - 40), start.start) is not None
    return away and _to_now().fullmatch(text, start.end, figure.start) is not None


FAR = 20
"""How many times as high a price may have become."""


def _is_price(figure: Figure, change: Figure) -> bool:
    """Whether a bare number can be the price that moved by so much ("fell one yen to 141.25")."""
    if figure.value is None or change.value is None or read_scale(figure.text) != 1:
        return False
    factor = factor_of(change)
    pence = factor == Decimal("0.01") and change.unit == "GBP" and figure.value >= PENCE
    return (factor == 1 and figure.value >= change.value) or pence


PENCE = 10
"""From how many on a bare number behind a change in pence is a price in pence."""
INDEX = 100
"""From how many on a bare number behind points is the level of an index."""
SPREAD = 20
"""How many basis points a spread has at least that is told by its number alone."""


def _is_next_step(text: str, figure: Figure, step: Figure) -> bool:
    """Whether points are told step by step ("by 650 points in June and by 250 in July")."""
    by = (text[max(0, f.start - 4) : f.start].strip().lower() == "by" for f in (step, figure))
    return step.kind is Kind.POINTS and all(by)


def _are_large(figure: Figure, sharing: Figure) -> bool:
    """Whether both are millions and more of money or of things: no other unit is told of such numbers."""
    large = read_scale(figure.text) >= MILLION and read_scale(sharing.text) >= MILLION
    return large and sharing.kind in (Kind.MONEY, Kind.QUANTITY)


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
    return as_model(figure, sharing, Decimal(1)) if close else figure


def factor_of(figure: Figure) -> Decimal | None:
    """What one printed unit of a figure is worth: 0.01 for cents."""
    digits = _digits().search(figure.text)
    if digits is None and figure.kind is Kind.PERCENT:
        return Decimal(1)  # "three percent"
    if digits is None and figure.kind is Kind.MONEY:  # "one yen", "five cents"
        return Decimal("0.01") if _small().search(figure.text) else Decimal(1)
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
def _small() -> regex.Pattern[str]:
    return compiled(r"(?i)\b(?:cents?|centimes?|pence|pennies|penny|pfennigs?|p)\b")


@cache
def _digits() -> regex.Pattern[str]:
    return compiled(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")


@cache
def _moved_by() -> regex.Pattern[str]:
    """Before an amount that something changed by."""
    return worded(rf"(?i)\b(?:by|up|down|<<directions.verb>>){GAP}(?:about{GAP}|some{GAP})?$")


@cache
def _away() -> regex.Pattern[str]:
    return compiled(
        rf"(?i)\bfrom{GAP}(?:an?{GAP}(?:\p{{L}}++{GAP}){{1,3}}of{GAP})?(?:about{GAP}|just{GAP})?$"
    )


@cache
def _to_now() -> regex.Pattern[str]:
    return compiled(
        rf"(?:{GAP}(?!and\b|to\b)[\p{{L}}\d.'\u2019]++){{0,5}}{GAP}to{GAP}(?:about{GAP}|just{GAP})?"
    )


PLANNED = (
    "earlier|estimated|expected|forecast|initial|original|planned|previous|prior|projected|revised|targeted"
)
"""What an old value can be besides old ("compared with a planned 232 million")."""


@cache
def _cues() -> regex.Pattern[str]:
    which = rf"of{GAP}wh(?:ich|om)(?:{GAP}[\p{{L}}'\u2019-]++){{0,6}}?"
    strong = rf"from|than|after|versus|vs\.?|against|compared{GAP}(?:with|to)|{which}|including"
    return compiled(
        rf"\b(?:(?:{strong})|(?P<weak>is|was|are|were|of|at|and|or|by))"
        rf"(?:{GAP}(?:an?|the(?={GAP}(?:{PLANNED}){GAP})|about|around|only|just))?"
        rf"(?:{GAP}(?:{PLANNED}))?{GAP}$",
        regex.IGNORECASE,
    )
