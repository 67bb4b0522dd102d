"""What an amount is called further on: "the charge" of "a $148 million charge"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.placed import NEARBY, Placed
from parsers.links.rows import Line
from parsers.model import Status

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


def named(
    told: Sequence[tuple[Line, Placed]],
    things: frozenset[str],
    parts: Collection[str] = (),
    status: Status | None = None,
) -> Placed | None:
    """The first of some figures that the words around it call so.

    What is left after taxes, what is told to be a part of something (its id is in ``parts``), and what is not
    as sure as a part of some ``status``, come last.
    """
    found = [(line, p) for line, p in told if not things.isdisjoint(_told(line, p))] if things else []

    def is_less(one: tuple[Line, Placed]) -> tuple[bool, bool, bool]:
        line, p = one
        taxed = AFTER_TAX.search(line.text, *_around(line, p)) is not None
        return taxed, p.figure.id in parts, status is not None and p.figure.status != status

    return min(found, key=is_less)[1] if found else None


def _around(line: Line, whole: Placed) -> tuple[int, int]:
    """Where the words around an amount begin and end that tell what it is."""
    figure = whole.figure
    start = max(figure.start - min(len(whole.lead), AROUND), line.span.start)
    before = PAUSE.search(line.text, start, figure.start)
    further = [p.figure.start for p in line.placed if p.figure.start > figure.start and p.role != Role.TWIN]
    end = min(figure.end + AROUND, *further[:1], line.span.end)
    behind = STOP.search(line.text, figure.end, end)
    return before.end() if before is not None else start, behind.start() if behind is not None else end


PAUSE = Pattern(r"(?r)[,;:] (?!or\b)|(?<!,) and ")
STOP = Pattern(r"[;:]|, (?!or\b)|,? and ")


def _told(line: Line, whole: Placed) -> Iterator[str]:
    """What the words around an amount say that it is."""
    for word in WORD.finditer(line.text, *_around(line, whole)):
        yield from (entry.id for entry in lexicon.find("linkwords.telling", word[0]))
