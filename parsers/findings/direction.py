"""Check 3: what is said to fall does not end higher than it began."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

import regex

from parsers import lexicon
from parsers.findings.acting import acts, something
from parsers.findings.base import Check, Facts, finding
from parsers.findings.interval import Interval, coarse_step, printed, rounded
from parsers.findings.moves import Move, moves_of, of_a_currency, sign
from parsers.findings.wording import name, quoted
from parsers.findings.words import says
from parsers.model import Direction, Figure, Finding, Kind, Modifier, Span, State
from parsers.patterns import compiled
from parsers.values import record
from parsers.worded import worded

NAME = "direction"

# How far before the level its verb may stand.
REACH = 70
_WORDS = "directions.verb|directions.act|directions.before"


@record
class Verb:
    """The word that says which way a level went: 1 up, -1 down."""

    way: int
    text: str
    span: Span
    firm: bool = True
    """Whether it can only be a verb or "up": a "rise" or a "raise" may be the name of something."""


def check_directions(facts: Facts) -> Iterator[Finding]:
    """The findings on the moves of a document."""
    for move in moves_of(facts):
        if move.old is not None:
            verb = _verb(facts, move)
            if verb is not None and not _unsigned(facts, move, verb):
                yield from _judge(move, move.old, verb)
    for figure in facts.figures:
        if figure.kind in (Kind.PERCENT, Kind.POINTS):
            yield from _negative(facts, figure)


def _judge(move: Move, old: Figure, verb: Verb) -> Iterator[Finding]:
    ranges = move.new.value is None and old.value is None
    ends = f"from {_whole(old)} to {_whole(move.new)}"
    formula = f"{name(move.new)} {'>' if verb.way > 0 else '<'} {name(old)}"
    figures, evidence = [move.new, old], [verb.span]
    orders = _orders(move.new, old)
    if orders[0] == verb.way and -verb.way not in orders:
        message = f"{quoted(verb.text)} fits: {ends} is {_way(verb.way)}."
        yield finding(NAME, State.AGREES, figures, message, formula=formula, evidence=evidence)
        return
    if orders == (-verb.way, -verb.way):
        if not verb.firm:
            return
        message = f"The text says {quoted(verb.text)}, but {ends} is {_way(-verb.way)}."
        state = State.DISAGREES
        if not move.firm:
            message = f"{quoted(verb.text)} {ends} cannot be checked: the text may compare with another time."
            state = State.CANNOT_CHECK
        yield finding(NAME, state, figures, message, formula=formula, evidence=evidence)
        return
    why = "neither range lies above the other" if ranges else "the two may be equal"
    message = f"{quoted(verb.text)} {ends} cannot be checked: as printed, {why}."
    yield finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, evidence=evidence)


def _orders(new: Figure, old: Figure) -> tuple[int, int]:
    """Whether the new level lies above (1) or below (-1) the old one, in both readings of the digits."""
    return _order(new, old, printed, lambda f: f.precision), _order(new, old, rounded, coarse_step)


def _order(
    new: Figure,
    old: Figure,
    read: Callable[[Figure], Interval | None],
    step: Callable[[Figure], Decimal | None],
) -> int:
    """Rounding in equal steps keeps the order, so that equal steps need no interval.

    A range is higher where one end is and the other is not lower ("to $4.9-5.1 billion from $4.8-5.1").
    """
    if new.modifier is old.modifier is Modifier.EXACT and step(new) == step(old):
        ends = _ends(new, old)
        if ends:
            signs = {(a > b) - (a < b) for a, b in ends}
            return sum(signs) if len(signs - {0}) == 1 else 0
    now, before = read(new), read(old)
    if now is None or before is None or now.meets(before):
        return 0
    return 1 if now.low > before.high else -1


def _ends(new: Figure, old: Figure) -> tuple[tuple[Decimal, Decimal], ...]:
    """The numbers of two figures to be compared: their values, or the two ends of two ranges."""
    if new.value is not None and old.value is not None:
        return ((new.value, old.value),)
    if new.low is None or new.high is None or old.low is None or old.high is None:
        return ()
    return ((new.low, old.low), (new.high, old.high))


def _whole(figure: Figure) -> str:
    """A figure in a sentence; a range, which has a "to" of its own, in quotation marks."""
    return name(figure) if figure.value is not None else quoted(name(figure))


def _way(way: int) -> str:
    return "a rise" if way > 0 else "a fall"


def _negative(facts: Facts, change: Figure) -> Iterator[Finding]:
    """Such as "rose -3 percent": the word says up, the sign says down."""
    if change.value is None or change.value >= 0 or change.text.startswith("("):
        return
    verb = _before(facts, change, to=False)
    if verb is None or verb.way < 0:
        return
    message = f"The text says {quoted(verb.text)}, but {name(change)} is a fall."
    formula = f"{name(change)} < 0"
    yield finding(NAME, State.DISAGREES, [change], message, formula=formula, evidence=[verb.span])


# -- the verb -------------------------------------------------------------------------------------


def _verb(facts: Facts, move: Move) -> Verb | None:
    """The verb of a move: that of its old value, else of its change, else of its level."""
    if move.own_word is not None:
        word = facts.text[move.own_word.start : move.own_word.end]
        return Verb(_way_of(word), word, move.own_word)
    for change in move.changes:
        if (way := sign(change)) and change.value is not None and change.value > 0:
            place = next((e for e in change.evidence if e.field == "direction"), None)
            if place is not None:
                span = Span(place.start, place.end)
                return Verb(way, facts.text[span.start : span.end], span)
    return _before(facts, move.new, to=True)


def _before(facts: Facts, figure: Figure, *, to: bool) -> Verb | None:
    """The last word of change before a figure, with nothing but its own complements between."""
    start = max(facts.sentence(figure.start).start, figure.start - REACH)
    found = list(_words().finditer(facts.text, start, figure.start))
    if not found:
        return None
    verbs = []
    for match in reversed(found):
        between = facts.text[match.end() : figure.start]
        if not (_to() if to else _plain()).fullmatch(between) or any(c.isdigit() for c in between):
            break
        firm = acts(match[0], facts.text[start : match.start()], between)
        verbs.append(Verb(_way_of(match[0]), match[0], Span(match.start(), match.end()), firm))
        if something().match(between) is not None:
            return verbs[-1]  # "lowered its rate for advances to"
    return next((verb for verb in verbs if verb.firm), next(iter(verbs), None))


def _way_of(word: str) -> int:
    return 1 if lexicon.find(_WORDS, word)[0].id == "increase" else -1


def _unsigned(facts: Facts, move: Move, verb: Verb) -> bool:
    """Whether the move is of a kind in which a fall may be printed as a larger number."""
    sentence = facts.sentence(move.new.start)
    before = facts.text[sentence.start : move.span.end]
    if says(before, "loss") or says(verb.text, "judging") or says(move.text, "recounted"):
        return True
    ways = {move.new.direction, *((move.old.direction,) if move.old is not None else ())}
    if Direction.NONE not in ways and Direction.DECREASE in ways:
        return True  # "rose 1.5%, rebounding from a 7.5% drop": of two changes the smaller fall is the higher
    if facts.after(move.new).startswith((" up", " down", " higher", " lower")):
        return True  # "from one pound down to two up"
    if any(e.field == "direction" and e.start == verb.span.start for e in move.new.evidence):
        return True  # "rose 2% after rising 3%": the word says that it is a change, and nothing of the other
    # A currency that falls buys less, so that its price in the other one may be the larger number.
    return of_a_currency(facts, move)


@cache
def _words() -> regex.Pattern[str]:
    return worded(rf"(?<![\p{{L}}\p{{N}}-])<<{_WORDS}>>(?![\p{{L}}\p{{N}}-])")


@cache
def _to() -> regex.Pattern[str]:
    """Written "sharply in June to about"."""
    return compiled(
        r"(?:\s[\p{L}'\u2019%-]+){0,5}?\sto(?:\s(?:an?|about|around|just|only|nearly|some|between|[\p{L}-]+ly"
        r"|a\srecord|an?\srange\sof))?\s"
    )


@cache
def _plain() -> regex.Pattern[str]:
    return compiled(r"\s(?:by\s)?(?:about\s|around\s|nearly\s)?")


CHECK = Check(
    name=NAME,
    title="Direction",
    needs="a word of change with the level reached and the level before, or with a change that has a sign",
    decides="the order of the two levels, beyond what rounding could turn round, is that of the word",
    run=check_directions,
    examples=(
        ("Unemployment fell to 5.4 percent from 5.1 percent.", "is a rise"),
        ("Output climbed to 310,200 tonnes from 318,900 tonnes.", "is a fall"),
    ),
    rejects=(
        "Unemployment fell to 5.1 percent from 5.4 percent.",
        "The net loss narrowed to $12 million from $15 million.",
        "The yen fell to 151.3 per dollar from 149.8 per dollar.",
        "Exports rose 1.5% in May, rebounding from a 7.5% drop in April.",
    ),
)
