"""What a figure measures where no rule has an answer: what stands about it is asked, one after the other."""

from __future__ import annotations

from parsers.context.metric.before import from_before, moves_on
from parsers.context.metric.counted import whole_noun, with_noun
from parsers.context.metric.other import BESIDE, totalled
from parsers.context.metric.unknown import amounting, changed_by, indexed, is_other_index, of_futures
from parsers.context.metric.verbs import dealt_for, paid
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def untold(row: Row, figure: Figure, place: int, before: Figure | None, given: dict[str, Figure]) -> Figure:
    """The figure with what it measures where no rule has an answer."""
    anew = before is not None and figure.kind != Kind.COUNT and _acts_anew(row, before, place)
    anew = anew or (before is not None and is_other_index(row, before, place))
    plain = with_noun(figure, None if anew else before, whole_noun(row, figure, place))
    plain = plain if plain.metric is not None else moves_on(row, figure, place, before)
    plain = plain if plain.metric is not None else totalled(row, figure, place, before)
    for told in UNTOLD:
        plain = plain if plain.metric is not None else told(row, figure, place)
    return plain if plain.metric is not None else from_before(row, figure, place, given)


UNTOLD = (changed_by, *BESIDE, indexed, paid, dealt_for, amounting, of_futures)
"""What tells of a figure beside which no metric is known, in the order in which it is asked."""


def _acts_anew(row: Row, before: Figure, place: int) -> bool:
    """Whether a verb stands between a figure and the one before it: they need not measure the same."""
    last = row.places.get(before.id, place)
    return ANEW.search(row.tags[last + 1 : place]) is not None or left_aside(row.tags, last, place)


ANEW = Pattern(r"[HWm]|(?<![DiMx'])(?:A|X(?<![&c]BX(?=t[BV]|a)))[^BV]")
"""A verb with another subject; "and is forecast to reach" has the one before."""
