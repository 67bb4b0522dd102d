"""Several that are listed, each with its figure in brackets ("banking (17,000) and transport (14,000)")."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def bracketed(row: Row, figure: Figure, place: int) -> tuple[int, int] | None:
    """The first and last word before the bracket of a figure, where another one with its own is beside it."""
    tags = row.tags
    if not tags[:place].endswith(("(", "(U")) or tags[place + 1 : place + 2] != ")":
        return None
    named = NAME.search(tags, max(0, place - 5), place)
    if named is not None:
        at = named.start("own")
        beside = NEXT_NAME.match(tags, place + 1) or LAST_NAME.search(tags, max(0, at - 8), at)
        return (at, at) if beside is not None else None
    if figure.kind not in (Kind.COUNT, Kind.PERCENT) or figure.unit not in (None, "percent"):
        return None
    later = LATER.search(tags, max(0, place - 16), place)
    hit = later or FIRST.search(tags, max(0, place - 12), place)
    if hit is None or (later is None and NEXT.match(tags, place + 1) is None):
        return None
    return hit.start("own"), hit.end("own") - 1


NAME = Pattern(r"(?r)(?P<own>[NPL])\(U?\Z")
NEXT_NAME = Pattern(r"\),?&?[NPL]\(U?F\)")
LAST_NAME = Pattern(r"(?r)(?:[NPL]\(U?F\),?&?|\(U?F\),Wp)\Z")
"""Beside a name with its figure: another one with its own."""
FIRST = Pattern(r"(?r)(?:^|[yBHVWpn])D?(?P<own>(?:[xM]{1,3},){0,2}(?:[xM]{1,2}&)?[xM]{1,3})\(\Z")
"""The first of several, who may be told in several words ("included trade, transport and storage (")."""
LATER = Pattern(r"(?r)\(F\),?&?D?(?P<own>[xM]{1,4}(?:&[xM]{1,2})?)\(\Z")
NEXT = Pattern(r"\),?&?D?[xM]{1,4}(?:&[xM]{1,2})?\(F\)")
