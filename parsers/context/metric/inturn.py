"""What each of several figures measures, in the order of their metrics ("sales and net rose 4%, 5%")."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical
from parsers.context.metric.near import NP
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure

RUN = Pattern(r"FQ?(?:,q*FQ?){0,5},?&q*FQ?(?![^,;]{0,2}[MG])")
"""Figures told in a row ("$4 million, $3 million and 20 cents a share")."""
METRICS = Pattern(
    rf"(?r)(?P<np>{NP})(?:,(?P<np>{NP})){{0,5}},?&[Di]?(?P<np>{NP})(?!')"
    r"(?:[pno][^F;,VBHAWXSmMG]{0,5})?[^F;,&MGNP]{0,3}[VBH][^F;,&MGNPU]{0,4}\Z"
)
"""As many metrics before the verb of their figures."""
OLD_TOO = Pattern(r"(?r)FQ?(?:,?U?[vf]|[,-]U|,?d?,?x?t|,?&Vp?)q*\Z")
"""Between such figures and others of them ("were $5 and $3, compared with $4 and $2", "down 4% and 6%")."""


def in_turn(row: Row, figure: Figure, place: int, given: Mapping[str, Figure]) -> Figure | None:
    """The figure with the metric that has its place in a list of as many; None where none has."""
    if "&" not in row.tags[place - 2 : place + 4] and row.tags[place + 1 : place + 2] != ",":
        return None
    run = next((hit for hit in RUN.finditer(row.tags) if hit.start() <= place < hit.end()), None)
    if run is None:
        return None
    number, count = row.tags.count("F", run.start(), place), row.tags.count("F", run.start(), run.end())
    if OLD_TOO.search(row.tags[: run.start()]) is not None:
        return _as_before(row, figure, run.start(), number, count, given)
    hit = METRICS.search(row.tags[: run.start()])
    if hit is None or len(found := sorted(hit.spans("np"))) != count:
        return None
    start, end = found[number]
    phrase = row.phrase(start, end - 1)
    return with_metric(figure, phrase, canonical(phrase.text), "metric.in_turn")


def _as_before(
    row: Row, figure: Figure, begin: int, number: int, count: int, given: Mapping[str, Figure]
) -> Figure | None:
    """The old value of one of so many figures told right before."""
    told = [word.ref for word in row.words[:begin] if isinstance(word.ref, Figure)][-count:]
    if len(told) < count or (new := given.get(told[number].id)) is None or new.metric is None:
        return None
    if not any(e.rule == "metric.in_turn" for e in new.evidence) and not _are_apart(row, told, given):
        return None
    return with_metric(figure, new.metric, new.metric_name, "metric.in_turn", new.inferred)


def _are_apart(row: Row, told: list[Figure], given: Mapping[str, Figure]) -> bool:
    """Whether figures of several metrics are followed by as many ("sales $9, profit $2, up 4% and 5%")."""
    if "respectively" not in row.keys:
        return False
    metrics = [known.metric for one in told if (known := given.get(one.id)) is not None]
    return len({metric.start for metric in metrics if metric is not None}) == len(told)
