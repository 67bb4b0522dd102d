"""The months that a company reports on: "the quarter ended June 30", "the nine months to September"."""

from __future__ import annotations

from parsers.forms import Day, Form, Month, Nth, Relative, Reporting, Weekday, Year
from parsers.mentions import Candidate, MomentReading
from parsers.moments.building import dated, rule
from parsers.moments.fiscal import FISCAL
from parsers.moments.lengths import UNITS
from parsers.moments.phrase import GAP, When
from parsers.moments.ranges import goes_on_to
from parsers.moments.reporting_months import COUNT, MONTHS
from parsers.moments.words import (
    COUNTING,
    Pattern,
    entry,
    led,
    month_of,
    number_of,
    small_of,
    unit_of,
    year_of,
)
from parsers.patterns import compiled
from parsers.rules import Hit, Rule
from parsers.values import replace

SIZES = {
    "quarter": (3, "month"),
    "half": (6, "month"),
    "year": (12, "month"),
    "month": (1, "month"),
    "week": (1, "week"),
}


def _ended(hit: Hit, when: When | None) -> Candidate | None:
    if hit["of"] and hit["verb"].lower() not in STRONG:
        return None  # "rose in the second quarter of 2023 to June's level"
    if when is not None and isinstance(when.form, Weekday) and "," in hit.match[0]:
        return None  # "The stock, down 38% this year, ended Thursday at $11.20"
    if hit.text[max(0, hit.start - 5) : hit.start].lower() == "this " and hit["verb"].lower() not in STRONG:
        return None  # "up 17% so far this year up to February 2"
    coming = hit.text[max(0, hit.start - 5) : hit.start].lower() == "next " and "," in hit.match[0]
    form = _reporting(hit, _sided(hit.text, when)) if when is not None and not coming else None
    if form is None or form.end is None or hit.lead is None or when is None:
        return None
    if hit["verb"].lower() == "from" and goes_on_to(hit.text, when.end):
        return None  # "in the five months from 3 August to 24 December"
    whole = when.end
    if isinstance(when.form, Day | Month) and when.form.year is None and hit["verb"].lower() in STRONG:
        # "the year ended March 31": TIMEX3 has two times here, and the second anchors the first.
        whole = hit.match.end(next(name for name in ("of", "period", "unit") if hit[name]))
    readings = [MomentReading(start=hit.start, end=whole, form=form)]
    if not isinstance(when.form, Month) or when.form.year is not None or whole < when.end:
        readings.append(MomentReading(start=when.start, end=when.end, form=form.end))
    return hit.candidate(end=when.end, moments=tuple(readings))


def _code_ended(hit: Hit, when: When | None) -> Candidate | None:
    """As in "Q2 ended December 31, 2024"."""
    if when is None or hit["verb"].lower() not in STRONG or not isinstance(when.form, Day | Month):
        return None
    quarter = hit["k"] == "Q"
    number, parts, size = int(hit["n"]), 4 if quarter else 2, 3 if quarter else 6
    over = hit["verb"].lower().startswith("ended")
    form = Reporting(size, "month", _sided(hit.text, when), number, parts, False, False, over)
    if number > parts or form.end is None:
        return None
    whole = hit.match.end("n") if when.form.year is None else when.end
    readings = [MomentReading(start=hit.start, end=whole, form=form)]
    if not isinstance(when.form, Month) or whole < when.end:
        readings.append(MomentReading(start=when.start, end=when.end, form=form.end))
    return hit.candidate(end=when.end, moments=tuple(readings))


def _sided(text: str, when: When) -> Form:
    """The end of a time, in the year that "next" or "last" before it means ("the year ending next March")."""
    form = when.form
    if not isinstance(form, Month | Day) or form.year is not None:
        return form
    said = text[max(0, when.start - 5) : when.start].lower()
    side = {"next ": 1, "this ": 0, "last ": -1}.get(said.replace("\u00a0", " ").replace("\n", " "))
    just = side == -1 and isinstance(form, Day)  # "the week ended last March 5" may have been this month's
    return form if side is None or just else replace(form, year=Relative("month", side))


def _reporting(hit: Hit, end: Form) -> Reporting | None:
    verb = entry("fiscal.verb", hit["verb"])
    if verb is None:
        return None
    weekly = isinstance(end, Weekday) and hit["unit"].lower() == "week"
    if hit["verb"].lower() not in STRONG and not isinstance(end, Month | Day) and not weekly:
        return None
    year = hit["unit"].lower() == "fiscal"
    unit = unit_of(hit["unit"]) or ("half" if "half" in hit["unit"].lower() else "year" if year else "period")
    said = led(hit, "count")
    count = number_of(said) if said else None
    begins, fiscal = bool(verb.get("begins")), bool(led(hit, "fiscal"))
    over = hit["verb"].lower().startswith("ended")
    if unit in ("month", "week", "day"):
        if unit != "month" and begins:
            return None
        if count is None and unit != "day" and not led(hit, "n"):
            return Reporting(1, unit, end, begins=begins)
        if count is None or not 1 <= count <= 120:
            return None
        return Reporting(int(count), unit, end, begins=begins, fiscal=fiscal, over=over)
    if unit not in SIZES or said:
        return None
    size, base = SIZES[unit]
    number = small_of(led(hit, "n") or "")
    parts = {"quarter": 4, "half": 2, "year": 1}.get(unit)
    if parts == 1 and PRICES.search(hit.text, max(0, hit.start - PRICES_BEFORE), hit.start) is not None:
        parts = None  # "inflation was 4% in the year to September": no company's year
    if number is not None and parts in (None, 1):
        return None
    if number == -1 and parts:
        number = parts
    return Reporting(size, base, end, number, parts, begins, fiscal, over)


PRICES_BEFORE = 64
PRICES = Pattern(
    r"(?ri)\b(?:inflation|CPI|consumer prices?|house prices?|home prices?|rents|wages|exports"
    r"|imports|retail sales|(?:the|its) economy|unemployment|industrial (?:output|production))\b"
    r"(?:[^.;\n]|\.\d)*\Z"
)
"""Before twelve months over which a price or a wage has changed."""
STRONG = {
    "ended",
    "ending",
    "that ended",
    "which ended",
    "ends",
    "ended on",
    "ended in",
    "beginning",
    "starting",
    "commencing",
    "began",
    "that began",
}


def _named(hit: Hit) -> Form | None:
    """As in "the September quarter": three months to the end of it."""
    month = month_of(led(hit, "month"))
    if compiled(r"[\s\u00a0]of\b|-\p{L}").match(hit.text[hit.end : hit.end + 4]):
        return None
    found = entry("fiscal.share", hit["share"])
    if month is None or found is None:
        return None
    said = led(hit, "year") or hit["year"]
    year = year_of(said) if said else None
    parts = int(found.get("parts"))
    return Reporting(12 // parts, "month", Month(Year(*year) if year else None, month), parts=parts)


def _commencing(hit: Hit, when: When | None) -> Form | None:
    """As in "the week beginning 4 February", "3 days starting next Monday"."""
    unit, said = unit_of(hit["unit"]), led(hit, "count")
    count = number_of(said) if said else None
    if unit is None or when is None or (said and count is None):
        return None
    begins = not compiled("(?i)end").match(hit["verb"])
    return Reporting(int(count) if count else 1, unit, when.form, begins=begins)


def _learned(hit: Hit, when: When | None) -> Candidate | None:
    """The day that closes (or opens) the company's year: "the fiscal year ends in March"."""
    verb = entry("fiscal.verb", hit["verb"])
    if when is None or verb is None or not isinstance(when.form, Month | Day):
        return None
    form = Reporting(12, "month", when.form, parts=1, begins=bool(verb.get("begins")), fiscal=True)
    return hit.candidate(
        end=when.end,
        moments=(
            MomentReading(start=hit.start, end=hit.match.end("name"), form=form),
            MomentReading(start=when.start, end=when.end, form=when.form),
        ),
    )


def _week_of(_hit: Hit, when: When | None) -> Form | None:
    return Nth(1, "week", when.form) if when is not None and isinstance(when.form, Day) else None


OF_ITS_YEAR = rf"(?:{GAP}of)?{GAP}<<any_year>>"
"""Behind a quarter whose end is told: its year ("the first quarter of 2024, which ended on December 28")."""
_ON = (
    rf"(?:{GAP}(?:on|in|at{GAP}the{GAP}end{GAP}of)(?!\p{{L}}))?{GAP}"
    rf"(?:the{GAP}(?=\d)|(?:last|next|this){GAP}(?=<<month_name>>)|end[\s\u00a0-](?:of{GAP})?|the{GAP}end{GAP}of{GAP})?"
)

RULES: tuple[Rule, ...] = (
    rule(
        "reporting.ended",
        (*UNITS, "fiscal.share", "fiscal.word"),
        rf"(?P<unit><<unit>>|half|fiscal(?={GAP}ended))(?:{GAP}(?P<period>period))?(?P<of>{OF_ITS_YEAR})?(?:,?{GAP}|{GAP}?\()(?P<verb><<fiscal.verb>>)(?!\p{{L}})",
        dated(_ON, _ended),
        lead=(
            rf"(?:(?<!\p{{L}})(?:the|its){GAP})?(?:(?<![\p{{L}}\d])(?:{FISCAL}{GAP})?<<year4>>{GAP}(?=(?:fiscal{GAP})?<<ordinal_word>>))?(?:(?:full|latest|most{GAP}recent|previous|same){GAP})?(?:(?<!\p{{L}})(?P<fiscal>fiscal|financial){GAP})?"
            rf"(?:(?<![\p{{L}}\p{{N}}])(?P<n><<ordinal_word>>)(?:{GAP}|-))?(?:(?<!\p{{L}})(?P<fiscal>fiscal|financial){GAP})?(?:{COUNT})?"
        ),
        examples=(
            (
                "sales for the second quarter ended September 30, 2021, rose",
                "the second quarter ended September 30, 2021",
            ),
            ("in the nine months to June it lost", "the nine months to June"),
            ("the 13 weeks to 29 June 2019 were", "the 13 weeks to 29 June 2019"),
            ("its profit in the fiscal year ended Jan. 31 fell", "the fiscal year ended Jan. 31"),
            ("a loss in the fiscal ended March 2019 of", "the fiscal ended March 2019"),
        ),
        rejects=(
            "the year ended badly",
            "a week to remember",
            "the quarter to quarter change",
            "it, due to stop next year, ended badly",
        ),
        rank=2,
    ),
    rule(
        "reporting.code_ended",
        ("fiscal.code",),
        rf"(?P<k>(?-i:[QH]))(?P<n>[1-4]),?{GAP}(?:which{GAP}|that{GAP})?(?P<verb><<fiscal.verb>>)(?!\p{{L}})",
        dated(_ON, _code_ended),
        lead=r"(?<![\p{L}\p{N}])",
        examples=(
            ("results for its Q2 ended December 31, 2024 were", "Q2 ended December 31, 2024"),
            ("profit in Q3 ended Dec. 31 fell", "Q3 ended Dec. 31"),
        ),
        rejects=("Q2 ended well", "Q4 to June"),
        rank=2,
    ),
    *MONTHS,
    rule(
        "reporting.named",
        ("fiscal.share",),
        rf"(?P<share><<fiscal.share>>)(?!\p{{L}})(?:{GAP}(?:of{GAP})?(?P<year><<year4>>))?",
        _named,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?(?:<<month_name>>[-\u2013])?(?P<month><<month_name>>)(?:{GAP}|-)(?:(?P<year><<year4>>){GAP})?",
        needs_lead=True,
        before=("calendar.month", "calendar.month_word", "calendar.short"),
        examples=(
            ("sales for the September quarter rose", "the September quarter"),
            ("the June 2021 half was weak", "the June 2021 half"),
        ),
        rejects=("in June half of them left",),
        rank=2,
    ),
    rule(
        "reporting.commencing",
        UNITS,
        rf"(?P<unit><<unit>>)(?!\p{{L}}),?{GAP}(?P<verb>beginning|commencing|starting|(?<=,{GAP})from|ending)(?!\p{{L}})",
        dated(rf"(?:{GAP}(?:on|from))?{GAP}", _commencing),
        lead=rf"(?:(?<!\p{{L}})(?:for{GAP})?(?:the|an?){GAP}(?:{COUNT})?|{COUNT})",
        needs_lead=True,
        before=("the", *COUNTING),
        examples=(("the week beginning 4 February is full", "the week beginning 4 February"),),
        rejects=("the week beginning badly", "the weeks from hell"),
        rank=1,
    ),
    rule(
        "reporting.year_ends",
        ("fiscal.word",),
        rf"(?P<name>(?:fiscal|financial){GAP}year)(?:,?{GAP}which|{GAP}that)?{GAP}(?P<verb>ends|begins|starts|runs{GAP}from)(?!\p{{L}})",
        dated(_ON, _learned),
        lead=rf"(?:(?<!\p{{L}})(?:the|its){GAP})?",
        examples=(("its fiscal year ends in March, it said", "its fiscal year ends in March"),),
        rejects=("the fiscal year ends badly",),
        rank=2,
    ),
    rule(
        "reporting.week_of",
        ("timeunits.one",),
        rf"week{GAP}of(?!\p{{L}})",
        dated(rf"{GAP}(?:the{GAP})?", _week_of),
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(("in the week of Nov. 18 it fell", "the week of Nov. 18"),),
        rejects=("a week of talks", "the first week of May"),
        rank=1,
    ),
)
