"""Whose a figure is by the name behind the noun that it stands before ("a $6 billion buyout by Orlin")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern

OFFER_OF = Pattern(r"-?(?P<what>[xM]{1,3})(?P<led>[op])[Di]?[xKRL]{0,4}(?P<own>N)(?!['N])")
"""Behind an amount: an offering and of whom it is, a takeover and by whom."""
IS_WITH = Pattern(r"(?P<what>[xM]{1,2})d?B(?P<own>[NP])(?=,|\Z|[wc&])")
"""Behind a share: whose it is, where the sentence ends with him ("Next with a 5% stake is Petra Vogel")."""
HAS = Pattern(r"(?r)^[^;VBHAWXSNPI]{0,8}wD?q*\Z")
"""Before it, from the beginning of the sentence on."""


def named_behind(row: Row, place: int) -> Found | None:
    """The company that a noun behind a figure is of, or that does what it says."""
    hit = OFFER_OF.match(row.tags, place + 1)
    if hit is not None:
        words = known("contextwords.floats" if hit["led"] == "o" else "contextwords.takeovers")
        if row.keys[hit.end("what") - 1] in words and (
            hit["led"] == "o" or row.keys[hit.start("led")] == "by"
        ):
            return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.of")
    hit = IS_WITH.match(row.tags, place + 1) if "w" in row.tags[:place] else None
    if hit is None or HAS.search(row.tags, 0, place) is None:
        return None
    if row.keys[hit.end("what") - 1] not in known("parties.held"):
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.behind")
