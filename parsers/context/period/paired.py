"""The times of two earlier forecasts behind two new ones ("1% this year and 2% next, from 3% and 4%")."""

from __future__ import annotations

from parsers.context.period.times import Given, moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Status

PAIRED = Pattern(
    r"FQ?[pn]?(?P<one>T),?&q*FQ?[pn]?(?P<two>T),?U?[fv][DidxXMGCT]{0,4}o?q*(?P<first>F)Q?,?&q*(?P<second>F)"
    r"(?!Q?[pn]?T)"
)
PAIRS = (("one", "first"), ("two", "second"))
"""The new ones, each with its earlier one."""


def of_pair(row: Row, figure: Figure, place: int) -> Given | None:
    """The time of the new forecast that an earlier one is set against in its turn."""
    if figure.status == Status.REPORTED or row.tags.count("T") < len(PAIRS):
        return None
    hit = PAIRED.search(row.tags)
    if hit is None:
        return None
    at = next((hit.start(new) for new, old in PAIRS if hit.start(old) == place), None)
    moment = moment_at(row, at) if at is not None else None
    return Given(moment, "period.paired") if moment is not None else None
