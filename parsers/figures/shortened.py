"""Second numbers of which only the end is written: "129.20/50" (bid and offer), "1.5520-30", "8 5/8-3/4".

The end stands for the last two digits of a price as they are quoted, or for its fraction; `complete` writes
it in full.  Other ends ("5.23-62 people") are not taken for the end of the first number.
"""

from __future__ import annotations

from decimal import Decimal

from parsers.patterns import compiled

FRAGMENTS = {
    # The offer behind a bid: its last two digits.
    "offer": r"(?:(?P<sep>(?<=(?<![\p{N},.])[0-9]{1,4}\.[0-9]{2,5})/)(?P<n>(?:[0-9]{1,4}\.)?[0-9]{2,5})"
    r"(?![\p{L}\p{N}/%]|[.,:-]\d))",
}
_BID = r"[0-9]{1,4}\.([0-9]{2,5})"
_PIPS = 4
"""Decimals of a rate that is quoted in them ("1.5520-30"); with fewer a dash goes up to another number."""
_MIXED = r"([0-9]{1,6})[ -][0-9]{1,2}/[0-9]{1,3}"
_FRACTION = r"[0-9]{1,2}/[0-9]{1,3}"


NEAREST = 20
"""A bid is at least so many times what parts it from its offer."""


def _is_offer(bid: str, offer: str) -> bool:
    """Whether two prices in full stand as near to each other as a bid and its offer ("128.70/129.20")."""
    between = Decimal(offer) - Decimal(bid)
    alike = len(bid.partition(".")[2]) == len(offer.partition(".")[2])
    return alike and 0 < between * NEAREST <= Decimal(bid)


def complete(first: str, second: str, separator: str) -> str:
    """``second`` in full where it is only the end of a number as long as ``first``, else as it is.

    A bid and an offer have a slash between them, and the offer is above the bid: "1.0895/05" ends at 1.0905.
    """
    if separator.strip() not in ("-", "/", "\u2013"):
        return second
    if (mixed := compiled(_MIXED).fullmatch(first)) and compiled(_FRACTION).fullmatch(second):
        return f"{mixed[1]} {second}"
    decimals = compiled(_BID).fullmatch(first)
    slash = separator.strip() == "/"
    if slash and decimals and "." in second:
        return second if _is_offer(first, second) else ""
    if decimals is None or len(second) != 2 or not (second.isascii() and second.isdecimal()):
        return "" if slash else second  # the long number before a slash is no bid: neither is read
    end = decimals[1][-2:]
    if not slash and (len(decimals[1]) < _PIPS or int(second) <= int(end)):
        return second  # "$12.50-15" goes up to 15
    kept = first.replace(".", "")[:-2]
    if int(second) < int(end):
        kept = str(int(kept) + 1).zfill(len(kept))
    digits = kept + second
    return f"{digits[: -len(decimals[1])]}.{digits[-len(decimals[1]) :]}"
