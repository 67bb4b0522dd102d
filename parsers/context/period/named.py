"""The time of a thing that is spoken of again: the charge that was told of before."""

from __future__ import annotations

from parsers.context.metric.naming import canonical
from parsers.context.period.times import Given, Times
from parsers.context.rows.words import Row
from parsers.metrics import group_family, group_named


def of_what_was_named(row: Row, place: int, times: Times) -> Given | None:
    """The time of a thing that is spoken of again ("will take a charge in May. The charge includes $5")."""
    at = 3 if row.tags[:3] == "pM," else 0  # "After taxes, the charge comes to $5 million"
    if row.tags[place + 1 : place + 4] == "oDM":
        at = place + 2  # "About $95 million of the charge covers"
    pointed = row.tags[at : at + 2] == "DM" and row.keys[at] in ("the", "that", "this")
    if not pointed or "T" in row.tags:
        return None
    name = group_named(canonical(row.keys[at + 1]))
    once = _is_once(name)
    moment = times.metrics.get(name or "") if once else None
    if once and moment is None:  # a charge that is called a write-down now
        alike = (when for named, when in reversed(tuple(times.metrics.items())) if _is_once(named))
        moment = next(alike, None)
    return Given(moment, "period.named_again") if moment is not None else None


def _is_once(name: str | None) -> bool:
    """Whether a metric is something that happens once (a charge, a gain)."""
    return group_family(name) == "one-time item"
