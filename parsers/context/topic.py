"""Who the text speaks of at a place: the company whose sentence came last, its last unit, the main one.

A new paragraph returns to the main party; "Separately, X", "At X" and a sentence that begins
with X change to X.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parsers.context.parties import Names
from parsers.context.words import Row
from parsers.lazy import Pattern
from parsers.model import Phrase

THE_COMPANY = Pattern(r"D[xL,]{0,4}K")


@dataclass(frozen=True, slots=True)
class Topic:
    """Who the text speaks of at a place.

    ``main`` is the main party, ``now`` the present one, ``unit`` the last unit named, ``thing`` a party
    without a name ("a Dutch group"), ``company`` the present one that is no product, ``person`` the
    last person named before the sentence.
    """

    main: Phrase | None = None
    now: Phrase | None = None
    unit: Phrase | None = None
    thing: Phrase | None = None
    company: Phrase | None = None
    person: Phrase | None = None


HEAD = Pattern(r"(?:d,|[pnatf][^,;]{0,8},|T,|c|&|x,|L,|L,?-|T|E\)-|-)*+D?(?P<who>[xKRML]{0,4}N|K(?=oN))")


AT_HEAD = Pattern(r"aD?i?(?P<who>N'?|x{0,3}N?x{0,2}k)[,']")


UNIT = Pattern(r"(?:^|[,;cS])(?:[NK]'|i)(?P<who>[xMZNE]{0,4}k)(?=[^F]*F)")


SPOKESMAN = Pattern(r"D?x?R[po](?P<who>N)")


THING = Pattern(r"(?:^|-)D(?P<who>[xR]{0,2}K)(?=[^,;]{0,6}[VBHAS])")


def main_party(names: Names) -> Phrase | None:
    """The company that a text names most (at least twice, or with its legal form)."""
    counts = Counter(n.party for n in names.found if n.tag == "N")
    for number, count in sorted(counts.items(), key=lambda c: (-c[1], names.parties[c[0]].name.start)):
        if count > 1 or names.parties[number].legal:
            return names.parties[number].name
    return None


def next_topic(row: Row, topic: Topic) -> Topic:
    """Who the text speaks of from a sentence on."""
    now, last_unit, thing = topic.now, topic.unit, topic.thing
    head, at_head, unit = HEAD.match(row.tags), AT_HEAD.match(row.tags), UNIT.search(row.tags)
    spokesman = SPOKESMAN.match(row.tags)
    article = THING.search(row.tags)
    if article is not None and row.words[article.start("who") - 1].key in ("a", "an"):
        thing = row.phrase(article.start("who"), article.end("who") - 1)
    if spokesman is not None:
        now = row.phrase(spokesman.start("who"), spokesman.start("who"))
    if at_head is not None and row.words[0].key == "at":
        found = row.phrase(at_head.start("who"), at_head.end("who") - 1)
        now, last_unit = found, found if row.tags[at_head.end("who") - 1] == "k" else None
    elif head is not None:
        at = head.end("who") + 1 if row.tags[head.end("who") - 1] == "K" else head.end("who") - 1
        now, last_unit = row.phrase(at, at), None
    elif THE_COMPANY.match(row.tags):
        last_unit = None
    if unit is not None:
        first = unit.start("who")
        first -= 2 if row.tags[max(0, first - 2) : first] == "N'" else 0
        last_unit = row.phrase(first, unit.end("who") - 1)
    if thing is not None and any(w.tag == "K" and w.key == thing.text.split()[-1].lower() for w in row.words):
        now = thing
    named = head is not None and row.tags[: head.start("who")].endswith("D") and at_head is None
    company = topic.company if named and topic.company is not None else now
    main = topic.main or (now if row.index <= 1 else None)
    return Topic(main, now, last_unit, thing, company, topic.person)
