"""Numbers with a decimal comma and points between the thousands, where nothing else can be meant.

``1.234,56`` and ``1.250.000`` are certain by themselves; ``4,2`` only beside a scale, a unit or a
sign, since English groups thousands by three digits.  "4,200" and "4.200" stay English, but for
currencies that have no cents in use (``Rp12.500``).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, EXACT, GAP, JOIN, Numeral
from parsers.figures.currency import Currency, read_behind, read_sign
from parsers.figures.money import SIGNS
from parsers.figures.per import PER, read_per
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.spelled import read_scale
from parsers.values import replace

_START = r"(?<![\p{N}.,])"
_FREE = r"(?![\p{N}]|[.,]\d)"
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}+,[0-9]{1,2}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,5}+"
FRAGMENTS: Mapping[str, str] = {
    "european": rf"(?>{_START}(?:{_GROUPED}|[0-9]{{1,4}},[0-9]{{1,2}}){_FREE})",
    "dotted": rf"(?>{_START}[1-9][0-9]{{0,2}}\.[0-9]{{3}}{_FREE})",
}
_SCALE = rf"(?P<scale>{GAP}?(?:<<money_scale>>)(?:(?<=(?i:mrd|mio|mln|mld))\.(?=\s))?)?+"


def _value(written: str) -> Numeral:
    """The numeral of European digits."""
    value = Decimal(written.replace(".", "").replace(",", "."))
    return Numeral(value, Decimal(1).scaleb(int(value.as_tuple().exponent)))


def _reading(hit: Hit, kind: Kind, unit: str, factor: Decimal = Decimal(1)) -> FigureReading:
    number = _value(hit["n"] or "").times(EXACT.multiply(factor, read_scale(hit["scale"] or "")))
    if hit.lead is not None:
        number = number.times(Decimal(-1))
    return FigureReading(
        start=hit.start, end=hit.end, kind=kind, value=number.value, precision=number.step, unit=unit
    )


def _money(hit: Hit, currency: Currency | None) -> Candidate | None:
    if currency is None or (currency.shy and not hit["scale"]):
        return None
    reading = _reading(hit, Kind.MONEY, currency.unit, currency.factor)
    reading = replace(reading, candidates=currency.candidates, per=read_per(hit, hit.end))
    return hit.candidate(figures=(reading,))


def _before(hit: Hit) -> Candidate | None:
    currency = read_sign(hit["c"] or "")
    if hit["dotted"] and (currency is None or not lexicon.entries("currencies")[currency.unit].get("whole")):
        return None
    return _money(hit, currency)


def _behind(hit: Hit) -> Candidate | None:
    return _money(hit, read_behind(hit["u"] or ""))


def _percent(hit: Hit) -> Candidate | None:
    return hit.candidate(figures=(_reading(hit, Kind.PERCENT, "percent"),))


def _scaled(hit: Hit) -> Candidate | None:
    return hit.candidate(figures=(replace(_reading(hit, Kind.COUNT, ""), unit=None),))


def _quantity(hit: Hit) -> Candidate | None:
    entry = lexicon.find("units.symbol|units.name", hit["u"] or "")
    return hit.candidate(figures=(_reading(hit, Kind.QUANTITY, entry[0].id),)) if entry else None


RULES = (
    Rule(
        name="money.european_before",
        starts=SIGNS,
        rank=2,  # else "12.500" is read as twelve and a half
        pattern=rf"(?P<c><<money_sign>>){GAP}?(?P<n><<european>>|(?P<dotted><<dotted>>)){_SCALE}(?:,-)?{PER}",
        peek=r"\D{1,24}(?:<<european>>|<<dotted>>)",
        lead=r"(?<![\p{L}\p{N}%])[-\u2212]",
        read=_before,
        examples=(
            ("a price of \u20ac1.234,56 there", "\u20ac1.234,56"),
            ("sales of EUR 4,2 million in May", "EUR 4,2 million"),
            ("it costs Rp12.500 now", "Rp12.500"),
            ("turnover of R1,96 billion", "R1,96 billion"),
        ),
        rejects=("it costs $4,200 now", "it costs EUR 4.250 now", "it paid $4, 2 more than before"),
    ),
    Rule(
        name="money.european_behind",
        starts=(DIGIT,),
        digits=Digits(count=(1, 2, 3, 4), then=".,"),
        near=tuple(f"currencies.{c}" for c in ("adjective", "name", "common", "subunit", "symbol", "code")),
        rank=1,
        peek="<<european>>",
        pattern=(
            rf"(?P<n><<european>>){_SCALE}"
            rf"(?P<u>{JOIN}<<money_name>>|[^\S\n]?(?:<<currencies.symbol|currencies.code>>)(?![\p{{L}}\p{{N}}])){PER}"
        ),
        read=_behind,
        examples=(
            ("a deal worth 4,2 Mrd. Euro was signed", "4,2 Mrd. Euro"),
            ("it paid 1.250.000 euros", "1.250.000 euros"),
        ),
        rejects=("it sold 4,200 euros of it", "in lots of 4, 20 euros each"),
    ),
    Rule(
        name="percent.european",
        starts=(DIGIT,),
        digits=Digits(count=(1, 2, 3, 4), then=".,"),
        near=("percent.sign", "percent.word"),
        rank=1,
        pattern=rf"(?P<n><<european>>)(?P<scale>(?!))?(?:[^\S\n]?<<percent.sign>>|(?:{GAP}|(?<=\d))<<percent.word>>{END})",
        lead=r"(?<![\p{L}\p{N}%])[-\u2212]",
        read=_percent,
        examples=(("a margin of 12,5 % there", "12,5 %"), ("it rose 12,5percent", "12,5percent")),
        rejects=("growth of 5, 6 and 7 percent", "some 1,250% more"),
    ),
    Rule(
        name="quantity.european",
        starts=(DIGIT,),
        digits=Digits(count=(1, 2, 3, 4), then=".,"),
        near=("units.symbol", "units.name"),
        rank=1,
        peek="<<european>>",
        pattern=rf"(?P<n><<european>>){_SCALE}[^\S\n]?(?P<u><<units.symbol|units.name>>){END}(?!(?<=\d)[.,]\d)",
        read=_quantity,
        examples=(("it built 12,5 km of track", "12,5 km"),),
        rejects=("it made 1,250 tonnes",),
    ),
    Rule(
        name="count.european",
        starts=(DIGIT,),
        digits=Digits(count=(1, 2, 3), then=","),
        near=("scales.word", "scales.short", "scales.wire"),
        rank=1,
        pattern=(
            rf"(?P<n>(?>{_START}[0-9]{{1,3}},[0-9]{{1,2}}{_FREE}))"
            rf"(?P<scale>{GAP}?<<scales.word|scales.short|scales.wire>>){END}"
        ),
        lead=r"(?<![\p{L}\p{N}%])[-\u2212]",
        read=_scaled,
        examples=(("it sold 3,5 million of them", "3,5 million"), ("output of 4,25 mln", "4,25 mln")),
        rejects=("it sold 3, 5 million of them", "it sold 3,500 of them", "it sold 2,5 of them"),
    ),
)
