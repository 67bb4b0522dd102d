"""Whose a figure is where its clause says nothing of it: who is spoken of, the whole, who is bid for."""

from __future__ import annotations

from parsers.context.names.parties import Names
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.market import land_of
from parsers.context.subject.of_metric import REPORTED
from parsers.context.subject.places import is_of_all, is_of_economies, is_of_state
from parsers.context.subject.sites import owns
from parsers.context.subject.sorts import (
    AUTHORITY,
    is_body,
    is_no_company,
    is_traded,
    names_index,
    speaks_of_land,
)
from parsers.context.subject.topic import TELLER_LAND, Topic
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of, is_unowned_volume
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick


def land_in_metric(row: Row, figure: Figure) -> Found | None:
    """The country that the words of a metric begin with ("Chinese wine sales"), where nobody has it."""
    metric = figure.metric
    at = word_at(row, metric.start) if metric is not None else None
    if at is None or metric is None or row.tags[at - 1 : at] in ("i", "'"):
        return None
    land = land_of(row, at)
    things = metric.text[len(land.text) :].split() if land is not None else []
    if group_of(figure) in REPORTED and (
        group_of(figure) != "revenue" or len(things) < OF_A_THING or things[0].istitle()
    ):
        return None  # "German sales" are a company's, "German wine sales" the country's
    return Found(land, "subject.beside") if land is not None and land.start == metric.start else None


OF_A_THING = 2


def has_its(row: Row, place: int, found: Found, topic: Topic) -> bool:
    """Whether many act on what one other has, who is spoken of ("Lenders agreed to let its debt rise")."""
    if found.rule not in ("subject.words", "subject.counted") or topic.company is None:
        return False
    at = word_at(row, found.phrase.end - 1)
    if at is None or at > place or row.keys[at][-1:] != "s":
        return False
    own = ITS_MEASURE.search(row.tags, at + 1, place)
    its = own is not None and row.keys[own.start()] == "its"
    return its and not any(tag in "NKkP" for tag in row.tags[at + 1 : place])


ITS_MEASURE = Pattern(r"ix{0,2}[MG]")


def whose_stock(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Whose "the stock" is that opens a sentence after a bid: that of the company that is bid for."""
    if topic.target is None or len(row.words) < 3 or place < 2 or "the" not in row.keys[:9]:
        return None
    lead = TRADING.match(row.tags)
    at = lead.end() if lead is not None else row.keys.index("the")
    if at > 3 and lead is None and row.tags[at - 1] != ",":
        return None
    if row.keys[at + 1] not in (*known("parties.shares"), "share price") or group_of(figure) not in (
        "security",
        "closing price",
        "price",
    ):
        return None
    return Found(topic.target, "subject.target", row.phrase(at, at + 1))


TRADING = Pattern(r"[na]D?[ExN]{1,3}T?,(?=D)")
"""Before what the shares did: where and when ("In Big Board trading yesterday, the stock")."""


def of_its_shares(row: Row, figure: Figure, names: Names) -> Found | None:
    """The company that is named in what is counted of its shares ("68 million Orlin shares outstanding")."""
    if figure.kind != Kind.COUNT or not row.text.startswith(" outstanding", figure.end):
        return None
    word = figure.text.split()[-2:][0]
    party = next((p.name for p in names.parties if p.tag == "N" and p.name.text.split()[0] == word), None)
    at = figure.start + figure.text.find(word)
    return Found(party, "subject.its_shares", Phrase(at, at + len(word), word)) if party is not None else None


def of_the_whole(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The main party, where a metric is said to be that of all its parts ("Total revenue was")."""
    first = word_at(row, figure.metric.start) if figure.metric is not None else None
    if first is None or topic.main is None or group_of(figure) not in REPORTED:
        return None
    words = known("contextwords.of_the_whole")
    whole = next((row.phrase(at, at) for at in (first, first - 1) if at >= 0 and row.keys[at] in words), None)
    other = topic.company if topic.unit is None else None  # all of another company that is told of now
    return Found(other or topic.main, "subject.whole", whole) if whole is not None else None


def carried(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """Who is spoken of; of a whole economy nobody who was only named in passing ("a cut by the bank")."""
    if topic.unit is not None and ITS.match(row.tags) is not None and owns(figure):
        return Found(topic.unit, "subject.pronoun", row.phrase(0, 0))
    economy = is_of_economies(figure)
    if economy and (people := _people_of(row, figure)) is not None:
        return Found(people, "subject.place")
    now = _spoken_of(figure, topic)
    if now is not None and _is_benchmark(row, figure) and not is_no_company(now):
        now = topic.called.get("country")
    bare = figure.metric is not None and figure.metric.text.lower() in ("price", "prices")
    if now is not None and bare and is_traded(now):
        return Found(now, "subject.carried")  # "Oil fell. Prices have lost $20 since last week"
    if now is not None and (economy or group_of(figure) == "trade") and (land := ruled_land(now)) is not None:
        return Found(land, "subject.carried")
    if now is not None and speaks_of_land(now) and is_of_state(figure):
        land = topic.called.get("country")
        return Found(land, "subject.carried") if land is not None else None
    if now is None or now.text in topic.tellers:
        lands = economy or group_of(figure) == "trade"
        land = topic.called.get("country" if lands else TELLER_LAND) if lands or now is None else None
        land = land or (topic.homeland if lands else None)
        return Found(land, "subject.carried") if land is not None else None
    if _is_of_a_market(row, figure) and not is_no_company(now):
        return None
    if _is_of_a_land(row, figure, now):
        land = topic.called.get("country")
        return Found(land, "subject.carried") if land is not None else None
    passed = economy and IN_PASSING.search(row.text, max(0, now.start - 24), now.start)
    if passed:
        now = topic.called.get("country")
    elif _is_of_another(figure, now):
        in_land = topic.called.get("country") if economy or group_of(figure) == "trade" else None
        now = topic.main if topic.main is not None and not is_traded(topic.main) else in_land
    return Found(now, "subject.carried") if now is not None else None


def _is_benchmark(row: Row, figure: Figure) -> bool:
    """Whether a yield is that of bonds of so many years, which no company has ("the 2-year yield broke")."""
    rate = figure.kind in (Kind.PERCENT, Kind.POINTS) and figure.metric is not None
    at = word_at(row, figure.metric.start) if rate and figure.metric is not None else None
    if at is None or row.keys[at] not in ("yield", "yields", "note", "notes"):
        return False
    return row.tags[at - 1 : at] == "T" or row.keys[at - 1 : at] == ("benchmark",)


def _spoken_of(figure: Figure, topic: Topic) -> Phrase | None:
    """Who is spoken of and may have what a figure measures."""
    now, company = topic.now or topic.main, topic.company
    if now is None:
        return None
    if company is not None and _is_a_backers(figure, now):
        now = company  # "Calder Partners has a 1% stake. The stock fell"
    if company is not None and is_body(now) and not is_no_company(company):
        now = company  # "A court fined it. Sales were"
    if _are_rates(figure) and not is_no_company(now):
        return topic.called.get("country")
    return now


def _people_of(row: Row, figure: Figure) -> Phrase | None:
    """The nationality before what an economy has, where its clause names nobody ("Russian consumers")."""
    for at in range(row.places.get(figure.id, 0) - 1, -1, -1):
        if row.tags[at] == ";":
            return None
        if (land := land_of(row, at)) is not None:
            return land
    return None


def _are_rates(figure: Figure) -> bool:
    """Whether rates or yields of many are told of, which are no company's own ("mortgage rates averaged")."""
    words = figure.metric.text.lower().split() if figure.metric is not None else []
    return len(words) > 1 and words[-1] in ("rates", "yields") and group_family(figure.metric_name) == "rate"


def _is_of_a_land(row: Row, figure: Figure, now: Phrase) -> bool:
    """Whether a figure is of the country that a text is about, and not of whom it speaks."""
    unsaid = figure.metric is None or figure.metric.end <= row.span.start
    if unsaid and is_traded(now) and not ECONOMISTS.isdisjoint(row.keys):
        return True
    authority = AUTHORITY.search(now.text) is not None
    if is_of_all(figure) and (not is_no_company(now) or authority):
        return True
    return authority and group_of(figure) in ("pay", "price")


def are_nobodys(row: Row, figure: Figure, place: int) -> bool:
    """Whether things are only said to be ("There are 150 makers worldwide"), or are those who are asked."""
    if HEADS_ENTRY.match(row.tags, 0, place + 2) is not None and row.tags[place + 1 : place + 2] == ":":
        return True  # "1.7 million: Number of electric cars sold in China"
    if figure.kind != Kind.COUNT:
        if are_answers(row, figure, place):
            return True
        hit = OF_SHARES.match(row.tags, place + 1)
        return hit is not None and row.keys[hit.end("all") - 1] in known("parties.all_dealt")
    if row.keys[: place - 1] == ("of",) and (figure.unit or "").split()[-1:] in (["stock"], ["share"]):
        return True  # "Of more than 1,600 stocks on the exchange, 76% rose"
    asked = (figure.unit or "").split()[-1:] in (["analyst"], ["economist"], ["forecaster"], ["strategist"])
    there = THERE_ARE.match(row.tags, 0, place)
    if asked or there is None or row.keys[there.start("there")] != "there":
        return asked
    return there.start() == there.start("there") or group_family(figure.metric_name) != "headcount"


HEADS_ENTRY = Quick(r"q{0,2}F:\Z")
"""A figure at the front of what it is of."""


def are_answers(row: Row, figure: Figure, place: int) -> bool:
    """Whether a part of those who were asked answers so ("62% say prices will rise", "41% are opposed")."""
    verb = row.keys[place + 1 : place + 2]
    if figure.kind != Kind.PERCENT or not verb:
        return False
    if verb[0] in known("contextwords.answers"):
        return True
    return verb[0] in ARE and FIRST.fullmatch(row.tags, 0, place) is not None


ARE = ("are", "do", "have", "were", "would")
FIRST = Pattern(r"(?:[Ddqxc]|p(?=D)){0,3}")
OF_SHARES = Pattern(r"oD?(?P<all>[xMZ]{1,2})d?V")
"""Behind a part: shares, and that they rose or fell ("76% of shares rose")."""


def _is_of_a_market(row: Row, figure: Figure) -> bool:
    """Whether a volume is as large as only a market's ("Volume totaled 173.5 million shares")."""
    if not is_unowned_volume(figure):
        return False
    told = (word.ref for word in row.words if word.tag == "F")
    return any(isinstance(f, Figure) and f.unit == "share" and (f.value or 0) >= OF_A_MARKET for f in told)


OF_A_MARKET = 50_000_000
"""Shares above which no single company's change hands on a day."""
THERE_ARE = Pattern(r"(?:T,?|[pn]L,?)?(?P<there>[dxD])A?B[^,;VBHAWXS]{0,3}\Z")
"""A sentence that only says how many there are ("This year, there will be 9 million")."""


def ruled_land(now: Phrase) -> Phrase | None:
    """The country whose bank or government is spoken of ("India's central bank")."""
    hit = RULER.fullmatch(now.text)
    if hit is None or hit["land"] not in known("parties.place"):
        return None
    return Phrase(now.start, now.start + len(hit["land"]), hit["land"])


RULER = Pattern(
    r"(?P<land>[\p{Lu}][^'\u2019]+)['\u2019]s? (?:\p{Ll}+ ){0,2}?"
    r"(?:central bank|government|ministry|parliament|administration|council|agency)"
)


def _is_a_backers(figure: Figure, now: Phrase) -> bool:
    """Whether a figure is of shares where an investor is spoken of, who has none."""
    shares = figure.metric is not None and figure.metric.text.lower() in known("parties.shares")
    return shares and now.text.split()[-1].lower() in known("parties.backer")


ECONOMISTS = frozenset(("economist", "economists"))
"""Who have expected something of an economy where the text speaks of what is traded."""
ITS = Quick(r"i[xTCE]{0,2}[MGk]")
"""A sentence that begins with what the unit spoken of has ("Its shipments fell")."""


def _is_of_another(figure: Figure, now: Phrase) -> bool:
    """Whether a figure is none of what is traded and spoken of ("Oil ... Imports rose")."""
    if not is_traded(now) or figure.metric is None:
        return False
    index = names_index(now.text)
    if index and figure.kind == Kind.COUNT and group_of(figure) == "security":
        return True  # "About 900 million shares changed hands"
    if index and figure.metric.text.lower().split()[-1] == "prices":
        return True  # "The Dow rose. Grocery prices fell"
    if group_of(figure) == "security" and now.text.split()[-1].lower() in CURRENCIES:
        return True  # "The dollar rose. An auction of notes drew"
    if group_of(figure) in OF_TRADED:
        return False
    return group_of(figure) != "yield" or now.text.split()[-1].lower() not in known("parties.borrowing")


CURRENCIES = ("dollar", "euro", "yen", "sterling", "pound", "yuan", "peso", "rupee", "mark", "franc", "real")
OF_TRADED = ("closing price", "price", "security", "index", "volume", "market value", "rate")
"""What is had by what is traded itself; a text that speaks of it says of nobody whose the rest is."""
IN_PASSING = Pattern(r"(?ri)\b(?:by|at|from|for|to|with|against)\s(?:the\s)?")
