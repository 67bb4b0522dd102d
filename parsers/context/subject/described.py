"""What a word like "company", "unit" or "country" means where it stands for somebody."""

from __future__ import annotations

from parsers.context.rows.clauses import named_for
from parsers.context.rows.words import Row, Word, known
from parsers.context.subject.actors import Found, is_edge
from parsers.context.subject.apposed import at_one
from parsers.context.subject.called import called, named_alike
from parsers.context.subject.peoples import of_people
from parsers.context.subject.sorts import AUTHORITY, is_no_company, no_land
from parsers.context.subject.topic import CITY, TELLER, Topic, is_country
from parsers.lazy import Pattern
from parsers.model import Phrase


def _is_company(row: Row, at: int, lead: Word | None, topic: Topic) -> bool:
    """Whether a word that is one for companies as well ("the furniture chain") means the company."""
    word = row.words[at].key
    the = lead is not None and (lead.key == "the" or PLACED.search(row.tags, 0, at) is not None)
    if not the or word not in known("parties.descriptor"):
        return False
    return topic.unit is None or topic.unit.text.split()[-1].lower() != word


def _is_called_so(row: Row, at: int, topic: Topic) -> bool:
    """Whether a word for a company belongs to the name before it ("the Halden group")."""
    if at < 2 or row.tags[at - 2 : at] != "DN" or row.keys[at] not in known("parties.own_name"):
        return False
    lead = row.words[at - 2]
    return lead.key == "the" and (row.tags[at] == "K" or _is_company(row, at, lead, topic))


PLACED = Pattern(r"(?r)DL(?:,L)?,[xM]{0,3}\Z")
"""Before a word for a company: where it is ("The Akron, Ohio, discount chain")."""


def _named(row: Row, at: int, topic: Topic) -> Phrase | None:
    """The name, or the segment that a sentence begins with, of which the word at ``at`` says what it is."""
    named = at - 1 if _is_called_so(row, at, topic) else named_for(row, at)
    if named is None and row.tags[at : at + 2] == "kN" and row.tags[at + 2 : at + 3] not in ("'", "k", "K"):
        named = at + 1  # "at the first line Orlin Gas 2"
    if named is not None:
        return row.phrase(named, named)
    hit = SECTOR.match(row.tags) if row.tags[at] == "k" else None
    return row.phrase(hit.start("who"), hit.end("who") - 1) if hit is not None and hit.end() > at else None


SECTOR = Pattern(r"(?:c,?)?(?P<who>x{1,2}(?:&x)?),[Di][xRLMEZ]{0,5}k[^,;VBHAWXSmr]{0,10},(?=d?[VBHAWm])")
"""A segment that a sentence begins with, and what it is ("Packaging, the largest division, saw")."""
OWNERS = {"k": ("N'",), "K": ("N'", "L'")}
"""Before a word for a unit or for a company: whose it is."""


def _first_of_unit(row: Row, first: int) -> int:
    """Where a unit of two things begins ("the wire and cable unit")."""
    listed = LISTED.search(row.tags, max(0, first - 4), first)
    return listed.start("own") if listed is not None else first


LISTED = Pattern(r"(?r)(?:[Di]|[NK]')(?P<own>[xMZN]{1,2}&)\Z")


def described(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    """What a word like "company" means: the topic, or one of its own ("a Dutch group", "its paper unit")."""
    if (named := _named(row, at, topic)) is not None:
        return Found(named, rule)
    first = at
    while first and row.tags[first - 1] in "xNLMEZKkR" and at - first < 6:
        first -= 1
    first = _first_of_unit(row, first) if row.tags[at] == "k" else first
    lead = row.words[first - 1] if first else None
    if first > 1 and row.tags[first - 2 : first] in OWNERS.get(row.tags[at], ()):
        first -= 2
    phrase = row.phrase(first, at)
    if row.tags[at] == "K" and row.tags[first : first + 2] in OWNERS["K"]:
        largest = topic.company is not None and any(key.endswith("est") for key in row.keys[first + 2 : at])
        named = topic.company if largest and row.tags[first] == "L" else None
        return Found(named or phrase, "subject.the_company" if named else rule)  # "Poland's central bank"
    if row.tags[at] == "k" and not _is_company(row, at, lead, topic):
        return _unit(row, first, at, topic, rule)
    apposed = _apposed_to(row, first, at)
    if apposed is not None or _is_another(row, first, at, lead):
        told = apposed or phrase  # "its energy ministry", "the combined company"
        return None if _only_tells(row, first, at) else Found(told, rule)
    thing = topic.thing
    if thing is not None and thing.text.split()[-1] == row.words[at].key.split()[-1]:
        return Found(thing, "subject.the_company", phrase)
    if (land := _land(row, at, topic, phrase, lead, rule)) is not None:
        return land
    if (teller := of_people(row, first, at, lead) or _teller(topic, phrase, lead)) is not None:
        return Found(teller, "subject.the_company", phrase)
    party = called(row, first, at, topic) if lead is not None and lead.key == "the" else None
    if party is not None:
        return Found(party, "subject.the_company", phrase)
    if lead is not None and lead.key in ("a", "an", "another"):
        return Found(phrase, rule)
    meant = named_alike(row, first, at, topic) or no_land(row.keys[at], _meant(row, at, topic, lead))
    return Found(meant, "subject.the_company", phrase) if meant is not None else Found(phrase, rule)


def _apposed_to(row: Row, first: int, at: int) -> Phrase | None:
    """Whom words from ``first`` to ``at`` tell of ("Corvin, a supplier of glass, said")."""
    named = first > 2 and row.tags[first - 3 : first - 1] in ("N,", "E,")
    told = named and row.keys[first - 1] in ("a", "an")
    told = told or (named and row.keys[first - 1] == "the" and row.keys[at + 1 : at + 2] in WHICH)
    return row.phrase(first - 3, first - 3) if told else None


def _only_tells(row: Row, first: int, at: int) -> bool:
    """Whether words say that one only tells of others ("Calder, a consultancy, expects volumes to fall")."""
    return row.tags[max(0, first - 3) : first - 2] == "E" and row.keys[at] in known("parties.researcher")


WHICH = (("that",), ("which",), ("who",))


def _is_another(row: Row, first: int, at: int, lead: Word | None) -> bool:
    """Whether a word for a company with words of its own means no company that is spoken of."""
    if lead is None or (first == at and " " not in row.keys[at]) or row.keys[at] in OVER:
        return False
    group = lead.tag == "'" and row.tags[first - 2 : first] == "K'" and row.keys[at].split()[-1] == "group"
    return group or lead.tag == "i" or row.keys[first] in known("parties.resulting")


OVER = ("parent", "parent company", "holding company")
"""Those that have a company."""


def _is_body(topic: Topic, word: str) -> bool:
    """Whether the text speaks of a ministry, a union or the like, as the word says."""
    now = topic.now.text if topic.now is not None else ""
    return now.lower().endswith(word.split()[-1]) or (word == "central bank" and bool(AUTHORITY.search(now)))


def _teller(topic: Topic, phrase: Phrase, lead: Word | None) -> Phrase | None:
    """Who only tells figures of others: "the trade group", "the agency" where no company is spoken of."""
    teller = topic.called.get(TELLER)
    words = phrase.text.lower()
    if teller is None or lead is None or lead.key != "the" or words not in known("parties.teller"):
        return None
    return teller if " " in words or is_no_company(topic.company) else None


def _meant(row: Row, at: int, topic: Topic, lead: Word | None) -> Phrase | None:
    """Who is meant by a word for companies: who is spoken of, or the main party by "the parent"."""
    if row.words[at].key in known("parties.body") and not _is_body(topic, row.words[at].key):
        return None  # "the union" is no company that is spoken of
    if row.words[at].key == "parent" and topic.main is not None:
        return topic.main
    if topic.target is not None and _is_bought(row, at):
        return topic.target
    the = lead is not None and lead.key in ("the", "-")  # "the FTSE 250-listed group"
    nameless = topic.thing is not None and topic.company is not None and topic.company == topic.thing
    if the and nameless and topic.main is not None:
        return topic.main  # "A group agreed to lend to Norvik. ... the airline must"
    if the and (here := _acts_before(row, at)) is not None:
        return here
    if row.words[at].key.split()[-1] in known("parties.backing"):
        return topic.now
    meant = (_not_named_behind(row, at, topic) if the else topic.company) or topic.now
    if row.words[at].key not in ("company", "firm"):
        return meant
    leagues = known("parties.league")  # OPEC is spoken of, but it is no company
    parties = (meant, topic.before, topic.main)
    return next((party for party in parties if party is not None and party.text not in leagues), None)


def _is_bought(row: Row, at: int) -> bool:
    """Whether a company is one that another buys ("the company to be acquired")."""
    return row.tags[at + 1 : at + 3] == "tB" and row.keys[at + 3 : at + 4] in (("acquired",), ("bought",))


def _acts_before(row: Row, at: int) -> Phrase | None:
    """Who acts in the clause before, of whom this one tells more ("Norvik fell 4% after the bank cut")."""
    owns = "wD" in row.tags and row.tags[at + 1 : at + 2] == "'"
    owner = OWNS_BEFORE.search(row.tags, 0, at) if owns else None
    if owner is not None:
        return row.phrase(owner.start("own"), owner.start("own"))
    hit = ACTS_BEFORE.search(row.tags, 0, at)
    if hit is None or row.keys[hit.start("then")] not in known("contextwords.telling_more"):
        return None
    who = hit.start("own")
    if row.tags[who - 1 : who] in ("o", "n") and row.keys[who - 2].split()[-1] not in known(
        "parties.shares parties.borrowing"
    ):
        return None
    return row.phrase(who, who) if is_edge(row.tags, who) or row.tags[who - 1] in "on" else None


OWNS_BEFORE = Pattern(r"(?r)^[^NPKLk]*(?P<own>N)'[^NPKLk]{1,6},wD(?:Z-)?[xLZ-]{0,3}\Z")
"""Whose something a clause ends with, told of next ("rouse Norvik's backers, with the group's shares")."""
ACTS_BEFORE = Pattern(
    r"(?r)(?P<own>N)M?(?:,[^,;NPK]{1,12},)?[HABd]{0,2}[VBHWm][^;NPKk]{0,24}(?P<then>[cp])Dx{0,2}L?x{0,2}\Z"
)


def _land(row: Row, at: int, topic: Topic, phrase: Phrase, lead: Word | None, rule: str) -> Found | None:
    """What "the country" or "the city" means: its name, the country named last, who speaks for it, itself."""
    key = row.words[at].key
    if key not in known("parties.land"):
        return None
    if row.tags[at + 1 : at + 3] in ("oN", "oL"):
        return Found(row.phrase(at + 2, at + 2), rule)
    meant = topic.called.get(key)
    meant = meant if lead is not None and lead.key == "the" and phrase.text.lower() == key else None
    now = topic.now if meant is None or key not in CITY else None
    of_land = now is not None and any(map(is_country, now.text.split()))
    if now is not None and of_land and (tail := now.text.rfind(" of ")) > 0:
        land = Phrase(now.start + tail + len(" of "), now.end, now.text[tail + len(" of ") :])
        return Found(meant or land, "subject.the_company", phrase)  # "Central Bank of Nigeria"
    if now is not None and (of_land or now.text in known("parties.place") or now.text.lower().endswith(key)):
        return Found(now, "subject.the_company", phrase)  # "Statistics Canada"
    if meant is not None:
        return Found(meant, "subject.the_company", phrase)
    return Found(phrase, rule)


def _not_named_behind(row: Row, at: int, topic: Topic) -> Phrase | None:
    """The company that is spoken of, or another where its name stands behind ("the company owns 5% of X")."""
    company, other = topic.company, topic.before
    if company is None or other is None or other.text == company.text:
        return company
    name = company.text.lower().split()[0]
    named = any(
        (
            row.tags[i] == "N"
            and row.tags[i - 1] in "on"
            and row.words[i].key.split()[0] == name
            and row.tags[max(0, i - 2)] not in "kK"  # "the company, a unit of X"
        )
        or (row.tags[i] == "F" and name in row.words[i].key.split())  # "owns 2 million Halden shares"
        for i in range(at + 1, len(row.words))
    )
    return other if named else company


def _is_newer(now: Phrase | None, topic: Topic) -> bool:
    """Whether another than the main party has been named since the last unit."""
    if now is None or topic.part is None or topic.main is None or topic.main.text.startswith(now.text):
        return False
    return now.start > topic.part.end


def _for_sale(word: str, topic: Topic) -> Phrase | None:
    """What "the unit" means where none is named: the one that is for sale, else whom the text speaks of."""
    return (topic.target if word == "unit" else None) or topic.now


def _unit(row: Row, first: int, at: int, topic: Topic, rule: str) -> Found | None:
    """What a word like "unit" means: the last one named, or one of its own ("its paper unit")."""
    lead = row.words[first - 1] if first else None
    phrase = row.phrase(first, at)
    if (office := topic.called.get(row.keys[at])) is not None and first == at:
        return Found(office, "subject.the_company", phrase)  # "the department"
    if (row.keys[at] == "a unit" and not at) or (lead is not None and lead.key in ("a", "an")):
        if first > 2 and row.tags[first - 3 : first - 1] in ("N,", "E,") and row.tags[at + 1 : at + 2] != "o":
            return Found(row.phrase(first - 3, first - 3), rule)  # "Orrin Lane, a seafood unit that had"
        of_name = row.tags[at + 1 : at + 3] == "oN"
        return Found(row.phrase(first, at + 2 if of_name else at), rule)
    if row.keys[first] == "own" and first + 1 == at and topic.now is not None:
        return Found(topic.now, "subject.the_unit", phrase)  # "an overhaul of its own business"
    named = row.tags[first : first + 2] == "N'"
    if named or (lead is not None and (lead.tag in "i'" or first < at)):
        return Found(phrase, rule)
    word = row.words[at].key
    if " " in word and word.endswith(" bank"):
        return Found(phrase, rule)  # "the consumer bank"
    same = topic.part is not None and (
        topic.part.text.split()[-1].lower() == word or (word in known("parties.any_unit") and first == at)
    )
    newer = same and topic.unit is not None and topic.part is not None and topic.part.start > topic.unit.end
    meant = (
        topic.part
        if newer
        else topic.unit or (topic.part if same else at_one(row, at) or _for_sale(word, topic))
    )
    if meant is not None and meant is topic.part and _is_newer(topic.now, topic):
        meant = topic.now
    several = lead is not None and (word == "businesses" or (word == "operations" and lead.tag == "D"))
    several = several or (lead is not None and row.tags[at + 1 : at + 3] == "tB")
    if topic.unit is None and several and not same:
        return Found(phrase, rule)  # "the operations to be sold"
    return Found(meant, "subject.the_unit", phrase) if meant is not None else None
