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
from parsers.context.rows.clauses import NAMED
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import record, replace

NOBODY: Mapping[str, Phrase] = MappingProxyType({})
RULED = Pattern(r"(?:[^;]{0,6}-|[Td,]{0,4})(?:(?P<who>L'K)|(?P<who>L)'x?R(?:p?T)?)(?=d?[AVBHWXSm])")
"""A government that a sentence begins with ("Norway's government will")."""
GOODS = Pattern(
    r"(?:[xTN]{0,2}|nTx?,D?)(?P<who>Z)(?=[xM]?(?:p[T]x?)?d?[VBH])|(?:T,?)?(?P<who>L)(?=d?[AVBHWXm])"
)
"""What is traded, where a sentence begins with it and the text is about no company ("Corn futures rose")."""
TRADED = Pattern(r"(?P<who>Z[xZM]?)(?=,d,V|d?V)")
"""What is traded, where a sentence begins with it ("Treasury bonds fell")."""
PARENT = Pattern(r"Dx?K,(?P<who>N),(?=[VBHAWXSm])")
"""A description with its name ("The parent, Norvik Corp., had")."""
THE_COMPANY = Pattern(r"D[xL,]{0,4}K")


@record
class Topic:
    """Who the text speaks of at a place.

    ``main`` is the main party, ``now`` the present one, ``unit`` the last unit named, ``thing`` a party
    without a name ("a Dutch group"), ``company`` the present one that is no product, ``person`` the
    last person named before the sentence, ``called`` the parties whose names end in a word for what
    they are ("the bank" is "Bank of Winnipeg"), ``target`` the company that was bid for last, ``part``
    the unit that was named last in any place ("sold its paper division"), ``before`` the company that the
    paragraph before spoke of last.
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


HEAD = Pattern(
    r"(?:d,|[pnatf][^,;]{0,8},|[pn]D?T(?=N)|T,|c|&|x,|L'(?=x?N)|[NL],L-W|L,|L,?-|T|E\)-|-)*+"
    r"D?(?P<who>[xKRML]{0,4}N|[Kk](?=o[NL]))"
)


AT_HEAD = Pattern(
    r"[c&]?a(?:(?:[NL]'|i|D)[xMZL]{0,3}[kK],(?P<who>N)(?=,)"
    r"|D?i?(?P<who>N'?|x{0,3}N?x{0,2}k)(?:[,']|(?=D?[xMG]{1,4}[VBHA])))"
)


PART = Pattern(r"(?r)(?:[NKL]'|i|D)(?P<who>[xMZELN]{1,4}k)(?!'|[xM]?k)")


UNIT = Pattern(r"(?:^|[,;cS])(?:[NK]'|i)(?P<who>[xMZNE]{0,4}k)(?=[^F]*F)|^Dx{0,3}k,(?P<who>N),")


SPOKESMAN = Pattern(r"D?x?R[po](?P<who>N)")


THING = Pattern(
    r"(?:(?:^|-|,)D(?P<who>[xR]{0,2}K)(?!R)(?=[^,;]{0,6}[VBHAS])|[fptw]D(?P<who>[xR]{0,2}K)(?=Wp))"
)


def with_main(topic: Topic, main: Phrase, heading: bool) -> Topic:
    """The topic where a main party begins: at a heading nobody else is spoken of any more."""
    if heading or topic.now is None:
        return Topic(main, main, company=main, person=topic.person, called=topic.called)
    return replace(topic, main=main)


def with_names(topic: Topic, text: str, names: Names, start: int, end: int) -> Topic:
    """The topic after the names between two offsets: who was named last, and who is called what."""
    person, called = topic.person, topic.called
    first = bisect_left(names.found, start, key=START)
    for name in names.found[first : bisect_left(names.found, end, first, key=START)]:
        if name.tag == "P":
            person = Phrase(name.start, name.end, text[name.start : name.end])
        if (
            name.tag == "L"
            and is_country(land := text[name.start : name.end])
            and not PASSING.match(text, max(0, name.start - 12), name.start)
        ):
            called = {**called, **dict.fromkeys(COUNTRY, Phrase(name.start, name.end, land))}
        if name.tag == "N":
            party = names.parties[name.party].name
            kinds = _kinds_of(party.text)
            called = {**called, **dict.fromkeys(kinds, party)} if kinds else called
    return (
        topic
        if called is topic.called and person is topic.person
        else replace(topic, person=person, called=called)
    )


COUNTRY = ("country", "nation")
PASSING = Pattern(r"(?r)\b(?:against|by|from|to|with) (?:the )?")
"""Before a country that is only dealt with ("its trade with the U.S.")."""


def is_country(name: str) -> bool:
    """Whether a place is a country."""
    return any(entry.id.startswith("countries") for entry in lexicon.find("parties.place", name))


@lru_cache(maxsize=256)
def _kinds_of(name: str) -> tuple[str, ...]:
    """What a name says that it names: by a word at its edge ("bank"), or by a backer's ("Partners")."""
    words = [word.lower() for word in name.split() if word not in known("parties.legal")]
    if len(words) < 2:
        return ()
    if words[-1] in known("parties.backer"):
        return BACKING
    return tuple(word for word in (*words[-1:], *words[:1]) if word in known("parties.descriptor"))[:1]


BACKING = ("firm", "fund", "hedge fund", "investor", "partnership", "private equity firm", "buyout firm")


def next_topic(row: Row, topic: Topic) -> Topic:
    """Who the text speaks of from a sentence on."""
    now, last_unit, thing, tags = topic.now, topic.unit, topic.thing, row.tags
    # A letter that a pattern cannot do without is looked for first: most rows have none.
    head, unit = HEAD.match(tags), UNIT.search(tags) if "k" in tags else None
    at_head = AT_HEAD.match(tags) if "a" in tags[:2] else None
    spokesman = SPOKESMAN.match(tags) if "R" in tags[:3] else None
    new = THING.search(tags) if "K" in tags else None
    if new is not None and row.words[new.start("who") - 1].key in ("a", "an"):
        thing = row.phrase(new.start("who"), new.end("who") - 1)
    if spokesman is not None:
        now = row.phrase(spokesman.start("who"), spokesman.start("who"))
    if at_head is not None and "at" in row.keys[:2]:
        found = row.phrase(at_head.start("who"), at_head.end("who") - 1)
        now, last_unit = found, found if row.tags[at_head.end("who") - 1] == "k" else None
    elif head is not None and _turns_to(row, head.end("who"), topic):
        at = head.end("who") + 1 if row.tags[head.end("who") - 1] in "Kk" else head.end("who") - 1
        named = NAMED.match(row.tags, at)
        at = named.start("who") if named is not None else at
        now, last_unit = row.phrase(at, at), None
    elif (begun := _begun(row, topic.main is None) or _persons_company(row)) is not None:
        now, last_unit = begun, None
    elif (described := THE_COMPANY.match(row.tags)) is not None:
        last_unit = None
        if now is None and topic.main is None and row.tags[described.end() : described.end() + 1] != "S":
            now = row.phrase(1, described.end() - 1)
        now = topic.company if row.words[1].key == "company" and topic.company is not None else now
    if unit is not None:
        first = unit.start("who") - 2 * (row.tags[max(0, unit.start("who") - 2) : unit.start("who")] == "N'")
        last_unit = row.phrase(first, unit.end("who") - 1)
    if thing is not None and ("K", thing.text.split()[-1].lower()) in zip(tags, row.keys, strict=True):
        now = thing
    article = head is not None and row.tags[: head.start("who")].endswith("D") and at_head is None
    aside = article or (head is not None and _backs(row, head.end("who") - 1))
    company = topic.company if aside and topic.company is not None else now
    if head is not None and topic.main is not None and _invests(row, head.end("who") - 1):
        now = topic.now
    main = _main(row, topic, now)
    target, part = _target(row) or topic.target, _part(row) or topic.part
    return Topic(main, now, last_unit, thing, company, topic.person, topic.called, target, part, topic.before)


def _main(row: Row, topic: Topic, now: Phrase | None) -> Phrase | None:
    """The main party from a sentence on: that of the first ones, or the parent that one begins with."""
    parent = row.keys[1:2] == ("parent",) and PARENT.match(row.tags) is not None
    return now if parent else topic.main or (now if row.index <= 1 else None)


def _begun(row: Row, free: bool) -> Phrase | None:
    """A government, bonds or the name of what is described, where a sentence begins with it."""
    hit = RULED.match(row.tags) or PARENT.match(row.tags)
    if hit is None and free:
        hit = GOODS.match(row.tags)
    if hit is None and row.text[row.words[0].start : row.words[0].end].split()[0] in known("parties.issuing"):
        hit = TRADED.match(row.tags)
    return row.phrase(hit.start("who"), hit.end("who") - 1) if hit is not None else None


def _part(row: Row) -> Phrase | None:
    """The last unit that a sentence names with words of its own ("its paper division")."""
    hit = PART.search(row.tags) if "k" in row.tags else None
    return row.phrase(hit.start("who"), hit.end("who") - 1) if hit is not None else None


def _turns_to(row: Row, at: int, topic: Topic) -> bool:
    """Whether a sentence turns to the name that ends before ``at``: no analyst's firm, no mine."""
    return not _is_outsiders(row, at) and not _names_a_site(row, at, topic)


def _names_a_site(row: Row, at: int, topic: Topic) -> bool:
    """Whether a name is that of a mine or a mill of a company that is spoken of ("The Bayley field")."""
    sited = (
        row.tags[at - 2 : at - 1] == "D" and row.keys[at : at + 1] and row.keys[at] in known("parties.site")
    )
    return bool(sited) and topic.company is not None


def _is_outsiders(row: Row, at: int) -> bool:
    """Whether the word beside a name makes it an analyst's firm ("Halden analyst Petra Vogel")."""
    if at > 1 and row.keys[at - 2] in known("parties.outsider"):
        return True
    return row.tags[at : at + 1] == "R" and row.words[at].key in known("parties.outsider")


def _invests(row: Row, at: int) -> bool:
    """Whether a sentence begins with a buyout firm: the text goes on about the company that it bought."""
    return row.tags[at] == "N" and at > 0 and row.tags[at - 1] == "K" and _backs(row, at)


def _backs(row: Row, at: int) -> bool:
    """Whether a name is that of a lender or an investor, whom "the company" does not mean."""
    if row.tags[at] != "N" or row.tags[at + 1 : at + 2] == "'":
        return False
    kind = row.words[at - 1].key.split() if at and row.tags[at - 1] == "K" else [""]
    if "private" in (kind[0], *row.keys[max(0, at - 3) : at - 1]):
        return True  # "Private equity group Calder"
    led = kind[-1]
    return led in known("parties.backing") or row.words[at].key.split()[-1] in known("parties.backer")


BID_FOR = Pattern(r"(?P<for>[pWHV])[D]?x{0,2}(?P<who>N)(?!')")
BY_PERSON = Pattern(r"(?:d,|T,|c)*(?:D?[xRL]{0,3}P|I)")
PARTY = Pattern(r"(?<![oawp])(?<![oawp]D)(?P<who>N)(?!['xMk])")


def _target(row: Row) -> Phrase | None:
    """The company that a sentence says is bid for ("pay $18 a share for Norvik", "acquire Norvik")."""
    if not row.tells("parties.bid"):
        return None
    bids = [at for at, key in enumerate(row.keys) if key in known("parties.bid")]
    for hit in BID_FOR.finditer(row.tags, bids[0]):
        key = row.words[hit.start("for")].key
        if key == "for" or key in known("parties.bid"):
            return row.phrase(hit.start("who"), hit.start("who"))
    return None


def _persons_company(row: Row) -> Phrase | None:
    """The one company that a sentence about a person speaks of ("He took over Norvik")."""
    if BY_PERSON.match(row.tags) is None or row.words[0].key in ("it", "they", "we"):
        return None
    found = {row.words[hit.start("who")].key: hit.start("who") for hit in PARTY.finditer(row.tags)}
    at = next(iter(found.values()), None)
    return row.phrase(at, at) if at is not None and len(found) == 1 else None
