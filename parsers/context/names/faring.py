"""Names without the word before them that only tells how somebody fares ("Booming Halden")."""

from __future__ import annotations

from collections import Counter

from parsers.context.names.runs import Run
from parsers.context.rows.words import known
from parsers.lazy import Pattern

TWICE = 2
"""How often the rest of a name stands alone at least where the word before it is none of it."""


def without_faring(text: str, runs: list[Run]) -> list[Run]:
    """The runs; those that begin so are cut to the name that the text goes on to use without the word."""
    alone = Counter(run.words for run in runs)
    return [_cut(text, run, alone) for run in runs]


def _cut(text: str, run: Run, alone: Counter[tuple[str, ...]]) -> Run:
    """The name of a run without such a word before it."""
    rest = run.words[1:]
    if not rest or alone[run.words] > 1 or not _tells_how(run.words[0]):
        return run
    if sum(count for words, count in alone.items() if words[: len(rest)] == rest) < TWICE:
        return run
    start = text.find(rest[0], run.start + len(run.words[0]), run.end)
    return Run(start, run.end, rest, False) if start > 0 else run


def _tells_how(word: str) -> bool:
    """Whether a word tells how somebody fares, and is no first name."""
    if word in known("parties.given"):
        return False
    return word in known("parties.fares") or ENDING.fullmatch(word) is not None


ENDING = Pattern(r"\p{Lu}\p{Ll}{2,14}(?:ing|less|ful|ous|[^aeiouf]led|[^aeiour]red|[^aeioul]ted)")
"""How most such words end."""
