"""Headlines in capitals, where every word looks like a name: those alone are that the text has elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.names.runs import Run
from parsers.context.rows.words import known
from parsers.lazy import Pattern

LINE = Pattern(r"(?m)^(?=[^\n\p{Lu}]*+(?:\p{Lu}[^\n\p{L}]*+){12})[^\n\p{Ll}]{12,200}$")
"""A line of capitals: a dozen letters or more, none of them small."""


def unshouted(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, those of lines in capitals cut to what is named in small letters too, or is a place."""
    lines = [hit.span() for hit in LINE.finditer(text)]
    if not lines:
        return list(runs)
    loud = {id(run) for run in runs for start, end in lines if start <= run.start < end}
    named = {word.lower() for run in runs if id(run) not in loud for word in run.words}
    found: list[Run] = []
    for run in runs:
        found += _named_parts(text, run, named) if id(run) in loud else (run,)
    return found


def _named_parts(text: str, run: Run, named: set[str]) -> Iterator[Run]:
    """The words of a run, in order, that are named elsewhere or are a place."""
    at, kept = run.start, list[tuple[int, str]]()
    for word in (*run.words, ""):
        start = text.find(word, at, run.end + 1) if word else run.end
        if word and (word.lower() in named or word.title() in known("parties.place")):
            kept.append((start, word))
        elif kept:
            yield Run(kept[0][0], kept[-1][0] + len(kept[-1][1]), tuple(w for _, w in kept), False)
            kept = []
        at = start + len(word)
