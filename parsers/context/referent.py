"""What a party's word in a sentence means: a name, "it", "the company", "its paper unit"."""

from __future__ import annotations

from parsers.context.actors import (
    EMPLOYER,
    PAIR,
    Found,
    acts_as_party,
    counted_actor,
    holds,
    is_edge,
    is_employer,
    is_many_acting,
    whole_of_many,
)
from parsers.context.clauses import named_for, outside
from parsers.context.topic import Topic
from parsers.context.words import Name, Row, Word, known
from parsers.lazy import Pattern
from parsers.model import Phrase

OWN_UNIT = Pattern(r"'[xMZNE]{0,4}k")
FIRST_PARTY = Pattern(r"(?:T,|p[^,]*,|d,)?D?x{0,2}(?P<who>[NKk])")
WHO = "NPKkIZL"
VERBS = "VBHAWXmS"
REACH = 60
"""How many words before a figure its subject may stand."""


def clause_subject(row: Row, place: int, topic: Topic, depth: int = 0) -> Found | None:
    """The nearest party before the figure that stands where a subject stands, with a verb behind it."""
    tags = row.tags
    verb_seen = False
    for at in outside(tags, place, REACH):
        tag = tags[at]
        verb_seen = verb_seen or tag in VERBS
        if tag == "r" and verb_seen and (who := _antecedent(row, at, place)) is not None:
            return resolve(row, who, topic, "subject.which")
        if verb_seen and tag in "xZM" and is_many_acting(row, at):
            return Found(whole_of_many(row, at), "subject.words")
        if (
            verb_seen
            and tag == "F"
            and ";" not in tags[at:place]
            and (many := counted_actor(row, at)) is not None
        ):
            return many
        if tag in "NKZ" and _is_aside(row, at):
            continue
        if tag not in WHO or not verb_seen or not is_edge(tags, at):
            continue
        if (tag == "L" and not acts_as_party(tags, at)) or (tag == "P" and not holds(row, at, place)):
            continue
        if tag == "K" and tags[at + 1 : at + 3] in ("oN", "oL"):
            return Found(row.phrase(at + 2, at + 2), "subject.clause")
        if PAIR.match(tags, max(0, at - 2)) and is_edge(tags, at - 2):
            return Found(row.phrase(at - 2, at), "subject.clause")
        found = resolve(row, at, topic, "subject.clause", depth)
        # A pronoun has looked at everything before it: nothing there is left to try.
        if found is not None or row.words[at].key in PRONOUNS:
            return found
    return None


PRONOUNS = ("it", "they", "we", "itself")
DEEPEST = 6
"""How many pronouns in a row are followed back."""


def _is_aside(row: Row, at: int) -> bool:
    """Whether a party only says whose analyst, where what is a company's stands, or what it imports."""
    tag, behind = row.tags[at], row.tags[at + 1 : at + 2]
    if tag == "N":
        return is_employer(row, at) or OF_ITS.match(row.tags, max(0, at - 1)) is not None
    if tag == "K":
        return behind == "R"
    return behind == "M" and row.words[at + 1].key not in known("parties.quoted")


OF_ITS = Pattern(r"iN[xkM]{1,2}[VBHAWXm]")
"""A place or a brand that stands before what a party has ("its Gdansk factory will")."""


def _antecedent(row: Row, at: int, place: int) -> int | None:
    """The party that a "which" or "who" at ``at`` stands for, if one stands before it.

    A person is one only of what a person can hold, and where a mill stands is none.
    """
    tags = row.tags
    head = at - 2 if tags[at - 1 : at] == "," else at - 1
    if row.words[at].key == "where" or head < 0:
        return None
    if head > 0 and tags[head - 1] == "N" and row.words[head].key in known("parties.site"):
        head -= 1  # "at Peru's Alta Roca mine, which"
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
    stands = tags[head] == "L" and (
        row.words[at].key == "whose" or tags[head - 1 : head] not in tuple(",Lnoap")
    )
    return head if head >= 0 and (stands or tags[head] in "NKkP") else None


def resolve(row: Row, at: int, topic: Topic, rule: str, depth: int = 0) -> Found | None:
    """The party that the word at ``at`` means."""
    word = row.words[at]
    tag = row.tags[at]
    phrase = row.phrase(at, at)
    if isinstance(word.ref, Name):
        unit = OWN_UNIT.match(row.tags[at + 1 : at + 8])
        if unit is not None:
            return Found(row.phrase(at, at + unit.end()), rule)
        if at + 1 < len(row.keys) and row.keys[at + 1] in known("parties.kin"):
            return Found(row.phrase(at, at + 1), rule)
        return Found(phrase, rule)
    if tag == "I":
        return _pronoun(row, at, topic, depth)
    if tag in ("Z", "M"):
        first = at
        while first and row.tags[first - 1] in "xNEZ" and row.words[first - 1].key != "current":
            first -= 1
        placed = first > 0 and row.tags[first - 1] == "L"
        if placed and row.tags[max(0, first - 2) : first - 1] not in ("n", "a"):
            first -= 1  # "Dubai crude", not "in Dubai, crude"
        return Found(row.phrase(first, at), rule)
    return _described(row, at, topic, rule)


def _pronoun(row: Row, at: int, topic: Topic, depth: int) -> Found | None:
    """What "it" means: the subject before it in the sentence, else who the text speaks of."""
    if row.words[at].key not in PRONOUNS:
        return None
    seen = row.phrase(at, at)
    earlier = None
    if depth < DEEPEST:
        earlier = clause_subject(row, at, topic, depth + 1) or first_party(row, at, topic)
    if earlier is not None:
        return Found(earlier.phrase, "subject.pronoun", seen)
    now = topic.unit or topic.now
    return Found(now, "subject.pronoun", seen) if now is not None else None


def first_party(row: Row, at: int, topic: Topic) -> Found | None:
    """The party that begins a sentence."""
    hit = FIRST_PARTY.match(row.tags[:at])
    return resolve(row, hit.start("who"), topic, "subject.clause") if hit is not None else None


def _is_company(row: Row, at: int, lead: Word | None, topic: Topic) -> bool:
    """Whether a word that is one for companies as well ("the furniture chain") means the company."""
    word = row.words[at].key
    if lead is None or lead.key != "the" or word not in known("parties.descriptor"):
        return False
    return topic.unit is None or topic.unit.text.split()[-1].lower() != word


def _described(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    """What a word like "company" means: the topic, or one of its own ("a Dutch group", "its paper unit")."""
    named = named_for(row, at)
    if named is not None:
        return Found(row.phrase(named, named), rule)
    first = at
    while first and row.tags[first - 1] in "xNLMEZKkR" and at - first < 6:
        first -= 1
    lead = row.words[first - 1] if first else None
    if first > 1 and row.tags[first - 2 : first] == "N'" and row.tags[at] == "k":
        first -= 2
    phrase = row.phrase(first, at)
    if row.tags[at] == "k" and not _is_company(row, at, lead, topic):
        return _unit(row, first, at, topic, rule)
    if lead is not None and lead.tag == "i" and first < at:
        return Found(phrase, rule)  # "its energy ministry"
    thing = topic.thing
    if thing is not None and thing.text.split()[-1] == row.words[at].key:
        return Found(thing, "subject.the_company", phrase)
    called = topic.called.get(row.words[at].key)
    if called is not None and lead is not None and lead.key == "the" and first == at:
        return Found(called, "subject.the_company", phrase)
    if lead is not None and lead.key in ("a", "an", "another"):
        if first > 2 and row.tags[first - 3 : first - 1] == "N,":
            return Found(row.phrase(first - 3, first - 3), rule)
        return Found(phrase, rule)
    the = lead is not None and lead.key == "the"
    meant = (_not_named_behind(row, at, topic) if the else topic.company) or topic.now
    if row.words[at].key.split()[-1] in known("parties.backing"):
        meant = topic.now
    if row.words[at].key == "parent" and topic.main is not None:
        meant = topic.main
    return Found(meant, "subject.the_company", phrase) if meant is not None else Found(phrase, rule)


def _not_named_behind(row: Row, at: int, topic: Topic) -> Phrase | None:
    """The company that is spoken of, or another where its name stands behind ("the company owns 5% of X")."""
    company, other = topic.company, topic.before
    if company is None or other is None or other.text == company.text:
        return company
    name = company.text.lower().split()[0]
    named = any(
        row.tags[i] == "N" and row.tags[i - 1] in "on" and row.words[i].key.split()[0] == name
        for i in range(at + 1, len(row.words))
    )
    return other if named else company


def _unit(row: Row, first: int, at: int, topic: Topic, rule: str) -> Found | None:
    """What a word like "unit" means: the last one named, or one of its own ("its paper unit")."""
    lead = row.words[first - 1] if first else None
    phrase = row.phrase(first, at)
    if lead is not None and lead.key in ("a", "an"):
        of_name = row.tags[at + 1 : at + 3] == "oN"
        return Found(row.phrase(first, at + 2 if of_name else at), rule)
    if lead is not None and (lead.tag in "i'" or first < at):
        return Found(phrase, rule)
    same = topic.part is not None and topic.part.text.split()[-1].lower() == row.words[at].key
    meant = topic.unit or (topic.part if same else topic.now)
    if topic.unit is None and lead is not None and row.words[at].key == "businesses" and not same:
        return Found(phrase, rule)
    return Found(meant, "subject.the_unit", phrase) if meant is not None else None
