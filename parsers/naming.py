"""The common name of what each figure measures: the last step, when all that it depends on has been read.

It is the name of the metric's head under all its synonyms, with the words that narrow it ("online turnover"
is online revenue), said as the figure itself measures it: a result per share is earnings per share, and what
shares rose to is their price.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from parsers import lexicon
from parsers.context.metric.naming import headed
from parsers.context.period.levels import MILLIONS
from parsers.context.rows.words import NOTED, known
from parsers.context.subject.goods import goods_in_stock
from parsers.lazy import Pattern
from parsers.metrics import group_named
from parsers.model import Direction, Figure, Kind, Phrase
from parsers.values import replace
from parsers.worded import worded

CALLED = r"(?i)(?<![\p{L}-])<<metrics.called>>(?!\p{L})"
"""Phrases that name a metric whatever their head ("net cash provided by operating activities")."""
OF_MARKET = Pattern(r"(?i)[\s\u00a0]of[\s\u00a0](?:[\p{L}\p{N}.'\u2019$-]++[\s\u00a0]){0,5}?markets?\b")
"""Behind "share": what makes it one of the market."""
DILUTED = Pattern(r"(?i)\bdiluted[\s\u00a0](?:common[\s\u00a0])?share\b")
"""Behind an amount or in it: a share of those that there would be ("29 cents per diluted share")."""
BARE = frozenset(("forecast", "index", "term", "total"))
"""Groups of words that say nothing of what they are about ("average estimate")."""
SHARES = frozenset((Kind.PERCENT, Kind.POINTS, Kind.RATIO))


def name_metrics(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of a text with the common names of their metrics."""
    return tuple(_named(text, figure) for figure in figures)


def _named(text: str, figure: Figure) -> Figure:
    if figure.metric_name is None:
        return figure
    figure = _in_full(text, _without_note(figure))
    name = as_measured(text, figure, *_narrowed(text, figure))
    return figure if name == figure.metric_name else replace(figure, metric_name=name)


def _without_note(figure: Figure) -> Figure:
    """The figure without the mark of a note behind its metric ("Adjusted EBITDA1 of $5 million")."""
    metric = figure.metric
    if metric is None or NOTED.search(metric.text) is None:
        return figure
    told = metric.text[:-1]
    name = headed(" ".join(told.lower().split()))[1]
    if name is None:
        return figure
    return replace(figure, metric=Phrase(metric.start, metric.end - 1, told), metric_name=name)


def _in_full(text: str, figure: Figure) -> Figure:
    """The figure with all words by which its metric is called ("cash, cash equivalents and securities")."""
    metric = figure.metric
    called = _called(text, metric) if metric is not None else None
    if metric is None or called is None:
        return figure
    start, end = min(metric.start, called.start()), called.end()
    return replace(figure, metric=Phrase(start, end, text[start:end]))


def _narrowed(text: str, figure: Figure) -> tuple[tuple[str, ...], str]:
    """The words that narrow a metric, and the name that is narrowed."""
    name, metric = figure.metric_name or "", figure.metric
    if metric is None:
        return (), name
    called = _called(text, metric)
    if called is not None:
        lead, name = text[metric.start : called.start()], lexicon.find("metrics.called", called[0])[0].id
        return _telling(lead, figure), name
    words = " ".join(metric.text.split())
    lead, head = headed(words)
    if head != name:  # "revenue growth", which is a change of revenue
        lead, head = headed(words.rpartition(" ")[0])
    if head != name:
        return (), name
    if lead and group_named(name) == "forecast":
        rest, what = headed(lead)
        if what is not None and group_named(what) not in BARE:
            return _telling(rest, figure), what  # "profit forecast"
    return _telling(lead, figure), name


def _called(text: str, metric: Phrase) -> regex.Match[str] | None:
    """The phrase around the words of a metric by which it is called, where there is one."""
    phrases = _calling().get(metric.text.lower().rpartition(" ")[2])
    if phrases is None:
        return None
    first, last = max(0, metric.start - REACH), metric.end + REACH
    near = " ".join(text[first:last].lower().split())
    if not any(phrase in near for phrase in phrases):
        return None
    found = worded(CALLED).finditer(text, first, last)
    return next((hit for hit in found if hit.start() < metric.end <= hit.end()), None)


@cache
def _calling() -> dict[str, list[str]]:
    """The phrases by which metrics are called, by each word of them."""
    found: dict[str, list[str]] = {}
    for phrase in known("metrics.called"):
        for word in phrase.replace(",", "").split():
            found.setdefault(word, []).append(phrase)
    return found


REACH = 72
"""How far before and behind the words of a metric those may stand that are of its name too."""


def _telling(lead: str, figure: Figure) -> tuple[str, ...]:
    """The words before a head that tell it from others of its name: neither "total" nor whose it is."""
    subject = (
        " ".join((figure.subject.text if figure.subject else "", figure.subject_name or "")).lower().split()
    )
    plain = known("metrics.whole contextwords.of_the_whole directions.verb directions.act")
    return tuple(w for w in lead.lower().split() if w not in plain and w not in subject)


def as_measured(text: str, figure: Figure, lead: tuple[str, ...], name: str) -> str:
    """The name of a metric as this figure measures it, with the words that narrow it."""
    entry = lexicon.entries("metrics").get(name)
    if entry is not None:
        if figure.kind == Kind.MONEY and figure.per == "share":
            name = entry.get("per_share", name)
            lead = (*lead, "diluted") if DILUTED.search(text, figure.start, figure.end + 20) else lead
        elif figure.unit == "basis point":
            name = entry.get("points", name)
        elif figure.kind == Kind.QUANTITY or goods_in_stock(figure) is not None:
            name = entry.get("weighed", name)
        elif _is_price(figure, lead):
            name = entry.get("priced", name)
        elif name == "shares" and figure.kind in SHARES and _is_one(figure):
            name = "market share" if figure.metric and OF_MARKET.match(text, figure.metric.end) else "share"
    for start in range(len(lead)):
        before, known_as = headed(" ".join((*lead[start:], name)))
        if known_as is not None and not before:  # "diluted" and "earnings per share"
            return " ".join((*lead[:start], known_as))
    return " ".join((*lead, name))


def _is_one(figure: Figure) -> bool:
    """Whether the metric is a share, not shares ("its share rose to 14%")."""
    return figure.metric is not None and figure.metric.text.lower().endswith("share")


def _is_price(figure: Figure, lead: tuple[str, ...]) -> bool:
    """Whether a figure is the price of what is before it, or how that moved ("shares fell 2% to $45")."""
    metric = figure.metric
    if metric is None or metric.start > figure.start or _is_one(figure):
        return False
    if lead and metric.text.endswith("stock"):
        return False  # "coated stock" is paper
    if figure.kind == Kind.MONEY:
        return MILLIONS.search(figure.text) is None
    return figure.kind in (Kind.PERCENT, Kind.MULTIPLE) and figure.direction != Direction.NONE
