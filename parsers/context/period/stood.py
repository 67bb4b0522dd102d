"""The day on which something stood: a balance, a price that was set, things in stock."""

from __future__ import annotations

from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind

BALANCES = frozenset(("balance", "headcount", "users"))
"""Families of what stands on a day, and not over a time."""


def stood_on(row: Row, figure: Figure, place: int, at: int) -> bool:
    """Whether the day at ``at`` is that of a balance ("stood at $5 million on May 4"), or of a price set."""
    if row.words[at - 1].key not in ("on", "at") and row.tags[at - 1] != "d":
        return False
    if row.tags[place + 1 : place + 2] == "Q" and PRICED.match(row.tags, place + 2, at) is not None:
        return True
    if IS_AT.search(row.tags[max(0, place - 8) : place]) and family_of(figure) not in TERMS:
        return at == place + 2
    if at == place + 2 and not REACHED.isdisjoint(row.keys[max(0, place - 4) : place]):
        return True
    if row.keys[place + 1] == "on" and at == place + 2 and figure.kind in (Kind.MONEY, Kind.POINTS):
        return row.tags[place - 1] == "V" and figure.direction != Direction.NONE  # "slid $1.08 on Friday"
    if (
        IN_STOCK.match(row.tags, place + 1, at - 1)
        and row.keys[place - 1 - (row.tags[place - 1] == "q")] == "had"
    ):
        return figure.kind == Kind.COUNT
    return family_of(figure) in BALANCES and STOOD.search(row.tags[max(0, place - 8) : place]) is not None


PRICED = Pattern(r"d?p?\Z")
REACHED = frozenset(("hit", "reached", "touched"))
IN_STOCK = Pattern(r"(?:[npa]?i?[xMd]{1,2}){1,2}\Z")
"""Behind things that somebody had on a day ("had 40 cars in stock on May 1")."""
IS_AT = Pattern(r"(?r)M'?d?Bq*\Z")
STOOD = Pattern(r"(?r)[BH]a?q*\Z")

TERMS = frozenset(("payout", "ownership", "security"))
