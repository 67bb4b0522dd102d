"""Percent: "7%", "between 5 and 7 per cent", "half a percent", "double-digit", "in the mid-teens"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from parsers import lexicon
from parsers.figures.range import Item, Measure, read_chain
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import END, GAP, JOIN, SPELLED_STARTS
from parsers.rules import DIGIT, Hit, Rule

_MINUS = r"(?:[-\u2212\u2010\u2011+]|(?:minus|negative|plus)(?:[^\S\n]|-))"
_POINTS = rf"(?!(?:{JOIN}|age{JOIN})?(?:points?|pts?){END})"

FRAGMENTS: Mapping[str, str] = {
    "percent": (
        rf"(?:[^\S\n]{{0,2}}<<percent.sign>>|{JOIN}<<percent.word>>{END}|[^\S\n]?<<percent.short>>{END}){_POINTS}"
    ),
    "some_number": "(?:<<scaled>>|<<spelled>>)",
}
_PERCENT = rf"(?:(?:\G|(?P<sep><<chain_sep>>))(?P<n>{_MINUS}?<<some_number>>)(?P<u><<percent>>)?+){{1,7}}+"
_PART = rf"(?P<n><<part>>){JOIN}(?:of{GAP})?(?:an?{GAP}|one{GAP})?(?P<u><<percent.word>>{END}){_POINTS}"


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
    figures = read_chain(hit.text, items, hit.match.captures("sep"), Measure(kind, unit))
    if not figures:
        return None
    return hit.candidate(start=figures[0].start, end=figures[-1].end, figures=figures)


def _read(hit: Hit) -> Candidate | None:
    return read_measured(hit, Kind.PERCENT, lambda _: "percent")


def _read_part(hit: Hit) -> Candidate | None:
    item = Item(hit.start, hit.end, hit["n"] or "", own=True)
    figures = read_chain(hit.text, [item], (), Measure(Kind.PERCENT, "percent"))
    return hit.candidate(figures=figures) if figures else None


def _read_vague(hit: Hit) -> Candidate | None:
    for entry in lexicon.find("percent.vague", hit.match[0]):
        low, high = Decimal(entry.get("low")), Decimal(entry.get("high"))
        return hit.candidate(figures=(_unstated(hit, low, high),))
    return None


def _read_unstated(hit: Hit) -> Candidate | None:
    return hit.candidate(figures=(_unstated(hit, None, None),))


def _unstated(hit: Hit, low: Decimal | None, high: Decimal | None) -> FigureReading:
    return FigureReading(
        start=hit.match.start(), end=hit.end, kind=Kind.PERCENT, low=low, high=high, unit="percent"
    )


RULES = (
    Rule(
        name="percent.number",
        starts=(DIGIT, *SPELLED_STARTS),
        pattern=_PERCENT,
        lead=rf"(?<![\p{{L}}\p{{N}}%]){_MINUS}",
        read=_read,
        examples=(
            ("Sales rose 7 percent.", "7 percent"),
            ("Margins of 5-7% are usual.", "5-7%"),
            ("between 5 and 7 per cent of staff", "5 and 7 per cent"),
            ("They grew by 5, 6 and 7 percent.", "5, 6 and 7 percent"),
            ("a 43.4 percent-owned unit", "43.4 percent"),
            ("growth of -0.4%", "-0.4%"),
            ("Twenty-five percent agreed.", "Twenty-five percent"),
            ("In 2019, 5 percent left.", "5 percent"),
        ),
        rejects=("It rose 5 percentage points.", "The index fell 7 points.", "one per centre"),
    ),
    Rule(
        name="percent.part",
        starts=("numbers.unit", "numbers.opening"),
        pattern=_PART,
        read=_read_part,
        examples=(
            ("It fell half a percent.", "half a percent"),
            ("one-tenth of a percent", "one-tenth of a percent"),
        ),
        rejects=("half a percentage point",),
    ),
    Rule(
        name="percent.vague",
        starts=("percent.vague",),
        pattern=rf"<<percent.vague>>{END}(?!{JOIN}(?:number|numbers|sum|code|years?|millions?|billions?))",
        read=_read_vague,
        examples=(
            ("It shows triple-digit growth.", "triple-digit"),
            ("Growth is in the mid-teens.", "mid-teens"),
            ("It rose by low single digits.", "low single digits"),
        ),
        rejects=("a three-digit code",),
    ),
    Rule(
        name="percent.unstated",
        starts=("percent.word",),
        pattern=rf"(?:percent|per{GAP}?cent){END}{_POINTS}",
        lead=rf"(?<=\b(?:an?|some|what|only{GAP}a){GAP})(?:small|tiny|large|high|low|certain|good|significant|big|higher|lower){GAP}",
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
