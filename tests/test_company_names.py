"""Names of companies are found whole, whatever words and signs they are made of."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from parsers import parse

TOLD = tomllib.loads((Path(__file__).parent / "gold" / "company_names.toml").read_text(encoding="utf-8"))
TODAY = dt.date(2024, 5, 2)


def subjects(sentence: str) -> set[str]:
    found = parse(sentence, reference_date=TODAY).figures
    return {f.subject.text if f.subject is not None else "" for f in found}


def owned(name: str) -> str:
    return name + ("" if name.endswith("'s") else "'" if name.endswith("s") else "'s")


@pytest.mark.parametrize("sentence", TOLD["sentences"])
def test_the_subject_is_the_whole_name(sentence: str) -> None:
    excepted = TOLD["excepted"]
    wrong = {}
    for name in TOLD["names"]:
        found = subjects(sentence.replace("NAME's", owned(name)).replace("NAME", name))
        if found != {name} and {one.rstrip(".") for one in found} != {name.rstrip(".")}:
            wrong[name] = found
    unexpected = {name: found for name, found in wrong.items() if sentence not in excepted.get(name, ())}
    assert not unexpected


def test_what_is_excepted_is_still_not_found() -> None:
    for name, sentences in TOLD["excepted"].items():
        for sentence in sentences:
            found = subjects(sentence.replace("NAME's", owned(name)).replace("NAME", name))
            assert {one.rstrip(".") for one in found} != {name.rstrip(".")}, f"{name}: {sentence}"


@pytest.mark.parametrize(("full", "short"), TOLD["called"])
def test_a_company_is_known_by_its_short_name(full: str, short: str) -> None:
    told = f"{full} said third-quarter net income rose 5%. A rival, Calder Inc., lost $9 million."
    text = f"{told} Sales at {short} fell 4%."
    assert parse(text, reference_date=TODAY).figures[-1].subject_name == full


def test_a_possessive_is_no_part_of_a_name_that_has_none() -> None:
    text = "Halden's sales rose 3% to $20 million. Halden's chief executive said costs fell 4%."
    assert subjects(text) == {"Halden"}


def test_a_person_has_no_shares() -> None:
    text = "John Carver said profit at Halden Mills rose 3% to $20 million."
    assert subjects(text) == {"Halden Mills"}
