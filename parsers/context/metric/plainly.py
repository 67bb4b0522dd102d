"""What a figure measures where a set form of words tells it: the nth so and so, what a firm made."""

from __future__ import annotations

from itertools import islice

from parsers.context.metric.before import last_alike, with_metric
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind
from parsers.quick import Quick

RANKED = Quick(r"(?P<np>[xLNEZMG]{0,3}[xMGZKkCR])(?=[,.;:&BVHAWXSpnoafwrt)(\"'-]|\Z)")
"""Behind a place in an order: what it is the nth of ("the fourth-largest bank")."""
DONE = ("ed", "ing")
NO_NOUNS = ("ed", "ly")
"""How the words end behind a place in an order that tell how it is one ("second only in size")."""


def is_away(row: Row, figure: Figure, place: int) -> bool:
    """Whether a length only tells how far away a place is ("65 miles north of Calden")."""
    if figure.kind is not Kind.QUANTITY or place + 1 >= len(row.keys):
        return False
    return row.keys[place + 1].split()[0] in known("contextwords.away")


def ranked(row: Row, figure: Figure, place: int) -> Figure:
    """The place by size with what it is the nth of ("Norway's fourth-largest bank"); a "first" says less."""
    hit = RANKED.match(row.tags, place + 1) if figure.text.endswith("est") else None
    if hit is None or row.keys[place + 1] == "ever" or row.keys[place + 1].endswith(NO_NOUNS):
        return figure
    last = hit.end("np") - 1
    while last > place + 1 and row.tags[last] == "x" and row.keys[last].endswith(DONE):
        last -= 1  # "the largest settlement negotiated by"
    words = trimmed(row.phrase(hit.start("np"), last))
    return with_metric(figure, words, canonical(words.text), "metric.ranked")


def made(row: Row, figure: Figure, place: int) -> Figure:
    """The money that somebody made ("The firm made $5 million in the first half"): his profit."""
    hit = MADE.search(row.tags, max(0, place - 8), place) if figure.kind == Kind.MONEY else None
    if hit is None or row.keys[hit.start("made")] not in ("made", "makes", "make"):
        return figure
    if figure.per is not None or NOTHING_BEHIND.match(row.tags, place + 1) is None:
        return figure
    return with_metric(figure, row.phrase(hit.start("made"), hit.start("made")), "profit", "metric.made")


def turned_out(row: Row, figure: Figure, place: int) -> Figure:
    """How much somebody produced or shipped ("produced 5 million tons")."""
    plain = figure.kind == Kind.QUANTITY and " of " not in figure.text  # "barrels of oil equivalent"
    hit = TURNED_OUT.search(row.tags, max(0, place - 8), place) if plain else None
    verb = row.keys[hit.start("verb")] if hit is not None else ""
    name = next((name for words, name in OUTPUT if verb in known(words)), None)
    if hit is None or name is None:
        return figure
    words = row.phrase(hit.start("verb"), hit.start("verb"))
    return with_metric(figure, words, canonical(name), "metric.turned_out")


TURNED_OUT = Pattern(r"(?r)(?P<verb>[HWxVB])q*\Z")
OUTPUT = (("contextwords.produces", "production"), ("contextwords.ships", "shipments"))
MADE = Pattern(r"(?r)[NKIk,][HAd]{0,2}(?P<made>B)q*\Z")
NOTHING_BEHIND = Quick(r"(?:\(F(?:[;,]F)?\))?(?:[,.;nT&]|p?T|\Z)")
"""Behind money that is made: nothing that says of what it is."""


def posted(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """A change that another party has reported, of what was told last ("Calden saw a rise of 4%")."""
    hit = POSTED.search(row.tags, max(0, place - 8), place)
    return last_alike(figure, given, "metric.continued") if hit is not None else figure


POSTED = Pattern(r"(?r)[NKI]d?H(?:D|i)[xU]?Coq*\Z")


def of_margin(row: Row, figure: Figure, place: int) -> Figure | None:
    """A part of sales that is the margin of which a clause tells ("margins fell, at 4% of sales")."""
    if figure.kind != Kind.PERCENT or OF_SALES.match(row.tags, place + 1) is None:
        return None
    hit = MARGIN.search(row.tags, 0, place)
    if hit is None or not row.keys[hit.end("np") - 1].split()[-1].startswith("margin"):
        return None
    words = trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    sales = row.keys[place + 2].split()[-1]
    if group_family(canonical(sales)) != "revenue":
        return None
    return with_metric(figure, words, canonical(words.text), "metric.margin")


OF_SALES = Quick(r"oM(?=[,.;:&nTpvc]|\Z)")
MARGIN = Pattern(rf"(?r)(?P<np>{NP})[^F;cM]{{0,20}}aq*\Z")


def despite(row: Row, figure: Figure, place: int) -> Figure | None:
    """What moves in spite of what a headline tells first ("Orlin gains despite profit narrowing 27%")."""
    told = "despite" in row.keys or "amid" in row.keys
    hit = DESPITE.search(row.tags, max(0, place - 12), place) if told else None
    if hit is None or row.keys[hit.start("how")] not in ("despite", "amid"):
        return None
    words = trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    return with_metric(figure, words, canonical(words.text), "metric.despite")


DESPITE = Pattern(rf"(?r)(?P<how>p)(?:D|i|N')?(?P<np>{NP})d?Vp?q*\Z")


def the_figure(
    row: Row, figure: Figure, place: int, before: Figure | None, given: dict[str, Figure]
) -> Figure | None:
    """What the amount before one measures, where a clause goes on ("rose 1%, but the figure was 5%")."""
    told = not FIGURES.isdisjoint(row.keys[max(0, place - 8) : place])
    hit = THE_FIGURE.search(row.tags, max(0, place - 8), place) if told else None
    if hit is None or row.keys[hit.start("what")] not in FIGURES:
        return None
    if before is None and figure.kind is Kind.COUNT:
        same = last_alike(figure, given, "metric.the_figure")
        return same if same.metric is not None else None
    if before is None or before.metric is None or before.kind != figure.kind:
        return None
    return with_metric(figure, before.metric, before.metric_name, "metric.the_figure", before.inferred)


FIGURES = frozenset(("figure", "number", "percentage", "proportion", "total"))
THE_FIGURE = Pattern(r"(?r)D(?P<what>[xM])[dA]{0,2}(?:V[dtp]*|B[da]?)q*\Z")


def owner_of(row: Row, figure: Figure, place: int) -> Figure | None:
    """The part that an owner has ("a 60 percent owner of Corvo")."""
    what = row.keys[place + 1 : place + 2]
    if figure.kind is not Kind.PERCENT or not what or what[0] not in ("holder", "owner", "shareholder"):
        return None
    return with_metric(figure, row.phrase(place + 1, place + 1), "stake", "metric.owner")


def compared(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """What the sentence before measures last, where this one only compares it ("This compares with")."""
    if COMPARES.match(row.tags) is None or place < 2:
        return figure
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.sentence - earlier.sentence > 1:
            break
        same = earlier.kind == figure.kind and (earlier.unit == figure.unit or figure.unit is None)
        if same and earlier.metric is not None:
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.compares", ("metric",))
    return figure


LOOKED_AT = 6
COMPARES = Quick(r"[DI]x?v")
"""A sentence that begins with "This compares with"."""
