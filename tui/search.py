"""Searching a text: one match function for what is lit, what is counted and where a jump lands."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

PATIENCE = 2.0
"""Seconds after which a pattern is given up, so that no expression can hold the program."""
MOST = 200_000


@dataclass(frozen=True, eq=False, slots=True)
class Matches:
    """Where a query stands in the text. ``current`` is the match that was jumped to last."""

    query: str
    starts: array[int]
    ends: array[int]
    current: int = 0
    problem: str = ""

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The matches that touch a half-open span, and whether each is the current one."""
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            yield self.starts[at], self.ends[at], at == self.current

    def at(self, current: int) -> Matches:
        """The same matches, jumped to another one (round the ends)."""
        return Matches(self.query, self.starts, self.ends, current % max(1, len(self)), self.problem)

    def from_offset(self, offset: int) -> Matches:
        """The same matches, at the first one from an offset on (round the end)."""
        return self.at(bisect_left(self.starts, offset))

    def label(self) -> str:
        """What stands in the footer: "3/17", "no match", or what is wrong with the expression."""
        if self.problem:
            return self.problem
        if not len(self):
            return "no match"
        more = "+" if len(self) >= MOST else ""
        return f"{self.current + 1:,}/{len(self):,}{more}"


NOTHING = Matches("", array("Q"), array("Q"))


def find_matches(text: str, query: str) -> Matches:
    """Every match of a query: words as they are, ``/.../`` a regular expression.

    Letters match either case until the query has a capital of its own.
    """
    if not query:
        return NOTHING
    from parsers.matching import ExpressionError, query_pattern

    starts, ends = array("Q"), array("Q")
    problem = ""
    try:
        for match in query_pattern(query).finditer(text, timeout=PATIENCE, concurrent=True):
            if match.end() > match.start():
                starts.append(match.start())
                ends.append(match.end())
                if len(starts) >= MOST:
                    break
    except ExpressionError as error:
        problem = f"not an expression: {error}"
    except TimeoutError:
        problem = f"gave up after {PATIENCE:g} s"
    return Matches(query, starts, ends, 0, problem)
