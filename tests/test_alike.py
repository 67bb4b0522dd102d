"""Articles are read the same whatever their company is called, and whichever word of two alike stands there.

A rule that only holds for the words of its examples shows here: the gold articles are read again with other
words, and the labels that were right before and are wrong now are counted.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parsers import parse
from tests.accuracy import GOLD, LINKS, ROWS, Article, align, applies, article_of

SWAPS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "gold" / "alike.toml").read_text(encoding="utf-8")
)["swap"]
NOT_COUNTED = ("kind", "unit")
"""Rows that other words leave alone, or are meant to change ("million" in a unit)."""


@cache
def sources() -> tuple[tuple[str, str, str], ...]:
    """The gold articles: name, text and labels as they are written."""
    files = sorted(GOLD.glob("*.toml"))
    return tuple((f.stem, f.with_suffix(".txt").read_text("utf-8"), f.read_text("utf-8")) for f in files)


def right(article: Article) -> set[tuple[str, str]]:
    """The labels that the reader gets right, each as its key (or pair of keys) and row."""
    document = parse(article.text, reference_date=article.raw["reference_date"])
    pairs = align(article, document)
    keys = {figure.id: key for key, figure in pairs.items()}
    found = {
        (label.key, row)
        for label in article.labels
        for row, check in ROWS.items()
        if row not in NOT_COUNTED and applies(row, label) and label.key in pairs
        if check(label, pairs[label.key], document)
    }
    linked = {
        (" ".join(keys.get(one, "?") for one in link.figures), str(link.kind)) for link in document.links
    }
    told = {(pair, kind) for kind in LINKS for pair in article.raw["links"].get(kind, [])}
    return found | (told & linked)


@cache
def before() -> dict[str, set[tuple[str, str]]]:
    """What is right in each article as it stands."""
    return {name: right(article_of(name, text, labels)) for name, text, labels in sources()}


def main_name(text: str, labels: str) -> str | None:
    """The word by which an article mostly calls a company that it also calls by more than that word."""
    counts: dict[str, int] = {}
    for accepted in tomllib.loads(labels)["subject"].values():
        called = accepted.split("|")
        for short in called:
            if re.fullmatch(r"[A-Z][a-z]+", short) and any(one.startswith(f"{short} ") for one in called):
                counts[short] = len(re.findall(rf"\b{short}\b", text))
    return max(counts, key=counts.__getitem__, default=None)


def relabelled(labels: str, old: str, new: str) -> str:
    """The labels with other words, but for the keys of figures and the links between them."""
    told, links, rest = labels.partition("[links]")
    lines = [(line.partition("=")) for line in told.split("\n")]
    return "\n".join(f"{key}{sign}{re.sub(old, new, value)}" for key, sign, value in lines) + links + rest


def lost_by(words: list[tuple[str, str]], name: str | None = None) -> list[str]:
    """The labels that are lost where words (or the main company's ``name``) are put in for others."""
    lost: list[str] = []
    for title, text, labels in sources():
        called = main_name(text, labels) if name is not None else None
        if name is not None and called is None:
            continue
        swaps = words if name is None else [(rf"\b{called}\b", name)]
        other, told = text, labels
        for old, new in swaps:
            other, told = re.sub(old, new, other), relabelled(told, old, new)
        if other == text:
            continue
        gone = before()[title] - right(article_of(title, other, told))
        lost += [f"{title}: {key} {row}" for key, row in sorted(gone)]
    return lost


@pytest.mark.parametrize("swap", SWAPS, ids=lambda swap: str(swap["about"]))
def test_other_words_are_read_the_same(swap: dict[str, Any]) -> None:
    tried = [lost_by([], name) for name in swap.get("names", ())]
    if "words" in swap:
        tried.append(lost_by([(old, new) for old, new in swap["words"]]))
    assert tried
    assert max(map(len, tried)) <= swap["lost"], max(tried, key=len)
