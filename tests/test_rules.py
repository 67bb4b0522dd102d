"""Every rule does what its examples say; every surface that a rule starts at is reached by the reader."""

from __future__ import annotations

import pytest
import regex

from parsers import figures, lexicon, moments, numerals
from parsers.mentions import Candidate
from parsers.pipeline import engine, settle_text
from parsers.rules import DIGIT, Rule

RULES = engine().rules
FRAGMENTS = {**numerals.FRAGMENTS, **figures.FRAGMENTS, **moments.FRAGMENTS}
EXAMPLES = [(rule, text, found) for rule in RULES for text, found in rule.examples]
REJECTS = [(rule, text) for rule in RULES for text in rule.rejects]


def winners(text: str) -> tuple[Candidate, ...]:
    return settle_text(text).winners


def shown(text: str) -> str:
    return "; ".join(f"{c.rule} {text[c.start : c.end]!r}" for c in winners(text)) or "nothing"


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_shows_what_it_reads_and_what_it_refuses(rule: Rule) -> None:
    assert rule.examples, "a rule has examples"
    assert rule.rejects, "a rule has rejects"


@pytest.mark.parametrize(("rule", "text", "found"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_example(rule: Rule, text: str, found: str) -> None:
    surfaces = [text[c.start : c.end] for c in winners(text) if c.rule == rule.name]
    assert found in surfaces, f"{rule.name} should find {found!r} in {text!r}; found: {shown(text)}"


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=lambda value: getattr(value, "name", value))
def test_reject(rule: Rule, text: str) -> None:
    assert not [c for c in winners(text) if c.rule == rule.name], (
        f"{rule.name} should find nothing in {text!r}; found: {shown(text)}"
    )


# -- surfaces -------------------------------------------------------------------------------------


def used_classes() -> list[str]:
    """The lexicon classes that rules name in ``starts`` or that stand in their patterns."""
    found = {name for rule in RULES for name in rule.starts if name != DIGIT}
    sources = [source for rule in RULES for source in (rule.pattern, rule.lead or "")]
    for source in (*sources, *FRAGMENTS.values()):
        for macro in lexicon.MACRO.findall(source):
            found.update(part for part in macro.split("|") if "." in part)
    return sorted(found)


@pytest.mark.parametrize("name", [name for name in used_classes() if lexicon.reach(name)])
def test_surfaces_are_reached(name: str) -> None:
    """In the sentence of its class every surface lies inside a mention."""
    sentence = lexicon.reach(name) or ""
    start = sentence.index("{}")
    missed = []
    for surface in lexicon.surfaces(name).entries:
        text = sentence.replace("{}", surface)
        if not any(c.start <= start and start + len(surface) <= c.end for c in winners(text)):
            missed.append(f"{text!r}: {shown(text)}")
    assert not missed


@pytest.mark.parametrize("name", used_classes())
def test_every_surface_matches_its_own_class(name: str) -> None:
    """A surface that the pattern of its class does not match could never be read."""
    pattern = regex.compile(lexicon.surfaces(name).pattern)
    assert [s for s in lexicon.surfaces(name).entries if not pattern.fullmatch(s)] == []
