"""What a contract is for that is dealt in: "The most-active May copper contract fell" tells of copper."""

from __future__ import annotations

from functools import cache

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.traded import FUTURES
from parsers.model import Figure, Kind

GOODS = "xZNMLE"
"""The tags of words that may name goods."""
MOVES = frozenset((Kind.MONEY, Kind.PERCENT, Kind.POINTS))
MOST = 4
"""So many words name goods at most."""


def dealt_in(row: Row, figure: Figure, place: int) -> Found | None:
    """The goods of the contract whose price or move a figure is ("The August rubber contract rose 2%")."""
    metric = figure.metric
    if metric is None or metric.start >= figure.start or figure.kind not in MOVES:
        return None
    last = word_at(row, metric.end - 1)
    if last is None or last >= place or row.keys[last].split()[-1] not in FUTURES:
        return None
    if known("contextwords.preposition").isdisjoint(row.keys[last + 1 : last + 2]) and not _moves(row, last):
        return None
    end = last - 1
    while end >= 0 and row.keys[end] in FUTURES:
        end -= 1
    first = end + 1
    while first and end - first < MOST - 1 and _is_of_goods(row, first - 1):
        first -= 1
    return Found(row.phrase(first, end), "subject.contract") if first <= end else None


def _moves(row: Row, last: int) -> bool:
    """Whether a verb follows the word at ``last``."""
    return row.tags[last + 1 : last + 2] in ("V", "B", "H", "m", "W", "x", "d")


def _is_of_goods(row: Row, at: int) -> bool:
    """Whether a word names goods, or belongs to their name."""
    key = row.keys[at].rstrip(".")
    which = key in known("contextwords.which_contract") or key in _months()
    return row.tags[at] in GOODS and not which and not key.endswith(("-active", "-traded"))


@cache
def _months() -> frozenset[str]:
    """The names of months and what they are shortened to, in small letters."""
    names = known("calendar.month calendar.month_word calendar.short")
    return frozenset(name.lower().rstrip(".") for name in names)
