"""The name that stands before a metric like an adjective ("his Halden earnings estimate")."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found, is_edge, is_seen
from parsers.context.subject.of_metric import is_result
from parsers.context.subject.owner import INHERITS, is_taken
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.referent import resolve
from parsers.context.subject.segments import gauge_at, is_averaged, is_gauge
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind

BESIDE = Pattern(r"(?r)(?P<own>N)x?\Z")
"""A name that stands before a metric like an adjective ("Halden earnings")."""


def named_before(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The name before the metric ("his Halden earnings estimate"), or the industry that it is of."""
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None else None
    if metric is None or first is None or first > place or row.tags[first] == "m":
        return None
    if is_taken(row, figure, place) and rule_of(figure, "metric") not in INHERITS:
        return None  # "Cable sales rose 11%, Radio was down 3%"
    lead = row.words[first]
    if lead.tag == "N" and metric.end > lead.end and is_edge(row.tags, first):
        if is_gauge(metric):
            return Found(metric, "subject.index")  # "The Norvik index rose 2%"
        return Found(row.phrase(first, first), "subject.beside")  # "Norvik certificates gained 2%"
    if lead.key.split()[0] in known("parties.market") and metric.start == lead.start:
        return Found(row.phrase(first, first), "subject.beside")
    last = word_at(row, metric.end - 1)
    gauge = last is not None and row.words[last].key.split()[-1] in known("parties.gauge")
    gauge = gauge and not is_averaged(row, metric)  # "the jobless rate average"
    named = first > 0 and row.tags[first - 1] not in "D,;"
    gauge = gauge and (named or metric.text.lower() != "average")  # "The average for eight months was 5%"
    if last is not None and row.keys[last] == "market":
        gauge = gauge or figure.kind == Kind.MONEY or row.keys[last - 1] in known("parties.wide")
    other = last is not None and OTHER_MOVES.search(row.tags, last + 1, place) is not None
    if gauge and not other and last is not None and last + 1 < place and not _is_noun(row, last + 1):
        begin = first
        while begin and row.tags[begin - 1] in "xLNETZU" and first - begin < 5:
            begin -= 1
        if is_edge(row.tags, begin) or is_seen(row, begin, last):
            return gauge_at(row, begin, last, topic)
    if group_of(figure) == "volume" and row.tags[first - 1 : first] == "E":
        return Found(row.phrase(first - 1, first - 1), "subject.beside")
    if last is not None and ANOTHER_DOES.search(row.tags, last + 1, place) is not None:
        return None  # "Halden sales rose 4% while its rival Calder lost 3%"
    return _adjacent(row, figure, first, topic)


def _adjacent(row: Row, figure: Figure, first: int, topic: Topic) -> Found | None:
    """The country or the company right before a metric, which begins at the word ``first``."""
    land = LAND_AND.search(row.tags, max(0, first - 8), first)
    if land is not None:
        return resolve(row, land.start("own"), topic, "subject.beside")
    union = first > 1 and row.phrase(first - 1, first - 1).text.isupper() and is_of_economies(figure)
    whose = union or is_result(figure, row.keys[first])  # "revised OECD growth to"
    hit = BESIDE.search(row.tags[max(0, first - 2) : first]) if whose else None
    if hit is None or (row.tags[first - 1] == "x" and row.tags[first - 2 : first - 1] != "N"):
        return None
    at = hit.start("own") + max(0, first - 2)
    return resolve(row, at, topic, "subject.beside")


LAND_AND = Pattern(r"(?r)(?:^|[,;c\"-])(?P<own>L)x{1,2}&x{0,2}\Z")
"""Before a metric: the country of two sorts of things ("U.S. car and truck sales")."""
ANOTHER_DOES = Pattern(r"F[^;]*c(?:[Di]?[xK]{1,2})?Nd?[VmHW]")
"""Between a metric and a figure: another value, and the clause of somebody else."""
OTHER_MOVES = Pattern(r"[pc]D?(?:L|x)?[NZ]d?[VmH]")
"""Another that moves in a clause of its own ("Indexes were mixed as the Nasdaq fell 2%")."""


def _is_noun(row: Row, at: int) -> bool:
    """Whether an unknown word goes on with the noun before it ("average workweek")."""
    return row.tags[at] == "x" and not row.words[at].key.endswith("ed")
