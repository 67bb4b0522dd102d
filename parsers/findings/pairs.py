"""Amounts that a text gives in two currencies, with the rate that they imply."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from decimal import Decimal
from typing import TypeAlias

from parsers import lexicon
from parsers.findings.base import Facts, Range, both, exactly
from parsers.findings.interval import around, coarse_step
from parsers.findings.stated import Stated
from parsers.findings.wording import digits, name
from parsers.model import Figure, Kind, LinkKind, Modifier, Span
from parsers.text import sentence_of
from parsers.values import record, replace

Time: TypeAlias = tuple[dt.date, dt.date] | int | None


@record
class Pair:
    """One amount in two currencies; ``rate`` is so many ``over`` for one ``under``.

    Pairs of equal ``time`` (a period, else a sentence) share a rate.  ``dated`` where it is a period,
    or where the sentence names another time.
    """

    given: Figure
    converted: Figure
    over: Figure
    under: Figure
    rate: Range
    time: Time
    dated: bool

    @property
    def written(self) -> str:
        """Both amounts as the text has them."""
        return f"{name(self.given)} ({name(self.converted)})"

    @property
    def shown_rate(self) -> str:
        """The quotient of the printed numbers, to four digits."""
        return digits((self.over.value or Decimal(0)) / (self.under.value or Decimal(1)))

    def both_ways(self) -> tuple[tuple[Figure, Figure], tuple[Figure, Figure]]:
        """Each amount with the other one."""
        return (self.given, self.converted), (self.converted, self.given)

    def expected(self, rate: Range) -> Range:
        """What the second amount would be at a rate."""
        given = _digits(self.given, self.converted)
        return given * rate if self.converted is self.over else given / rate


def find_pairs(facts: Facts) -> dict[frozenset[str | None], list[Pair]]:
    """The pairs of each two currencies, all with the same one on top."""
    groups: dict[frozenset[str | None], list[Pair]] = {}
    for link, figures in facts.links(LinkKind.EQUIVALENT):
        given, converted = sorted(figures[:2], key=lambda f: f.start)
        if not _convertible(given, converted):
            continue
        group = groups.setdefault(frozenset((given.unit, converted.unit)), [])
        over, under = given, converted
        top = group[0].over.unit if group else _larger(given, converted).unit
        if top != given.unit:
            over, under = converted, given
        rate = _digits(over, under) / _digits(under, over)
        if rate.rounded.low > 0 and rate.rounded.bounded:
            period = facts.days(given) or facts.days(converted)
            sentence = facts.sentence(link.evidence.start)
            dated = period is not None or _dated(facts, sentence)
            # A sentence that names times tells of several; only a shared period makes its pairs comparable.
            time: Time = period or (given.start if dated else sentence.start)
            group.append(Pair(given, converted, over, under, rate, time, dated))
    return {units: pairs for units, pairs in groups.items() if pairs}


def _dated(facts: Facts, sentence: Span) -> bool:
    """Whether a sentence names a time, or gives an old value beside a new one."""
    moments = facts.moments
    first = bisect_left(moments, sentence.start, key=lambda m: m.start)
    if first < len(moments) and moments[first].start < sentence.end:
        return True
    inside = facts.sentences.get(sentence_of(facts.document.sentences, sentence.start), [])
    return any(f.id in facts.between_levels for f in inside)


def _convertible(given: Figure, converted: Figure) -> bool:
    """Whether both are plain amounts; "$1 = 7.25 yuan" states a rate, it is a witness and no amount."""
    if not (given.kind is converted.kind is Kind.MONEY) or given.unit == converted.unit:
        return False
    if not (given.value and converted.value and given.unit and converted.unit):
        return False
    return 1 not in (given.value, converted.value) and given.value * converted.value > 0


def _larger(a: Figure, b: Figure) -> Figure:
    return max(a, b, key=lambda f: abs(f.value or Decimal(0)))


def _digits(figure: Figure, other: Figure) -> Range:
    """The digits alone: what "at least" says of one amount of a pair it says of the other too.

    Zeros are rounding only as far as the other amount is rounded: in "400 million pounds ($508
    million)" the 400 is exact to the million, or nobody could have made 508 of it.
    """
    if figure.modifier is not Modifier.EXACT or other.modifier is not Modifier.EXACT:
        return both(figure if figure.modifier is Modifier.ABOUT else replace(figure, modifier=Modifier.EXACT))
    value, step = figure.value or Decimal(0), figure.precision or Decimal(0)
    share = coarse_step(other) / abs(other.value or Decimal(1))
    wide = min(coarse_step(figure), max(step, abs(value) * share))
    return Range(around(value, step), around(value, wide), value)


def oriented(stated: Stated, pair: Pair) -> Stated:
    """A stated rate with the same currency on top as the pairs."""
    if stated.over == pair.over.unit:
        return stated
    return replace(stated, over=stated.under, under=stated.over, rate=exactly(1) / stated.rate)


def per(pair: Pair) -> str:
    """Written "yuan to the dollar"."""
    over, under = _currency(pair.over, 1), _currency(pair.under, 0)
    if over.rstrip("s") == under:
        over, under = (f"{_land(f)} {n}" for f, n in ((pair.over, over), (pair.under, under)))
    return f"{over} to the {under}"


def _land(figure: Figure) -> str:
    """Whose currency it is, for two of one name ("Canadian", "US")."""
    entry = lexicon.entries("currencies").get(figure.unit or "")
    return entry.classes.get("adjective", (entry.id,))[0] if entry else str(figure.unit)


def _currency(figure: Figure, plural: int) -> str:
    """The name of a currency: the one that the text has beside the amount, else its first one."""
    code = figure.unit
    entry = lexicon.entries("currencies").get(code or "")
    names = entry.classes.get("name", ()) if entry else ()
    said = [n for n in names if n in figure.text.lower().split()]
    if plural and said:
        return said[-1]
    own = [n for n in names if lexicon.surfaces("currencies.name").find(n)[0].id == code]
    return own[min(plural, len(own) - 1)] if own else str(code)
