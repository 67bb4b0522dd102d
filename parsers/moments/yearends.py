"""The end of a company's year, by a quarter and by the three months that the same results are told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from parsers.forms import Form, Reporting, Share
from parsers.moments.justended import tells_results
from parsers.moments.meaning_quarters import closing_month

MONTHS = 3


def year_end_by_months(
    text: str, starts: Mapping[str, int], forms: Iterable[tuple[str, Form]], reference: dt.date | None
) -> tuple[int | None, str | None]:
    """The month that the year ends in, and the id of the three months that say so.

    "Third-quarter profit fell.  Net income in the three months ending June 27 sank" says September; of a
    quarter that is not called fiscal only where the calendar's is not over yet.
    """
    told = [(name, form) for name, form in forms if isinstance(form, Share | Reporting)]
    months = next(
        (pair for pair in told if _is_of_months(pair[1]) and tells_results(text, starts[pair[0]])), None
    )
    if months is None or reference is None:
        return None, None
    name, form = months
    month = closing_month(form) if isinstance(form, Reporting) else None
    numbers = {_number(text, starts[n], f, reference) for n, f in told} - {None}
    number = numbers.pop() if len(numbers) == 1 else None
    if month is None or number is None or not _is_just_over(month, reference):
        return None, None
    year_end = (month + MONTHS * (4 - number) - 1) % 12 + 1
    return (year_end, name) if year_end != CALENDAR else (None, None)


CALENDAR = 12
"""The month in which a year ends that is the calendar's."""


def _is_of_months(form: Form) -> bool:
    return isinstance(form, Reporting) and (form.unit, form.count, form.parts, form.begins) == (
        "month",
        MONTHS,
        None,
        False,
    )


def _number(text: str, at: int, form: Form, reference: dt.date) -> int | None:
    """The number of a quarter of the company's own whose results are told."""
    if not isinstance(form, Share) or form.parts != 4 or form.year is not None or form.number is None:
        return None
    own = form.fiscal or MONTHS * (form.number - 1) < reference.month <= MONTHS * form.number
    return form.number if own and tells_results(text, at) else None


def _is_just_over(month: int, reference: dt.date) -> bool:
    """Whether a month ended in the last half-year."""
    return 1 <= (reference.month - month) % 12 <= 6
