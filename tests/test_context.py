"""Every context and link rule does what its examples say, and refuses its rejects."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.context.grammar import ContextRule
from parsers.context.metric_rules import GOVERNING_COUNT, RULES
from parsers.links.roles import LEADS, LeadRule, place
from parsers.model import Figure, Kind

METRICS = (*RULES, GOVERNING_COUNT)


def last_figure(text: str) -> Figure:
    figures = [f for f in parse(text).figures if f.kind not in (Kind.RANK, Kind.DURATION)]
    assert figures, f"no figure in {text!r}"
    return figures[-1]


def rule_of(figure: Figure) -> str:
    return next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), "nothing")


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in METRICS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", METRICS, ids=lambda rule: rule.name)
def test_a_metric_rule_gives_what_its_examples_say(rule: ContextRule) -> None:
    assert rule.examples, "a rule has examples"
    for text, metric in rule.examples:
        figure = last_figure(text)
        assert (figure.metric.text if figure.metric else None, rule_of(figure)) == (metric, rule.name), text


@pytest.mark.parametrize("rule", METRICS, ids=lambda rule: rule.name)
def test_a_metric_rule_refuses_its_rejects(rule: ContextRule) -> None:
    assert rule.rejects, "a rule has rejects"
    for text in rule.rejects:
        assert rule_of(last_figure(text)) != rule.name, text


def lead_rule_of(text: str) -> str:
    document = parse(text)
    return place(text, 0, document.figures)[-1].rule


@pytest.mark.parametrize("rule", LEADS, ids=lambda rule: rule.name)
def test_a_link_rule_gives_the_role(rule: LeadRule) -> None:
    assert rule.examples, "a rule has examples"
    assert rule.rejects, "a rule has rejects"
    for text in rule.examples:
        assert lead_rule_of(text) == rule.name, text
    for text in rule.rejects:
        assert lead_rule_of(text) != rule.name, text
