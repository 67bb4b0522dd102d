"""Exact interval arithmetic on the printed digits.

"$52.44 billion" stands for every amount that is printed so: 52.435 to 52.445 billion.  Sums, products
and quotients of such intervals contain every result that the printed numbers allow; where a quotient
does not end, its bounds are rounded outwards.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from parsers.model import Figure, Kind, Modifier
from parsers.quick import Quick
from parsers.values import record

INFINITY = Decimal("Infinity")
HALF = Decimal("0.5")
DOWN = Context(prec=50, rounding=ROUND_FLOOR)
UP = Context(prec=50, rounding=ROUND_CEILING)

# "about 40 percent" is read as 38 to 42, or one rounding step to each side where that is wider.
ABOUT = Decimal("0.05")
# "doubled" is said of anything from 1.8 to 2.2 times as much.
DOUBLED = Decimal("0.2")
# A whole percentage is rounded to five points at most: "100%" is never 50 to 150.
WIDEST_PERCENT = Decimal(5)

_DECIMALS = Quick(r"\d[.\u00b7]\d")


@record
class Interval:
    """All numbers from ``low`` to ``high``, both included; an open side is an infinite `Decimal`."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(DOWN.add(self.low, other.low), UP.add(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(DOWN.subtract(self.low, other.high), UP.subtract(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        ends = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(_times(DOWN, a, b) for a, b in ends), max(_times(UP, a, b) for a, b in ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            return EVERYTHING
        return self * Interval(DOWN.divide(Decimal(1), other.high), UP.divide(Decimal(1), other.low))

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def common(self, other: Interval) -> Interval | None:
        """The numbers that lie in both, or ``None``."""
        return Interval(max(self.low, other.low), min(self.high, other.high)) if self.meets(other) else None

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def gap(self, other: Interval) -> Decimal:
        """How far apart they are, as a share of the smaller number; zero where they meet."""
        if self.meets(other):
            return Decimal(0)
        near, far = sorted(
            (abs(self.high), abs(other.low)) if self.high < other.low else (abs(other.high), abs(self.low))
        )
        return INFINITY if near == 0 else UP.divide(far - near, near)

    @property
    def bounded(self) -> bool:
        """Whether both sides are finite."""
        return self.low.is_finite() and self.high.is_finite()

    @property
    def middle(self) -> Decimal:
        """Half-way between the ends: for saying "about", never a value of a figure."""
        return (self.low + self.high) / 2


EVERYTHING = Interval(-INFINITY, INFINITY)


def _times(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if not a or not b else context.multiply(a, b)


def point(value: Decimal | int) -> Interval:
    """One exact number."""
    return Interval(Decimal(value), Decimal(value))


def around(value: Decimal, step: Decimal) -> Interval:
    """The numbers that round to ``value`` in steps of ``step``."""
    return Interval(value - step * HALF, value + step * HALF)


def printed(figure: Figure) -> Interval | None:
    """What the printed digits of a figure allow; ``None`` where it states no number."""
    return _interval(figure, figure.precision or Decimal(0))


def rounded(figure: Figure) -> Interval | None:
    """The same, where the trailing zeros of a whole number are taken for rounding too ("380 billion").

    It always contains `printed`.
    """
    return _interval(figure, coarse_step(figure))


def coarse_step(figure: Figure) -> Decimal:
    """The step of a figure if the zeros at the end of its whole number are rounding."""
    step = figure.precision or Decimal(0)
    ends = [end for end in (figure.value, figure.low, figure.high) if end]
    if not step or not ends or _DECIMALS.search(figure.text):
        return step
    zeros = min(_zeros(end / step) for end in ends)
    wide = step.scaleb(zeros)
    return min(wide, max(step, WIDEST_PERCENT)) if figure.unit == "percent" else wide


def _zeros(number: Decimal) -> int:
    """How many zeros a whole number ends in (none where it is not whole)."""
    if number != number.to_integral_value():
        return 0
    digits = str(abs(int(number)))
    return len(digits) - len(digits.rstrip("0"))


def _interval(figure: Figure, step: Decimal) -> Interval | None:
    if figure.value is None:
        if figure.low is None and figure.high is None:
            return None
        low = -INFINITY if figure.low is None else figure.low - step * HALF
        high = INFINITY if figure.high is None else figure.high + step * HALF
        return Interval(low, high)
    if figure.kind is Kind.MULTIPLE and not figure.precision:
        step = abs(figure.value) * DOUBLED
    return _widen(around(figure.value, step), figure, step)


def _widen(interval: Interval, figure: Figure, step: Decimal) -> Interval:
    value = figure.value or Decimal(0)
    match figure.modifier:
        case Modifier.ABOUT:
            room = max(abs(value) * ABOUT, step)
            return Interval(value - room, value + room)
        case Modifier.OVER | Modifier.AT_LEAST:
            return Interval(interval.low, INFINITY)
        case Modifier.UNDER | Modifier.UP_TO:
            return Interval(-INFINITY, interval.high)
        case _:
            return interval
