"""When words are only what is set beside a figure: an estimate, and of what it is one."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.near import NP
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Phrase


def is_estimate(row: Row, answer: Answer) -> bool:
    """Whether a rule gave only a word like "expectations", of which the amount is ("expectations of $5")."""
    tells = answer.rule.name == "metric.governing" and row.tags[answer.last + 1 : answer.last + 2] in tuple(
        "SX"
    )
    if answer.rule.name != "metric.level_of" and not tells:
        return False
    phrase = row.phrase(answer.first, answer.last).text.lower()
    return phrase in known("metrics.generic") and row.words[answer.last].key in known(
        "contextwords.estimating"
    )


def beats(row: Row, answer: Answer) -> bool:
    """Whether an answer is only what something is set against ("matching analysts' expectations of $5")."""
    if answer.rule.name != "metric.level_of" or row.keys[answer.last] not in known("contextwords.estimating"):
        return False
    if not frozenset(row.tags[answer.first : answer.last]) <= {"x"}:
        return False  # "the revenue consensus of"
    near = row.keys[max(0, answer.first - 4) : answer.last]
    doing = row.tags[answer.first - 1 : answer.first] == "," and row.keys[answer.first].endswith("ing")
    over = any(key.split()[-1] in ("above", "below", "past") for key in near)
    return (
        over
        or doing
        or not known("contextwords.beating contextwords.outdoing").isdisjoint(near)
        or AGAINST.search(row.tags, 0, answer.first) is not None
    )


AGAINST = Pattern(r"(?r)v[DiR'xE]{0,4}\Z")


def estimated_of(row: Row, answer: Answer) -> Phrase | None:
    """What an estimate is of, where the clause tells it before ("Earnings fell short of estimates of $5")."""
    if not is_estimate(row, answer):
        return None
    hit = SET_AGAINST.search(row.tags[: answer.first])
    return row.phrase(hit.start("np"), hit.end("np") - 1) if hit is not None else None


BY_SOME = Pattern(r"(?r)D[xM]{0,3}[MX][fop]Fpq*\Z")
"""Before what some have estimated ("above the average forecast from nine analysts for $10 million")."""


def estimated_by_some(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure | None:
    """The figure with what the last of its kind measures, where so many analysts have estimated it."""
    hit = BY_SOME.search(row.tags, max(0, place - 10), place)
    if hit is None or known("contextwords.estimating").isdisjoint(row.keys[hit.start() : place]):
        return None
    for earlier in reversed(given.values()):
        if earlier.sentence != figure.sentence:
            break
        if earlier.kind == figure.kind and earlier.unit == figure.unit and earlier.metric is not None:
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.versus", earlier.inferred)
    return None


SET_AGAINST = Pattern(
    rf"(?:^|[^xMGZ])(?P<np>{NP})(?!')(?:x(?=[dHVWB]))?(?:[nopT][^;,MGF]{{0,6}})?(?:,[^,;F]{{1,12}},)?"
    r"[dH]?(?:[VWHB][qvx]*|v)[DR'xip]{0,4}\Z"
)
"""A metric with the verb that sets it against what was estimated."""
