"""The line under the filter: choices to go on with, or a mistake with its place. Pure."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from parsers.query import Completion, QueryError
from tui.paint import fitted

GAP = 2


def choices_line(completion: Completion, chosen: int | None, left: int, width: int) -> Content:
    """As many choices as fit, from the chosen one's page on, each with a few words about it."""
    first = 0
    choices = completion.choices
    while chosen is not None and (shown := _fitting(completion, first, left, width)) <= chosen - first:
        first += max(1, shown)
    parts: list[str | tuple[str, str]] = [" " * left]
    for at in range(first, min(len(choices), first + max(1, _fitting(completion, first, left, width)))):
        insert = choices[at].insert.rstrip()
        parts.append((insert, "reverse" if at == chosen else "bold"))
        parts.append((f" {choices[at].about}" + " " * GAP, "dim"))
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
    return Content.assemble(
        " " * start, ("^" * length, "bold $text-error"), " ", (fitted(said, max(0, behind)), "$text-error")
    )


def _fitting(completion: Completion, first: int, left: int, width: int) -> int:
    """How many choices from one on fit the width."""
    room, count = width - left, 0
    for choice in completion.choices[first:]:
        room -= cell_len(f"{choice.insert.rstrip()} {choice.about}") + GAP
        if room < -GAP:
            break
        count += 1
    return count
