"""One number set against another: "3-for-2", "4:1", "a 60-40 split", "outnumbered them 5 to 3"."""

from __future__ import annotations

from decimal import Context, Decimal

from parsers.anchors import Digits
from parsers.digits import END, GAP, Numeral
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule

QUOTIENT = Context(prec=28)
COUNT = r"(?:<<number>>|<<spelled>>)"
OPEN = r"(?![\p{L}\p{N}]|[.,]\d|[-/:]\d)"
LARGEST_SCORE = 100
"""From here on two numbers set one against the other are counted votes or shares, each for itself."""
_TOLD = rf"(?<!\p{{L}})(?i:ratio|split|odds)(?:{GAP}(?i:is|was|of|at)){{1,2}}{GAP}"


def quotient(first: str, second: str) -> tuple[Decimal, Numeral, Numeral] | None:
    """The first number over the second, and both; ``None`` where one is none."""
    part, whole = read_number(first), read_number(second)
    if part is None or whole is None or part.value is None or not whole.value:
        return None
    return QUOTIENT.divide(part.value, whole.value), part, whole


def _relation(hit: Hit) -> Candidate | None:
    """The first over the second: "3-for-2", "4:1"."""
    found = quotient(hit["part"], hit["whole"])
    if found is None:
        return None
    end = hit.match.end("whole")
    return hit.candidate(figures=(FigureReading(start=hit.start, end=end, kind=Kind.RATIO, value=found[0]),))


def _against(hit: Hit) -> Candidate | None:
    """The first against the second, told by the words before: a ratio, two counts, or a score (no figure)."""
    found = quotient(hit["part"], hit["whole"])
    assert hit.lead is not None
    if found is None or found[0] <= 1:
        return None  # what goes up is a range
    if found[1].step != found[2].step and not (hit.lead["quotient"] and found[2].value == 1):
        return None
    large = (found[2].value or 0) >= LARGEST_SCORE
    if hit.lead["contest"] or (hit.lead["ballot"] and not large):
        return hit.candidate()  # "won 112 to 104", "voted 7 to 2": a score
    if large and not hit.lead["quotient"]:
        return _each(hit, found[1], found[2])  # "voted 1,012 to 486"
    reading = FigureReading(start=hit.match.start(), end=hit.end, kind=Kind.RATIO, value=found[0])
    return hit.candidate(figures=(reading,))


def _each(hit: Hit, *numbers: Numeral) -> Candidate:
    """Each of the two numbers for itself."""
    figures = tuple(
        FigureReading(
            start=hit.match.start(group),
            end=hit.match.end(group),
            kind=Kind.COUNT,
            value=number.value,
            precision=number.step,
        )
        for group, number in zip(("part", "whole"), numbers, strict=True)
    )
    return hit.candidate(figures=figures)


def _shares(hit: Hit) -> Candidate | None:
    """Two parts of a hundred: "a 60-40 split", "fifty-fifty"."""
    found = quotient(hit["part"], hit["whole"])
    if found is None or found[1].value is None or found[2].value is None:
        return None
    if found[0] < 1 and "-" in hit.match[0]:
        return None  # "40-60" is rather a range
    return _relation(hit) if found[1].value + found[2].value == 100 else None


RULES = (
    Rule(
        name="ratio.relation",
        rank=1,
        starts=(DIGIT, *SPELLED_STARTS),
        near=("for", "to", ":"),
        pattern=(
            rf"(?:(?<={_TOLD})(?P<told>))?(?P<part>{COUNT})(?:-for-|-to-(?=(?:1|one)(?![\p{{L}}\p{{N}}]|[.,]\d))|{GAP}for{GAP}"
            rf"(?={COUNT}{GAP}(?:stock|share|split|bonus|rights))|:(?=\d(?!\d))"
            rf"|:(?(told)(?=\d{{2,3}})|(?=\d{{2,3}}(?:{GAP}|-)<<multiples.split>>)))"
            rf"(?P<whole>{COUNT}){END}{OPEN}(?:(?:{GAP}|-)<<multiples.split>>)?+"
        ),
        peek=r"[^\p{L}]{0,40}?:\d|(?:\p{L}++(?:[^\p{L}]{1,9}+\p{L}++){0,40}?)?[^\p{L}]{1,120}+(?:for|(?<=-)to)[\s-]",
        lead=r"(?<![\d:.,]|\d-)",
        needs_lead=True,
        read=_relation,
        examples=(
            ("a 3-for-2 stock split", "3-for-2 stock split"),
            ("by a ratio of 4:1", "4:1"),
            ("the ratio is 1:20 here", "1:20"),
            ("a 1:10 reverse split", "1:10 reverse split"),
        ),
        rejects=("at 10:30 in the morning", "from 3 to 2 plants", "the split at noon, 1:20 sharp"),
    ),
    Rule(
        name="ratio.shares",
        rank=1,
        starts=(DIGIT, "numbers.tens"),
        digits=Digits(count=(2,), then="-\u2013/:"),
        pattern=(
            r"(?P<part>[1-9][0-9])(?:[-\u2013/:](?!\d\d[-/:]))(?P<whole>[0-9]{2})(?![\p{L}\p{N}%]|[.,:/-]\d)"
            r"|(?P<part>(?i:fifty|sixty|seventy|eighty|ninety))-(?P<whole>(?i:fifty|forty|thirty|twenty|ten))"
            r"(?![\p{L}\p{N}]|-\p{L}{3,})"
        ),
        lead=r"(?<![\d:.,/$-]|\p{L}-)",
        needs_lead=True,
        read=_shares,
        examples=(
            ("a 60-40 split of it", "60-40"),
            ("a fifty-fifty venture", "fifty-fifty"),
            ("the 80/20 rule", "80/20"),
        ),
        rejects=("it costs 40-60 euros", "from 10-15 people", "sixty-three of them", "they won 51-48"),
    ),
    Rule(
        name="ratio.against",
        rank=1,
        starts=(DIGIT, *SPELLED_STARTS),
        near=("to",),
        pattern=(
            rf"(?P<part>{COUNT}){GAP}to{GAP}(?P<whole>{COUNT})(?![\p{{L}}\p{{N}}%-]|[.,]\d|[^\S\n]%)"
            rf"(?!{GAP}(?:<<scales.word|scales.short|scales.wire|scales.hundred|units.name|percent.word|timeunits.many>>)(?!\p{{L}}))"
        ),
        lead=(
            rf"(?<!\p{{L}})<<multiples.breadth>>,?(?:{GAP}by)?{GAP}"
            rf"|(?<!\p{{L}})(?:(?P<quotient>(?i:ratio{GAP}of{GAP}\p{{L}}{{2,20}}{GAP}to{GAP}\p{{L}}{{2,20}}|ratio|odds))|<<multiples.against>>|(?P<ballot><<names.ballot>>)"
            rf"|(?P<contest><<names.contest>>))(?:{GAP}\p{{Ll}}{{2,14}}){{0,5}}{GAP}(?<!(?:from|between){GAP})"
        ),
        needs_lead=True,
        read=_against,
        examples=(
            ("losers outnumbered the others 5 to 3 there", "outnumbered the others 5 to 3"),
            ("losers outnumbered gainers by more than 2 to 1", "outnumbered gainers by more than 2 to 1"),
            ("by a margin of two to one", "margin of two to one"),
            ("the ratio of buyers to sellers was 5 to 2", "ratio of buyers to sellers was 5 to 2"),
            ("a debt-to-equity ratio of 1.2 to 1", "ratio of 1.2 to 1"),
            ("others swamped gainers, 1,063 to 461", "gainers, 1,063 to 461"),
            ("the owners voted 1,012 to 486 for it", "voted 1,012 to 486"),
        ),
        rejects=(
            "the ratio fell from 5 to 3",
            "it led 2 to 3 million people",
            "odds of 5 to 10 percent",
            "it raised 5 to 3",
        ),
    ),
)
