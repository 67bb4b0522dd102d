"""What a figure measures in a few set forms: a part of something, a premium to a price, what is owed."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.quick import Quick

PARTS = frozenset(("percentage", "percent", "proportion", "share"))
PREMIUMS = frozenset(("premium", "discount"))
YIELDS = frozenset(("yield", "yields"))
OWED = Quick(r"n[Di]?(?P<np>[xMG]{1,3})(?=[,.;&]|\Z)")
"""Behind an amount that is owed: in what ("are owed $9 million in wages")."""
AS_PART = Pattern(rf"(?r)(?P<np>{NP})(?P<as>c)D(?P<what>M)o[^F;,VBHAWXS]{{1,4}}(?:[VB][^F;MG]{{0,8}}|:)\Z")
"""What is told as a part of something ("debt as a share of output fell to")."""
TO_A_PRICE = Pattern(r"(?r)(?P<what>M)t(?:D|i|[NKk]')?x{0,2}(?P<np>[xT]?M)(?:[np]?[DT]{1,2})?[oa]q*\Z")
"""A price with which what is paid for something is compared ("a premium to the closing price of")."""
YIELD_ON = Pattern(r"(?r)(?P<np>M)[po][Di]?[xTZMFE]{1,5}(?:[tpa]|,V[Ut]{1,2})?q+\Z")
"""What is at a rate on something, moved past a rate ("pushed the yield on the note below")."""
PRICED = ("price", "close", "rate", "value")


def in_a_form(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """The figure with its metric where its sentence has one of the forms."""
    found = _owed(row, figure, place) or _as_part(row, figure, place)
    found = found or _premium_to(row, figure, place) or _yield_on(row, figure, place)
    return found or _still_so(row, figure, place, before)


def _with(row: Row, figure: Figure, span: tuple[int, int]) -> Figure:
    words = trimmed(row.phrase(span[0], span[1] - 1))
    return with_metric(figure, words, canonical(words.text), "metric.form")


def _owed(row: Row, figure: Figure, place: int) -> Figure | None:
    """What somebody is owed ("Workers are owed $9 million in wages")."""
    owed = figure.kind is Kind.MONEY and "owed" in row.keys[max(0, place - 2) : place]
    hit = OWED.match(row.tags, place + 1) if owed else None
    return _with(row, figure, hit.span("np")) if hit is not None else None


def _as_part(row: Row, figure: Figure, place: int) -> Figure | None:
    """What is measured as a part of something else ("bad loans as a percentage of all rose to 5%")."""
    told = figure.kind is Kind.PERCENT and "as" in row.keys and not PARTS.isdisjoint(row.keys)
    hit = AS_PART.search(row.tags, 0, place) if told else None
    if hit is None or row.keys[hit.start("as")] != "as" or row.keys[hit.start("what")] not in PARTS:
        return None
    return _with(row, figure, hit.span("np"))


def _premium_to(row: Row, figure: Figure, place: int) -> Figure | None:
    """The price to which a premium is paid ("a 37% premium to the closing price of $10")."""
    told = figure.kind is Kind.MONEY and not PREMIUMS.isdisjoint(row.keys)
    hit = TO_A_PRICE.search(row.tags, max(0, place - 12), place) if told else None
    if hit is None or row.keys[hit.start("what")] not in PREMIUMS:
        return None
    if row.keys[hit.end("np") - 1].split()[-1] not in PRICED:
        return None
    return _with(row, figure, hit.span("np"))


def _yield_on(row: Row, figure: Figure, place: int) -> Figure | None:
    """The yield on something that is moved past a rate ("pushing the yield on the note below 0.5%")."""
    told = figure.kind is Kind.PERCENT and not YIELDS.isdisjoint(row.keys)
    hit = YIELD_ON.search(row.tags, max(0, place - 12), place) if told else None
    if hit is None or row.keys[hit.start("np")] not in YIELDS:
        return None
    return _with(row, figure, hit.span("np"))


def _still_so(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """How far from usual something is that has moved ("and is 3% below the average")."""
    if figure.kind is not Kind.PERCENT or before is None or before.metric is None:
        return None
    behind = row.keys[place + 1 : place + 2]
    if row.tags[place + 1 : place + 2] != "U" and behind not in (("below",), ("above",)):
        return None
    hit = STILL.search(row.tags, max(0, place - 14), place)
    if hit is None or row.places.get(before.id) != hit.start():
        return None
    ending = row.keys[hit.end("before")].endswith("ing") if hit["before"] is not None else True
    if not ending or (hit["before"] is not None and row.keys[hit.start("before")] != "before"):
        return None
    return with_metric(figure, before.metric, before.metric_name, "metric.form", before.inferred)


STILL = Pattern(r"(?r)F(?:&B|[^F;,&]{1,4}&B|[^F;]{0,6}(?P<before>p)[xWV](?:t[xVWm])?)[dq]*\Z")
"""Before a percentage: the figure of what is still so, or of what ended so."""
