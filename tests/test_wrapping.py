"""Lines that are cut for their width change nothing of what an article is read to say."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import parse
from parsers.wrapping import unwrapped
from tests.accuracy import Article, load_articles

ARTICLES = list(load_articles(Path(__file__).parent / "gold" / "context"))
ROOM = "     "


def cut(text: str, width: int) -> str:
    """The text with its prose in lines, every character where it was."""
    paragraphs = re.split(r"(\n+)", text)
    return "".join(
        "\n".join(wrap(one, width, break_long_words=False, break_on_hyphens=False))
        if len(one) > width and "  " not in one and not one.startswith("- ") and "|" not in one
        else one
        for one in paragraphs
    )


@pytest.mark.parametrize("width", [64, 78])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_lines_end_nothing(article: Article, width: int) -> None:
    text = cut(article.text, width)
    day = article.raw["reference_date"]
    plain, lines = (parse(one, reference_date=day) for one in (article.text, text))
    assert lines.text == text
    assert len(text) == len(article.text)

    def told(written: str | None) -> str:
        return " ".join((written or "").split())

    for one, other in zip(plain.figures, lines.figures, strict=True):
        assert other.text == text[other.start : other.end]
        for field in ("start", "end", "value", "low", "high", "unit", "period", "status", "direction"):
            assert getattr(one, field) == getattr(other, field), (field, one, other)
        for field in ("metric_name", "subject_name", "attribution"):
            assert told(getattr(one, field)) == told(getattr(other, field)), (field, one, other)
    assert [(link.kind, link.figures) for link in plain.links] == [
        (link.kind, link.figures) for link in lines.links
    ]
    assert [(found.check, found.state) for found in plain.findings] == [
        (found.check, found.state) for found in lines.findings
    ]


LINES = "The maker of pumps said on Tuesday that its sales rose by more\nthan it had hoped, to $5 million"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"{LINES}, and\nthat it hired.", f"{LINES.replace(chr(10), ' ')}, and that it hired."),
        (f"{LINES}.\n\nShares fell.", f"{LINES.replace(chr(10), ' ')}.\n\nShares fell."),
        (f"{LINES}.\n   Shares fell.", f"{LINES.replace(chr(10), ' ')}.\n\n  Shares fell."),
        (f"{LINES} from\n40. Shares fell.", f"{LINES.replace(chr(10), ' ')} from 40. Shares fell."),
        (f"{LINES}.\n- Sales: $5\n- Staff: 3", f"{LINES.replace(chr(10), ' ')}.\n- Sales: $5\n- Staff: 3"),
        (f"Results\n{LINES}", f"Results\n{LINES.replace(chr(10), ' ')}"),
        (
            f"{LINES}.\nSales | 5 | 4\nCosts | 3 | 2",
            f"{LINES.replace(chr(10), ' ')}.\nSales | 5 | 4\nCosts | 3 | 2",
        ),
        (
            f"Date: 5 May 2024\nSubject: Pumps\n{LINES}",
            f"Date: 5 May 2024\nSubject: Pumps\n{LINES.replace(chr(10), ' ')}",
        ),
        ("Sales rose 5%.\nProfit fell 3%.", "Sales rose 5%.\nProfit fell 3%."),
    ],
)
def test_what_ends_with_its_line(text: str, seen: str) -> None:
    assert unwrapped(text) == seen


@given(st.text(st.sampled_from("aB5$.,|-• \t\r\n"), max_size=400))
def test_nothing_moves(text: str) -> None:
    seen = unwrapped(text)
    assert len(seen) == len(text)
    assert all(a == b or (a.isspace() and b in " \n") for a, b in zip(text, seen, strict=True))
