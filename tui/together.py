"""What is shown together with the selection: linked figures, its period, its figures, what a finding joins.

A finding may concern thousands of mentions, and a moment may be the period of as many figures.  So
whether a mention belongs to the selection is asked of each mention that is on the screen, not of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.state import Selection

if TYPE_CHECKING:
    from tui.index import Index


class Partners:
    """The partners of one selection: asked for one by one, or gone through."""

    __slots__ = ("_index", "_linked", "_selection", "_told")

    def __init__(self, index: Index | None, selection: Selection | None) -> None:
        self._index = index
        self._selection = selection
        self._told: frozenset[int] = frozenset()
        self._linked: frozenset[Selection] = frozenset()
        if index is None or selection is None or not selection.is_figure:
            return
        self._told = frozenset(index.told.get(selection, ()))
        linked = {
            Selection.figure(index.figure_at[name])
            for link in index.links.get(selection.at, ())
            for name in link.figures
            if name in index.figure_at
        }
        period = index.period_at(selection.at)
        if period is not None:
            linked.add(Selection.moment(period))
        self._linked = frozenset(linked - {selection})

    def __contains__(self, other: Selection) -> bool:
        if self._selection is None or self._index is None or other == self._selection:
            return False
        if not self._selection.is_figure:
            return other.is_figure and self._index.period_at(other.at) == self._selection.at
        if other in self._linked:
            return True
        return bool(self._told) and not self._told.isdisjoint(self._index.told.get(other, ()))

    def __iter__(self) -> Iterator[Selection]:
        """Each partner once; takes as long as there are many."""
        if self._selection is None or self._index is None:
            return
        if not self._selection.is_figure:
            yield from map(Selection.figure, self._index.figures_of.get(self._selection.at, ()))
            return
        yield from self._linked
        seen = {self._selection, *self._linked}
        for at in sorted(self._told):
            for other in self._index.concerned[at]:
                if other not in seen:
                    seen.add(other)
                    yield other


NOBODY = Partners(None, None)
