"""The checks: their arithmetic, their words, and the constructed texts of ``tests/corpus/findings``.

A ``[[text]]`` of the corpus stands for several: each string of its lists is put in for ``{}``.
``agrees``: this check agrees and nothing disagrees.  ``disagrees``: this check disagrees, in words that
hold ``says``.  ``quiet``: nothing disagrees.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, State, parse
from parsers.findings import CHECKS
from parsers.findings.base import Check

CORPUS = Path(__file__).parent / "corpus" / "findings"
NAMES = [check.name for check in CHECKS]
WANTED = 12


@cache
def corpus() -> list[tuple[str, str, str, dict[str, Any]]]:
    """(check, wanted state, text, entry) of every text."""
    found = []
    for file in sorted(CORPUS.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        assert set(table) == {"text"}, f"{file.name}: only [[text]]"
        for entry in table["text"]:
            unknown = set(entry) - {"text", "agrees", "disagrees", "quiet", "says", "reference_date", "why"}
            assert not unknown, f"{file.name}: {unknown}"
            for state in ("agrees", "disagrees", "quiet"):
                texts = [entry["text"].replace("{}", value) for value in entry.get(state, [])]
                found += [(file.stem, state, text, entry) for text in texts]
    return found


def cases() -> list[Any]:
    return [
        pytest.param(check, state, text, entry, id=f"{check}: {state}: {text[:60]}... {text[-30:]}")
        for check, state, text, entry in corpus()
    ]


def told(document: Document) -> str:
    return (
        "\n".join(f"{f.check} {f.state}: {f.message} [{f.formula}]" for f in document.findings) or "nothing"
    )


@pytest.mark.parametrize(("check", "state", "text", "entry"), cases())
def test_corpus(check: str, state: str, text: str, entry: dict[str, Any]) -> None:
    document = parse(text, reference_date=entry.get("reference_date"))
    wrong = [f for f in document.findings if f.state is State.DISAGREES]
    own = [f for f in document.findings if f.check == check]
    if state == "disagrees":
        said = [f.message for f in own if f.state is State.DISAGREES]
        assert any(entry.get("says", "") in message for message in said), told(document)
        return
    assert not wrong, told(document)
    if state == "agrees":
        assert any(f.state is State.AGREES for f in own), told(document)


def test_the_corpus_holds_enough_of_each() -> None:
    counts = Counter((check, state) for check, state, _, _ in corpus())
    few = {
        (name, state): counts[name, state]
        for name in NAMES
        for state in ("agrees", "disagrees")
        if counts[name, state] < WANTED
    }
    assert not few


@pytest.mark.parametrize(
    ("check", "text", "words"),
    [pytest.param(c, t, w, id=f"{c.name}: {t[:60]}") for c in CHECKS for t, w in c.examples],
)
def test_example(check: Check, text: str, words: str) -> None:
    document = parse(text)
    assert any(words in f.message for f in document.findings if f.check == check.name), told(document)


@pytest.mark.parametrize(
    ("check", "text"), [pytest.param(c, t, id=f"{c.name}: {t[:60]}") for c in CHECKS for t in c.rejects]
)
def test_reject(check: Check, text: str) -> None:
    document = parse(text)
    assert not [f for f in document.findings if f.state is State.DISAGREES], told(document)
