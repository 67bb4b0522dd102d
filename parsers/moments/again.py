"""A year alone behind a time with one: the same of that year ("the quarters to June 30, 2024 and 2023")."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.forms import Day, FiscalYear, Form, Month, Reporting, Share, Year
from parsers.lazy import Pattern
from parsers.mentions import MomentReading
from parsers.values import replace

AND = Pattern(r",? and ")
MORE = Pattern(r",(?: (?:19|20)\d\d,)* (?:(?:19|20)\d\d,? and )(?:19|20)\d\d\b")
"""Between a time and the years of which the same is meant: "and", or several of them."""


Named = tuple[MomentReading, str]


def with_same_of_years(text: str, readings: Sequence[Named]) -> list[Named]:
    """The readings, in text order, each with its rule, with years that stand for the time before them."""
    found: list[Named] = []
    whole: MomentReading | None = None
    for reading, rule in readings:
        same = _same_of_year(text, reading, whole) if isinstance(reading.form, Year) else None
        now = replace(reading, form=same) if same is not None else reading
        if whole is None or whole.end < now.end:
            whole = now  # "the quarter ended June 30" before "June 30"
        found.append((now, rule))
    return found


def _same_of_year(text: str, reading: MomentReading, whole: MomentReading | None) -> Form | None:
    """The form that a year means behind the time before it, or ``None``."""
    if whole is None or not isinstance(reading.form, Year):
        return None
    more = reading.start == whole.end + 2 and MORE.match(text, whole.end) is not None
    joined = more or AND.fullmatch(text, whole.end, reading.start) is not None
    return _of_year(whole.form, reading.form) if joined else None


def _of_year(form: Form, year: Year) -> Form | None:
    """A time with another year; ``None`` for one that has no year of its own."""
    if isinstance(form, Reporting):
        end = _of_year(form.end, year) if form.end is not None else None
        return replace(form, end=end) if end is not None else None
    if isinstance(form, Day | Month | Share) and isinstance(form.year, Year):
        return replace(form, year=year)
    if isinstance(form, FiscalYear) and form.offset is None and not form.span:
        return replace(form, year=year.year)
    return None
