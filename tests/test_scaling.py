"""Reading is linear: work is counted (function calls, rules tried), not timed."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import FrameType

import pytest
import regex

from parsers import parse
from parsers.compiled import Block, Compiled
from parsers.context.names import plain, runs
from parsers.context.names.runs import LARGE
from parsers.context.said import attribution
from parsers.findings.base import Facts
from parsers.findings.rate import check_rates
from parsers.findings.twice import comparable
from parsers.lazy import Pattern
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
    return calls(lambda: parse(text))


def calls(run: Callable[[], object]) -> int:
    """How many functions are called."""
    counted = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        run()
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
        match: Callable[..., Iterable[tuple[int, Hit]]] = Compiled.hits,
    ) -> Iterable[tuple[int, Hit]]:
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


def test_firms_called_by_words_are_looked_for_once_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once for each of their names, of which a long text has many."""
    looked = 0

    class Counted:
        def __init__(self, pattern: Pattern) -> None:
            self._pattern = pattern

        def finditer(self, text: str) -> Iterator[regex.Match[str]]:
            nonlocal looked
            for hit in self._pattern.finditer(text):
                looked += 1
                yield hit

    monkeypatch.setattr(plain, "NAME", Counted(plain.NAME))
    monkeypatch.setattr(plain, "WORD", Counted(plain.WORD))
    counts = []
    for times in (40, 80):
        looked = 0
        parse("A pump of Line Brewing Co. fell. A rival, Gap Stores, rose. " * times)
        counts.append(looked)
    assert 0 < counts[1] <= 2.1 * counts[0]


def test_signs_of_currencies_are_looked_for_once_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once for each name that looks like an amount, of which a hostile text has many."""
    looked = 0

    class Counted:
        def finditer(self, text: str) -> Iterator[regex.Match[str]]:
            nonlocal looked
            looked += 1
            return LARGE.finditer(text)

    monkeypatch.setattr(runs, "LARGE", Counted())
    parse(" ".join(f"It sold the B{1000 + n} to Norvik." for n in range(50)))
    assert looked == 1


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


def test_the_things_that_have_one_value_are_told_without_a_copy_of_all_links() -> None:
    """The largest thing that is made for one figure is a sentence: no set of all that are linked."""
    facts = Facts(parse("Revenue at Halden in 2023 was $5 million, up 5%. " * 4_000))
    assert len(facts.document.links) >= 4_000
    assert any(comparable(facts))  # what is looked up once is looked up
    told = comparable(facts)
    next(told)
    tracemalloc.start()
    deque(told, maxlen=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000  # Python keeps two thousand tuples for the next ones


def test_what_differs_from_many_is_told_in_steps_in_proportion_to_all() -> None:
    """Each conversion that slipped is held against the rate of all others, which is worked out once."""
    one = "It paid 300 million euros ($390 million). " * 6
    one += "It paid 300 million euros ($39 million). It paid 300 million euros ($350 million). "
    short, long = (Facts(parse(one * times)) for times in (5, 50))
    assert len(list(check_rates(short))) > 5  # what is loaded once is loaded
    assert calls(lambda: list(check_rates(long))) <= 1.3 * 10 * calls(lambda: list(check_rates(short)))


def test_nobody_looks_for_rubbish_while_a_document_grows() -> None:
    looked: list[str] = []

    def heard(phase: str, _info: dict[str, int]) -> None:
        looked.append(phase)

    text = news(100_000)
    parse(text)  # what is loaded once is loaded
    gc.collect()
    gc.callbacks.append(heard)
    try:
        document = parse(text)
        within = len(looked)
    finally:
        gc.callbacks.remove(heard)
    assert gc.isenabled()
    assert document.figures
    assert within <= 4  # one when it is there, as for any program


def test_who_has_switched_looking_off_finds_it_off() -> None:
    gc.disable()
    try:
        parse("It rose 5%.")
        assert not gc.isenabled()
    finally:
        gc.enable()
