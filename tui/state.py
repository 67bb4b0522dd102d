"""What the explorer remembers, as frozen values and pure functions. No Textual here."""

from __future__ import annotations

from parsers.values import record, replace


@record
class Selection:
    """The one thing selected: a figure or a moment, by its position in the document."""

    is_figure: bool
    at: int

    @classmethod
    def figure(cls, at: int) -> Selection:
        """The figure at a position of ``document.figures``."""
        return cls(True, at)

    @classmethod
    def moment(cls, at: int) -> Selection:
        """The moment at a position of ``document.moments``."""
        return cls(False, at)


@record
class Sort:
    """How the rows are ordered: by a column's id (``None``: as in the text), perhaps reversed, in groups."""

    column: str | None = None
    reverse: bool = False
    grouped: bool = False

    def by(self, column: str) -> Sort:
        """Sorted by a column; the column that sorts already goes back to the order of the text."""
        return Sort() if self.column == column else Sort(column, grouped=self.grouped)

    def turned(self) -> Sort:
        """The same order, from its other end."""
        return replace(self, reverse=not self.reverse)

    def gathered(self, column: str) -> Sort:
        """In groups by a column; the column that groups already goes back to the order of the text."""
        return Sort() if self.grouped and self.column == column else Sort(column, grouped=True)


@record
class Filter:
    """Which figures the table shows: all, or those that an expression matches.

    ``kept`` are their positions in the document that ``of`` is the index of; ``crumbs`` the parts of
    the expression that must all hold; ``marked`` tells that the marks have a say.
    """

    words: str = ""
    crumbs: tuple[str, ...] = ()
    kept: tuple[int, ...] = ()
    of: object = None
    marked: bool = False

    def __bool__(self) -> bool:
        return bool(self.words.strip())


def toggle(marks: frozenset[int], at: int) -> frozenset[int]:
    """The marks with one figure marked, or no longer marked."""
    return marks ^ {at}


def clamp(value: int, size: int) -> int:
    """The nearest position in a list of ``size`` (0 for an empty one)."""
    return max(0, min(value, size - 1))
