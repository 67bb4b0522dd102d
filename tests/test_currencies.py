"""Every currency in every form that news writes it: each is read with exactly its value and its unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from parsers import lexicon
from parsers.lexicon import Entry
from parsers.pipeline import settle_text

AMOUNTS = (
    ("4,200", Decimal(4200)),
    ("4.2 million", Decimal(4_200_000)),
    ("4.2m", Decimal(4_200_000)),
    ("4.2mn", Decimal(4_200_000)),
    ("4.2 mn", Decimal(4_200_000)),
    ("4.2 billion", Decimal(4_200_000_000)),
    ("4.2bn", Decimal(4_200_000_000)),
    ("4.2 bn", Decimal(4_200_000_000)),
    ("4.2b", Decimal(4_200_000_000)),
    ("4.2 trillion", Decimal(4_200_000_000_000)),
    ("4.2tn", Decimal(4_200_000_000_000)),
)
CURRENCIES = tuple(lexicon.entries("currencies").values())


def forms(entry: Entry, amount: str) -> Iterator[str]:
    """The ways to write an amount in one currency."""
    for code in entry.classes.get("code", ()):
        yield from (f"{code} {amount}", f"{code}{amount}", f"{amount} {code}")
    for sign in (*entry.classes.get("symbol", ()), *entry.classes.get("prefixed", ())):
        yield from (f"{sign}{amount}", f"{sign} {amount}")
    names = (*entry.classes.get("name", ()), *entry.classes.get("common", ()))
    for name in names:
        yield f"{amount} {name}"
        yield from (f"{amount} {adjective} {name}" for adjective in entry.classes.get("adjective", ()))


def read(text: str, unit: str) -> list[tuple[str, Decimal | None, bool]]:
    """What is found in a text: the characters, the value, whether it can be in this unit."""
    found = [reading for winner in settle_text(text).winners for reading in winner.figures]
    return [(text[r.start : r.end], r.value, unit in (r.unit, *r.candidates)) for r in found]


@pytest.mark.parametrize("entry", CURRENCIES, ids=[entry.id for entry in CURRENCIES])
def test_every_form_is_read(entry: Entry) -> None:
    wrong = []
    for amount, value in AMOUNTS:
        for form in forms(entry, amount):
            found = read(f"The loan was for {form} in all.", entry.id)
            if found != [(form, value, True)]:
                wrong.append((form, found))
    assert not wrong


@pytest.mark.parametrize(
    "entry", [e for e in CURRENCIES if e.classes.get("subunit")], ids=lambda e: str(e.id)
)
def test_every_subunit_is_read(entry: Entry) -> None:
    """With its adjective, where it has one: the sizes of bare "fils" differ."""
    wrong = []
    adjectives = [f"{adjective} " for adjective in entry.classes.get("adjective", ())] or [""]
    for form in (f"25 {adjective}{name}" for name in entry.classes["subunit"] for adjective in adjectives):
        found = read(f"It costs {form} each.", entry.id)
        if found != [(form, Decimal(25) / entry.get("minor", 100), True)]:
            wrong.append((form, found))
    assert not wrong
