"""When two figures can be one amount: in two currencies, in two measures, in all and per unit."""

from __future__ import annotations

from decimal import Decimal

from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind


def equal_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one amount in two measures."""
    return a.kind == b.kind and a.unit != b.unit and a.kind in (Kind.MONEY, Kind.QUANTITY, Kind.POINTS)


MANY = 1000
"""How many things a bare number at least counts that has a share of all beside it."""
SHARES = (Kind.PERCENT, Kind.RATIO)


def says_again(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure is the one before it in another currency or measure.

    So are a number of things and their share of all ("1.4 million shares, or 10%"); in
    brackets only of shares.
    """
    if rule == "link.beside":
        if before.kind == Kind.PERCENT and figure.unit == "basis point":
            return FROM_ANOTHER.match(text, figure.end) is not None
        counted = before.kind == Kind.COUNT and before.unit is not None and figure.kind in SHARES
        return counted and OF_ALL.match(text, figure.end) is not None
    if rule == "link.or" and figure.kind == Kind.MONEY and text.startswith(")", before.end):
        return False  # "5 billion yen ($40 million), or 12 yen a share"
    if equal_kind(before, figure) and rule != "link.or_share":
        return rule not in ("link.or_late", "link.dash") or before.kind == Kind.MONEY
    if rule in ("link.or", "link.or_share") and _measured(text, rule, before, figure):
        return True
    count, share = sorted((before, figure), key=lambda f: f.kind in SHARES)
    if rule not in ("link.or", "link.or_share", "link.twin", "link.stake", "link.about"):
        return False
    if share.kind not in SHARES:
        return False
    if rule == "link.stake":
        return count.kind == Kind.MONEY and share is figure
    if count.kind == Kind.QUANTITY:
        return rule in ("link.or", "link.or_share", "link.about")
    things = (count.unit or "").split()[-1:]
    told = bool(things) or (
        rule == "link.or_share" and share is figure
    )  # "2 million of its clients, or a fifth"
    if count.kind != Kind.COUNT or (share.kind == Kind.RATIO and not told):
        return False
    # "9.4%, or 1.27 million": a bare number behind a share counts what it is a share of.
    if rule == "link.twin":
        return things == ["share"]
    return bool(things) or (rule == "link.or" and count is figure) or size(count) >= MANY


def _measured(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether one of two is the other measured by something else.

    So is an amount by what it is a share or a multiple of ("$61 million, or 14.6% of sales"), and a yield by
    how far it lies above another.  "$3, or 4%" says by how much a price changed: no share of anything.
    """
    if before.kind == Kind.MONEY and figure.kind in SHARES:
        return OF_WHAT.match(text, figure.end) is not None
    if before.kind == Kind.MONEY and figure.kind == Kind.MULTIPLE:
        return rule == "link.or" and TIMES_WHAT.match(text, figure.end) is not None
    if before.kind in SHARES and figure.kind == Kind.MONEY:
        stands = before.direction == figure.direction == Direction.NONE
        return rule == "link.or_share" and stands and LESS_THAN.match(text, figure.end) is None
    if before.kind == Kind.PERCENT and figure.kind == Kind.POINTS:
        return rule == "link.or" and FROM_ANOTHER.match(text, figure.end) is not None
    return False


OF_ALL = Pattern(
    r" of (?:the |its |their |all |that |those )?(?:\p{Lu}[\p{L}.-]++['\u2019]s )?"
    r"(?:total|shares|stock|votes|company|capital|outstanding|common|equity|work ?force|staff)\b"
    r"| (?:stake|interest|holding)\b"
)
OF_WHAT = Pattern(r",? of (?!which\b|whom\b|them\b|it\b)[\p{L}$\u20ac\u00a3]")
TIMES_WHAT = Pattern(r" (?:of )?(?!as\b|more\b|less\b|higher\b|what\b|the size\b)\p{L}")
LESS_THAN = Pattern(r" (?:less|more|lower|higher|fewer|below|above|short)\b")
FROM_ANOTHER = Pattern(r",? (?:above|over|below|under|(?:more|less|higher|lower|wider) than)\b")


def per_unit(text: str, total: Figure, figure: Figure) -> bool:
    """Whether a figure is the same amount per share (or barrel, or head)."""
    if total.kind != figure.kind or total.unit != figure.unit or total.per is not None:
        return False
    stated = figure.per is not None or PER_UNIT.match(text, figure.end) is not None
    return stated or (figure.kind == Kind.MONEY and size(total) >= APART * size(figure) > 0)


APART = 10_000
"""How many times as large as an amount a share a total is at least, where "a share" is left out."""


PER_UNIT = Pattern(
    r",? (?:an?|per|each|apiece)(?: (?:fully )?(?:diluted|common|basic|ordinary))? ?"
    r"(?:share|unit|ADS|barrel|ton|tonne|ounce|unit|person|household)?\b"
)


def size(figure: Figure) -> Decimal:
    """How large a figure is, of a range its upper end."""
    return abs(next((v for v in (figure.value, figure.high, figure.low) if v is not None), Decimal(0)))
