"""What an amount is for: "75 cents a share", "$58.24 per barrel", "$3,500-a-month", "€5/MWh"."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import END, GAP, JOIN
from parsers.lazy import Pattern
from parsers.rules import Hit

# "a share", "per barrel", "/MWh", "-a-month": seen, not claimed; "a year ago" is a date.
_AGO = rf"(?!{GAP}(?:ago|earlier|later|before|after|prior|and{GAP}a{GAP}half|or{GAP}(?:so|two|more)))"
PER = (
    rf"(?=(?:{JOIN}(?:an?|per|every){JOIN}(?P<per><<pers.noun>>)s?{END}{_AGO}"
    rf"|{GAP}per{GAP}(?P<per>[0-9][0-9,]{{0,9}}{GAP}(?:(?:cubic|square|metric){GAP})?\p{{L}}[\p{{L}}-]{{1,24}})"
    rf"|{GAP}?per{JOIN}(?P<per>\p{{L}}[\p{{L}}-]{{1,24}})|[^\S\n]?/[^\S\n]?(?P<per><<pers.short|pers.noun>>){END}))?+"
)
"""Looks at what an amount is for, behind the amount; the amount does not claim it."""


def stands_behind_per(hit: Hit) -> bool:
    """Whether a number only says for how many an amount is ("$3 per 1,000 cubic feet", "$4.60 a dozen")."""
    text, start = hit.text, hit.start
    if text[max(0, start - 4) : start].lower() == "per ":
        return True
    dozen = text.startswith("a dozen", start)
    return dozen and MONEY_BEFORE.match(text, max(0, start - 24), start) is not None


MONEY_BEFORE = Pattern(
    r"(?r)(?:\p{Sc}[ \u00a0]?\d[\d.,]*"
    r"|\d (?:cents|pence|dollars|euros|pounds|yuan|yen|rupees|kronor|francs))\s"
)


def read_per(hit: Hit, end: int) -> str | None:
    """The unit that an amount ending at ``end`` is for, in the singular ("share", "megawatt hour")."""
    behind = [span for span in hit.match.spans("per") if 0 < span[0] - end < 8]
    if not behind:
        return None
    surface = hit.text[slice(*behind[0])]
    for entry in lexicon.find("pers.short|pers.noun", surface):
        return entry.id
    return surface.lower()
