"""The two engines of a pattern for plain Latin text say the same of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from parsers.context.rows.reading import WORD
from parsers.latin import CLASSES, RARE

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*-*"))
PLAIN = [c for c in map(chr, range(sys.maxunicode + 1)) if RARE.match(c) is None]


@pytest.mark.parametrize("name", [*CLASSES, r"\w", r"\d", r"\s"])
def test_every_plain_character_is_of_the_same_classes_to_both_engines(name: str) -> None:
    one, two = regex.compile(name), re.compile(f"[{CLASSES[name]}]" if name in CLASSES else name)
    assert [c for c in PLAIN if (one.match(c) is None) != (two.match(c) is None)] == []


def spans(pattern: re.Pattern[str] | regex.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_both_engines_cut_an_article_into_the_same_words(path: Path) -> None:
    text = RARE.sub("", path.read_text(encoding="utf-8"))
    assert spans(WORD.latin, text) == spans(WORD.every.compiled, text)


@given(st.text(alphabet=st.sampled_from("aAsS9.-&/'\u2019\u201c`, \n\u00c9\u00e9\u00df()")))
def test_both_engines_cut_any_plain_text_into_the_same_words(text: str) -> None:
    assert WORD.of(text, 0, len(text)) is WORD.latin
    assert spans(WORD.latin, text) == spans(WORD.every.compiled, text)


@pytest.mark.parametrize("text", ["\u0130stanbul", "5\u00bd", "\u0441\u0443\u0434", "a\u0301"])
def test_a_text_with_another_letter_is_read_by_the_engine_that_knows_all(text: str) -> None:
    assert WORD.of(text, 0, len(text)) is WORD.every.compiled
