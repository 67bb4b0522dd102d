"""What a session leaves behind: how many shares rose and fell, and what all of a company's are worth then."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind

NEAR = 8
"""How many words behind a number of shares what they did may stand."""
SHARES = frozenset(("advancer", "counter", "decliner", "gainer", "issue", "loser", "share", "stock"))
"""The units of what rises and falls."""
BEFORE = 14
"""How many words before a market value its move may stand."""


def is_of_a_session(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure counts shares by what they did, or is a market value that has moved.

    So in "1,200 stocks advanced and 900 declined", "were among 30 stocks to hit new lows", "the market
    value of all shares rose to $9 billion" and "its shares rose to $40, valuing it at $9 billion".
    """
    if figure.kind is Kind.COUNT:
        word = (figure.unit or "").split()[-1:]
        did = known("contextwords.fared")
        return bool(word) and word[0] in SHARES and not did.isdisjoint(row.keys[place + 1 : place + NEAR])
    moved = MOVED.search(row.tags, max(0, place - BEFORE), place) is not None
    priced = "valuing" in row.keys[max(0, place - NEAR) : place] and row.tells("parties.shares")
    return priced or (moved and group_of(figure) == "market value")


MOVED = Pattern(r"(?r)V(?:d|q)*(?:t|pD?|fF?t?)?q*\Z")
"""Before a value that has moved ("rose to", "fell by nearly")."""
