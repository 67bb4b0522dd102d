"""Many that act without a name, told by the form of their word or as some of many ("some elevators")."""

from __future__ import annotations

from parsers.context.rows.agents import has_form
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern

QUANTIFIERS = frozenset(("some", "many", "most", "several", "few", "fewer", "other", "all", "certain"))
BEFORE = 3
"""How many words stand at most between one of them and what it is of."""
OF_FIRM = Pattern(r"[ao]D?[xL]?(?:[NE]|L'N)")
"""Behind people who act for a company ("researchers at Halden")."""


def is_agents(row: Row, at: int) -> bool:
    """Whether an unknown word in the plural is one for people or firms by its ending, or is some of many."""
    key = row.keys[at]
    if row.tags[at] != "x" or key[-1:] not in ("s", "n") or key[-2:] == "ss":
        return False
    if key in known("parties.site parties.unit") or OF_FIRM.match(row.tags, at + 1) is not None:
        return False
    return has_form(key) or (key[-1] == "s" and _is_some(row, at))


def _is_some(row: Row, at: int) -> bool:
    """Whether a word before another tells that these are some of many."""
    first = at
    while first and row.tags[first - 1] in "xMLE" and at - first < BEFORE:
        first -= 1
        if row.keys[first] in QUANTIFIERS:
            return True
    return first > 0 and row.keys[first - 1] in QUANTIFIERS
