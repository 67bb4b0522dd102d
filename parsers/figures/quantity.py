"""Physical and technical quantities: "35 GWh", "12.3m tonnes", "5 to 10 km", "6ft 2in"."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import END, GAP, JOIN
from parsers.figures.amounts import AMOUNTS, first_number, read_amounts
from parsers.figures.per import stands_behind_per
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, VAGUE_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

_UNIT = (
    rf"(?:(?:{GAP}(?:of{GAP})?|-)(?P<name><<units.name>>)"
    r"|[^\S\n]?-?(?P<name><<units.symbol>>)|(?P<name><<units.glued>>)"
    r"|[^\S\n](?P<name>t)(?=[.,;)]|\s(?:of|to|in|from|and|or|a|per|at|by)\b|\s*\Z))(?![\p{L}\p{N}\u2019]|(?<=\d)[.,]\d)"
)
# What it is for is read but not claimed: "a day" is a time of its own.
PER = (
    rf"(?=(?:/|{GAP}(?:per|an?|each|every){GAP})(?P<per><<timeunits.one>>|<<units.name>>)(?![\p{{L}}\p{{N}}])"
    rf"(?!{GAP}(?:ago|earlier|later|before|after|old|or)(?!\p{{L}})))?+"
)
CLASSES = "units.symbol|units.glued|units.name"


def _read(hit: Hit) -> Candidate | None:
    entry = lexicon.find(CLASSES, hit["name"])
    if not entry:
        return None
    if _is_place(hit) or stands_behind_per(hit):
        return None
    unit, _, rate = entry[0].id.partition(" per ")
    measure = Measure(Kind.QUANTITY, unit, unit_of(hit["per"]) or rate or None)
    found = read_amounts(hit, measure, hit.match.end("name"))
    return hit.candidate(start=found[0].start, figures=found) if found else None


def _read_range(hit: Hit) -> Candidate | None:
    """Two amounts that each have the unit: "50 Mbps to 150 Mbps"."""
    entry = lexicon.find(CLASSES, hit["name"])
    if not entry:
        return None
    unit, _, rate = entry[0].id.partition(" per ")
    measure = Measure(Kind.QUANTITY, unit, unit_of(hit["per"]) or rate or None)
    spans = hit.match.spans("n")
    ends = (hit.match.start("sep"), hit.match.end("high"))
    items = [Item(at, end, hit.text[at:stop], own=True) for (at, stop), end in zip(spans, ends, strict=True)]
    figures = read_chain(hit.text, items, [hit["sep"]], measure)
    return hit.candidate(figures=figures) if figures and figures[0].low is not None else None


def _is_place(hit: Hit) -> bool:
    """Whether a number word and its unit, both with a capital, begin a name: "Three Mile Island"."""
    number, name = first_number(hit), hit["name"]
    if not (number[0].isupper() and name[0].isupper()):
        return False
    return worded(rf"{GAP}\p{{Lu}}\p{{Ll}}").match(hit.text, hit.end) is not None and name[-1] != "s"


def _read_part(hit: Hit) -> Candidate | None:
    """A part of one: "half a mile", "a quarter of a tonne"."""
    entry = lexicon.find("units.name", hit["name"])
    if not entry:
        return None
    number = hit["n"] or ""
    measure = Measure(Kind.QUANTITY, entry[0].id.partition(" per ")[0])
    figures = read_chain(hit.text, [Item(hit.start, hit.end, number, own=True)], (), measure)
    return hit.candidate(figures=figures) if figures else None


def _read_feet(hit: Hit) -> Candidate | None:
    """Feet and inches, as inches: "5-foot-11", "6 feet 2 inches", "6ft 2in"."""
    feet, inches = read_number(hit["feet"] or ""), read_number(hit["inches"] or "")
    if feet is None or inches is None or feet.value is None or inches.value is None or inches.value >= 12:
        return None
    height = FigureReading(
        start=hit.start,
        end=hit.end,
        kind=Kind.QUANTITY,
        value=feet.value * 12 + inches.value,
        precision=inches.step,
        unit="inch",
    )
    return hit.candidate(figures=(height,))


def unit_of(word: str | None) -> str | None:
    """The unit that ``word`` names after "per", in the singular."""
    if word is None:
        return None
    found = lexicon.find("timeunits.one|units.name", word)
    return found[0].id if found else word


_INCHES = r"(?P<inches><<number>>|<<numbers.unit|numbers.teen>>)"
_FEET = (
    rf"(?P<feet><<number>>|<<numbers.unit|numbers.teen>>)(?:(?:{GAP}|-)?(?:feet|foot|ft\.?)(?:,?{GAP}|-)"
    rf"(?:{_INCHES}(?:{GAP}|-)?(?:inch(?:es)?|ins?\.?(?={GAP}(?:tall|high|long|wide|deep)|[,;)]|\Z)){END}"
    rf"|(?<=-){_INCHES}{END}(?![.,]\d|[-%]|{GAP}(?:<<units.name>>|percent)))"
    rf"|['\u2019\u2032][^\S\n]?{_INCHES}[\"\u201d\u2033])"
)

RULES = (
    Rule(
        name="quantity.feet",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("feet", "foot", "ft", "'", "\u2019", "\u2032"),
        rank=1,
        peek=(
            rf"[\p{{L}}\p{{N}}.,]{{1,80}}?(?:(?:{GAP}|-)?f(?:eet|oot|t)"
            r"|['\u2019\u2032][^\S\n]?[\p{L}\p{N}.,]{1,80}[\"\u201d\u2033])"
        ),
        pattern=_FEET,
        read=_read_feet,
        examples=(
            ("the 5-foot-11 guard signed", "5-foot-11"),
            ("a shelf of 6 feet 2 inches", "6 feet 2 inches"),
            ("he is 6ft 2in tall", "6ft 2in"),
            ("a man of 6'2\" said so", "6'2\""),
            ("a six-foot-two-inch model", "six-foot-two-inch"),
        ),
        rejects=("a 7-foot center", "the 80' 9 show", "a 5-foot-30 post", "a 6-foot-5% rise"),
    ),
    Rule(
        name="quantity.part",
        starts=("numbers.unit", "numbers.opening"),
        near=("units.name",),
        pattern=rf"(?P<n><<part>>){JOIN}(?:of{GAP})?(?:an?|one){GAP}(?P<name><<units.name>>){END}",
        read=_read_part,
        examples=(
            ("it missed by half a mile", "half a mile"),
            ("a quarter of a tonne of it", "a quarter of a tonne"),
        ),
        rejects=("half a million tonnes", "half the tonnes it sold"),
    ),
    Rule(
        name="quantity.range",
        starts=(DIGIT,),
        near=("units.symbol", "units.glued", "units.name"),
        rank=1,
        pattern=(
            rf"(?P<n><<scaled>>)(?P<unit>(?:{GAP}|-?)(?P<name><<units.symbol|units.glued|units.name>>))"
            rf"(?P<sep>{GAP}to{GAP}|{GAP}and{GAP}|[-\u2013])(?P<n><<scaled>>)(?P<high>(?P=unit)){END}{PER}"
        ),
        # Another number stands behind what joins the two.
        peek=r"(?:\.?[0-9][0-9.,/]*+[^0-9;!?]{1,40}+){1,3}?(?<=\s(?:to|and)\s{1,3}\.?|[-\u2013]\.?)[0-9]",
        lead=r"(?<![\p{L}\p{N}$\u20ac\u00a3.,/-])(?<!\d[ \u00a0])",
        needs_lead=True,
        read=_read_range,
        examples=(
            ("speeds of 50 Mbps to 150 Mbps", "50 Mbps to 150 Mbps"),
            ("between 5 tonnes and 7 tonnes", "5 tonnes and 7 tonnes"),
        ),
        rejects=("it grew from 50 km to 60 km", "it grew 5 km to 7 km", "5 tonnes and 7 tonnes of it"),
    ),
    Rule(
        name="quantity",
        starts=(DIGIT, *SPELLED_STARTS, *VAGUE_STARTS),
        lead=r"(?P<sign><<signed>>)",
        near=("units.symbol", "units.glued", "units.name"),
        head=AMOUNTS,
        pattern=rf"{_UNIT}{PER}",
        read=_read,
        examples=(
            ("a plant of 35 GWh opens", "35 GWh"),
            ("it burned 12.3m tonnes of coal", "12.3m tonnes"),
            ("roads of 5 to 10 km were built", "5 to 10 km"),
            ("a 13-inch screen", "13-inch"),
            ("minus 40 degrees Celsius", "minus 40 degrees Celsius"),
            ("output of 2 million barrels a day", "2 million barrels"),
            ("to 22 000 t of copper", "22 000 t"),
            ("tens of thousands of tonnes were lost", "tens of thousands of tonnes"),
        ),
        rejects=(
            "8 in ten voters",
            "won by 5 in London",
            "they paid 5 pounds",
            "it hired 20 members",
            "Three Mile Island will reopen",
        ),
    ),
)
