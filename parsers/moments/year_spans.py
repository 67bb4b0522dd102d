"""Years from one to another: "2007-2009", "the 2023/24 season", "the period 2025 to 2029"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Form, Range, Year
from parsers.moments.around import NUMBERED
from parsers.moments.building import rule
from parsers.moments.phrase import GAP
from parsers.rules import DIGIT, Hit, Rule


def _year_span(hit: Hit) -> Form | None:
    first, printed = int(hit["a"]), hit["b"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    if last < first and len(printed) == 2 and last + 100 - first == 1:
        last += 100
    if len(printed) == 1:
        last = first + 1 if (first + 1) % 10 == int(printed) else 0  # "growth in 2005-6"
    if not (1500 <= first < last <= 2199) or NUMBERED.match(hit.text, max(0, hit.start - 3), hit.start):
        return None
    return Range(Year(first), Year(last))


RULES: tuple[Rule, ...] = (
    rule(
        "year.span",
        (DIGIT,),
        r"(?P<a>[12][0-9]{3})(?:[-/\u2013\u2014])(?P<b>[12][0-9]{3}|[0-9]{1,2})(?![\d\p{L}]|[-/.,]\d)",
        _year_span,
        digits=Digits(count=(4,), then="-/\u2013\u2014"),
        examples=(
            ("the crisis of 2007-2009 hit", "2007-2009"),
            ("in the 2023/24 season", "2023/24"),
            ("the whole of 2009-10 cost it", "2009-10"),
            ("for the whole of 2025/26 it", "2025/26"),
            ("the budget for 2005/06 and 2006-7", "2005/06"),
        ),
        rejects=("call 2024-1234 now", "a rise of 2000-1500"),
        rank=1,
    ),
    rule(
        "year.period",
        (DIGIT,),
        rf"(?P<a>[12][0-9]{{3}}){GAP}(?:to|through|until|till){GAP}(?P<b>[12][0-9]{{3}})(?![\d\p{{L}}]|[-/.,]\d)",
        _year_span,
        lead=rf"(?<!\p{{L}})(?:the{GAP})?(?:period|years|seasons){GAP}(?:of{GAP})?",
        needs_lead=True,
        digits=Digits(count=(4,), then=" "),
        examples=(
            ("it will invest over the period 2025 to 2029", "the period 2025 to 2029"),
            ("in the years 2010 to 2014 it", "the years 2010 to 2014"),
        ),
        rejects=("it rose in 2010 to 2014 units", "a period of 2000 to 1500"),
        rank=2,
    ),
)
