"""Runs of capitalised words that only say what is measured, and when ("Adjusted Diluted EPS Increased").

Reports write so in their headlines, tables and lists.  No party is named there, nor by a company's own bodies
("the Board of Directors").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from parsers.context.names.runs import Run, dates, in_title
from parsers.context.rows.words import NOTED, known
from parsers.lazy import Pattern
from parsers.values import replace

NOBODY = "parties.own_body parties.wire parties.accounting parties.traffic"
NEXT = Pattern(r"[ \n](?P<word>[\p{L}][\p{L}&-]*+)")
BEFORE = Pattern(r"(?r)(?<!\p{L})(?P<word>\p{L}{3,14}) ")
CELL = Pattern(r"(?r)(?:[|\t]|  ) *")
"""Before the first word of a cell of a table."""


def without_measures(text: str, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs that name somebody; in a headline without what is told of them behind their name."""
    terms = _terms(text, runs)
    for run in runs:
        if terms and " ".join(run.words) in terms:
            continue
        if " ".join(text[run.start : run.end].split()) in known(NOBODY):
            continue
        count = len(run.words)
        last = _end_of_name(run.words) if count > 1 else count
        if last == 0 or (count == 1 and _qualifies(text, run)):
            continue
        if (counted_in := _reckoned(text, run)) is not None:
            last = counted_in
        elif last < count and not in_title(text, run.start):
            last = count
        if last < count:
            words = run.words[:last]
            at = run.start
            for word in words:
                at = text.find(word, at, run.end + 1) + len(word)
            run = replace(run, end=at, words=words)
        yield run


def _terms(text: str, runs: Sequence[Run]) -> set[str]:
    """The things that a release only calls so ("a third tranche (the "Third Tranche")"), which are nobody."""
    if DEFINES not in text and "(the \u201c" not in text and "(each a \u201c" not in text:
        return set()
    ends = {run.end for run in runs}
    found = set()
    for hit in DEFINED.finditer(text):
        named = any(end in ends for end in range(hit.start() - 2, hit.start() + 1))
        if not named:
            found |= {hit["term"], hit["term"] + "s", hit["term"].removesuffix("s")}
    return found


DEFINES = '(the "'
DEFINED = Pattern(
    r"(?<=\p{Ll} )\((?:the|each,?(?: an?)?|collectively, the|together, the)"
    r" [\"\u201c](?P<term>\p{Lu}[\p{L} -]{2,30}),?[\"\u201d]"
)
"""What a thing is called from there on, behind words for it and no name."""


def _qualifies(text: str, run: Run) -> bool:
    """Whether a single word only tells which metric is meant ("Operating income", "Gross margin")."""
    word = run.words[0].lower()
    if not _is_told(word) or word in ("a", "the"):
        return False
    before = BEFORE.match(text, max(0, run.start - 16), run.start)
    if before is not None and _is_sure(before["word"].lower()):
        return True  # the rest of "Operating Data"
    hit = NEXT.match(text, run.end)
    follows = hit is not None and _is_sure(hit["word"].lower())
    return follows and (run.initial or CELL.match(text, max(0, run.start - 8), run.start) is not None)


def _reckoned(text: str, run: Run) -> int | None:
    """How many words stand before the one that says whose results are counted in, where one does."""
    lower = [word.lower() for word in run.words]
    at = next((n for n, word in enumerate(lower) if n and word in known("parties.reckoned")), None)
    if at is None or not all(map(_is_told, lower[at + 1 :])):
        return None
    hit = NEXT.match(text, run.end)
    told = at + 1 < len(lower) or (
        hit is not None and (hit["word"].islower() or _is_sure(hit["word"].lower()))
    )
    return at if told else None


@lru_cache(maxsize=1024)
def _end_of_name(words: tuple[str, ...]) -> int:
    """How many words stand before those that only say what is measured; all where none surely does."""
    last = len(words)
    while last > 0 and _is_told(words[last - 1].lower()):
        last -= 1
    told = words[last:]
    sure = any(_is_sure(word.lower()) for word in told)
    legal = last > 0 and len(told) == 1
    return last if sure and not legal else len(words)


def _is_sure(word: str) -> bool:
    """Whether a word only ever says what is measured, or when."""
    word = word[:-1] if NOTED.match(word) is not None else word  # "EBITDA1"
    return word in known("parties.measuring") or any(
        part in known("parties.measuring") for part in word.split("-")[1:]
    )


def _is_told(word: str) -> bool:
    """Whether a word can stand beside such a one and names nobody itself."""
    return (
        _is_sure(word)
        or word in known("parties.measured_with")
        or word.title() in dates()
        or word.isdecimal()
    )
