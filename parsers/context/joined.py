"""The direction of a change that is told again, or beside another one: "fell 12 points, or 0.4%"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.draft import fill
from parsers.digits import GAP
from parsers.model import Direction, Evidence, Figure, Kind
from parsers.worded import worded

WINDOW = 72
"""How many characters may stand between the two."""
RATES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE, Kind.RATIO})
AMOUNTS = frozenset({Kind.MONEY, Kind.COUNT, Kind.QUANTITY})

BASIS = r"on\san?\s[\p{L}-]{3,20}(?:\s\p{L}++)?\sbasis|in\s[\p{L}-]{3,12}\sterms"
"""How a change is reckoned, told behind it ("7% on a reported basis (9% in dollar terms)")."""
# The same change in another measure, and the next change of the same kind.
_OR = (
    r"(?:(?:\s(?:overnight|yesterday|today|year[- ]over[- ]year|year[- ]on[- ]year|yoy"
    rf"|{BASIS}"
    r"|(?:from|than)\sa\syear\s(?:ago|earlier|before)"
    r"|(?:from|than|over|versus|compared\s(?:to|with))(?:\s(?!or\b)[\p{L}\d-]{1,14}){1,7}))?"
    rf"(?:,?\sor|,\s(?:<<contextwords.equals>>))\s|(?:\s(?:{BASIS}))?\s?\()"
    r"(?:<<modifiers.before>>\s|or\s)?"
)
_AND = (
    r"(?i)(?:\s(?:at|from|in|on|over|for|as|this|last|next|versus|vs\.?|against|year-on-year|year-over-year"
    r"|quarter-on-quarter|(?:year|quarter|month)\son\s(?:year|quarter|month)|[yqm]o[yqm]|[yqm]/[yqm])"
    r"(?:\s[\p{L}\d.'\u2019-]{1,14}){0,4}"
    r"|\sbetween\s\p{L}{3,12}\sand\s\p{L}{3,12}){0,2}"
    r"(?:,?\sand\s(?:by\s)?|,\s)(?:<<modifiers.before>>\s|(?:an?|another)\s(?:further|additional)\s|another\s)?"
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
    r"(?i)(?:\s(?:in|on|at|for)\s(?:the\s)?[\p{L}.-]{2,16}(?:,?\sand\s|,\s)"
    r"|(?:\s(?:an?|per|each)\s\p{L}{1,12})?(?:[,;]\s(?:and\s|while\s|but\s|with\s)?|\s(?:and|while|with)\s)"
    r"(?:(?!(?:about|after|against|and|at least|before|by|from|of|than|that|to|which|who|will|would|was|were"
    r"|is|are|has|had|have|paid|sold|bought|<<directions.verb|directions.act|directions.before|directions.loose>>)\s)"
    r"[\p{L}\d.&'\u2019-]{1,20},?\s){1,6})(?:<<modifiers.before>>\s)?"
)
# The same at the end of a clause, without a level: "fell 3% and those of insurers 2%.".
_STOPS = (
    r"about|after|against|and|at least|before|by|from|to|is|are|was|were|has|had|have|will|would|which|who"
    r"|that|than|or|but|said|hit|hits|holds?|held|owns?|stood|stands?|makes?|made|pays?|paid|sold|bought|gives?|gave|takes?|took"
    r"|sees?|saw|yields?|won|with|at|came|comes?|went|goes|ran|runs?|stays?|remains?|\p{L}++(?<=ed|ing)"
)
_AT_THE_END = (
    r"(?i)(?:\s(?:jobs|workers|people|positions|cars|units|tons))?"
    r"(?:\s(?:in|on|at|to|for|last|this)(?:\s[\p{L}\d.'\u2019-]{1,14}){1,3})?"
    r"(?:,?\s(?:and|while)\s|[,;]\s(?:and\s|while\s)?)(?:those\s(?:to|from|in|of|for)\s)?"
    rf"(?:(?!(?:{_STOPS}|<<directions.verb|directions.act|directions.before|directions.loose>>)\s)"
    r"[\p{L}\d.&'\u2019-]{1,20}\s){1,5}(?:<<modifiers.before>>\s)?"
)
_ENDS_THERE = r"(?i)\s*(?:[.;)]|\Z)|,?\s(?:and|while|but)\s|,\s|\sin\s(?:the\s)?\p{L}"
# "rose 6% in the South, to 90, and 4% in the West": the place tells that the verb is the same.
_PLACED = r"(?:,?\sand\s|,\s)(?:<<modifiers.before>>\s)?"
_IN = r"\s(?:in|at|on)\s(?:the\s)?\p{L}"
_LEVEL_NEXT = (
    rf"(?i)(?:,?{GAP}or{GAP}[\d.]{{1,6}}(?:%|{GAP}per{GAP}?cent),?)?,?{GAP}"
    rf"(?:(?:to{GAP}(?:close|end|finish|settle|stand|trade){GAP})?at|to){GAP}"
    rf"(?:<<modifiers.before>>{GAP})?\p{{Sc}}?\d"
)
_TO_MONEY = (
    rf"(?i){GAP}to{GAP}(?:<<modifiers.before>>{GAP})?(?:\p{{Sc}}|\p{{L}}{{1,3}}\p{{Sc}}|[A-Z]{{3}}{GAP}\d)"
)
"""Behind a change that leads to money, as no share of anything does ("4% and 7% to $2 and $8")."""
_OTHERWISE = (
    rf"(?i){GAP}(?:of|to|expected|forecast|estimated|previously|earlier|a{GAP}year{GAP}(?:ago|earlier)"
    rf"|seen|projected|stake|share|owned)(?!\p{{L}})"
)


def joined(text: str, figure: Figure, found: Sequence[Figure]) -> Figure:
    """The direction of a figure before, where this is the same change ("fell 12 points, or 0.4%")."""
    gapped = _gapped(text, figure, found) or _gapped_at_the_end(text, figure, found)
    source = gapped or _same_change(text, figure, found)
    if source is None:
        return figure
    otherwise = worded(_OTHERWISE).match(text, figure.end)
    reached = otherwise is not None and otherwise[0].strip() == "to"  # "Calder 3 percent to $84"
    gap = text[found[-1].end : figure.start]
    level = reached and worded(_LEVEL_NEXT).match(text, figure.end) is not None
    again = level and worded(_OR).fullmatch(gap) is not None  # "rose 33.9 points or 0.6 percent to 5,427"
    again = again or (figure.kind is Kind.PERCENT and worded(_TO_MONEY).match(text, figure.end) is not None)
    if otherwise and gapped is None and not again and not (reached and worded(_GAPPED).fullmatch(gap)):
        return figure
    evidence = Evidence("direction", source.start, source.end, "direction.joined")
    return fill(figure, direction=source.direction, evidence=(*figure.evidence, evidence))


def _same_change(text: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The figure that states the same change, or one coordinated with it."""
    near = [other for other in found[-2:] if other.sentence == figure.sentence]
    if not near or figure.start - near[-1].end > WINDOW:
        return None
    previous, joint = near[-1], text[near[-1].end : figure.start]
    either = bool(worded(_OR).fullmatch(joint)) or _is_apposed(text, previous, figure)
    if previous.direction is Direction.NONE:
        # "rose 12 percent to $4 billion, or 14 percent at constant rates"
        # "fell 6 percent to $45, Calder 3 percent to $84"
        goes_on = either or worded(_GAPPED).fullmatch(joint) is not None
        across = goes_on and len(near) > 1 and near[0].kind is figure.kind in RATES
        return near[0] if across and near[0].direction is not Direction.NONE else None
    rates = figure.kind in RATES and previous.kind in RATES
    alike = rates and figure.kind is previous.kind and figure.unit == previous.unit
    coordinated = (alike and (worded(_AND).fullmatch(joint) or worded(_GAPPED).fullmatch(joint))) or (
        rates and worded(_ALSO).fullmatch(joint)
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
    if not near or figure.start - near[-1].end > WINDOW or not worded(_LEVEL_NEXT).match(text, figure.end):
        return None
    change = next((other for other in reversed(near) if other.direction is not Direction.NONE), None)
    if change is None or change.kind is not figure.kind:
        return None
    if change is not near[-1] and not worded(_LEVEL_NEXT).match(text, change.end):
        return None
    return change if worded(_BESIDE).fullmatch(text, near[-1].end, figure.start) else None


def _gapped_at_the_end(text: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The change whose verb a figure shares, at the end of a clause ("fell 3% and those of banks 2%")."""
    near = [other for other in found[-3:] if other.sentence == figure.sentence]
    if not near or figure.start - near[-1].end > WINDOW or not worded(_ENDS_THERE).match(text, figure.end):
        return None
    change = next(
        (o for o in reversed(near) if o.direction is not Direction.NONE and _is_like(o, figure)), None
    )
    if change is None:
        return None
    placed = bool(worded(_IN).match(text, change.end) and worded(_IN).match(text, figure.end))
    between = near[near.index(change) + 1 :]
    if len(between) > 1:
        return None
    for other in between:
        reached = placed or worded(_LEVEL_NEXT).match(text, change.end) is not None
        again = worded(_OR).fullmatch(text, change.end, other.start) is not None
        if not (reached if other.direction is Direction.NONE else again):
            return None
    sources = (_AT_THE_END, _PLACED) if placed else (_AT_THE_END,)
    joint = text[near[-1].end : figure.start]
    return change if any(worded(source).fullmatch(joint) for source in sources) else None


def _is_like(change: Figure, figure: Figure) -> bool:
    """Whether a figure may be one more change like another: a rate of its unit, or a bare number."""
    if change.kind is not figure.kind or change.rule == "ratio.fraction":
        return False
    if figure.kind in RATES:
        return figure.unit == change.unit
    return figure.kind is Kind.COUNT and figure.unit is None and change.unit is not None
