"""Searching text and figures: one match function for what is lit, what is counted and where a jump lands."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from parsers.values import record, replace

if TYPE_CHECKING:
    import regex

PATIENCE = 2.0
"""Seconds after which a pattern is given up, so that no expression can hold the program."""
BRIEF = 0.02
"""Seconds for one cell."""
MOST = 200_000
LOOK = 2_000
"""Matches between two looks at whether they are still wanted."""


NONE: frozenset[int] = frozenset()


@record(eq=False)
class Rows:
    """The words of the table's rows as one text: where each row begins in it, and its figure's span."""

    text: str
    starts: Sequence[int]
    spans: Sequence[tuple[int, int]]


@record(eq=False)
class Matches:
    """Where a query stands in the text. ``current`` is the match that was jumped to last.

    ``in_rows`` are those that stand only in the row of a figure: their place is the figure's.
    """

    query: str
    starts: array[int]
    ends: array[int]
    current: int = 0
    problem: str = ""
    in_rows: frozenset[int] = NONE

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The matches that touch a half-open span, and whether each is the current one."""
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            if at not in self.in_rows:
                yield self.starts[at], self.ends[at], at == self.current

    def within(self, cell: str) -> list[tuple[int, int]]:
        """Where the query stands in a cell of the table."""
        from parsers.matching import ExpressionError, query_pattern

        try:
            found = query_pattern(self.query).finditer(cell, timeout=BRIEF) if self.query else ()
            return [match.span() for match in found if match.end() > match.start()]
        except (ExpressionError, TimeoutError):
            return []

    def at(self, current: int) -> Matches:
        """The same matches, jumped to another one (round the ends)."""
        return replace(self, current=current % max(1, len(self)))

    def from_offset(self, offset: int) -> Matches:
        """The same matches, at the first one from an offset on (round the end)."""
        return self.at(bisect_left(self.starts, offset))

    def beside(self, start: int, end: int, by: int) -> Matches:
        """The same matches, at the first one behind a span (``by`` > 0) or the last before it."""
        return self.at(bisect_left(self.starts, end) if by > 0 else bisect_right(self.ends, start) - 1)

    def label(self) -> str:
        """What stands in the footer: "3/17", "no match", or what is wrong with the expression."""
        if self.problem:
            return self.problem
        if not len(self):
            return "no match"
        more = "+" if len(self) >= MOST else ""
        return f"{self.current + 1:,}/{len(self):,}{more}"


NOTHING = Matches("", array("Q"), array("Q"))


def find_matches(text: str, query: str, rows: Rows | None = None) -> Matches:
    """Every match of a query: words as they are, ``/.../`` a regular expression.

    Letters match either case until the query has a capital of its own.  A figure whose row has the words
    counts too, once, where the text has them nowhere within it.
    """
    matches = find_wanted(text, query, rows, lambda: True)
    return NOTHING if matches is None else matches


def find_wanted(text: str, query: str, rows: Rows | None, wanted: Callable[[], bool]) -> Matches | None:
    """As `find_matches`; ``None`` once they are no longer ``wanted``. Fit for a thread."""
    if not query:
        return NOTHING
    from parsers.matching import ExpressionError, query_pattern

    starts, ends = array("Q"), array("Q")
    problem = ""
    only: list[tuple[int, int]] = []
    try:
        pattern = query_pattern(query)
        for match in pattern.finditer(text, timeout=PATIENCE, concurrent=True):
            if match.end() > match.start():
                starts.append(match.start())
                ends.append(match.end())
                if len(starts) >= MOST:
                    break
                if not len(starts) % LOOK and not wanted():
                    return None
        if rows is not None and len(starts) < MOST:
            only = _only_in_rows(pattern, rows, starts, ends)
    except ExpressionError as error:
        problem = f"not an expression: {error}"
    except TimeoutError:
        problem = f"gave up after {PATIENCE:g} s"
    return _merged(Matches(query, starts, ends, 0, problem), only)


def _only_in_rows(
    pattern: regex.Pattern[str], rows: Rows, starts: array[int], ends: array[int]
) -> list[tuple[int, int]]:
    """The spans of the figures in whose rows the pattern stands, but for those that a match touches."""
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(rows.text, timeout=PATIENCE, concurrent=True):
        at = bisect_right(rows.starts, match.start()) - 1
        start, end = rows.spans[at]
        touched = bisect_right(ends, start) < bisect_left(starts, end)
        if match.end() > match.start() and not touched and (not found or found[-1][1] <= start):
            found.append((start, end))
    return found


def _merged(matches: Matches, only: list[tuple[int, int]]) -> Matches:
    """Matches of the text and of rows in one order."""
    if not only:
        return matches
    own = ((start, end, False) for start, end in zip(matches.starts, matches.ends, strict=True))
    both = list(islice(merge(own, ((start, end, True) for start, end in only)), MOST))
    return replace(
        matches,
        starts=array("Q", (start for start, _, _ in both)),
        ends=array("Q", (end for _, end, _ in both)),
        in_rows=frozenset(at for at, (_, _, in_row) in enumerate(both) if in_row),
    )
