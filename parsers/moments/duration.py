"""Amounts of time with a number: "three years", "the next 12 months", "a 10-year bond", "90 mins"."""

from __future__ import annotations

from decimal import Decimal

from parsers.anchors import Digits
from parsers.forms import Form, Length, Reference
from parsers.mentions import Candidate, MomentReading
from parsers.moments.building import rule
from parsers.moments.lengths import (
    ABOUT,
    DASH,
    HYPHEN,
    KIND_WORDS,
    KINDS,
    OLD,
    SIDE,
    SIDES,
    SINGLE,
    TAIL,
    UNITS,
    length_figure,
    rank_of,
    side_of,
)
from parsers.moments.phrase import GAP
from parsers.moments.words import COUNTING, Pattern, led, number_of, unit_of
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule
from parsers.values import replace


def _counted(hit: Hit) -> Candidate | None:
    unit, low, high = unit_of(hit["unit"]), led(hit, "n"), led(hit, "m")
    if unit is None or not low or hit.lead is None:
        return None
    if unit in ("quarter", "half") and compiled(r"[\s\u00a0](?:of|full|as)\b").match(
        hit.text[hit.end : hit.end + 6]
    ):
        return None
    if unit == "second" and hit["unit"].lower() == "second" and not low[0].isdigit():
        return None
    first, last = number_of(low), number_of(high) if high else None
    if first is None or (high and last is None) or not _fits(low, hit):
        return None
    if last is not None and last < first:
        return None
    start = hit.lead.start("n")
    figure = length_figure(hit, start, first, unit, last)
    if OLD.match(hit.text, hit.end):
        return hit.candidate(start=start, end=hit.match.end("unit"), figures=(figure,))
    if not (first or last):  # "the next 0 weeks" are no time
        return hit.candidate(start=start, end=hit.match.end("unit"), figures=(figure,))
    form = Length(first, unit, last, side_of(hit))
    return hit.candidate(figures=(figure,), moments=(MomentReading(start=hit.start, end=hit.end, form=form),))


def _fits(number: str, hit: Hit) -> bool:
    """Refuse a year before a unit ("the 2016 month") and a singular after a bare plural number."""
    if (
        compiled(r"(?:19|20)\d\d").fullmatch(number)
        and "-" not in hit.text[hit.match.start() - 1 : hit.match.start()]
    ):
        return hit["unit"].lower().endswith("s") and bool(led(hit, "side") or led(hit, "about"))
    ago = SINCE.match(hit.text, hit.match.end("unit")) is not None
    return not (ago and hit["unit"].lower() in SINGLE and number[0].isdigit() and number != "1")


SINCE = Pattern(r" (?:ago|earlier)\b")


def _mixed(hit: Hit) -> Candidate | None:
    """As in "two years and six months", "a year and a half", "3 days, 4 hours and 5 minutes"."""
    said, unit = (led(hit, "n") or "").lower(), unit_of(hit["unit"])
    low = Decimal(1) if said in ("a", "an") else number_of(said)
    if unit is None or low is None or hit.lead is None:
        return None
    first = length_figure(hit, hit.lead.start("n"), low, unit, None)
    if hit["half"]:
        value = low + Decimal("0.5")
        whole = replace(first, end=hit.end, value=value, precision=None)
        form = Length(value, unit, None, side_of(hit))
        return hit.candidate(
            figures=(whole,), moments=(MomentReading(start=hit.start, end=hit.end, form=form),)
        )
    units = [unit_of(name) for name in hit.match.captures("unit2")]
    counts = [number_of(count) for count in hit.match.captures("n2")]
    more = tuple((count, name) for count, name in zip(counts, units, strict=True) if count and name)
    ranks = [rank_of(name) for name in (unit, *(name for _, name in more))]
    if len(more) < len(units) or said in ("a", "an") or ranks != sorted(set(ranks), reverse=True):
        return None
    form = Length(low, unit, None, side_of(hit), more=more)
    places = zip(hit.match.spans("n2"), hit.match.spans("unit2"), more, strict=True)
    parts = tuple(
        replace(first, start=start, end=end, value=count, unit=name)
        for (start, _), (_, end), (count, name) in places
    )
    return hit.candidate(
        figures=(first, *parts), moments=(MomentReading(start=hit.start, end=hit.end, form=form),)
    )


def _or_two(hit: Hit) -> Candidate | None:
    """As in "a year or two", "the next month or two"."""
    unit = unit_of(hit["unit"])
    if unit is None or hit.lead is None:
        return None
    said = hit.lead["n"]
    start = hit.lead.start("n") if said.lower() in ("a", "an", "one") else hit.match.start("unit")
    figure = replace(length_figure(hit, start, Decimal(1), unit, Decimal(2)), end=hit.end)
    form: Form = Length(Decimal(1), unit, Decimal(2), SIDES.get(said.lower()))
    if hit.text[max(0, hit.lead.start("n") - 4) : hit.lead.start("n")].lower() in ("in ", " in "):
        form = Reference("FUTURE_REF")  # "in a year or two"
    return hit.candidate(
        start=hit.lead.start("n"),
        figures=(figure,),
        moments=(MomentReading(start=hit.lead.start("n"), end=hit.end, form=form),),
    )


def _short(hit: Hit) -> Candidate | None:
    value, unit = number_of(hit["n"]), unit_of(hit["unit"])
    last = number_of(hit["m"]) if hit["m"] else None
    if YEAR.fullmatch(hit["n"] or "") and unit in ("year", "quarter", "half", "month"):
        return None  # "1986 qtr": the one of that year
    if value is None or unit is None or (last is not None and last < value):
        return None
    start, end = hit.match.start(), hit.match.end("unit")
    if compiled(r"(?r)\d[-\u2013]").match(hit.text, max(0, start - 2), start):
        return None  # the end of what goes down: "40-25 min"
    figure = length_figure(hit, start, value, unit, last)
    return hit.candidate(
        figures=(figure,), moments=(MomentReading(start=start, end=end, form=Length(value, unit, last)),)
    )


YEAR = Pattern(r"(?:19|20)\d\d")


def _hanging(hit: Hit) -> Candidate | None:
    """A number whose unit stands behind the last of several: "two-, five- and 10-year notes"."""
    value, unit = number_of(hit["n"]), unit_of(hit["unit"])
    if value is None or unit is None:
        return None
    figure = replace(length_figure(hit, hit.start, value, unit), end=hit.end)
    form = Length(value, unit, None)
    return hit.candidate(figures=(figure,), moments=(MomentReading(start=hit.start, end=hit.end, form=form),))


_UNIT = r"(?P<unit><<unit>>)(?!\p{L})"


RULES: tuple[Rule, ...] = (
    rule(
        "duration.counted",
        UNITS,
        _UNIT + TAIL,
        _counted,
        lead=rf"{ABOUT}{SIDE}{ABOUT}(?P<n><<count>>)(?:(?:{GAP}(?:to|or|and){GAP}|[-\u2013]to-|(?<=[0-9]){GAP}?[-\u2013\u2014]{GAP}?)(?P<m><<count>>))?{GAP}{KINDS}",
        needs_lead=True,
        before=(*COUNTING, *KIND_WORDS),
        examples=(
            ("it spent three years in court", "three years"),
            ("over the next five years it wants", "the next five years"),
            ("after more than two weeks of talks", "more than two weeks"),
            ("within 12 to 18 months of that", "12 to 18 months"),
            ("it closed, and three months passed", "three months"),
        ),
        rejects=("three quarters of the staff", "the 2016 month", "in its second year", "a boy of 5"),
    ),
    rule(
        "duration.hyphened",
        UNITS,
        _UNIT + TAIL,
        _counted,
        lead=rf"{ABOUT}{SIDE}(?P<n><<count>>)(?:(?:-(?:to|or)-|-?{GAP}to{GAP}|(?<=[0-9])-)(?P<m><<count>>))?{HYPHEN}{KINDS}",
        needs_lead=True,
        before=(*COUNTING, *KIND_WORDS),
        examples=(
            ("a 12-month plan", "12-month"),
            ("a three- to five-year plan", "three- to five-year"),
            ("and two-year notes fell", "two-year"),
        ),
        rejects=("a third-quarter loss", "the mid-year report"),
        rank=1,
    ),
    rule(
        "duration.hanging",
        (DIGIT, "numbers.unit", "numbers.teen", "numbers.tens"),
        rf"(?P<n><<count>>)(?=-(?:,{GAP}|,?{GAP}(?:and|or){GAP})(?:<<count>>-(?:,{GAP}|,?{GAP}(?:and|or|to){GAP})){{0,4}}"
        rf"<<count>>-(?P<unit><<timeunits.one>>)(?!\p{{L}}))",
        _hanging,
        near=("timeunits.one",),
        digits=Digits(count=(1, 2, 3), then="-"),
        examples=(("it sold two-, five- and 10-year notes", "two"), ("5- or 7-year loans", "5")),
        rejects=("it has 3- and 5-person teams", "it sold 5 and 10-year notes"),
        rank=1,
    ),
    rule(
        "duration.mixed",
        UNITS,
        rf"{_UNIT}(?:(?P<half>{GAP}and{GAP}a{GAP}half(?!\p{{L}}))"
        rf"|(?:(?:,?{GAP}and{GAP}|,{GAP}|{GAP})(?P<n2><<count>>)[\s\u00a0](?P<unit2><<unit>>)(?!\p{{L}})){{1,3}})",
        _mixed,
        peek=(
            rf"\p{{L}}[\p{{L}}\s\u00a0-]{{0,24}}?(?:,?{GAP}and{GAP}|,{GAP}|{GAP})"
            r"(?:[0-9]|half|a[\s\u00a0-](?:half|hundred|thousand|dozen|million)|and|(?:one[\s\u00a0-])?half|<<count_word>>)"
        ),
        lead=rf"{ABOUT}{SIDE}{ABOUT}(?:(?<!\p{{L}})(?P<n>an?)|(?P<n><<count>>)){DASH}{KINDS}",
        needs_lead=True,
        before=(*COUNTING, *KIND_WORDS),
        examples=(
            ("it took a year and a half to build", "a year and a half"),
            ("served two years and six months there", "two years and six months"),
        ),
        rejects=("two years and a thousand dollars",),
    ),
    rule(
        "duration.or_two",
        UNITS,
        rf"{_UNIT}{GAP}or{GAP}two(?![\p{{L}}-])",
        _or_two,
        lead=rf"(?<!\p{{L}})(?P<n>an?|one|next|coming|last|past){GAP}",
        needs_lead=True,
        near=("or",),
        rank=1,
        examples=(
            ("it took a year or two to build", "a year or two"),
            ("the next month or two", "next month or two"),
        ),
        rejects=("in one year or 18 months", "the year or two of the"),
    ),
    rule(
        "duration.short",
        (DIGIT,),
        rf"(?P<n>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?)(?:(?:{GAP}?[-\u2013\u2014]{GAP}?|{GAP}to{GAP})"
        r"(?P<m>[0-9]{1,4}(?:\.[0-9]{1,2})?))?(?:[\s\u00a0-]?)(?P<unit><<timeunits.short>>)(?![\p{L}\p{N}])\.?",
        _short,
        near=("timeunits.short",),
        digits=Digits(count=(1, 2, 3, 4), then=". -Aa\u2013\u2014"),
        examples=(("it ran for 90 mins there", "90 mins"), ("it takes 25 \u2013 40min", "25 \u2013 40min")),
        rejects=("90 minks", "no 90", "heated for 40-25 min"),
        rank=1,
    ),
)
