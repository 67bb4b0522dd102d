"""Months that stand for what is delivered in them, and are no times ("December lost 4 cents")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment
from parsers.quick import Quick


def is_delivery(row: Row, at: int, moment: Moment) -> bool:
    """Whether a month is that of what is traded ("crude oil for December settled", "July corn fell")."""
    if moment.granularity != "month":
        return False
    behind = at + 1 + (row.tags[at + 1 : at + 2] == "T")  # "March/April shipment"
    if (
        behind < len(row.keys)
        and row.keys[behind] in known("contextwords.sent")
        and row.keys[at - 1 : at] != ("in",)
    ):
        return True
    if row.tags[at + 1 : at + 2] == "Z" and row.tags[at - 1 : at] not in ("n", "p"):
        return True
    if _is_a_contract(row, at):
        return True
    contract = row.tags[max(0, at - 2) : at - 1] in ("M", "x") and row.keys[at - 2] in known(
        "contextwords.later"
    )
    first = at - 2 - contract  # "Soybean futures for March gained"
    return row.tags[max(0, first) : first + 1] == "Z" and row.keys[at - 1] == "for"


def _is_a_contract(row: Row, at: int) -> bool:
    """Whether a month stands for what is delivered in it ("and December lost 4 cents to $4")."""
    hit = MOVED_TO.match(row.tags, at + 1) if row.tags[at - 1 : at] in ("", ",", "&", ";", "c") else None
    if hit is None:
        return False
    moved, level = row.words[hit.start("moved")].ref, row.words[hit.end() - 1].ref
    both = isinstance(moved, Figure) and isinstance(level, Figure) and moved.kind == level.kind == Kind.MONEY
    return both and "cent" in row.keys[hit.start("moved")]


MOVED_TO = Quick(r"[LNx]?[Zx]?[VBHmW][xdU]?q*(?P<moved>F)U?[ta]q*F")
"""Behind a month: what its contract did, by how much and to which price."""


def is_delivered(row: Row, at: int, moment: Moment) -> bool:
    """Whether a month is the one of a contract that is dealt in ("the October crude futures contract")."""
    of_time = row.tags[at - 1 : at] in ("n", "p") and row.keys[at - 1] != "for"
    if moment.granularity != "month" or of_time:
        return False
    hit = GOODS.match(row.tags, at + 1)
    return hit is not None and row.keys[hit.end() - 1].split()[-1] in DELIVERED


GOODS = Pattern(r"-?[xNZMKL]{1,4}")
DELIVERED = ("contract", "contracts", "delivery", "futures", "shipment", "shipments")
"""The last word behind the month in which goods are delivered."""
