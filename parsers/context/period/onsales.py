"""The sales that a result was made on: they share its time, and are old with it."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.lazy import Pattern

OLD_RESULT = Pattern(
    r"(?r)[vf]D?[xCMG]{0,4}(?:[MG]oq*)?F[QU]?(?:,?&q*FQ?,?)?(?P<on>p)(?P<of>[xCM]{0,3}Mo)?q*\Z"
)
"""Before the sales of an old result ("against a profit of $4 million on sales of $9 million")."""
IN_SALES = Pattern(r"pq*Fn[xCM]{0,2}M")


def on_sales(row: Row, at: int) -> bool:
    """Whether sales are told by their amount first ("lost $5 million on $9 million in sales")."""
    return row.keys[at] == "on" and IN_SALES.match(row.tags, at) is not None


def is_of_old_sales(row: Row, low: int, place: int) -> bool:
    """Whether an amount is that of the sales of an old result; ``low`` is where the words before it begin."""
    hit = OLD_RESULT.search(row.tags[low:place])
    if hit is None:
        return False
    at = low + hit.start("on")
    return row.keys[at] == "on" and (hit["of"] is not None or on_sales(row, at))
