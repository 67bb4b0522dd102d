"""Which currency a sign, code or name means, and which others it could mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from parsers import lexicon
from parsers.lexicon import Entry

BEFORE = (
    "currencies.symbol|currencies.prefixed|currencies.behind|currencies.code|currencies.shy|currencies.loose"
)
NAMES = "currencies.name|currencies.common"


@dataclass(frozen=True, slots=True)
class Currency:
    """A ``unit`` (ISO 4217), the ``candidates`` where it is not the only one, and the size of a subunit.

    ``shy`` tells that the word means money only beside a number that is plainly an amount.
    """

    unit: str
    candidates: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    shy: bool = False


def read_sign(surface: str) -> Currency | None:
    """The currency of a symbol or code, alone or with a dollar sign behind it ("US$", "CAD $", "RMB")."""
    found = lexicon.find(BEFORE, surface) or lexicon.find(BEFORE, surface.rstrip("$ \u00a0"))
    if not found and (parts := lexicon.find("currencies.glued", surface)):
        return _currency(parts, Decimal(1) / Decimal(parts[0].get("minor", 100)), shy=False)
    if surface == "$":  # whichever dollar the text is about
        found = lexicon.find("currencies.name", "dollar")
    return _currency(found, Decimal(1), shy=_is(surface, "currencies.shy")) if found else None


def read_name(name: str, adjective: str | None) -> Currency | None:
    """The currency of a name or subunit behind a number, with its adjective ("Hong Kong dollars")."""
    found = lexicon.find(f"{NAMES}|currencies.subunit", name)
    subunit = not lexicon.find(NAMES, name)
    if adjective:
        chosen = {entry.id for entry in lexicon.find("currencies.adjective", adjective)}
        found = tuple(entry for entry in found if entry.id in chosen)
    if not found:
        return None
    factor = Decimal(1) / Decimal(found[0].get("minor", 100)) if subunit else Decimal(1)
    return _currency(found, factor, shy=adjective is None and _is(name, "currencies.common"))


def _currency(found: tuple[Entry, ...], factor: Decimal, shy: bool) -> Currency:
    units = tuple(dict.fromkeys(entry.id for entry in found))
    return Currency(units[0], units if len(units) > 1 else (), factor, shy)


def _is(surface: str, name: str) -> bool:
    return bool(lexicon.surfaces(name).find(surface))
