"""Days that only tell what comes or came then ("Friday's report", "a year-end rally"), no session."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Moment

WEEKDAY = Pattern(r"(?i)(?:late |early |(?:most|much|some|all) of )?(?:mon|tues|wednes|thurs|fri)day\b")


def names_an_event(text: str, moment: Moment) -> bool:
    """Whether a day only tells what comes or came then ("ahead of Friday's report on jobs"), no session."""
    if moment.rule == "fiscal.end" and FOR_THE_END.match(text, moment.end) is not None:
        return True
    hit = OWNED.match(text, moment.end) if WEEKDAY.match(moment.text) else None
    if hit is not None and FURTHER.search(text, max(0, moment.start - 24), moment.start):
        return True
    return hit is not None and known("contextwords.session").isdisjoint(hit[0].lower().split())


OWNED = Pattern(r"['\u2019]s? (?:\p{Ll}[\p{Ll}-]*+ ){0,2}?\p{L}++")
"""What is a day's."""
FOR_THE_END = Pattern(
    r" (?!(?:after|and|as|at|but|by|compared|for|from|had|in|is|of|on|the|to|was|were|when|while|with)\b)"
    r"\p{L}"
)
"""Behind the end of a year, what is only called by it ("a year-end rally")."""
FURTHER = Pattern(
    r"(?r)\b(?:(?!dur)\p{Ll}{3,12}ing|to (?:build on|continue|erase|extend|follow|recoup|repeat|reverse)) "
    r"(?:from |on |to |(?:some|most|much|all) of |a part of )?\Z"
)
"""Before the day whose move the one told of goes on with, or undoes ("extending Tuesday's gains")."""
