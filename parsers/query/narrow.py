"""A document with only the figures that a query asks for."""

from __future__ import annotations

from parsers.model import Document
from parsers.query.compiled import Query
from parsers.values import replace


def narrow(document: Document, query: Query) -> Document:
    """The document with the figures that match, and the links and findings all of whose figures do.

    Moments, ids and coverage stay as they are.  Raises `QueryError` where an expression takes too long.
    """
    figures = tuple(document.figures[at] for at in query.select(document) or ())
    kept = {figure.id for figure in figures}
    return replace(
        document,
        figures=figures,
        links=tuple(link for link in document.links if kept.issuperset(link.figures)),
        findings=tuple(finding for finding in document.findings if kept.issuperset(finding.figures)),
    )
