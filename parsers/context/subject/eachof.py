"""Whose each of several amounts is, told behind them ("6% at Halden and 2% at Calder", "in France")."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.context.subject.actors import Found
from parsers.context.subject.ofplaces import is_of_places
from parsers.context.subject.unsaid import OWN_FAMILIES
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Kind
from parsers.quick import Quick


def each_of(row: Row, figure: Figure, place: int, before: Figure | None) -> Found | None:
    """Whose one of several amounts is that each have a name behind them ("6% at Halden and 2% at Calder")."""
    if (land := _of_each_land(row, figure, place)) is not None:
        return land
    hit = AT_WHOM.match(row.tags, place + 1)
    if hit is None or row.keys[hit.start("for")] not in EACH:
        return None
    at = hit.start("own")
    if figure.metric is None:
        listed = figure.kind in (Kind.MONEY, Kind.COUNT) and row.keys[hit.start("for")] in ("at", "from")
        listed = listed and sum(1 for _ in EACH_AT.finditer(row.tags)) > 1
        return Found(row.phrase(at, at), "subject.each_at") if listed else None
    if row.tags[at] == "L" and not is_of_places(figure):
        return None
    family = group_family(figure.metric_name)
    counted = figure.kind == Kind.COUNT and row.keys[hit.start("for")] == "from"
    if (family not in (*OWN_FAMILIES, "economy", "users") and not counted) or group_of(figure) in PAID:
        return None
    earlier = ALSO_BEFORE.search(row.tags[max(0, place - 12) : place])
    if earlier is None and ALSO_BEHIND.match(row.tags, hit.end()) is None:
        return None
    if earlier is not None and (before is None or before.metric != figure.metric):
        return None
    return Found(row.phrase(at, at), "subject.each_at")


def _of_each_land(row: Row, figure: Figure, place: int) -> Found | None:
    """The country of one of several things told in turn ("59 litres in France and three litres in Japan")."""
    hit = IN_LAND.match(row.tags, place + 1) if figure.kind == Kind.QUANTITY else None
    if hit is None or sum(1 for _ in LANDS.finditer(row.tags)) < 2:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.each_at")


IN_LAND = Quick(r"nD?(?P<own>L)(?!')")
LANDS = Pattern(r"F(?=nD?L(?:,|&|,&|\Z))")
PAID = ("payment", "sale price", "proceeds")
EACH = ("at", "for", "from", "in")
AT_WHOM = Quick(r"(?:AW(?=f))?(?P<for>[apnf])D?[xK]{0,2}(?P<own>[NL])(?!')")
ALSO_BEHIND = Pattern(r",?&?q*F[apnf]D?[xK]{0,2}[NL]")
ALSO_BEFORE = Pattern(r"(?r)F[apnf]D?[xK]{0,2}[NL](?:,?tq*F)?,?&?q*\Z")
EACH_AT = Pattern(r"F(?:A?[BW])?[af]D?[xK]{0,2}[NL](?=[,;&]|\Z)")
"""One of several amounts, each with whose it is ("£600mn at Norvik, £450mn at Tarn Bank")."""
