"""The country or region that a clause is of, where what it measures can be that of places."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.sorts import AUTHORITY, is_no_company, is_place
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Phrase


def is_of_places(figure: Figure) -> bool:
    """Whether what a figure measures can be that of countries and regions."""
    return is_of_economies(figure) or group_of(figure) in OF_PLACES


def place_of(row: Row, figure: Figure, place: int, now: Phrase | None) -> Found | None:
    """The country or region that opens a clause, of what economies have ("In Spain, unemployment fell to").

    A company that is spoken of grows there, and pays there.
    """
    if "L" not in row.tags[:place]:
        return None
    if (where := _where(row, figure, place, now)) is not None:
        return Found(row.phrase(where, where), "subject.place")
    if figure.metric is None and now is not None and not is_place(now):
        return None
    wide = figure.metric is not None and figure.metric.text.lower() in known("contextwords.wide_thing")
    if wide and (hit := HEADED.search(row.tags, 0, place)) is not None:
        return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.place")
    if not is_of_places(figure) and now is not None and not is_no_company(now):
        return None
    own = not is_of_economies(figure) or (
        figure.metric is not None and figure.metric.text.lower().endswith("growth")
    )
    if own and now is not None and not is_place(now) and AUTHORITY.search(now.text) is None:
        return None
    hit = HEADED.search(row.tags, 0, place) or TOLD_OF.search(row.tags, 0, place)
    if hit is not None and figure.metric is None and "Z" in row.tags[hit.end("own") : place]:
        return None  # "In Jakarta, the rupiah fell"
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.place") if hit is not None else None


def _where(row: Row, figure: Figure, place: int, now: Phrase | None) -> int | None:
    """The place of which a clause tells that begins with "where"; of jobs where no company is spoken of."""
    hit = WHERE.search(row.tags, max(0, place - 12), place)
    if hit is None or "where" not in row.keys[hit.end("own") : hit.end("own") + 2]:
        return None
    priced = figure.metric is not None and figure.metric.text.lower().endswith("prices")
    wide = priced or is_of_places(figure) or ("rdB" in hit[0] and is_no_company(now))
    return hit.start("own") if wide else None


WHERE = Pattern(r"(?r)n(?P<own>L),?(?:[cr][xM]{0,2}M[^;,NKkIPL]{0,6}|rdB[dq]{0,2})\Z")
"""A place of which a clause tells ("the biggest fall was in Wales where prices fell by 6%")."""
OF_PLACES = ("rate", "pay", "production")
TOLD_OF = Pattern(r"(?r)(?:^|[;c])D?(?P<own>L),[^,;VBHAWXSmNPKI]{1,8}\Z")
"""What a place is, told behind it ("but the South, home to half of them,")."""
HEADED = Pattern(
    r"(?r)(?:(?:^|[;\"-]|,c?&?|&|c)n|^p)D?x?(?P<own>L(?!')),?(?:I(?=[VBHAX]))?[^,;NKkIPZ]*(?:,[^,;NKkIPS]*)?\Z"
)
