"""Anchors: where rules may start, and that what saves the trying of a rule never saves a reading."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import regex

from parsers import figures, lexicon, moments, numerals
from parsers.anchors import Digits
from parsers.compiled import Block, Compiled
from parsers.engine import Engine
from parsers.pipeline import engine, parse
from parsers.rules import DIGIT, Hit, Rule

HERE = Path(__file__).parent
FRAGMENTS = {**numerals.FRAGMENTS, **figures.FRAGMENTS, **moments.FRAGMENTS}
Hitting = Callable[[Compiled, Block, Sequence[int]], Iterable[tuple[int, Hit]]]
SIGNS = "0123456789.,-$%()'\n€£ abkmtx°/\u2013\u2019\u00a0½:"


@cache
def unfiltered() -> Engine:
    """The same rules without the fields that only save time, without shortcuts and ``once``."""
    return Engine(
        (replace(rule, near=(), before=(), digits=Digits(), peek="") for rule in engine().rules), FRAGMENTS
    )


def strings(value: object) -> Iterator[str]:
    """Every string in a table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


@cache
def articles() -> str:
    files = sorted(f for f in (HERE / "gold").rglob("*") if f.suffix in (".txt", ".md"))
    return "\n\n".join(f.read_text(encoding="utf-8") for f in files) + seeds()


@cache
def seeds() -> str:
    files = sorted((HERE.parent / "seeds").glob("*-*"))
    return "\n\n".join(f.read_text(encoding="utf-8") for f in files)


def mutated(text: str, times: int, seed: int) -> str:
    """A text with some of its characters replaced: odd neighbours for every rule."""
    drawn = random.Random(seed)
    letters = list(text)
    for _ in range(times):
        letters[drawn.randrange(len(letters))] = drawn.choice(SIGNS)
    return "".join(letters)


def examples() -> str:
    texts = [text for rule in engine().rules for text in (*(e for e, _ in rule.examples), *rule.rejects)]
    return "\n".join(texts)


def corpus() -> str:
    tables = (tomllib.loads(f.read_text(encoding="utf-8")) for f in sorted((HERE / "corpus").rglob("*.toml")))
    return "\n".join(s for table in tables for s in strings(table))


def everything() -> Iterator[tuple[str, str]]:
    news = articles()
    yield "news", news
    yield "examples", examples()
    yield "corpus", corpus()
    yield "small letters", seeds().lower()
    yield "wrapped", seeds().replace(" ", "\n")
    yield "hard spaces", seeds().replace(" ", "\u00a0")
    for seed in range(3):
        yield f"mutated {seed}", mutated(seeds(), 2_000, seed)


@pytest.mark.parametrize(("name", "text"), everything(), ids=lambda value: value if len(value) < 20 else "")
def test_what_saves_time_changes_nothing(name: str, text: str) -> None:
    quick, slow = list(engine().scan(text)), list(unfiltered().scan(text))
    assert quick == slow


def test_the_filters_save_most_of_the_trying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules tried on news, with the filters and without."""
    news = articles()
    quick, slow = tried(engine(), news, monkeypatch), tried(unfiltered(), news, monkeypatch)
    assert quick * 2 < slow


def tried(engine: Engine, text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many rules an engine tries on a text."""
    count = 0

    def hits(
        self: Compiled, block: Block, numbers: Sequence[int], match: Hitting = Compiled.hits
    ) -> Iterable[tuple[int, Hit]]:
        nonlocal count
        count += len(numbers)
        return match(self, block, numbers)

    with monkeypatch.context() as patched:
        patched.setattr(Compiled, "hits", hits)
        assert list(engine.scan(text))
    return count


GROUP = regex.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]])*+\]|\((?:\?(?P<held>P<_\w+>)|\?(?P<look><?[=!])|\?(?P<case>[a-z]+):)?+(?P<call>\?&\w+)?|(?P<end>\))"
)


def looks(source: str, *, backwards: bool) -> Iterator[tuple[str, bool, str]]:
    """The macros that a pattern holds once, at each of their places: read backwards or not, and its case."""
    inside = [(backwards, "")]
    for found in GROUP.finditer(source):
        if found["end"]:
            inside.pop()
        elif found[0][0] == "(":
            way, case = inside[-1]
            way = found["look"][0] == "<" if found["look"] else way
            inside.append((way, case + (found["case"] or "")))
            if name := found["held"] or found["call"]:
                yield name.strip("P<>?&"), *inside[-1]


@pytest.mark.parametrize("rule", engine().rules, ids=lambda rule: rule.name)
def test_what_a_pattern_holds_once_is_read_in_one_direction(rule: Rule) -> None:
    sources = [
        (rule.pattern, False),
        (rule.lead or "", True),
        *((FRAGMENTS[name], False) for name in rule.head),
    ]
    for source, backwards in sources:
        ways: dict[str, set[tuple[bool, str]]] = {}
        for name, way, case in looks(lexicon.expand(source, FRAGMENTS, figures.ONCE), backwards=backwards):
            ways.setdefault(name, set()).add((way, case))
        assert [name for name, found in ways.items() if len(found) > 1] == []


def test_digits_are_said_only_of_rules_that_start_at_digits() -> None:
    assert [r.name for r in engine().rules if r.digits != Digits() and DIGIT not in r.starts] == []


@pytest.mark.parametrize(
    ("digits", "count", "before", "then", "allowed"),
    [
        (Digits(), 3, "a", "%", True),
        (Digits(count=(1, 2)), 3, " ", " ", False),
        (Digits(then="^Aa"), 2, " ", "a", False),
        (Digits(then="^Aa"), 2, " ", ".", True),
        (Digits(before="(", then=")"), 1, "(", ")", True),
        (Digits(before="(", then=")"), 1, " ", ")", False),
    ],
)
def test_digits_allow(digits: Digits, count: int, before: str, then: str, allowed: bool) -> None:
    assert digits.allows(count, before, then) is allowed


@pytest.mark.parametrize(
    "text", ["in Aprıl 2019", "5 Ａpril 2019", "ſeptember 3", "5 \u212am away", "İn 2019", "two ½m dollars"]
)
def test_letters_that_only_look_like_others(text: str) -> None:
    """Letters that fold to others, or to two, neither raise nor shift an offset."""
    assert all(text[f.start : f.end] == f.text for f in parse(text).figures)
