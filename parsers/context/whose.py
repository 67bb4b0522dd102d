"""What a bare number counts of somebody's things: "12 of the company's stores"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.large import MILLION
from parsers.digits import GAP
from parsers.figures.nouns import FRAGMENTS, read_counted
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.spelled import read_scale

NUMBERED = r"\p{N}[^\s]*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|total|rest|remaining"
WHOSE = Pattern(
    rf"{GAP}of{GAP}(?:its|their|his|her|our|(?:the{GAP})?(?:[\p{{L}}.&-]{{1,24}}{GAP}){{0,2}}"
    rf"[\p{{L}}.&-]{{1,24}}['\u2019]s?|(?:the|those|these)(?!{GAP}(?:(?:{NUMBERED}){GAP}"
    rf"|(?:[\p{{L}}.&-]{{1,24}}{GAP}){{0,2}}[\p{{L}}.&-]{{1,24}}['\u2019]))){GAP}"
    rf"(?:own{GAP})?(?:(?:{NUMBERED}){GAP})?(?P<words>{FRAGMENTS['words']})"
)
"""Behind a number of somebody's things."""


def of_whose(text: str, figure: Figure, before: Sequence[Figure]) -> Figure:
    """A bare number with the noun of somebody's things behind it ("12 of the company's stores")."""
    if text.endswith(MORE, 0, figure.start) and before:
        last = before[-1]  # "35 of the firms are small, the remaining 10 are large", "and a further 100"
        alike = last.kind is Kind.COUNT and last.unit is not None and last.sentence == figure.sentence
        return fill(figure, unit=last.unit, inferred=(*figure.inferred, "unit")) if alike else figure
    near = max(0, figure.start - 90)
    if text.find(" count ", near, figure.start) >= 0:
        hit = COUNT_OF.search(text, near, figure.start)
        return fill(figure, unit=hit["words"], inferred=(*figure.inferred, "unit")) if hit else figure
    numbered = text.find("umber of ", near, figure.start) >= 0
    if numbered and (hit := NUMBER_OF.search(text, near, figure.start)) is not None:
        noun = read_counted(hit["words"])
        if noun is not None and noun.head.islower() and noun.length == len(hit["words"]):
            return fill(figure, unit=noun.unit, inferred=(*figure.inferred, "unit"))
    if not text.startswith((" of ", " outstanding"), figure.end):
        return figure
    if text.startswith(" outstanding", figure.end):
        same = (f for f in reversed(before[-3:]) if f.sentence == figure.sentence)
        unit = next((f.unit for f in same if f.kind is Kind.COUNT and f.unit in SHARES), None)
    else:
        hit = WHOSE.match(text, figure.end)
        noun = read_counted(hit["words"]) if hit is not None else None
        told = noun is not None and noun.head.islower() and not _is_money(figure, noun.head)
        unit = noun.unit if noun is not None and told else None
    return figure if unit is None else fill(figure, unit=unit, inferred=(*figure.inferred, "unit"))


MORE = (" the remaining ", " The remaining ", " a further ", " another ", " an additional ")
NUMBER_OF = Pattern(
    rf"\bnumber{GAP}of{GAP}(?P<words>(?:\p{{Ll}}[\p{{Ll}}-]*+{GAP}){{0,2}}?(?:\p{{Ll}}{{3,}}s|people))(?![\p{{L}}-])"
    rf"(?:{GAP}(?!(?:and|or|per)\b)[\p{{L}}'\u2019-]++){{0,9}}?(?:{GAP}by{GAP}[\p{{N}},]++)?"
    rf"{GAP}(?:to|at|by|is|was|are|were|of|reached|totall?ed)"
    rf"(?:{GAP}(?:about|some|nearly|around|just|a{GAP}record|a{GAP}total{GAP}of))?{GAP}$"
)
COUNT_OF = Pattern(
    rf"\b(?!head|body|vote|blood|word|bank)(?P<words>\p{{Ll}}{{3,}}){GAP}count(?:{GAP}\p{{Ll}}++){{0,4}}?"
    rf"(?:{GAP}(?:up|down|by){GAP}[\p{{N}},]++)?(?:{GAP}(?:to|at){GAP}[\p{{N}},]++(?=,))?"
    rf"(?:{GAP}(?:to|at|by|is|was|of|up|down)|,{GAP}(?:against|from|versus)){GAP}$"
)
"""Before a number of things that a count is of ("the ship count was up 3 to 40")."""
"""Before how many things there are ("the number of jobs to go at the firm to 5,500")."""
SHARES = ("share", "common share", "Class A share")
"""What is outstanding where its number stands alone ("10% of the 12 million outstanding")."""


def _is_money(figure: Figure, noun: str) -> bool:
    """Whether a noun is one of money or of a measure, or that millions of are money: no number of things."""
    if lexicon.find("currencies.name|currencies.subunit|units.name|timeunits.many", noun):
        return True
    moneyed = noun != "shares" and lexicon.find("moneywords.moneyed|linkwords.telling", noun)
    return bool(moneyed) and read_scale(figure.text) >= MILLION
