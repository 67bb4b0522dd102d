"""One cent and one point, told by an article alone: "a penny a share", "a full percentage point"."""

from __future__ import annotations

from parsers.digits import END, GAP
from parsers.figures.currency import read_name
from parsers.figures.money import money_candidate
from parsers.figures.per import PER
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate
from parsers.model import Kind
from parsers.rules import Hit, Rule

DOLLARS = "$"
"""In a text of dollars a penny is a cent."""
MOVED = r"(?:added|by|down|dropped|fell|gained|jumped|lost|off|raised|rose|shed|slipped|than|up)"


def _read_cent(hit: Hit) -> Candidate | None:
    name = hit["c"] or ""
    currency = read_name("cent" if name == "penny" and DOLLARS in hit.text else name, None)
    if currency is None:
        return None
    return money_candidate(hit, [Item(hit.start, hit.match.end("c"), "1", own=True)], currency)


def _read_point(hit: Hit) -> Candidate | None:
    item = Item(hit.start, hit.end, "1", own=True)
    figures = read_chain(hit.text, [item], (), Measure(Kind.POINTS, "percentage point"))
    return hit.candidate(figures=figures) if figures else None


RULES = (
    Rule(
        name="money.single",
        starts=("currencies.subunit",),
        pattern=(
            rf"(?P<c>cent|penny){END}(?:(?={GAP}(?:a|per){GAP}(?:\p{{Ll}}++{GAP}){{0,2}}share(?!\p{{L}})){PER}"
            rf"|(?={GAP}(?:above|below|higher|less|lower|more|to{GAP}\p{{Sc}})(?!\p{{L}})))"
        ),
        lead=rf"(?<!\p{{L}})(?:an?(?:{GAP}(?:further|mere))?|another|one){GAP}",
        needs_lead=True,
        read=_read_cent,
        examples=(
            ("It earned a penny a share.", "a penny"),
            ("It lost a cent per diluted share", "a cent"),
            ("Petrol shed another penny to $3.78.", "another penny"),
        ),
        rejects=("It will not pay a penny.", "a penny stock lower", "half a cent a share"),
    ),
    Rule(
        name="points.single",
        starts=("percent.point",),
        pattern=rf"(?:percentage|percent|per{GAP}cent|pct)[ -]point{END}(?!{GAP}of(?!\p{{L}}))",
        rank=1,  # "one full" is nothing
        lead=(
            rf"(?<!\p{{L}})(?:(?:an?|one){GAP}(?:full|whole)[ -]"
            rf"|(?<=(?<!\p{{L}}){MOVED}{GAP})(?:about{GAP}|nearly{GAP})?a{GAP})"
        ),
        needs_lead=True,
        read=_read_point,
        examples=(
            ("It grew by a full percentage point.", "a full percentage point"),
            ("The rate rose a percentage point.", "a percentage point"),
            ("It fell by one full percentage point", "one full percentage point"),
        ),
        rejects=(
            "a percentage point is much",
            "half a percentage point",
            "it rose 0.2 of a percentage point",
        ),
    ),
)
