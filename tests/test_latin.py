"""The two engines of a pattern for plain Latin text say the same of it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import parsers
from parsers.context.rows.reading import WORD
from parsers.latin import CLASSES, GROUP_AT_ONCE, RARE, LatinPattern, plainly
from parsers.quick import Quick
from parsers.worded import Worded, shelf

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


WORDED = [
    value
    for module in ("context.changewords", "links.parts", "links.changes", "links.pointing", "links.before")
    for pair in vars(importlib.import_module(f"parsers.{module}")).values()
    for value in (pair if isinstance(pair, tuple) else (pair,))
    if isinstance(value, Worded)
]
SENTENCES = [
    piece
    for path in sorted((Path(__file__).parent / "gold" / "context").glob("*.txt"))
    for piece in path.read_text(encoding="utf-8").split(". ")
]


@pytest.mark.parametrize("pattern", WORDED, ids=lambda pattern: pattern.source[:40])
def test_a_pattern_with_words_finds_the_same_by_either_engine(pattern: Worded) -> None:
    for sentence in SENTENCES:
        for text in (sentence, sentence.replace("a", "\u0101")):  # plain, and not
            found, same = pattern.search(text), pattern.compiled.search(text)
            if found is None or same is None:
                assert found is same, text
            else:
                assert (found.span(), found.groupdict()) == (same.span(), same.groupdict())


@pytest.mark.parametrize(
    "text", ["a yen, b dollars", "a yen, \u0101 dollars", "\u0101 yen, \u0101 dollars " * 400]
)
def test_every_match_is_found_by_either_engine(text: str) -> None:
    pattern = Worded(r"(?P<letter>\p{L}) <<currencies.name>>")
    found = [(hit.span(), hit["letter"]) for hit in pattern.finditer(text, 2)]
    assert found == [(hit.span(), hit["letter"]) for hit in pattern.compiled.finditer(text, 2)]
    assert len(found) == text.count("dollars") + text.count("yen") - 1


def test_classes_are_spelt_out_in_sets_and_beside_them() -> None:
    upper, lower, digit = CLASSES[r"\p{Lu}"], CLASSES[r"\p{Ll}"], CLASSES[r"\p{N}"]
    assert plainly(r"\p{Lu}[\p{Ll}'-]") == f"[{upper}][{lower}'-]"
    assert plainly(r"\\p{L}") == r"\\p{L}"
    assert plainly(r"[^]\p{N}]\[\p{N}") == rf"[^]{digit}]\[[{digit}]"


@pytest.mark.parametrize("source", [r"\p{Greek}", r"(?r)a", r"(?<=a|bc)d", r"\Ga"])
def test_what_the_standard_library_does_not_know_is_left_to_regex(source: str) -> None:
    pattern = Worded(source)
    assert shelf().find_if_known(source, 0, plainly) is None
    assert pattern.search("x") is None


def test_no_pattern_of_the_standard_library_has_a_possessive_group() -> None:
    # Python 3.11.2, which some systems still ship, matches those wrongly; atomic groups it knows.
    told: list[str] = []
    for info in pkgutil.walk_packages(parsers.__path__, "parsers."):
        for value in vars(importlib.import_module(info.name)).values():
            for each in value if isinstance(value, (tuple, list)) else (value,):
                source = each.every.source if isinstance(each, LatinPattern) else getattr(each, "source", "")
                if isinstance(each, (Quick, LatinPattern)):
                    told.append(source if isinstance(source, str) else source.decode())
    assert len(told) > 100
    assert [each for each in told if GROUP_AT_ONCE.search(each)] == []
