"""The segments that head the paragraphs of a report, with a colon behind them ("Marine: Sales rose 8%")."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure, Phrase
from parsers.text import BULLET
from parsers.worded import Worded

UNIT = Pattern(r"[-*]?(?P<own>[xMZLN]{1,3}k):(?=[qF])")
"""A label of a line that says what segment it is of."""
FRONT = 60
"""Characters of a paragraph in which its label stands."""
AROUND = 1500
"""How far from a paragraph another one stands that has a label too."""
WORD = r"\p{Lu}[\p{L}/-]*+"
HEAD = rf"\s*(?:{BULLET}\s*)?(?P<label>{WORD}(?: (?:(?:and|&|of) )?{WORD}){{0,3}}):\s"
LABEL = Pattern(HEAD)
SEGMENT = Worded(rf"\n{HEAD}(?:\p{{L}}++ ){{0,2}}?<<metrics.noun>>(?!\p{{L}})")
"""A paragraph that begins with a label and what is measured of it."""


def labelled(row: Row, figure: Figure) -> Found | None:
    """The segment that heads a paragraph, where another paragraph is headed by another one.

    It does so by itself where a word says that it is one ("Marine segment: $120 million, up 8%").
    """
    unit = UNIT.match(row.tags)
    if unit is not None and unit.end() <= row.places.get(figure.id, 0):
        return Found(row.phrase(unit.start("own"), unit.end("own") - 1), "subject.labelled")
    if figure.metric is None:
        return None
    start = row.text.rfind("\n", 0, row.span.start) + 1
    own = LABEL.match(row.text, start, start + FRONT)
    if own is None or own.end() > figure.start or _is_none(own["label"]):
        return None
    if SEGMENT.match(row.text, max(0, start - 1), start + FRONT + FRONT) is None:
        return None
    around = SEGMENT.finditer(row.text, max(0, start - AROUND), start + AROUND)
    if all(hit["label"] == own["label"] or _is_none(hit["label"]) for hit in around):
        return None
    return Found(Phrase(*own.span("label"), own["label"]), "subject.labelled")


def _is_none(label: str) -> bool:
    """Whether a label only says of what kind is what stands behind it ("Outlook", "Net sales", "Q3")."""
    words = label.lower().split()
    if lexicon.find("metrics.noun", label.lower()) or lexicon.find("metrics.noun", words[-1]):
        return True
    return not known("parties.heading parties.no_segment").isdisjoint(words)
