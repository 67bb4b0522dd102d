"""The country that a text is mostly about: what economies have and nobody else has is that country's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from parsers import lexicon
from parsers.context.names.nations import ECONOMY
from parsers.context.names.parties import Names
from parsers.context.rows.words import known
from parsers.context.subject.actors import Found
from parsers.context.subject.places import is_of_all, is_of_economies, is_of_state
from parsers.context.subject.sorts import AUTHORITY, is_no_company, is_place, is_traded, speaks_of_land
from parsers.context.subject.telling import LOOSE
from parsers.context.subject.topic import COUNTRY, Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Phrase
from parsers.text import START
from parsers.values import record, replace

FRONT = 6000
"""How many characters of a text are looked at."""
WORDS = Pattern(r"\b\p{Lu}[\p{L}.]*+(?=(?P<more>(?: \p{Lu}\p{Ll}++){0,2}))")
"""A word with a capital, and up to two more behind it."""
LEAD = 300
"""How many characters of a text tell whether it is about an economy."""
MOSTLY = 0.6
"""The share of all mentions of countries that the one has at least which a text is mostly about."""


@record
class Land:
    """One mention of a country: its name, the words, and whether they are its name."""

    country: str
    words: Phrase
    named: bool


def with_homeland(text: str, topic: Topic, names: Names) -> Topic:
    """The topic with the country that a text is mostly about, and the names of those that it names."""
    lands = list(_lands(text, names))
    if not lands:
        return topic
    topic = replace(topic, of_economy=ECONOMY.search(text, 0, LEAD) is not None)
    named: dict[str, Phrase] = {}
    for land in lands:
        if land.named:
            named.setdefault(land.country, land.words)
    called = {
        land.words.text: named[land.country] for land in lands if land.country in named and not land.named
    }
    counts = Counter(land.country for land in lands)
    (best, most), *rest = counts.most_common(2)
    first = lands[0].country == best and lands[0].words.start < EARLY
    if most < MOSTLY * sum(counts.values()) and not (first and rest and most > rest[0][1]):
        return replace(topic, demonyms=called)
    led = any(land.country == best and land.words.start < LEAD for land in lands)
    alone = topic.of_economy and len(counts) == 1 and most >= SEVERAL
    if not (led or alone) or (most < SEVERAL and not first):
        return replace(topic, demonyms=called)
    words = named.get(best) or _called(text, [land.words for land in lands if land.country == best])
    called_so = {**topic.called, **dict.fromkeys(COUNTRY, words)}
    return replace(topic, demonyms=called, homeland=words, called=called_so)


def _called(text: str, adjectives: list[Phrase]) -> Phrase:
    """What a country goes by that is never named: its economy, else its people's name ("British")."""
    for words in adjectives:
        if (hit := OF_ECONOMY.match(text, words.end)) is not None:
            return Phrase(words.start, hit.end(), text[words.start : hit.end()])
    return adjectives[0]


OF_ECONOMY = Pattern(r" economy(?!\p{L})")
EARLY = 200
"""Within how many characters of its beginning a text names the country that it tells of."""
SEVERAL = 2


def _lands(text: str, names: Names) -> Iterator[Land]:
    """The countries that the front of a text speaks of, in text order; none in a firm's name, no currency."""
    found, end, begins = names.found, 0, _begins()
    for hit in WORDS.finditer(text, 0, FRONT):
        begun = hit.start() >= end and (hit[0] in begins or hit[0].rstrip(".") in begins)
        land = _land(hit[0] + hit["more"], hit.start()) if begun else None
        if land is None:
            continue
        end = land.words.end
        at = bisect_right(found, land.words.start, key=START) - 1
        inside = at >= 0 and found[at].end > land.words.start and found[at].tag not in ("L", "x")
        firms = text[max(0, land.words.start - 10) : land.words.start] == "Corporate "
        only = _is_money(text, land.words.end) or (not land.named and _is_of_a_firm(text, land.words.end))
        if not inside and not firms and not only:
            yield land


def _is_of_a_firm(text: str, end: int) -> bool:
    """Whether a nationality only tells of what country a part of somebody is ("its Italian arm")."""
    hit = NEXT.match(text, end)
    return hit is not None and hit["word"] in known("parties.unit")


def _is_money(text: str, end: int) -> bool:
    """Whether only a country's money is spoken of ("Canadian dollars", "US$5"), by what stands behind it."""
    if text[end : end + 1] in SIGNS:
        return True
    hit = NEXT.match(text, end)
    return hit is not None and hit["word"] in known("currencies.name currencies.common currencies.subunit")


@cache
def _begins() -> frozenset[str]:
    """The first words of what countries and their people are called: most capitalised words are none."""
    return frozenset(said.split()[0] for said in known("demonyms.noun demonyms.demonym"))


def _land(words: str, start: int) -> Land | None:
    """The country that some capitalised words begin with."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        said = " ".join(parts[:length])
        said = said if length > 1 or said in ABBREVIATED else said.rstrip(".")
        for named, kind in ((True, "demonyms.noun"), (False, "demonyms.demonym")):
            if found := lexicon.surfaces(kind).find(said):
                return Land(found[0].id, Phrase(start, start + len(said), said), named)
    return None


ABBREVIATED = ("U.S.", "U.K.", "N.Z.", "U.S.A.", "U.S.S.R.")
SIGNS = ("$", "\u20ac", "\u00a3", "\u00a5")
NEXT = Pattern(r"[ -](?P<word>\p{Ll}++)")
"""The word behind a country."""


def at_home(figure: Figure, found: Found | None, topic: Topic, names: Names) -> Found | None:
    """Whose a figure is in the end: the text's country's, of what countries have and nobody beside it does.

    A country that is only called by its people's name is told by its own, where the text has that.
    """
    if found is None:
        alone = topic.main is None or is_no_company(topic.main)
        own = _is_national(figure) and (alone or is_of_all(figure))
        own = own or (alone and topic.of_economy and figure.metric is not None and _is_measured(figure))
        own = own or (alone and _is_sum(figure))  # "$5 billion is set aside for schools"
        if topic.homeland is not None and own:
            return Found(topic.homeland, "subject.homeland")
        return _of_government(figure)
    noun = topic.demonyms.get(found.phrase.text)
    if noun is not None:
        return Found(noun, found.rule, found.seen or found.phrase)
    if topic.homeland is not None and topic.homeland.text == found.phrase.text + " economy":
        return Found(topic.homeland, found.rule, found.seen or found.phrase)
    if topic.homeland is not None and found.rule == "subject.index" and is_of_economies(figure):
        return Found(topic.homeland, "subject.homeland", found.phrase)
    if found.rule == "subject.index" and is_of_economies(figure) and found.phrase.text.islower():
        return None  # "the consumer price index rose"
    if topic.homeland is None and found.rule == "subject.carried" and AUTHORITY.search(found.phrase.text):
        land = topic.called.get("country")
        of_land = Found(land, "subject.homeland") if land is not None else None
        return of_land if _is_national(figure) else found  # no central bank has an inflation
    if topic.homeland is None or found.rule not in LOOSE or is_place(found.phrase) or is_traded(found.phrase):
        return found
    only_tells = AUTHORITY.search(found.phrase.text) is not None or speaks_of_land(found.phrase)
    only_tells = only_tells or names.is_person(found.phrase)
    measured = topic.of_economy and found.rule == "subject.carried" and figure.metric is not None
    trades = topic.of_economy and found.rule == "subject.carried" and _is_traded_by_all(figure)
    if trades or (only_tells and (_is_national(figure) or (measured and _is_measured(figure)))):
        return Found(topic.homeland, "subject.homeland")
    return found


def _of_government(figure: Figure) -> Found | None:
    """The government that what it has is named after ("Government revenues rose"), where no land is known."""
    hit = GOVERNMENT.match(figure.metric.text) if figure.metric is not None else None
    if hit is None or figure.metric is None or figure.kind not in COUNTED:
        return None
    start = figure.metric.start
    return Found(Phrase(start, start + hit.end(), hit[0]), "subject.beside")


GOVERNMENT = Pattern(
    r"(?i)(?:federal |central )?government(?= (?!bonds?|contracts?|notes?|paper|securities|yields?\b)\p{L})"
)


def _is_traded_by_all(figure: Figure) -> bool:
    """Whether a figure is of a country's trade: exports, imports, or what is left of both."""
    words = figure.metric.text.lower().split() if figure.metric is not None else [""]
    return group_of(figure) == "trade" or words[-1] in ("surplus", "deficit")


MEASURED = frozenset((Kind.PERCENT, Kind.MONEY, Kind.QUANTITY, Kind.POINTS))
COUNTED = MEASURED | {Kind.COUNT}


def _is_measured(figure: Figure) -> bool:
    """Whether a figure is a measure, and counts no more than jobs and who has none."""
    if figure.kind == Kind.COUNT:
        return group_of(figure) in ("employees", "unemployment")
    return figure.kind in MEASURED


def _is_sum(figure: Figure) -> bool:
    """Whether a figure is an amount of money as large as no price is."""
    return figure.kind == Kind.MONEY and figure.per is None and (figure.value or figure.low or 0) >= SUM


SUM = 1_000_000


def _is_national(figure: Figure) -> bool:
    """Whether a figure measures what countries have."""
    return figure.metric is not None and figure.kind in COUNTED and (is_of_state(figure) or is_of_all(figure))
