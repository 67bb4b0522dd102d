"""What a figure measures that is told beside another one: a loan's years, things with a total, a change."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import OWNER
from parsers.context.metric.unknown import AGENTS
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

BESIDE_IT = Pattern(r",(?P<beside>[FTx])(?P<np>[xZNk]{0,3}M[MG]*)(?!')")
"""Behind an amount: what it is of, behind another measure of it ("a $400 million, five-year credit line")."""
TOTAL = Pattern(r"(?r)F(?P<whose>[tpfn][^F;,c]{0,4})?(?P<does>[xWB])q*\Z")
"""Before an amount: the things that come to it ("two loans to Peru totaling $205 million")."""
CHANGE = Pattern(rf"[xMG]{{0,2}}[CG](?:T?n){OWNER}(?P<np>x{{1,3}})(?=,(?!x)|&(?!x)|[;:)cpfaorTVBHAWStd]|\Z)")
"""Behind a rate: what changed, where no table knows the word ("a 9% decline in ad pages")."""


def beside_another(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with what is named behind another measure of the same thing."""
    hit = BESIDE_IT.match(row.tags, place + 1) if figure.kind in AMOUNTS else None
    if hit is None or row.tags[place - 1 : place] not in LED:
        return figure
    joined = "-" in row.keys[hit.start("beside")]
    return _with(figure, row, hit.start("np"), hit.end("np"), "metric.beside_another") if joined else figure


AMOUNTS = (Kind.MONEY, Kind.PERCENT, Kind.QUANTITY)
LED = ("D", "i", "'", "x", "W", "V")


def totalled(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure:
    """The figure with the things before it that are said to come to so much."""
    if before is None or before.kind != Kind.COUNT or before.metric is None or figure.kind not in AMOUNTS:
        return figure
    at = row.places.get(before.id, -1)
    hit = TOTAL.search(row.tags, max(0, at), place) if at >= 0 else None
    if hit is None or hit.start() != at or row.keys[hit.start("does")] not in known("contextwords.totaling"):
        return figure
    return with_metric(figure, before.metric, before.metric_name, "metric.totalled")


def changed_in(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with the unknown words that a change behind it is said to be in."""
    hit = CHANGE.match(row.tags, place + 1) if figure.kind in RATES else None
    if hit is None or "in" not in row.keys[place + 1 : hit.start("np")]:
        return figure
    last = row.keys[hit.end("np") - 1]
    if last.endswith(NO_THINGS) or not known("contextwords.no_thing").isdisjoint(
        row.keys[hit.start("np") : hit.end("np")]
    ):
        return figure
    return _with(figure, row, hit.start("np"), hit.end("np"), "metric.changed_in")


def in_things(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with the things that so much money comes in, where no table knows the word."""
    last = things_behind(row, figure, place)
    first = place + 2 + (row.tags[place + 2 : place + 3] == "D")
    return _with(figure, row, first, last, "metric.in_things") if last else figure


def things_behind(row: Row, figure: Figure, place: int) -> int:
    """Behind the last word of the things that so much money is said to come in; 0 where there are none."""
    hit = IN_THINGS.match(row.tags, place + 1) if figure.kind == Kind.MONEY else None
    if hit is None or not known("contextwords.spends").isdisjoint(row.keys[max(0, place - 4) : place]):
        return 0
    words = row.keys[hit.start("np") : hit.end("np")]
    named = words[:-1] if len(words) > 1 and words[-1] == "outstanding" else words
    head = named[-1]
    things = head.endswith("s") and not head.endswith(("ss", "us"))
    people = head.endswith(AGENTS) and not head.endswith("ments")
    nothing = not known("contextwords.no_thing contextwords.where_in").isdisjoint(words)
    return hit.end("np") if things and not people and not nothing else 0


IN_THINGS = Pattern(r"nD?(?P<np>x{1,3})(?=[opf&,.;:)cra]|\Z)")
"""Behind an amount: the things that it comes in ("$5 billion in assessments on banks")."""


def controlled(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with the word before it for what somebody has of a party ("is controlled 50.1% by")."""
    if figure.kind != Kind.PERCENT or place < 2 or row.tags[place + 1 : place + 2] != "p":
        return figure
    if row.keys[place - 1] not in ("controlled", "owned", "held") or row.tags[place - 2] != "B":
        return figure
    phrase = row.phrase(place - 1, place - 1)
    return with_metric(figure, phrase, "stake", "metric.controlled")


def doubling(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with what is doubling ("has been doubling its profits", "a doubling in profit")."""
    hit = DOUBLED.match(row.tags, place + 1) if figure.kind == Kind.MULTIPLE else None
    if hit is None or not figure.text.endswith("ing"):
        return figure
    return _with(figure, row, hit.start("np"), hit.end("np"), "metric.doubling")


def priced_at(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with "priced", where only that stands before it ("with a coupon of 4% and priced at")."""
    at = row.keys[max(0, place - 2) : place] == ("priced", "at")
    if not at or figure.kind not in (Kind.COUNT, Kind.PERCENT, Kind.MONEY):
        return figure
    return with_metric(figure, row.phrase(place - 2, place - 2), "price", "metric.priced_at")


DOUBLED = Pattern(rf"[no]?{OWNER}(?P<np>[xMG]{{0,3}}[MG])(?!')")
RATES = (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
NO_THINGS = (*AGENTS, "ed", "ly", "ive", "ous", "able")
"""How words end that are hardly what changes."""


FARTHER = ("metric.nearest", "metric.half_of")
"""The rules whose words give way to what an amount is said to come in."""
BESIDE = (beside_another, changed_in, in_things, controlled, doubling, priced_at)
"""What this room tells of a figure beside which no metric is known, in the order in which it is asked."""


def _with(figure: Figure, row: Row, first: int, end: int, rule: str) -> Figure:
    phrase = trimmed(row.phrase(first, end - 1))
    return with_metric(figure, phrase, canonical(phrase.text), rule)
