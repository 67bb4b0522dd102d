"""Metres that only "m" names: "12m deep", "8.4m at 5.2 g/t", "a depth of 450m"; else it is a million."""

from __future__ import annotations

from parsers.digits import END, GAP
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.values import replace

_NUMBER = r"(?P<n><<number>>)(?:(?P<sep>[-\u2013]|[^\S\n]to[^\S\n])(?P<n><<number>>))?[^\S\n]?m"
_CLOSED = (
    rf"(?=[^\S\n]?[.,;:)]|\Z|{GAP}(?:and|or|at|with|in|on|to|from|by|below|above|near|for|as|is|was|are|were|when|where"
    rf"|which){END})"
)
# What is said of metres behind them; "3m high earners" are millions.
_SHOWN = (
    rf"(?:-<<units.extent>>(?![\p{{L}}-])|{GAP}(?:<<units.extent>>{_CLOSED}"
    rf"|(?:@|(?:at|of|grading|averaging){GAP}){GAP}?<<number>>[^\S\n]?(?:g/t|%|ppm)"
    rf"|of{GAP}(?:core|drilling|drill|water|cable|snow|rock){END}"
    rf"|(?:below|above){GAP}(?:the{GAP})?(?:ground|sea|surface){END}))"
)
_TOLD = (
    rf"(?<!\p{{L}})(?:(?i:depth|height|length|width|altitude)s?{GAP}of|g/t[^.\n\d]{{0,32}}{GAP}(?:from|at)){GAP}"
    rf"(?:about{GAP}|over{GAP}|up{GAP}to{GAP})?"
)


def _read(hit: Hit) -> Candidate | None:
    items = [Item(start, end, hit.text[start:end], own=False) for start, end in hit.match.spans("n")]
    items[-1] = replace(items[-1], end=hit.end, own=True)
    figures = read_chain(hit.text, items, hit.match.captures("sep"), Measure(Kind.QUANTITY, "metre"))
    return hit.candidate(start=figures[0].start, figures=figures) if figures else None


RULES = (
    Rule(
        name="metres.shown",
        starts=(DIGIT,),
        near=("m",),
        rank=1,
        pattern=rf"{_NUMBER}(?={_SHOWN})",
        read=_read,
        examples=(
            ("a shaft 12m deep and 3 m wide was dug", "12m"),
            ("it met 8.4m at 5.2 g/t of gold", "8.4m"),
            ("the 30m-high tower fell", "30m"),
            ("waves of 5-7m high were seen", "5-7m"),
        ),
        rejects=("it sold 12m high-end phones", "the 3m high earners", "it made 5m at 4.2 euros"),
    ),
    Rule(
        name="metres.told",
        starts=(DIGIT,),
        near=("m",),
        rank=1,
        pattern=rf"{_NUMBER}(?![\p{{L}}\p{{N}}])",
        lead=_TOLD,
        needs_lead=True,
        read=_read,
        examples=(("it lies at a depth of 450m there", "450m"), ("12m at 5 g/t from 40m there", "40m")),
        rejects=("it sold 450m of them", "a length of 3 months"),
    ),
)
