"""What is put into a sentence, and parts what belongs together.

Short forms in brackets inside what is measured ("development (R&D) expenses"), the scale of a value and of
the one in brackets before it ("1,227 (1,648) million"), what a result leaves out ("net income, excluding
special items, of $2 million"), an aside between dashes ("Sales abroad - its core market - rose"), an adverb
before a verb ("also rose"), what a word means ("The load factor (the share of seats that are taken) rose"),
how a change is reckoned ("rose 7% on a reported basis to $5").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.context.rows.words import Word, known
from parsers.lazy import Pattern


def without_inserts(
    text: str, words: list[Word], places: dict[str, int]
) -> tuple[list[Word], dict[str, int]]:
    """The words of a sentence without what is put into them, and the places of its figures among the rest."""
    gone: set[int] = set()
    for at, word in enumerate(words):
        if word.key == "(":
            gone |= {at, at + 1, at + 2} if _is_short(text, words, at) else _explained(words, at)
        elif (
            word.key in known(SCALES)
            and "".join(before.tag for before in words[max(0, at - 4) : at]) == "F(F)"
        ):
            gone.add(at)
        elif word.key in known("contextwords.counted_in"):
            gone |= _left_out(words, at) | _not_its_own(words, at)
        elif word.tag == "-" and at not in gone:
            gone |= _dashed(words, at)
        elif word.tag in ("r", "w") and 0 < at < HEAD:
            gone |= _which_does(words, at) if word.tag == "r" else _with_its(words, at)
        elif word.key in ON_IT:
            gone |= _reckoned(words, at) or _reason(words, at)
        elif word.key.endswith("than"):
            gone |= _expected(words, at)
        elif word.key in known("contextwords.gives_reason"):
            gone |= _reason(words, at)
        elif _is_how(word) and words[at + 1 :] and words[at + 1].tag in DONE:
            gone.add(at)
    if not gone:
        return words, places
    kept = [word for at, word in enumerate(words) if at not in gone]
    before = sorted(gone)
    return kept, {name: place - bisect_left(before, place) for name, place in places.items()}


def _reason(words: Sequence[Word], at: int) -> set[int]:
    """The places of why something moved, before the level that it moved to ("rose on higher sales to $5")."""
    before = "".join(word.tag for word in words[max(0, at - 3) : at])
    hit = WHY.match("".join(word.tag for word in words[at : at + ASIDE]))
    led = words[at].key in known("contextwords.gives_reason")
    if hit is None or not led or not before.endswith(("V", "Vd", "VF", "VqF")):
        return set()
    return set(range(at, at + hit.end()))


WHY = Pattern(r"p[DUxMGCKLNi'd]{1,6}(?=,?[ta]q*F|pq*F)")


def _expected(words: Sequence[Word], at: int) -> set[int]:
    """The places of how it was against what had been foreseen ("rose less than expected, by 5%")."""
    if at + 2 >= len(words) or words[at + 1].key not in known("contextwords.thought"):
        return set()
    comma = words[at + 2].key == ","
    behind = words[at + 2 + comma].key if at + 2 + comma < len(words) else ""
    first = at - (words[at].key == "than")
    return set(range(first, at + 2 + comma)) if behind in ("by", "to", "at") else set()


def _dashed(words: Sequence[Word], at: int) -> set[int]:
    """The places of an aside between dashes that stands behind a noun and before its verb."""
    if at < 1 or words[at - 1].tag not in NOUNS or (at < DATELINE and words[at - 1].tag in "LT"):
        return set()
    end = next((n for n in range(at + 1, min(at + ASIDE, len(words))) if words[n].tag in '-F;S"'), None)
    if end is None or end < at + 2 or words[end].tag != "-" or end + 1 >= len(words):
        return set()
    return set(range(at, end + 1)) if words[end + 1].tag in VERBS else set()


def _explained(words: Sequence[Word], at: int) -> set[int]:
    """The places of a bracket that says what the noun before it means, and stands before its verb."""
    if not at or words[at - 1].tag not in MEASURED:
        return set()
    end = next((n for n in range(at + 1, min(at + ASIDE, len(words))) if words[n].tag in "F;)"), None)
    if end is None or end < at + 3 or words[end].tag != ")" or end + 1 >= len(words):
        return set()
    return set(range(at, end + 1)) if words[end + 1].tag in VERBS else set()


def _which_does(words: Sequence[Word], at: int) -> set[int]:
    """The places of what a company does that says something ("The company which ships for Orlin said it")."""
    if words[at - 1].tag not in ("K", "k") or words[0].key != "the":
        return set()
    end = next((n for n in range(at + 1, min(at + CLAUSE, len(words))) if words[n].tag in 'SF,;:"'), None)
    return set(range(at, end)) if end is not None and words[end].tag == "S" else set()


def _with_its(words: Sequence[Word], at: int) -> set[int]:
    """The places of what somebody has who does something ("Norvik, with its Vela cars, saw sales")."""
    if words[at - 1].key != "," or at + 1 >= len(words) or words[at + 1].tag != "i":
        return set()
    end = next((n for n in range(at + 1, min(at + CLAUSE, len(words))) if words[n].tag in 'F,;:"'), None)
    if end is None or words[end].key != "," or end + 1 >= len(words):
        return set()
    return set(range(at - 1, end + 1)) if words[end + 1].tag in "HVAm" else set()


HEAD, CLAUSE = 5, 22
"""Within how many words a sentence has named its company, and what that does has ended."""


def _reckoned(words: Sequence[Word], at: int) -> set[int]:
    """The places of how a change is reckoned, before its level ("rose 7% on a reported basis to $5")."""
    if not at or words[at - 1].tag != "F":
        return set()
    end = next(
        (
            n
            for n in range(at + 1, min(at + RECKONING, len(words)))
            if words[n].key in known("contextwords.reckoned_by")
        ),
        None,
    )
    if end is None or any(word.tag in "F,;(" for word in words[at:end]) or end + 1 >= len(words):
        return set()
    return set(range(at, end + 1)) if words[end + 1].key in CLOSED_BY else set()


ON_IT = frozenset(("on", "in", "at"))
CLOSED_BY = frozenset(("to", "(", ")"))
RECKONING = 6
"""Within how many words that ends."""


def _is_how(word: Word) -> bool:
    """Whether a word only says how something is done, which changes nothing before a verb ("also rose")."""
    if word.key in known("contextwords.no_manner"):
        return False
    return word.tag == "d" or (word.tag == "x" and word.key.endswith("ly"))


DONE = "VBHAWXmS"
NOUNS = "xMGNKkLE"
VERBS = "VBHAWXm"
DATELINE = 4
ASIDE = 16
"""Within how many words an aside between dashes ends."""


def _left_out(words: Sequence[Word], at: int) -> set[int]:
    """The places of ", excluding ...," between a metric and "of" its value."""
    if at < 2 or words[at - 1].key != "," or words[at - 2].tag != "M":
        return set()
    end = next((n for n in range(at + 1, min(at + LEFT_OUT, len(words))) if words[n].tag in ",F"), None)
    behind = words[end + 1].tag if end is not None and end + 1 < len(words) else ""
    if end is None or words[end].tag != "," or behind != "o":
        return set()
    return set(range(at - 1, end + 1))


def _not_its_own(words: Sequence[Word], at: int) -> set[int]:
    """The places of two and more that a metric leaves out ("prices excluding food and energy rose")."""
    if not at or words[at - 1].tag != "M":
        return set()
    end = next((n for n in range(at + 1, min(at + LEFT_OUT, len(words))) if words[n].tag in STOPS), None)
    if end is None or words[end].tag not in "VBH" or words[end - 1].tag in "&pno":
        return set()
    return set(range(at, end)) if any(word.tag == "&" for word in words[at:end]) else set()


STOPS = "VBHAWXSmF;,("
LEFT_OUT = 10
"""Within how many words what is left out ends."""


def _is_short(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a bracket that opens at a place holds nothing but a short form of what stands before it."""
    if not at or at + 2 >= len(words) or words[at + 2].key != ")" or words[at - 1].tag not in MEASURED:
        return False
    span = words[at + 1].start, words[at + 1].end
    inside = at + 3 == len(words) or words[at + 3].tag in MEASURED
    return (inside and SHORT.fullmatch(text, *span) is not None) or RECKONED.fullmatch(
        text, *span
    ) is not None


SCALES = "scales.word scales.short scales.money_letter"
MEASURED = "xMGC"
SHORT = Pattern(r"\p{Lu}[\p{Lu}\d&/-]{1,7}")
"""A short form of what stands before it."""
RECKONED = Pattern(r"(?:[Nn]on-)?(?:GAAP|IFRS)|(?:un)?audited|reported|adjusted|underlying")
"""How what stands before it is reckoned ("EBITA (non-GAAP) fell")."""
