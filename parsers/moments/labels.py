"""What "H1 2025" is in a text whose company has a year of its own: the half that it reports on.

A report on the six months to 30 September 2024 with the columns "H1 2025" and "H1 2024" calls by the first of
them what it reports on, whether it counts its years by where they begin or end, and by the second the half
a year before.  Nothing is changed where the halves or quarters of the calendar fit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parsers.forms import Day, FiscalYear, Form, Month, Relative, Reporting, Same, Share, Year
from parsers.mentions import MomentReading
from parsers.moments.meaning_quarters import closing_month
from parsers.values import replace

CODES = ("quarter.code", "quarter.codes", "quarter.digit")
"""The rules of halves and quarters that are written in short."""
MONTHS, QUARTERS = 12, 4
SHORT = ((3, "month"), (6, "month"), (9, "month"))
"""The lengths of reports that are of no whole year."""
NEXT = 2
"""How many quarters behind the one reported on an outlook may be for."""


def with_own_labels(
    text: str, readings: Sequence[tuple[MomentReading, str]]
) -> list[tuple[MomentReading, str]]:
    """The readings, in text order, each with its rule; short names mean what the text means by them."""
    found = list(readings)
    if any(isinstance(r.form, Reporting) and (r.form.count, r.form.unit) in SHORT for r, _ in found):
        found = [(_of_last_year(text, r), rule) for r, rule in found]
    if any(isinstance(r.form, Share) and r.form.fiscal for r, _ in found):
        found = _with_the_year_before(found)
    if _counts_its_own(found):
        found = [(_of_its_own(r), rule) for r, rule in found]
    for parts in (2, 4):
        told = [r.form for r, rule in found if rule in CODES and _is_label(r.form, parts)]
        ended = _reported(found, MONTHS // parts) if told else None
        shift = _shift(parts, [form for form in told if isinstance(form, Share)], ended)
        if ended is not None and shift is not None:
            found = [(_renamed(r, rule, parts, ended, shift), rule) for r, rule in found]
    return found


def _of_last_year(text: str, reading: MomentReading) -> MomentReading:
    """The reading of a year that labels an old value in brackets ("(2024: 5.9p)"): the same part of it."""
    labels = isinstance(reading.form, Year) and text[reading.start - 1 : reading.start] == "("
    if not labels or not text.startswith(":", reading.end):
        return reading
    return replace(reading, form=Same("period", -1))


def _counts_its_own(readings: Sequence[tuple[MomentReading, str]]) -> bool:
    """Whether a text calls a quarter of its company's year by number and year, as if it were the calendar's.

    ("for its third quarter ended June 30, 2010 ... Third quarter 2010 sales")
    """
    forms = [reading.form for reading, _ in readings]
    told = {(f.number, _year(f)) for f in forms if _is_label(f, QUARTERS) and isinstance(f, Share)}
    own = set(filter(None, map(_own_quarter, forms)))
    return bool(told) and not told.isdisjoint(own | {(number, year - 1) for number, year in own})


def _own_quarter(form: Form) -> tuple[int, int] | None:
    """The number and the year of a quarter that is called fiscal, or whose last month a text tells."""
    if isinstance(form, Share) and form.parts == QUARTERS and form.fiscal and form.number:
        return (form.number, _year(form) or 0)
    if not isinstance(form, Reporting) or form.parts != QUARTERS or not form.number or form.begins:
        return None
    year = _year(form.end) if isinstance(form.end, Day | Month) else None
    month = closing_month(form)
    if month is None or year is None:
        return None
    close = (month + MONTHS // QUARTERS * (QUARTERS - form.number) - 1) % MONTHS + 1
    return (form.number, year + (month > close)) if close != MONTHS else None


def _of_its_own(reading: MomentReading) -> MomentReading:
    """The reading of a quarter, or of the first months, of a year as one of the company's year."""
    form = reading.form
    if isinstance(form, Share) and _is_label(form, QUARTERS):
        return replace(reading, form=replace(form, fiscal=True))
    months = isinstance(form, Reporting) and form.begins and form.number == 1 and form.parts is None
    if isinstance(form, Reporting) and months and isinstance(form.end, Year):
        return replace(reading, form=replace(form, end=FiscalYear(form.end.year)))
    return reading


def _with_the_year_before(
    readings: Sequence[tuple[MomentReading, str]],
) -> list[tuple[MomentReading, str]]:
    """The readings; the quarter of "the prior year" is fiscal where the same one of this year is."""
    forms = [reading.form for reading, _ in readings]
    fiscal = {f.number for f in forms if isinstance(f, Share) and f.parts == QUARTERS and f.fiscal}
    found = list(readings)
    for at, (reading, rule) in enumerate(readings):
        form = reading.form
        if isinstance(form, Share) and form.parts == QUARTERS and isinstance(form.year, Relative):
            own = form.number in fiscal and form.year.offset == -1
            found[at] = (replace(reading, form=replace(form, fiscal=True)) if own else reading, rule)
    return found


def _is_label(form: Form, parts: int) -> bool:
    """Whether a form is one of so many parts of a year that is printed."""
    return isinstance(form, Share) and form.parts == parts and not form.fiscal and _year(form) is not None


def _year(form: Share | Day | Month) -> int | None:
    """The year of a form, where it is printed in full or by its last two digits."""
    if not isinstance(form.year, Year):
        return None
    return form.year.year


def _index(form: Share) -> int:
    """The place of a half or quarter in the row of all of them."""
    return (_year(form) or 0) * form.parts + (form.number or 1) - 1


def _reported(readings: Sequence[tuple[MomentReading, str]], months: int) -> dt.date | None:
    """The first day of the month in which the months end that a text reports on."""
    for reading, _ in readings:
        form = reading.form
        if not isinstance(form, Reporting) or (form.count, form.unit, form.begins) != (
            months,
            "month",
            False,
        ):
            continue
        end = form.end
        if isinstance(end, Day | Month) and end.month is not None and (year := _year(end)) is not None:
            return dt.date(year, end.month, 1)
    return None


def _shift(parts: int, told: Sequence[Share], ended: dt.date | None) -> int | None:
    """The place of the last name of a text, where that must mean the time that it reports on."""
    if ended is None or not told:
        return None
    length, places = MONTHS // parts, set(map(_index, told))
    last = max(places)
    now = ended.year * parts + (ended.month - 1) // length
    compared = last - parts in places  # "Q3 2024" and "Q3 2023"
    if abs(last - now) > parts or (last < now and not compared):
        return None  # what is told by the way
    if ended.month % length:
        return last
    return None if now in places or last - now <= NEXT else last


def _renamed(reading: MomentReading, rule: str, parts: int, ended: dt.date, last: int) -> MomentReading:
    """The reading with the months that its short name means."""
    form = reading.form
    if rule not in CODES or not isinstance(form, Share) or not _is_label(form, parts):
        return reading
    length = MONTHS // parts
    month = ended.year * MONTHS + ended.month - 1 - (last - _index(form)) * length
    end = Month(Year(month // MONTHS), month % MONTHS + 1)
    return replace(
        reading, form=Reporting(length, "month", end, number=form.number, parts=parts, fiscal=True)
    )
