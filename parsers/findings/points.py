"""Check 7: the step from 5 % to 7 % is 2 percentage points, and 40 percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parsers.findings.base import Check, Facts, Range, both, exactly, finding
from parsers.findings.interval import Interval
from parsers.findings.moves import Move, moves_of
from parsers.findings.wording import name, span_of, trimmed
from parsers.model import Figure, Finding, State

NAME = "percent-and-point"

# How many times larger the relative change must be than the difference, to be told from it.
FAR = 4
SCALE = {"percentage point": Decimal(1), "basis point": Decimal(100)}


def check_points(facts: Facts) -> Iterator[Finding]:
    """The findings on moves between two percentages."""
    for move in moves_of(facts):
        old = move.old
        if old is None or move.new.unit != "percent" or old.unit != "percent" or not old.value:
            continue
        for change in move.changes:
            if change.unit == "percent" or change.unit in SCALE:
                yield _judge(move, old, change)


def _judge(move: Move, old: Figure, change: Figure) -> Finding:
    scale = SCALE.get(change.unit or "", Decimal(1))
    points = _size(both(move.new) - both(old))
    relative = _size((both(move.new) / both(old) - exactly(1)) * exactly(100))
    stated = _size(both(change))
    as_points = stated / exactly(scale)
    in_points = change.unit in SCALE
    right, wrong = (points, relative) if in_points else (relative, points)
    fits, mistaken = as_points.meets(right), as_points.meets(wrong)
    # A step of one last digit can be of almost any size; its printed difference is still what was copied.
    if fits and not in_points and stated.value == points.value and relative.value > stated.value * FAR:
        fits = False
    ends = f"from {name(old)} to {name(move.new)}"
    unit = _plural(change.unit if in_points else None)
    shown_points = f"{trimmed(points.value * scale, 3)} {unit}"
    shown_relative = f"{trimmed(relative.value, 3)} percent"
    formula = (
        f"{name(move.new)} - {name(old)} = {span_of(_scaled(points, scale))} {unit}; "
        f"{name(move.new)} / {name(old)} - 1 = {span_of(relative.printed)} percent; stated {name(change)}"
    )
    figures = [change, move.new, old]
    expected = _scaled(right, scale) if in_points else right.printed
    step = f"The step {ends} is {shown_points}, or {shown_relative} of the earlier value"
    if fits:
        message = f"{step}: {name(change)} fits."
        return finding(NAME, State.AGREES, figures, message, formula=formula, expected=expected)
    if move.doubtful or not (move.firm or mistaken) or len(move.changes) > 2:
        message = f"{step}; {name(change)} is measured on another basis or over another time."
        return finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, expected=expected)
    said = "points" if in_points else "percent"
    other = "percent" if in_points else "percentage points"
    why = f"is said in {said} where {other} are meant" if mistaken else "fits neither"
    message = f"{step}: {name(change)} {why}."
    return finding(NAME, State.DISAGREES, figures, message, formula=formula, expected=expected)


def _size(change: Range) -> Range:
    """A change without its direction, which another check looks at."""
    return -change if change.value < 0 else change


def _scaled(points: Range, scale: Decimal) -> Interval:
    return (points * exactly(scale)).printed


def _plural(unit: str | None) -> str:
    return {"basis point": "basis points"}.get(unit or "", "percentage points")


CHECK = Check(
    name=NAME,
    title="Percent and point",
    needs="two percentages of one thing and the change between them",
    decides="their difference is compared with a change in points, their quotient with a change in percent",
    run=check_points,
    examples=(
        (
            "The savings rate rose 2 percent to 7.0 percent from 5.0 percent.",
            "where percentage points are meant",
        ),
        ("The margin fell 9 percentage points to 10.0 percent from 11.0 percent.", "where percent are meant"),
    ),
    rejects=(
        "The savings rate rose 2 percentage points to 7.0 percent from 5.0 percent.",
        "The savings rate rose 40 percent to 7.0 percent from 5.0 percent.",
    ),
)
