"""Percent: "7%", "between 5 and 7 per cent", "half a percent", "double-digit", "in the mid-teens"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, GAP, JOIN
from parsers.figures.per import PER, read_per
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS
from parsers.rules import DIGIT, Hit, Rule
from parsers.values import replace

_MINUS = r"(?:[-\u2212\u2010\u2011+]|(?<!or[^\S\n])(?:minus|negative|plus)(?:[^\S\n]|-))"
_POINTS = rf"(?!(?:{JOIN}|age{JOIN})?(?:points?|pts?){END})"

FRAGMENTS: Mapping[str, str] = {
    "percent": (
        rf"(?:[^\S\n]{{0,2}}<<percent.sign>>|(?:{JOIN}|(?<=\d))<<percent.word>>{END}"
        rf"|[^\S\n]?<<percent.short>>{END}){_POINTS}"
    ),
    "some_number": "(?:<<scaled>>|<<spelled>>)",
}
_PERCENT = (
    rf"(?:(?:\G|(?P<sep><<chain_sep>>))(?P<n>{_MINUS}?<<some_number>>)(?:(?P<u><<percent>>){PER})?+){{0,7}}+"
)
_PART = rf"(?P<n><<part>>){JOIN}(?:of{GAP})?(?:(?:an?|one|1){GAP})?(?P<u><<percent.word>>{END}){_POINTS}"
_BAND = (
    r"(?:(?<!\p{L})(?P<first><<percent.band>>)-?[^\S\n]?to[-\s])?(?<!\p{L})(?P<band><<percent.band>>)[-\s]"
)


def read_measured(hit: Hit, kind: Kind, unit_of: Callable[[str], str]) -> Candidate | None:
    """The figures of a chain of numbers ``n``, with units ``u`` behind some of them, up to the last unit.

    The chain ends where another unit begins ("25 basis points to 3 percentage points"): it is found there.
    """
    units = {start: (end, unit_of(hit.text[start:end])) for start, end in hit.match.spans("u")}
    if not units:
        return None
    unit = next(iter(units.values()))[1]
    change = min((start for start, (_, name) in units.items() if name != unit), default=hit.end)
    last = max(start for start in units if start < change)
    items = [
        Item(start, units[end][0] if end in units else end, hit.text[start:end], end in units)
        for start, end in hit.match.spans("n")
        if end <= last
    ]
    if hit.lead is not None:
        first = items[0]
        items[0] = Item(hit.start, first.end, hit.text[hit.start : first.start] + first.number, first.own)
    figures = read_chain(
        hit.text, items, hit.match.captures("sep"), Measure(kind, unit, read_per(hit, items[-1].end))
    )
    if not figures:
        return None
    return hit.candidate(start=figures[0].start, end=figures[-1].end, figures=figures)


def _read(hit: Hit) -> Candidate | None:
    return read_measured(hit, Kind.PERCENT, lambda _: "percent")


def _read_part(hit: Hit) -> Candidate | None:
    item = Item(hit.start, hit.end, hit["n"] or "", own=True)
    figures = read_chain(hit.text, [item], (), Measure(Kind.PERCENT, "percent"))
    return hit.candidate(figures=figures) if figures else None


def _read_bracketed(hit: Hit) -> Candidate | None:
    item = Item(hit.start, hit.end, "-" + (hit["n"] or ""), own=True)
    figures = read_chain(hit.text, [item], (), Measure(Kind.PERCENT, "percent"))
    return hit.candidate(figures=figures) if figures else None


def _read_vague(hit: Hit) -> Candidate | None:
    """Digits in words, with their band: "double-digit", "low- to mid-single-digit", "mid-teens"."""
    for entry in lexicon.find("percent.vague|percent.teens", hit["base"] or ""):
        parts = _parts(hit)
        if not parts and not entry.get("alone"):
            return None
        bands = [entry.get("bands")[part] for part in parts] or [(entry.get("low"), entry.get("high"))]
        return hit.candidate(figures=(_unstated(hit, bands[0][0], bands[-1][1]),))
    return None


def _read_decade(hit: Hit) -> Candidate | None:
    """A band of ten percent: "the mid-20s percent range" is 24 to 26."""
    tens = int(hit["tens"] or "0")
    bands = [((1, 3), (4, 6), (7, 9))[part] for part in _parts(hit)]
    return hit.candidate(figures=(_unstated(hit, tens + bands[0][0], tens + bands[-1][1]),))


def _parts(hit: Hit) -> list[int]:
    """The bands before it: 0 low, 1 mid, 2 high; two of them in "low to mid"."""
    names = [] if hit.lead is None else [hit.lead["first"], hit.lead["band"]]
    return [lexicon.find("percent.band", name)[0].get("part") for name in names if name]


def _read_few(hit: Hit) -> Candidate | None:
    some = lexicon.find("numbers.some", hit["n"] or "")[0]
    value, low, high = some.get("value"), some.get("low"), some.get("high")
    reading = _unstated(hit, low, high)
    return hit.candidate(figures=(replace(reading, value=None if value is None else Decimal(value)),))


def _read_unstated(hit: Hit) -> Candidate | None:
    return hit.candidate(figures=(replace(_unstated(hit, None, None), start=hit.match.start()),))


def _unstated(hit: Hit, low: int | None, high: int | None) -> FigureReading:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return FigureReading(
        start=hit.start, end=hit.end, kind=Kind.PERCENT, low=ends[0], high=ends[1], unit="percent"
    )


RULES = (
    Rule(
        name="percent.number",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("percent.sign", "percent.word", "percent.short"),
        pattern=_PERCENT,
        lead=rf"(?<![\p{{L}}\p{{N}}%/]){_MINUS}",
        read=_read,
        examples=(
            ("Sales rose 7 percent.", "7 percent"),
            ("Sales fell 7.5percent.", "7.5percent"),
            ("Margins of 5-7% are usual.", "5-7%"),
            ("between 5 and 7 per cent of staff", "5 and 7 per cent"),
            ("They grew by 5, 6 and 7 percent.", "5, 6 and 7 percent"),
            ("a 43.4 percent-owned unit", "43.4 percent"),
            ("growth of -0.4%", "-0.4%"),
            ("Twenty-five percent agreed.", "Twenty-five percent"),
            ("In 2019, 5 percent left.", "5 percent"),
        ),
        rejects=(
            "It rose 5 percentage points.",
            "The index is at 459.97 after 2.14.",
            "The index fell 7 points.",
            "one per centre",
        ),
    ),
    Rule(
        name="percent.part",
        starts=("numbers.unit", "numbers.opening"),
        near=("percent.word",),
        pattern=_PART,
        read=_read_part,
        examples=(
            ("It fell half a percent.", "half a percent"),
            ("one-tenth of a percent", "one-tenth of a percent"),
        ),
        rejects=("half a percentage point",),
    ),
    Rule(
        name="percent.of_one",
        starts=(DIGIT,),
        near=("percent.word",),
        rank=1,
        pattern=rf"(?P<n>(?=0?\.[0-9])<<number>>){GAP}of{GAP}(?:an?|one|1){GAP}<<percent.word>>{END}{_POINTS}",
        read=_read_part,
        examples=(("Prices rose 0.4 of a percent.", "0.4 of a percent"),),
        rejects=("It rose 0.4 of a percentage point.", "It sold 4 of one percent bonds"),
    ),
    Rule(
        name="percent.bracketed",
        starts=(DIGIT,),
        near=("percent.sign",),
        pattern=r"(?P<n><<number>>)\)[^\S\n]?<<percent.sign>>",
        lead=r"\(",
        needs_lead=True,
        rank=1,  # brackets are the minus of accounts: the number alone would lose it
        read=_read_bracketed,
        digits=Digits(before="("),
        examples=(("The margin was (5.2)% of sales.", "(5.2)%"),),
        rejects=("It grew (by 5.2%) in May.", "It grew (5.2%) in May."),
    ),
    Rule(
        name="percent.vague",
        starts=("percent.vague", "percent.teens"),
        pattern=(
            rf"(?P<base><<percent.vague|percent.teens>>){END}"
            rf"(?!{JOIN}(?:numbers?|sums?|codes?|years?|millions?|billions?|suffix))"
        ),
        lead=_BAND,
        read=_read_vague,
        examples=(
            ("It shows triple-digit growth.", "triple-digit"),
            ("Growth is in the mid-teens.", "mid-teens"),
            ("It rose by low single digits.", "low single digits"),
            ("It sees low- to mid-single-digit growth.", "low- to mid-single-digit"),
        ),
        rejects=("a three-digit code", "Many teens like it."),
    ),
    Rule(
        name="percent.decade",
        starts=(DIGIT,),
        pattern=r"(?P<tens>[1-9]0)s?(?:[^\S\n]?%|[-\s]<<percent.word>>\b)",
        lead=_BAND,
        needs_lead=True,
        rank=1,  # "the mid-20 percent range" is not 20 percent
        read=_read_decade,
        near=("percent.sign", "percent.word"),
        digits=Digits(count=(2,), then="a% -"),
        examples=(("Margins are in the mid-20s percent range.", "mid-20s percent"),),
        rejects=("It rose 20 percent.", "in the mid-20th century"),
    ),
    Rule(
        name="percent.few",
        starts=("numbers.some",),
        pattern=rf"(?P<n><<numbers.some>>){GAP}<<percent.word>>{END}{_POINTS}",
        read=_read_few,
        examples=(
            ("It fell by a couple of percent.", "a couple of percent"),
            ("a few percent more", "a few percent"),
        ),
        rejects=("a few percentage points",),
    ),
    Rule(
        name="percent.unstated",
        starts=("percent.word",),
        pattern=rf"(?:percent|per{GAP}?cent){END}{_POINTS}",
        lead=rf"(?<=\b(?:an?|some|what|only{GAP}a){GAP})<<percent.size>>{GAP}",
        needs_lead=True,
        read=_read_unstated,
        examples=(("Only a tiny percent of them complained.", "tiny percent"),),
        rejects=("It rose 5 percent.", "a large percentage of staff"),
    ),
    Rule(
        name="percent.heading",
        starts=("percent.word",),
        pattern=(
            rf"(?<=(?:^|\n|[|\t])[ ]?)(?P<u><<percent.word>>){GAP}of{GAP}"
            rf"(?P<n><<number>>){END}(?=[^\S\n]*(?:\Z|\n|[|]))"
        ),
        read=_read_part,
        examples=(("Percent of 80", "Percent of 80"),),
        rejects=("It is 5 percent of 80.",),
    ),
)
