"""Words that have a capital though they name nobody: the first of a sentence, a nationality, a title."""

from __future__ import annotations

from functools import lru_cache

from parsers.context.names.parties import bare_of
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern

HYPHENED = Pattern(
    r"-(?:related|based|owned|led|backed|listed|made|built|grown|born|style|wide|controlled|managed|speaking|brand|branded|type|origin|flagged)$"
)
ADVERB = Pattern(r"..(?:al|ent|ant|ous|iv|ab|ib|ed|ing|at|ful|less)ly$")
"""How an adverb ends, as no name does."""
CONTRACTED = Pattern(r"['\u2019](?:re|ve|ll|d|m)$")
"""How a pronoun with a short verb ends ("We're")."""


COMPARED = Pattern(r"\p{Lu}\p{Ll}+(?:-\p{Ll}+){2,}$")
"""A word of three or more, of which only the first has a capital: no name has one."""


def is_common(words: list[str], common: set[str], tags: dict[str, str]) -> bool:
    """Whether a word that begins a sentence is no part of a name."""
    lower, length = words[0].lower(), len(words)
    tag = tags.get(lower)
    if words[0] == COUNTRY:
        return False
    if length > 1 and (known("parties.acronym").issuperset(words[1:]) or _tells_which(lower, words)):
        return True  # "Underlying EBITDA", "Large Japanese banks", "Like-for-like UK sales"
    if length == 1 and words[0].partition("-")[2][:1].islower():
        return True  # "Video-call firm"
    place = " ".join((*words[:-1], bare_of(words[-1])))
    if not known("parties.place").isdisjoint((place, place.title())):
        return False  # "New Zealand", "NEW YORK"
    if length > 1 and (leads := _leads_firm(words, lower, tag)) is not None:
        return not leads
    if length > 1 and (
        lower.removesuffix("s") in known("parties.introducing parties.faring")
        or lower.endswith(("maker", "builder"))
    ):
        return words[1] not in known("parties.suffix")
    if length > 2 and tag == "Z":
        return False  # "Corn Belt Credit"
    if length > 1 and tag is None and len(lower) > 7 and lower.endswith("ing"):
        return words[1] not in known("parties.suffix")  # "Combining Norvik with"
    if length > 1 and tag in ("M", "K", "k", "Z", "C", "G", "R", "V", "m"):
        return lower in common
    alone = length == 1 and (lower in known("parties.actor contextwords.opening") or ADVERB.search(lower))
    if alone:
        return True  # "Actually, the paper"
    if length == 2 and words[1] in known("parties.of_a_unit"):
        return lower in known("parties.introducing contextwords.opener") or tag in tuple("DcpoftnaSAVHI&W")
    return tag is not None or lower in common or lower in known("contextwords.opener contextwords.leaves_out")


def _tells_which(lower: str, words: list[str]) -> bool:
    """Whether a word only says which of a country, or of a nation's people, are meant."""
    if COMPARED.match(words[0]) is not None:
        return True
    place = bare_of(" ".join(words[1:]))
    lands = place in known("parties.place") or place in known("parties.nationality")
    return lands and lower in known("contextwords.before_land")


def _leads_firm(words: list[str], lower: str, tag: str | None) -> bool | None:
    """Whether a word is the first of a firm's name; None where no legal form or kind of firm tells it."""
    legal = bare_of(words[-1]) in known("parties.legal")
    if known("parties.legal parties.suffix parties.trade").isdisjoint(words[1:]):
        return None
    if lower in known("parties.heads_firm"):
        return True
    if legal and len(words) == PLAIN:
        return tag not in NO_LEAD  # "Next plc", not "The Corp."
    if legal and tag in LEGAL_LEAD:  # "Diagnostic Supplies Corp"
        return lower not in known("parties.introducing parties.faring contextwords.opener")
    return True if tag in ("B", "W") else None  # "Reach Bancorp"


PLAIN = 2
"""How many words a name has that is one word with its legal form."""
NO_LEAD = tuple("Dcpoftna&iI")
"""Tags of a word that is no name, though a legal form stands behind it."""
LEGAL_LEAD = (None, "M", "K", "k", "Z", "C", "G", "m", "V", "W", "B")
"""Tags of a word that belongs to a name which ends with a legal form, though a sentence begins with it."""


def is_word(word: str) -> bool:
    """Whether a single capitalised word is a word of the grammar, a nationality or a title alone."""
    return _is_word(word[:LONGEST_WORD])


LETTERED = Pattern(r"\p{Lu}-\p{Lu}\p{Ll}(?!ills?\Z|onds?\Z)")
"""A name with a letter before it ("T-Mobile"), not "T-Bills"."""
COUNTRY = "US"
LONGEST_WORD = 64
"""A country that in small letters is a word of every text, and how many letters of a word are looked at."""


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    word = bare_of(word)
    if word == COUNTRY:
        return False
    if word.isupper() and word.title() in known("parties.nationality"):
        return True  # "CANADIAN" of a headline
    if CONTRACTED.search(word) is not None or word.lower() in known("numbers.unit numbers.teen numbers.tens"):
        return True
    tag = vocabulary()[0].get(word.lower(), "x")
    if word[-1] == "s" and word[:-1] in known("parties.nationality") and word not in known("parties.place"):
        return True  # "Australians"
    return (
        word in known("parties.nationality parties.title parties.suffix parties.acronym parties.shortened")
        or tag not in "xZKk"
        or (word.isupper() and len(word) == 1)
        or ("-" in word[:2] and not word[0].isdecimal() and not LETTERED.match(word))
        or HYPHENED.search(word) is not None
        or (tag in ("K", "k") and not word.isupper())
    )
