"""Units told in a phrase of place, before or behind an amount: "In the fibers segment, profit rose to"."""

from __future__ import annotations

import regex

from parsers.context.rows.words import Row, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.of_metric import REPORTED
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure

OF_UNITS = ("revenue", "profit", "margin", "volume")
"""What units have, as companies do."""
IN_UNIT = Pattern(
    r"(?:c,?)?(?P<at>[nap])(?:D|i|D?K'|(?=[NL]'))(?P<own>(?:[NL]')?[xMZNLE]{1,4}(?:&[xMZ]{1,2})?(?:k{1,2}|K))"
    r"(?:,r[^;NPKIS]{1,16})?,(?=D?[xdTCU]{0,3}[MG])"
)
"""A sentence that begins with the unit of which it tells ("In its glue segment, which grew, profit")."""
MOVED = Pattern(r"(?:[^;NPKkISF]{0,8},)?D?[xTCUd]{0,3}[MG]{1,3}d?[AH]?B?d?[VBm][^;,VBHAWXSmNPKkI]{0,8}\Z")
"""Before an amount: what is measured begins the sentence, and moved."""
AT_UNIT = Pattern(
    r"(?:Q?,?(?:[tf]|v[tf]?)q?F)?,?T?(?P<at>[nap])(?:D|i|D?K'|(?=[NL]'))"
    r"(?P<own>(?:[NL]')?[xMZNLE]{1,4}(?:&[xMZ]{1,2})?(?:k{1,2}|K))"
    r"(?=[,;c]|\Z|[pn]?T(?:[,;c]|\Z))"
)
"""Behind an amount: the unit that it is of ("to $5 million from $4 million in the wire segment")."""


def unit_beside(row: Row, figure: Figure, place: int) -> Found | None:
    """The unit that a sentence about its results names in a phrase of place, where nobody else acts in it."""
    if figure.metric is None or not ("k" in row.tags or "group" in row.keys):
        return None
    if group_of(figure) not in REPORTED and group_family(figure.metric_name) not in OF_UNITS:
        return None
    hit = IN_UNIT.match(row.tags) if row.tags[0] in "napc" else None
    if hit is not None and hit.end() <= place and not _tells_of_others(row.tags[hit.end() : place]):
        return _told(row, hit)
    first = word_at(row, figure.metric.start)
    hit = AT_UNIT.match(row.tags, place + 1) if first is not None and first < place else None
    return _told(row, hit) if hit is not None and MOVED.match(row.tags[:place]) is not None else None


def _told(row: Row, hit: regex.Match[str]) -> Found | None:
    """The unit of a phrase of place, if it is one ("in its wireless group", not "on the paper unit")."""
    first, last = hit.start("own"), hit.end("own") - 1
    if row.tags[hit.start("at")] == "p" and row.keys[hit.start("at")] not in AT:
        return None
    if row.tags[last] == "K" and row.keys[last] != "group":
        return None
    return Found(row.phrase(first, last), "subject.segment")


AT = ("for", "within")
"""What stands before the unit that an amount is of, besides "in" and "at"."""


def _tells_of_others(between: str) -> bool:
    """Whether another clause or a party stands before a figure."""
    return any(tag in between for tag in "NPKkIZS;cr:")
