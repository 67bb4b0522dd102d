"""The counted noun behind a number, found without knowing the parts of speech.

A number above one counts something in the plural: the noun phrase runs to the first plural among
the next few words, unless a word that never stands there (a preposition, a verb) comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parsers import lexicon
from parsers.digits import GAP
from parsers.quick import Quick
from parsers.values import record

# An abbreviation keeps its points ("U.S."); other words end before theirs.
WORD = (
    r"(?:(?:\p{Lu}\.){2,4}|[\"\u201c]\p{Lu}[\"\u201d]|\p{Lu}[\p{L}-]{0,10}\d[\p{L}\d-]{0,10}+|\p{L}[\p{L}\p{M}]{0,24}+"
    r"(?:[.'\u2019&/-]\p{L}[\p{L}\p{M}]{0,20}+){0,4}+)(?![\p{L}\p{N}_])"
)
_LONG = r"[0-9]{1,2}-(?:day|week|month|year)(?![\p{L}\p{N}-])"
"""Inside what is counted: how long something has lasted ("new 52-week highs")."""
_SERIES = r"(?<!(?:and|or)[ \u00a0])[0-9]{1,3}(?![\p{L}\p{N},.%-])"
FRAGMENTS = {"words": rf"{WORD}(?:{GAP}(?:{WORD}|{_SERIES}|{_LONG})){{0,6}}+"}

_TOKEN = Quick(r"\S+")
_NO_PLURAL = ("ss", "'s", "\u2019s")


@record
class Counted:
    """A counted noun phrase: its ``length`` in characters from its first word, and its unit."""

    length: int
    unit: str
    head: str


def read_counted(words: str, *, single: bool = False) -> Counted | None:
    """The noun phrase at the beginning of ``words``; ``single`` where exactly one thing is counted."""
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(words)]
    last = _single_end(tokens) if single else _plural_end(tokens)
    if last is None:
        return None
    end, head = tokens[last][1], tokens[last][2]
    first = [token for _, _, token in tokens[:last]]
    if first and first[0].lower() in ("more", "fewer"):
        del first[0]  # "25 more locations"
    return Counted(end, " ".join([*first, head if single else singular(head)]), head)


def is_class(noun: Counted) -> bool:
    """Whether a letter is the class of shares, and no scale ("80 million B ordinary shares")."""
    letter, _, rest = noun.unit.partition(" ")
    return len(letter) == 1 and letter.isupper() and rest.endswith(("share", "stock"))


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether ``word`` looks like a noun in the plural."""
    low = word.lower()
    if lexicon.surfaces("nouns.plural").find(low):
        return True
    if len(word) > 2 and word[:-1].isupper() and word[-1] == "s":
        return True
    if not low.endswith("s") or len(low) < 4 or low.endswith(_NO_PLURAL):
        return False
    if low.endswith("us") and word.islower():
        return False
    return not (lexicon.surfaces("nouns.stop").find(low) or lexicon.surfaces("nouns.singular").find(low))


def singular(word: str) -> str:
    """The singular of a plural noun, in its own letters."""
    low = word.lower()
    if found := lexicon.surfaces("nouns.plural").find(low):
        return found[0].id
    if low.endswith("ies") and low[-4:-3] not in "aeiou":
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


@lru_cache(maxsize=4096)
def _stops(word: str) -> bool:
    first, _, other = word.lower().partition("/")
    stops = lexicon.surfaces("nouns.stop")
    return bool(stops.find(word.lower()) or (other and stops.find(first)))  # "8b trillion/shares"


def _plural_end(tokens: Sequence[tuple[int, int, str]]) -> int | None:
    last = None
    if tokens and lexicon.find("nouns.invariable", tokens[0][2].lower()):
        return None  # "the 10 billion yen analysts expected"
    for at, (_, _, word) in enumerate(tokens):
        if last is not None and (_is_measure(tokens[last][2]) or lexicon.find("nouns.verbal", word)):
            break
        if last is not None and not is_plural(word):
            if _names_more(tokens, last):
                continue
            break
        if at and word.isdecimal() and _is_like_a_verb(tokens[at - 1][2]):
            break  # "a fleet of 210 includes 14 jets"
        if word.lower() in ("and", "or"):
            if not _joins_adjectives(tokens, at):
                break
            continue
        if _stops(word) and not (word == "A" and at and tokens[at - 1][2] in ("Class", "Series")):
            if _goes_on(tokens, at):
                continue
            break
        if is_plural(word) and not _narrows(tokens, at):
            last = at
    return last


def _goes_on(tokens: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether a word that ends most phrases stands in one ("25 more locations", "two million paid users")."""
    word = tokens[at][2].lower()
    behind = tokens[at + 1][2].lower() if word == "paid" and at + 1 < len(tokens) else ""
    return bool(at == 0 and lexicon.find("nouns.compared", word)) or bool(
        lexicon.find("nouns.paying", behind)
    )


def _narrows(tokens: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether a plural only stands before what is counted ("savings accounts", "Series H shares")."""
    word = tokens[at][2]
    if at + 1 == len(tokens):
        return False
    behind = tokens[at + 1][2]
    if word.endswith("us") and is_name(behind):
        return True
    if word == "Series" and len(behind) == 1 and behind.isupper():
        return True
    following = [token for _, _, token in tokens[at + 1 : at + 3]]
    return bool(lexicon.find("nouns.narrowing", word.lower())) and (
        is_plural(behind) or (is_plural(following[-1]) and not _stops(behind))
    )


def _is_like_a_verb(word: str) -> bool:
    """Whether a word before a number may act on it; one before the number of a model does not."""
    ends = word.endswith(("s", "ed")) or word in _VERBS
    return word.islower() and ends and word not in ("used", "leased")


_VERBS = (
    "built",
    "made",
    "make",
    "sold",
    "sell",
    "bought",
    "won",
    "cut",
    "lost",
    "ran",
    "run",
    "held",
    "took",
    "had",
)


def is_name(word: str) -> bool:
    """Whether a word is written like a name ("Airbus A320", "U.S.")."""
    return word[0].isupper()


@lru_cache(maxsize=4096)
def _is_measure(word: str) -> bool:
    """Whether a plural is a currency, a unit or "times", behind which no other noun is counted."""
    return word.lower() == "times" or bool(
        lexicon.find("currencies.name|currencies.common|currencies.subunit|units.name", word.lower())
    )


def _names_more(tokens: Sequence[tuple[int, int, str]], last: int) -> bool:
    """Whether a plural is rather a name before what is counted: "500 Acme Industries common shares"."""
    after = [word for _, _, word in tokens[last + 1 : last + 3]]
    return (
        last < 3
        and is_name(tokens[last][2])
        and len(after) == 2
        and after[1].islower()
        and is_plural(after[1])
        and not any(_stops(word) or word.endswith(("ed", "ing")) for word in after)
    )


def _joins_adjectives(tokens: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether "and" stands inside a phrase: "digital and physical sales", not "drug and foods"."""
    after = [word for _, _, word in tokens[at + 1 : at + 4]]
    first = next((i for i, word in enumerate(after) if is_plural(word) or _stops(word)), 0)
    another = bool(after) and bool(lexicon.find("numbers.unit|numbers.teen", after[0].lower()))
    return 0 < at < 3 and first > 0 and is_plural(after[first]) and not another


def _single_end(tokens: Sequence[tuple[int, int, str]]) -> int | None:
    """The word before the first that ends the phrase, three words at most."""
    last = None
    new = bool(tokens) and tokens[0][2].lower() in ("new", "other", "additional", "further", "extra")
    for at, (_, _, word) in enumerate(tokens[:3]):
        if at == 1 and new and not _stops(word):
            last = at
            continue
        if _stops(word) or word.lower() in ("and", "or") or word.lower().endswith("ly"):
            break
        if at and word.lower().endswith(("ed", "ing", "s")):
            break
        last = at
    return last
