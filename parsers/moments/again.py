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
    year: MomentReading | None = None
    for reading, rule in readings:
        same = _same_of_year(text, reading, whole) if isinstance(reading.form, Year) else None
        if same is None and isinstance(reading.form, Year) and year is not None:
            same = _year_before(text, reading.form, reading.start, year)
        now = replace(reading, form=same) if same is not None else reading
        if isinstance(now.form, Reporting) and (now.form.count, now.form.unit) == (12, "month"):
            year = now
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


def _year_before(text: str, form: Year, start: int, told: MomentReading) -> Form | None:
    """The year of a company before the one told of, where a year alone is set against that.

    ("for the year ended October 31, 1995 were $175 million, compared to $147 million for 1994")
    """
    if not isinstance(told.form, Reporting) or not isinstance(told.form.end, Day | Month):
        return None
    end = told.form.end
    between = text[told.end : start] if start - told.end < FAR else "\n"
    against = AGAINST.search(between) is not None and "\n" not in between and STOP.search(between) is None
    if not against or not isinstance(end.year, Year) or end.year.year != form.year + 1:
        return None
    return _of_year(told.form, form)


FAR = 160
AGAINST = Pattern(r"\b(?:compared (?:to|with)|versus|against|from|than)\b.*\b(?:for|in|during) \Z")
STOP = Pattern(r"[.;] ?\p{Lu}")


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
