"""Second numbers of which only the end is written: "129.20/50" (bid and offer), "1.5520-30", "8 5/8-3/4".

The end stands for as many digits of the first number, or for its fraction; `complete` writes it in full.
"""

from __future__ import annotations

from parsers.patterns import compiled

FRAGMENTS = {
    # The offer behind a bid: its last two digits.
    "offer": r"(?:(?P<sep>(?<=\d\.\d{2,5})/)(?P<n>[0-9]{2})(?![\p{L}\p{N}/%]|[.,:-]\d))",
}
_DECIMALS = r"[0-9,]+\.([0-9]{2,5})"
_MIXED = r"([0-9]{1,6})[ -][0-9]{1,2}/[0-9]{1,3}"
_FRACTION = r"[0-9]{1,2}/[0-9]{1,3}"


def complete(first: str, second: str, separator: str) -> str:
    """``second`` in full where it is only the end of a number as long as ``first``, else as it is.

    A bid and an offer have a slash between them, and the offer is above the bid: "1.0895/05" ends at 1.0905.
    """
    if separator.strip() not in ("-", "/", "\u2013"):
        return second
    if (mixed := compiled(_MIXED).fullmatch(first)) and compiled(_FRACTION).fullmatch(second):
        return f"{mixed[1]} {second}"
    decimals = compiled(_DECIMALS).fullmatch(first)
    if decimals is None or not second.isdecimal() or len(second) > len(decimals[1]):
        return second
    end, slash = decimals[1][-len(second) :], separator.strip() == "/"
    if not slash and (len(second) < len(decimals[1]) - 2 or len(second) < 2 or int(second) <= int(end)):
        return second  # "$12.50-15" goes up to 15
    whole = first.replace(",", "").replace(".", "")
    kept = whole[: -len(second)]
    if int(second) < int(end):
        kept = str(int(kept) + 1).zfill(len(kept))
    digits = kept + second
    return f"{digits[: -len(decimals[1])]}.{digits[-len(decimals[1]) :]}"
