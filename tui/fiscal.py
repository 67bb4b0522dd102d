"""Fiscal periods: what they are called, and when the year of the company begins. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from parsers.model import Calendar, Moment

PARTS = {"Y": 1, "H": 2, "Q": 4}
YEAR = 365.25
STRAY = dt.timedelta(days=10)
"""A year of 52 weeks may end so many days into the next month."""


def share(moment: Moment) -> tuple[int, str, int] | None:
    """The fiscal year, ``Y`` ``H`` or ``Q``, and which of them; ``None`` for what is no whole fiscal one."""
    if moment.calendar is not Calendar.FISCAL or moment.first is None or moment.last is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:-([HQ])([1-4]))?", moment.timex or "")
    if found:
        year, letter, number = int(found[1]), found[2] or "Y", int(found[3] or 1)
    elif moment.timex == "P1Y":
        year, letter, number = _closing(moment.last).year, "Y", 1
    else:
        return None
    length = YEAR / PARTS[letter]
    whole = 0.75 * length <= (moment.last - moment.first).days + 1 <= 1.25 * length
    return (year, letter, number) if whole and number <= PARTS[letter] else None


def called(year: int, letter: str, number: int) -> str:
    """As in "FQ2 25" for a fiscal quarter, "FH1 25" for a half, "FY25" and "FY1998" for a year."""
    short = f"{year % 100:02}" if 2000 <= year < 2100 else str(year)
    return f"FY{short}" if letter == "Y" else f"F{letter}{number} {short}"


def name(moment: Moment) -> str | None:
    """What a whole fiscal period is called; ``None`` for all else."""
    found = share(moment)
    return None if found is None else called(*found)


def year_begins(moments: Iterable[Moment]) -> int | None:
    """The month (2 to 12) in which the fiscal year begins, as most of the fiscal periods tell it.

    ``None`` where no period tells it, and where the fiscal year is the calendar year.
    """
    told = Counter(month for moment in moments if (month := _first_month(moment)) is not None)
    month = told.most_common(1)[0][0] if told else 1
    return month if month != 1 else None


def _closing(last: dt.date) -> dt.date:
    """A day in the month that a period closes."""
    return max(dt.date.min + STRAY, last) - STRAY


def _first_month(moment: Moment) -> int | None:
    found = share(moment)
    if found is None or moment.last is None:
        return None
    year, letter, number = found
    closing = _closing(moment.last)
    left = (PARTS[letter] - number) * 12 // PARTS[letter]
    end = closing.year * 12 + closing.month - 1 + left
    return (end + 1) % 12 + 1 if end // 12 == year else None
