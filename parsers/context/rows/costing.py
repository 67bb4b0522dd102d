"""What a thing costs: "cost" and "charges" as verbs ("The film cost $38 million"), no sort of costs."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word, known
from parsers.quick import Quick

ONE, MANY = ("costs", "charges"), ("cost", "charge")
THING = Quick(
    r"(?:^|[,;c&\"-])(?P<the>[DQi]|[NLTK]')?(?P<thing>Qo[xZ]{1,2}|[xMTZ]{1,4}(?:o[xZL]{1,2})?)(?:n[LN])?\Z"
)
"""From the beginning of a clause to the verb: what costs something, maybe of what, and where."""
REACH = 9


def has_cost(words: Sequence[Word], at: int, before: str, after: str) -> bool:
    """Whether a thing is said to have cost so much ("Rooms in Lisbon cost an average of 140 euros")."""
    key = words[at].key
    if key not in ONE and key not in MANY:
        return False
    behind = words[at + 2].tag if at + 2 < len(words) else ""
    direct = after in ("F", "q") or (after == "d" and behind == "F") or _costs_whom(words, at)
    if before not in tuple("xMZLN") or not direct:
        return False
    low = max(0, at - REACH)
    hit = THING.search("".join([word.tag for word in words[low:at]]))
    if hit is None:
        return False
    keys = [word.key for word in words[low + hit.start("thing") : low + hit.end("thing")]]
    sorts = known("contextwords.cost_sort")
    if words[at - 1].key in sorts or keys[-1] in sorts:
        return False
    noun = keys[hit["thing"].find("o") - 1] if "o" in hit["thing"] else keys[-1]
    many = noun.endswith("s") and not noun.endswith("ss")
    the = hit["the"] is not None or hit["thing"][0] == "Q"
    return (key == "cost" and the) or (many if key in MANY else the and not many)


def _costs_whom(words: Sequence[Word], at: int) -> bool:
    """Whether it is told whom it costs so much ("The storm cost the industry $38 billion")."""
    return WHOM.match("".join([word.tag for word in words[at + 1 : at + 8]])) is not None


WHOM = Quick(r"(?:[Di][xMLK]{0,3}[xMKk]|[NPI]|L)[dq]{0,2}F")
