"""Words of expecting that tell what somebody says: behind his words, or before "that"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word
from parsers.lazy import Pattern

TELLERS = ("I", "P", "R", "N", "K")
"""Before a verb of saying."""


def closes_speech(words: Sequence[Word], at: int) -> bool:
    """Whether a party with a word of expecting says what stands before (", the Treasury forecast,")."""
    if (
        at < 2
        or words[at - 1].tag not in (*TELLERS, "E")
        or (at + 1 < len(words) and words[at + 1].tag not in ',";')
    ):
        return False
    lead = words[at - 2 if words[at - 2].tag in ',"' else at - 3].tag if at > 2 else words[at - 2].tag
    return lead in (",", '"') and any(word.tag == "F" for word in words[:at])


def opens_clause(words: Sequence[Word], at: int, before: str) -> bool:
    """Whether a party with a word of expecting tells what follows ("he, too, forecast that")."""
    that = at + 1 < len(words) and words[at + 1].key == "that"
    return that and before in (*TELLERS, "E", ",")


def makes_known(words: Sequence[Word], at: int, before: str) -> bool:
    """Whether a clause tells what a party makes known ("Halden announced it had", "announced that")."""
    if before not in (*TELLERS, "E", ",", "&", "d"):
        return False
    behind = words[at + 1 : at + REACH]
    if "that" in (word.key for word in behind[:3]):
        return CLAUSE_LATER.match("".join(word.tag for word in behind)) is not None
    return CLAUSE.match("".join(word.tag for word in behind)) is not None


REACH = 14
CLAUSE = Pattern(r":|I[dAVBHmXW]|[Di]?[xdMNKkLZCGT]{1,5}(?:[onp][DixMNKkLT]{1,4})?d?[AVBHm]")
"""Behind who makes something known: a clause with a verb of its own ("announced earnings would fall")."""
CLAUSE_LATER = Pattern(r"(?:p?T)?D")
"""Behind who makes something known on a day, "that"."""
