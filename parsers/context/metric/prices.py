"""Further prices of shares that a sentence tells of: the range they were to be sold in, where they closed."""

from __future__ import annotations

from parsers.context.metric.before import with_metric
from parsers.context.metric.naming import canonical
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind
from parsers.quick import Quick

RANGE_OF = Pattern(r"(?r)[Di](?P<np>[xXW]{0,2}M)(?:[o:]|op)?q*\Z")
"""Before the amounts: the range that they are."""
THEIR_RANGE = Quick(r"(?P<np>[xXW]{0,2}M)(?!['M])")
"""The same behind them ("the $9 to $11 range")."""
SOLD = frozenset(("security", "price", "ipo"))
"""Families of what is sold at such a price."""


def price_range(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """The figure with the range that it is, where shares are told of before it."""
    if figure.kind is not Kind.MONEY or figure.low is None or before is None:
        return None
    name, words = before.metric_name, before.metric.text.lower() if before.metric is not None else ""
    if group_family(name) not in SOLD and name not in SOLD and words != "priced":
        return None
    hit = RANGE_OF.search(row.tags, max(0, place - 8), place) or THEIR_RANGE.match(row.tags, place + 1)
    if hit is None or row.keys[hit.end("np") - 1].split()[-1] != "range":
        return None
    range_of = row.phrase(hit.start("np"), hit.end("np") - 1)
    return with_metric(figure, range_of, canonical(range_of.text), "metric.price_range")


THEN = Pattern(
    r"(?r)FQ?(?:p?D?T)?(?:,?[&c]|,|p)[dxT]{0,2}(?:(?:V[dxU]{0,2}t)?m(?:D[xT]{1,2})?a?|[WxV](?:[Di][xT]{1,4}|p?D?T)?a)[Dq]{0,2}\Z"
)
"""Before a price: the one before it, and where the same shares closed then ("and ended the day at")."""


def then_closed(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure | None:
    """The figure with the shares of which the price before it was told ("opened at $13, closed at $14")."""
    if figure.kind is not Kind.MONEY or before is None or before.kind is not Kind.MONEY:
        return None
    if before.metric is None or before.metric.text.split()[-1].lower() not in known("parties.shares"):
        return None
    hit = THEN.search(row.tags, max(0, place - 14), place)
    if hit is None or row.places.get(before.id) != hit.start():
        return None
    words = (word for key in row.keys[hit.start() : place] for word in key.split())
    if not any(word in known("contextwords.comes_to_close") for word in words):
        return None
    return with_metric(figure, before.metric, "closing price", "metric.then_closed", before.inferred)
