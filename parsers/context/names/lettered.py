"""Letters in brackets that stand for the name before them: the code of its shares, its initials."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regex import Match

from parsers.context.names.runs import Run
from parsers.context.rows.words import Name, known, vocabulary
from parsers.lazy import Pattern
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
    words = text[name.start : name.end].split()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return letters in (capitals, "".join(word[0] for word in words).upper())  # "Bank of Korea (BOK)"


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


def without_short_terms(text: str, runs: list[Run]) -> list[Run]:
    """The runs without letters that a text has given to words in small letters ("crude palm oil (CPO)")."""
    terms = {hit["letters"] for hit in LETTERED.finditer(text) if _spells(text, hit)}
    terms |= {r.words[0] for r in runs if len(r.words) == 1 and _is_term(text, r)}
    return [run for run in runs if run.words[-1] not in terms or len(run.words) > 1] if terms else runs


def _is_term(text: str, run: Run) -> bool:
    """Whether letters before what is measured are those of words before ("light vehicles ... LV sales").

    The words stand in small letters, and none of them is a word of the grammar.
    """
    letters = run.words[0]
    if not (letters.isupper() and letters.isalpha() and len(letters) in TERM):
        return False
    if MEASURED.match(text, run.end) is None or text.find(f"{letters}'", run.end) >= 0:
        return False
    words = WORD.findall(text, max(0, run.start - FURTHER), run.start)
    initials = "".join(_initial(word) for word in words)
    return letters.lower() in initials


def _initial(word: str) -> str:
    """The letter that a word gives to a term; a blank, where it is a name or a word of the grammar."""
    small = word.islower() and len(word) > 2
    return word[0] if small and vocabulary()[0].get(word, "x") in CONTENT else " "


TERM = range(3, 6)
"""How many letters a term has that nothing in brackets gives."""
CONTENT = "xMCGKkZ"
"""Tags of the words that a term is made of."""
MEASURED = Pattern(r" (?:registrations|sales|output|production|exports|imports|shipments|demand|prices)\b")
"""Behind the letters of a kind of goods, where its makers' would be followed by the like as well."""
FURTHER = 1200
"""Characters before a term in which its words stand."""
LETTERED = Pattern(r" \((?P<letters>\p{Lu}{3,6})\)")
"""Letters in brackets behind a word."""


def _spells(text: str, hit: Match[str]) -> bool:
    """Whether the words before letters in brackets, in small letters but for the first, begin with them."""
    letters = hit["letters"]
    before = text[max(0, hit.start() - FURTHEST) : hit.start()].replace("-", " ")
    words = WORD.findall(before)[-len(letters) :]
    small = all(word[0].islower() for word in words[1:])
    return (
        small and "".join(word[0] for word in words).upper() == letters and before.endswith(" ".join(words))
    )


FURTHEST = 160
"""Characters before the letters in which their words stand."""
WORD = Pattern(r"\p{L}++")
