"""Overlapping candidates settle by one order, in time proportional to their number."""

from __future__ import annotations

import sys
from types import FrameType

from hypothesis import given
from hypothesis import strategies as st

from parsers.mentions import Candidate
from parsers.settle import settle

spans = st.tuples(st.integers(0, 300), st.integers(1, 40), st.integers(0, 2))


def made(places: list[tuple[int, int, int]]) -> list[Candidate]:
    return [
        Candidate(start=start, end=start + length, rule=str(at), rank=rank)
        for at, (start, length, rank) in enumerate(places)
    ]


@given(st.lists(spans, max_size=80))
def test_the_first_by_the_order_wins_wherever_it_overlaps_no_winner(
    places: list[tuple[int, int, int]],
) -> None:
    candidates = made(places)
    winners: list[Candidate] = []
    losers: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start)):
        free = all(one.end <= other.start or other.end <= one.start for other in winners)
        (winners if free else losers).append(one)
    settled = settle(candidates)
    assert list(settled.winners) == sorted(winners, key=lambda c: c.start)
    assert [loser for loser, _ in settled.losers] == losers
    assert all(by in winners and by.start < one.end and one.start < by.end for one, by in settled.losers)


def work(count: int) -> int:
    """The list elements that may have to be moved, as calls and the lengths of what is inserted into."""
    candidates = made([(3 * at, 5, at % 2) for at in range(0, 4 * count, 4)])
    moved = 0

    def profile(_frame: FrameType, event: str, argument: object) -> None:
        nonlocal moved
        if event == "c_call":
            inserted = getattr(argument, "__name__", "") == "insert"
            moved += 1 + (len(getattr(argument, "__self__")) if inserted else 0)  # noqa: B009

    sys.setprofile(profile)
    try:
        settle(candidates)
    finally:
        sys.setprofile(None)
    return moved


def test_many_candidates_take_work_in_proportion_to_their_number() -> None:
    assert work(4_000) <= 1.1 * 10 * work(400)
