"""Numbers that are written as a sum to work out: "1.1^23", "2000 over 3"."""

from __future__ import annotations

from decimal import Decimal

from parsers.digits import EXACT, GAP, plain
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.spelled import QUOTIENT

MAX_DIGITS = 100
"""A power with more digits stays unread."""

_NUMBER = "(?:<<number>>|<<spelled>>)"


def _power(hit: Hit) -> Candidate | None:
    base, exponent = read_number(hit["base"] or ""), int(hit["exponent"] or "0")
    if base is None or not base.value or len(base.value.as_tuple().digits) * abs(exponent) > MAX_DIGITS:
        return None
    value = EXACT.power(base.value, abs(exponent))
    value = QUOTIENT.divide(Decimal(1), value) if exponent < 0 else plain(value)
    return _candidate(hit, Kind.COUNT, -value if hit.lead is not None else value)


def _over(hit: Hit) -> Candidate | None:
    above, below = read_number(hit["above"] or ""), read_number(hit["below"] or "")
    if above is None or below is None or above.value is None or not below.value:
        return None
    return _candidate(hit, Kind.RATIO, QUOTIENT.divide(above.value, below.value))


def _candidate(hit: Hit, kind: Kind, value: Decimal) -> Candidate:
    return hit.candidate(figures=(FigureReading(start=hit.start, end=hit.end, kind=kind, value=value),))


RULES = (
    Rule(
        name="arithmetic.power",
        starts=(DIGIT,),
        near=("^",),
        pattern=r"(?<![\p{N}^])(?<!\d[.,])(?P<base>[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+)\^(?P<exponent>[-+]?[0-9]{1,3})(?![\p{L}\p{N}]|[.,]\d)",
        lead=r"(?<![\p{L}\p{N}])[-\u2212]",
        read=_power,
        examples=(("It grows by 1.1^12 in a year.", "1.1^12"), ("a change of -2^10 in all", "-2^10")),
        rejects=("It is 5 and 7.", "see note 3^a"),
    ),
    Rule(
        name="arithmetic.over",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("over",),
        pattern=(
            rf"(?P<above>{_NUMBER}){GAP}over{GAP}(?P<below>{_NUMBER})"
            r"(?=[^\S\n]?(?:[.;:)!?](?!\d)|\Z|\n))"
        ),
        read=_over,
        examples=(("The answer is 2000 over 3.", "2000 over 3"),),
        rejects=("It won five over 20 years.",),
    ),
)
