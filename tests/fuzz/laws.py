"""What must hold of the document of any text whatever."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Context
from itertools import pairwise
from typing import Any

from parsers.model import Document, Figure, Moment, Phrase, Span
from parsers.serial import dumps

FIELDS = {
    "metric",
    "subject",
    "period",
    "attribution",
    "status",
    "unit",
    "direction",
    "per",
    "modifier",
    "value",
}
EXACT = Context(prec=300)
TIMEX = re.compile(r"[A-Z0-9X:.+/-]{1,40}(?:T[A-Z0-9:]+)?(?:_REF)?", re.ASCII)


def assert_lawful(document: Document, text: str) -> None:
    """All of it; raises `AssertionError` with what is wrong."""
    assert document.text == text
    assert [f.id for f in document.figures] == [f"f{n}" for n in range(1, len(document.figures) + 1)]
    assert [m.id for m in document.moments] == [f"m{n}" for n in range(1, len(document.moments) + 1)]
    both: tuple[tuple[Figure | Moment, ...], ...] = (document.figures, document.moments)
    for mentions in both:
        for earlier, later in pairwise(mentions):
            assert earlier.start <= later.start, (earlier, later)
    for figure in document.figures:
        assert_figure(figure, document)
    for moment in document.moments:
        assert_moment(moment, text)
    assert_named(document)
    assert_json(document)


def assert_figure(figure: Figure, document: Document) -> None:
    """Its place, its number and its fields."""
    text = document.text
    assert 0 <= figure.start < figure.end <= len(text), figure
    assert figure.text == text[figure.start : figure.end], figure
    assert figure.rule, figure
    for phrase in (figure.metric, figure.subject):
        assert_phrase(phrase, text)
    for seen in figure.evidence:
        assert 0 <= seen.start <= seen.end <= len(text), (figure, seen)
    assert set(figure.inferred) <= FIELDS, figure.inferred
    sentence = document.sentences[figure.sentence]
    assert sentence.start <= figure.start < sentence.end, (figure, sentence)
    numbers = (figure.value, figure.low, figure.high, figure.precision)
    assert all(number is None or number.is_finite() for number in numbers), figure
    if figure.value is not None:
        assert (figure.low, figure.high) == (None, None), figure
    if figure.low is not None and figure.high is not None:
        assert figure.low <= figure.high, figure
    if figure.precision is not None:
        assert figure.precision > 0, figure
        if figure.value is not None:
            assert EXACT.remainder(figure.value, figure.precision) == 0, figure


def assert_moment(moment: Moment, text: str) -> None:
    """Its place and its days."""
    assert 0 <= moment.start < moment.end <= len(text), moment
    assert moment.text == text[moment.start : moment.end], moment
    assert moment.rule, moment
    if moment.first is not None and moment.last is not None:
        assert moment.first <= moment.last, moment
    if moment.timex is not None:
        assert TIMEX.fullmatch(moment.timex), moment


def assert_phrase(phrase: Phrase | None, text: str) -> None:
    """It stands in the text as it is given."""
    if phrase is not None:
        assert 0 <= phrase.start < phrase.end <= len(text), phrase
        assert phrase.text == text[phrase.start : phrase.end], phrase


def assert_spans(spans: Iterable[Span], text: str) -> None:
    """They lie inside the text."""
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text), span


def assert_named(document: Document) -> None:
    """Every id that is named exists; what a link or a finding says of numbers is in order."""
    figures = {figure.id for figure in document.figures}
    moments = {moment.id for moment in document.moments}
    assert {figure.period for figure in document.figures} <= moments | {None}
    for link in document.links:
        assert len(link.figures) >= 2, link
        assert len(set(link.figures)) == len(link.figures), link
        assert set(link.figures) <= figures, link
        assert_spans((link.evidence,), document.text)
        if link.rate_low is not None and link.rate_high is not None:
            assert link.rate_low <= link.rate_high, link
    for finding in document.findings:
        assert set(finding.figures) <= figures, finding
        assert finding.message, finding
        assert "\n" not in finding.message, finding
        assert_spans(finding.evidence, document.text)
        if finding.expected_low is not None and finding.expected_high is not None:
            assert finding.expected_low <= finding.expected_high, finding
    coverage = document.coverage
    assert coverage.figures == len(document.figures), coverage
    assert coverage.checkable == coverage.agree + coverage.disagree <= coverage.figures, coverage


def assert_json(document: Document) -> None:
    """Its public form is JSON that a strict reader takes, with the same keys and texts."""
    read = json.loads(dumps(document.to_dict()), parse_constant=_refuse)
    assert [figure["text"] for figure in read["figures"]] == [figure.text for figure in document.figures]


def _refuse(constant: str) -> Any:
    raise AssertionError(f"{constant} is no JSON")
