"""What a noun is of that says nothing by itself: "the number of X", "an average of 9%", "the $70 level"."""

from __future__ import annotations

from itertools import islice

from parsers.context.draft import fill
from parsers.context.metric.before import with_metric
from parsers.context.metric.doubts import is_left_aside, of_one_kind
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP, OWNER
from parsers.context.metric.rules import RULES
from parsers.context.rows.grammar import Answer, Group
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_named
from parsers.model import Figure, Kind, Phrase

GOVERNING = Group(rule for rule in RULES if rule.name == "metric.governing")


def less_generic(row: Row, figure: Figure, place: int, answer: Answer) -> Phrase | None:
    """What "the number of X" counts, or the metric that governs "78% of the total"."""
    hit = OF_WHAT.match(row.tags, answer.last + 1)
    if hit is not None and answer.last < place:
        return trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    hit = OF_ANY.match(row.tags, answer.last + 1) if row.words[answer.last].key == "number" else None
    if hit is not None:
        return row.phrase(hit.start("np"), hit.end("np") - 1)
    low = max(0, answer.first - 12)
    ranged = RANGED.search(row.tags[low : answer.first]) if answer.last < place else None
    if ranged is not None:
        return trimmed(row.phrase(ranged.start("np") + low, ranged.end("np") - 1 + low))
    for pattern in (
        (TOLD_OF, BY_AVERAGE, MADE_IN_ALL, WAS_IN_ALL) if answer.last < place else (ABOVE_THE, AT_ITS_END)
    ):
        end = min(answer.first, place)
        if (told := pattern.search(row.tags[max(0, end - 12) : end])) is not None:
            low = max(0, end - 12)
            return trimmed(row.phrase(told.start("np") + low, told.end("np") - 1 + low))
    governing = GOVERNING.first_answer(row, place, figure)
    if governing is None and answer.last == place - 1 and row.keys[answer.last] == "average":
        governing = GOVERNING.first_answer(row, answer.first, figure)  # "The yield fell to an average 8.19%"
    if governing is None and is_level(row, answer):
        governing = GOVERNING.first_answer(row, answer.first - 1, figure)
    if governing is not None and is_left_aside(row, place, governing):
        return None
    return trimmed(row.phrase(governing.first, governing.last)) if governing is not None else None


def is_level(row: Row, answer: Answer) -> bool:
    """Whether a "level" says only how far something goes ("The margin fell to a level of 6%")."""
    level = row.keys[answer.first] in ("level", "levels")
    return level and TO_A.search(row.tags[: answer.first]) is not None


TO_A = Pattern(r"(?r)[ta]D\Z")


def gone_on(figure: Figure, before: Figure, paced: bool) -> Figure | None:
    """The figure with what the one before measures, where its word is generic ("fell 14% to a rate of")."""
    alike = (paced and before.kind == Kind.PERCENT) or of_one_kind(before, figure)
    if before.metric is None or not alike:
        return None
    return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))


def is_pace(row: Row, figure: Figure, place: int, answer: Answer) -> bool:
    """Whether "rate" or "pace" only says how fast something goes ("faster than the 5% pace")."""
    than = answer.first == place + 1 and row.tags[max(0, place - 2) : place] == "qD"
    return than or figure.kind in PACED


PACED = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
"""Kinds of which a "rate" only says how fast it goes ("at an annual rate of $5 million")."""


def for_what(row: Row, last: int, place: int) -> Phrase | None:
    """What the forecast or the target that ends at ``last`` is for ("its forecast for full-year sales").

    So is what is sold abroad or ordered of which a value is told ("the value of its exports fell").
    """
    if row.keys[last] == "value" and (sold := OF_WHAT.match(row.tags, last + 1, place)) is not None:
        phrase = trimmed(row.phrase(sold.start("np"), sold.end("np") - 1))
        return phrase if group_named(canonical(phrase.text)) in VALUED else None
    if last + 1 >= place or row.keys[last + 1] != "for":
        return None
    if row.words[last].key.split()[-1] not in known("contextwords.outlooks contextwords.estimating"):
        return None
    hit = FOR_WHAT.match(row.tags, last + 1, place)
    return trimmed(row.phrase(hit.start("np"), hit.end("np") - 1)) if hit is not None else None


VALUED = ("trade", "orders")
"""What is told by its value as much as by its number."""
RANGED = Pattern(rf"(?r)(?P<np>{NP})(?:[pno][Di]?T)?(?:[tA]?[BWH][xX]?(?:tB)?)?[npat][DiU]?[xU]{{0,2}}\Z")
"""Before "the range of": what lies in it ("revenue in the range of")."""
BY_AVERAGE = Pattern(rf"(?r)V{OWNER}(?P<np>{NP})(?:[^;,VBHAWXm]{{0,8}}p)?Dx?\Z")
"""Before "an average of": what was changed by it ("cut prices on 2,000 items by an average of 9%")."""
AT_ITS_END = Pattern(rf"(?r)(?P<np>{NP})[atnw][Di]x{{1,2}}o[Di]?\Z")
"""Before "range": what is at one end of it ("sees profit at the top end of its $3-4 range")."""
WAS_IN_ALL = Pattern(rf"(?r)(?P<np>{NP})(?!')[dAx]{{0,2}}BDx?\Z")
"""Before "a total of": what comes to it ("sales were a total of $5 million")."""
MADE_IN_ALL = Pattern(r"(?r)(?P<np>m)Dx?\Z")
"""Before "a total of": the verb that says what it is one of ("earned a total of $5 million")."""
ABOVE_THE = Pattern(rf"(?r)(?P<np>{NP})[^;,F:]{{0,6}}[npatq]D?x?\Z")
"""Before an amount that is called a level: of what it is one ("raise our price above the $70 level")."""
TOLD_OF = Pattern(rf"(?r)(?P<np>{NP}),[dT]{{0,2}}Dx?\Z")
"""Before "an average of" in an aside: what it is one of ("Pay, now an average of $13 an hour, will")."""
OF_ANY = Pattern(rf"o{OWNER}(?P<np>x{{1,3}})(?=[rVBHAWn,;]|\Z)")
FOR_WHAT = Pattern(rf"pT?{OWNER}T?(?P<np>{NP})")
OF_WHAT = Pattern(rf"o{OWNER}(?P<np>{NP})")


def rate_again(row: Row, figure: Figure, given: dict[str, Figure]) -> Figure:
    """The figure, its bare "rate" called by the name of the one that the text has told of before."""
    if figure.kind is not Kind.PERCENT or figure.metric is None or figure.metric.text.lower() != "rate":
        return figure
    if row.tells("contextwords.rate_acts"):
        return figure  # a central bank's own
    for earlier in islice(reversed(given.values()), RATES_BACK):
        words = earlier.metric.text.lower() if earlier.metric is not None else ""
        if words.endswith(" rate") and earlier.metric_name not in (None, figure.metric_name):
            return fill(figure, metric_name=earlier.metric_name)
    return figure


RATES_BACK = 12
"""How many figures before one may have told which rate is meant."""
