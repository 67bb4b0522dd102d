"""Words of expecting that tell what somebody says: behind his words, or before "that"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word
from parsers.lazy import Pattern
from parsers.quick import Quick

TELLERS = ("I", "P", "R", "N", "K")
"""Before a verb of saying."""


def closes_speech(words: Sequence[Word], at: int) -> bool:
    """Whether a party with a word of expecting says what stands before (", the Treasury forecast,").

    So it does with what it is, and when: ", risk modeller Kestrel estimated on Monday".
    """
    if at < 2 or words[at - 1].tag not in (*TELLERS, "E") or not _is_over(words, at + 1):
        return False
    lead = at - 2
    while lead > max(0, at - 2 - TOLD) and words[lead].tag in "DxRLK":
        lead -= 1
    return words[lead].tag in (",", '"') and any(word.tag == "F" for word in words[:lead])


TOLD = 4
"""How many words may tell what one is who says something."""


def _is_over(words: Sequence[Word], at: int) -> bool:
    """Whether a clause is over at a word, maybe behind the day of it."""
    tags = "".join([word.tag for word in words[at : at + 3]])
    return OVER.match(tags) is not None


OVER = Quick(r"(?:p?T)?(?:[,\";]|\Z)")


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
