"""Every text of ``gold/links.toml`` has the links that stand beside it, and no others."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, links, parse
from parsers.links.roles import place
from parsers.links.worded import Cued


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


def told(document: Document) -> list[str]:
    """The links of a document, as the cases write them."""
    names = named(document)
    return sorted(
        f"{link.kind}: {names[link.figures[0]]} -> {names[link.figures[1]]}" for link in document.links
    )


def dashed() -> list[Any]:
    """The texts with dashes: papers set " -- ", " \u2013 " or " \u2014 " and mean the same."""
    return [
        each for each in cases() if " -- " in each.values[0]["text"] or " \u2014 " in each.values[0]["text"]
    ]


@pytest.mark.parametrize("case", dashed())
def test_every_dash_means_the_same(case: dict[str, Any]) -> None:
    for dash in (" -- ", " \u2013 ", " \u2014 "):
        text = case["text"].replace(" -- ", dash).replace(" \u2014 ", dash)
        assert told(parse(text)) == sorted(case["links"]), text


@pytest.mark.parametrize("case", cases())
def test_a_text_has_these_links(case: dict[str, Any]) -> None:
    document = parse(case["text"])
    assert told(document) == sorted(case["links"])
    for link in document.links:
        assert link.rule.startswith("link.")
        assert link.evidence.start < link.evidence.end


def test_the_cues_of_a_pattern_only_save_time() -> None:
    modules = [
        importlib.import_module(f"parsers.links.{m.name}") for m in pkgutil.iter_modules(links.__path__)
    ]
    cued = {p.source: p for module in modules for p in vars(module).values() if isinstance(p, Cued)}
    documents = [parse(case.values[0]["text"]) for case in cases()]
    leads = {placed.lead for d in documents for placed in place(d.text, 0, d.figures)}
    hits = 0
    for pattern in cued.values():
        for lead in leads:
            found = pattern.compiled.search(lead)
            hits += found is not None
            assert (pattern.search(lead) is None) == (found is None), (pattern.source, lead)
    assert len(cued) > 10
    assert hits > 50
