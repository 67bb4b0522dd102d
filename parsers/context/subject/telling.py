"""Who only tells the figures of others in a sentence, of whom the text does not speak."""

from __future__ import annotations

from parsers.context.names.tellers import gathers
from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.carried import ruled_land
from parsers.context.subject.onward import PRICES
from parsers.context.subject.places import is_of_all, is_of_economies
from parsers.context.subject.sorts import AUTHORITY, COUNTS, is_no_company, is_place, is_traded
from parsers.context.subject.topic import TELLER, Topic, of_teller
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Phrase
from parsers.values import replace
from parsers.worded import Worded

SAYS = Pattern(r"(?:^(?:[pn]?T,)?|,)D?(?P<who>E)(?:\(E\))?[dpT]{0,2}S")
"""Who tells figures of others, at a sentence's beginning or end ("the Association of Brewers said")."""


def with_teller(row: Row, topic: Topic) -> Topic:
    """The topic of a sentence that such a one tells: what it has is not that of a company spoken of."""
    if (unnamed := _unnamed_teller(row)) is not None and not _has_own(row):
        return replace(topic, now=unnamed, tellers=topic.tellers | {unnamed.text})
    if topic.homeland is not None and (office := _office_says(row)) is not None:
        return replace(topic, now=None, tellers=topic.tellers | {office.text})
    hit = (SAYS.search(row.tags) or SAID_BY.search(row.tags)) if "E" in row.tags else None
    if hit is None or not gathers((who := row.phrase(hit.start("who"), hit.start("who"))).text):
        return topic
    if "S" not in hit[0] and (row.keys[hit.start("how")] != "according" or _has_own(row)):
        return topic
    now = who if topic.now is not None else None
    called = {**topic.called, **of_teller(who)}
    return replace(topic, now=now, tellers=topic.tellers | {who.text}, called=called)


def _unnamed_teller(row: Row) -> Phrase | None:
    """A body without a name that tells what many have ("rose 7%, an industry body said")."""
    hit = A_BODY.search(row.tags)
    if hit is None or row.keys[hit.start("a")] not in ("a", "an"):
        return None
    words = row.phrase(hit.start("who"), hit.end("who") - 1)
    return words if words.text in known("parties.teller") else None


def _office_says(row: Row) -> Phrase | None:
    """The ministry or bank of a country that a sentence begins with, and that says what is not its own."""
    hit = OFFICE_SAYS.match(row.tags)
    if hit is None or _has_own(row) or row.keys[hit.start("who")] not in known("parties.body"):
        return None
    return row.phrase(hit.start("who"), hit.start("who"))


OFFICE_SAYS = Pattern(r"D(?P<who>K)[SX][xMTGC]")
"""Before what a ministry says that is measured ("The ministry said orders were")."""


def _has_own(row: Row) -> bool:
    """Whether a sentence names whose figures it tells, or says "its"."""
    return "i" in row.tags or "I" in row.tags or "N" in row.tags or "k" in row.tags


A_BODY = Pattern(r",(?P<a>D)(?P<who>x{0,2}[xK])S")
SAID_BY = Pattern(r",(?P<how>x)tD?(?P<who>E)(?=[,;]|\Z)")
"""Who has told it, at the end of a sentence ("rose 7%, according to the Importers Association")."""


def who_speaks(topic: Topic) -> Phrase | None:
    """Who is spoken of and can say something: for what is traded and for a place, who told of it last."""
    if topic.now is not None and is_place(topic.now):
        return topic.called.get(TELLER, topic.now)
    traded = topic.now is not None and is_traded(topic.now)
    return topic.called.get(TELLER) if traded else topic.now


def home_of(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The country that a text is mostly about, of what is nobody else's ("U.S. drilling activity slowed")."""
    alone = topic.main is None and topic.now is None and not topic.of_market
    if not alone or topic.homeland is None or figure.metric is None or "L" in row.tags:
        return None
    return Found(topic.homeland, "subject.carried") if figure.kind in COUNTED else None


COUNTED = frozenset((Kind.PERCENT, Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.POINTS))


def of_land(row: Row, figure: Figure, found: Found, topic: Topic) -> Found | None:
    """The country, where what economies have is not that of the bank or the ministry that tells of it."""
    if found.rule in ("subject.owner", "subject.of") or found.phrase is topic.called.get(PRICES):
        return found
    if is_of_economies(figure) and (ruled := ruled_land(found.phrase)) is not None:
        return Found(ruled, found.rule, found.seen or found.phrase)
    land = topic.called.get("country")
    words = found.phrase.text
    state = land or topic.homeland
    if state is not None and _tells_of_state(row, figure, found):
        return Found(state, "subject.carried")
    if found.rule == "subject.words" and is_of_economies(figure) and _employs(words):
        first = words.split()[0]  # "U.S. employers hired, and unemployment fell"
        if first not in known("parties.place parties.nationality"):
            return Found(land, "subject.carried") if land is not None else None
        return Found(Phrase(found.phrase.start, found.phrase.start + len(first), first), "subject.place")
    if group_of(figure) in GROWN and (
        words.split()[-1].lower() in OFFICES or OFFICE.search(words) is not None
    ):
        worldly = "International" in words or "Organization" in words
        return Found(land, "subject.carried") if land is not None and not worldly else None
    lent = _is_of_homes(row, figure) and found.rule in LOOSE and _is_a_name(words)
    if lent or (is_of_all(figure) and _only_says(row, found)):
        return Found(state, "subject.carried") if state is not None else None
    if (
        is_of_all(figure)
        and found.rule in (*LOOSE, "subject.which")
        and _is_a_name(words)
        and not is_no_company(found.phrase)
    ):
        own = figure.metric is not None and "cost" in figure.metric.text.lower()  # a builder's own
        return found if own else Found(land, "subject.carried") if land is not None else None
    told = figure.metric is None and figure.kind == Kind.PERCENT and COUNTS.search(words) is not None
    if not is_of_economies(figure) and not told:
        return found
    ruling = AUTHORITY.search(words) or words in known("parties.body")
    of_land = Found(land, "subject.carried") if land is not None else None
    return of_land if ruling else found


def _is_of_homes(row: Row, figure: Figure) -> bool:
    """Whether the price of a country's homes is told ("the price of an average British home")."""
    metric = figure.metric
    if metric is None or metric.text.lower() not in ("price", "prices"):
        return False
    return OF_HOMES.match(row.text, metric.end) is not None


OF_HOMES = Pattern(
    r" (?:of|for) (?:(?:the|an?|average|typical|\p{Lu}[\p{L}.]*+) ){0,4}"
    r"(?:homes?|houses?|propert(?:y|ies)|flats?)\b"
)


def _only_says(row: Row, found: Found) -> bool:
    """Whether a lender with the name of a town only says something ("The Halifax said prices rose")."""
    place = found.rule == "subject.clause" and is_place(found.phrase)
    return place and SAID.match(row.text, found.phrase.end) is not None


SAID = Worded(r"(?:, \p{Ll}++,)? <<contextwords.say>>(?!\p{L})")


def _tells_of_state(row: Row, figure: Figure, found: Found) -> bool:
    """Whether a body of a state only says what the state has ("the central bank said exports fell")."""
    metric = figure.metric.text.lower().split() if figure.metric is not None else []
    words = found.phrase.text
    ruling = words.lower() in known("parties.body") or words.lower().endswith(OFFICES)
    if not ruling or STATES.isdisjoint((*metric, *of_value(row, figure))):
        return False
    return BODY_SAYS.match(row.tags) is not None and row.span.start <= found.phrase.start < row.span.end


def of_value(row: Row, figure: Figure) -> tuple[str, ...]:
    """The word for what a value is one of ("the value of exports")."""
    at = row.places.get(figure.id, 0)
    of = [key for key in row.keys[max(0, at - 12) : at] if key in STATES]
    return tuple(of[-1:])


STATES = frozenset(
    ("exports", "imports", "reserves", "borrowing", "debt", "remittances", "deficit", "surplus", "shipments")
)
"""What a country has as a company may."""
BODY_SAYS = Pattern(r"(?:[pn]?T,)?D[xKk]{1,3}[dT]?Sc?(?!i)")
"""A sentence that begins with a body of a state that says something ("The central bank said")."""


def _employs(words: str) -> bool:
    """Whether words are for many who have none of what economies have."""
    return " " in words and words.split()[-1].lower() in (
        "employers",
        "companies",
        "factories",
        "builders",
        "firms",
    )


def _is_a_name(words: str) -> bool:
    """Whether a subject is named ("the Bureau"), and no word for many ("U.S. employers")."""
    last = words.split()[-1]
    return last[0].isupper() and last.lower() not in known("parties.actor")


LOOSE = ("subject.clause", "subject.carried", "subject.pronoun", "subject.continued", "subject.the_company")
"""Rules by which a forecaster may seem to have what he only tells of ("The bureau said inflation was 2%")."""
GROWN = ("production", "stocks on hand")
"""What is grown and kept in a country, which a ministry only tells of."""
OFFICES = ("department", "ministry", "agency", "bureau", "usda", "office")
OFFICE = Pattern(r"\b(?:Department|Ministry|Bureau) of\b|\b(?:Department|Ministry|Bureau)\b")
