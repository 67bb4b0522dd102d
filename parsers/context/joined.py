"""The direction of a change that is told again, or beside another one: "fell 12 points, or 0.4%"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from parsers import lexicon
from parsers.context.draft import fill
from parsers.digits import GAP
from parsers.model import Direction, Evidence, Figure, Kind
from parsers.patterns import compiled

WINDOW = 72
"""How many characters may stand between the two."""
RATES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE, Kind.RATIO})
AMOUNTS = frozenset({Kind.MONEY, Kind.COUNT, Kind.QUANTITY})

# The same change in another measure, and the next change of the same kind.
_OR = r"(?:,?\sor\s|\s?\()(?:<<modifiers.before>>\s|or\s)?"
_AND = (
    r"(?i)(?:\s(?:from|in|on|over|for|versus|against|year-on-year|year-over-year"
    r"|quarter-on-quarter|(?:year|quarter|month)\son\s(?:year|quarter|month)|[yqm]o[yqm]|[yqm]/[yqm])"
    r"(?:\s[\p{L}\d'\u2019-]{1,14}){0,4})?"
    r"(?:,?\sand\s(?:by\s)?|,\s)(?:<<modifiers.before>>\s)?"
)
# The next change, of something else: "costs rose by a third and capacity by 10%".
_ALSO = (
    r"(?i),?\sand\s(?:the\s|its\s|their\s)?[\p{L}'\u2019-]{2,15}(?:\s[\p{L}'\u2019-]{2,15})?\sby\s"
    r"(?:about\s|nearly\s)?"
)
# The next change, of somebody else, whose verb is left out: "rose 9% and Calder Mills 4%".
_GAPPED = r",?\s(?:and\s)?(?:the\s)?(?:\p{Lu}[\p{L}\d.&'\u2019-]{1,20}\s){1,4}(?:\d{2,4}\s)?"
# The same before a level of its own: "rose 9% to 112,000 and cargo 4% to 338,000", "; in Europe, 3% to $9".
_BESIDE = (
    r"(?i)(?:\sin\s(?:the\s)?[\p{L}.-]{2,16}(?:,?\sand\s|,\s)"
    r"|(?:\s(?:an?|per|each)\s\p{L}{1,12})?(?:[,;]\s(?:and\s|while\s|but\s|with\s)?|\s(?:and|while|with)\s)"
    r"(?:(?!(?:about|after|against|and|at least|before|by|from|of|than|that|to|which|who|will|would|was|were"
    r"|is|are|has|had|have|paid|sold|bought|<<directions.verb|directions.act|directions.before|directions.loose>>)\s)"
    r"[\p{L}\d.&'\u2019-]{1,20},?\s){1,6})(?:<<modifiers.before>>\s)?"
)
_LEVEL_NEXT = (
    rf"(?i)(?:,?{GAP}or{GAP}[\d.]{{1,6}}(?:%|{GAP}per{GAP}?cent),?)?,?{GAP}(?:to|at){GAP}"
    rf"(?:<<modifiers.before>>{GAP})?\p{{Sc}}?\d"
)
_OTHERWISE = (
    rf"(?i){GAP}(?:of|to|expected|forecast|estimated|previously|earlier|a{GAP}year{GAP}(?:ago|earlier)"
    rf"|seen|projected|stake|share|owned)(?!\p{{L}})"
)


def joined(text: str, figure: Figure, found: Sequence[Figure]) -> Figure:
    """The direction of a figure before, where this is the same change ("fell 12 points, or 0.4%")."""
    gapped = _gapped(text, figure, found)
    source = gapped or _same_change(text, figure, found)
    if source is None:
        return figure
    otherwise = _compiled(_OTHERWISE).match(text, figure.end)
    reached = otherwise is not None and otherwise[0].strip() == "to"  # "Calder 3 percent to $84"
    gap = text[found[-1].end : figure.start]
    if otherwise and gapped is None and not (reached and _compiled(_GAPPED).fullmatch(gap)):
        return figure
    evidence = Evidence("direction", source.start, source.end, "direction.joined")
    return fill(figure, direction=source.direction, evidence=(*figure.evidence, evidence))


def _same_change(text: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The figure that states the same change, or one coordinated with it."""
    near = [other for other in found[-2:] if other.sentence == figure.sentence]
    if not near or figure.start - near[-1].end > WINDOW:
        return None
    previous, joint = near[-1], text[near[-1].end : figure.start]
    either = bool(_compiled(_OR).fullmatch(joint)) or _is_apposed(text, previous, figure)
    if previous.direction is Direction.NONE:
        # "rose 12 percent to $4 billion, or 14 percent at constant rates"
        # "fell 6 percent to $45, Calder 3 percent to $84"
        goes_on = either or _compiled(_GAPPED).fullmatch(joint) is not None
        across = goes_on and len(near) > 1 and near[0].kind is figure.kind in RATES
        return near[0] if across and near[0].direction is not Direction.NONE else None
    rates = figure.kind in RATES and previous.kind in RATES
    alike = rates and figure.kind is previous.kind and figure.unit == previous.unit
    coordinated = (alike and (_compiled(_AND).fullmatch(joint) or _compiled(_GAPPED).fullmatch(joint))) or (
        rates and _compiled(_ALSO).fullmatch(joint)
    )
    return previous if either or coordinated else None


def _is_apposed(text: str, previous: Figure, figure: Figure) -> bool:
    """Whether a percentage in apposition is the change before it ("fell 12 points, 0.4%, to 3,100")."""
    if text[previous.end : figure.start] != ", " or text[figure.end : figure.end + 1] != ",":
        return False
    rate, amount = sorted((previous, figure), key=lambda f: f.kind is not Kind.PERCENT)
    return rate.kind is Kind.PERCENT and amount.kind in (*AMOUNTS, Kind.POINTS)


def _gapped(text: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The change whose verb is that of a figure too, each before a level ("up 9% to 12, cargo 4% to 38")."""
    near = [other for other in found[-4:] if other.sentence == figure.sentence]
    if not near or figure.start - near[-1].end > WINDOW or not _compiled(_LEVEL_NEXT).match(text, figure.end):
        return None
    change = next((other for other in reversed(near) if other.direction is not Direction.NONE), None)
    if change is None or change.kind is not figure.kind:
        return None
    if change is not near[-1] and not _compiled(_LEVEL_NEXT).match(text, change.end):
        return None
    return change if _compiled(_BESIDE).fullmatch(text, near[-1].end, figure.start) else None


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    return compiled(lexicon.expand(source, {}))
