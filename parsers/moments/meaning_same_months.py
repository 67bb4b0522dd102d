"""What counted months and weeks mean that the text has spoken of: "the year-earlier nine months"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from parsers.forms import Same
from parsers.model import MomentKind
from parsers.moments.context import REFERENCE, Context
from parsers.moments.meaning_lengths import plain
from parsers.moments.periods import Period, months_before, step

STALE = 240
"""Days after which months that have ended are no news: results are told within half a year."""


def _ends(context: Context, count: int) -> dt.date | None:
    """The end of what the text reports: of an older quarter, told by the way, no months are counted."""
    last = context.period.last if context.period is not None else None
    newest = context.quarter.last if context.quarter is not None else None
    if last is None or newest is None or context.period is None or context.period.granularity != "quarter":
        return last
    return newest if 0 < (newest - last).days < STALE and last.month != count else last


def same_months(form: Same, context: Context) -> Period:
    """As in "the nine months", "the year-earlier nine months": to the end of the period of the text."""
    count = int("".join(c for c in form.unit if c.isdigit()))
    now = context.reference
    last = _ends(context, count)
    if last is not None and now is not None and (now - last).days > STALE:
        last = None  # "last year's fourth quarter" was spoken of by the way
    if last is None and now is not None:
        ended = step(now.replace(day=1), "day", -1)
        while ended is not None and ended.month % 3:
            ended = step(ended.replace(day=1), "day", -1)
        last = ended
    weeks = form.unit.endswith("week")
    timex = f"P{plain(Decimal(count))}{'W' if weeks else 'M'}"
    unit = "week" if weeks else {3: "quarter", 6: "half", 12: "year"}.get(count, "month")
    if last is None:
        return Period(
            timex=timex,
            granularity=unit,
            kind=MomentKind.DURATION,
            note="no reference date to resolve it from",
        )
    last = step(last, "year", form.offset) or last
    first = step(last, "day", 1 - 7 * count) if weeks else months_before(last, count)
    return Period(
        first=first,
        last=last,
        timex=timex,
        granularity=unit,
        kind=MomentKind.DURATION,
        anchor=context.period_id or REFERENCE,
    )
