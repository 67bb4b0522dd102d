"""What an amount is called further on: "the charge" of "a $148 million charge"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.roles import NEARBY, Placed
from parsers.links.rows import Line

BACK = 4
"""How many sentences with figures back the amount may stand."""
AROUND = 60
"""How many characters before or behind an amount may tell what it is ("a $148 million charge")."""
WORD = Pattern(r"\p{L}[\p{L}-]*+")
AFTER_TAX = Pattern(r"(?i)\b(?:after[ -]tax(?:es)?|net of tax(?:es)?)\b")


def things_of(words: str) -> frozenset[str]:
    """What the first of some words that names an amount means: "term loan"."""
    for word in words.split():
        if entries := lexicon.find("linkwords.named", word):
            return frozenset(entry.id for entry in entries)
    return frozenset()


def earlier(lines: Sequence[Line], at: int, here: int) -> Iterator[tuple[Line, Placed]]:
    """The figures before one that can be called so, each with its sentence, the nearest first."""
    for p in reversed(lines[at].placed[:here]):
        yield lines[at], p
    for back in range(at - 1, max(-1, at - 1 - BACK), -1):
        for p in reversed(lines[back].placed[-NEARBY:]):
            yield lines[back], p


def named(told: Sequence[tuple[Line, Placed]], things: frozenset[str]) -> Placed | None:
    """The first of some figures that the words around it call so; what is left after taxes comes last."""
    found = [(line, p) for line, p in told if not things.isdisjoint(_told(line, p))] if things else []
    whole = [p for line, p in found if AFTER_TAX.search(line.text, *_around(line, p)) is None]
    return next(iter((*whole, *(p for _, p in found))), None)


def _around(line: Line, whole: Placed) -> tuple[int, int]:
    """Where the words around an amount begin and end that tell what it is."""
    figure = whole.figure
    start = max(figure.start - min(len(whole.lead), AROUND), line.span.start)
    further = [p.figure.start for p in line.placed if p.figure.start > figure.start and p.role != Role.TWIN]
    return start, min(figure.end + AROUND, *further[:1], line.span.end)


def _told(line: Line, whole: Placed) -> Iterator[str]:
    """What the words around an amount say that it is."""
    for word in WORD.finditer(line.text, *_around(line, whole)):
        yield from (entry.id for entry in lexicon.find("linkwords.telling", word[0]))
