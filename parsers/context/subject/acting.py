"""Who acts in a clause besides a name or a pronoun: many, bonds, a plant, two together, he who is paid."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.able import does_it_himself
from parsers.context.subject.actors import PAIR, Found, counted_actor, holds, is_edge, is_worth
from parsers.context.subject.many import is_many_acting, whole_of_many
from parsers.context.subject.sites import is_owned_site, site_acting
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind, Phrase


def kin_of(row: Row, at: int) -> Found | None:
    """The people of a person who begin a clause ("His family holds")."""
    kin = row.keys[at + 1 : at + 2] and row.keys[at + 1] in known("parties.kin")
    alone = kin and row.tags[at - 1 : at] != "&" and is_edge(row.tags, at)
    return Found(row.phrase(at, at + 1), "subject.clause") if alone else None


def acting(row: Row, at: int, place: int, topic: Topic) -> Found | None:
    """Many, those counted, bonds of so many years or a plant, where they are the subject of their clause."""
    if row.tags[at] == "F":
        watch = row.keys[at].split()[-1] in known("parties.outsider")  # "Six analysts expected sales of"
        return counted_actor(row, at) if ";" not in row.tags[at:place] and not watch else None
    if topic.company is None and (thing := _costing(row, at)) is not None:
        return thing
    if ";" not in row.tags[at:place] and is_many_acting(row, at) and not is_owned_site(row, at):
        the = row.keys[at - 1 : at] == ("the",)
        called = topic.called.get(row.keys[at]) if the else None
        called = called or (topic.company if the and row.keys[at] == "fund" else None)
        if called is not None:
            return Found(called, "subject.the_company", row.phrase(at, at))  # "The fund holds"
        if _send_shares(row, at, place) or _is_of_a_company(row, at, place, topic):
            return None
        return Found(whole_of_many(row, at), "subject.words")
    return _paper_acting(row, at) or site_acting(row, at, place)


def _costing(row: Row, at: int) -> Found | None:
    """A thing that costs so much ("A litre of diesel costs 1.85 euros")."""
    if row.tags[at + 1 : at + 2] != "W" or row.keys[at + 1] not in known("metrics.costing"):
        return None
    hit = THING.search(row.tags, max(0, at - 6), at + 1)
    return Found(row.phrase(hit.start("thing"), at), "subject.words") if hit is not None else None


THING = Pattern(r"(?r)(?:^|[,;c&\"])(?:[DQi]|Qo)?M?(?P<thing>[xZ]{1,3})\Z")
"""What costs something, from the beginning of a clause on."""


def _send_shares(row: Row, at: int, place: int) -> bool:
    """Whether many only move the shares of another ("Investors sent its shares up 8%")."""
    sends, shares = known("contextwords.sends contextwords.sending"), known("parties.shares")
    verb = next((i for i in range(at + 1, min(place, at + 12)) if row.keys[i] in sends), None)
    if verb is None:
        return False
    return any(key.split()[-1] in shares for key in row.keys[verb + 1 : min(place, verb + 4)])


def _is_of_a_company(row: Row, at: int, place: int, topic: Topic) -> bool:
    """Whether behind what many do a company's result is told ("Firms spent more there, and revenue rose")."""
    figure = row.words[place].ref if place < len(row.words) else None
    own = isinstance(figure, Figure) and group_family(figure.metric_name) in RESULTS and topic.now is not None
    return own and OF_ITS_OWN.search(row.tags, at, place) is not None


RESULTS = ("revenue", "profit")
OF_ITS_OWN = Pattern(r"(?r),?&x{0,2}[MG][VBm][^;,&]{0,6}\Z")


def beside_another(row: Row, at: int, place: int, topic: Topic) -> Found | None:
    """Whom a party that acts together with another, or is told of with its name, stands for."""
    tags = row.tags
    if (best := _best_of_land(row, at, topic) or _head_of(row, at, place)) is not None:
        return best
    if row.keys[at] in ("he", "she") and (
        _is_pay(row, place)
        or is_worth(row, place)
        or (holds(row, at, place) and (topic.now is None or _is_of_shares(row, place)))
        or does_it_himself(row, at, place, topic)
    ):
        person = person_before(row, at, topic)
        return Found(person, "subject.pronoun", row.phrase(at, at)) if person is not None else None
    if tags[at : at + 2] in ("NZ", "LZ") and tags[at + 2 : at + 3] not in tuple("MxZ"):
        return Found(row.phrase(at, at + 1), "subject.clause")  # "West Texas crude"
    if tags[at : at + 3] in ("NKN", "NRN", "NxN") and row.keys[at + 1] in HELD_BY:
        return Found(row.phrase(at + 2, at + 2), "subject.clause")  # "Norvik's parent" in another way
    both = TOGETHER.search(tags, max(0, at - 6), at) if tags[at] == "N" else None
    if both is not None and row.keys[both.start("what")] in known("contextwords.combined"):
        return Found(row.phrase(both.start("what"), at), "subject.clause")
    other = WITH_ANOTHER.search(tags, max(0, at - 9), at) if tags[at] == "N" else None
    if other is not None and place > at + 1 and tags[at + 1] in "VBHAWm":
        who = other.start("who")
        last = other.start("unit") if other["unit"] is not None else who
        return Found(row.phrase(who, last), "subject.clause")
    pair = PAIRED.search(tags[:at]) if tags[at] == "N" else None
    if pair is not None:
        return Found(row.phrase(pair.start("who"), pair.start("who")), "subject.clause")
    if tags[at] == "K" and tags[at + 1 : at + 3] in ("oN", "oL") and not _makes_it(row, at, topic):
        own = CALLED.search(tags[:at])
        who = own.start("who") if own is not None else at + 2
        return Found(row.phrase(who, who), "subject.clause")
    if PAIR.match(tags, max(0, at - 2)) and is_edge(tags, at - 2):
        return Found(row.phrase(at - 2, at), "subject.clause")
    return None


def _head_of(row: Row, at: int, place: int) -> Found | None:
    """Who heads a company, where he holds something himself ("The former Halden boss owns 5%")."""
    if row.tags[at] != "N" or row.keys[at + 1 : at + 2] not in HEADS or not holds(row, at + 1, place):
        return None
    first = at - (row.keys[at - 1 : at] in (("former",), ("ex",), ("ex-",)))
    return Found(row.phrase(first, at + 1), "subject.clause")


HEADS = (("boss",), ("founder",), ("co-founder",), ("chief",), ("director",), ("chairman",), ("owner",))


def _best_of_land(row: Row, at: int, topic: Topic) -> Found | None:
    """Whom words for the largest of a country's mean ("Britain's biggest grocer has posted")."""
    hit = BEST.match(row.tags, at)
    if hit is None or not row.keys[at + 2].endswith("est"):
        return None
    words = row.phrase(at, hit.end() - 1)
    return Found(topic.company or words, "subject.the_company", words)


HELD_BY = ("parent", "owner", "shareholder", "investor", "backer")
"""What one is of another whose name stands before it ("Alibaba shareholder Softbank plans")."""
BEST = Pattern(r"L'x{2,4}(?=d?[VHBAWS])")


def _makes_it(row: Row, at: int, topic: Topic) -> bool:
    """Whether a word for a company tells who is spoken of by what it makes ("the maker of Orlin soap")."""
    told = topic.company is not None and ITS_MAKER.search(row.tags, max(0, at - 4), at) is not None
    return told and row.keys[at] in known("parties.making")


ITS_MAKER = Pattern(r"(?r)(?:^|[,;c&\"])Dx{0,2}\Z")
"""Before a word for a company that begins a clause ("The Berlin-based publisher of")."""
OF_PERSONS = (Kind.PERCENT, Kind.COUNT, Kind.RATIO, Kind.DURATION, Kind.RANK)


def _is_of_shares(row: Row, place: int) -> bool:
    """Whether a figure can be of shares: what else somebody buys and sells is his company's."""
    figure = row.words[place].ref if place < len(row.words) else None
    share = isinstance(figure, Figure) and figure.kind in OF_PERSONS
    given = row.tells("contextwords.is_given") or "was paid" in row.text[row.span.start : row.span.end]
    return (
        share
        or given
        or row.tags[place + 1 : place + 2] == "Q"
        or HIS_OWN.search(row.tags, 0, place) is not None
    )


HIS_OWN = Pattern(r"(?r)I(?:d|A|H)*[WHV]i[xMkKZ]{1,4}(?:t[DNKx]{1,3})?(?:[np]T)?p\Z")
"""Before the price for which somebody sells what is his ("He sold his bakery to Halden in May for")."""


def _is_pay(row: Row, place: int) -> bool:
    """Whether a figure is what somebody is paid ("He will get a pension of", "She earned $2 million")."""
    earns = EARNS.search(row.tags, max(0, place - 6), place)
    if earns is not None and row.keys[earns.start("verb")] in EARNED:
        return True
    figure = row.words[place].ref if place < len(row.words) else None
    paid = row.keys[place - 1 : place] == ("paid",) and row.tags[place - 2 : place - 1] == "B"
    return isinstance(figure, Figure) and (paid or group_of(figure) == "pay")


EARNS = Pattern(r"(?r)I[dHA]{0,2}(?P<verb>[WHmx])[dq]*\Z")
EARNED = ("earned", "earns", "received", "receives", "pocketed", "got", "gets")
"""What a person does with an amount of his own."""


def person_before(row: Row, at: int, topic: Topic) -> Phrase | None:
    """Who "he" or "she" at ``at`` is: the person named last."""
    before = row.tags.rfind("P", 0, at)
    return row.phrase(before, before) if before >= 0 else topic.person


def _paper_acting(row: Row, at: int) -> Found | None:
    """Bonds of so many years as the subject of a clause ("Ten-year bonds yielded")."""
    if row.tags[at] != "M":
        return None
    paper = row.keys[at] in known("parties.borrowing") and at > 0 and row.tags[at - 1] in "TF"
    return Found(row.phrase(at - 1, at), "subject.clause") if paper and is_edge(row.tags, at - 1) else None


CALLED = Pattern(r"(?r)D(?P<who>N)x{0,3}\Z")
"""Before a word for what somebody is, with the name ("the Halden paper group of Norway")."""
TOGETHER = Pattern(r"(?r)(?P<what>[xMC])[op]D?[xLK]{0,3}N&D?[xLK]{0,3}\Z")
"""Before the second of two companies that become one ("A combination of Norvik and Calden would have")."""
WITH_ANOTHER = Pattern(r"(?r)(?P<who>[NL])'[xL]{0,2}(?:[MxG]{1,2}|(?P<unit>k))wD?\Z")
"""Before whom somebody has something ("Halden's deal with Norvik is worth", "joint venture with")."""
PAIRED = Pattern(r"(?r)(?:^|[;\"c-])(?P<who>N),D[^,;VBHAWXSmF]{1,8},&(?:[NL]'|i)?[xK]{0,3}\Z")
"""Before the second of two who act together: the first, with what it is ("Norvik, the maker, and Calder")."""
