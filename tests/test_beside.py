"""What is looked at before a costly pattern is tried never says no where the pattern would match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import lexicon
from parsers.context.metric.countrules import COUNT_RULES, DURATION_RULES
from parsers.context.metric.rules import RULES
from parsers.context.rows.beside import first_words, last_words, may_end, may_follow, places_of
from parsers.context.rows.grammar import Answer, ContextRule, Group, tried_of
from parsers.context.rows.words import Row, Word
from parsers.model import Figure, Kind, Span

CHANGES = "directions.verb|directions.act|directions.before|directions.loose|directions.noun"
LEADS = ("", "It ", "(", '"', "\u2014", "so,\n", "its\u00a0")


@pytest.mark.parametrize(
    "surface", sorted({s for c in CHANGES.split("|") for s in lexicon.surfaces(c).entries})
)
def test_a_word_of_change_is_a_place_behind_whatever_stands_before_it(surface: str) -> None:
    for lead in LEADS:
        for word in (surface, surface.upper()):
            text = f"{lead}{word} 5%"
            assert len(lead) in places_of(text, 0, len(text) - 2, first_words(CHANGES))


def test_a_word_of_change_inside_another_word_is_no_place() -> None:
    text = "a free-fall, overrise 5%"
    assert list(places_of(text, 0, len(text), frozenset(("fall", "rise")))) == []
    assert list(places_of("overrise", 4, 8, frozenset(("rise",)))) == []


@pytest.mark.parametrize("surface", sorted(lexicon.surfaces("modifiers.before").entries))
def test_a_modifier_may_end_right_before_a_figure(surface: str) -> None:
    for text in (f"It is {surface} ", f"({surface} ", f"\u201c{surface.upper()}\n", surface):
        assert may_end(text, len(text), last_words("modifiers.before"))


@pytest.mark.parametrize("text", ["It rose to ", "in 1990 and ", "a lot of ", "close by "])
def test_other_words_end_no_modifier(text: str) -> None:
    assert not may_end(text, len(text), last_words("modifiers.before"))


@pytest.mark.parametrize("surface", sorted(lexicon.surfaces("directions.noun").entries))
def test_a_change_may_follow_behind_three_other_words(surface: str) -> None:
    for text in (f" {surface}", f" in the year's {surface}, it", f"\u00a0 {surface.upper()}."):
        assert may_follow(text, 0, first_words("directions.noun"), 4)
    assert not may_follow(f" of what it had so {surface}", 0, first_words("directions.noun"), 4)


LONGER = "DM oM xM Vtq VtDM NP,rB F(F) F,&q F,DCo wFB BDx MB ;IB FyDM o(F M,"
PIECES = (*"xMGCkZTDio,tF&qdVBHmN';crvfnwya()Q-", *LONGER.split())
TAGS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
GROUPS = [Group(rules) for rules in (RULES, COUNT_RULES, DURATION_RULES)]


def plainly(rules: tuple[ContextRule, ...], row: Row, place: int, kind: Kind) -> Answer | None:
    """The answer of the first rule that has one, each of them tried in full."""
    answers = (tried_of(r).answer(row, place) for r in rules if not r.kinds or kind in r.kinds)
    return next((answer for answer in answers if answer is not None), None)


@given(TAGS, TAGS, st.sampled_from(Kind))
def test_no_rule_is_left_out_that_would_answer(before: str, after: str, kind: Kind) -> None:
    tags = f"{before}F{after}"
    words = tuple(Word(at, at + 1, tag, "yield") for at, tag in enumerate(tags))
    row = Row(tags, Span(0, len(tags)), 0, words, tags, {"f1": len(before)}, ("yield",) * len(tags), {})
    figure = Figure(id="f1", start=len(before), end=len(before) + 1, text="5", kind=kind)
    for group in GROUPS:
        assert group.first_answer(row, len(before), figure) == plainly(group.rules, row, len(before), kind)
