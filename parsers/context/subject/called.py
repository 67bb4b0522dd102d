"""Whom "the bank" means by a name that ends in it, or "the cement maker" by one that has its words."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.topic import Topic, kinds_of
from parsers.lazy import Pattern
from parsers.model import Phrase


def named_alike(row: Row, first: int, at: int, topic: Topic) -> Phrase | None:
    """The party whose name has a word of what is told of it ("the cement maker" is "Halden Cement Ltd.")."""
    words = {key.removesuffix("s") for key in row.keys[first:at] if len(key) > SHORTEST}
    near = range(first - 1, -1, -1) if words else ()
    here: list[Phrase] = [row.phrase(i, i) for i in near if row.tags[i] == "N"]
    told: tuple[Phrase | None, ...] = (topic.now, topic.before, topic.company, topic.main, topic.target)
    for party in (*told, *here):
        if party is not None and any(word.removesuffix("s") in words for word in party.text.lower().split()):
            return party
    return None


SHORTEST = 3
"""More letters than this has a word that tells a party from others."""


def called(row: Row, first: int, at: int, topic: Topic) -> Phrase | None:
    """The party whose name ends in the word at ``at`` ("the bank"), or the backer that it means."""
    word = row.words[at].key
    named = topic.called.get(word)
    for party in (topic.company, topic.main):
        if first == at and party is not None and _is_told_to_be(row.text, party, word):
            return party
        if named is not None and first == at and party is not None and word in kinds_of(party.text):
            return party
    if named is None or (first < at and word not in known("parties.backer_called")):
        return None
    if any(key.endswith("-based") for key in row.keys[first:at]):
        return None  # "the Omaha-based firm" is who is spoken of
    return named


def _is_told_to_be(text: str, party: Phrase, word: str) -> bool:
    """Whether a party came in as what a word says ("Norvik Amro, the country's largest bank,")."""
    hit = APPOSED.match(text, party.end, party.end + 90)
    return hit is not None and hit["what"].split()[-1] == word


APPOSED = Pattern(
    r", (?:an?|the|[\p{Lu}][\p{L} ]{2,24}['\u2019]s?) "
    r"(?P<what>[\p{L}\u2019' -]{3,60}?)(?=,| is\b| has\b| will\b)"
)
