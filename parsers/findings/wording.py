"""Numbers and days in the sentences of findings, written as the text itself writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

from parsers.findings.interval import Interval
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.quick import Quick

_NUMERAL = Quick(r"\d[\d,]*(?:\.\d+)?")
_DIGITS = Context(prec=160, rounding=ROUND_HALF_EVEN)
# (factor of the number, scale word as printed, the one that fits instead)
_RESCALED = (
    (Decimal(1000), "trillion", "billion"),
    (Decimal(1000), "billion", "million"),
    (Decimal(1000), "bn", "m"),
    (Decimal(1000), "million", "thousand"),
    (Decimal("0.001"), "million", "billion"),
    (Decimal("0.001"), "billion", "trillion"),
)
_UNITS = {"percent": "percent", "percentage point": "percentage points", "basis point": "basis points"}


def amount(value: Decimal, like: Figure, *others: Figure) -> str:
    """``value`` in the manner of a figure: "$33.70 billion" beside "$32.72 billion".

    Of several figures the first is taken beside whose scale the number is neither tiny nor huge.
    """
    for figure in (like, *others):
        number = _number_beside(value, figure)
        most = 1_000_000 if "," in figure.text else 10_000
        if number is not None and 1 <= abs(number) < most:
            return _written(number, figure.text, figure)
    number = _number_beside(value, like)
    for one, word, other in _RESCALED:
        if number is not None and 1 <= abs(number * one) < 1000 and word in like.text:
            return _written(number * one, like.text.replace(word, other, 1), like, rescaled=True)
    return plain_amount(value, like)


def about(interval: Interval, value: Decimal, like: Figure, *others: Figure) -> str:
    """``value`` in the manner of a figure; the end of its interval, where that is open."""
    return amount(value, like, *others) if interval.bounded else amounts(interval, like)


def _number_beside(value: Decimal, like: Figure) -> Decimal | None:
    """The number that stands for ``value`` at the scale of a figure."""
    found = _NUMERAL.findall(like.text)
    if len(found) != 1 or not like.value or not like.precision or not value.is_finite():
        return None
    return value * Decimal(found[0].replace(",", "")) / abs(like.value)


def _written(number: Decimal, text: str, like: Figure, *, rescaled: bool = False) -> str:
    """A number in place of that of a figure: as many decimals, and three digits at least."""
    shown = _NUMERAL.findall(like.text)[0]
    decimals = 0 if rescaled else len(shown.partition(".")[2])
    finer = f"{_DIGITS.quantize(number, Decimal(1).scaleb(-max(decimals, 2 - number.adjusted(), 0))):f}"
    while len(finer.partition(".")[2]) > decimals and finer.endswith("0"):
        finer = finer[:-1]
    written = f"{Decimal(finer.rstrip('.')):,f}"
    if "," not in shown and abs(number) < 10_000:
        written = written.replace(",", "")
    return " ".join(COMPARED.sub("", text.replace(shown, written, 1)).split())


COMPARED = Pattern(r" (?:more|fewer)(?= )")
"""What the text says of its own number ("72,000 more jobs"), and of none beside it."""


def plain_amount(value: Decimal, like: Figure) -> str:
    """``value`` with grouped digits and the unit of a figure."""
    number = digits(value, 4)
    if like.kind is Kind.MONEY:
        return f"{number} {like.unit or ''}".strip()
    return f"{number} {_UNITS.get(like.unit or '', like.unit or '')}".strip()


def digits(value: Decimal, significant: int = 4) -> str:
    """``value`` with so many significant digits at least, never fewer than its whole part has."""
    if not value.is_finite():
        return "any number"
    places = max(0, significant - 1 - value.adjusted()) if value else 0
    return f"{_DIGITS.quantize(value, Decimal(1).scaleb(-places)):,f}"


def trimmed(value: Decimal, significant: int = 4) -> str:
    """The same without zeros at the end of the decimals."""
    written = digits(value, significant)
    return written.rstrip("0").rstrip(".") if "." in written else written


def span_of(interval: Interval, significant: int = 4) -> str:
    """An interval in words: "7.007 to 7.026", "at least 5"."""
    low, high = interval.low, interval.high
    if not low.is_finite():
        return f"at most {trimmed(high, significant)}" if high.is_finite() else "any number"
    if not high.is_finite():
        return f"at least {trimmed(low, significant)}"
    size = max(abs(low), abs(high))
    places = max(0, significant - 1 - size.adjusted()) if size else 0
    first, last = (_fixed(end, places) for end in (low, high))
    return first if first == last else f"{first} to {last}"


def _fixed(value: Decimal, places: int) -> str:
    """``value`` with so many decimals at most."""
    written = f"{_DIGITS.quantize(value, Decimal(1).scaleb(-places)):,f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written == "-0" else written


def amounts(interval: Interval, like: Figure) -> str:
    """An interval in the manner of a figure: "$33.69 billion to $33.71 billion"."""
    if not interval.low.is_finite():
        return f"at most {amount(interval.high, like)}" if interval.high.is_finite() else "any amount"
    if not interval.high.is_finite():
        return f"at least {amount(interval.low, like)}"
    first, last = amount(interval.low, like), amount(interval.high, like)
    return first if first == last else f"{first} to {last}"


def quoted(text: str) -> str:
    """Words of the text between quotation marks, with their line breaks made spaces."""
    return "\u201c" + " ".join(text.split()) + "\u201d"


def name(figure: Figure) -> str:
    """A figure as written, on one line."""
    return " ".join(figure.text.split())


def listed(items: Sequence[str]) -> str:
    """Written "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def day(date: dt.date) -> str:
    """Written "18 September 2024"."""
    return f"{date.day} {date:%B} {date.year}"


def days(first: dt.date, last: dt.date) -> str:
    """Written "1 July to 30 September 2024"."""
    if first == last:
        return day(first)
    start = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{start} to {day(last)}"
