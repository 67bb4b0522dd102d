"""What rules produce: candidates with a reading as a figure, as a moment, as both, or as neither.

A candidate with neither reading is a *name* or another thing that is not a figure ("Boeing 737",
"10:30", a phone number): it settles like the others and keeps its characters from being read.
"""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Form
from parsers.model import Direction, Kind, Modifier
from parsers.values import record


@record(kw_only=True)
class FigureReading:
    """A figure as its own words give it, before context; the fields are those of `Figure`."""

    start: int
    end: int
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    precision: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    candidates: tuple[str, ...] = ()
    modifier: Modifier = Modifier.EXACT
    direction: Direction = Direction.NONE


@record(kw_only=True)
class MomentReading:
    """A time phrase as its own words give it, before it is resolved."""

    start: int
    end: int
    form: Form


@record(kw_only=True)
class Candidate:
    """What one rule found at one place.

    ``start`` to ``end`` is what it claims while settling; the readings have places of their own
    inside it ("the next three years" is the moment, "three years" the figure).
    """

    start: int
    end: int
    rule: str
    rank: int = 0
    figures: tuple[FigureReading, ...] = ()
    moments: tuple[MomentReading, ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether it only keeps its characters from being read."""
        return not (self.figures or self.moments)
