"""Things without a name that a sentence is about: a project, a device, a scheme, not whose it is."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure

HEAD = Pattern(
    r"(?:[c&d],?|T,)?DF?(?P<own>(?:[xL],?){0,3}[xM])(?:o(?:[DL]')?[DL]?[xN]{1,3})?"
    r"(?:,[^;,VBHAWXSF]{1,8},|,r[^;,F]{1,12},)?(?=d?[AHWBVm])"
)
"""A thing with its article at the head of a sentence, before its verb ("The scheme will halve")."""


OF_COMPANIES = ("revenue", "profit", "cash", "margin", "balance", "payout", "one-time item", "ownership")
"""Families of what a thing never has: its company does."""


NAMED = Pattern(r"(?:[c&d],?|T,)?(?:N'|[Di])[xL]{0,3}(?P<what>x),D?(?P<own>N),(?=d?[VBHAWXSm]|M[aqF])")
"""A thing with its name at the head of a sentence ("Halden's new phone, the Corvo 5, costs")."""


def thing_at_head(row: Row, figure: Figure) -> Found | None:
    """The thing that a sentence begins with and tells a figure of ("The wind farm is to produce")."""
    named = NAMED.match(row.tags)
    if named is not None and row.keys[named.start("what")] in known("parties.thing"):
        return Found(row.phrase(named.start("own"), named.start("own")), "subject.thing")
    hit = HEAD.match(row.tags)
    if hit is None or row.keys[hit.start("own") - 1] not in ("the", "this", "these"):
        return None
    if (
        row.keys[hit.end("own") - 1] not in known("parties.thing")
        or group_family(figure.metric_name) in OF_COMPANIES
    ):
        return None
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.thing")
