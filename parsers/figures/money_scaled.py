"""Money whose code has the scale before it, as some reports write it: "MSEK 82.2", "TEUR 4,500"."""

from __future__ import annotations

from parsers.digits import GAP
from parsers.figures.currency import read_sign
from parsers.figures.money import MINUS, money_candidate
from parsers.figures.per import PER
from parsers.figures.range import Item
from parsers.mentions import Candidate
from parsers.rules import Hit, Rule
from parsers.spelled import SCALED


def _read(hit: Hit) -> Candidate | None:
    code = hit["c"] or ""
    currency = read_sign(code[1:])
    if currency is None:
        return None
    scale = SCALED[code[0]]
    spans = hit.match.spans("n")
    numbers = [f"{hit.text[start:end]} {scale}" for start, end in spans]
    items = [
        Item(hit.start if at == 0 else start, end, number, own=True)
        for at, ((start, end), number) in enumerate(zip(spans, numbers, strict=True))
    ]
    return money_candidate(hit, items, currency)


RULES = (
    Rule(
        name="money.scaled_code",
        starts=("currencies.scaled",),
        rank=1,
        pattern=(
            rf"(?P<c><<currencies.scaled>>){GAP}?(?P<n>{MINUS}?<<number>>)"
            rf"(?:(?P<sep>[^\S\n]?[-\u2013][^\S\n]?|{GAP}to{GAP})(?P<n><<number>>))?+{PER}"
        ),
        read=_read,
        examples=(
            ("Net sales rose to MSEK 82.2 in May", "MSEK 82.2"),
            ("It foresees sales of MSEK 50 - 60 there", "MSEK 50 - 60"),
            ("a profit of TEUR 4,500 was made", "TEUR 4,500"),
        ),
        rejects=("the MSEK fund has 82 holders", "a 5 MSEK"),
    ),
)
