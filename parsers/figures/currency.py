"""Which currency a sign, code or name means, and which others it could mean."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

from parsers import lexicon
from parsers.digits import GAP, JOIN
from parsers.lexicon import Entry
from parsers.spelled import read_scale
from parsers.values import record
from parsers.worded import worded

BEFORE = (
    "currencies.symbol|currencies.prefixed|currencies.behind|currencies.code|currencies.shy|currencies.loose"
    "|currencies.front"
)
NAMES = "currencies.name|currencies.common|currencies.compound"
EVERYDAY = ("currencies.common", "currencies.compound")
SHY = ("currencies.shy", "currencies.front")


@record
class Currency:
    """A ``unit`` (ISO 4217), the ``candidates`` where it is not the only one, and the size of a subunit.

    ``shy`` tells that the word means money only beside a number that is plainly an amount.
    """

    unit: str
    candidates: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    shy: bool = False

    @property
    def unit_size(self) -> tuple[str, Decimal]:
        """What tells dollars from cents, and both from euros."""
        return self.unit, self.factor


@lru_cache(maxsize=1024)
def read_sign(surface: str) -> Currency | None:
    """The currency of a symbol or code, alone or with a dollar sign behind it ("US$", "CAD $", "RMB")."""
    found = lexicon.find(BEFORE, surface) or lexicon.find(BEFORE, surface.rstrip("$ \u00a0"))
    if not found and (parts := lexicon.find("currencies.glued", surface)):
        return _currency(parts, Decimal(1) / Decimal(parts[0].get("minor", 100)), shy=False)
    if surface == "$":  # whichever dollar the text is about
        found = lexicon.find("currencies.name", "dollar")
    return _currency(found, Decimal(1), shy=_is(surface, SHY)) if found else None


@lru_cache(maxsize=1024)
def read_name(name: str, adjective: str | None) -> Currency | None:
    """The currency of a name or subunit behind a number, with its adjective ("Hong Kong dollars")."""
    found, parts = lexicon.find(NAMES, name), lexicon.find("currencies.subunit", name)
    if adjective:
        chosen = {entry.id for entry in lexicon.find("currencies.adjective", adjective)}
        found, parts = (tuple(entry for entry in some if entry.id in chosen) for some in (found, parts))
    subunit, found = not found, found or parts
    if not found:
        return None
    factor = Decimal(1) / Decimal(found[0].get("minor", 100)) if subunit else Decimal(1)
    return _currency(
        found, factor, shy=adjective is None and _is(name, ("currencies.common", "currencies.compound"))
    )


@lru_cache(maxsize=1024)
def read_behind(surface: str) -> Currency | None:
    """The currency written behind a number: a name with or without its adjective, a code, a sign."""
    surface = surface.strip(" -\u2010\u2011\u00a0\n\t")
    if (named := read_name(surface, None)) is not None:
        return named
    for match in pattern(rf"(?P<adjective><<currencies.adjective>>){JOIN}(?P<name>.+)").finditer(surface):
        return read_name(match["name"], match["adjective"])
    return read_sign(surface)


def plainly_amount(number: str) -> bool:
    """Whether a numeral can only be an amount: it has a scale, separators or two decimals."""
    return read_scale(number) != 1 or bool(pattern(r"\.\d\d|[,\s']\d{3}").search(number))


def is_written_so(text: str, at: int, name: str) -> bool:
    """Whether a text writes names before all amounts ("dollars 27bn"), so that "pounds 600" is one."""
    if not name.endswith("s"):
        return False
    near = text[max(0, at - WRITTEN) : at + WRITTEN]
    named = rf"\b<<currencies.name|currencies.common>>{GAP}\d[\d.]*(?:[bm]n?\b|,\d{{3}})"
    return pattern(named).search(near) is not None


WRITTEN = 2000
"""How many characters from an amount are looked at for the way in which amounts are written."""


def split_letter(surface: str) -> tuple[str, str]:
    """The code and the scale before it: "MGBP" is GBP and M."""
    code = surface.strip()
    if len(code) == 4 and code[0] in "kKmMB" and read_sign(code[1:]) is not None:
        return code[1:], code[0]
    return surface, ""


def _currency(found: tuple[Entry, ...], factor: Decimal, shy: bool) -> Currency:
    units = tuple(dict.fromkeys(entry.id for entry in found))
    return Currency(units[0], units if len(units) > 1 else (), factor, shy)


def pattern(source: str) -> regex.Pattern[str]:
    """A small pattern with its word classes, compiled once; case does not matter."""
    return worded(source, int(regex.IGNORECASE))


def _is(surface: str, names: tuple[str, ...]) -> bool:
    return any(lexicon.surfaces(name).find(surface) for name in names)
