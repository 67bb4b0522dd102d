"""Which figure before one is the one that it goes on from: not that of an aside, no count before money."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.doubts import LOOSE
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row, says_again
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def before_aside(row: Row, place: int, given: dict[str, Figure]) -> Figure | None:
    """The figure before an aside on its whole ("to $4 million, or 5% of its $80 million of loans, from")."""
    hit = SHARED.search(row.tags[:place])
    figure = row.words[hit.start("new")].ref if hit is not None else None
    return given.get(figure.id) if isinstance(figure, Figure) else None


AGAINST = (*LOOSE, "metric.versus")
SHARED = Pattern(r"(?r)(?P<new>F),&q*Fo[Di]q*F[^F;VBHAWX]{0,12},[fv][Dq]*\Z")


def is_and_money(row: Row, figure: Figure, place: int, before: Figure | None) -> bool:
    """Whether an amount of money only follows a count ("7,100 employees and $2 million in cash")."""
    follows = before is not None and before.kind == Kind.COUNT and figure.kind == Kind.MONEY
    return follows and row.tags[place - 2 : place] == "F&"


def told_again(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """A change with the metric of the one before it, which it says again ("rose 34 points or 0.6% to")."""
    joined = any(e.rule == "direction.joined" for e in figure.evidence)
    if before is None or before.metric is None or not joined or before.kind == figure.kind:
        return None
    if OR.search(row.tags, max(0, place - 4), place) is None or not says_again(
        row.keys[row.tags.rfind("&", 0, place)]
    ):
        return None
    return with_metric(figure, before.metric, before.metric_name, "metric.restated", before.inferred)


OR = Pattern(r"(?r)FQ?&q*\Z")


def is_over(row: Row, before: Figure | None, place: int) -> bool:
    """Whether the figure before one stands in an aside that has ended."""
    return before is not None and left_aside(row.tags, row.places.get(before.id, place), place)


def resumed(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """The figure before one, unless that stood in an aside that is over; a number of things goes on from it.

    ("Norvik, with 200 workers, rose 3%", but "95 are engineers, and it will hire another 60")
    """
    return None if figure.kind is not Kind.COUNT and is_over(row, before, place) else before
