"""The time between "from" and an old value, unless it is when that was foreseen."""

from __future__ import annotations

from parsers.context.period.times import DAYS, moment_at
from parsers.context.rows.words import Row
from parsers.model import Moment


def between(row: Row, place: int) -> Moment | None:
    """The time between "from" and an old value ("down from May's $5 million")."""
    for at in range(place - 1, max(-1, place - 8), -1):
        if row.tags[at] in "fv":
            break
        moment = moment_at(row, at) if row.tags[at] == "T" else None
        if moment is not None:
            return None if _is_of_outlook(row, at, moment) else moment
    return None


def _is_of_outlook(row: Row, at: int, moment: Moment) -> bool:
    """Whether a time is when something was foreseen, and not for when ("its May forecast of $5 million")."""
    days = moment.granularity in (*DAYS, "week", "month")
    return days and row.tags[at - 1 : at] in ("i", "'") and row.keys[at + 1 : at + 2] in OUTLOOKS


OUTLOOKS = (("forecast",), ("guidance",), ("outlook",), ("estimate",), ("projection",), ("target",))
