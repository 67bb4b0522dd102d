"""The part of a year before one that a text tells: "against $9 million three months earlier"."""

from __future__ import annotations

from parsers.forms import Shifted
from parsers.moments.context import Context
from parsers.moments.periods import Period, step


def part_before(form: Shifted, context: Context) -> Period | None:
    """The quarter before one, or the half before one ("against $9 million three months earlier")."""
    last = context.last
    if form.base is not None or not form.from_text or form.unit != "month" or last is None or form.sign > 0:
        return None
    if last.granularity not in PARTS or form.count != PARTS[last.granularity] or last.first is None:
        return None
    first, end = step(last.first, "month", -PARTS[last.granularity]), step(last.first, "day", -1)
    if first is None or end is None:
        return None
    timex = f"{first.isoformat()}/{end.isoformat()}"
    return Period(
        first=first,
        last=end,
        timex=timex,
        granularity=last.granularity,
        anchor=context.last_id,
        calendar=last.calendar,
    )


PARTS = {"quarter": 3, "half": 6}
"""The months of a part of a year."""
