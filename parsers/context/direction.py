"""Which way a change goes: "rose 5%", "an increase of 5%", "a 5% drop", "5% higher", "in double digits".

The direction belongs to the change (a percentage, points, a multiple, an amount that something rose
or fell by), never to the level that is reached ("rose 5% to $7 billion").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import regex

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.joined import AMOUNTS, RATES, joined
from parsers.context.rows.beside import first_words, may_follow, places_of
from parsers.digits import GAP, JOIN
from parsers.model import Direction, Evidence, Figure, Kind
from parsers.patterns import compiled

WINDOW = 72
"""How many characters before a figure its verb is looked for."""

FRAGMENTS = {
    "fill": (
        rf"(?:(?:(?!(?:just{GAP}|well{GAP}|slightly{GAP})?<<directions.crossed>>"
        rf"(?!\p{{L}}))<<modifiers.before>>|only|just|even|another|further|roughly|by|between"
        rf"|sharply"
        rf"|slightly|nearly|almost|a{GAP}(?:mere|further|record|whopping|modest|combined"
        rf"|total{GAP}of)"
        rf"|an{GAP}(?:additional|extra|average{GAP}of|average|annual|annualised|annualized)){GAP}){{0,3}}+"
        rf"(?:an?{GAP}(?:\p{{Ll}}[\p{{Ll}}-]{{2,20}}{GAP}){{0,2}})?"
    ),
    # Words between a verb and its amount that open no new clause and name no level.
    "between": (
        r"(?:(?!(?i:to|at|of|from|and|but|or|while|which|who|that|as|with|than|for|after|when"
        r"|where|because|said|is|was|were|are|has|have|had|<<directions.crossed>>)(?!\p{L}))"
        r"(?:\d{1,2}-\p{L}{3,9}|[\p{L}'\u2019&-]{1,24})[ \u00a0]){0,7}?"
    ),
    # Before "by" they may name what is changed ("cut the price of its 1990 model by 5 percent").
    "object": (
        r"(?:(?!(?i:and|but|or|while|which|who|that|as|with|than|after|when|where|because|said|is|was|were|are"
        r"|has|have|had|<<directions.crossed|directions.comparing>>)(?!\p{L}))"
        r"(?:[\p{L}'\u2019&-]{1,24}|\d{4}(?:-\d{2,4})?)[ \u00a0]){0,11}?"
    ),
    "edge": r"(?<![\p{L}\p{N}-])",
}
_VERB = r"(?:<<directions.verb|directions.act>>)"

# What stands before the figure, each read up to its first character.
_MOVES = (
    rf"(?i)<<edge>>(?P<word><<directions.verb>>|"
    rf"(?<!(?<!\p{{L}})<<directions.particled>>\s)<<directions.before>>|(?<=[,;]\s|(?:was|were|is|are"
    rf"|ended|closed|finished|sales|shares|stock|volume|traffic|output|prices|orders|profits?|earnings"
    rf"|exports|imports)\s)<<directions.loose>>)(?:{GAP}\p{{Ll}}{{2,12}}ly)?{GAP}<<fill>>\Z"
)
_ACTS = rf"(?i)<<edge>>(?P<word>{_VERB}){GAP}<<fill>>\Z"
_BY = (
    rf"(?i)<<edge>>(?P<word>{_VERB}){GAP}<<object>>"
    rf"(?:(?:as{GAP}well|[\p{{L}}\d\u2019'-]{{1,24}}),{GAP})?by{GAP}<<fill>>\Z"
)
_OBJECT = rf"(?i)<<edge>>(?P<word>{_VERB}){GAP}<<between>><<fill>>\Z"
_OF = rf"(?i)<<edge>>(?P<word><<directions.noun>>)(?:{GAP}(?:rate|rates))?{GAP}(?:of|by){GAP}<<fill>>\Z"
_LEVEL = (
    rf"(?i)<<edge>>(?P<word><<directions.noun>>)(?:{GAP}(?:rate|rates))?{GAP}(?:is|was|were|(?:will|would){GAP}(?:be|have{GAP}been)|has{GAP}been"
    rf"|at|averaged|reached|hit|between|in{GAP}the{GAP}range{GAP}of){GAP}<<fill>>\Z"
)
_RATE = (
    rf"(?i)<<edge>>(?P<word>(?!lower{GAP}at{GAP}){_VERB}){GAP}(?:\p{{Ll}}{{2,12}}ly{GAP})?(?:(?:at{GAP}(?:the{GAP}|an?{GAP})?"
    rf"|(?:in|into){GAP}(?:(?:the|an?){GAP}(?=(?:[\p{{L}}-]{{2,20}}{GAP}){{0,4}}?(?:rate|pace|clip){GAP}of))?)"
    rf"(?:(?:[\p{{L}}-]{{2,20}}{GAP}){{0,4}}?(?:rate|pace|clip){GAP}of{GAP})?)<<fill>>\Z"
)
_CHANGES = (
    "directions.verb|directions.act|directions.before|directions.loose|directions.noun|directions.removing"
)
"""One of these begins each of them."""
# A rate with an owner is a level ("raised its 5% stake").
_HELD = rf"(?i)(?:['\u2019]s|(?<!\p{{L}})(?:its|their|his|her|our|the|an?)){GAP}\Z"
# What stands behind it.
_NAMED = (
    rf"(?i)(?:{GAP}|-)(?:(?!<<nouns.stop>>"
    rf"(?!\p{{L}}))\p{{L}}[\p{{L}}\u2019'-]{{1,20}}{GAP}){{0,3}}?(?P<word><<directions.noun>>)"
    rf"(?![\p{{L}}\p{{N}}-]|{GAP}due\b)"
)
_SIDE = (
    rf"(?i){GAP}(?P<word><<directions.side>>)(?![\p{{L}}\p{{N}}-])"
    rf"(?!{GAP}(?:to|from|front|(?:full{GAP})?fees)(?!\p{{L}}))"
)
_THEN = (
    rf"(?:a{GAP}(?:year|month|week|quarter){GAP}(?:ago|earlier|before)|(?:last|the{GAP}(?:previous|prior|preceding"
    rf"|year-earlier|year-ago)){GAP}(?:year|month|week|quarter|period|level|pace|figure)"
    rf"|(?:the{GAP})?year-(?:earlier|ago){GAP}\p{{Ll}}|(?:in{GAP})?(?:<<calendar.month|calendar.month_word>>|(?:19|20)\d\d)(?!\p{{L}}))"
)
# An amount by which something is more or less than at another time ("9,000 more than in May").
_THAN_THEN = (
    rf"(?i){GAP}(?P<word>more|less|fewer|higher|lower){GAP}than{GAP}"
    rf"(?:(?:it|they|the{GAP}level){GAP}(?:was|were|of){GAP})?{_THEN}"
)
# The same of a rate ("63% above the level of a year ago").
_PAST = (
    rf"(?i){GAP}(?P<word>above|below|behind){GAP}(?:(?:the|its|their){GAP}(?:level|pace|total|figure|rate|number)s?"
    rf"{GAP}(?:of|in){GAP})?{_THEN}"
)
_TWIN_BETWEEN = (
    rf"(?i),{GAP}or{GAP}(?:<<modifiers.before>>{GAP})?[\d.]{{1,6}}(?:[^\S\n]?%|{GAP}per{GAP}?cent),"
)
# Behind a price ("at $19.80, a gain of 35 cents") these are a change of it.
_MOVED = rf"(?i),?{GAP}(?:or{GAP}(?:about{GAP})?[\d.]{{1,6}}(?:[^\S\n]?%|{GAP}per)|,?{GAP}to{GAP}\p{{Sc}}?\d)"
# What is put to something else is an amount of its own ("added $20 million to its offer"), unless that is a
# reserve or the level is told too ("added $20 million to its offer, bringing it to $90 million").
_PUT_TO = (
    rf"(?i){GAP}to{GAP}(?!(?:[\p{{L}}'\u2019-]{{1,24}}{GAP}){{0,6}}(?:reserves?|provisions?|allowances?)(?!\p{{L}}))(?!(?:close|finish|end|settle|trade|stand|reach|hit|total)(?!\p{{L}}))\p{{L}}"
    rf"(?![^.;]{{0,140}},{GAP}(?:<<directions.act|directions.verb>>|bringing|taking|pushing){GAP}"
    rf"[^.;]{{0,60}}{GAP}to{GAP}\p{{Sc}}?\d)"
)
# Behind what is told to change, with no word between: "reduced results $40 million", "raised costs $5 a ton".
_RESULT = (
    rf"(?i)<<edge>>(?P<word>{_VERB}){GAP}(?:(?!(?:to|at|of|from|and|but|or|by|for|with|on)(?!\p{{L}}))"
    rf"[\p{{L}}'\u2019-]{{1,24}}{GAP}){{0,5}}?"
    rf"(?:results|earnings|profits?|income|revenues?|sales|costs|expenses|prices?)"
    rf"{GAP}(?:(?:<<modifiers.before>>|another){GAP})?\Z"
)
# Behind an amount: what is so large, which is raised or cut itself ("raised its initial $55-a-share offer").
_THING = (
    rf"(?:(?:{GAP}an?|{GAP}per|-a){JOIN}\p{{L}}++)?{JOIN}"
    rf"(?!(?:to|by|from|a|an|per|and|or|in|on|at|for|this|last|next|after|before|with|as|when|while|since|through|due)\b)"
    rf"\p{{Ll}}{{3,}}+(?!ly\b)"
)
# The same of anything that somebody has: "raised its dividend 20 cents a share".
_ITS = (
    rf"(?i)<<edge>>(?P<word>{_VERB}){GAP}(?:its|their|his|her){GAP}"
    rf"(?:(?!(?:to|at|of|from|and|but|or|by|for|with|on)(?!\p{{L}}))[\p{{L}}'\u2019-]{{1,24}}{GAP}){{1,5}}"
    rf"(?:(?:<<modifiers.before>>|another){GAP})?\Z"
)
# What is eliminated of a balance sheet is gone from it; jobs and the like are told as things.
_REMOVED = rf"(?i)<<edge>>(?P<word><<directions.removing>>){GAP}(?:(?:<<modifiers.before>>|another){GAP})?\Z"
_TO = rf",?{GAP}to{GAP}\p{{Sc}}?\d"  # "raised its dividend 5 cents, to 30 cents"
_SHORT = rf"(?i){GAP}(?:short|shy){GAP}of(?!\p{{L}})"  # how far from a level, not how much it moved
_APPOSED = (
    rf"(?i)\G(?:{GAP}(?:an?|per){GAP}\p{{L}}{{1,12}})?,{GAP}an?{GAP}(?:\p{{Ll}}{{2,12}}{GAP})?"
    rf"(?:gain|loss|advance|rally|(?P<cut>cut|raise)){GAP}of{GAP}\Z"
)
SMALL = 1000
"""Below it a gain of money is one of a price."""
_COMPARING = rf"(?i)<<edge>><<directions.comparing>>{GAP}<<object>>by{GAP}<<fill>>\Z"
# An amount of money or things after these is what was lost, won or agreed, not a change.
_LEVELS = frozenset(
    ("loss", "losses", "gain", "gains", "cut", "cuts", "raise", "advance", "advances", "rally")
)
_LEVELS |= {"recovery", "expansion"}


def add_directions(text: str, starts: Iterable[int], figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures with their direction; ``starts`` are the offsets at which sentences begin, by index."""
    begins = tuple(starts)
    found: list[Figure] = []
    for figure in figures:
        begin = begins[figure.sentence] if figure.sentence < len(begins) else 0
        found.append(_directed(text, begin, figure, found))
    return tuple(found)


def _directed(text: str, begin: int, figure: Figure, found: Sequence[Figure]) -> Figure:
    if figure.direction is not Direction.NONE or figure.kind not in RATES | AMOUNTS:
        return figure
    if figure.kind is Kind.RATIO and figure.rule != "ratio.fraction":
        return figure
    if text[figure.start] == "+":
        evidence = Evidence("direction", figure.start, figure.start + 1, "direction.sign")
        return fill(figure, direction=Direction.INCREASE, evidence=(*figure.evidence, evidence))
    if _compiled(_SHORT).match(text, figure.end):
        return figure
    floor = max(begin, figure.start - WINDOW, _last_amount(found))
    match = behind(text, figure) or ahead(text, floor, figure)
    if match is not None:
        direction = _direction(match["word"])
        evidence = Evidence("direction", match.start("word"), match.end("word"), "direction")
        return fill(figure, direction=direction, evidence=(*figure.evidence, evidence))
    return joined(text, figure, found)


def _last_amount(found: Sequence[Figure]) -> int:
    """Where the last figure before ends, a length of time in a name left out ("cut its one-year rate by")."""
    kept = (figure.end for figure in reversed(found[-2:]) if figure.rule != "duration.hyphened")
    return next(kept, 0)


def ahead(text: str, floor: int, figure: Figure) -> regex.Match[str] | None:
    """The word of change before a figure, looked for from ``floor`` on."""
    places = places_of(text, floor, figure.start, first_words(_CHANGES))
    rate = figure.kind in RATES
    if not places or (not rate and _is_compared(text, floor, figure)):
        return None
    own = () if _compiled(_THING).match(text, figure.end) else (_ITS,)
    money = (_RESULT, *own, _REMOVED) if figure.kind is Kind.MONEY else ()
    to = (_OBJECT,) if money and _compiled(_TO).match(text, figure.end) else ()
    tried = (_MOVES, _BY, _OF, _ACTS, _RATE, _LEVEL, _OBJECT) if rate else (_MOVES, _BY, _OF, *money, *to)
    for source in tried:
        match = _first_match(source, text, places, figure.start)
        if match is None:
            continue
        cut = source is _MOVES and figure.kind is Kind.COUNT and match["word"].lower() in ("cut", "cuts")
        level = source not in (_BY, _RESULT, _ITS) and not rate and not cut
        level = level and _is_level(text, match["word"], figure)
        if level and not _is_of_a_price(text, floor, figure):
            continue
        if not (source in (_ACTS, _OBJECT) and _compiled(_HELD).search(text, floor, figure.start)):
            return match
    return None


def _first_match(source: str, text: str, places: Iterable[int], end: int) -> regex.Match[str] | None:
    """The first match of a pattern that begins at one of some places and reaches to ``end``."""
    pattern = _compiled(source)
    for at in places:
        if (match := pattern.match(text, at, end, False)) is not None:
            return match
    return None


def _is_compared(text: str, floor: int, figure: Figure) -> bool:
    """Whether an amount is one by which something exceeds another ("exceeded the estimate by 5 cents")."""
    places = places_of(text, floor, figure.start, first_words("directions.comparing"))
    return _first_match(_COMPARING, text, places, figure.start) is not None


def _is_of_a_price(text: str, floor: int, figure: Figure) -> bool:
    """Whether "a gain of 35 cents" stands right behind a price, or "a cut of $2 million" behind an amount."""
    apposed = _compiled(_APPOSED).match(text, floor, figure.start)
    small = figure.value is not None and abs(figure.value) < SMALL
    return apposed is not None and (small or apposed["cut"] is not None)


def behind(text: str, figure: Figure) -> regex.Match[str] | None:
    """The word of change behind a figure, or behind the rate that says it again ("14p, or 6%, lower")."""
    twin = _compiled(_TWIN_BETWEEN).match(text, figure.end) if text.startswith(", or", figure.end) else None
    if twin is not None and figure.kind in AMOUNTS:
        return _compiled(_SIDE).match(text, twin.end())
    then = _PAST if figure.kind in RATES else _THAN_THEN
    if may_follow(text, figure.end, COMPARED, 1) and (match := _compiled(then).match(text, figure.end)):
        return match
    for source, words, most in (
        (_SIDE, first_words("directions.side"), 1),
        (_NAMED, first_words("directions.noun"), 4),
    ):
        beside = text.startswith("-", figure.end) or may_follow(text, figure.end, words, most)
        match = _compiled(source).match(text, figure.end) if beside else None
        if match is None or (source is _SIDE and figure.kind is Kind.QUANTITY):
            continue
        if (
            figure.kind in AMOUNTS
            and match["word"].lower() == "ahead"
            and text.startswith(" of", match.end())
        ):
            continue  # "at $45 ahead of its results"
        if not (figure.kind in AMOUNTS and _is_level(text, match["word"], figure)):
            return match
    return None


def _is_level(text: str, word: str, figure: Figure) -> bool:
    """Whether an amount beside ``word`` is no change: a loss of $5 million, 20 more people."""
    low = word.lower()
    if low in _LEVELS or low in ("more", "less", "fewer", "stronger", "weaker", "greater"):
        return True
    if figure.per == "share" and low.startswith("los"):
        return True
    if low.startswith("add") and _compiled(_PUT_TO).match(text, figure.end) is not None:
        return True
    large = figure.kind is Kind.MONEY and figure.value is not None and figure.value >= 100_000
    won = large and low in ("lose", "loses", "lost", "losing", "gain", "gains", "gained")
    return won and _compiled(_MOVED).match(text, figure.end) is None


COMPARED = frozenset(("above", "below", "behind", "more", "less", "fewer", "higher", "lower"))
PASSED = {"above": Direction.INCREASE, "below": Direction.DECREASE, "behind": Direction.DECREASE}


def _direction(word: str) -> Direction:
    if word.lower() in PASSED:
        return PASSED[word.lower()]
    classes = (
        "directions.verb|directions.act|directions.before|directions.noun|directions.side|directions.loose"
        "|directions.removing"
    )
    return Direction(lexicon.find(classes, word)[0].id)


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    return compiled(lexicon.expand(source, FRAGMENTS))
