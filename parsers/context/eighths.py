"""Prices of shares in eighths of a dollar, as they were told until 2001: "climbed 2-1/2 to 80-1/8"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.draft import fill
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind

PRICED = Pattern(r"\d{1,3}[- ]\d{1,2}/(?:2|4|8|16)|[1357]{1,2}/(?:8|16)|1/[24]|3/4")
WHOLE = Pattern(r"\d{1,3}")
LED = Pattern(r"(?r)\b(?:at|to)(?: only| about| just)? \Z")
LEADS_TO = Pattern(r",? (?:to|at) (?:\d{1,3}[- ]\d{1,2}/(?:2|4|8|16))(?!\d)")
"""Behind a whole number of dollars by which a share moved: the price that it came to ("up 2 to 57 7/8")."""
DOLLARS = "USD"


def in_dollars(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """The figure as dollars where it is a bare number that a company's share moved by or to, in fractions.

    ``before`` are the last figures before it: a text that tells amounts in another currency has prices in it.
    """
    if figure.kind not in (Kind.COUNT, Kind.RATIO) or figure.unit is not None or figure.subject is None:
        return figure
    if not is_of_share(figure) or any(f.kind is Kind.MONEY and f.unit != DOLLARS for f in before):
        return figure
    told = PRICED.fullmatch(figure.text) is not None and not text.startswith(" of ", figure.end)
    level = LED.search(text, max(0, figure.start - 12), figure.start) is not None
    whole = not told and level and WHOLE.fullmatch(figure.text) is not None and _reaches(text, figure, before)
    leads = figure.direction is not Direction.NONE and WHOLE.fullmatch(figure.text) is not None
    whole = whole or (leads and LEADS_TO.match(text, figure.end) is not None)
    if not whole and not (told and (level or figure.direction is not Direction.NONE)):
        return figure
    return fill(figure, kind=Kind.MONEY, unit=DOLLARS, inferred=(*figure.inferred, "unit"))


def _reaches(text: str, figure: Figure, before: Sequence[Figure]) -> bool:
    """Whether a whole number is what a share came to that moved by a fraction ("rose 3 5/8 to 41")."""
    last = before[-1] if before else None
    if last is None or last.subject != figure.subject or PRICED.fullmatch(last.text) is None:
        return False
    return figure.start - last.end < NEAR and in_dollars(text, last, ()).kind is Kind.MONEY


NEAR = 16
"""How many characters stand at most between a move and the price that it leads to."""


def is_of_share(figure: Figure) -> bool:
    """Whether a figure measures a share, or nothing that is told, of who is neither a market nor a debtor."""
    if figure.metric is not None and figure.metric_name not in SHARES:
        return False
    last = figure.subject.text.split()[-1].lower() if figure.subject is not None else ""
    return last not in known("parties.gauge") and last not in known("parties.face_priced")


SHARES = ("shares", "common stock", "share price")
