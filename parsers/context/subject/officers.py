"""For whom a person speaks: the company whose officer he is ("Orlin Chairman Hugh Lasker")."""

from __future__ import annotations

import regex

from parsers.context.rows.words import Row, known
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.quick import Quick
from parsers.values import replace

OFFICER = Pattern(
    r"(?P<firm>N)'?[xEL]{0,2}(?P<role>R)R?,?(?P<who>P)"
    r"|(?P<who>P),x{0,2}(?P<role>R)(?:[&,]x{0,2}R){0,2}[oap]D?(?P<firm>N)(?!')"
    r"|(?P<who>P),(?P<firm>N)'x{0,2}(?P<role>R)"
)
"""A person with his office and his company."""
SPEAKS = Quick(r"(?:[cd],?|T,?)?(?P<who>P|I)(?:,[^,]{1,16},)?d?S")
"""A sentence that begins with who says it."""
SPOKE = Pattern(r'(?r)"(?:S(?P<who>P)|(?P<who>[PI])S)(?:,[^"]{0,16})?\Z')
"""One that ends with who said it, behind what he said."""


def with_officers(row: Row, topic: Topic) -> Topic:
    """The topic with the persons whose company a sentence tells; of analysts and the like none is kept."""
    if "P" not in row.tags or "R" not in row.tags:
        return topic
    found = {
        _surname(row, hit): _firm(row, hit) for hit in OFFICER.finditer(row.tags) if _is_officer(row, hit)
    }
    if not found or found.items() <= topic.firms.items():
        return topic
    named = list({**topic.firms, **found}.items())
    return replace(topic, firms=dict(named[-MOST:]))


MOST = 100
"""How many officers are kept: those named last."""


def _is_officer(row: Row, hit: regex.Match[str]) -> bool:
    return row.keys[hit.start("role")] not in known("parties.outsider")


def _surname(row: Row, hit: regex.Match[str]) -> str:
    return row.words[hit.start("who")].key.split()[-1]


def _firm(row: Row, hit: regex.Match[str]) -> Phrase:
    return row.phrase(hit.start("firm"), hit.start("firm"))


def speaking_for(row: Row, topic: Topic) -> Topic:
    """The topic of a sentence that an officer says: his company is "the company" in it, and "we"."""
    if not topic.firms or "S" not in row.tags:
        return topic
    hit = SPEAKS.match(row.tags) or SPOKE.search(row.tags)
    if hit is None:
        return topic
    at = hit.start("who")
    if row.tags[at] == "P":
        name = row.words[at].key.split()[-1]
    elif row.keys[at] in ("he", "she") and topic.person is not None:
        name = topic.person.text.split()[-1].lower()
    else:
        return topic
    firm = topic.firms.get(name)
    if firm is not None and firm.text in topic.asides:
        return topic
    return replace(topic, now=firm, company=firm, unit=None) if firm is not None else topic
