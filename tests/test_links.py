"""Every text of ``gold/links.toml`` has the links that stand beside it, and no others."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, parse


def cases() -> list[Any]:
    file = Path(__file__).parent / "gold" / "links.toml"
    return [
        pytest.param(case, id=case["text"][:60])
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


def named(document: Document) -> dict[str, str]:
    """The figures' texts by their ids, the second of the same text numbered."""
    seen: Counter[str] = Counter()
    names = {}
    for figure in document.figures:
        seen[figure.text] += 1
        names[figure.id] = figure.text if seen[figure.text] == 1 else f"{figure.text}#{seen[figure.text]}"
    return names


@pytest.mark.parametrize("case", cases())
def test_a_text_has_these_links(case: dict[str, Any]) -> None:
    document = parse(case["text"])
    names = named(document)
    found = [f"{link.kind}: {names[link.figures[0]]} -> {names[link.figures[1]]}" for link in document.links]
    assert sorted(found) == sorted(case["links"])
    for link in document.links:
        assert link.rule.startswith("link.")
        assert link.evidence.start < link.evidence.end
