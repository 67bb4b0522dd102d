"""The line under the filter: choices to go on with, or a mistake with its place. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from tui.paint import fitted

if TYPE_CHECKING:
    from parsers.query import Choice, Completion, QueryError

GAP = 2
SHORT = 9


def choices_line(completion: Completion, chosen: int | None, left: int, width: int) -> Content:
    """As many choices as fit, the chosen one among them, each with a short word about it.

    A longer one stands only beside the chosen: an overview of names helps more than a few explained.
    """
    pieces = [_piece(choice, chosen=at == chosen) for at, choice in enumerate(completion.choices)]
    first = shown = 0
    while (shown := _fitting(pieces[first:], width - left)) <= (chosen or 0) - first:
        first += shown
    parts: list[str | tuple[str, str]] = [" " * left]
    for at in range(first, first + shown):
        insert, about = pieces[at]
        parts += [(insert, "reverse" if at == chosen else "bold"), (about + " " * GAP, "dim")]
    return Content.assemble(*parts)


def problem_line(problem: QueryError, words: str, left: int, width: int) -> Content:
    """``^`` under the place, and behind it what is wrong there; before it where that has more room."""
    said = str(problem)
    start = max(0, left + cell_len(words[: problem.position]))
    length = max(1, cell_len(words[problem.position : problem.end]))
    length = max(1, min(length, width - start))
    if start >= width:
        return Content.assemble((fitted(said, width), "$text-error"))
    behind, before = width - start - length - 1, start - 1
    if len(said) > behind and before > behind:
        return Content.assemble(
            (fitted(said, before, right=True), "$text-error"), " ", ("^" * length, "bold $text-error")
        )
    words_behind = f" {fitted(said, behind)}" if behind > 0 else ""
    return Content.assemble(" " * start, ("^" * length, "bold $text-error"), (words_behind, "$text-error"))


def _piece(choice: Choice, *, chosen: bool) -> tuple[str, str]:
    shown = chosen or cell_len(choice.about) <= SHORT
    return choice.insert.rstrip(), f" {choice.about}" if shown and choice.about else ""


def _fitting(pieces: Sequence[tuple[str, str]], room: int) -> int:
    """How many choices fit, one at least."""
    count = 0
    for insert, about in pieces:
        room -= cell_len(insert + about) + GAP
        if room < -GAP:
            break
        count += 1
    return max(1, count)
