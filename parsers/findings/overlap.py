"""The largest set of intervals that share a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from parsers.findings.interval import Interval
from parsers.values import record


@record
class Agreement:
    """``members`` (positions) share the numbers of ``common``; ``unique`` where no other set is as large."""

    members: tuple[int, ...]
    common: Interval
    unique: bool


def largest(intervals: Sequence[Interval], room: Decimal = Decimal(0)) -> Agreement:
    """The largest set of positive intervals that share a number, each widened by ``room`` (a share).

    One sweep over the sorted ends.  Where two different sets are equally large, the first is given
    and it is not ``unique``.
    """
    wide = [Interval(i.low * (1 - room / 2), i.high * (1 + room / 2)) for i in intervals]
    events = sorted(
        [(i.low, 0, n) for n, i in enumerate(wide)] + [(i.high, 1, n) for n, i in enumerate(wide)]
    )
    depth = most = peaks = 0
    place = wide[0].low
    rising = False
    for value, closing, _ in events:
        if not closing:
            depth += 1
            rising = True
            continue
        # A closing end after an opening one is a peak; two peaks of one height are two different sets.
        if rising and depth >= most:
            peaks = 1 if depth > most else peaks + 1
            place = value if depth > most else place
            most = depth
        depth -= 1
        rising = False
    members = tuple(number for number, interval in enumerate(wide) if place in interval)
    common = Interval(max(wide[n].low for n in members), min(wide[n].high for n in members))
    return Agreement(members, common, peaks == 1)
