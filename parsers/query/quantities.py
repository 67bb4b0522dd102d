"""Amounts as a person types them into a filter: "1bn", "$2.5m", "5 %", "500MW", "3 years", "1m..5m"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.digits import EXACT
from parsers.lexicon import Entry
from parsers.numerals import read_number
from parsers.values import record

LONGEST = 100
SCALES = (
    "scales.word|scales.short|scales.wire|scales.letter|scales.money_letter|scales.money_short|scales.hundred"
    "|scales.dozen"
)
SIGNS = "currencies.symbol|currencies.prefixed|currencies.behind"
CODES = "currencies.code|currencies.shy|currencies.loose"
NAMES = "currencies.name|currencies.common"
MEASURES = (
    "percent.sign|percent.word|percent.short|percent.point|percent.points|units.name|units.symbol|units.glued"
    "|timeunits.one|timeunits.many|timeunits.short"
)
TIMES = ("x", "×", "times")
"""How a multiple is written behind its number; its unit is a "time"."""
_PARTS = (
    r"(?P<minus>[-\u2212]?+)(?P<before>[^\d\s.,+\-\u2212]{0,12}+)\s?"
    r"(?P<number>[-\u2212]?[\d.,]++(?:e[+-]?\d{1,2}(?!\d))?+)\s*+(?P<after>.*)"
)


@record
class Quantity:
    """A number and the units it may have; no units stands for any unit."""

    number: Decimal
    units: frozenset[str] = frozenset()


def read_quantity(text: str) -> Quantity | None:
    """The amount that ``text`` states, all of it; ``None`` where it is none."""
    match = _pattern().fullmatch(text.strip()) if len(text) <= LONGEST else None
    if match is None or (match["minus"] and match["number"][0] in "-\u2212"):
        return None
    numeral = read_number(match["number"])
    if numeral is None or numeral.value is None:
        return None
    number = EXACT.minus(numeral.value) if match["minus"] else numeral.value
    before, part = read_unit(match["before"]) if match["before"] else ((), Decimal(1))
    if match["before"] and not before:
        return None
    after = _scaled_unit(match["after"], beside_money=bool(before))
    if after is None:
        return None
    scale, behind = after
    if before and behind.units and not set(before) & behind.units:
        return None
    factor = EXACT.multiply(EXACT.multiply(scale, part), behind.number)
    return Quantity(EXACT.multiply(number, factor), frozenset(before) or behind.units)


@lru_cache(maxsize=1024)
def read_unit(surface: str) -> tuple[tuple[str, ...], Decimal]:
    """The units that a sign, code or name may mean, and the size of the part of one that it names.

    A sign means one unit ("$": USD), a name all that bear it ("dollars"); "cents" is a hundredth of
    those.  No units: the surface is not known.
    """
    surface = " ".join(surface.split())
    if surface.upper() in lexicon.entries("currencies"):
        return (surface.upper(),), Decimal(1)
    if surface.lower() in TIMES:
        return ("time",), Decimal(1)
    if found := lexicon.find(f"{SIGNS}|{CODES}", surface):
        return (found[0].id,), Decimal(1)
    adjective, _, name = surface.rpartition(" ")
    found = lexicon.find(MEASURES, surface) + _adjectival(lexicon.find(NAMES, name), adjective)
    if found:
        return tuple(dict.fromkeys(entry.id for entry in found)), Decimal(1)
    if found := _adjectival(lexicon.find("currencies.subunit", name), adjective):
        return tuple(entry.id for entry in found), Decimal(1) / Decimal(found[0].get("minor", 100))
    return (), Decimal(1)


def _adjectival(found: tuple[Entry, ...], adjective: str) -> tuple[Entry, ...]:
    if not adjective:
        return found
    chosen = {entry.id for entry in lexicon.find("currencies.adjective", adjective)}
    return tuple(entry for entry in found if entry.id in chosen)


def _scaled_unit(text: str, *, beside_money: bool) -> tuple[Decimal, Quantity] | None:
    """What stands behind a number: the factor of its scales, and its unit (with the size of a part).

    A single letter is a scale ("5m"); longer ones are a unit where they can be ("5MW").
    """
    if len(text) > 1 and not beside_money:
        units, part = read_unit(text)
        if units:
            return Decimal(1), Quantity(part, frozenset(units))
    for at in range(len(text), -1, -1):
        scale, unit = text[:at].strip(), text[at:].strip()
        factor = _scale(scale)
        if factor is None:
            continue
        if not unit:
            return factor, Quantity(Decimal(1))
        units, part = read_unit(unit)
        if units:
            return factor, Quantity(part, frozenset(units))
    return None


def _scale(text: str) -> Decimal | None:
    """The factor of some scales ("hundred million", "bn"), 1 of none, ``None`` for other words."""
    factor = Decimal(1)
    for word in text.split():
        found = lexicon.find(SCALES, word) or lexicon.find(SCALES, word.lower())
        if not found:
            return None
        times = found[0].get("times")
        each = Decimal(times) if times is not None else Decimal(1).scaleb(found[0].get("power", 0))
        factor = EXACT.multiply(factor, each)
    return factor if factor < Decimal("1e30") else None


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(_PARTS, flags=regex.IGNORECASE | regex.DOTALL)
