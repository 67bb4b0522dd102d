"""Headlines, where every word looks like a name: those alone are that the text has elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from parsers.context.names.listing import issues
from parsers.context.names.runs import Run, in_title
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern

LINE = Pattern(r"(?m)^(?=[^\n\p{Lu}]*+(?:\p{Lu}[^\n\p{L}]*+){12})[^\n\p{Ll}]{12,200}$")
"""A line of capitals: a dozen letters or more, none of them small."""


def unshouted(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, those of headlines cut to what is named below in small letters too, or is a place."""
    lines = [hit.span() for hit in LINE.finditer(text)]
    loud = {id(run) for run in runs if lines and _is_inside(lines, run.start)}
    loud |= {id(run) for run in runs if len(run.words) > 1 and _heads_article(text, run)}
    loud |= {id(run) for run in runs if len(run.words) > 1 and _begins_loudly(text, run)}
    loud |= {id(run) for run in runs if _is_everyday(text, run) and _heads_article(text, run)}
    if not loud:
        return list(runs)
    named = set(_beginnings(run for run in runs if id(run) not in loud and not run.initial))
    found: list[Run] = []
    for run in runs:
        found += _named_parts(text, run, named) if id(run) in loud else (run,)
    return found


START_OF = itemgetter(0)


def _is_inside(lines: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place is in one of the lines, which are in text order."""
    before = bisect_right(lines, at, key=START_OF) - 1
    return before >= 0 and at < lines[before][1]


def _heads_article(text: str, run: Run) -> bool:
    """Whether a run is one of the words of a headline, and not a company that heads its own entry."""
    if run.start > FRONT or not in_title(text, run.start) or issues(text, run.start, run.end):
        return False
    start = text.rfind("\n", 0, run.start) + 1
    end = text.find("\n", run.end)
    alone = text[start : end if end >= 0 else len(text)].strip() == text[run.start : run.end]
    alone = alone and not (len(run.words) >= SENTENCE and _has_small_word(run))
    return not alone and known("parties.legal").isdisjoint(run.words) and end >= 0


def _is_everyday(text: str, run: Run) -> bool:
    """Whether a run is one word of the language, which a title writes with a capital ("A Burst of Hiring").

    So is one that the text has small, or never again.
    """
    if len(run.words) > 1 or run.start > FRONT:
        return False
    word, low = run.words[0], run.words[0].lower()
    if low in known("everyday.word") or low in vocabulary()[0] or text.startswith(NOT, run.end):
        return True
    return f" {low} " in text or text.find(word, run.end) < 0


NOT = ("'t ", "\u2019t ")
"""The end of a verb that is denied ("Didn't")."""
FRONT = 200
"""Within how many characters of a text its headline begins."""


def _begins_loudly(text: str, run: Run) -> bool:
    """Whether a run is the first words of a paragraph, in capitals only to begin it ("IT IS NOW a habit")."""
    before = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    if not all(word.isupper() for word in run.words) or (before and not before.isupper()):
        return False
    return (_has_small_word(run) and not before) or _is_written_small(text, run)


def _is_written_small(text: str, run: Run) -> bool:
    """Whether the words of a run stand in the text in small letters too ("BALLOT ISSUES set a record")."""
    long = any(len(word) > LETTERS for word in run.words)
    return long and all(_word(word).search(text) is not None for word in run.words)


LETTERS = 3
"""How many letters an acronym has at most."""


@lru_cache(maxsize=64)
def _word(word: str) -> re.Pattern[str]:
    """A word in small letters."""
    return re.compile(rf"(?<![\w'-]){re.escape(word.lower())}s?(?![\w'-])")


def _has_small_word(run: Run) -> bool:
    """Whether a run has a word that no name has with a capital ("Profit Falls For Norvik")."""
    return not known("contextwords.of_no_name").isdisjoint(word.lower() for word in run.words)


SENTENCE = 5
"""Words from which on a line of capitalised ones is a sentence, and no name."""


def _beginnings(runs: Iterable[Run]) -> Iterator[tuple[str, ...]]:
    """How names begin ("orlin", "orlin paper"), and their last words."""
    for run in runs:
        words = tuple(word.lower() for word in run.words)
        yield from (words[:count] for count in range(1, len(words) + 1))
        yield words[-1:]


def _named_parts(text: str, run: Run, named: Container[tuple[str, ...]]) -> Iterator[Run]:
    """The words of a run, in order, that are named elsewhere or are a place."""
    spans, at = list[tuple[int, int]](), run.start
    for word in run.words:
        at = text.find(word, at, run.end + 1)
        spans.append((at, at + len(word)))
        at += len(word)
    first = 0
    while first < len(run.words):
        last = len(run.words)
        while last > first and not _is_named(run.words[first:last], named):
            last -= 1
        if last == first == 0 and (count := _company_at_front(text, run)):
            last = count
        if last == first + 1 and f" {run.words[first].lower()} " in text:
            last = first  # "STEEL OUTPUT FALLS", above "world steel production"
        if last > first and not known("parties.legal").issuperset(run.words[first:last]):
            yield Run(spans[first][0], spans[last - 1][1], run.words[first:last], False)
        first = max(last, first + 1)


def _company_at_front(text: str, run: Run) -> int:
    """How many words of a headline are the company that it begins with ("NORVIK INC Q3 RESULTS"), else 0."""
    if run.start and text[run.start - 1] != "\n":
        return 0
    if TICKER.match(text, run.end) is not None:
        return len(run.words)
    words = run.words[:LONGEST]
    return next((at for at, word in enumerate(words) if at and word in known("parties.legal")), -1) + 1


TICKER = Pattern(r" ?(?:<|\((?:[\p{Lu} ]{2,8}: ?)?)[\p{Lu}.]{1,7}[>)]")
"""Behind a company: by what its shares are called at an exchange."""
LONGEST = 6
"""Words that the name of a company has at most."""


def _is_named(words: tuple[str, ...], named: Container[tuple[str, ...]]) -> bool:
    """Whether words begin a name that stands elsewhere, or are a place."""
    whole = " ".join(words)
    return tuple(word.lower() for word in words) in named or not known("parties.place").isdisjoint(
        (whole, whole.title())
    )
