"""Whom "which", "who" or "where" stands for: the party before it, many without a name, a unit."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import EMPLOYER, Found, holds
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.quick import Quick


def many_who(row: Row, at: int) -> Found | None:
    """Many without a name whom "who" at ``at`` stands for ("workers at Halden, who make")."""
    if row.words[at].key not in ("who", "whose"):
        return None
    hit = MANY_AT.search(row.tags[:at])
    if hit is None:
        return None
    opens = hit.start() == 0 or (hit.start() == 1 and row.tags[0] in "Di")
    if row.keys[hit.start()] not in known("parties.actor") and not (
        opens and row.keys[hit.start()][-1] == "s"
    ):
        return None
    return Found(row.phrase(hit.start(), hit.start()), "subject.which")


MANY_AT = Pattern(r"(?r)[xM](?:[na]D?x?[NL])?,\Z")


ASKED = 12
"""How many words before "who" those may stand who were asked."""


def foresaw(row: Row, at: int) -> bool:
    """Whether those who expected something are the analysts whom a party has asked."""
    awaits = not known("contextwords.awaits").isdisjoint(row.keys[at + 1 : at + 3])
    return awaits and not known("contextwords.analyst").isdisjoint(row.keys[max(0, at - ASKED) : at])


def antecedent(row: Row, at: int, place: int) -> int | None:
    """The party that a "which" or "who" at ``at`` stands for, if one stands before it.

    A person is one only of what a person can hold, and where a mill stands is none.
    """
    tags = row.tags
    head = at - 2 if tags[at - 1 : at] == "," else at - 1
    if tags[head : head + 1] == ")":  # "was Calder Inc. (NYSE: CLD), which"
        head = tags.rfind("(", 0, head) - 1
    if head < 0 or (row.words[at].key == "where" and not _is_where(row, at)):
        return None
    if head > 0 and tags[head - 1] == "N" and row.words[head].key in known("parties.site"):
        head -= 1  # "at Peru's Alta Roca mine, which"
    if tags[head] in "Kk" and (told := SPOKEN_OF.search(tags[: head + 1])) is not None:
        led = tags.rfind("p", told.start("who"), head)
        head = told.start("who") if led < 0 or row.keys[led] == "as" else head
    if head > 0 and tags[head - 1] in "NP" and row.words[head].key in known("parties.kin"):
        head -= 1  # "the Norvik family, which"
    if head > 0 and tags[head] == "M" and tags[head - 1] in "N'":
        head -= 1 if tags[head - 1] == "N" else 2
    if (
        tags[head] == "N"
        and row.words[at].key != "which"
        and EMPLOYER.search(tags[max(0, head - 4) : head]) is not None
    ):
        return None
    if tags[head] == "P" and not holds(row, at, place):
        return None
    if head > 1 and tags[head - 1] == "n" and row.words[head - 2].key in known("parties.site"):
        return None
    if head > 2 and tags[head - 2 : head + 1] == "NnL" and tags[head - 3] in "ao":
        head -= 2  # "a strategist at Norvik in Zurich, which"
    stands = tags[head] == "L" and (
        row.words[at].key == "whose" or tags[head - 1 : head] not in tuple(",Lnoap")
    )
    return head if head >= 0 and (stands or tags[head] in "NKkPZ") else None


SPOKEN_OF = Pattern(r"(?r)(?P<who>N),(?:[dx]{0,3}[Wx][dx]{0,2}p|[dx])Dx{0,3}[Kk]\Z")
"""What a party was, or is known as, before "which" ("Norvik, once known as a toy chain, which")."""
WHERE_IT = Pattern(r"(?r)(?P<to>[VWHmXfatp])N,?\Z")
WHERE_UNIT = Pattern(r"(?r)[Di'][xMZNLE&]{1,5}k,?\Z")
"""Before "where": a unit with a word of its own ("its specialty glass segment, where profit rose")."""


def _is_where(row: Row, at: int) -> bool:
    """Whether "where" is a company ("could bid for Norvik, where sales grow"), no place that nobody knows."""
    hit = WHERE_IT.search(row.tags, 0, at)
    if hit is None:
        told = row.tags[at + 1 : at + 2] not in tuple("IPN")  # not "the unit, where he earned"
        return told and WHERE_UNIT.search(row.tags, 0, at) is not None
    return hit["to"] != "p" or row.keys[hit.start("to")] == "for"


def is_of_many(row: Row, at: int, phrase: Phrase) -> bool:
    """Whether words mean several, whom "it" at ``at`` does not mean, but who speaks ("its auditors")."""
    if row.words[at].key != "it" or SAID_SO.match(row.tags, 0, at) is None or not phrase.text.islower():
        return False
    word = phrase.text.split()[-1]
    return word[-1] == "s" and word in known("parties.actor parties.public")


SAID_SO = Quick(r"(?:[^;,]{0,6}-)?Nd?S")
"""How a sentence begins in which "it" may be who speaks."""
