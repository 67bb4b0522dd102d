"""Whose a figure is where nobody acts in its clause: who says it, who is named in it, the place it is of."""

from __future__ import annotations

from collections.abc import Collection

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found, is_employer
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.sorts import AUTHORITY, is_body, is_no_company, is_place
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick

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


def agency_of(row: Row, place: int) -> Found | None:
    """The agency that has done itself what a clause tells ("The SEC has imposed penalties of $2 million").

    So has a treasury that sells debt.
    """
    sells = ISSUES.search(row.tags, 0, place) if "E" in row.tags[:place] else None
    if sells is not None and row.keys[sells.end() - 1] in known("parties.sells_debt"):
        who = sells.start("who")
        if row.keys[who].split()[0] in TREASURIES:
            return Found(row.phrase(who, who), "subject.agency")
    if (sold := _sold_by(row, place)) is not None:
        return sold
    hit = AGENCY.search(row.tags, 0, place) if "E" in row.tags[:place] else None
    if hit is None or not row.keys[hit.end() - 1].endswith("ed") or row.keys[hit.end() - 1] in REPEATS:
        return None
    at = hit.start("who")
    if any(row.tags[i] == "H" and row.keys[i] not in HAS for i in range(at + 1, hit.end())):
        return None  # "A USDA report released today"
    return Found(row.phrase(at, at), "subject.agency")


def _sold_by(row: Row, place: int) -> Found | None:
    """The body that has sold debt for an amount ("The European Commission on Tuesday raised $5 million")."""
    hit = SOLD.search(row.tags, max(0, place - 9), place) if "E" in row.tags[:place] else None
    if hit is None or row.keys[hit.start("does")] not in known("parties.sells_debt"):
        return None
    figure = row.words[place].ref
    money = isinstance(figure, Figure) and figure.kind == Kind.MONEY
    return Found(row.phrase(hit.start("who"), hit.start("who")), "subject.agency") if money else None


SOLD = Pattern(r"(?r)(?<!['i])(?P<who>E)(?:pT|T)?[dH]{0,2}(?P<does>[VWHmx])D?q*\Z")


ISSUES = Pattern(r"(?r)(?<!['i])(?P<who>E)(?:x(?=[WVHmxA]))?(?:[AdH]|xt|Wt){0,3}[VHWmxX]")
"""A treasury and what it does ("the Treasury will sell", "the Treasury department seeks to offload")."""
TREASURIES = ("treasury", "exchequer")
HAS = ("has", "had", "have")
REPEATS = ("quoted", "cited")
"""What is done with the words and figures of others."""
AGENCY = Pattern(r"(?r)(?:^|[,;c\"])D?(?P<who>E)[dH]{0,2}[xW]")


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


def each_of(row: Row, figure: Figure, place: int, before: Figure | None) -> Found | None:
    """Whose one of several amounts is that each have a name behind them ("6% at Halden and 2% at Calder")."""
    if (land := _of_each_land(row, figure, place)) is not None:
        return land
    hit = AT_WHOM.match(row.tags, place + 1)
    if hit is None or row.keys[hit.start("for")] not in EACH:
        return None
    at = hit.start("own")
    if figure.metric is None:
        listed = figure.kind in (Kind.MONEY, Kind.COUNT) and row.keys[hit.start("for")] in ("at", "from")
        listed = listed and sum(1 for _ in EACH_AT.finditer(row.tags)) > 1
        return Found(row.phrase(at, at), "subject.each_at") if listed else None
    if row.tags[at] == "L" and not is_of_places(figure):
        return None
    family = group_family(figure.metric_name)
    counted = figure.kind == Kind.COUNT and row.keys[hit.start("for")] == "from"
    if (family not in (*OWN_FAMILIES, "economy", "users") and not counted) or group_of(figure) in PAID:
        return None
    earlier = ALSO_BEFORE.search(row.tags[max(0, place - 12) : place])
    if earlier is None and ALSO_BEHIND.match(row.tags, hit.end()) is None:
        return None
    if earlier is not None and (before is None or before.metric != figure.metric):
        return None
    return Found(row.phrase(at, at), "subject.each_at")


def _of_each_land(row: Row, figure: Figure, place: int) -> Found | None:
    """The country of one of several things told in turn ("59 litres in France and three litres in Japan")."""
    hit = IN_LAND.match(row.tags, place + 1) if figure.kind == Kind.QUANTITY else None
    if hit is None or sum(1 for _ in LANDS.finditer(row.tags)) < 2:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.each_at")


IN_LAND = Quick(r"nD?(?P<own>L)(?!')")
LANDS = Pattern(r"F(?=nD?L(?:,|&|,&|\Z))")
PAID = ("payment", "sale price", "proceeds")
EACH = ("at", "for", "from", "in")
AT_WHOM = Quick(r"(?:AW(?=f))?(?P<for>[apnf])D?[xK]{0,2}(?P<own>[NL])(?!')")
ALSO_BEHIND = Pattern(r",?&?q*F[apnf]D?[xK]{0,2}[NL]")
ALSO_BEFORE = Pattern(r"(?r)F[apnf]D?[xK]{0,2}[NL](?:,?tq*F)?,?&?q*\Z")
EACH_AT = Pattern(r"F(?:A?[BW])?[af]D?[xK]{0,2}[NL](?=[,;&]|\Z)")
"""One of several amounts, each with whose it is ("£600mn at Norvik, £450mn at Tarn Bank")."""


def is_of_places(figure: Figure) -> bool:
    """Whether what a figure measures can be that of countries and regions."""
    return is_of_economies(figure) or group_of(figure) in OF_PLACES


def place_of(row: Row, figure: Figure, place: int, now: Phrase | None) -> Found | None:
    """The country or region that opens a clause, of what economies have ("In Spain, unemployment fell to").

    A company that is spoken of grows there, and pays there.
    """
    if "L" not in row.tags[:place]:
        return None
    if (where := _where(row, figure, place, now)) is not None:
        return Found(row.phrase(where, where), "subject.place")
    if figure.metric is None and now is not None and not is_place(now):
        return None
    wide = figure.metric is not None and figure.metric.text.lower() in known("contextwords.wide_thing")
    if wide and (hit := HEADED.search(row.tags, 0, place)) is not None:
        return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.place")
    if not is_of_places(figure) and now is not None and not is_no_company(now):
        return None
    own = not is_of_economies(figure) or (
        figure.metric is not None and figure.metric.text.lower().endswith("growth")
    )
    if own and now is not None and not is_place(now) and AUTHORITY.search(now.text) is None:
        return None
    hit = HEADED.search(row.tags, 0, place) or TOLD_OF.search(row.tags, 0, place)
    if hit is not None and figure.metric is None and "Z" in row.tags[hit.end("own") : place]:
        return None  # "In Jakarta, the rupiah fell"
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.place") if hit is not None else None


def _where(row: Row, figure: Figure, place: int, now: Phrase | None) -> int | None:
    """The place of which a clause tells that begins with "where"; of jobs where no company is spoken of."""
    hit = WHERE.search(row.tags, max(0, place - 12), place)
    if hit is None or "where" not in row.keys[hit.end("own") : hit.end("own") + 2]:
        return None
    priced = figure.metric is not None and figure.metric.text.lower().endswith("prices")
    wide = priced or is_of_places(figure) or ("rdB" in hit[0] and is_no_company(now))
    return hit.start("own") if wide else None


WHERE = Pattern(r"(?r)n(?P<own>L),?(?:[cr][xM]{0,2}M[^;,NKkIPL]{0,6}|rdB[dq]{0,2})\Z")
"""A place of which a clause tells ("the biggest fall was in Wales where prices fell by 6%")."""
OF_PLACES = ("rate", "pay", "production")
TOLD_OF = Pattern(r"(?r)(?:^|[;c])D?(?P<own>L),[^,;VBHAWXSmNPKI]{1,8}\Z")
"""What a place is, told behind it ("but the South, home to half of them,")."""
HEADED = Pattern(
    r"(?r)(?:(?:^|[;\"-]|,c?&?|&|c)n|^p)D?x?(?P<own>L(?!')),?(?:I(?=[VBHAX]))?[^,;NKkIPZ]*(?:,[^,;NKkIPS]*)?\Z"
)


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
LAST_OF = Pattern(r"(?r)(?:o|(?<=M[xH]?)[pnft])[xLNE]{1,4}(?:,[xLNET,]{1,8})?&T?\Z")
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
