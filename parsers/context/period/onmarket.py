"""Whether a market is spoken of around a figure, an index of one, or a yield that is dealt in there."""

from __future__ import annotations

from itertools import pairwise

from parsers.context.period.events import WEEKDAY
from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row, Word, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Moment, Status
from parsers.quick import Quick


def on_a_market(row: Row, place: int) -> bool:
    """Whether a market, an index or something traded there is spoken of around a figure."""
    near = slice(max(0, place - 24), place + 12)
    if "Z" in row.tags[near] or not known("contextwords.trading").isdisjoint(row.keys[near]):
        return True
    if any(key.endswith(("funds rate", *SHARE_PRICES)) for key in row.keys[near]):
        return True
    if "T" in row.tags[near] and any(_is_session(word) for word in row.words[near] if word.tag == "T"):
        return True
    if tells_of_an_index(row, near.start, near.stop):
        return True
    return any(pair in AVERAGES for pair in pairwise(row.keys[near]))


def _is_session(word: Word) -> bool:
    """Whether a time is a part of a day of trading ("late deals")."""
    return isinstance(word.ref, Moment) and word.ref.rule == "clock.session"


def tells_of_an_index(row: Row, low: int = 0, high: int | None = None) -> bool:
    """Whether an index of a market is spoken of, none of prices or opinions ("the consumer price index")."""
    for at, key in enumerate(row.keys[low:high], low):
        if key.endswith("index"):
            words = " ".join(row.keys[max(0, at - 2) : at + 1]).split()[-4:-1]
            if known("contextwords.gauged").isdisjoint(words):
                return True
    return False


SHARE_PRICES = ("share price", "share prices", "stock price", "stock prices")
AVERAGES = (
    ("industrial", "average"),
    ("stock", "average"),
    ("share", "average"),
    ("share", "prices"),
    ("stock", "prices"),
)
"""Words of an index that is called an average."""


def is_yield_of_debt(figure: Figure) -> bool:
    """Whether a rate is the yield at which debt is traded ("two-year government yields")."""
    words = figure.metric.text.lower().split() if figure.metric is not None else ()
    return words[-1:] in (["yield"], ["yields"]) and any(word.endswith(DEBT) for word in words)


DEBT = ("bill", "bond", "bonds", "bund", "debt", "gilt", "government", "note", "treasury", "-year")
"""Ends of the words before "yield" that tell of debt."""


def moved_on(row: Row, figure: Figure, place: int, family: str) -> Moment | None:
    """The day right behind how far something traded moved ("They rose 0.2% on Tuesday, and fell on")."""
    if figure.direction is Direction.NONE or figure.status is not Status.REPORTED:
        return None
    if figure.metric is not None and family not in ("price", "index", "security"):
        return None
    hit = ON_A_DAY.match(row.tags, place + 1)
    if hit is None or row.keys[place + 1] != "on" or MOVES.search(row.tags, 0, place) is None:
        return None
    moment = moment_at(row, hit.end() - 1)
    return moment if moment is not None and WEEKDAY.match(moment.text) is not None else None


ON_A_DAY = Quick(r"pT")
MOVES = Pattern(r"(?r)Vq*\Z")
