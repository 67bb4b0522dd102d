"""The time of a purchase: of what was paid for it, and of its prices ("spent $5 million to buy 900")."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment

TO_BUY = Pattern(r"Q?t(?P<verb>[HVWmx])q*F[xMZ]{0,2}(?:o[DNKx]{1,3})?[npa]?(?P<when>T)")
"""Behind what is spent: what it buys, and when."""
AT_PRICES = Pattern(r"(?r)F[xMZ]{0,2}(?:o[DNKx]{1,3}'?)?[npa]?(?P<when>T),?aD?[xM]{0,3}(?:[xB]?f|o)?q*\Z")
"""Before the prices of what was bought: so many, and when."""


def of_purchase(row: Row, figure: Figure, place: int) -> Moment | None:
    """The time that a clause tells of what somebody buys, for its money and its prices."""
    if figure.kind is not Kind.MONEY:
        return None
    hit = TO_BUY.match(row.tags, place + 1)
    if hit is not None and row.keys[hit.start("verb")] in known("contextwords.buys"):
        return moment_at(row, hit.start("when"))
    hit = AT_PRICES.search(row.tags, max(0, place - 14), place)
    if hit is None or known("contextwords.buys").isdisjoint(row.keys[: hit.start()]):
        return None
    moment = moment_at(row, hit.start("when"))
    return moment if moment is not None and moment.first != moment.last else None
