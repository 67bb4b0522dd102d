"""Points: percentage points, basis points, points of an index."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import END, GAP, JOIN
from parsers.figures.per import PER
from parsers.figures.percent import read_measured
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS
from parsers.rules import DIGIT, Hit, Rule

_MINUS = r"(?:[-\u2212\u2010\u2011+]|(?<!or[^\S\n])(?:minus|negative|plus)[^\S\n])"
_UNIT = rf"(?:{JOIN}?<<percent.point>>{END}|[^\S\n]?<<percent.points>>{END})"
_POINTS = (
    rf"(?:(?:\G|(?P<sep><<chain_sep>>))(?P<n>{_MINUS}?<<some_number>>)(?:(?P<u>{_UNIT}){PER})?+){{0,7}}+"
)
_PART = (
    rf"(?:(?P<n>(?=0?\.[0-9])<<number>>)(?={GAP}of{GAP}(?:an?|one|1){GAP})|(?P<n>(?=[0-9]{{1,2}}/[0-9])<<some_number>>)(?={GAP}of{GAP}(?:an?|one|1){GAP})|(?P<n><<part>>|half|quarter)){JOIN}(?:of{GAP})?(?:(?:an?|one|1){GAP})?"
    rf"(?:full{JOIN})?(?P<u><<percent.point>>{END})"
)


def _read(hit: Hit) -> Candidate | None:
    return read_measured(hit, Kind.POINTS, _unit)


def _read_part(hit: Hit) -> Candidate | None:
    number = hit["n"] or ""
    item = Item(hit.start, hit.end, f"a {number}" if number.lower() == "quarter" else number, own=True)
    figures = read_chain(hit.text, [item], (), Measure(Kind.POINTS, _unit(hit["u"] or "")))
    return hit.candidate(figures=figures) if figures else None


def _unit(surface: str) -> str:
    found = lexicon.find("percent.point|percent.points", surface.strip(" -\u2010\u2011\u00a0\n\t"))
    return found[0].id if found else "point"


RULES = (
    Rule(
        name="points.number",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("percent.point", "percent.points"),
        pattern=_POINTS,
        lead=rf"(?<![\p{{L}}\p{{N}}%/]){_MINUS}",
        read=_read,
        examples=(
            ("Rates rose 25 basis points.", "25 basis points"),
            ("The index fell 190.5 points.", "190.5 points"),
            ("a gain of 1.5 percentage points", "1.5 percentage points"),
            ("a 50-basis-point cut", "50-basis-point"),
        ),
        rejects=("It rose 5 percent.", "two pointed remarks"),
    ),
    Rule(
        name="points.part",
        starts=(DIGIT, "numbers.unit", "numbers.opening", "numbers.pointed"),
        near=("percent.point",),
        pattern=_PART,
        read=_read_part,
        examples=(
            ("It cut rates by half a percentage point.", "half a percentage point"),
            ("a quarter-point cut", "a quarter-point"),
            ("It rose 0.2 of a percentage point.", "0.2 of a percentage point"),
            ("The spread is 7/8 of a percentage point.", "7/8 of a percentage point"),
        ),
        rejects=("a quarter of the points", "it won 2 of a dozen points"),
    ),
)
