"""Reading is linear: work is counted (function calls, rules tried), not timed."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

import pytest

from parsers import parse
from parsers.compiled import Block, Compiled
from parsers.context import attribution
from parsers.pipeline import engine
from parsers.rules import Hit
from parsers.text import LONGEST

SEEDS = Path(__file__).parent.parent / "seeds"
HOSTILE = {
    "digits and commas": "1,",
    "digits and blanks": "1 ",
    "currency signs": "$",
    "brackets": "((((1",
    "signs": "-+",
    "months": "may ",
    "months and days": "May 5, ",
    "scales": "5 million ",
    "ranges": "5 to ",
    "percent": "5% of ",
    "capitals": "Halden Paper ",
}


def news(size: int) -> str:
    """So many characters of the seeds, repeated."""
    text = "\n\n".join(f.read_text(encoding="utf-8") for f in sorted(SEEDS.glob("*-*"))) + "\n\n"
    return (text * (size // len(text) + 1))[:size]


def steps(text: str) -> int:
    """How many functions are called while a text is read, our own and built-in ones."""
    counted = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return counted


def tried(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many rules are tried on a text."""
    counted = 0

    def hits(
        self: Compiled,
        block: Block,
        numbers: Sequence[int],
        match: Callable[..., Iterator[tuple[int, Hit]]] = Compiled.hits,
    ) -> Iterator[tuple[int, Hit]]:
        nonlocal counted
        counted += len(numbers)
        return match(self, block, numbers)

    with monkeypatch.context() as patched:
        patched.setattr(Compiled, "hits", hits)
        list(engine().scan(text))
    return counted


def test_reading_news_takes_steps_in_proportion_to_its_length() -> None:
    text = news(8_000)
    parse(text)  # what is loaded once is loaded
    assert steps(text * 10) <= 1.3 * 10 * steps(text)


def test_a_sentence_is_searched_to_its_end_once_for_all_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    text, tail, searched = "5% of " * 600, attribution.TAIL, [0]

    class Counted:
        def search(self, tags: str, at: int) -> object:
            searched.append(len(tags) - at)
            return tail.search(tags, at)

    monkeypatch.setattr(attribution, "TAIL", Counted())
    assert len(parse(text).figures) == 600
    assert sum(searched) < 2 * len(text)


def test_rules_are_tried_in_proportion_to_the_length(monkeypatch: pytest.MonkeyPatch) -> None:
    text = news(8_000)
    short = tried(text, monkeypatch)
    assert tried(text * 30, monkeypatch) <= 1.1 * 30 * short
    assert short < len(text)  # less than one for each character


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_repetition_takes_steps_in_proportion_to_its_length(name: str) -> None:
    """From the longest sentence on: inside one a figure may look at the others."""
    short, long = (HOSTILE[name] * (size // len(HOSTILE[name])) for size in (LONGEST, 2 * LONGEST))
    parse(short)
    assert steps(long) <= 1.3 * 2 * steps(short) + 1_000


@pytest.mark.parametrize("name", HOSTILE)
def test_few_rules_are_tried_on_hostile_repetition(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HOSTILE[name] * (8_000 // len(HOSTILE[name]))
    assert tried(text, monkeypatch) <= 16 * len(text)


def test_a_document_holds_little_for_each_figure() -> None:
    text = news(100_000)
    parse(text)  # what is loaded once is loaded
    gc.collect()
    tracemalloc.start()
    document = parse(text)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held / len(document.figures) < 1_500


def test_findings_hold_few_places_however_many_pairs_there_are() -> None:
    pairs = ". ".join(f"It paid 300 million euros (${390 + n} million)" for n in range(60)) + "."
    assert max(len(finding.evidence) for finding in parse(pairs).findings) < 60
