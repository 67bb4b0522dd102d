"""A title of capitals above an article changes nothing of what its figures are said to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parsers import parse
from tests.accuracy import Article, load_articles

ARTICLES = load_articles(Path(__file__).parent / "gold" / "context")
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "its", "of", "on", "or")
) | frozenset(("over", "than", "the", "to", "with", "after"))
LONGEST = 12
"""Words of a title."""
CHANGED = {"bonds": 2, "grain": 2, "hedge_letter": 2, "market_close": 3, "market_old": 1}
"""Figures whose subject such a title changes: of articles that name nobody again, or in other words."""


def titled(article: Article) -> str:
    """The first sentence of an article with capitals, as newspapers of the United States write titles."""
    paragraphs = [line for line in article.text.split("\n") if len(line.split()) > LONGEST // 2]
    first = re.split(r"(?<=[a-z0-9])\.\s", paragraphs[0])[0].rstrip(".")
    first = re.sub(r"^[A-Z ,.]+ ?(\(\w+\))? ?[-\u2013\u2014]+ ?", "", first)
    words = first.split()[:LONGEST]
    return " ".join(
        w if at and w.lower() in SMALL else w[:1].upper() + w[1:] for at, w in enumerate(words)
    ).rstrip(",;:")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_title_changes_no_subject(article: Article) -> None:
    title = titled(article) + "\n\n"
    day = article.raw["reference_date"]
    plain = {f.start: f for f in parse(article.text, reference_date=day).figures}
    below = {f.start - len(title): f for f in parse(title + article.text, reference_date=day).figures}
    changed = [
        (figure.text, figure.subject_name, below[start].subject_name)
        for start, figure in plain.items()
        if start in below and below[start].subject_name != figure.subject_name
    ]
    assert len(changed) == CHANGED.get(article.name, 0), changed
