"""What a long reading tells on its way: how far it is, and the figures that stand already.

Candidates come in the order of their anchors, and a rule looks back from its anchor at most
`LEAD_WINDOW` characters.  So what overlaps nothing that is still to come can settle at once, and it
settles as it will in the end: overlaps are never settled across a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parsers.mentions import Candidate
from parsers.rules import LEAD_WINDOW
from parsers.settle import settle
from parsers.values import record

EVERY = 64_000
"""Characters after which something is told: what comes between is read at once."""

Heard = Callable[[int, tuple[Candidate, ...]], object]
"""Called with how many characters are read and what has settled since the last time, in text order."""


@record
class _Settled:
    winners: tuple[Candidate, ...]
    waiting: list[Candidate]


def watched(candidates: Iterable[Candidate], length: int, told: Heard) -> Iterator[Candidate]:
    """The candidates as they come, while ``told`` hears of them from time to time and at the end.

    ``length`` is that of the text.
    """
    waiting: list[Candidate] = []
    due = EVERY
    for candidate in candidates:
        if candidate.start >= due:
            sure = candidate.start - LEAD_WINDOW
            now = _settle_before(waiting, sure)
            waiting = now.waiting
            told(sure, now.winners)
            due = candidate.start + EVERY
        waiting.append(candidate)
        yield candidate
    told(length, settle(waiting).winners)


def _settle_before(waiting: list[Candidate], sure: int) -> _Settled:
    """Settle all that ends before a place and overlaps nothing that ends behind it."""
    ordered = sorted(waiting, key=lambda candidate: candidate.start)
    end = cut = 0
    for at, candidate in enumerate(ordered):
        if candidate.start >= sure:
            break
        if candidate.start >= end:
            cut = at  # a gap: what stands before it is on its own
        end = max(end, candidate.end)
    else:
        cut = len(ordered) if end < sure else cut
    return _Settled(settle(ordered[:cut]).winners, ordered[cut:])
