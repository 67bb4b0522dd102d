"""What the words of a speaker do not reach: figures of the speaker, of what shares did, of an estimate."""

from __future__ import annotations

from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row, known
from parsers.context.said.polls import are_analysts
from parsers.lazy import Pattern

WHO_DOES = Pattern(r"S[DixRLKN',]{0,6}?P,r[^,;]*\Z")
"""From a verb of saying to what is told of the speaker ("said Marcia Bell, who oversees $740 million")."""


def is_of_estimate(row: Row, place: int) -> bool:
    """Whether who is named at the end only gives what analysts expected ("short of the estimate of $5")."""
    at = row.keys.index("according") if "according" in row.keys else -1
    if at <= place:
        return False
    against = row.tags.find("v", place + 1, at)
    if against >= 0 and any(are_analysts(row, i) for i in range(against, at)):
        return True
    estimates = known("contextwords.estimating")
    between = row.keys[place + 1 : at]
    return "F" in row.tags[place + 1 : at] and any(key.split()[-1] in estimates for key in between)


def is_not_said(row: Row, at: int, place: int) -> bool:
    """Whether a figure is not among the words of the speaker whose verb stands at ``at``."""
    tags = row.tags[at:place]
    if row.keys[at] == "responded" and row.keys[at + 1] in ("by", "with"):
        return True
    if "," not in tags:
        return False
    if row.tags[at] == "S" and ",r" in tags and WHO_DOES.match(tags) is not None:
        return True
    if not known("contextwords.sending").isdisjoint(row.keys[at:place]) and row.tells("contextwords.trading"):
        return True
    return row.tags[at] == "S" and left_aside(row.tags, at, place)


OR = Pattern(r"(?r)FQ?,?&q*\Z")


def says_again(row: Row, place: int) -> bool:
    """Whether a figure gives the one before it in another measure ("at $31 million, or 17% of revenue")."""
    return OR.search(row.tags[max(0, place - 6) : place]) is not None and "or" in row.keys[place - 3 : place]
