"""From what is typed into the filter line to the figures that stay. No Textual here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from parsers.errors import QueryError
from parsers.model import Figure
from parsers.values import record
from tui.index import Index
from tui.state import Filter

if TYPE_CHECKING:
    from parsers.query import Completion, Lookup, Query

FLAGS = ("marked",)
MOST_OPEN = 8
"""Brackets and quotation marks that are closed while one types."""


@record
class Study:
    """What typed words come to: a filter or a problem, and how they could go on."""

    words: str
    completion: Completion
    filter: Filter | None = None
    problem: QueryError | None = None


def read(words: str, index: Index, marks: frozenset[int]) -> Query:
    """The query that the words are; raises `QueryError`."""
    from parsers import query

    def marked(figure: Figure) -> bool:
        return index.figure_at[figure.id] in marks

    return query.compile(words, {"marked": marked})


def sources_of(index: Index) -> dict[str, tuple[str, ...]]:
    """File and title of each figure's article, where several are shown as one."""
    found: dict[str, tuple[str, ...]] = {}
    for part, ends in pairwise((*index.parts, None)):
        assert part is not None
        own = part.index.document
        words = tuple(word for word in (own.source, own.title) if word)
        last = ends.figures if ends else len(index.document.figures)
        found.update((figure.id, words) for figure in index.document.figures[part.figures : last])
    return found


def study(
    words: str,
    cursor: int,
    index: Index,
    lookup: Lookup,
    marks: frozenset[int],
    wanted: Callable[[], bool] = lambda: True,
    *,
    typing: bool = False,
) -> Study | None:
    """Apply the words to a document; ``None`` once the answer is no longer ``wanted``. Fit for a thread.

    While they are being typed, what is open counts as closed, and a last word that could still become
    a field is not looked for yet: "kind:money and val" does not empty the table on its way to "value>1bn".
    """
    from parsers import query

    completion = query.complete(words, cursor, lookup, FLAGS)
    applied = words
    if typing and completion.begins_field and cursor == len(words):
        applied = words[: completion.start].rstrip()
    try:
        found = _read_on(applied, index, marks) if typing else read(applied, index, marks)
        kept = found.select(lookup, wanted) if applied.strip() else ()
    except QueryError as problem:
        return Study(words, completion, problem=problem)
    if kept is None:
        return None
    chosen = Filter(found.expression, found.crumbs, kept, index, "marked" in found.flags)
    return Study(words, completion, chosen)


def _read_on(words: str, index: Index, marks: frozenset[int]) -> Query:
    """The query of words in which brackets or quotation marks may still be open."""
    closed = words
    for _ in range(MOST_OPEN):
        try:
            return read(closed, index, marks)
        except QueryError as problem:
            if not problem.closing:
                raise
            closed += problem.closing
    return read(words, index, marks)
