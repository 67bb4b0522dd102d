"""Money of which only the second amount has a sign: "8 or $9", "between 10 and $12"."""

from __future__ import annotations

from parsers.digits import GAP
from parsers.figures.currency import read_sign
from parsers.figures.money import SIGNS, money_candidate
from parsers.figures.per import PER
from parsers.figures.range import Item, separator_kind
from parsers.mentions import Candidate
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


RULES: tuple[Rule, ...] = (
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
