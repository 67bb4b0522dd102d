"""Sentences in the manner of news, labelled before the program read them: ``gold/sentences``.

Other words for the same count as well ("the group" of "Halden Group", "sales" of "unit sales", a time of the
same days): these cases are about whose, what and when, not about how many words are marked.  What the program
reads otherwise is ``open``; a case that it reads right from now on has to lose that mark.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, Figure, parse
from tests.test_links import told

FOLDER = Path(__file__).parent / "gold" / "sentences"
SMALL = ("a ", "an ", "her ", "his ", "its ", "the ", "their ")


def cases(name: str) -> list[Any]:
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    mark = pytest.mark.xfail(strict=True, reason="open")
    return [
        pytest.param(case, id=f"{name}-{at}", marks=[mark] if case.get("open") else [])
        for at, case in enumerate(found)
    ]


def plain(words: str) -> str:
    """Words without their capitals, a determiner and a possessive."""
    low = words.strip().lower().replace("\u2019", "'").removesuffix("'s")
    return next((low.removeprefix(small) for small in SMALL if low.startswith(small)), low)


def given(document: Document, figure: Figure, field: str) -> set[str]:
    """What is said of a figure, in all the words for it."""
    if field == "subject":
        words = {figure.subject.text, figure.subject_name or ""} if figure.subject is not None else {""}
    elif field == "metric":
        words = {figure.metric.text, figure.metric_name or ""} if figure.metric is not None else {""}
    else:
        own = next((m for m in document.moments if m.id == figure.period), None)
        same = (m for m in document.moments if own and (m.first, m.last) == (own.first, own.last))
        words = {moment.text for moment in same} or {""}
    return {plain(each) for each in words}


def is_alike(wanted: str, found: str, field: str) -> bool:
    """Whether words mean what is wanted."""
    if not wanted or not found:
        return wanted == found
    if field == "subject":
        return (
            f" {found} ".startswith(f" {wanted} ")
            or f" {found} ".endswith(f" {wanted} ")
            or is_part(found, wanted)
        )
    return wanted in found or found in wanted


def is_part(found: str, wanted: str) -> bool:
    return f" {wanted} ".startswith(f" {found} ") or f" {wanted} ".endswith(f" {found} ")


@pytest.mark.parametrize("case", [*cases("whose"), *cases("when"), *cases("what")])
def test_figures_say_what_their_sentence_says(case: dict[str, Any]) -> None:
    document = parse(case["text"], reference_date=case["date"])
    for written, says in case["says"].items():
        figure = next(f for f in document.figures if written in f.text or f.text in written)
        for field, wanted in says.items():
            found = given(document, figure, field)
            alike = (is_alike(plain(w), f, field) for w in wanted.split("|") for f in found)
            assert any(alike), (written, field, found)


@pytest.mark.parametrize("case", cases("links"))
def test_figures_are_linked_as_their_sentence_says(case: dict[str, Any]) -> None:
    assert told(parse(case["text"])) == sorted(case["links"])
