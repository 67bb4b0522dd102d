"""How two numbers stand to each other that may be the ends of a range, or a change and a level."""

from __future__ import annotations

from decimal import Decimal

from parsers.numerals import read_number
from parsers.spelled import read_scale


def _values(first: str, second: str) -> tuple[Decimal, Decimal] | None:
    """The values of two numbers as written, where both have one."""
    one, two = read_number(first), read_number(second)
    if one is None or two is None or one.value is None or two.value is None:
        return None
    return one.value, two.value


def apart(first: str, second: str) -> bool:
    """Whether two numbers are too far apart to say how much something will move ("will fall 5 to 105")."""
    values = _values(first, second)
    return values is None or not 0 < values[0] < values[1] <= WIDEST * values[0]


def falls(first: str, second: str) -> bool:
    """Whether the second of two numbers is the lower one."""
    values = _values(first, second)
    if values is None or read_scale(first) != read_scale(second):
        return False
    one, two = values
    below = one < 0 and two < 0  # "-5% to -7%": nearer to nothing first
    return one < two if below else one > two


def dwarfed(first: str, second: str) -> bool:
    """Whether the first of two numbers, as printed, is so small that it is a change of the second."""
    values = _values(first, second)
    return values is not None and read_scale(second) == 1 and values[1] > SMALL * values[0] > 0


def far_apart(first: str, second: str) -> bool:
    """Whether two amounts are too far apart to be the ends of one estimate: prices more than millions."""
    values = _values(first, second)
    times = 2 if read_scale(first) >= 1000 else 5
    return values is not None and values[1] > times * values[0] > 0


def leaps(first: str, second: str) -> bool:
    """Whether two bare numbers are a change and a level ("rose two to 83, and Ford one to 91")."""
    values = _values(first, second)
    return values is not None and values[1] > SMALL * values[0] > 0


SMALL = 10
"""How many times larger than a change the level after it is at least, where nothing else tells them apart."""
WIDEST = 3


def is_year(number: str) -> bool:
    """Whether a number may be a year."""
    return len(number) == 4 and number.isdecimal() and number[:2] in ("17", "18", "19", "20")


def is_large(number: str) -> bool:
    """Whether a number has four digits and more before its point."""
    whole = number.partition(".")[0].replace(",", "")
    return len(whole) >= 4 and whole.isdecimal()
