"""The end of a company's year, by a quarter and by the three months that the same results are told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from parsers.forms import Form, Reporting, Share
from parsers.moments.justended import tells_results
from parsers.moments.meaning_quarters import closing_month

THREE, NINE = 3, 9


def year_end_by_months(
    text: str, starts: Mapping[str, int], forms: Iterable[tuple[str, Form]], reference: dt.date | None
) -> tuple[int | None, str | None]:
    """The month that the year ends in, and the id of the months that say so.

    "Third-quarter profit fell.  Net income in the three months ending June 27 sank" says September; of a
    quarter that is not called fiscal only where the calendar's is not over yet, or long over.  Results
    of nine months are those of a year's first three quarters.
    """
    told = [(name, form) for name, form in forms if isinstance(form, Share | Reporting)]
    for name, form in told:
        if reference is None or not isinstance(form, Reporting) or not tells_results(text, starts[name]):
            continue
        month = closing_month(form) if _is_just_over(form, reference) else None
        left = _months_left(text, starts, told, form, month, reference) if month is not None else None
        if month is not None and left is not None:
            year_end = (month + left - 1) % 12 + 1
            return (year_end, name) if year_end != CALENDAR else (None, None)
    return None, None


CALENDAR = 12
"""The month in which a year ends that is the calendar's."""


def _months_left(
    text: str,
    starts: Mapping[str, int],
    told: Iterable[tuple[str, Form]],
    months: Reporting,
    month: int,
    reference: dt.date,
) -> int | None:
    """How many months of its year follow some that have ended."""
    if months.count == NINE:
        return THREE
    if months.count != THREE:
        return None
    plain = {
        form.number for _, form in told if isinstance(form, Share) and form.parts == 4 and not form.fiscal
    }
    if month % THREE == 0 and month // THREE in plain:
        return None  # "in the fourth quarter, which ended Dec. 31"
    numbers = {_number(text, starts[name], form, month, reference) for name, form in told} - {None}
    number = numbers.pop() if len(numbers) == 1 else None
    return THREE * (4 - number) if number is not None else None


def _number(text: str, at: int, form: Form, month: int, reference: dt.date) -> int | None:
    """The number of a quarter of the company's own whose results are told."""
    if not isinstance(form, Share) or form.parts != 4 or form.year is not None or form.number is None:
        return None
    runs = THREE * (form.number - 1) < reference.month <= THREE * form.number
    own = form.fiscal or runs or (month % THREE == 0 and _is_old(form.number, reference))
    return form.number if own and tells_results(text, at) else None


def _is_old(number: int, reference: dt.date) -> bool:
    """Whether the calendar's quarter of a number has ended so long ago that another one's results are out."""
    return (reference.month - 1 - THREE * number) % 12 >= THREE


def _is_just_over(form: Reporting, reference: dt.date) -> bool:
    """Whether some months of results ended in the last half-year."""
    plain = form.unit == "month" and form.number is None and not form.begins
    month = closing_month(form) if plain else None
    return month is not None and 1 <= (reference.month - month) % 12 <= 6
