"""Every unit in every form that news writes it, glued and spaced: each is read with exactly its unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parsers import lexicon
from parsers.lexicon import Entry
from parsers.model import Kind
from parsers.pipeline import settle_text

UNITS = tuple(lexicon.entries("units").values())
ELSEWHERE = frozenset({"PS", "kn", "b/d", "m/s", "twenty-foot equivalent units"})
"""Surfaces that mean something else as well (pounds, kunas) or are not written glued or hyphened."""


def forms(entry: Entry) -> Iterator[str]:
    """The ways to write a quantity in one unit."""
    for name in entry.classes.get("name", ()):
        yield from (f"4.2 {name}", f"4,200 {name}", f"4.2 million {name}", f"4.2bn {name}", f"12-{name}")
    for symbol in entry.classes.get("symbol", ()):
        yield from (f"4.2 {symbol}", f"4,200 {symbol}", f"4.2 million {symbol}", f"450{symbol}")
    for glued in entry.classes.get("glued", ()):
        yield from (f"450{glued}", f"4.2{glued}")


@pytest.mark.parametrize("entry", UNITS, ids=[entry.id for entry in UNITS])
def test_every_form_is_read(entry: Entry) -> None:
    unit = entry.id.partition(" per ")[0]
    wrong = []
    for form in forms(entry):
        text = f"The plant has {form} in all."
        found = [r for winner in settle_text(text).winners for r in winner.figures]
        read = [(text[r.start : r.end], r.kind, r.unit) for r in found]
        if read != [(form, Kind.QUANTITY, unit)] and not form.endswith(tuple(ELSEWHERE)):
            wrong.append((form, read))
    assert not wrong
