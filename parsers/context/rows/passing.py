"""Figures that only tell where, or of whom, something is measured: "Sales at its 12 stores fell 8%"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

PASSING = Pattern(
    r"(?<=[MG])(?:[anp][Diq]{0,2}x{0,2}Fx{0,2}(?:o[DxM]{1,3})?){1,3}(?=(?:,[cdx]{1,2},)?d?A?[dx]?[VBHm])"
)
"""Behind what is measured and before its verb: where it is, with counts, or whom it is of."""
SOME = frozenset(("bottom", "highest", "lowest", "lower", "poorest", "richest", "top", "upper", "wealthiest"))
"""Which part of all is meant ("the bottom 30 percent of households")."""


def with_counts_as_words(words: Sequence[Word], tags: str) -> Sequence[Word]:
    """The words of a sentence, in which counts that stand so are words like others."""
    hit = PASSING.search(tags)
    if hit is None:
        return words
    places = [at for at in range(hit.start(), hit.end()) if tags[at] == "F"]
    if not all(_counts(words[at]) or _are_some(words, at) for at in places):
        return words
    found = list(words)
    for at in places:
        found[at] = found[at]._replace(tag="x")
    return found


def _counts(word: Word) -> bool:
    """Whether a figure counts things."""
    return isinstance(word.ref, Figure) and word.ref.kind == Kind.COUNT and word.ref.unit is not None


def _are_some(words: Sequence[Word], at: int) -> bool:
    """Whether a figure tells which part of a people is meant ("inflation for the bottom 30 percent of")."""
    ref = words[at].ref
    some = isinstance(ref, Figure) and ref.kind is Kind.PERCENT and words[at - 1].key in SOME
    return some and at + 1 < len(words) and words[at + 1].tag in "oxM"
