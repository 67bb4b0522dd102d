"""Letters in brackets that stand for the name before them: the code of its shares, its initials."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parsers.context.rows.words import Name, known
from parsers.values import replace

LETTERS = 5
"""Up to how many letters a name in capitals can be one that always has them."""


def with_codes(text: str, names: list[Name]) -> Iterator[Name]:
    """The names; the code of its shares behind a company stands for it ("Halden Inc. (HLD)")."""
    meant = {two.party: one for one, two in pairwise(names) if _stands_for(text, one, two)}
    for name in names:
        whole = meant.get(name.party)
        yield replace(name, party=whole.party, tag=whole.tag) if whole is not None else name


def _stands_for(text: str, name: Name, short: Name) -> bool:
    """Whether letters in brackets behind a name stand for it."""
    return _is_share_code(text, name, short) or _is_acronym(text, name, short)


def _is_acronym(text: str, name: Name, short: Name) -> bool:
    """Whether letters in brackets are those that the words of the name before them begin with ("(ORR)")."""
    letters = text[short.start : short.end]
    if text[name.end : short.start] != " (" or text[short.end : short.end + 1] != ")":
        return False
    if len(letters) < SHORTEST or not letters.isupper() or name.party == short.party:
        return False
    return letters == "".join(word[0] for word in text[name.start : name.end].split() if word[0].isupper())


SHORTEST = 3
"""How many letters at least stand for a name, whatever it is: two are anybody's."""


def _is_share_code(text: str, name: Name, short: Name) -> bool:
    """Whether letters in brackets behind a company are the code of its shares."""
    letters = text[short.start : short.end]
    if text[name.end : short.start] != " (" or text[short.end : short.end + 1] != ")":
        return False
    if not 1 < len(letters) < LETTERS + 2 or not letters.isalpha() or not letters.isupper():
        return False
    whole = text[name.start : name.end].split()
    listed = name.tag == "N" and whole[-1] in known("parties.legal") and name.party != short.party
    return listed and letters != "".join(word[0] for word in whole)[: len(letters)]  # "OPEC" is its own name
