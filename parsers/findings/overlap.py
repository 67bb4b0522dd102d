"""The largest set of intervals that share a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsers.findings.interval import Interval


@dataclass(frozen=True, slots=True)
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
    open_: set[int] = set()
    best: list[frozenset[int]] = []
    rising = False
    for _, closing, number in events:
        if not closing:
            open_.add(number)
            rising = True
            continue
        if rising and (not best or len(open_) >= len(best[0])):
            best = [frozenset(open_)] if not best or len(open_) > len(best[0]) else [*best, frozenset(open_)]
        open_.discard(number)
        rising = False
    members = tuple(sorted(best[0]))
    common = Interval(max(wide[n].low for n in members), min(wide[n].high for n in members))
    return Agreement(members, common, len(set(best)) == 1)
