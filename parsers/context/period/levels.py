"""The prices that what moved came to: "added 3 euros to close at 65 euros", "lost 2 yen to 421 yen"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

MILLIONS = Pattern(r"(?i)\d\s?(?:million|billion|trillion|mn|bn|m|b|tn|crore|lakh)\b")
"""Of an amount: no price of anything that is traded by the piece."""


def ends_at_a_price(row: Row, place: int) -> bool:
    """Whether what moved is told to close at a price ("added 3 euros, or 5%, to close at 65 euros")."""
    hit = TO_CLOSE.match(row.tags, place + 1)
    if hit is None:
        return False
    closed, level = row.keys[hit.end() - 3 : hit.end()], row.words[hit.end() - 1].ref
    return any(key.split()[0] in known("contextwords.closes_at") for key in closed) and (
        isinstance(level, Figure) and MILLIONS.search(level.text) is None
    )


TO_CLOSE = Pattern(r"Q?(?:,&F,)?,?t(?:[mM]|[xWV]a)F")


def loses(row: Row, figure: Figure, place: int) -> bool:
    """Whether a price lost so much to come to another ("Orlin lost 2 yen, or 0.5%, to 421 yen")."""
    lost = figure.metric is None or figure.metric.text.lower() == "lost"
    hit = LOST_TO.match(row.tags, place + 1) if figure.kind == Kind.MONEY and lost else None
    if hit is None or row.tags[place - 1 : place] not in ("m", "V") or MILLIONS.search(figure.text):
        return False
    level = row.words[hit.end() - 1].ref
    return isinstance(level, Figure) and level.kind == Kind.MONEY and not MILLIONS.search(level.text)


LOST_TO = Pattern(r"Q?(?:,&q*FQ?,)?[ta]F")
