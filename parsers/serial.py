"""`Document` -> plain dict -> JSON, in the public form (schema ``figscope/1``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from parsers.model import Document, Figure, Finding, Link, Moment, Phrase, Span
from parsers.quick import Quick

SCHEMA = "figscope/1"


def to_dict(document: Document, *, with_text: bool = False) -> dict[str, Any]:
    """The public form of a document; numbers stay `Decimal`, dates become ISO strings."""
    coverage = document.coverage
    return {
        "schema": SCHEMA,
        "source": document.source,
        "title": document.title,
        "reference_date": _iso(document.reference_date),
        "reference_date_from": document.reference_date_from,
        **({"text": document.text} if with_text else {}),
        "figures": [figure_dict(f) for f in document.figures],
        "moments": [moment_dict(m) for m in document.moments],
        "links": [link_dict(link) for link in document.links],
        "findings": [finding_dict(f) for f in document.findings],
        "notes": list(document.notes),
        "coverage": {
            "figures": coverage.figures,
            "checkable": coverage.checkable,
            "agree": coverage.agree,
            "disagree": coverage.disagree,
        },
    }


def figure_dict(figure: Figure) -> dict[str, Any]:
    """The public form of a figure."""
    return {
        "id": figure.id,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": str(figure.kind),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "precision": figure.precision,
        "unit": figure.unit,
        "per": figure.per,
        "candidates": list(figure.candidates),
        "modifier": str(figure.modifier),
        "direction": str(figure.direction),
        **_phrase("metric", figure.metric),
        "metric_name": figure.metric_name,
        **_phrase("subject", figure.subject),
        "subject_name": figure.subject_name,
        "period": figure.period,
        "attribution": figure.attribution,
        "status": str(figure.status),
        "inferred": list(figure.inferred),
        "evidence": [
            {"field": e.field, "start": e.start, "end": e.end, "rule": e.rule} for e in figure.evidence
        ],
        "sentence": figure.sentence,
        "rule": figure.rule,
    }


def moment_dict(moment: Moment) -> dict[str, Any]:
    """The public form of a moment."""
    return {
        "id": moment.id,
        "start": moment.start,
        "end": moment.end,
        "text": moment.text,
        "kind": str(moment.kind),
        "timex": moment.timex,
        "from": _iso(moment.first),
        "to": _iso(moment.last),
        "granularity": moment.granularity,
        "calendar": str(moment.calendar),
        "anchored": moment.anchored,
        "anchor": moment.anchor,
        "note": moment.note,
        "rule": moment.rule,
    }


def link_dict(link: Link) -> dict[str, Any]:
    """The public form of a link."""
    return {
        "kind": str(link.kind),
        "figures": list(link.figures),
        "evidence": _span(link.evidence),
        "rate": link.rate,
        "rate_low": link.rate_low,
        "rate_high": link.rate_high,
        "rule": link.rule,
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """The public form of a finding."""
    return {
        "check": finding.check,
        "state": str(finding.state),
        "severity": finding.severity,
        "figures": list(finding.figures),
        "message": finding.message,
        "formula": finding.formula,
        "expected_low": finding.expected_low,
        "expected_high": finding.expected_high,
        "evidence": [_span(s) for s in finding.evidence],
    }


def _phrase(name: str, phrase: Phrase | None) -> dict[str, Any]:
    return {
        name: phrase.text if phrase else None,
        f"{name}_start": phrase.start if phrase else None,
        f"{name}_end": phrase.end if phrase else None,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


SURROGATE = Quick("[\ud800-\udfff]")
PLAIN_DIGITS = 60
"""A number with more digits than this before or after its point is written with an exponent."""


def dumps(value: Any, *, indent: int | None = None) -> str:
    """JSON of dicts, lists, strings, numbers, true, false and null.

    A `Decimal` becomes a number with exactly its digits ("1E+10" is written 10000000000), which the
    standard library cannot write.  The result is valid for any text; it holds no ``NaN``.
    """
    pieces: list[str] = []
    _write(value, pieces.append, "" if indent is None else "\n", " " * (indent or 0))
    return "".join(pieces)


def plain_number(number: Decimal) -> str:
    """The digits of a number, without an exponent unless it would need very many zeros."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or abs(exponent) > PLAIN_DIGITS or len(digits) > 2 * PLAIN_DIGITS:
        return str(number)
    return format(number, "f")


def _write(value: Any, put: Callable[[str], object], start: str, step: str) -> None:
    """Put the pieces of a value; ``start`` begins a line of its depth (empty: all on one line)."""
    if isinstance(value, dict):
        inner = start + step if start else ""
        between = "," + inner if start else ", "
        put("{" + inner if value else "{")
        for number, (key, item) in enumerate(value.items()):
            put(f"{between if number else ''}{_scalar(key)}: ")
            _write(item, put, inner, step)
        put(start + "}" if value else "}")
    elif isinstance(value, list):
        inner = start + step if start else ""
        between = "," + inner if start else ", "
        put("[" + inner if value else "[")
        for number, item in enumerate(value):
            if number:
                put(between)
            _write(item, put, inner, step)
        put(start + "]" if value else "]")
    else:
        put(_scalar(value))


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        # A lone surrogate, in a text that no reader has made safe, is no UTF-8.
        quoted, quoted_ascii = _quoting()
        return quoted_ascii(value) if SURROGATE.search(value) else quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value) if value.is_finite() else "null"
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


@cache
def _quoting() -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How a string is written, and how in ASCII: loaded where JSON is wanted at all."""
    from json.encoder import encode_basestring, encode_basestring_ascii

    return encode_basestring, encode_basestring_ascii
