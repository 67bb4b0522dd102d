"""From the figures of a document to those of its newer version: what is still there, and where. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from parsers.model import Figure, Moment
from tui.index import Index
from tui.state import Selection

STEP = 4096
"""Characters that are compared at once."""


def carried(old: Index, new: Index) -> Mapping[Selection, Selection]:
    """For each mention of the old version that is still there the same one in the new version.

    It is the same where it reads the same and stands in text that was not touched, before or behind
    the change; else where it reads the same in a sentence that reads the same.
    """
    before, after = old.document.text, new.document.text
    head = _alike(before, after)
    tail = min(_alike(before[::-1], after[::-1]), min(len(before), len(after)) - head)
    shift = len(after) - len(before)
    there = {(start, end, selection.is_figure): selection for start, end, selection in new.mentions}
    by_sentence = {named: selection for selection, named in _named(new)}
    names = dict(_named(old))
    found: dict[Selection, Selection] = {}
    for start, end, selection in old.mentions:
        moved = shift if start >= len(before) - tail else 0
        if end <= head or start >= len(before) - tail:
            same = there.get((start + moved, end + moved, selection.is_figure))
        else:
            same = by_sentence.get(names[selection])
        if same is not None and _mention(new, same).text == _mention(old, selection).text:
            found[selection] = same
    return found


def _alike(one: str, other: str) -> int:
    """How many characters two texts share from their beginning."""
    least = min(len(one), len(other))
    at = 0
    while at < least and one[at : at + STEP] == other[at : at + STEP]:
        at += STEP
    pairs = zip(range(at, least), one[at : at + STEP], other[at : at + STEP], strict=False)
    return next((place for place, a, b in pairs if a != b), least)


def _mention(index: Index, selection: Selection) -> Figure | Moment:
    return (index.document.figures if selection.is_figure else index.document.moments)[selection.at]


Named = tuple[bool, str, str, int]


def _named(index: Index) -> Iterator[tuple[Selection, Named]]:
    """Each mention by its own words, those of its sentence, and how many such there are before it."""
    from parsers.text import sentence_of

    text, sentences = index.document.text, index.document.sentences
    count: Counter[tuple[bool, str, str]] = Counter()
    for start, end, selection in index.mentions:
        around = sentences[sentence_of(sentences, start)] if sentences else None
        sentence = text[around.start : around.end] if around else ""
        words = (selection.is_figure, text[start:end], sentence)
        yield selection, (*words, count[words])
        count[words] += 1
