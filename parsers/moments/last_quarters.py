"""Quarters of last year: of results told with it, and of a company whose own year is known."""

from __future__ import annotations

from parsers.forms import Relative
from parsers.lazy import Pattern
from parsers.moments.context import Context
from parsers.moments.periods import Period

LAST_YEAR = Relative("year", -1)
RESULT = (
    r"[\s](?:(?:net|operating|pre-?tax|after-tax|gross)[\s])?"
    r"(?:loss(?:es)?|profits?|earnings|income|net|sales|revenues?|results?)[\s]"
)
OF_RESULTS = Pattern(rf"(?i){RESULT}\Z")
"""Between a quarter and the year whose it is ("a second-quarter loss last year")."""


def is_of_last_year(context: Context) -> bool:
    """Whether a quarter's results are those of last year ("a second-quarter loss last year")."""
    behind = context.following
    if behind is None or behind[3] != LAST_YEAR or behind[0] - context.end > FAR:
        return False
    return OF_RESULTS.match(context.text, context.end, behind[0]) is not None


FAR = 24


def is_just_told(found: Period, context: Context) -> bool:
    """Whether a quarter of last year would be the one whose results are told: it is the one before.

    "Fourth-quarter profit rose ... from last year's fourth quarter", some weeks behind the end of a
    company's year: by the calendar of the company its last year has only just ended.
    """
    now = context.reference
    return now is not None and found.last is not None and 0 <= (now - found.last).days <= NEW


NEW = 80
"""Days behind the end of a quarter within which its results are told as news."""
