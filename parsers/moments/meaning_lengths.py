"""What amounts of time, sets, references and times of day mean."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers import lexicon
from parsers.forms import (
    Clock,
    Length,
    Reference,
    Repeat,
)
from parsers.model import MomentKind
from parsers.moments import periods
from parsers.moments.context import REFERENCE, Context, meaning
from parsers.moments.periods import Period, step


@meaning.register
def _reference(form: Reference, context: Context) -> Period:
    now = context.reference if form.value == "PRESENT_REF" else None
    return Period(first=now, last=now, timex=form.value, granularity=None, anchor=REFERENCE if now else None)


@meaning.register
def _repeat(form: Repeat, _context: Context) -> Period:
    return Period(timex=form.timex, granularity=form.granularity, kind=MomentKind.SET)


@meaning.register
def _clock(form: Clock, context: Context) -> Period:
    day = meaning(form.day, context) if form.day is not None else None
    date = (
        day.first
        if day is not None and day.first == day.last
        else context.reference
        if form.day is None
        else None
    )
    if form.part is not None:
        time = f"T{form.part}"
    else:
        time = f"T{form.hour:02}:{form.minute or 0:02}" + (
            f":{form.second:02}" if form.second is not None else ""
        )
    stem = date.isoformat() if date else "XXXX-XX-XX"
    anchor = day.anchor if day is not None else REFERENCE if date else None
    granularity = "part of day" if form.part else "minute"
    return Period(
        first=date,
        last=date,
        timex=stem + time,
        granularity=granularity,
        kind=MomentKind.TIME,
        anchor=anchor,
        note=form.zone and f"time zone: {form.zone}",
    )


@meaning.register
def _length(form: Length, context: Context) -> Period:
    first, last = _placed(form, context)
    timex = length_timex(form.low if form.high is None else None, form.unit, form.more)
    if form.low is not None and form.high is not None:
        timex = f"PX{_letter(form.unit)}" if _letter(form.unit)[0] != "T" else f"PTX{_letter(form.unit)[1]}"
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=form.unit,
        kind=MomentKind.DURATION,
        anchor=REFERENCE if first else None,
    )


def _placed(form: Length, context: Context) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of "the past two years", "the next three months"."""
    now, amount = context.reference, form.low
    if (
        now is None
        or amount is None
        or form.side is None
        or amount != int(amount)
        or form.high is not None
        or form.more
    ):
        return None, None
    if form.side == "before":
        return _before_told(int(amount), form.unit, context)
    sign = -1 if form.side == "past" else 1
    away = step(
        now, form.unit if form.unit in {**periods.MONTHS, **periods.DAYS} else "day", sign * int(amount)
    )
    if away is None or form.unit in ("second", "minute", "hour"):
        return None, None
    return (step(away, "day", 1), now) if sign < 0 else (step(now, "day", 1), away)


def _before_told(count: int, unit: str, context: Context) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of "the preceding three months": those before the months that the text tells of."""
    told, _ = context.reported()
    if unit != "month" or told is None or told.first is None or told.last is None:
        return None, None
    first = step(told.first, "month", -count)
    alike = step(told.first, "month", count) == step(told.last, "day", 1)
    return (first, step(told.first, "day", -1)) if alike else (None, None)


def _letter(unit: str) -> str:
    return str(lexicon.entries("timeunits")[unit].get("timex"))


def length_timex(amount: Decimal | None, unit: str, more: tuple[tuple[Decimal, str], ...] = ()) -> str:
    """The TIMEX3 value of an amount of time: P3Y, PT72H, P2Y6M, PXM."""
    letter = _letter(unit)
    if amount is None:
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    if unit == "fortnight":
        amount *= 2
    if unit == "half":
        amount, letter = amount * 6, "M"
    if unit == "decade":
        amount, letter = amount * 10, "Y"
    if unit == "century":
        amount, letter = amount * 100, "Y"
    if unit == "weekend":
        letter = "WE"
    whole = int(amount)
    if letter == "Y" and amount != whole and (amount - whole) * 12 == int((amount - whole) * 12):
        return f"P{whole}Y{int((amount - whole) * 12)}M" if whole else f"P{int(amount * 12)}M"
    head = f"PT{plain(amount)}{letter[1]}" if letter[0] == "T" else f"P{plain(amount)}{letter}"
    tail, clock = "", letter[0] == "T"
    for count, name in more:
        part = _letter(name)
        tail += "T" if part[0] == "T" and not clock else ""
        clock = clock or part[0] == "T"
        tail += f"{plain(count)}{part[-1]}"
    return head + tail


def plain(value: Decimal) -> str:
    """A number without an exponent or needless zeros."""
    return f"{value.normalize():f}" if value else "0"
