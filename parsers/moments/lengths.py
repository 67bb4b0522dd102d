"""What an amount of time says: its unit, the side it lies on ("the next"), and what may stand around it."""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.mentions import FigureReading
from parsers.model import Kind
from parsers.moments.phrase import GAP
from parsers.moments.words import Pattern, led
from parsers.rules import Hit

UNITS = ("timeunits.one", "timeunits.many")


HYPHEN = r"(?:[\s\u00a0][-\u2010\u2011]|[-\u2010\u2011])(?:[\s\u00a0]|)"


DASH = rf"(?:{GAP}|{HYPHEN})"


ABOUT = rf"(?:(?<![\p{{L}}\p{{N}}])(?P<about><<timewords.about>>){GAP})?"


SIDE = (
    rf"(?:(?<![\p{{L}}\p{{N}}])(?:(?P<the>the|these|those){GAP})?"
    rf"(?P<side><<timewords.back|timewords.ahead|timewords.here>>|first|latest|opening|final|early|recent|trailing|rolling){GAP})?"
)


_KINDS = (
    "more|full|whole|entire|additional|extra|further|other|consecutive|straight|successive|calendar|fiscal|trading|"
    "business|working|long|short|solid|odd|good"
)
KINDS = rf"(?:(?:{_KINDS}|long,{GAP}hard){GAP})?"


KIND_WORDS = (*_KINDS.split("|"), "hard")
"""The last words of `KINDS`."""


SINGLE = ("year", "month", "week", "quarter", "day")
"""Units of which a number before "ago" is none: it is what was so long ago ("versus 305,000 week ago")."""


OLD = Pattern(r"[\s\u00a0-](?:old|olds)(?!\p{L})")


SIDES = {
    "last": "past",
    "trailing": "past",
    "rolling": "past",
    "past": "past",
    "previous": "before",
    "preceding": "before",
    "prior": "before",
    "next": "next",
    "coming": "next",
    "following": "next",
}


def letter_of(unit: str) -> str:
    """The TIMEX3 letters of a unit: "D", "TH"."""
    return str(lexicon.entries("timeunits")[unit].get("timex"))


def rank_of(unit: str) -> int:
    """The place of a unit among the units by length."""
    return int(lexicon.entries("timeunits")[unit].get("rank"))


def length_figure(
    hit: Hit, start: int, value: Decimal, unit: str, high: Decimal | None = None
) -> FigureReading:
    """The figure of an amount of time: from ``start`` to the end of its unit."""
    printed = hit.text[start].isdigit()
    whole = Decimal(1) if value == value.to_integral_value() else None  # "half a year" prints no step
    return FigureReading(
        start=start,
        end=hit.match.end("unit"),
        kind=Kind.DURATION,
        value=None if high is not None else value,
        low=value if high is not None else None,
        high=high,
        precision=Decimal(1).scaleb(int(value.as_tuple().exponent)) if printed else whole,
        unit=unit,
    )


def side_of(hit: Hit) -> str | None:
    """Where the amount lies: "past" or "next" from now, or unsaid."""
    said = led(hit, "side")
    return SIDES.get(said.split()[-1].lower()) if said else None


TAIL = rf"(?:{GAP}or{GAP}(?:so|more|less)(?!\p{{L}}))?(?:[\s\u00a0-]long(?!\p{{L}}))?"
