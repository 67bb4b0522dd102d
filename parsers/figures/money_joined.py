"""Money of which only the second amount has a sign: "8 or $9", "between 10 and $12"."""

from __future__ import annotations

from decimal import Decimal

from parsers.digits import GAP
from parsers.figures.currency import read_sign
from parsers.figures.money import SIGNS, money_candidate
from parsers.figures.per import PER, read_per
from parsers.figures.range import Item, separator_kind
from parsers.figures.rangewords import before
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule

_JOINED = (
    rf"(?<![\p{{Sc}}\p{{L}}]|\d[ -](?=\d/))(?P<n><<money_scaled>>)(?P<sep><<range_sep>>|{GAP}(?:or|and){GAP})"
    rf"(?P<c><<money_sign>>){GAP}?(?P<n><<money_scaled>>){PER}"
)


def _read_joined(hit: Hit) -> Candidate | None:
    (start, end), (start2, end2) = hit.match.spans("n")
    currency = read_sign(hit["c"] or "")
    separator = separator_kind(hit["sep"] or "")
    between = hit.text[max(0, start - 12) : start].rstrip().lower().endswith("between")
    if currency is None or currency.shy or (separator == "and" and not between):
        return None
    if hit.text[max(0, start - 6) : start].rstrip().endswith(hit["c"] or " "):
        return None  # "Rs 10 crore to Rs 40 crore": both have their sign
    first = Item(start, end, hit.text[start:end], own=False)
    second = Item(hit.match.start("c"), end2, hit.text[start2:end2], own=True)
    return money_candidate(hit, [first, second], currency)


_CENTS_UP = (
    rf"(?<![\p{{Sc}}\p{{L}}.,])(?P<low>[0-9]{{1,2}}){GAP}cents(?:{GAP}(?:a|per){GAP}share)?"
    rf"(?P<sep>{GAP}(?:to|and){GAP})(?P<c><<money_sign>>)(?P<high>[0-9]\.[0-9]{{2}})(?![\d,]|{GAP}?\p{{L}}*illion){PER}"
)


def _read_cents_up(hit: Hit) -> Candidate | None:
    """From cents to more than one of the whole: a range where the words before do not make it a change."""
    currency, start = read_sign(hit["c"] or ""), hit.start
    low, high = Decimal(hit["low"]) / 100, Decimal(hit["high"])
    if currency is None or not low < high <= WIDEST * low:
        return None
    between = before("between").search(hit.text, max(0, start - 32), start) is not None
    moved = before("moved_from").search(hit.text, max(0, start - 128), start) is not None
    if separator_kind(hit["sep"]) == "and" and not between:
        return None
    if moved or hit.text[max(0, start - 5) : start].lower() == "from ":
        return None
    end = hit.match.end("high")
    reading = FigureReading(
        start=start,
        end=end,
        kind=Kind.MONEY,
        low=low,
        high=high,
        precision=Decimal("0.01"),
        unit=currency.unit,
        per=read_per(hit, end),
        candidates=currency.candidates,
    )
    return hit.candidate(start=start, end=end, figures=(reading,))


WIDEST = 2
"""How many times its low end the high end of such a range is at most."""


RULES: tuple[Rule, ...] = (
    Rule(
        name="money.cents_up",
        starts=(DIGIT,),
        rank=2,
        near=("currencies.subunit",),
        pattern=_CENTS_UP,
        read=_read_cents_up,
        examples=(
            ("It sees profit of 99 cents to $1.01 a share.", "99 cents to $1.01"),
            ("It will be between 85 cents and $1.10 a share.", "85 cents and $1.10"),
        ),
        rejects=(
            "It fell from 99 cents to $1.01.",
            "It cost 40 cents and $1.10 to send.",
            "5 cents to $3.50",
        ),
    ),
    Rule(
        name="money.joined",
        starts=(DIGIT,),
        rank=1,
        near=SIGNS,
        peek=(
            r"[^\p{L}]{1,60}?[-\u2010-\u2015\u2212]\s?+(?!\d)"
            r"|[^\p{L}]{1,60}+(?<![,;)]\s)(?:\p{L}++[^\p{L}\p{Sc}]{0,3}?){0,2}?"
            r"(?:[-\u2010-\u2015\u2212]|(?i:to|or|and|through)\s)\s?+(?!\d)"
        ),
        pattern=_JOINED,
        read=_read_joined,
        examples=(("It costs about 8 or $9.", "8 or $9"),),
        rejects=("In 2018 and $9 later", "It grew from $8 to $9."),
    ),
)
