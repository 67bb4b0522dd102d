"""Ages behind the name of a person: "Jeffrey Carden, 42, who is a director"; "years old" says it outright."""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import GAP
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

AGE = "duration.age"
"""The rule's name: an age is the length of no time that anything else is told of."""
YOUNGEST = 16
"""How old people in the news of business are at least, who are told of like this."""
_NAME = r"\p{Lu}[\p{L}'\u2019-]{1,20}"
_TITLES = r"(?:Mr|Ms|Mrs|Dr|Prof)\.?|Miss|Sir|Dame|Lord|Lady"
_ROLE = (
    rf",{GAP}(?:who{GAP}|(?:(?:an?|the|its|former|chief|vice|senior|executive|deputy|acting|previously"
    rf"|formerly|currently|co-?\p{{Ll}}{{2,9}}){GAP}){{0,4}}+(?:[\p{{L}}-]{{2,20}}{GAP}){{0,2}}?<<parties.role>>(?!\p{{L}}))"
)


def _age(hit: Hit) -> Candidate | None:
    """The age of somebody whose title, first name, second initial or office tells that it is a person."""
    lead = hit.lead
    if lead is None or int(hit["n"]) < YOUNGEST:
        return None
    known = lead["title"] or lead["initial"] or lexicon.find("parties.given", lead["first"] or "")
    if not known and worded(_ROLE).match(hit.text, hit.end) is None:
        return None
    value = Decimal(hit["n"])
    age = FigureReading(
        start=hit.at, end=hit.end, kind=Kind.DURATION, value=value, precision=Decimal(1), unit="year"
    )
    return hit.candidate(figures=(age,))


RULES = (
    Rule(
        name=AGE,
        starts=(DIGIT,),
        digits=Digits(count=(2,), before=" ", then=","),
        pattern=r"(?P<n>[1-9][0-9])(?=,(?!\d|\s(?:or|\d)))",
        lead=(
            rf"(?<![\p{{L}}\p{{N}}'\u2019-])(?<!&{GAP})(?:(?P<title>{_TITLES}){GAP}(?:{_NAME}{GAP}){{0,2}}?|(?P<first>{_NAME}){GAP}"
            rf"(?P<initial>(?:\p{{Lu}}\.{GAP}?){{1,2}})?){_NAME}(?:,?{GAP}(?:Jr\.|Sr\.|I{{2,3}}))?,{GAP}"
        ),
        needs_lead=True,
        read=_age,
        rank=1,
        examples=(
            ("it named Jeffrey Carden, 42, to succeed him", "Jeffrey Carden, 42"),
            ("Ms. Hale, 47, joined the board", "Ms. Hale, 47"),
            ("Mr Hale, 63, said he was unaware", "Mr Hale, 63"),
            ("Orlo K. Brandt, 61, and Ida Vance, 38, left", "Orlo K. Brandt, 61"),
            ("it named Orlo Brandt, 54, treasurer", "Orlo Brandt, 54"),
        ),
        rejects=(
            "in Chapter 11, 42, of them",
            "off Highway 12, 14, the old road",
            "Halden Paper, 42, of the mills",
            "in Ohio, 40, they said",
            "Mr. Hale, 12, won",
            "said Mr. Hale, 42, or half of them",
        ),
    ),
)
