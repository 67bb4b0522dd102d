"""Levels of a market's index and its moves, which are told in points that the text leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind, Phrase


def in_points(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """The figure as points where it is a bare number of an index ("the Nasdaq fell 12.4 to 3,871").

    ``before`` are the last figures before it: of any index that they tell the points of it is a level.
    """
    if figure.kind is not Kind.COUNT or figure.unit is not None or figure.subject is None:
        return figure
    if any(_is_of_same(figure, other) for other in before):
        return fill(figure, kind=Kind.POINTS, unit="point", inferred=(*figure.inferred, "unit"))
    own = figure.metric is not None and (
        figure.subject.end == figure.metric.end or figure.metric.text.lower() in known("directions.noun")
    )
    if figure.metric is not None and not own and not _is_level(text, figure.metric, figure.metric_name):
        return figure
    if not _is_index(figure.subject.text) and not _is_of_stocks(text, figure):
        return figure
    return fill(figure, kind=Kind.POINTS, unit="point", inferred=(*figure.inferred, "unit"))


def _is_of_stocks(text: str, figure: Figure) -> bool:
    """Whether an index is said to be one of stocks ("the index of the 100 biggest stocks gained 0.47")."""
    subject = figure.subject
    if subject is None or not subject.text.lower().endswith("index") or figure.precision == 1:
        return False
    return OF_STOCKS.match(text, subject.end, figure.start) is not None


OF_STOCKS = Pattern(r" of (?:the )?(?:[\p{L}\d-]+ ){0,4}(?:stocks|shares|issues)\b")


def _is_of_same(figure: Figure, other: Figure) -> bool:
    """Whether a figure in points is of the same index in the same sentence ("fell 15 points to 491")."""
    if other.kind is not Kind.POINTS or other.unit != "point" or other.sentence != figure.sentence:
        return False
    metric = figure.metric
    return metric is not None and metric == other.metric and metric.text.split()[-1].lower() == "index"


def _is_level(text: str, metric: Phrase, name: str | None) -> bool:
    """Whether a metric is none or the index; another is of the shares in it, or of the economy."""
    family = group_family(name)
    if not family or family != "index":
        return not family
    told = _is_index(metric.text)
    return told or (
        " " not in metric.text and text[max(0, metric.start - 4) : metric.start].lower() in ("the ", "")
    )


@lru_cache(maxsize=1024)
def _is_index(name: str) -> bool:
    """Whether a name is one of an index of shares: "Nasdaq", "FTSE 100", "500-stock index"."""
    words = name.replace("-", " ").split()
    while words and (words[0].lower() == "the" or words[0].endswith(("'s", "\u2019s"))):
        words = words[1:]
    if words and words[-1].isdigit():
        words = words[:-1]
    if not words:
        return False
    if words[-1].lower() in known("parties.gauge"):
        kinds = known("parties.marketed")
        return any(word.lower() in kinds or lexicon.find("names.benchmark", word) for word in words[:-1])
    return bool(lexicon.find("names.benchmark", " ".join(words)))
