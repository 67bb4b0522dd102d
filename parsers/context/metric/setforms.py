"""What a figure measures in a few set forms: a part of something, a premium to a price, what is owed."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.quick import Quick
from parsers.values import record

OWED = Quick(r"n[Di]?(?P<np>[xMG]{1,3})(?=[,.;&]|\Z)")
"""Behind an amount that is owed: in what ("are owed $9 million in wages")."""


@record
class Form:
    """A form before a figure of a kind: what is measured ("np"), and the word that tells it ("what").

    ``words`` are those that may tell it, ``heads`` those that what is measured may end with (any, if none),
    ``then`` the one right behind it.
    """

    kind: Kind
    words: frozenset[str]
    before: Pattern
    heads: frozenset[str] = frozenset()
    then: str = ""


FORMS = (
    Form(  # "bad loans as a percentage of all rose to"
        Kind.PERCENT,
        frozenset(("percentage", "percent", "proportion", "share")),
        Pattern(rf"(?r)(?P<np>{NP})cD(?P<what>M)o[^F;,VBHAWXS]{{1,4}}(?:[VB][^F;MG]{{0,8}}|:)\Z"),
        then="as",
    ),
    Form(  # "a premium to the closing price of"
        Kind.MONEY,
        frozenset(("premium", "discount")),
        Pattern(r"(?r)(?P<what>M)t(?:D|i|[NKk]')?x{0,2}(?P<np>[xT]?M)(?:[np]?[DT]{1,2})?[oa]q*\Z"),
        frozenset(("price", "close", "rate", "value")),
    ),
    Form(  # "pushed the yield on the note below"
        Kind.PERCENT,
        frozenset(("yield", "yields")),
        Pattern(r"(?r)(?P<np>(?P<what>M))[po][Di]?[xTZMFE]{1,5}(?:[tpa]|,V[Ut]{1,2})?q+\Z"),
    ),
)


def in_a_form(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """The figure with its metric where its sentence has one of the forms."""
    found = _owed(row, figure, place) or _worded(row, figure, place)
    return found or _still_so(row, figure, place, before)


def _with(row: Row, figure: Figure, span: tuple[int, int]) -> Figure:
    words = trimmed(row.phrase(span[0], span[1] - 1))
    return with_metric(figure, words, canonical(words.text), "metric.form")


def _owed(row: Row, figure: Figure, place: int) -> Figure | None:
    """What somebody is owed ("Workers are owed $9 million in wages")."""
    owed = figure.kind is Kind.MONEY and "owed" in row.keys[max(0, place - 2) : place]
    hit = OWED.match(row.tags, place + 1) if owed else None
    return _with(row, figure, hit.span("np")) if hit is not None else None


def _worded(row: Row, figure: Figure, place: int) -> Figure | None:
    """What a form measures that one of its words tells ("a premium to the closing price of")."""
    for form in FORMS:
        if figure.kind is not form.kind or form.words.isdisjoint(row.keys):
            continue
        hit = form.before.search(row.tags, 0, place)
        if hit is not None and row.keys[hit.start("what")] in form.words and _is_of(row, hit.end("np"), form):
            return _with(row, figure, hit.span("np"))
    return None


def _is_of(row: Row, end: int, form: Form) -> bool:
    """Whether what is measured ends, and goes on, with the words that the form asks for."""
    ends = not form.heads or row.keys[end - 1].split()[-1] in form.heads
    return ends and (not form.then or row.keys[end] == form.then)


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
