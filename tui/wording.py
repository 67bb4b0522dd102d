"""Figures and periods in words: what the panes say about a value. Pure, and never rounding in silence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers.model import Calendar, Direction, Figure, Kind, Modifier, Moment
from parsers.values import record
from tui import fiscal

SCALES = ((12, "tn", "trillion"), (9, "bn", "billion"), (6, "m", "million"))
MODIFIERS = {
    Modifier.EXACT: "",
    Modifier.ABOUT: "about",
    Modifier.AT_LEAST: "at least",
    Modifier.OVER: "over",
    Modifier.UNDER: "under",
    Modifier.UP_TO: "up to",
}
SIGNS = {
    Modifier.EXACT: "",
    Modifier.ABOUT: "~",
    Modifier.AT_LEAST: "≥",
    Modifier.OVER: ">",
    Modifier.UNDER: "<",
    Modifier.UP_TO: "≤",
}
WAYS = {Direction.INCREASE: "+", Direction.DECREASE: "-", Direction.NONE: ""}
UNITS = {"percent": "%", "percentage point": "pp", "basis point": "bp"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DECIMALS = 6
"""More decimals than these end in an ellipsis; the detail has them all."""


@record
class Amount:
    """A value for reading at a glance: "29.61", "bn", "CNY"."""

    number: str
    scale: str = ""
    unit: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.number, self.scale, self.unit) if part)


def amount(figure: Figure) -> Amount:
    """The value of a figure in its scale and unit; ranges keep both ends."""
    unit = UNITS.get(figure.unit or "") or unit_words(figure)
    if figure.per:
        unit = f"{unit}/{figure.per}"
    if figure.kind is Kind.MULTIPLE:
        unit = "×" + (f" {unit}" if unit else "")
    if figure.value is not None:
        number, scale = _scaled(figure.value, figure.precision)
        return Amount(number, scale, unit)
    if figure.low is None and figure.high is None:
        return Amount("?", "", unit)
    if figure.low is None or figure.high is None:
        end, word = (figure.low, "from") if figure.high is None else (figure.high, "to")
        assert end is not None
        number, scale = _scaled(end, figure.precision)
        return Amount(f"{word} {number}", scale, unit)
    step = _step(max(abs(figure.low), abs(figure.high)))
    low, high = (_number(end, step, figure.precision) for end in (figure.low, figure.high))
    return Amount(f"{low} to {high}", _short(step), unit)


def unit_words(figure: Figure) -> str:
    """The unit as a person reads it: the noun in the number that the text has it in ("3 years")."""
    head, _, last = (figure.unit or "").rpartition(" ")
    written = figure.text.rpartition(" ")[2]
    same = len(last) > 2 and written.isalpha() and written.startswith(last[: max(3, len(last) - 2)])
    if not same or len(written) > len(last) + 3:
        return figure.unit or ""
    return f"{head} {written}".lstrip()


def sign(figure: Figure, *, restates: bool = False) -> str:
    """The signs that stand before a value: ``=`` said again, ``+`` ``-`` the way, ``> < ~`` how exact."""
    return ("=" if restates else "") + WAYS[figure.direction] + SIGNS[figure.modifier]


def exact(value: Decimal) -> str:
    """Every digit, with the thousands apart."""
    return f"{value:,f}"


def copied_value(figure: Figure) -> str:
    """What stands on the clipboard as the value: plain digits; the two ends of a range."""
    if figure.value is not None:
        return f"{figure.value:f}"
    ends = [f"{end:f}" for end in (figure.low, figure.high) if end is not None]
    return " to ".join(ends)


def stated(figure: Figure) -> str:
    """The value in full: "at least 380,000,000,000 CNY, printed to 1 billion"."""
    parts = [MODIFIERS[figure.modifier]] if MODIFIERS[figure.modifier] else []
    if figure.value is not None:
        parts.append(exact(figure.value))
    elif figure.low is not None and figure.high is not None:
        parts.append(f"{exact(figure.low)} to {exact(figure.high)}")
    elif figure.low is not None:
        parts.append(f"{exact(figure.low)} or more")
    elif figure.high is not None:
        parts.append(f"{exact(figure.high)} or less")
    else:
        parts.append("no number stated")
    if figure.unit:
        parts.append(unit_words(figure) + (f" per {figure.per}" if figure.per else ""))
    said = " ".join(parts)
    if figure.value is not None and _printed(figure):
        said += f", printed to {step_words(figure.precision or Decimal(1))}"
    return said


def derivation(figure: Figure) -> str:
    """How the value was read: "380 x 10^9 CNY, printed to 1 billion, at least"."""
    if figure.value is None:
        return stated(figure)
    step = _step(abs(figure.value))
    number = _number(figure.value, step, figure.precision, full=True)
    said = number + (f" × 10^{step}" if step else "") + (f" {unit_words(figure)}" if figure.unit else "")
    if _printed(figure):
        said += f", printed to {step_words(figure.precision or Decimal(1))}"
    return said + (f", {MODIFIERS[figure.modifier]}" if MODIFIERS[figure.modifier] else "")


def step_words(step: Decimal) -> str:
    """A printed step in words: "10 million", "0.1"."""
    for power, _, word in SCALES:
        size = Decimal(1).scaleb(power)
        if step >= size:
            return f"{_plain(step / size)} {word}"
    return _plain(step)


def month(date: dt.date) -> str:
    """The short name of a day's month, in English wherever the program runs."""
    return MONTHS[date.month - 1]


def day(date: dt.date) -> str:
    """A day as it is written here: "30 Sep 2024"."""
    return f"{date.day} {month(date)} {date.year}"


def days_words(first: dt.date, last: dt.date) -> str:
    """Two days, the year said once: "1 Jul to 30 Sep 2024"; a single one alone."""
    if first == last:
        return day(first)
    begin = f"{first.day} {month(first)}" if first.year == last.year else day(first)
    return f"{begin} to {day(last)}"


def period(moment: Moment) -> str:
    """A moment in few words: its fiscal name ("FQ2 25"), its days, or its own words where it has none."""
    return fiscal.name(moment) or months_of(moment)


def months_of(moment: Moment) -> str:
    """The days of a moment in few words, whatever they are called; its own words where it has no date."""
    if moment.first is None and moment.last is None:
        return moment.text
    first, last = moment.first or moment.last, moment.last or moment.first
    assert first is not None
    assert last is not None
    return span(first, last, moment.calendar)


def span(first: dt.date, last: dt.date, calendar: Calendar = Calendar.CALENDAR) -> str:
    """Days in few words: "Q3 2024", "Sep 2024", "30 Sep 2024", "Jul-Sep 2024" for a fiscal quarter."""
    if first == last:
        return day(first)
    whole = first.day == 1 and _ends_month(last)
    if not whole:
        if first.year != last.year:
            return f"{month(first)} {first.year}-{month(last)} {last.year}"
        return f"{first.day} {month(first)} to {day(last)}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{month(first)} {first.year}"
    named = calendar is Calendar.CALENDAR and first.year == last.year
    if named and months == 3 and first.month % 3 == 1:
        return f"Q{first.month // 3 + 1} {first.year}"
    if named and months == 6 and first.month % 6 == 1:
        return f"H{first.month // 6 + 1} {first.year}"
    if months % 12 == 0 and first.month == 1:
        return str(first.year) if months == 12 else f"{first.year}-{last.year}"
    if first.year == last.year:
        return f"{month(first)}-{month(last)} {last.year}"
    return f"{month(first)} {first.year}-{month(last)} {last.year}"


def counted(count: int, word: str) -> str:
    """A count with its noun: "1 figure", "2 figures"."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def _printed(figure: Figure) -> bool:
    """Whether the printed step says more than the number does."""
    return figure.precision is not None and figure.precision != 1


def _ends_month(date: dt.date) -> bool:
    return date == dt.date.max or (date + dt.timedelta(days=1)).day == 1


def _step(size: Decimal) -> int:
    return next((power for power, _, _ in SCALES if size >= Decimal(1).scaleb(power)), 0)


def _short(step: int) -> str:
    return next((short for power, short, _ in SCALES if power == step), "")


def _scaled(value: Decimal, precision: Decimal | None) -> tuple[str, str]:
    step = _step(abs(value))
    return _number(value, step, precision), _short(step)


def _number(value: Decimal, step: int, precision: Decimal | None, *, full: bool = False) -> str:
    """The value in units of 10^step, with the decimals that were printed; too many end in "…"."""
    scaled = value.scaleb(-step).normalize()
    printed = -int(precision.scaleb(-step).normalize().as_tuple().exponent) if precision else 0
    own = max(0, -int(scaled.as_tuple().exponent))
    decimals = max(own, min(printed, 3))
    if full or decimals <= DECIMALS:
        return f"{scaled:,.{decimals}f}"
    whole, _, rest = f"{scaled:,f}".partition(".")
    return f"{whole}.{rest[: DECIMALS - 2]}…"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
