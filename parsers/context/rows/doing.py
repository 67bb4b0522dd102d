"""What shows a word that may be a noun to be a verb: "to" before it, an amount behind it, many who do it."""

from __future__ import annotations

from parsers.context.rows.words import Word, known

DONE_TO = ("boost", "cut", "decrease", "increase")
"""Behind "to" and before what is measured, these are verbs ("plans to cut costs by")."""
SHIPS = ("exports", "imports")
"""What a country or a company does with so many tons, though it is a noun elsewhere."""


def is_infinitive(word: Word, before: str, after: str) -> bool:
    """Whether a word is a verb behind "to" ("plans to cut costs")."""
    done_to = word.key in ("pay", "raise") or (after in "MGx" and word.key in DONE_TO)
    return before == "t" and (after in "DFiq" or done_to)


def takes_amount(key: str, before: str, after: str) -> bool:
    """Whether a word is a verb before an amount or an object ("Norway exports 2 million tons")."""
    return (
        before in ("L", "N", "K") and after in ("F", "q") if key in SHIPS else key in known("directions.verb")
    )


def many_do(key: str, before: str, after: str) -> bool:
    """Whether a word behind one for many is what they do ("farmers average", "hoteliers cut prices")."""
    if after in ("M", "G"):
        return before == "x" and key in ("cut", "raise", "lift", "boost", "slash", "trim")
    return key in known("directions.verb") or key in ("average", "pay", "cost", "charge")
