"""Lines of a page that are no part of its article change nothing of what the article is read to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import Document, parse
from tests.accuracy import Article, load_articles

ARTICLES = [a for a in load_articles(Path(__file__).parent / "gold" / "context") if "\n\n" in a.text]
LINES = (
    "Advertisement",
    "READ MORE: Charts that explain Northern Europe",
    "Photo: Petra Vogel/Getty Images",
    "By Anna Lind and Raj Mehta",
    "What happens next?",
)


def told(document: Document, gap: int, length: int) -> list[tuple[object, ...]]:
    """What figures say, each by its place in the article without a line of some length behind ``gap``."""
    places = {f.id: f.start - (length if f.start > gap else 0) for f in document.figures}
    days = {m.id: (m.first, m.last) for m in document.moments}
    figures = [
        (
            places[f.id],
            f.text,
            f.metric_name,
            f.subject_name,
            days.get(f.period or ""),
            f.attribution,
            f.status,
        )
        for f in document.figures
    ]
    links = [(link.kind, *(places[one] for one in link.figures)) for link in document.links]
    return [*figures, *links]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_line_of_the_page_changes_nothing(article: Article, line: str) -> None:
    gap = article.text.index("\n\n") + 1
    with_line = f"{article.text[:gap]}\n{line}\n{article.text[gap:]}"
    day = article.raw["reference_date"]
    plain = told(parse(article.text, reference_date=day), gap, 0)
    assert told(parse(with_line, reference_date=day), gap, len(line) + 2) == plain


def test_figures_of_such_a_line_are_found_and_say_nothing() -> None:
    text = "Halden earned $5 million.\n\nRead more: Norvik sells $9 million of bonds\n\nRevenue rose 4%."
    figures = {figure.text: figure for figure in parse(text).figures}
    assert figures["$9 million"].subject is None
    assert figures["4%"].subject_name == "Halden"


@pytest.mark.parametrize(
    "line", ["Norvik", "Outlook", "Related companies rose 5%.", "Image sensors sold well.", "By Norvik"]
)
def test_what_is_of_the_article_stays(line: str) -> None:
    from parsers.context.page import left_out
    from parsers.text import split_sentences

    text = f"Halden earned money.\n\n{line}\n\nIt sold pumps."
    out = left_out(text, split_sentences(text), [])
    assert out == () or line == "Outlook"
