"""Who gave an amount, or where a part is from: "from" leads to no old value there."""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.lazy import Pattern

FROM_WHOM = Pattern(r"(?r)F(?:oM)?f(?:[DiKkNRxPZL]{1,4}(?:Wp[DxWpKNRP]{1,8})?[np]|[DixL]{0,2}[KNRP])\Z")
"""Between a figure and its time: who gave it ("raised $5 million from holders in May")."""
FROM_THERE = Pattern(r"(?r)Fo[Di]?[xM]{1,3}f[LxM]\Z")
"""Between a part and its time: where it is from ("got 45% of its revenue from China last year")."""
REACH = 18
"""How many words before the time the figure may stand."""


def tells_source(row: Row, at: int) -> bool:
    """Whether "from" before the time at a word tells where the figure before it comes from."""
    before = row.tags[max(0, at - REACH) : at]
    return FROM_WHOM.search(before) is not None or FROM_THERE.search(before) is not None
