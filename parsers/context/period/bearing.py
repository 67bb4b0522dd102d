"""The day that a text bears itself: prices are of it where the text names no day of trading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from parsers.context.draft import rule_of
from parsers.context.period.period import period_of
from parsers.context.period.times import Now, Times
from parsers.context.stages import Asked
from parsers.model import Figure, Kind, Moment
from parsers.values import replace

FRONT = 2000
"""How many characters from its beginning on a text bears its day."""
SATURDAY = 5


def day_of_text(moments: Iterable[Moment], now: Now) -> Moment | None:
    """The day in the head of a text, or its first session ("extended trading"), if markets were open then."""
    if now.today is None or now.today.weekday() >= SATURDAY:
        return None
    session = None
    for moment in moments:
        if not moment.first == moment.last == now.today:
            continue
        if moment.first == now.published and moment.granularity == "day" and moment.start < FRONT:
            return moment
        if session is None and moment.rule.startswith("clock."):
            session = moment
    return session


def on_day_of_text(
    undated: Iterable[tuple[Asked, Times]], day: Moment, when: Mapping[str, Moment]
) -> Iterator[Figure]:
    """The prices among figures without a period, and what goes on with them, with the day of the text."""
    dated: dict[str, Figure] = {}
    for one, times in undated:
        if one.figure.kind is Kind.POINTS and "-" in one.figure.text:
            continue  # "a half-point cut" is one of a rate that somebody sets
        before = dated.get(one.before.id, one.before) if one.before is not None else None
        figure, _ = period_of(one.row, one.figure, before, replace(times, day=day), when)
        goes_on = one.before is not None and one.before.id in dated
        if figure.period == day.id and (goes_on or rule_of(figure, "period") == "period.trading_day"):
            dated[figure.id] = figure
    yield from dated.values()
