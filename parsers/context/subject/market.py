"""Whose figures of a market are: its volume, how many issues rose and fell, what a place has."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found, is_edge
from parsers.context.subject.many import is_many_acting
from parsers.context.subject.places import is_of_all, is_of_economies
from parsers.context.subject.referent import resolve
from parsers.context.subject.sorts import is_no_company
from parsers.context.subject.topic import Topic, is_country
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick
from parsers.values import replace

NAMED_FIRST = Pattern(
    r"(?:[^;,]{0,6}-)?(?:[dc&],?)?(?:[np]D?x?(?P<own>[LEZ])x?T?,|(?P<own>L)'?(?P<what>[xM]{1,3})|(?P<what>[xM]{1,3})[^;,]{0,6}nD?(?P<own>L))"
)
"""How a sentence names its market: "In Tokyo,", "London shares", "Stocks ended mixed in Tokyo"."""
VENUES = ("Nasdaq",)
"""Where is dealt, besides the exchanges; it is an index too."""
NEAR = 8
"""How many words of a sentence's beginning name its market."""


def in_market(row: Row, topic: Topic, anew: bool) -> Topic:
    """The topic with the market that the text speaks of from a sentence on: a place or an exchange.

    A paragraph (``anew``: one begins) returns from a market of which the one before told only by the way.
    """
    if anew and topic.market != topic.home:
        topic = replace(topic, market=topic.home)
    head = row.tags[:NEAR]
    hit = NAMED_FIRST.match(head) if "L" in head or "E" in head or "Z" in head else None
    if hit is None:
        return topic
    if row.tags[hit.start("own")] == "Z" and row.phrase(*[hit.start("own")] * 2).text not in VENUES:
        return topic
    what = hit.span("what")
    if what[0] >= 0 and known("parties.listed").isdisjoint(row.keys[what[0] : what[1]]):
        return topic
    market = row.phrase(hit.start("own"), hit.start("own"))
    told = anew or topic.home is None or "F" in row.tags
    return replace(topic, market=market, home=market if told else topic.home)


def moved_on(row: Row, figure: Figure, place: int) -> Found | None:
    """The exchange on which so much was lost or gained ("after a 508-point fall on Wall Street")."""
    hit = MOVED_ON.match(row.tags, place + 1) if figure.kind in (Kind.POINTS, Kind.PERCENT) else None
    if hit is None and row.tags[place - 2 : place + 2] == "F(F)":
        hit = MOVED_ON.match(row.tags, place - 1)
    return Found(row.phrase(hit.end() - 1, hit.end() - 1), "subject.market") if hit is not None else None


MOVED_ON = Quick(r"(?:\(F\))?[xM]?[CG]pD?E")


def breadth_of(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The market of so many that rose and so many that fell ("Losers led gainers 561 to 367")."""
    told = known("contextwords.breadth").isdisjoint(row.keys[max(0, place - NEAR) : place])
    told = told and not _is_for_every(row, place)
    if told and figure.unit in ISSUES and topic.market is not None:
        told = MOVED.match(row.tags, place + 1) is None or not is_no_company(topic.now)
    if told or figure.kind not in (Kind.COUNT, Kind.RATIO) or group_of(figure) == "index":
        return None
    named = ON_VENUE.match(row.tags, place + 1)
    if named is not None:
        return Found(row.phrase(named.end() - 1, named.end() - 1), "subject.market")
    venue = row.tags.find("E", 0, place if not _is_for_every(row, place) else len(row.tags))
    if venue >= 0:
        return Found(row.phrase(venue, venue), "subject.market")
    land = topic.called.get("country")
    market = topic.market or (land if land is not None and is_country(land.text) else None)
    return Found(market, "subject.market") if market is not None else None


def _is_for_every(row: Row, place: int) -> bool:
    """Whether so many rose for so many that fell ("Three stocks fell for every two that rose")."""
    hit = FOR_EVERY.match(row.tags, place) or FOR_EVERY.match(row.tags, max(0, place - 4))
    return hit is not None and row.keys[hit.end() - 2] == "every"


FOR_EVERY = Pattern(r"FVpDF")
ON_VENUE = Quick(r"(?:tF)?M?[pn]D?E")
"""Behind so many: the exchange where they rose or fell ("by 3 to 1 on the NYSE", "a 3-to-1 margin on")."""
ISSUES = ("issue", "share", "stock")
MOVED = Pattern(r"d?V[,;&c]|d?V\Z")
"""Behind so many issues: that they rose or fell, and no more ("1,502 issues declined and")."""


def volume_of(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The exchange or the market of a turnover ("Volume on the first section", "Turnover was")."""
    metric = figure.metric
    if metric is None or metric.text.split()[-1].lower() not in known("contextwords.turnover"):
        return None
    first, last = word_at(row, metric.start), word_at(row, metric.end - 1)
    if first is None or last is None or figure.kind not in (Kind.COUNT, Kind.MONEY):
        return None
    if row.tags[first - 1 : first] in ("L", "E") and is_edge(row.tags, first - 1):
        return Found(row.phrase(first - 1, first - 1), "subject.beside")
    on = DEALT_ON.match(row.tags, last + 1)
    if on is not None and row.keys[on.start("on")] in ("on", "in", "at"):
        venue = row.tags[on.end() - 1] in "EL" or row.keys[on.end() - 1].split()[-1] in ("section", "board")
        if venue:
            return Found(row.phrase(on.start("own"), on.end("own") - 1), "subject.of")
    of_market = is_no_company(topic.now) or not SECTIONS.isdisjoint(HYPHEN.split(metric.text.lower()))
    if topic.market is None or not of_market:
        return None
    return Found(topic.market, "subject.market")


SECTIONS = frozenset(("section", "board"))
"""Parts of an exchange, in what is dealt there ("First-section volume")."""
HYPHEN = Pattern(r"[ -]")
DEALT_ON = Pattern(r"(?P<on>[pna])D?(?P<own>E|N|L|x{1,2})(?!')")


PRICES = ("closing price", "price", "security", "index", "yield")
"""What is had by what is traded itself ("Alberta crude settled at $20")."""


def place_before(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The place right before what economies have ("U.S. crude inventories fell"), no company's."""
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None else None
    if metric is None or first is None or first > place:
        return None
    if (land := _nationality(row, figure, first, topic)) is not None or not first:
        return land
    if metric.text.lower() in known("parties.security"):
        return None  # "Alberta crude"
    if row.tags[first] == "m" and is_many_acting(row, first - 1):
        return None  # "U.S. airlines lost $5 billion"
    at = first - 1
    while at and row.tags[at] in "xZ" and first - at < 3:
        at -= 1
    priced = group_of(figure) in PRICES and figure.kind != Kind.QUANTITY  # barrels are held, not quoted
    if row.tags[at] != "L" or (priced and not is_of_all(figure)):
        return None
    if not is_edge(row.tags, at) and not (is_of_economies(figure) and row.tags[at - 1] in "HWX"):
        return None  # "showed U.S. retail sales rose"
    if not is_of_economies(figure) and not is_no_company(topic.now):
        return None
    return Found(row.phrase(at, at), "subject.beside")


def _nationality(row: Row, figure: Figure, first: int, topic: Topic) -> Found | None:
    """Whose economy a metric is that a nationality begins, or stands before ("German unemployment")."""
    if not (is_of_economies(figure) or group_of(figure) == "trade") and not is_no_company(topic.now):
        return None
    for at in (first, first - 1):
        phrase = land_of(row, at)
        if phrase is not None and at == first and figure.metric is not None and _is_own_index(figure.metric):
            return Found(figure.metric, "subject.index")
        start = at - 1 if phrase is not None and " " in phrase.text else at
        named = is_of_economies(figure) and at == first and row.tags[first - 1 : first] not in ("'", "i")
        if phrase is not None and (named or is_edge(row.tags, start)):
            return Found(phrase, "subject.beside")
    return None


def _is_own_index(metric: Phrase) -> bool:
    """Whether an index is named by a nationality alone ("the Baltic index"): it is no economy's."""
    words = metric.text.lower().split()
    return len(words) == TWO and words[1] == "index"


TWO = 2


def land_of(row: Row, at: int) -> Phrase | None:
    """The nationality that ends at a word, or begins there ("South African")."""
    lands = known("parties.nationality")
    if at < 0 or row.tags[at] != "x":
        return None
    for first, last in ((at - 1, at), (at, at + 1)):
        two = first >= 0 and row.tags[first : last + 1] == "xx"
        if two and (phrase := row.phrase(first, last)).text in lands:
            return phrase
    phrase = row.phrase(at, at)
    return phrase if phrase.text in lands else None


def told_in_data(row: Row, figure: Figure, place: int) -> Found | None:
    """The country whose statistics a sentence begins with ("Chinese October data showed imports fell")."""
    if not (is_of_economies(figure) or group_of(figure) == "trade"):
        return None
    hit = DATA.match(row.tags)
    if (
        hit is None
        or hit.end() > place
        or row.keys[hit.start("data")] not in known("contextwords.statistics")
    ):
        return None
    land = land_of(row, 0) or land_of(row, 1)
    return Found(land, "subject.beside") if land is not None else None


def in_land(row: Row, figure: Figure, place: int) -> Found | None:
    """The country before a time or a length and what it has ("German 10-year yields", "US Nov core CPI")."""
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None else None
    if metric is None or first is None or not 2 <= first < place or row.tags[first - 1] not in "TF":
        return None
    lent = metric.text.lower().endswith(LENT)
    if not (lent or is_of_economies(figure) or group_of(figure) == "trade"):
        return None
    at = first - 2
    named = row.tags[at] == "L"
    land = row.phrase(at, at) if named else land_of(row, at)
    begins = land is not None and is_edge(row.tags, at - ("D" in row.tags[max(0, at - 1) : at]))
    return Found(land, "subject.beside") if land is not None and begins else None


LENT = ("yield", "yields", "borrowing costs", "rate", "rates")
"""What a country pays for what it borrows."""
DATA = Pattern(r"x{1,2}T?[xMG]{0,3}?(?P<data>[xM])(?:[xW][np]?T)?[HVWS](?!')")
"""A sentence that begins with what statistics showed."""


def aimed_at(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The company whose shares somebody sets a price for ("Calder raised its price target to")."""
    words = figure.metric.text.lower() if figure.metric is not None else ""
    rated = words == "target" and figure.kind is Kind.MONEY and row.tells("parties.shares")
    if figure.metric is None or (words not in TARGETS and not rated):
        return None
    last = word_at(row, figure.metric.end - 1)
    whose = FOR_WHOM.match(row.tags, last + 1) if last is not None else None
    if (hit := whose or CUT_FOR.match(row.tags)) is not None:
        return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.clause")
    return Found(topic.main, "subject.carried") if topic.main is not None else None


FOR_WHOM = Pattern(r"[po](?:D?[xM]{1,2}[on])?(?P<own>N)")
"""Behind a price target: the company that it is for ("raised its price target for Calder by $4 to")."""
CUT_FOR = Pattern(r"(?:[^;,]{0,8},)?D?(?P<own>N)d?[VmB][^;NS]{0,12}[cp]N[VBH]iM")
"""Whose shares moved since somebody changed his target ("Orlin fell 2% after Calder cut its target")."""
TARGETS = ("price target", "price targets", "target price", "target prices", "median price target")


ISSUED_BY = Pattern(
    r"[xMG]{0,3}(?:oD?[xMG]{1,4})?(?:x[np]?T|T|W|B?H)?(?P<by>p)[xkK]{0,2}(?P<own>[NL])(?!['K])"
)


def issued_by(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Who issues what is told of without him ("$150 million of notes due in 1999 by Calder Finance")."""
    if group_of(figure) not in ("security", "debt", "price") or "p" not in row.tags[place:]:
        return None
    hit = ISSUED_BY.match(row.tags, place + 1)
    if hit is None or row.keys[hit.start("by")] != "by":
        return None
    return resolve(row, hit.start("own"), topic, "subject.handled")


def is_equated(row: Row, place: int) -> bool:
    """Whether a figure is one side of a rate of exchange, which is nobody's ("($1 = 0.91 euros)")."""
    first = place - (row.tags[place - 1 : place] == "F")
    if row.tags[max(0, first - 1) : first + 2] != "(FF":
        return False
    return "=" in row.text[row.words[first].end : row.words[first + 1].start]
