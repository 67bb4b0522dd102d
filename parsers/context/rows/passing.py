"""Counts that only tell where, or of how many, something is measured: "Sales at its 12 stores fell 8%"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

PASSING = Pattern(r"(?<=[MG])(?:[anp][Diq]{0,2}x{0,2}Fx{0,2}(?:o[DxM]{1,3})?){1,3}(?=d?A?d?[VBHm])")
"""Behind what is measured and before its verb: where it is, with counts."""


def with_counts_as_words(words: Sequence[Word], tags: str) -> Sequence[Word]:
    """The words of a sentence, in which counts that stand so are words like others."""
    hit = PASSING.search(tags)
    if hit is None:
        return words
    places = [at for at in range(hit.start(), hit.end()) if tags[at] == "F"]
    if not all(_counts(words[at]) for at in places):
        return words
    found = list(words)
    for at in places:
        found[at] = found[at]._replace(tag="x")
    return found


def _counts(word: Word) -> bool:
    """Whether a figure counts things."""
    return isinstance(word.ref, Figure) and word.ref.kind == Kind.COUNT and word.ref.unit is not None
