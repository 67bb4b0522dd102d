"""The year of a company of which a text only says that a fiscal quarter is over: which ended last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from parsers.forms import Form, Share
from parsers.lazy import Pattern

SOONEST = 12
"""Days behind the end of a quarter before which hardly any company has told its results."""
AHEAD = Pattern(
    r"(?i)\b(?:expect|forecast|predict|project|guid|see[ns]?\b|outlook|target"
    r"|will\b|would\b|may\b|under way|next\b)"
)
"""In a sentence: it tells of a quarter that may be still to come."""


JUST_ENDED = "the text does not say when the fiscal year begins; read as the quarter that had just ended"
RESULTS = Pattern(
    r"(?i)\b(?:profits?|earnings|net|income|revenues?|sales|loss|losses|earned|lost|results|margins?|orders)\b"
)
"""In the sentence of a quarter whose results are told."""


def year_end_by_day(
    text: str, starts: Mapping[str, int], forms: Iterable[tuple[str, Form]], reference: dt.date | None
) -> int | None:
    """The month that the year ends in, by the day on which the results of a fiscal quarter are told.

    "Fiscal first-quarter profit rose" on January 24 says September: the first fiscal quarter that a text
    tells of ended with the last month that was over for some days.
    """
    found = ((name, form) for name, form in forms if isinstance(form, Share) and form.parts == 4)
    name, form = next(((n, f) for n, f in found if f.fiscal and f.year is None and f.number), ("", None))
    if form is None or form.number is None or reference is None or not _tells_results(text, starts[name]):
        return None
    month = (reference - dt.timedelta(days=SOONEST)).replace(day=1) if reference.year > 1 else reference
    ended = month.month - 1 or 12
    year_end = (ended + 3 * (4 - form.number) - 1) % 12 + 1
    return year_end if year_end != CALENDAR else None


CALENDAR = 12
"""The month in which a year ends that is the calendar's."""


def _tells_results(text: str, at: int) -> bool:
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    end = min(ends, default=len(text))
    return RESULTS.search(text, start, end) is not None and AHEAD.search(text, start, end) is None
