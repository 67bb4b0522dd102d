"""The common names of metrics: what has one, what is told apart, and what is found together."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from parsers import lexicon, parse, query
from parsers.metrics import group_named, kin_of

CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "gold" / "metric_names.toml").read_text(encoding="utf-8")
)


def name_of(words: str) -> str | None:
    """The common name of what the last figure of a sentence measures, or of words in the sentence for all."""
    text = words if words.endswith(".") and " " in words else f"Halden's {words} was $45 million."
    return parse(text).figures[-1].metric_name


@pytest.mark.parametrize(("name", "words"), [(case["name"], w) for case in CASES["same"] for w in case["as"]])
def test_wordings_of_one_metric_have_one_name(name: str, words: str) -> None:
    assert name_of(words) == name


@pytest.mark.parametrize("these", [case["these"] for case in CASES["apart"]], ids=lambda row: row[0])
def test_different_metrics_have_different_names(these: list[str]) -> None:
    names = {words: name_of(words) for words in these}
    assert None not in names.values()
    assert not [(a, b) for a, b in combinations(these, 2) if names[a] == names[b]]


@pytest.mark.parametrize(("name", "kin"), CASES["kin"].items())
def test_related_metrics_are_found_by_family_and_group(name: str, kin: list[str]) -> None:
    assert list(kin_of(name)) == kin


@pytest.mark.parametrize("phrase", sorted(lexicon.surfaces("metrics.called").entries))
def test_a_phrase_by_which_a_metric_is_called_is_reached(phrase: str) -> None:
    assert name_of(phrase) == lexicon.find("metrics.called", phrase)[0].id


def test_a_group_is_an_entry_with_a_family_and_what_an_entry_names_is_one() -> None:
    known = lexicon.entries("metrics")
    entries = [entry for entry in known.values() if not entry.id.startswith("words:")]
    groups = {str(group_named(entry.id)) for entry in entries}
    assert not [name for name in groups if not known[name].get("family") or known[name].get("group")]
    named = {str(entry.get(key)) for entry in entries for key in ("per_share", "priced", "weighed", "points")}
    assert named - {"None"} <= known.keys()


TEXT = "Halden's turnover was $45 million, its same-store sales rose 4% and its cloud sales were $9 million."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("metric:revenue", ["$45 million", "$9 million"]),
        ("metric=revenue", ["$45 million"]),
        ("metric:turnover", ["$45 million"]),
        ("metric:sales", ["4%", "$9 million"]),
        ("family:revenue", ["$45 million", "4%", "$9 million"]),
        ("family:profit", []),
    ],
)
def test_metrics_are_asked_for_by_name_and_by_family(asked: str, found: list[str]) -> None:
    document = parse(TEXT)
    kept = query.compile(asked).select(document) or ()
    assert [document.figures[at].text for at in kept] == found
