"""Overlapping candidates -> winners, by one stated order.

The order: higher rank, then longer, then further left, then the earlier rule.  A candidate wins
when it overlaps no winner.  Figures, moments and names settle together, so that "2024", "12-month"
and "Boeing 737" are each read once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from parsers.mentions import Candidate
from parsers.values import record


@record
class Settled:
    """Winners in text order, and each loser with the winner that beat it."""

    winners: tuple[Candidate, ...]
    losers: tuple[tuple[Candidate, Candidate], ...]


def settle(candidates: Iterable[Candidate]) -> Settled:
    """Choose among overlapping candidates."""
    ranked = sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start))
    starts: list[int] = []
    chosen: list[Candidate] = []
    losers = []
    for candidate in ranked:
        at = bisect_left(starts, candidate.start)
        if at and chosen[at - 1].end > candidate.start:
            losers.append((candidate, chosen[at - 1]))
        elif at < len(starts) and starts[at] < candidate.end:
            losers.append((candidate, chosen[at]))
        else:
            starts.insert(at, candidate.start)
            chosen.insert(at, candidate)
    return Settled(tuple(chosen), tuple(losers))
