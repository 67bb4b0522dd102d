"""What a party's word in a sentence means: a name, "it", "the company", "its paper unit"."""

from __future__ import annotations

from parsers.context.clauses import named_for, outside
from parsers.context.topic import Topic
from parsers.context.words import Name, Row, Word, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase
from parsers.values import record

OWN_UNIT = Pattern(r"'[xMZNE]{0,4}k")
FIRST_PARTY = Pattern(r"(?:T,|p[^,]*,|d,)?D?x{0,2}(?P<who>[NKk])")
WHO = "NPKkIZL"
VERBS = "VBHAWXmS"
REACH = 60
"""How many words before a figure its subject may stand."""
SUBJECT_EDGE = Pattern(
    r"(?r)(?:^|[,;c:\"&r(w-]|[SX]D?|Ix|T|(?<![BA])d)[Dixq]{0,3}(?:[NL]'|(?<=D)N(?=[xRMKEZL]))?[xRMKEZLk]{0,4}\Z"
)


@record
class Found:
    """A subject: its words, the words that point at it where it is inferred, and the rule."""

    phrase: Phrase
    rule: str
    seen: Phrase | None = None


def clause_subject(row: Row, place: int, topic: Topic, depth: int = 0) -> Found | None:
    """The nearest party before the figure that stands where a subject stands, with a verb behind it."""
    tags = row.tags
    verb_seen = False
    for at in outside(tags, place, REACH):
        tag = tags[at]
        verb_seen = verb_seen or tag in VERBS
        if tag == "r" and verb_seen and (who := _antecedent(row, at, place)) is not None:
            return resolve(row, who, topic, "subject.which")
        if verb_seen and tag in "xZM" and _acts(row, at):
            return Found(_whole(row, at), "subject.words")
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
        if (tag == "L" and not acts_as_party(tags, at)) or (tag == "P" and not _holds(row, at, place)):
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
    if tags[head] == "P" and not _holds(row, at, place):
        return None
    if head > 1 and tags[head - 1] == "n" and row.words[head - 2].key in known("parties.site"):
        return None
    place = tags[head] == "L" and (
        row.words[at].key == "whose" or tags[head - 1 : head] not in tuple(",Lnoap")
    )
    return head if head >= 0 and (place or tags[head] in "NKkP") else None


def acts_as_party(tags: str, at: int) -> bool:
    """Whether a place at ``at`` acts or speaks ("Brazil, the largest grower, said")."""
    return tags[at - 1 : at] != "," and PLACE_ACTS.match(tags, at + 1) is not None


PLACE_ACTS = Pattern(r"['VBHAWXS]|,[^,;VBHAWXS]{1,14},[VBHAWXS]|,r[^,;]{1,20},[VBHAWXS]")


def is_employer(row: Row, at: int) -> bool:
    """Whether a company is only an analyst's ("an analyst at Halden", "Halden analyst Petra Vogel")."""
    if EMPLOYER.search(row.tags[max(0, at - 4) : at]) is not None:
        return True
    return row.tags[at + 1 : at + 2] == "R" and row.words[at + 1].key in known("parties.outsider")


EMPLOYER = Pattern(r"(?r)(?:R[oapw]|P[op])D?\Z")
"""Before the company that a person works for ("an analyst at Halden")."""

PAIR = Pattern(r"(?:N&N|P&P)(?=,?r?d?[BHVWXmA])")
"""Two names as one subject, with their verb."""

ACTS = Pattern(r"(?:[,po][^,;VBHAWXSmF]{1,12},?)?d?[VBHAWXm]")


def is_edge(tags: str, at: int) -> bool:
    """Whether a clause's subject may begin at ``at``."""
    return SUBJECT_EDGE.search(tags[max(0, at - 12) : at]) is not None


def _acts(row: Row, at: int) -> bool:
    """Whether a word for many ("households", "foreign banks") is the subject of its clause."""
    if row.words[at].key not in known("parties.actor"):
        return False
    return is_edge(row.tags, at) and ACTS.match(row.tags, at + 1) is not None


def counted_actor(row: Row, at: int) -> Found | None:
    """The companies that a figure counts, where they are the subject of its clause ("Four banks lent")."""
    figure = row.words[at].ref
    if not isinstance(figure, Figure) or figure.kind != Kind.COUNT or not figure.unit:
        return None
    head = figure.text.split()[-1].lower()
    if head not in known("parties.counted") and not head.endswith("makers"):
        return None
    if not is_edge(row.tags, at) or ACTS.match(row.tags, at + 1) is None:
        return None
    start = figure.text.find(" " + figure.unit.split()[0]) + 1
    words = Phrase(figure.start + start, figure.end, figure.text[start:])
    return Found(words, "subject.counted") if start else None


def _whole(row: Row, at: int) -> Phrase:
    """A word for many with the words before it."""
    first = at
    while first and row.tags[first - 1] in "xLEZ" and at - first < 4:
        first -= 1
    if row.tags[max(0, first - 2) : first] in ("x&", "M&") and is_edge(row.tags, first - 2):
        first -= 2
    return row.phrase(first, at)


def _holds(row: Row, at: int, place: int) -> bool:
    """Whether a person between ``at`` and ``place`` owns, buys or sells."""
    return (
        any(w.key in known("contextwords.holding") for w in row.words[at : place + 2])
        and "S" not in row.tags[at:place]
    )


def resolve(row: Row, at: int, topic: Topic, rule: str, depth: int = 0) -> Found | None:
    """The party that the word at ``at`` means."""
    word = row.words[at]
    tag = row.tags[at]
    phrase = row.phrase(at, at)
    if isinstance(word.ref, Name):
        unit = OWN_UNIT.match(row.tags[at + 1 : at + 8])
        if unit is not None:
            return Found(row.phrase(at, at + unit.end()), rule)
        if row.keys[at + 1 : at + 2] in (("family",), ("estate",)):
            return Found(row.phrase(at, at + 1), rule)
        return Found(phrase, rule)
    if tag == "I":
        return _pronoun(row, at, topic, depth)
    if tag in ("Z", "M"):
        first = at
        while first and row.tags[first - 1] in "xNEZ" and row.words[first - 1].key != "current":
            first -= 1
        first -= (
            first > 0
            and row.tags[first - 1] == "L"
            and row.tags[max(0, first - 2) : first - 1] not in ("n", "a")
        )
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
