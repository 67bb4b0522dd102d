"""What a long reading tells on its way is what it finds in the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import watching
from parsers.article import make_article
from parsers.mentions import Candidate
from parsers.model import Figure
from parsers.pipeline import parse_article
from parsers.settle import settle
from parsers.watching import watched

TEXT = "Sales of Halden Paper rose 4% to $3.2 billion in 2024, from $3.08 billion.\n\nIt has 1,200 staff.\n\n"


def test_the_figures_come_in_the_order_of_the_text_with_their_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 150)
    heard: list[Figure] = []
    shares: list[int] = []

    def told(done: int, figures: tuple[Figure, ...]) -> None:
        shares.append(done)
        heard.extend(figures)

    text = TEXT * 20
    document = parse_article(make_article(text), told=told)
    assert [(f.id, f.start, f.end, f.value, f.unit) for f in heard] == [
        (f.id, f.start, f.end, f.value, f.unit) for f in document.figures
    ]
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert shares[-1] == len(text)


spans = st.tuples(st.integers(0, 2000), st.integers(1, 120), st.integers(0, 2), st.integers(0, 60))


@given(st.lists(spans, max_size=60))
def test_what_settles_early_settles_as_in_the_end(places: list[tuple[int, int, int, int]]) -> None:
    """Candidates come by their anchors, which stand up to 60 characters behind their starts here."""
    ordered = sorted(places, key=lambda place: place[0] + place[3])
    candidates = [
        Candidate(start=start, end=start + length + lead, rule=str(at), rank=rank)
        for at, (start, length, rank, lead) in enumerate(ordered)
    ]
    heard: list[Candidate] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watching, "EVERY", 100)
        passed = list(watched(candidates, 3000, lambda _done, winners: heard.extend(winners)))
    assert passed == candidates
    assert tuple(heard) == settle(candidates).winners
