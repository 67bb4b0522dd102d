"""How a name may begin, and what stands before one: a role, a seat, the word that a sentence begins with."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.names.parties import bare_of
from parsers.context.names.runs import ACTS, always_in_full, recurs, stands_inside
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern

BASED = Pattern(
    r"-(?:based|listed|owned|backed|run|controlled|led|born|educated|prone|hit|stricken|laden|plagued|ridden"
    r"|strapped|focused|rich|battered|quoted|traded|making|growing|moving|selling|enabled|powered|driven)$"
)


def behind_based(words: list[str]) -> int:
    """How many words at the front say where or whose a party is ("Calden-based", "Mira Sand-led")."""
    behind = 0
    for at, word in enumerate(words[:-1]):
        if "-" in word and at <= behind + 2 and BASED.search(word) is not None:
            behind = at + 1
    return behind


def is_kept(text: str, word: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a name has a word that begins a sentence: "Bank of Calden", "Computer Systems Inc"."""
    if word in known("parties.of_name") and text[spans[0][1] : spans[1][0]].strip() == "of":
        return True
    if word in known("parties.of_all") and text[slice(*spans[1])] in known("parties.of_name"):
        return True  # "State Bank of Calden"
    if word.lower() in known("parties.introducing parties.faring"):
        return False
    if text[spans[0][1] : spans[1][0]] == " & ":
        return True  # "Black & Decker"
    if always_in_full(text, spans[0], spans[1]) and _is_no_role(word):
        return True
    if stands_inside(text, spans[0], spans[1]):
        return True  # "Best Buy said it", "shares of Best Buy"
    return (len(spans) > 2 or word.endswith("ing")) and recurs(text, spans[0], spans[1])


def _is_no_role(word: str) -> bool:
    """Whether a word tells neither what somebody is nor whose or which one is meant ("Chairman", "But")."""
    low = word.lower()
    return vocabulary()[0].get(low, "x") in "xMVCGUZnT" or low in ("city", "state", "union")


def acts_in_full(text: str, word: str, end: int) -> bool:
    """Whether a name acts whose first word begins no sentence before a verb ("Six Flags said")."""
    low = word.lower()
    tag = vocabulary()[0].get(low)
    if low not in known("numbers.unit") and low not in LEADS and tag not in ("M", "C", "G", "m", "Z"):
        return False
    return OWNS_OR_ACTS.match(text, end) is not None


LEADS = ("above", "across", "beyond", "inside", "over", "under")
"""Words that a name but no clause begins with."""
OWNS_OR_ACTS = Pattern(rf"['\u2019]s? |,? {ACTS}")


def is_metric(words: list[str]) -> bool:
    """Whether capitals only name what is measured ("Dutch Gross National Product")."""
    while words and words[0] in known("parties.nationality"):
        words = words[1:]
    return len(words) > 1 and bool(lexicon.find("metrics.noun", " ".join(words).lower()))


def has_measure(words: list[str], first: int, last: int) -> bool:
    """Whether what stands behind a country only tells what of it is measured ("UK House Prices Rise")."""
    if last - first < 2 or words[first] not in known("parties.place"):
        return False
    for begin in range(first + 1, min(first + 3, last)):
        for end in range(max(last, begin + 2), min(last + 2, len(words)) + 1):
            if lexicon.find("metrics.noun", " ".join(words[begin:end]).lower()):
                return True
    return False


def leads_land(words: list[str]) -> bool:
    """Whether a word only says which of a country's are meant ("Main EC outlets", "New Irish rules")."""
    if len(words) != 2 or words[0] not in known("parties.leading"):
        return False
    lands = known("parties.place parties.nationality")
    return (words[1] in lands or words[1] in UNIONS) and " ".join(words) not in lands


UNIONS = ("EC", "EEC", "EU", "OECD", "OPEC")
"""Groups of countries."""


def behind_role(tags: dict[str, str], words: list[str]) -> int:
    """How many words at the front are a role ("Chairman Howard Lisle", "Finance Minister Elena Sousa")."""
    if len(words) > 2 and (is_role(tags, words[:2]) or tuple(words[:2]) == HIS_EXCELLENCY):
        return 2
    first = 0
    while len(words) - first > 1 and tags.get(words[first].lower()) == "R":
        first += 1
    if first and words[first] == RESPONSIBLE:
        return first + 1
    firm = (
        first == 1 and words[0] != "Chief" and not known("parties.suffix parties.trade").isdisjoint(words[1:])
    )
    return first if not firm else 0  # "Ambassador Lines"


RESPONSIBLE = "Responsible"
"""Behind a minister, before the office ("Minister Responsible for Trade")."""
HIS_EXCELLENCY = ("H", "E")
"""What ministers of some countries are called, in two words."""


def is_role(tags: dict[str, str], words: list[str]) -> bool:
    """Whether two words are one role ("Finance Minister")."""
    return tags.get(" ".join(words).lower()) == "R"


def measures(text: str, words: list[str], end: int) -> bool:
    """Whether the word behind a country only begins what is measured ("the U.S. Current account deficit")."""
    if len(words) != 2 or words[0] not in SHORT_LANDS:
        return False
    following = NEXT.match(text, end)
    if following is None:
        return False
    told = (f"{words[1]} {following['one']}", f"{words[1]} {following['one']} {following['two'] or ''}")
    return any(lexicon.find("metrics.noun", phrase.strip().lower()) for phrase in told)


def leads_known(text: str, words: list[str], at: int) -> bool:
    """Whether a preposition leads a name that stands without it as well ("Under Halden's plan, Halden")."""
    if vocabulary()[0].get(words[0].lower()) not in PREPOSITIONS:
        return False
    name = bare_of(words[1])
    low, high = max(0, at - AROUND), at + AROUND
    return text.count(name, low, high) > 2 * text.count(f"{words[0]} {name}", low, high)


PREPOSITIONS = ("p", "n", "a", "f", "y", "q")
AROUND = 4000
"""How many characters around a name are looked through for it."""
SHORT_LANDS = ("U.S.", "U.K.")
"""Countries whose full stop a wire takes for the end of a sentence: a capital follows it."""
NEXT = Pattern(r" (?P<one>\p{Ll}{2,16})(?: (?P<two>\p{Ll}{2,16}))?")
