"""The day on which something stood: a balance, a price that was set, things in stock."""

from __future__ import annotations

from parsers.context.period.times import moment_at
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Moment

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
    if (
        family_of(figure) == "value"
        and at == place + 2
        and row.tags[place - 1 - (row.tags[place - 1] == "q")] == "o"
    ):
        return True  # "had a market value of $5 million on May 4"
    if row.keys[place + 1] == "on" and at == place + 2 and figure.kind in (Kind.MONEY, Kind.POINTS):
        return row.tags[place - 1] == "V" and figure.direction != Direction.NONE  # "slid $1.08 on Friday"
    if (
        IN_STOCK.match(row.tags, place + 1, at - 1)
        and row.keys[place - 1 - (row.tags[place - 1] == "q")] == "had"
    ):
        return figure.kind == Kind.COUNT
    return family_of(figure) in BALANCES and STOOD.search(row.tags[max(0, place - 8) : place]) is not None


def set_on(row: Row, place: int) -> Moment | None:
    """The time when a level was reached ("the peak set on May 9 of $1,512", "its May 9 peak of $1,512")."""
    own = OWN_MARK.search(row.tags, max(0, place - 8), place)
    if own is not None and not known("contextwords.marks").isdisjoint(row.keys[own.start() : own.end()]):
        return moment_at(row, own.start("day"))
    behind = row.tags[place + 1 : place + 3] == "pT" and row.keys[place + 1] == "on"
    if behind and FROM_A_MARK.search(row.tags[max(0, place - 7) : place]) is not None:
        return moment_at(row, place + 2)
    later = WAS_SET.match(row.tags, place + 1)
    if later is not None and row.keys[later.start("verb")] in MARKED:
        return moment_at(row, later.start("day"))
    hit = SET_ON.search(row.tags[max(0, place - 6) : place])
    return moment_at(row, max(0, place - 6) + hit.start("day")) if hit is not None else None


OWN_MARK = Pattern(r"(?r)[iD'](?P<day>T)[xMZCG]{1,3}[oa]q*\Z")
WAS_SET = Pattern(r"(?:[oQ]?D?[xMC]{0,3})(?P<verb>[xWVHm])[pn](?P<day>T)")
MARKED = ("set", "reached", "hit", "touched")
"""What was done with a mark on a day ("close to the $1.30 record level set on May 10")."""
FROM_A_MARK = Pattern(r"(?r)f[Dx]{1,3}[mMG][ao]?q*\Z")
"""Before a level of another day, which is left ("fell from the record close at $9 on May 4")."""
SET_ON = Pattern(r"(?r)[xVHWm]p(?P<day>T)oq*\Z")
PRICED = Pattern(r"d?p?\Z")
REACHED = frozenset(("hit", "reached", "touched"))
IN_STOCK = Pattern(r"(?:[npa]?i?[xMd]{1,2}){1,2}\Z")
"""Behind things that somebody had on a day ("had 40 cars in stock on May 1")."""
IS_AT = Pattern(r"(?r)M'?d?Bq*\Z")
STOOD = Pattern(r"(?r)[BH]a?q*\Z")


def stood_then(row: Row, figure: Figure, at: int, place: int) -> bool:
    """Whether a time is that of a balance behind it ("Last Monday, it had", "Assets at May 4 were")."""
    between = row.tags[at + 1 : place]
    paused = between.startswith(",")
    when = between[paused : paused + 1] == "c" and row.keys[at + 1 + paused] == "when"
    if when and WHEN_DID.match(between):
        return True
    if row.tags[max(0, at - 1) : at] in ("", ";", ","):
        told = not known("contextwords.makes_public").isdisjoint(row.keys[max(at, place - 2) : place])
        return STOOD_THEN.match(between) is not None and not told
    beside = row.tags[max(0, at - 2) : at]
    held = beside in ("Ma", "xa") or (beside == "Mp" and family_of(figure) in BALANCES)
    return held and WERE.match(between) is not None


WHEN_DID = Pattern(r",?c(?:[DiKkNKILMx]{1,4}H?d?[VWmBHx][^,;cSA]{0,12})?q*\Z")
"""Between a time and what was then ("last year, when it bought a mill for $5 million")."""
WERE = Pattern(r",?d?[BHV][ta]?q*\Z")
STOOD_THEN = Pattern(r",[DiKNIkMxo']{1,5}d?[HB]q*\Z")
"""Between a day and what stood on it ("Last Monday, the company had 9 million shares outstanding")."""


TERMS = frozenset(("payout", "ownership", "security"))
