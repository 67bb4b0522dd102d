"""What a figure measures by the words that a rule has found for it, or what they go on from."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.counted import with_noun
from parsers.context.metric.ending import last_word, words_of
from parsers.context.metric.generic import for_what, gone_on, is_level, is_pace, less_generic
from parsers.context.metric.naming import canonical
from parsers.context.metric.ofwhat import of_what
from parsers.context.metric.verbs import VERBS, thing_of
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.metrics import group_named, group_of
from parsers.model import Figure, Kind, Phrase


def _is_worth_of(row: Row, answer: Answer, before: Figure) -> bool:
    """Whether what counted things are worth is told right behind them ("eight contracts worth $3bn")."""
    counted = row.keys[answer.first] == "worth" and before.kind == Kind.COUNT
    return counted and row.places.get(before.id) == answer.first - 1


def with_answer(
    row: Row, figure: Figure, place: int, answer: Answer, before: Figure | None, noun: Phrase | None
) -> Figure:
    """The figure with the words of an answer, trimmed; with those before where the words say too little."""
    answer = of_what(row, figure, answer)
    if before is not None and before.metric is not None and _is_of_it(row, figure, answer, before):
        return with_metric(figure, before.metric, before.metric_name, "metric.continued", before.inferred)
    last = last_word(row, answer, place)
    if last < answer.first:
        return figure
    phrase = words_of(row, answer.first, last)
    if (aim := for_what(row, last, place)) is not None:
        return with_metric(figure, aim, canonical(aim.text), answer.rule.name)
    paced = is_pace(row, figure, place, answer) and row.words[last].key in known("contextwords.pace")
    generic = phrase.text.lower() in known("metrics.generic") and not _is_reach(figure, phrase)
    level = row.keys[answer.first] in ("level", "levels", "total")
    if level and row.tags[answer.first - 1] == "T" and before is not None and before.metric is not None:
        # "Output was 6% below the May level at 9 million": not the level of May.
        return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))
    generic = generic or (level and answer.first == place + 1) or is_level(row, answer)
    if paced or generic:
        if noun is not None and not (paced and before is not None and before.kind == Kind.PERCENT):
            return with_noun(figure, before)
        if noun is not None and before is not None and before.metric is not None:
            return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))
        amounts = phrase.text.lower() == "total" and row.tags[answer.first - 1 : answer.first] == "F"
        if amounts and before is not None and before.metric is not None:
            # So in a 6% drop from May's $8 million total, and off 9% from April.
            return with_metric(figure, before.metric, before.metric_name, "metric.continued", before.inferred)
        plain = less_generic(row, figure, place, answer)
        if plain is None and before is not None and (same := gone_on(figure, before, paced)) is not None:
            return same
        phrase = plain or phrase
    grown = last > answer.first and row.words[last].key == "growth" and row.tags[last - 1] == "M"
    name = canonical(row.phrase(answer.first, last - 1).text) if grown else None
    phrase, called = thing_of(row, figure, answer, phrase)
    return with_metric(figure, phrase, name or called, answer.rule.name)


def _is_of_it(row: Row, figure: Figure, answer: Answer, before: Figure) -> bool:
    """Whether an answer only tells who holds the figure before, or what that is worth."""
    held = answer.rule.name in VERBS
    held = held and group_named(canonical(row.phrase(answer.first, answer.last).text)) == "stake"
    held = held and (before.kind == Kind.PERCENT or group_of(before) in HELD)
    return (held and figure.kind == Kind.PERCENT) or _is_worth_of(row, answer, before)


HELD = ("security", "stake", "control")
"""What somebody holds a part of."""


def _is_reach(figure: Figure, phrase: Phrase) -> bool:
    """Whether a "range" is how far something goes ("a range of 320 kilometers")."""
    return figure.kind == Kind.QUANTITY and figure.value is not None and phrase.text.lower() == "range"
