"""Every word of the modifier and direction tables is reached by the reader, in the sentence of its class."""

from __future__ import annotations

import pytest

from parsers import lexicon, parse
from parsers.model import Evidence

MODIFIERS = ("modifiers.before", "modifiers.passed", "modifiers.after")
DIRECTIONS = (
    "directions.verb",
    "directions.act",
    "directions.before",
    "directions.noun",
    "directions.side",
    "directions.loose",
    "directions.removing",
)
NO_MODIFIER = ("modifiers.handed", "modifiers.raised")
NO_CHANGE = ("directions.particled", "directions.crossed")


def sentence_of(name: str, surface: str) -> str:
    sentence = lexicon.reach(name)
    assert sentence, f"{name} says in which sentence it is met"
    return sentence.replace("{}", surface)


def evidence(text: str, field: str) -> list[Evidence]:
    return [e for figure in parse(text).figures for e in figure.evidence if e.field == field]


@pytest.mark.parametrize("name", MODIFIERS)
def test_every_modifier_is_read(name: str) -> None:
    missed = []
    for surface, entries in lexicon.surfaces(name).entries.items():
        text = sentence_of(name, surface)
        found = {str(figure.modifier) for figure in parse(text).figures}
        shown = [text[e.start : e.end].lower() for e in evidence(text, "modifier")]
        if found != {entries[0].id} or shown != [surface]:
            missed.append((text, found, shown))
    assert not missed


@pytest.mark.parametrize("name", DIRECTIONS)
def test_every_word_of_change_is_read(name: str) -> None:
    missed = []
    for surface, entries in lexicon.surfaces(name).entries.items():
        text = sentence_of(name, surface)
        directions = [str(figure.direction) for figure in parse(text).figures]
        shown = [text[e.start : e.end].lower() for e in evidence(text, "direction")]
        if entries[0].id not in directions or shown != [surface]:
            missed.append((text, directions, shown))
    assert not missed


@pytest.mark.parametrize("name", NO_CHANGE)
def test_words_that_take_a_direction_away(name: str) -> None:
    wrong = []
    for surface in lexicon.surfaces(name).entries:
        text = sentence_of(name, surface)
        if evidence(text, "direction"):
            wrong.append(text)
    assert not wrong


@pytest.mark.parametrize("name", NO_MODIFIER)
def test_words_that_take_a_modifier_away(name: str) -> None:
    wrong = []
    for surface in lexicon.surfaces(name).entries:
        text = sentence_of(name, surface)
        if evidence(text, "modifier"):
            wrong.append(text)
    assert not wrong
