"""What must hold for any text at all, tried on many made ones."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers import Document, Figure, Kind, Moment, parse
from parsers.model import Span
from parsers.pipeline import engine, settle_text
from parsers.safe import UNSAFE, make_safe
from parsers.text import split_sentences

REFERENCE = dt.date(2024, 11, 15)

# Words that rules look for, and the characters that join them, so that made texts reach deep into the rules.
WORDS = """
$ US$ HK$ € £ ¥ RMB USD yuan dollars cents pence a an the of to from between and or in at by million
billion bn m k trillion hundred thousand dozen half quarter third first second percent % pct points basis
bps up down rose fell about more than at least nearly some over under increase decline growth revenue
profit sales said Alibaba Cloud S&P 500 Boeing 737 Q3 FY25 1H25 fiscal year quarter ended September March
May Monday yesterday last next week month ago earlier 2024 1999 30 31 0 1 7.5 1,234.56 .5 3-2 10x 5G 24
out 32 per share barrel ( ) [ ] - – , . ; : / + ~ > < ' "
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\t", " "])
NEWS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)
ANY_TEXT = st.text(max_size=200) | NEWS
MARKS = frozenset("-*o\u2013\u2014\u00b7\u2022\u25cf\u25aa\u25a0\u25e6\u2023\u2043\u27a2\u2713\uf0b7")
"""What an item of a list may begin with: it belongs to no sentence."""


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_reading_never_raises_and_every_span_slices_inside_the_text(text: str) -> None:
    document = parse(text, reference_date=REFERENCE)
    mentions: tuple[Figure | Moment, ...] = (*document.figures, *document.moments)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.rule
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
    assert_refers_to_itself(document)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse(text) == parse(text)


@settings(max_examples=200, deadline=None)
@given(NEWS)
def test_figures_stand_in_text_order_with_exact_bounds(text: str) -> None:
    document = parse(text, reference_date=REFERENCE)
    for earlier, later in pairwise(document.figures):
        assert (earlier.start, earlier.end) <= (later.start, later.end)
    for figure in document.figures:
        for number in (figure.value, figure.low, figure.high, figure.precision):
            assert number is None or number.is_finite()
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        if figure.value is not None:
            assert (figure.low, figure.high) == (None, None)
        if figure.kind is Kind.PERCENT:
            assert figure.unit == "percent"
    for moment in document.moments:
        if moment.first is not None and moment.last is not None:
            assert moment.first <= moment.last


@settings(max_examples=200, deadline=None)
@given(NEWS)
def test_winners_do_not_overlap_and_every_loser_overlaps_its_winner(text: str) -> None:
    settled = settle_text(text)
    for earlier, later in pairwise(settled.winners):
        assert earlier.end <= later.start
    for loser, winner in settled.losers:
        assert max(loser.start, winner.start) < min(loser.end, winner.end)


TORN = regex.compile(r"(?<=[0-9])(?:[0-9]|,[0-9]{3}(?![0-9]))")
"""What goes on with a number at its end."""
NUMBERED = st.lists(
    st.sampled_from(
        [*WORDS.split(), "In", "Norway,", "Ms.", "Hale,", "47", "38,000", "Halden", "the", "No."]
    ),
    max_size=24,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(NUMBERED)
@example("In Norway, 38,000 left")
def test_nothing_is_found_that_ends_inside_a_number(text: str) -> None:
    """What is no figure neither: it would keep the number from being read."""
    for found in engine().scan(text):
        assert TORN.match(text, found.end) is None, (found.rule, text[found.start : found.end])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_making_safe_keeps_every_offset(text: str) -> None:
    safe = make_safe(text)
    assert len(safe) == len(text)
    assert not UNSAFE.search(safe)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, safe, strict=True))


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
@example("- ")
@example("- \n\u2022 9\n- -")
def test_sentences_cover_all_but_white_space_and_the_marks_of_items(text: str) -> None:
    end = 0
    for span in [*split_sentences(text), Span(len(text), len(text))]:
        assert span.start >= end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        left_out = text[end : span.start]
        assert all(char.isspace() or char in MARKS for char in left_out), left_out
        end = span.end


HOSTILE = {
    "digits and commas": "1," * 20_000,
    "one long number": "9" * 50_000,
    "an exponent": "1e" + "9" * 20_000,
    "currency signs": "$" * 20_000,
    "open brackets": "(" * 20_000,
    "signs": "-" * 20_000,
    "scales": "million " * 4_000,
    "number words": "one hundred and " * 3_000,
    "months": "may " * 5_000,
    "the quarter": "the third quarter of the " * 2_000,
    "ranges": "from 5 to " * 4_000,
    "lists": "5, 6 and " * 4_000,
    "capitals": "Alpha Beta " * 4_000,
    "pronouns": "It sold $5 million ($4 million; 3 million euros) and they sold 45 of them, " * 500,
    "old values": "from $5 million, or 5% of the total of $6 million, including $2 million, " * 500,
    "dates": "30 February 2024, 99/99/9999 " * 2_000,
    "no space": "a" * 100_000,
    "white space": " " * 100_000,
    "line ends": "\n" * 100_000,
    "points": "." * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read(name: str) -> None:
    text = HOSTILE[name]
    document = parse(text, reference_date=REFERENCE)
    assert document.text == text
    assert_refers_to_itself(document)


def assert_refers_to_itself(document: Document) -> None:
    """Every id that is named exists, and no id stands twice."""
    figures = {f.id for f in document.figures}
    moments = {m.id for m in document.moments}
    assert len(figures) == len(document.figures)
    assert len(moments) == len(document.moments)
    assert {f.period for f in document.figures} <= moments | {None}
    for link in document.links:
        assert len(link.figures) >= 2
        assert set(link.figures) <= figures
    for finding in document.findings:
        assert set(finding.figures) <= figures
