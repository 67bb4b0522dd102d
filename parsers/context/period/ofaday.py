"""The day on which a price moved or a decision or deal was made, and the longer time of its change."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.context.draft import rule_of
from parsers.context.period.closes import some_time
from parsers.context.period.dealt import dealt_on, decided_on
from parsers.context.period.isold import more_than
from parsers.context.period.levels import MILLIONS
from parsers.context.period.moving import is_booked
from parsers.context.period.old import same_as
from parsers.context.period.sessions import clock_day, trading_day
from parsers.context.period.stood import set_on
from parsers.context.period.times import DAYS, Given, Times, moment_at
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Moment, Status


def moved_itself(row: Row, figure: Figure, place: int) -> bool:
    """Whether a company rose to a price: its shares did, whatever period it reports of."""
    if figure.metric is not None or figure.kind != Kind.PERCENT or MOVES.search(row.tags[:place]) is None:
        return False
    if IN_TRADE.match(row.tags, place + 1) is not None and row.tags[:place].count("N"):
        at = place + 2  # "Norvik dropped 2.9 percent in Taiwan", "in Frankfurt trading"
        session = moment_at(row, at)
        return session is None or session.rule.startswith("clock.")
    level = LEVEL.match(row.tags, place + 1)
    to = row.words[level.end() - 1].ref if level is not None else None
    return isinstance(to, Figure) and to.kind == Kind.MONEY and MILLIONS.search(to.text) is None


LEVEL = Pattern(r"U?tq*F")
IN_TRADE = Pattern(r"n(?:T|L(?=[,.;&c]|\Z))")


def is_moved(row: Row, figure: Figure, place: int, times: Times) -> bool:
    """Whether something moved that is not named, in a text on a day of trading."""
    said = times.said is not None or clock_day(row, times.today) is not None
    if times.day is None and said and moved_itself(row, figure, place):
        return True
    named = figure.metric.text.lower() if figure.metric is not None else "market"
    if times.day is None or figure.status != Status.REPORTED or not named.endswith(("market", "markets")):
        return False
    if figure.kind == Kind.MULTIPLE:
        return False
    booked = figure.kind in (Kind.MONEY, Kind.COUNT) and is_booked(row, place)
    return figure.direction != Direction.NONE and not booked


CONTRAST = Pattern(r"(?r)T,?[c&][^;F]{1,8}Hd?[VmWx]q*\Z")
"""Before what has moved over the time of the figure before."""


def of_a_day(
    row: Row,
    figure: Figure,
    place: int,
    traded: bool,
    times: Times,
    before: Figure | None,
    moments: Mapping[str, Moment],
) -> Given | None:
    """The day of a decision, of trading or of a deal; behind a price also the longer time right there."""
    if traded and (then := some_time(row, place)) is not None:
        return Given(then, "period.stated")
    if (decided := decided_on(row, figure, place, times)) is not None:
        return decided
    if traded and (span := _over(row, place)) is not None:
        return Given(span, "period.stated")
    beside = before is not None and CONTRAST.search(row.tags[row.places.get(before.id, 0) : place])
    if traded and before is not None and beside and "T" not in row.tags[place + 1 : place + 6]:
        same = same_as(before, moments)  # "have lost 22% since May, while the index has gained 16%"
        if same is not None and rule_of(before, "period") != "period.trading_day":
            return same
    if (peak := set_on(row, place)) is not None:
        return Given(peak, "period.stated")
    moves = figure.metric is None and MOVES.search(row.tags[:place]) is not None
    moves = moves or ON_A_DAY.search(row.tags, max(0, place - 6), place + 3) is not None
    traded = traded or (moves and figure.kind == Kind.PERCENT)
    if traded and (day := trading_day(row, place, times.today)) is not None:
        return Given(day, "period.trading_day")
    return dealt_on(row, figure, place, times)


ON_A_DAY = Pattern(r"(?r)pVd?q*FpT\Z")
"""Around a rate by which shares moved on a day ("before plunging 15% on Wednesday")."""
MOVES = Pattern(r"(?r)(?:^T?|[,;c&])(?:(?:D|L')?[xM]{0,4}K(?=N))?(?:N'?|I)d?(?:V|(?<=N)m)d?(?:D[xd]?)?q*\Z")
"""Before a rate by which a company itself moved: its shares did ("Halden jumped 4%")."""


def _over(row: Row, place: int) -> Moment | None:
    """The longer time right behind a change of price ("down 12% since January", "up 20% this year")."""
    at = place + 2 if row.tags[place + 1 : place + 2] in ("p", "n", "d") else place + 1
    recently = row.tags[place + 1 : place + 5] == "pTpT" and row.keys[place + 3] == "as"
    at += 2 * recently  # "$11 as recently as May"
    moment = moment_at(row, at) if row.tags[at : at + 1] == "T" else None
    longer = moment is not None and moment.granularity not in DAYS
    spans = at in (place + 1, place + 4) or row.words[place + 1].key in SPANNING
    return moment if longer and spans and not more_than(row, at) else None


SPANNING = ("since", "in", "over", "during", "for", "so far")
"""Words before the longer time of a change."""
