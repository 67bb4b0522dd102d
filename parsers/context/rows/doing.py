"""What shows a word that may be a noun to be a verb, or none: what stands before and behind it."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word, known
from parsers.quick import Quick

DONE_TO = ("boost", "cut", "decrease", "increase")
"""Behind "to" and before what is measured, these are verbs ("plans to cut costs by")."""
SHIPS = ("exports", "imports")
"""What a country or a company does with so many tons, though it is a noun elsewhere."""


def is_infinitive(word: Word, before: str, after: str) -> bool:
    """Whether a word is a verb behind "to" ("plans to cut costs", "to sell or close four mills")."""
    if word.key == "close" and after in ("F", "D", "i"):
        return True
    if word.key == "range" and before == "t" and after == "p":
        return True  # "is expected to range between $48 million and $52 million"
    if word.key == "return" and before == after == "t":
        return True  # "is expected to return to full power"
    done_to = word.key in ("pay", "raise") or (after in "MGx" and word.key in DONE_TO)
    return before == "t" and (after in "DFiq" or done_to)


def moves_by(words: Sequence[Word], at: int, before: str) -> bool:
    """Whether a word is what moves something by so much ("Bad weather cut profit by $4 million").

    So is one behind another verb's object or "that", before what it is done to ("and cut their estimate").
    """
    after = words[at + 1].tag if at + 1 < len(words) else ""
    if after in ("D", "i") and (before == "&" or (at > 1 and words[at - 1].key == "that")):
        return words[at].key in known("directions.verb") or words[at].key == "share"
    if before not in tuple("xMNKRZ") or words[at].key not in known("directions.verb"):
        return False  # "raised its estimate of oil demand growth by"
    hit = BY_SO_MUCH.match("".join([word.tag for word in words[at + 1 : at + 12]]))
    return hit is not None and words[at + hit.end("by")].key == "by"


BY_SO_MUCH = Quick(r"(?:[DixLENT']{0,4}[MG]{1,3}|[Di]x{1,3}(?:o[DiTL]?[xZL]{1,3})?)(?P<by>p)q*F")


def values_something(words: Sequence[Word], at: int, before: str, after: str) -> bool:
    """Whether a word like "value" is a verb ("analysts value the firm"; not "at that price the firm")."""
    if before not in tuple("RNKIADMr") or after not in ("D", "N", "i", "I"):
        return False
    first = at - 1
    while first > 0 and words[first].tag in "xMK":
        first -= 1
    return words[first].tag != "D" or first == 0 or words[first - 1].tag not in "anop"


def takes_amount(key: str, before: str, after: str) -> bool:
    """Whether a word is a verb before an amount or an object ("Norway exports 2 million tons")."""
    return (
        before in ("L", "N", "K") and after in ("F", "q") if key in SHIPS else key in known("directions.verb")
    )


def many_do(key: str, before: str, after: str) -> bool:
    """Whether a word behind one for many is what they do ("farmers average", "hoteliers cut prices")."""
    if after in ("M", "G"):
        return before == "x" and key in ("cut", "raise", "lift", "boost", "slash", "trim")
    return key in known("directions.verb") or key in ("average", "pay", "cost", "charge", "number")


def only_tells_which(words: Sequence[Word], at: int, after: str) -> Word:
    """The word, no verb or metric where it only tells which company or exchange is meant."""
    word = words[at]
    if word.key == "group":
        tells = at == 0 and after in ("M", "G")  # "Group sales rose 4%"
    elif word.key == "stock":
        tells = at + 1 < len(words) and words[at + 1].key in ("exchange", "exchanges")
    else:
        tells = at > 0 and words[at - 1].key.endswith("ly") and after in ("N", "L")
    return word._replace(tag="x") if tells else word


def before_time(words: Sequence[Word], at: int) -> int:
    """The word before another one, a time between them left out ("The BoE on Monday cut rates to 4%")."""
    last = at - 1
    if last > 0 and words[last].tag == "T":
        last -= 1
        last -= last > 0 and words[last].tag in "pn"
    return last


def is_object(words: Sequence[Word], at: int, before: str, after: str, behind: str) -> bool:
    """Whether a word is what is cut or raised, or a noun with one before it, to a level behind it.

    So in "Halden cut costs to $3 million", "its sales forecast to $5 million", "its deposit rate at 4%".
    """
    if before in "VC":
        return at > 1 and words[before_time(words, at - 1)].tag in "NKIARr"
    return before in "MG" and after in ("t", "a") and behind in tuple("DFqT")


def is_dealt(words: Sequence[Word], at: int) -> bool:
    """Whether a price stands behind where and when something was traded."""
    return DEALT_AT.match("".join([word.tag for word in words[at + 1 : at + 10]])) is not None


DEALT_AT = Quick(r"[dnpTLDxE]{1,6}a[Dq]*F")


def is_to_be_done(words: Sequence[Word], at: int, before: str, after: str) -> bool:
    """Whether something is "to range from" so much, rose "to trade at" it, or will "and average" it."""
    key = words[at].key
    if key == "average" and before == "&" and after in ("F", "q"):
        return any(word.tag == "A" for word in words[max(0, at - 16) : at])
    if key == "trade":
        return before == "t" and after == "a"
    return key in ("range", "ranges") and after == "f" and before not in "Dixof"
