"""When two figures can be one amount in two currencies or measures."""

from __future__ import annotations

from parsers.model import Figure, Kind


def equal_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one amount in two measures."""
    return a.kind == b.kind and a.unit != b.unit and a.kind in (Kind.MONEY, Kind.QUANTITY, Kind.POINTS)


def says_again(rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure is the one before it in another currency or measure.

    So are a number of things and their share of all ("1.4 million shares, or 10%"); in
    brackets only of shares.
    """
    if equal_kind(before, figure):
        return True
    count, share = sorted((before, figure), key=lambda f: f.kind == Kind.PERCENT)
    if rule not in ("link.or", "link.twin") or (count.kind, share.kind) != (Kind.COUNT, Kind.PERCENT):
        return False
    things = (count.unit or "").split()[-1:]
    return bool(things) if rule == "link.or" else things == ["share"]
