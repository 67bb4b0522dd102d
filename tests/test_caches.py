"""What is kept while the program runs is bounded, however many texts are read and whatever stands in them."""

from __future__ import annotations

import gc
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from parsers import lexicon, parse
from parsers.lazy import Pattern
from parsers.pipeline import engine
from tests.fuzz.mutate import articles, framed, news

GOLD = Path(__file__).parent / "gold"
LONGEST = 400
"""Characters of a key at most: what is kept is a word or a phrase, never an article."""


def caches() -> Iterator[tuple[str, Any]]:
    """Every `functools` cache of the project, with its name."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in ("parsers", "tui"):
            for attribute, value in sorted(vars(module).items()):
                if hasattr(value, "cache_info") and value.__module__ == name:
                    yield f"{name}.{attribute}", value


def read_many(random: Random, texts: int) -> None:
    originals = articles()
    for _ in range(texts):
        parse(news(random, originals) + "\n\n" + "\n\n".join(framed(random) for _ in range(5)))
    long = "A" * 3000
    parse(f"{long} {'9' * 3000} {'million ' * 300} {long.lower()} rose 7% on {'May ' * 300} at {long}.")


def make_patterns() -> None:
    """Compile the patterns that wait for the first text that needs them."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] == "parsers":
            for value in vars(module).values():
                if isinstance(value, Pattern):
                    assert value.compiled is not None


def told() -> Iterator[str]:
    """Sentences that say something of their figures: what only some texts need is made for them."""
    for name, table in (("context_rules", "rule"), ("context_cases", "case"), ("links", "case")):
        cases = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))[table]
        yield from (case["text"] for case in cases)


def known_words() -> Iterator[str]:
    """A sentence with every word that the tables know: what is made for each word is made."""
    for entries in lexicon.tables().values():
        for entry in entries:
            for surfaces in entry.classes.values():
                yield from (f"It paid {surface} 5 {surface} of it." for surface in surfaces)


def longest_key(cache: Any) -> int:
    """The length of the longest text that a cache is keyed by."""
    kept = next((found for found in gc.get_referents(cache) if type(found) is dict), {})
    parts = [part for key in kept for part in (key if isinstance(key, tuple | list) else [key])]
    return max((len(part) for part in parts if isinstance(part, str)), default=0)


def test_no_cache_grows_with_the_texts_that_are_read() -> None:
    random = Random(7)
    parse("\n\n".join(text for rule in engine().rules for text, _ in rule.examples))
    for text in told():  # each by itself: it is about one party and one time
        parse(text)
    parse("\n".join(known_words()))
    make_patterns()
    read_many(random, 360)
    before = {name: cache.cache_info().currsize for name, cache in caches()}
    assert len(before) > 20
    read_many(random, 120)
    for name, cache in caches():
        info = cache.cache_info()
        if info.maxsize is None:
            assert info.currsize <= before.get(name, 0) + MADE_ONCE, name
        else:
            assert info.currsize <= info.maxsize <= 10_000, name


MADE_ONCE = 8
"""Patterns and tables that only some texts need are still made, each once."""


def test_no_cache_keeps_long_texts() -> None:
    read_many(Random(8), 40)
    keyed = {name: longest_key(cache) for name, cache in caches() if cache.cache_info().maxsize is not None}
    assert any(keyed.values())
    assert {name: length for name, length in keyed.items() if length > LONGEST} == {}
