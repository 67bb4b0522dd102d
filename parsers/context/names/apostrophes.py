"""Names that end in "'s" themselves ("Macy's", "Papa John's"), told from possessives of names without it."""

from __future__ import annotations

from itertools import pairwise

from parsers.context.names.runs import ACTS, HELD, Run
from parsers.context.rows.words import known
from parsers.lazy import Pattern

OWNS = ("'s", "\u2019s")


def with_apostrophes(text: str, runs: list[Run]) -> list[Run]:
    """The runs, those of names that end in "'s" with it; one place that shows it tells of all others."""
    if not any(mark in text for mark in OWNS):
        return runs
    runs = _joined(text, runs)
    own = {" ".join(run.words) for run in runs if text.startswith(OWNS, run.end) and _is_own(text, run)}
    return [_whole(text, run) if " ".join(run.words) in own else run for run in runs] if own else runs


def _joined(text: str, runs: list[Run]) -> list[Run]:
    """The runs, those joined whose "'s" stands inside a name that the text gives in full somewhere.

    ("Nature's Glow" beside "Nature's Glow Products, Inc.")
    """
    pairs = {
        (one, two)
        for run in runs
        for one, two in pairwise(run.words)
        if one.endswith(OWNS) and not known("parties.legal").isdisjoint(run.words[-1:])
    }
    if not pairs:
        return runs
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        gap = text[last.end : run.start] if last is not None else ""
        if last is not None and gap[:-1] in OWNS and (last.words[-1] + gap[:-1], run.words[0]) in pairs:
            words = (*last.words[:-1], last.words[-1] + gap[:-1], *run.words)
            found[-1] = Run(last.start, run.end, words, last.initial)
        else:
            found.append(run)
    return found


def _is_own(text: str, run: Run) -> bool:
    """Whether the "'s" behind a name is its own: the name is known, or acts with it."""
    if " ".join(run.words) in known("parties.apostrophed"):
        return True
    if ACTS_SO.match(text, run.end + 2, run.end + 26) is not None or DOES.match(text, run.end + 2):
        return True
    held = HELD_SO.match(text, max(0, run.start - 16), run.start)
    return held is not None and GOES_ON.match(text, run.end + 2) is not None


ACTS_SO = Pattern(rf" {ACTS}")
DOES = Pattern(
    r" (?:\p{Ll}{2,}ed|has|had|is|was|said|saw|lost|won|sold|bought) (?:its|their|the|an?|that|it)(?!\p{L})"
)
"""Behind a name that does something with its own "'s" ("Danner's regained its place")."""
HELD_SO = Pattern(rf"(?r){HELD}")
GOES_ON = Pattern(
    r"[,.;)]| (?:fell|rose|gained|lost|slid|dropped|climbed|jumped|were|was|have|had|and|for)\b"
)


def _whole(text: str, run: Run) -> Run:
    """The run with the "'s" behind it, if one stands there."""
    behind = text[run.end : run.end + 2]
    if behind not in OWNS:
        return run
    return Run(run.start, run.end + 2, (*run.words[:-1], run.words[-1] + behind), run.initial)
