"""Ages behind a name ("Jeffrey Carden, 42, who is a director") or called so ("aged 65 to 74").

Those in "years old" are lengths of time like others.
"""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import GAP
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

AGE, AGED = "duration.age", "duration.aged"
"""The rules' names: an age is the length of no time that anything else is told of."""
OLDEST = 120
"""How old anybody is at most."""
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


def _aged(hit: Hit) -> Candidate | None:
    """An age that is called one ("aged 65 to 74", "between the ages of 18 and 34")."""
    low, high = int(hit["n"]), int(hit["m"]) if hit["m"] else None
    if hit.lead is None or max(low, high or 0) > OLDEST or (high is not None and high <= low):
        return None
    if hit["and"] and not hit.lead["between"]:
        return None
    age = FigureReading(
        start=hit.at,
        end=hit.end,
        kind=Kind.DURATION,
        value=None if high else Decimal(low),
        low=Decimal(low) if high else None,
        high=Decimal(high) if high else None,
        precision=Decimal(1),
        unit="year",
    )
    return hit.candidate(figures=(age,))


RULES = (
    Rule(
        name=AGED,
        starts=(DIGIT,),
        digits=Digits(count=(1, 2, 3), before=" ", then="^A%"),
        pattern=(
            rf"(?P<n>[1-9][0-9]{{0,2}})(?:(?:{GAP}(?:to|through){GAP}|[-\u2013]|(?P<and>{GAP}and{GAP}))"
            rf"(?P<m>[1-9][0-9]{{0,2}}))?(?![\p{{L}}\p{{N}}%-]|[.,]\d|{GAP}(?:years?|months?|weeks?|days?|hours?|per|million)\b)"
        ),
        lead=(
            rf"(?<![\p{{L}}\p{{N}}-])(?:aged|(?P<between>between{GAP}(?:the{GAP})?ages(?:{GAP}of)?)|ages"
            rf"|(?:at|of|from){GAP}age|(?:the|an){GAP}age{GAP}of"
            rf"|(?:after|before|once|since|until|when){GAP}s?he{GAP}(?:becomes|turns|turned|reaches|reached)){GAP}"
        ),
        needs_lead=True,
        read=_aged,
        rank=1,
        examples=(
            ("of people aged 65 to 74, most", "aged 65 to 74"),
            ("those aged 75 and older smoke", "aged 75"),
            ("men between the ages of 18 and 34 watch", "between the ages of 18 and 34"),
            ("she retired at age 60 to farm", "at age 60"),
            ("he will stay until he turns 67 in May", "until he turns 67"),
        ),
        rejects=(
            "beef aged 28 days",
            "in the age of 5G phones",
            "ages 34 to 18",
            "at age 300 it fell",
            "aged 65% of it",
        ),
    ),
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
