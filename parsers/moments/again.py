"""A year alone behind a time with one: the same of that year ("the quarters to June 30, 2024 and 2023")."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.forms import Day, FiscalYear, Form, Month, Reporting, Share, Year
from parsers.lazy import Pattern
from parsers.mentions import MomentReading
from parsers.values import replace

AND = Pattern(r",? and |, (?=(?:19|20)\d\d,? and (?:19|20)\d\d\b)")
"""Between a time and the years of which the same is meant."""


def same_of_year(text: str, reading: MomentReading, earlier: Sequence[MomentReading]) -> Form | None:
    """The form that a year means behind the times ``earlier`` (the last ones, in text order), or ``None``."""
    if not isinstance(reading.form, Year) or not earlier:
        return None
    last = earlier[-1]
    if AND.fullmatch(text, last.end, reading.start) is None:
        return None
    whole = next(
        one for one in earlier if one.end == last.end
    )  # "the quarter ended June 30" before "June 30"
    return _of_year(whole.form, reading.form)


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
