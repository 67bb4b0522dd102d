"""Which way a change goes: "rose 5%", "an increase of 5%", "a 5% drop", "5% higher", "in double digits".

The direction belongs to the change (a percentage, points, a multiple, an amount that something rose
or fell by), never to the level that is reached ("rose 5% to $7 billion").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from parsers import lexicon
from parsers.context import changewords as said
from parsers.context.draft import fill
from parsers.context.joined import AMOUNTS, RATES, joined
from parsers.context.rows.beside import first_words, may_follow, places_of
from parsers.lazy import Pattern
from parsers.model import Direction, Evidence, Figure, Kind

WINDOW = 72
"""How many characters before a figure its verb is looked for."""

SMALL = 1000
"""Below it a gain of money is one of a price."""
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
    lasts = figure.kind is Kind.DURATION and TO_A_LENGTH.match(text, figure.end) is not None
    if figure.direction is not Direction.NONE or not (lasts or figure.kind in RATES | AMOUNTS):
        return figure
    if figure.kind is Kind.RATIO and figure.rule != "ratio.fraction":
        return figure
    signed = Direction.INCREASE if text[figure.start] == "+" else _fallen(text, figure, found)
    if signed is not None:
        evidence = Evidence("direction", figure.start, figure.start + 1, "direction.sign")
        return fill(figure, direction=signed, evidence=(*figure.evidence, evidence))
    if said.SHORT.match(text, figure.end):
        return figure
    floor = max(begin, figure.start - WINDOW, _last_amount(found))
    match = behind(text, figure) or ahead(text, floor, figure)
    if match is not None:
        direction = _direction(match["word"])
        if direction is Direction.INCREASE and figure.value is not None and figure.value < 0:
            return figure  # "growth of -0.4%"
        evidence = Evidence("direction", match.start("word"), match.end("word"), "direction")
        return fill(figure, direction=direction, evidence=(*figure.evidence, evidence))
    return joined(text, figure, [other for other in found[-MOST:] if not _tells_which(text, other)])


TO_A_LENGTH = Pattern(
    r" to (?:an? )?(?:[\p{L}-]++ )?(?:\d[\d.]*|\p{L}++) (?:minute|hour|day|week|month|year)s?\b"
)
"""Behind a length by which another has changed ("rose 0.1 hour to 34.3 hours")."""
MOST = 8
"""How many figures before one are looked at for a change whose verb is its own too."""


def _tells_which(text: str, figure: Figure) -> bool:
    """Whether a length only tells which bond or the like is meant ("the 30-year yield")."""
    return figure.kind is Kind.DURATION and "-" in figure.text and text.startswith(" ", figure.end)


def _fallen(text: str, figure: Figure, found: Sequence[Figure]) -> Direction | None:
    """The fall that a percentage with its sign tells in brackets behind a level ("$20 million (-1.3%)")."""
    if figure.kind is not Kind.PERCENT or text[figure.start] not in MINUS or not found:
        return None
    level = found[-1]
    closed = IN_BRACKETS.fullmatch(text, level.end, figure.start) is not None
    return Direction.DECREASE if closed and level.kind in LEVELS else None


MINUS = "-\u2212\u2013"
IN_BRACKETS = Pattern(r"(?: [\p{L}-]++){0,3} \(")
LEVELS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)


def _last_amount(found: Sequence[Figure]) -> int:
    """Where the last figure before ends, a length of time in a name left out ("cut its one-year rate by")."""
    kept = (figure.end for figure in reversed(found[-2:]) if figure.rule != "duration.hyphened")
    return next(kept, 0)


def ahead(text: str, floor: int, figure: Figure) -> regex.Match[str] | None:
    """The word of change before a figure, looked for from ``floor`` on."""
    places = places_of(text, floor, figure.start, first_words(said.CHANGES))
    rate = figure.kind in RATES
    if not places or (not rate and _is_compared(text, floor, figure)):
        return None
    own = () if said.THING.match(text, figure.end) else (said.ITS,)
    money = (said.RESULT, *own, said.REMOVED, said.PASSIVE) if figure.kind is Kind.MONEY else ()
    to = (said.OBJECT,) if money and said.TO.match(text, figure.end) else ()
    of_rates = (said.ACTS, said.RATE, said.LEVEL, said.IN_ALL, said.OBJECT)
    tried = (said.MOVES, said.BY, said.OF, *(of_rates if rate else (*money, *to)))
    for source in tried:
        match = _first_match(source, text, places, figure.start)
        if match is None or (source is said.MOVES and _only_sized(text, match)):
            continue
        if source is said.IN_ALL and said.ADDS_UP.search(text, floor, match.start("word")) is None:
            continue
        cut = source is said.MOVES and figure.kind is Kind.COUNT and match["word"].lower() in CUTS
        level = source not in (said.BY, said.RESULT, said.ITS, said.PASSIVE) and not rate and not cut
        level = level and _is_level(text, match["word"], figure)
        if level and not _is_of_a_price(text, floor, figure):
            continue
        if not (source in (said.ACTS, said.OBJECT) and said.HELD.search(text, floor, figure.start)):
            return match
    return None


def _only_sized(text: str, match: regex.Match[str]) -> bool:
    """Whether a word of change is only how large something is ("was a moderate 3 million ounces")."""
    return (
        match["word"].lower() == "moderate"
        and text[match.start("word") - 2 : match.start("word")].lower() == "a "
    )


def _first_match(before: said.Before, text: str, places: Iterable[int], end: int) -> regex.Match[str] | None:
    """The first word of change at one of some places whose words behind it reach to ``end``."""
    word, between = before
    for at in places:
        found = word.match(text, at, end)
        if found is not None and between.match(text, found.end(), end) is not None:
            return found
    return None


def _is_compared(text: str, floor: int, figure: Figure) -> bool:
    """Whether an amount is one by which something exceeds another ("exceeded the estimate by 5 cents")."""
    places = places_of(text, floor, figure.start, first_words("directions.comparing"))
    return _first_match(said.COMPARING, text, places, figure.start) is not None


def _is_of_a_price(text: str, floor: int, figure: Figure) -> bool:
    """Whether "a gain of 35 cents" stands right behind a price, or "a cut of $2 million" behind an amount."""
    apposed = said.APPOSED.match(text, floor, figure.start)
    small = figure.value is not None and abs(figure.value) < SMALL
    return apposed is not None and (small or apposed["cut"] is not None)


def behind(text: str, figure: Figure) -> regex.Match[str] | None:
    """The word of change behind a figure, or behind the rate that says it again ("14p, or 6%, lower")."""
    twin = said.TWIN_BETWEEN.match(text, figure.end) if text.startswith(OR, figure.end) else None
    if twin is not None and (figure.kind in AMOUNTS or figure.kind is Kind.POINTS):
        return said.SIDE.match(text, twin.end())
    if text.startswith((", higher", ", lower"), figure.end) and text.startswith("or ", figure.start - 3):
        return said.SIDE.match(text, figure.end + 1)
    if figure.kind is Kind.COUNT and figure.unit in STAFF and (match := said.ENDED.match(text, figure.end)):
        return match
    if figure.kind is Kind.PERCENT and text.startswith((" up ", " down "), figure.end):
        moved = said.FROM_MONEY.match(text, figure.end)
        if moved is not None:
            return moved
    then = said.PAST if figure.kind in RATES else said.THAN_THEN
    if may_follow(text, figure.end, COMPARED, 1) and (match := then.match(text, figure.end)):
        return match
    for source, words, most in (
        (said.SIDE, first_words("directions.side"), 1),
        (said.NAMED, first_words("directions.noun"), 4),
    ):
        beside = text.startswith("-", figure.end) or may_follow(text, figure.end, words, most)
        match = source.match(text, figure.end) if beside else None
        if match is None or (source is said.SIDE and figure.kind is Kind.QUANTITY):
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
    if low in ("loss", "losses") and figure.kind is Kind.COUNT and figure.unit is not None:
        return False  # "the loss of 400 jobs"
    if low in _LEVELS or low in ("more", "less", "fewer", "stronger", "weaker", "greater"):
        return True
    if figure.per == "share" and low.startswith("los"):
        return True
    if low.startswith("add") and said.PUT_TO.match(text, figure.end) is not None:
        return True
    large = figure.kind is Kind.MONEY and figure.value is not None and figure.value >= 100_000
    won = large and low in ("lose", "loses", "lost", "losing", "gain", "gains", "gained")
    return won and said.MOVED.match(text, figure.end) is None


OR = (", or", " or ")
CUTS = frozenset(("cut", "cuts", "cutting", "axe", "axed"))
"""What is done to a number of jobs, which is no level then."""
STAFF = frozenset(("job", "position", "post", "worker", "employee", "staff"))
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
