"""Ordinary words that a text calls a company by, since its whole name begins with them ("Total's sales")."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.lazy import Pattern

ACTS = Pattern(
    r"(?:['\u2019]s\b| (?:also |has |had |on \p{Lu}\p{Ll}{2,5}day )?"
    r"(?:said|says|reported|announced|posted|expects|sees|earned|owns|operates|plans|agreed)(?!\p{L}))"
)
"""Behind a word that stands for somebody."""
WHOLE = Pattern(r"(?: (?P<word>\p{Lu}[\p{L}.&'\u2019-]*+)(?:,(?= (?:Inc|Ltd|LLC|L\.P)))?){1,5}")
"""The rest of a name."""
MOST = 8
"""At how many places of a word its whole name is looked for."""
BACK, AHEAD = 8000, 1000
"""How many characters around it they may stand."""


def is_short(text: str, word: str, end: int) -> bool:
    """Whether a word before ``end`` stands for the company whose whole name begins with it."""
    if ACTS.match(text, end) is None:
        return False
    at, last = max(0, end - BACK) - 1, end + AHEAD
    for _ in range(MOST):
        at = text.find(f"{word} ", at + 1, last)
        if at < 0:
            return False
        whole = WHOLE.match(text, at + len(word))
        if whole is not None and not known("parties.legal").isdisjoint(whole.captures("word")):
            return True
    return False
