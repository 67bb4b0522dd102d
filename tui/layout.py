"""Which panes a terminal of a size has room for. Pure; the stylesheet says how they lie."""

from __future__ import annotations

from enum import StrEnum

PANES = ("figures", "timeline", "source", "findings")


class Shape(StrEnum):
    """How the panes lie: side by side, one above the other, or one at a time."""

    WIDE = "wide"
    TALL = "tall"
    SINGLE = "single"


def shape_of(width: int, height: int) -> Shape:
    """The shape for a terminal of so many cells."""
    if width >= 100 and height >= 16:
        return Shape.WIDE
    return Shape.TALL if width >= 60 and height >= 18 else Shape.SINGLE


def panes_shown(shape: Shape, front: str, top: str, *, zoomed: bool, told: bool = True) -> set[str]:
    """The panes in sight.

    ``top`` is the one of figures, timeline and findings that was in front last; ``told`` is whether
    there is something among the findings that a person should see without asking.
    """
    if zoomed or shape is Shape.SINGLE:
        return {front}
    if shape is Shape.TALL:
        return {top, "source"}
    return set(PANES) if told or top == "findings" else set(PANES) - {"findings"}
