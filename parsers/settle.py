"""Overlapping candidates -> winners, by one stated order.

The order: higher rank, then longer, then further left, then the earlier rule.  A candidate wins
when it overlaps no winner.  Figures, moments and names settle together, so that "2024", "12-month"
and "Boeing 737" are each read once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from parsers.mentions import Candidate
from parsers.values import record


@record
class Settled:
    """Winners in text order, and each loser with the winner that beat it."""

    winners: tuple[Candidate, ...]
    losers: tuple[tuple[Candidate, Candidate], ...]


def settle(candidates: Iterable[Candidate]) -> Settled:
    """Choose among overlapping candidates."""
    winners: list[Candidate] = []
    losers: list[tuple[Candidate, Candidate]] = []
    for some in _overlapping(sorted(candidates, key=attrgetter("start"))):
        if len(some) == 1:
            winners += some
        else:
            winners += _choose(some, losers)
    losers.sort(key=lambda pair: _order(pair[0]))
    return Settled(tuple(winners), tuple(losers))


def _overlapping(ordered: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates, by their starts, in groups of which no two overlap."""
    some: list[Candidate] = []
    end = 0
    for candidate in ordered:
        if some and candidate.start >= end:
            yield some
            some = []
        some.append(candidate)
        end = candidate.end if len(some) == 1 else max(end, candidate.end)
    if some:
        yield some


def _choose(some: list[Candidate], losers: list[tuple[Candidate, Candidate]]) -> list[Candidate]:
    starts: list[int] = []
    chosen: list[Candidate] = []
    for candidate in sorted(some, key=_order):
        at = bisect_left(starts, candidate.start)
        if at and chosen[at - 1].end > candidate.start:
            losers.append((candidate, chosen[at - 1]))
        elif at < len(starts) and starts[at] < candidate.end:
            losers.append((candidate, chosen[at]))
        else:
            starts.insert(at, candidate.start)
            chosen.insert(at, candidate)
    return chosen


def _order(candidate: Candidate) -> tuple[int, int, int]:
    return -candidate.rank, candidate.start - candidate.end, candidate.start
