"""What is a price in a market, or its change, and how many shares changed hands."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.period.breadth import is_of_a_session
from parsers.context.period.levels import MILLIONS, ends_at_a_price, loses
from parsers.context.period.onmarket import SHARE_PRICES, is_yield_of_debt, on_a_market
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import counts_peaks, group_family, group_of, is_unowned_volume
from parsers.model import Direction, Figure, Kind, Status

CLOSES = frozenset(("closing price", "close", "closing share price"))
PRICES = frozenset(("price", "security", "index"))
ELIDED = "metric.elided_anew"
"""The rule for what a sentence leaves out behind an owner ("Norvik's slipped 4%")."""


def family_of(figure: Figure) -> str:
    """The family of a figure's metric, empty where it has none."""
    return group_family(figure.metric_name)


def _has_points(figure: Figure) -> bool:
    """Whether a figure tells of points that an index has moved, and no load factor."""
    reported = figure.kind == Kind.POINTS and figure.status == Status.REPORTED
    return reported and figure.unit == "point" and family_of(figure) not in ("margin", "ratio")


def is_traded(row: Row, figure: Figure, place: int) -> bool:
    """Whether the figure is a price in a market, or its change ("shares closed at $45")."""
    if _is_averaged(figure) or figure.metric_name == "price target":
        return False
    if figure.kind == Kind.MULTIPLE and OTHER.match(row.tags, place + 1) is not None:
        return False
    if _has_points(figure) or counts_peaks(figure) or group_of(figure) == "closing price":
        return True
    family = family_of(figure)
    rule = rule_of(figure, "metric")
    closes = figure.direction != Direction.NONE and ends_at_a_price(row, place)
    closes = (closes and figure.kind == Kind.PERCENT) or loses(row, figure, place)
    if _is_turnover(figure, row, place) or _is_net(figure, row, place) or closes:
        return True
    if is_past_close(figure):
        return True
    if _is_no_price(row, figure, place):
        return False
    if _changes_hands(row, place) or (family == "profit" and _moves_to(row, figure, place)):
        return True
    future = figure.kind == Kind.MONEY and _is_of_a_future(row, place)
    if rule == "metric.part_of" or (family not in (*PRICES, "rate", "volume", "") and not future):
        return False
    if family == "volume" and group_of(figure) != "volume":
        return False
    bare = figure.kind in (Kind.COUNT, Kind.RATIO) and figure.unit is None
    priced = figure.kind in (Kind.MONEY, Kind.PERCENT) or bare or family == "volume"
    priced = priced or (family == "rate" and figure.unit == "basis point")
    if not priced and (figure.metric is not None or figure.kind == Kind.QUANTITY):
        return False
    if family == "rate" and "Z" not in row.tags and not _of_market(figure):
        return False
    before, keys = row.tags[max(0, place - 16) : place], row.keys[max(0, place - 16) : place]
    moves = "V" in before or "m" in before or "U" in before[-3:]
    moves = moves or not known("contextwords.moves").isdisjoint(keys)
    owns = not known("contextwords.owns").isdisjoint(keys)
    there = future or on_a_market(row, place) or ends_at_a_price(row, place) or _is_of_what_is_traded(figure)
    there = there or is_yield_of_debt(figure) or (rule == ELIDED and family in PRICES)
    return moves and not owns and there


def _is_of_what_is_traded(figure: Figure) -> bool:
    """Whether a price is that of a money or of goods, though the sentence only says "it" of them."""
    whose = figure.subject.text.lower() if figure.subject is not None else ""
    traded = known("parties.security")
    return figure.metric is None and not traded.isdisjoint((whose, *whose.split()[-1:]))


def _is_of_a_future(row: Row, place: int) -> bool:
    """Whether a price is that of what is delivered in a month ("The December contract rose 2.5 cents")."""
    hit = FUTURE.search(row.tags[max(0, place - 16) : place])
    if hit is None:
        return False
    return row.keys[max(0, place - 16) + hit.start("noun")] in FUTURES


FUTURES = ("contract", "contracts", "delivery", "futures")
FUTURE = Pattern(r"(?r)T(?P<noun>[xM])[^;,VHWBS]{0,4}[VHWBm][^;]{0,8}\Z")


GROWS = frozenset(("grew", "grow", "growing", "grown", "grows", "expanded"))


OTHER = Pattern(r"o?Dq*F")
"""Behind a multiple: that of which it is one ("double the $1.25 billion")."""


def _is_averaged(figure: Figure) -> bool:
    """Whether a volume is what changes hands on an average day, and so that of none."""
    named = figure.metric.text.lower() if figure.metric is not None else ""
    return "daily" in named.split() and family_of(figure) == "volume"


def _is_no_price(row: Row, figure: Figure, place: int) -> bool:
    """Whether an amount is no price of a day: what it would come to, what is offered, what is settled."""
    if figure.status in (Status.FORECAST, Status.TARGET):
        return True
    if figure.metric is None and not GROWS.isdisjoint(row.keys[max(0, place - 4) : place]):
        return True  # "Asia, the smallest region, grew 12%": no price does
    if figure.metric is not None and figure.metric.text.split()[-1].lower() in known("contextwords.offers"):
        return True  # "a sweeter bid of as much as $32"
    if figure.kind == Kind.MONEY and _is_offered(row, place):
        return True
    if figure.kind == Kind.RATIO and row.keys[place + 1 : place + 2] == ("price",):
        return True  # "rights to buy shares at half price"
    if figure.kind in (Kind.PERCENT, Kind.RATIO) and row.tags[place + 1 : place + 2] == "o":
        return figure.direction == Direction.NONE  # "30% of a gold mine at Port Calder"
    if _is_set(row, place):
        return True
    if figure.kind == Kind.MONEY and MILLIONS.search(figure.text) is not None:
        return True  # "stocks fell to 58 million pounds"
    set_at = "at" in row.keys[max(0, place - 2) : place]
    if set_at and not known("contextwords.values").isdisjoint(row.keys[max(0, place - 6) : place]):
        return True  # "that values the stock at $43.80"
    return row.once(_tells_of_courts)  # "has settled 310 of those cases"


def _is_offered(row: Row, place: int) -> bool:
    """Whether a price is what somebody offers for shares ("a tender offer for all shares at $65")."""
    low = max(0, place - 12)
    hit = OFFERED.search(row.tags[low:place])
    if hit is None:
        return False
    return row.keys[low + hit.start()].split()[-1] in known("contextwords.offers")


OFFERED = Pattern(r"(?r)[xMVW](?=[pt][^,;VHWBAXS]{1,10}aq*\Z)")


def _is_set(row: Row, place: int) -> bool:
    """Whether somebody sets what it asks or pays for a thing ("raised its crude postings 40 cents")."""
    low = max(0, place - 14)
    hit = ITS_PRICE.search(row.tags[low:place])
    if hit is None:
        return False
    return any(key.split()[-1] in PRICE for key in row.keys[low + hit.start() : place])


ITS_PRICE = Pattern(
    r"(?r)V(?:i|D(?=[^,;VHWBFpnotf]{0,5}IA))[^;VHWBS]{1,12}"
    r"(?:AW[^,;FVHWBS]{0,6}|(?<=F[Qx]{0,2}),W[^,;FVHWBS]{1,6})?\Z"
)
PRICE = frozenset(
    ("price", "prices", "posting", "postings", "fee", "fees", "tariff", "tariffs", "fare", "fares")
)


def _tells_of_courts(row: Row) -> bool:
    """Whether a sentence tells of what is settled in courts."""
    return row.tells("contextwords.courts")


def is_of_trading(row: Row, figure: Figure, place: int, before: Figure | None, *, session: bool) -> bool:
    """Whether a figure is a price in a market, its change, or in a text on a ``session`` a volume."""
    if is_traded(row, figure, place) or (
        session and (_is_volume(figure) or is_of_a_session(row, figure, place))
    ):
        return True
    return before is not None and _is_reached(row, figure, place, before)


def _is_reached(row: Row, figure: Figure, place: int, before: Figure) -> bool:
    """Whether an amount is the price at which what moved before it stands ("shares were down 4% at $21")."""
    if figure.kind not in (Kind.MONEY, Kind.COUNT) or row.tags[place - 1 : place] != "a":
        return False
    at = row.places.get(before.id, -1)
    return at == place - 2 and before.kind == Kind.PERCENT and is_traded(row, before, at)


def _is_volume(figure: Figure) -> bool:
    """Whether a figure is the volume of a market, where a day of trading is spoken of."""
    named = figure.metric.text.lower() if figure.metric is not None else ""
    if figure.kind is Kind.MONEY and named.endswith("turnover"):  # that of a company is its revenue
        return figure.subject is None or rule_of(figure, "subject") in ("subject.market", "subject.index")
    return (
        figure.kind in (Kind.QUANTITY, Kind.PERCENT)
        and not _is_averaged(figure)
        and named in ("volume", "trading volume", "turnover", "trading")
    )


def is_of_shares(figure: Figure) -> bool:
    """Whether a figure is a price of shares, which is of no period of a report."""
    named = figure.metric.text.lower() if figure.metric is not None else ""
    return group_of(figure) == "closing price" or named.endswith(SHARE_PRICES)


def is_past_close(figure: Figure) -> bool:
    """Whether a figure is a close that something is measured by ("a premium to its closing price of $45")."""
    named = figure.metric.text.lower() if figure.metric is not None else ""
    return figure.kind == Kind.MONEY and named in CLOSES


def _of_market(figure: Figure) -> bool:
    """Whether a rate is one of the market ("the yield", "federal funds rate")."""
    text = figure.metric.text.lower() if figure.metric is not None else ""
    return group_of(figure) == "yield" or "funds" in text


def _is_turnover(figure: Figure, row: Row, place: int) -> bool:
    """Whether shares are counted that changed hands ("volume of 5 million shares", "on 2 million shares")."""
    if figure.kind == Kind.PERCENT and is_unowned_volume(figure):
        return True
    if figure.kind != Kind.COUNT or (figure.unit or "").split()[-1:] != ["share"] or figure.metric is None:
        return False
    said = figure.metric.text.split()[-1].lower() in known("contextwords.turnover")
    said = said or _change_hands(row, place)
    return said or PRICE_ON.search(row.tags[max(0, place - 8) : place]) is not None


def _is_net(figure: Figure, row: Row, place: int) -> bool:
    """Whether an amount is what some bought or sold of shares on balance, or what a volume was worth."""
    if figure.kind != Kind.MONEY:
        return False
    before = row.keys[max(0, place - 12) : place]
    if "net" in before and not known("contextwords.net_dealt").isdisjoint(before):
        return not known("parties.shares").isdisjoint(row.keys[place + 1 : place + 6])
    worth = WORTH.search(row.tags, max(0, place - 5), place)
    told = row.words[worth.start("volume")].ref if worth is not None else None
    return isinstance(told, Figure) and worth is not None and "worth" in row.keys[worth.end() - 2 : place]


WORTH = Pattern(r"(?r)(?P<volume>F)Mq*(?:F\()?\Z")
"""Between a volume and what it was worth."""


def _change_hands(row: Row, place: int) -> bool:
    """Whether what is counted changed hands ("9 million shares changed hands"), not is in some."""
    near = row.keys[place + 1 : place + 4]
    return "traded" in near or ("hands" in near and any(key.startswith("chang") for key in near))


def _changes_hands(row: Row, place: int) -> bool:
    """Whether a verb of trading leads to a price ("to trade at 391.40"), or shares are counted that rose."""
    behind = max(0, place - 1 - (row.tags[place - 1 : place] == "q"))
    if row.keys[behind : behind + 1] == ("at",):
        verb = behind - 1 - (behind > 1 and row.tags[behind - 1] == "T")
        if row.keys[verb] in known("contextwords.trades contextwords.closed"):
            return True
    return not known("contextwords.breadth").isdisjoint(row.keys[max(0, place - 12) : place + 3])


def _moves_to(row: Row, figure: Figure, place: int) -> bool:
    """Whether a price "lost $1.25 to $18.50": what is lost to a level is none of a profit."""
    level = TO_LEVEL.match(row.tags, place + 1) is not None and row.tags[place - 1 : place] in ("m", "q")
    return figure.kind == Kind.MONEY and level and on_a_market(row, place)


def is_of_no_session(row: Row, place: int) -> bool:
    """Whether a price is of no one day: before an event, of some days, or as high as it once was."""
    hit = HAS_BEEN.search(row.tags[max(0, place - 6) : place])
    if hit is not None and row.keys[max(0, place - 6) + hit.end() - 1].startswith("trading"):
        dated = DATED.match(row.tags, place + 1)
        return dated is None or row.keys[dated.end() - 1] == "recently"
    if row.keys[place - 1] not in AS_HIGH:
        return _is_before(row, place)
    return row.keys[max(0, place - 2)] == "once" or ONCE_WAS.search(row.tags[:place]) is not None


HAS_BEEN, DATED = Pattern(r"HB[xm]"), Pattern(r"[^,;F]{0,4}T")
AS_HIGH = ("as high as", "as low as")
ONCE_WAS = Pattern(r"(?r),r(?:HB|B)q*\Z")
"""Before the most that something was ("Its stock, which was as high as $18, closed at $4 yesterday")."""


def _is_before(row: Row, place: int) -> bool:
    """Whether a price is one that something had before an event ("Before the bid, they traded at $26")."""
    led = row.keys[0] in ("before", "until", "prior") and "," in row.tags[:place]
    return led and "T" not in row.tags[: row.tags.index(",")]


TO_LEVEL = Pattern(r"[QU]?t(?:[VmWx]a)?q*F")
PRICE_ON = Pattern(r"(?r)tq*Fpq*\Z")
