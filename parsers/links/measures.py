"""How large figures are, and when one is an amount of another per unit."""

from __future__ import annotations

from decimal import Decimal

from parsers.lazy import Pattern
from parsers.model import Figure, Kind

MANY = 1000
"""How many things a bare number at least counts that has a share of all beside it."""
SHARES = (Kind.PERCENT, Kind.RATIO)


def per_unit(text: str, total: Figure, figure: Figure) -> bool:
    """Whether a figure is the same amount per share (or barrel, or head)."""
    if total.kind != figure.kind or total.unit != figure.unit or total.per is not None:
        return False
    stated = figure.per is not None or PER_UNIT.match(text, figure.end) is not None
    return stated or (figure.kind == Kind.MONEY and size(total) >= APART * size(figure) > 0)


APART = 10_000
"""How many times as large as an amount a share a total is at least, where "a share" is left out."""


PER_UNIT = Pattern(
    r",? (?:an?|per|each|apiece|for (?:each|every))(?: (?:fully )?(?:diluted|common|basic|ordinary))? ?"
    r"(?:share|unit|ADS|barrel|ton|tonne|ounce|unit|person|household)?\b"
)


DOES = Pattern(
    r" (?:will|would|are|were|is|was|have|had|has|came|comes?|goes?|went|live|work|falls?|fell|matures?"
    r"|belongs?)\b"
)
"""Behind a bare share of what was told before ("nearly half falls due", "Just over half will be let")."""


def size(figure: Figure) -> Decimal:
    """How large a figure is, of a range its upper end."""
    told = figure.value
    told = figure.high if told is None else told
    told = figure.low if told is None else told
    return NOTHING if told is None else abs(told)


NOTHING = Decimal(0)
