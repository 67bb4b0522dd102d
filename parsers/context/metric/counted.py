"""What a count counts: the noun in its own words, that of its whole, the one it stands before."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known, word_at
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick


def own_noun(figure: Figure) -> Phrase | None:
    """The counted noun as it stands in the figure ("14,200 employees")."""
    if not figure.unit or (figure.kind == Kind.QUANTITY and figure.unit not in THINGS_COUNTED):
        return None
    at = figure.text.lower().find(figure.unit.split()[0][:3].lower())
    if at <= 0 or figure.text[at - 1].isalnum():
        last = LAST_WORD.search(figure.text)
        if last is None or figure.unit.split()[-1][:1] != last[1][:1].lower():
            return None
        at = last.start(1)
    return Phrase(figure.start + at, figure.end, figure.text[at:])


COUNTING = (Kind.COUNT, Kind.RATIO, Kind.QUANTITY)
"""Kinds of figure that can have a noun of their own."""
THINGS_COUNTED = ("parameter", "token")
"""Units that are things and no measure."""
LAST_WORD = Pattern(r"[ \n-](\p{L}++)$")


def whole_noun(row: Row, figure: Figure, place: int) -> Phrase | None:
    """The noun of the whole that a figure is part of ("4 million of Halden's 9 million shares")."""
    partial = figure.kind in (Kind.COUNT, Kind.PERCENT, Kind.RATIO)
    hit = OF_FIGURE.match(row.tags, place + 1) if partial else None
    if hit is None and figure.kind == Kind.RATIO:
        hit = HALF_FIGURE.match(row.tags, place + 1)
    whole = row.words[hit.end() - 1].ref if hit is not None else None
    return own_noun(whole) if isinstance(whole, Figure) else None


def things_of(row: Row, figure: Figure, place: int) -> Phrase | None:
    """The things that a bare number is some of ("two of Norland's biggest banks"), as its unit names them."""
    if figure.kind != Kind.COUNT or not figure.unit or row.tags[place + 1 : place + 2] != "o":
        return None
    head = figure.unit.split()[-1]
    for at in range(place + 2, min(place + OF_THINGS, len(row.keys))):
        if row.keys[at].split()[-1].startswith(head.removesuffix("y")):
            start = row.text.lower().find(figure.unit.split()[0][:3].lower(), row.words[place].end)
            first = word_at(row, start) if start >= 0 else None
            return row.phrase(min(first, at) if first is not None else at, at)
    return None


OF_THINGS = 10
"""How many words behind a number its things stand at most."""
OF_FIGURE = Quick(r"o(?:[Diq]|[xNKkPZL]{1,3}')*q*F")
HALF_FIGURE = Quick(r"(?:D|i|[xNKkPZL]{1,3}')+q*F")


def is_other_count(row: Row, figure: Figure, noun: Phrase | None, before: Figure | None) -> bool:
    """Whether a count is of other things than the one before it ("flies 410 jets to 62 cities")."""
    if noun is None or before is None:
        return False
    between = row.text[before.end : figure.start]
    if before.kind != Kind.COUNT:
        return ", and " in between  # "will spend $2 billion, up 15% from 2016, and drill 290 wells"
    if own_noun(before) is None and before.unit is None:
        return False
    if "(" in between or "equal to" in between or "equivalent" in between:
        return False  # "40 shares (equal to 5 depositary receipts)"
    return (figure.unit or "").split()[-1:] != (before.unit or "").split()[-1:]


def is_of_other_things(
    row: Row, figure: Figure, answer: Answer, noun: Phrase | None, before: Figure | None
) -> bool:
    """Whether a count is of its own things, and not of what an answer says ("Assets of the 400 funds")."""
    if answer.rule.name == "metric.versus":
        return is_other_count(row, figure, noun, before)
    place = row.places[figure.id]
    gauge = row.keys[answer.last].split()[-1] in known("parties.gauge")  # "The index of the 100 stocks"
    many = noun is not None and row.tags[place - 2 : place] == "oD" and not gauge
    return many and answer.rule.name == "metric.level_of"


def is_of_that(row: Row, place: int) -> bool:
    """Whether a figure is part of what was told before ("60% of that", "half of it")."""
    if row.tags[place + 1 : place + 2] != "o" or place + 2 >= len(row.words):
        return False
    after = row.tags[place + 3 : place + 4]
    key = row.words[place + 2].key
    if key in ("those", "these"):
        return after in ("", ",", "V", "B", "H", "W", "A")
    return key in ("it", "them", "which") or (key in ("that", "this") and after not in tuple("MGkKZN"))


def with_noun(figure: Figure, before: Figure | None, whole: Phrase | None = None) -> Figure:
    """A count without a metric beside it measures its own noun, another what the figure before it does."""
    noun = (own_noun(figure) or whole) if figure.kind in COUNTING else None
    if noun is not None:
        return with_metric(figure, noun, canonical(noun.text), "metric.counted_noun")
    if before is None or before.metric is None:
        return figure
    alike = before.kind == figure.kind and (figure.kind != Kind.QUANTITY or figure.unit == before.unit)
    if alike or figure.kind == Kind.RATIO:
        return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))
    return figure


def adjective(row: Row, figure: Figure, place: int, noun: Phrase | None) -> Figure:
    """What a figure that stands like an adjective says of the noun behind it ("an 85-strong workforce")."""
    hit = CHANGE_IN.match(row.tags, place + 1) if figure.kind == Kind.QUANTITY else None
    hit = hit or NOUN_BEHIND.match(row.tags, place + 1)
    if hit is None:
        return with_noun(figure, None) if noun is not None and figure.unit != "strong" else figure
    phrase = trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    return with_metric(figure, phrase, canonical(phrase.text), "metric.adjective")


CHANGE_IN = Pattern(rf"[CG][no]{OWNER}(?P<np>{NP})(?!')")
"""Behind "a 629,000-barrel": "increase in crude supplies"."""
NOUN_BEHIND = Pattern(rf"(?P<np>{NP})(?!')")
