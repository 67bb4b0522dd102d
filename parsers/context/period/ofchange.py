"""The time of a change that is told behind its old value: "rose to $5 from $4 in the quarter".

It is that of the new value, where it is the newest of its kind that has ended and no other is told before.
"""

from __future__ import annotations

from parsers.context.period.times import Times, moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Moment

TO_FROM = Pattern(
    r"(?:(?:Q|\(F\)|,?&q*FQ?)*,?(?:fq*F(?:Q|\(F\)|,&q*FQ?)*,?)?)[pn]D?(?P<time>T)(?:xT)?(?=[,.;&)c]|\Z)"
)
"""Behind a new value, or an old one: the time in which it changed."""
OLD_ONE = Pattern(r"(?r)fq*(?:F(?:Q|\(q*|,?&q*))?\Z")
NEW_ONE = Pattern(r"(?:Q|\(F\)|,?&q*FQ?)*,?fq*F")


def time_of_change(row: Row, place: int, times: Times) -> Moment | None:
    """The time told behind the old value of a change, of which the figure at ``place`` is one."""
    if (
        NEW_ONE.match(row.tags, place + 1) is None
        and OLD_ONE.search(row.tags[max(0, place - 8) : place]) is None
    ):
        return None
    hit = TO_FROM.match(row.tags, place + 1)
    if hit is None or EARLIER.search(row.tags[:place]) is not None:
        return None
    moment = moment_at(row, hit.start("time"))
    return moment if moment is not None and _is_newest(moment, times) else None


EARLIER = Pattern(r"(?r)T[^;cS\"]*\Z")
"""Before a value of whose clause another time is told."""


def _is_newest(moment: Moment, times: Times) -> bool:
    """Whether no later time of the kind has ended: results are told of it, not of what came before."""
    today, first, last = times.today, moment.first, moment.last
    if (
        today is None
        or first is None
        or last is None
        or last >= today
        or not moment.rule.startswith(REPORTED)
    ):
        return False
    now = times.now
    if now is not None and now.last is not None and now.last > last:
        return False
    return (today - last).days < (last - first).days + 1


REPORTED = ("quarter", "reporting")
"""Rules of the times that reports are of; "in 1988" and "in May" are told of old values."""
