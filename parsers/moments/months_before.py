"""A quarter told by its months as that of the year before ("the July-September quarter of last fiscal")."""

from __future__ import annotations

from parsers.forms import Form, Month, Range, Relative
from parsers.moments.words import Pattern


def year_before(text: str, first: Form, last: Form, end: int) -> tuple[Range, int] | None:
    """Some months that are said to be of the year before, and where that ends."""
    if not (isinstance(first, Month) and isinstance(last, Month)) or last.year is not None:
        return None
    hit = OF_LAST.match(text, end)
    if hit is None:
        return None
    if hit["last"]:
        year = Relative("year", -1)
        return Range(Month(year, first.month), Month(year, last.month)), hit.end()
    return Range(first, last, 1), hit.end()


OF_LAST = Pattern(
    r"(?i) (?:quarter|period|half)(?: of| in|,)? (?:(?P<last>last year)"
    r"|(?:last|(?:the )?(?:previous|preceding|prior)) (?:fiscal(?: year)?|financial year|year)"
    r"|a year (?:ago|earlier))(?![\p{L}'\u2019])"
)
"""Behind some months that are a quarter or a half: that it is that of the year before."""
