"""Periods as a person types them into a filter: "2024", "2024Q3", "Q3 2024", "2024-07", "2020s"."""

from __future__ import annotations

import datetime as dt
from functools import cache

import regex

Days = tuple[dt.date, dt.date]
"""The first and the last day of a period."""

_FORMS = (
    r"(?P<year>\d{4})(?:(?P<decade>s)"
    r"|-?(?:q(?P<quarter>[1-4])|h(?P<half>[12])|w(?P<week>\d{1,2}))"
    r"|-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"
    r"|(?:q(?P<quarter>[1-4])|h(?P<half>[12]))[\s-]?(?P<year>\d{4})"
)


def read_days(text: str) -> Days | None:
    """The days that ``text`` names, all of it; ``None`` where it names none."""
    match = _pattern().fullmatch(text.strip())
    if match is None:
        return None
    from parsers.moments import periods  # with all its rules: not before a period is asked for

    year = int(match["year"])
    if match["day"]:
        date = periods.make_date(year, int(match["month"]), int(match["day"]))
        return (date, date) if date else None
    if match["week"]:
        return _week(year, int(match["week"]))
    if match["month"]:
        found = periods.month(year, int(match["month"])) if 1 <= int(match["month"]) <= 12 else None
    elif match["quarter"]:
        found = periods.quarter(year, int(match["quarter"]))
    elif match["half"]:
        found = periods.half(year, int(match["half"]))
    else:
        found = periods.decade(year) if match["decade"] else periods.year(year)
    return (found.first, found.last) if found and found.first and found.last else None


def write_days(first: dt.date, last: dt.date) -> str:
    """The shortest that `read_days` reads as these days, else the two days with ".." between."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    short = {
        1: f"{first.year:04}-{first.month:02}",
        3: f"{first.year:04}Q{(first.month + 2) // 3}",
        6: f"{first.year:04}H{(first.month + 5) // 6}",
        12: f"{first.year:04}",
        120: f"{first.year:04}s",
    }.get(months, first.isoformat())
    if first == last:
        return first.isoformat()
    return short if read_days(short) == (first, last) else f"{first.isoformat()}..{last.isoformat()}"


def _week(year: int, number: int) -> Days | None:
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
        return monday, monday + dt.timedelta(days=6)
    except (ValueError, OverflowError):
        return None


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(_FORMS, flags=regex.IGNORECASE)
