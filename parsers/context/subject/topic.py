"""Who the text speaks of at a place: the company whose sentence came last, its last unit, the main one.

A new paragraph returns to the main party; "Separately, X", "At X" and a sentence that begins
with X change to X.  The main party counts from where it is first named; a heading that is a
company's name makes that company the main one of what follows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from parsers import lexicon
from parsers.context.names.parties import Names
from parsers.context.names.tellers import gathers
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import record, replace

NOBODY: Mapping[str, Phrase] = MappingProxyType({})


@record
class Topic:
    """Who the text speaks of at a place.

    ``main`` is the main party, ``now`` the present one, ``unit`` the last unit named, ``thing`` a party
    without a name ("a Dutch group"), ``company`` the present one that is no product, ``person`` the
    last person named before the sentence, ``called`` the parties whose names end in a word for what
    they are ("the bank" is "Bank of Winnipeg"), ``target`` the company that was bid for last, ``part``
    the unit that was named last in any place ("sold its paper division"), ``before`` the company that the
    paragraph before spoke of last, ``market`` the place or the exchange whose trading is told of, ``home``
    the one of them to which a new paragraph returns,
    ``tellers`` the names of those who only tell the figures of others ("Association of Brewers"), ``sites``
    those of mines and mills, ``segments`` the words before "segment" and the like, ``firms`` the companies of
    officers by their last names, ``many`` those
    without a name whom the sentence before began with ("the banks"), ``asides`` the names of the firms of
    analysts and the like, ``of_market`` whether a text begins with what all the shares of a place did,
    ``homeland`` the country that it is mostly about, ``demonyms`` the countries that it names by what their
    people are called, ``of_economy`` whether it begins with an economy.
    """

    main: Phrase | None = None
    now: Phrase | None = None
    unit: Phrase | None = None
    thing: Phrase | None = None
    company: Phrase | None = None
    person: Phrase | None = None
    called: Mapping[str, Phrase] = NOBODY
    target: Phrase | None = None
    part: Phrase | None = None
    before: Phrase | None = None
    market: Phrase | None = None
    home: Phrase | None = None
    tellers: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    firms: Mapping[str, Phrase] = NOBODY
    many: Phrase | None = None
    asides: frozenset[str] = frozenset()
    of_market: bool = False
    homeland: Phrase | None = None
    demonyms: Mapping[str, Phrase] = NOBODY
    of_economy: bool = False


NO_TOPIC = Topic()


def with_main(topic: Topic, main: Phrase, heading: bool) -> Topic:
    """The topic where a main party begins: at a heading nobody else is spoken of any more."""
    if heading or topic.now is None:
        kept = replace(NO_TOPIC, person=topic.person, called=topic.called, tellers=topic.tellers)
        kept = replace(kept, asides=topic.asides, firms=topic.firms, of_market=topic.of_market)
        kept = replace(kept, market=topic.market, home=topic.home, sites=topic.sites)
        kept = replace(kept, homeland=topic.homeland, demonyms=topic.demonyms, of_economy=topic.of_economy)
        return replace(kept, main=main, now=main, company=main)
    return replace(topic, main=main)


def with_names(topic: Topic, text: str, names: Names, start: int, end: int) -> Topic:
    """The topic after the names between two offsets: who was named last, and who is called what."""
    person, called, tellers, sites = topic.person, topic.called, topic.tellers, topic.sites
    first = bisect_left(names.found, start, key=START)
    for name in names.found[first : bisect_left(names.found, end, first, key=START)]:
        if name.tag == "P":
            person = Phrase(name.start, name.end, text[name.start : name.end])
        if name.tag == "L" and (kinds := _lands(text, name)):
            land = Phrase(name.start, name.end, text[name.start : name.end])
            called = {**called, **dict.fromkeys(kinds, land)}
        if name.tag == "Z" and text.endswith(("Index", "index", "Average"), name.start, name.end):
            gauge = Phrase(name.start, name.end, text[name.start : name.end])
            called = {**called, gauge.text.split()[-1].lower(): gauge}
        if name.tag == "E":
            body = Phrase(name.start, name.end, text[name.start : name.end])
            named = of_teller(body) if gathers(body.text) else _offices(body)
            own = topic.main is not None and topic.main.text == body.text  # it sells bonds, say
            tellers = tellers | {body.text} if named and not own else tellers
            called = {**called, **named}
        if name.tag == "N":
            word = text[name.end + 1 : name.end + 12].split(None, 1)[:1]
            if word and word[0].rstrip(".,") in known("parties.site"):
                sites = sites | {text[name.start : name.end]}
            party = names.parties[name.party].name
            kinds = kinds_of(party.text)
            called = {**called, **dict.fromkeys(kinds, party)} if kinds else called
            called = {**called, TELLER: party} if text[name.start : name.end] in tellers else called
            if "Bank of " in party.text and COUNTRY[0] not in called:
                called = {**called, **_land_of_bank(party)}
    return (
        topic
        if called is topic.called and person is topic.person and sites is topic.sites
        else replace(topic, person=person, called=called, tellers=tellers, sites=sites)
    )


TELLER = "teller"
"""What the last one who only told figures of others is called, besides by its own word ("the bureau")."""


def _offices(body: Phrase) -> dict[str, Phrase]:
    """What a body of a government is called ("the commission")."""
    word = body.text.split()[-1]
    tells = word in known("parties.reporting") and word != "Exchange"
    return {word.lower(): body, TELLER: body} if tells else {}


TELLER_LAND = "teller's country"
"""Under this the country that such a one has in its name."""


def of_teller(teller: Phrase) -> dict[str, Phrase]:
    """What one who tells figures of others is called, and the country that its name says."""
    words = teller.text.split()
    edges = (words[0], words[-1].rstrip("."))
    named = {SHORT.get(w, w.lower()): teller for w in edges if w in known("parties.gathering")}
    for at, word in enumerate(words):
        if is_country(word):
            start = teller.start + len(" ".join(words[:at])) + (at > 0)
            named |= dict.fromkeys((*COUNTRY, TELLER_LAND), Phrase(start, start + len(word), word))
    return {**named, TELLER: teller}


SHORT = {"Assn": "association"}
"""What a body is called whose name shortens the word for it."""


def _land_of_bank(party: Phrase) -> dict[str, Phrase]:
    """The country that a central bank has in its name ("Reserve Bank of Australia")."""
    head, _, land = party.text.rpartition("Bank of ")
    if head not in ("", "Reserve ", "National ", "Central ") or not is_country(land) or land in NO_STATES:
        return {}
    return dict.fromkeys(COUNTRY, Phrase(party.end - len(land), party.end, land))


NO_STATES = ("America", "England", "Scotland")
"""In the names of banks: what is no country of its own, or a company's."""


def _lands(text: str, name: Name) -> tuple[str, ...]:
    """What a place is called where it is spoken of again: a country, or a city if it has something."""
    if is_country(text[name.start : name.end]):
        listed = text.startswith(" with ", name.end)  # "followed by Singapore with 7%"
        passing = PASSING.match(text, max(0, name.start - 12), name.start) is not None
        marketed = MARKETED.match(text, name.end)
        index = marketed is not None and _is_index(marketed[1])
        return () if listed or passing or index else COUNTRY
    return CITY if text[name.end : name.end + 2] in ("'s", "\u2019s") else ()


COUNTRY = ("country", "nation")
CITY = ("city", "town", "village")
PASSING = Pattern(r"(?r)\b(?:against|by|from|to|with) (?:the )?")
"""Before a country that is only dealt with ("its trade with the U.S.")."""


def _is_index(name: str | None) -> bool:
    """Whether a word behind a country, or none, tells of its market ("DAX", "CAC")."""
    return name is None or name.isupper() or name in known("parties.index")


MARKETED = Pattern(
    r" currency\b|['\u2019]s (?:(?:\p{Ll}++[ -]){0,2}(?:markets?|stocks|shares|index|bourse)\b"
    r"|(\p{Lu}[\p{L}&]++))"
)
"""Behind a country that only its market is told of ("Japan's markets were closed", "Germany's DAX")."""


def is_country(name: str) -> bool:
    """Whether a place is a country, no part of the world."""
    found = lexicon.find("parties.place", name) if name not in known("parties.region") else ()
    return any(entry.id.startswith("countries") for entry in found)


@lru_cache(maxsize=256)
def kinds_of(name: str) -> tuple[str, ...]:
    """What a name says that it names: by a word at its edge ("bank"), or by a backer's ("Partners")."""
    words = [word.lower() for word in name.split() if word not in known("parties.legal")]
    if len(words) < 2:
        return ()
    if words[-1] in known("parties.backer"):
        return tuple(sorted(known("parties.backer_called")))
    kinds = known("parties.descriptor") - known("parties.land")  # no city is "City Hall"
    if words[-1] == "trust" and words[-3:-2] == ["bank"]:
        return ("bank",)  # "Norvik Bank & Trust Co."
    if words[-2:] == ["savings", "bank"]:
        return ("bank", "savings bank", "thrift")
    return tuple(word for word in (*words[-1:], *words[:1]) if word in kinds)[:1]
