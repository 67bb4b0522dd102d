"""What an agency or a treasury does itself: the penalties it imposes, the debt it sells."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def agency_of(row: Row, place: int) -> Found | None:
    """The agency that has done itself what a clause tells ("The SEC has imposed penalties of $2 million").

    So has a treasury that sells debt.
    """
    sells = ISSUES.search(row.tags, 0, place) if "E" in row.tags[:place] else None
    if sells is not None and row.keys[sells.end() - 1] in known("parties.sells_debt"):
        who = sells.start("who")
        if row.keys[who].split()[0] in TREASURIES:
            return Found(row.phrase(who, who), "subject.agency")
    if (sold := _sold_by(row, place)) is not None:
        return sold
    hit = AGENCY.search(row.tags, 0, place) if "E" in row.tags[:place] else None
    if hit is None or not row.keys[hit.end() - 1].endswith("ed") or row.keys[hit.end() - 1] in REPEATS:
        return None
    at = hit.start("who")
    if any(row.tags[i] == "H" and row.keys[i] not in HAS for i in range(at + 1, hit.end())):
        return None  # "A USDA report released today"
    return Found(row.phrase(at, at), "subject.agency")


def _sold_by(row: Row, place: int) -> Found | None:
    """The body that has sold debt for an amount ("The European Commission on Tuesday raised $5 million")."""
    hit = SOLD.search(row.tags, max(0, place - 9), place) if "E" in row.tags[:place] else None
    if hit is None or row.keys[hit.start("does")] not in known("parties.sells_debt"):
        return None
    figure = row.words[place].ref
    money = isinstance(figure, Figure) and figure.kind == Kind.MONEY
    return Found(row.phrase(hit.start("who"), hit.start("who")), "subject.agency") if money else None


SOLD = Pattern(r"(?r)(?<!['i])(?P<who>E)(?:pT|T)?[dH]{0,2}(?P<does>[VWHmx])D?q*\Z")


ISSUES = Pattern(r"(?r)(?<!['i])(?P<who>E)(?:x(?=[WVHmxA]))?(?:[AdH]|xt|Wt){0,3}[VHWmxX]")
"""A treasury and what it does ("the Treasury will sell", "the Treasury department seeks to offload")."""
TREASURIES = ("treasury", "exchequer")
HAS = ("has", "had", "have")
REPEATS = ("quoted", "cited")
"""What is done with the words and figures of others."""
AGENCY = Pattern(r"(?r)(?:^|[,;c\"])D?(?P<who>E)[dH]{0,2}[xW]")
