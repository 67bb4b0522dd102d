"""Whose a figure is where nobody acts in its clause: who says it, the words before it, who is named in it."""

from __future__ import annotations

from collections.abc import Collection

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found, is_employer
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.sorts import is_body, is_no_company
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind, Phrase

OWN_FAMILIES = frozenset(
    (
        "revenue",
        "profit",
        "one-time item",
        "costs",
        "cash",
        "margin",
        "payout",
        "headcount",
        "sites",
        "volume",
    )
)
"""What those who tell of it have themselves, where nobody else is named."""


def is_owed(figure: Figure, whose: Phrase) -> bool:
    """Whether a figure of a lead is of whom the text names soon behind it ("Net down by a fifth")."""
    family = group_family(figure.metric_name)
    own = family in RESULTS and (figure.kind != Kind.COUNT or figure.metric_name in STAFF)
    soon = figure.end < whose.start < figure.end + SOON
    return own and soon and figure.subject is None and not (is_no_company(whose) or is_body(whose))


RESULTS = ("revenue", "profit", "one-time item", "cash", "margin", "payout", "headcount")
STAFF = ("employees", "jobs", "job cuts")
SOON = 1200
"""How many characters behind a figure of a lead the one is named at most whose it is."""


def teller_of(row: Row, figure: Figure, place: int) -> Found | None:
    """The company that ends a sentence as who says it ("Margins widened to 41%, Halden said")."""
    if "S" not in row.tags[place:] or group_family(figure.metric_name) not in OWN_FAMILIES:
        return None
    hit = TELLS.search(row.tags, place)
    if hit is None or is_employer(row, hit.start("who")):
        return None
    at = hit.start("who")
    return (
        None
        if row.keys[at].split()[-1] in known("parties.backer")
        else Found(row.phrase(at, at), "subject.tells")
    )


TELLS = Pattern(r"[,\"](?:D?[xKRLk]{0,4}(?P<who>N)d?S|SD?[xKLk]{0,4}(?P<who>N))(?=[\",dTpn-]|\Z)")


def named_in(row: Row, figure: Figure, place: int, asides: Collection[str]) -> Found | None:
    """The company that stands nearest before a figure, or else behind it, where the text speaks of none.

    Last of all it is that of the person who speaks ("we"); none of the ``asides``, who only tell of others.
    """
    if is_of_economies(figure) or "N" not in row.tags or group_of(figure) == "probability":
        return None
    named = [at for at, tag in enumerate(row.tags) if tag == "N" and not _asks(row, at)]
    named = [at for at in named if row.phrase(at, at).text not in asides]
    own = [at for at in named if not is_employer(row, at)]
    speaks = group_family(figure.metric_name) in OWN_FAMILIES or not WE.isdisjoint(row.keys)
    if not own and speaks and not row.tells("parties.outsider"):
        own = named
    before = [at for at in own if at < place]
    # A name that begins another clause behind the figure has nothing to do with it.
    behind = (at for at in own if row.tags[max(0, at - 2) : at] not in (",&", ",c"))
    at = before[-1] if before else next(behind, None)
    return Found(row.phrase(at, at), "subject.named") if at is not None else None


WE = frozenset(("we", "our", "us", "i", "my"))
"""Who speaks of themselves."""


def _asks(row: Row, at: int) -> bool:
    """Whether a name is that of who has asked others or is a source ("polled by Calder", "according to")."""
    if "according" in row.keys[max(0, at - 4) : at]:
        return True
    at -= row.tags[at - 1] == "D"
    if row.keys[max(0, at - 3) : at] == ("put", "out", "by"):
        return True
    return at > 1 and row.keys[at - 1] == "by" and row.keys[at - 2].split()[-1] in known(POLLED)


POLLED = "contextwords.polled contextwords.survey"


WORDS_BEFORE_VERB = Pattern(
    r"(?r)(?:^|[,;cS&-]|(?<![pna])T)D?(?P<np>(?:M&)?(?!&)[xLNEKk&]{0,3}[xLNEKk])(?=[VHAWBm])[^;c]*\Z"
)
FAR = 240
"""How many words before a figure its subject may stand at most where nothing nearer is one."""


def words_of(row: Row, figure: Figure, place: int) -> Found | None:
    """Where no party is named at all: the words before the verb ("health care companies")."""
    hit = WORDS_BEFORE_VERB.search(row.tags, max(0, place - FAR), place)
    asks = known("contextwords.asks contextwords.survey contextwords.stands_in")
    if hit is not None and row.keys[hit.end("np") - 1] in asks:
        return None  # "A Reuters poll had pointed to", "The figure was"
    if hit is None or LAST_OF.search(row.tags[max(0, hit.start() - 6) : hit.start("np")]) is not None:
        return None
    first, last = hit.start("np"), hit.end("np") - 1
    while last > first and row.keys[last].endswith("ly"):
        last -= 1  # "the currency temporarily surged"
    if row.tags[first : last + 1] == "E" and ITS_OUTLOOK.search(row.tags[last:place]) is not None:
        return None  # "The institute raised its growth forecast to 4%"
    many = row.keys[last] in known("parties.actor")
    if many and row.tags[first] != "L" and is_of_economies(figure):
        return None  # "employers hired, and unemployment fell"
    land = row.tags[first] == "L" and is_of_economies(figure)  # "U.S. employers hired, and unemployment fell"
    return Found(row.phrase(first, first if land else last), "subject.words")


ITS_OUTLOOK = Pattern(r"E[VWH]i[xMG]*[MG]")
"""Behind who foresees for others: that the forecast is a new one."""
LAST_OF = Pattern(r"(?r)(?:o|(?<=[MR][xH]?)[pnft])[xLNE]{1,4}(?:,[xLNET,]{1,8})?&T?\Z")
"""Before the last of what something is of ("Construction of houses and flats", "Spending on health and")."""


def seer_of(row: Row, figure: Figure, place: int) -> Found | None:
    """Where nobody else is spoken of: the person who sees or expects it ("said Petra Vogel, who sees").

    What economies have is never his.
    """
    metric = figure.metric.text.lower() if figure.metric is not None else ""
    if is_of_economies(figure) or group_of(figure) == "trade" or metric.endswith("growth"):
        return None
    hit = TELLER.search(row.tags[max(0, place - FAR) : place])
    if hit is None:
        return None
    at = max(0, place - FAR) + hit.start("who")
    return Found(row.phrase(at, at), "subject.teller")


TELLER = Pattern(r"(?r)(?P<who>P)(?:,[^,;F]{1,12})?,r[^;F]{1,24}\Z")


def at_last(row: Row, figure: Figure, place: int, asides: Collection[str]) -> Found | None:
    """Whose a figure is where the text speaks of nobody: who tells it, the words before it, who is named."""
    return (
        teller_of(row, figure, place)
        or words_of(row, figure, place)
        or seer_of(row, figure, place)
        or named_in(row, figure, place, asides)
    )
