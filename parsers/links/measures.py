"""How large figures are, and when one is an amount of another per unit."""

from __future__ import annotations

from decimal import Decimal

from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Status

MANY = 1000
"""How many things a bare number at least counts that has a share of all beside it."""
SHARES = (Kind.PERCENT, Kind.RATIO)
TIMES = ("year", "month", "week", "day", "hour")


def per_unit(text: str, total: Figure, figure: Figure) -> bool:
    """Whether a figure is the same amount per share (or barrel, or head)."""
    if total.kind != figure.kind or not (total.unit == figure.unit or of_one_money(total, figure)):
        return False
    if total.per is not None:  # "$312 million a year, or $14,800 a pupil"
        rate = total.per in TIMES and figure.per is not None and figure.per not in TIMES
        return rate and size(total) > size(figure) > 0
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


def alike_measure(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and unit."""
    return a.kind == b.kind and (a.unit == b.unit or {a.unit, b.unit} <= TONS or of_one_money(a, b))


CENTS = ("AUD", "CAD", "EUR", "HKD", "NZD", "SGD", "ZAR")
"""Currencies that have cents of their own, beside the dollar of the United States."""


def of_one_money(a: Figure, b: Figure) -> bool:
    """Whether one of two amounts is in cents, which may be those of the other's currency."""
    if a.kind != b.kind or a.kind != Kind.MONEY:
        return False
    cents, other = (a, b) if a.unit == "USD" else (b, a)
    return cents.unit == "USD" and " cent" in cents.text and "U" not in cents.text and other.unit in CENTS


TONS = frozenset(("ton", "tonne", "metric ton"))
"""Who has written "metric tons" once goes on with "tons"."""


def can_be_part(part: Figure, whole: Figure) -> bool:
    """Whether a figure can be part of another one: a share of it, or as much of its unit or less."""
    share = part.kind in (Kind.PERCENT, Kind.RATIO)
    return of_one_measure(part, whole) and (share or size(part) <= size(whole))


MEANT = (Status.FORECAST, Status.TARGET)


def is_only_meant(part: Figure, whole: Figure) -> bool:
    """Whether a whole was foreseen or aimed at, and its part came about."""
    return part.status == Status.REPORTED and whole.status in MEANT


OVER_TIME = frozenset(("day", "week", "month", "quarter", "year"))
"""What an amount can be per and still have shares ("250,000 cars a year, of which two-thirds")."""


def _over_time(whole: Figure) -> tuple[None, ...]:
    """What a part of a stream can be per: nothing again ("4 million barrels a day, 2 million of that")."""
    return (None,) if whole.per in OVER_TIME and whole.kind in (Kind.QUANTITY, Kind.MONEY) else ()


def of_one_measure(part: Figure, whole: Figure) -> bool:
    """Whether a figure measures, by its unit, a part of another one (which text may say of too much)."""
    if part.kind in (Kind.PERCENT, Kind.RATIO):
        total = whole.kind in (Kind.MONEY, Kind.COUNT) and (whole.per is None or whole.per in OVER_TIME)
        moved = whole.kind == Kind.POINTS and whole.unit == "point" and part.kind == Kind.RATIO
        return total or moved or whole.kind == Kind.QUANTITY
    if part.kind == Kind.COUNT and part.unit is None and whole.kind in (Kind.QUANTITY, Kind.DURATION):
        return True  # "300,000 tons, all but 50,000 of it", "in 11 of the past 13 quarters"
    if part.kind != whole.kind or part.per not in (whole.per, *_over_time(whole)):
        return False
    return part.kind not in (Kind.MONEY, Kind.QUANTITY) or alike_measure(part, whole)


def is_of_a_rate(part: Figure, whole: Figure) -> bool:
    """Whether a figure may be a part of how much something rose ("half of the 0.6% increase")."""
    if part.kind == Kind.POINTS:
        return size(part) < size(whole)
    return part.kind == Kind.RATIO and whole.direction != Direction.NONE


def fits(change: Figure, level: Figure) -> bool:
    """Whether a change can be one of this level: a rate of anything, an amount of its own unit."""
    if change.kind in (Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO):
        return True
    if change.kind == Kind.POINTS:
        return level.kind in (Kind.PERCENT, Kind.POINTS, Kind.COUNT)
    if level.kind == Kind.POINTS and change.kind == Kind.COUNT:
        return change.unit is None
    # A price list leaves out the unit of one of the two ("fell 12 pence to 244").
    bare = any(f.kind == Kind.COUNT and f.unit is None for f in (change, level))
    bare = bare and size(change) < MANY * size(level)  # "1.5 million more than planned, at $17 each"
    money = all(f.kind in (Kind.COUNT, Kind.MONEY, Kind.QUANTITY) for f in (change, level))
    return change.unit == level.unit or (bare and money) or change.kind == level.kind == Kind.COUNT
