"""From what is typed into the filter line to the figures that stay. No Textual here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsers import query
from parsers.model import Figure
from parsers.query import Completion, Lookup, QueryError
from tui.index import Index
from tui.state import Filter

FLAGS = ("marked",)


@dataclass(frozen=True, slots=True)
class Study:
    """What typed words come to: a filter or a problem, and how they could go on."""

    words: str
    completion: Completion
    filter: Filter | None = None
    problem: QueryError | None = None


def read(words: str, index: Index, marks: frozenset[int]) -> query.Query:
    """The query that the words are; raises `QueryError`."""

    def marked(figure: Figure) -> bool:
        return index.figure_at[figure.id] in marks

    return query.compile(words, {"marked": marked})


def study(
    words: str,
    cursor: int,
    index: Index,
    lookup: Lookup,
    marks: frozenset[int],
    wanted: Callable[[], bool] = lambda: True,
) -> Study | None:
    """Apply the words to a document; ``None`` once the answer is no longer ``wanted``. Fit for a thread."""
    completion = query.complete(words, cursor, lookup, FLAGS)
    try:
        found = read(words, index, marks)
        kept = found.select(lookup, wanted)
    except QueryError as problem:
        return Study(words, completion, problem=problem)
    if kept is None:
        return None
    return Study(words, completion, Filter(words, found.crumbs, kept, index, "marked" in found.flags))
