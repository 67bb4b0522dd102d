"""`Document` -> plain dict, in the public form (schema ``figscope/1``)."""

from __future__ import annotations

from typing import Any

from parsers.model import Document, Figure, Finding, Link, Moment, Phrase, Span

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


def _iso(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
