"""Times behind a figure that are those of what is told next."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.quick import Quick


def is_of_what_follows(row: Row, place: int, at: int) -> bool:
    """Whether a time in a clause of its own is that of what follows it ("to $3, adding to Monday's gain")."""
    apart = "," in row.tags[place:at]
    if row.tags[at + 1 : at + 2] == "'" and (apart or "as" in row.keys[place + 1 : at]):
        return True
    if apart and row.keys[at + 1 : at + 2] == ("when",):
        return True  # "averaged 13%, with the biggest boost coming in May when sales rose 15%"
    if row.tags[at - 2 : at + 2] in (",xTa", ",WTa") and row.keys[at - 1] in RUNS:
        return True  # "fell 40%, starting 2009 at a slow pace"
    return "&" in row.tags[place + 1 : at] and OWN_NEXT.match(row.tags, at + 1) is not None


RUNS = ("beginning", "ending", "starting")
OWN_NEXT = Quick(r"[xMG]{1,3}oq*F")
"""Behind the time of another amount ("a March payment of $9 million and a June payment of $5 million")."""
