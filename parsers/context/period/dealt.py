"""The day on which something changed hands: "sold 890,000 shares on Nov. 14 for $9.50 each"."""

from __future__ import annotations

from parsers.context.period.isold import belongs_to_old
from parsers.context.period.times import DAYS, Given, Times, moment_at
from parsers.context.period.trading import family_of
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, Status

REACH = 20
"""How many words a day or a figure may stand from the verb of a deal."""


def dealt_on(row: Row, figure: Figure, place: int, times: Times) -> Given | None:
    """The day, or the days, of the purchase or sale that a figure is an amount or a price of."""
    if (
        "T" not in row.tags
        or figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.RATIO)
        or figure.status != Status.REPORTED
    ):
        return None
    deals = known("contextwords.deals")
    for deal in range(max(0, place - REACH), min(len(row.tags), place + 4)):
        if row.keys[deal] not in deals or not _is_of(row, deal, place):
            continue
        moment = _day_of(row, deal, times)
        if moment is not None:
            return Given(moment, "period.dealt")
    return None


def decided_on(row: Row, figure: Figure, place: int, times: Times) -> Given | None:
    """The day on which a rate was set ("On Tuesday the bank raised its rate by half a point, to 5%")."""
    named = figure.metric.text.lower().split() if figure.metric is not None else ()
    rate = (
        family_of(figure) == "rate"
        or "rate" in named
        or (figure.kind == Kind.POINTS and figure.unit != "point")
    )
    if "T" not in row.tags or figure.status != Status.REPORTED or not rate:
        return None
    for set_at in range(place - 1, max(-1, place - REACH), -1):
        if row.tags[set_at] in ";cSA" or row.tags[set_at : set_at + 2] == ",&":
            return None
        if row.keys[set_at] in known("contextwords.sets_rates"):
            moment = _day_of(row, set_at, times) if _is_of(row, set_at, place) else None
            return Given(moment, "period.decided") if moment is not None else None
    return None


def _is_of(row: Row, deal: int, place: int) -> bool:
    """Whether a figure is in the clause of a deal; ", which it did not name," may stand between."""
    if deal > place:
        return row.tags[place + 1 : deal] in (
            "",
            "Q",
            "B",
            "QB",
        )  # "453,000 bought in the open market", "shares were sold"
    between = ASIDE.sub("", row.tags[deal + 1 : place])
    return ANOTHER.search(between) is None


ASIDE = Pattern(r",[pno]?r[^,;F]{1,16},")
ANOTHER = Pattern(r"[;cSAXVHWmv]|(?<!B)f|,&|&[NKIDi]{1,3}[B]")
"""Between a deal and a figure of another clause, or an old value."""


def _day_of(row: Row, deal: int, times: Times) -> Moment | None:
    """The day behind a deal in its clause, or right before it."""
    for at in range(deal + 1, min(len(row.tags), deal + REACH)):
        if row.tags[at] in ";cSAXVHWmfv" or (row.tags[at] == "," and row.tags[at + 1 : at + 2] != "T"):
            break
        moment = _day(row, at, times)
        if moment is not None:
            return moment
        if row.tags[at] == "T" and _is_longer(row, at):
            return None  # "It said on Tuesday it sold 4 million phones in the third quarter"
    before = OPENS.search(row.tags[:deal]) or HAD_THEN.search(row.tags[:deal])
    return _day(row, before.start("day"), times) if before is not None else None


def _is_longer(row: Row, at: int) -> bool:
    """Whether the moment at a word is a period of results."""
    moment = moment_at(row, at)
    return moment is not None and moment.granularity in ("quarter", "half", "year")


HAD_THEN = Pattern(r"(?r)Hp?(?P<day>T)\Z")
"""Before a deal, the day of which stands within the verb ("had on March 9 sold")."""


OPENS = Pattern(r"(?r)(?:(?:^|-)(?:D?x?[NL]')?D?x?[NKLxE]?|;|,&|[Sc]D?)p?(?P<day>T),?[DiKkNRxI]{0,4}H?\Z")


def _day(row: Row, at: int, times: Times) -> Moment | None:
    """The moment at a word, where it is a day or some days that have been."""
    moment = moment_at(row, at) if row.tags[at] == "T" else None
    if moment is None or moment.granularity not in DAYS or belongs_to_old(row, at):
        return None
    if moment.rule == "clock.tonight":
        return None  # "its overnight rate"
    ends = row.keys[at - 1] in known("contextwords.no_period") if at else False
    ahead = times.today is not None and moment.last is not None and moment.last > times.today
    return None if ends or ahead else moment
