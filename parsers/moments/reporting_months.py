"""The months that a report covers: "the nine months", "the first six months of 1995", "9M 2024"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Form, Length, Reporting, Same, Year
from parsers.mentions import Candidate, FigureReading, MomentReading
from parsers.moments.building import rule
from parsers.moments.lengths import DASH, length_figure
from parsers.moments.phrase import GAP, read_when
from parsers.moments.words import COUNTING, Pattern, led, month_of, number_of, unit_of, year_of
from parsers.rules import DIGIT, Hit, Rule

OWN_YEAR = rf"(?:(?:its|this|current){GAP})*+(?:fiscal|financial){GAP}year(?!\p{{L}})(?!{GAP}\d)"
"""The year that runs, which is a moment of its own ("the first nine months of the current fiscal year")."""


COUNT = rf"(?P<count><<count>>){DASH}"


SHARES, WEEKS = (3, 6, 9), range(12, 54)
"""How many months or weeks of a year are told of as "the nine months", "the 39 weeks"."""


def _amount_of(hit: Hit) -> tuple[FigureReading, ...]:
    """The length of time that stands in a hit, as a figure ("nine months"), if there is one."""
    said, unit = led(hit, "count"), unit_of(hit["unit"])
    value = number_of(said) if said else None
    if hit.lead is None or value is None or unit is None:
        return ()
    return (length_figure(hit, hit.lead.start("count"), value, unit),)


def _opens(hit: Hit) -> bool:
    """Whether weeks open a sentence of results ("For the nine weeks, sales rose")."""
    end = hit.match.end("unit")
    return hit.text[max(0, hit.start - 4) : hit.start] == "For " and hit.text[end : end + 2] == ", "


def _months(hit: Hit) -> Candidate | None:
    """As in "the nine months", "the first six months of 1990", "the year-earlier nine months"."""
    count, unit = number_of(led(hit, "count") or ""), unit_of(hit["unit"])
    if unit == "quarter" and count in (2, 3) and "first" in hit.text[hit.start : hit.match.start()].lower():
        count, unit = count * 3, "month"
    if count is None or unit not in ("month", "week") or not 1 <= count <= 60 or hit.lead is None:
        return None
    which = " ".join((led(hit, "which") or "").lower().split())
    said = (hit["whole"] or "year").lower()  # "of the year": that which the text is in, a moment of its own
    said = "year" if said.endswith(("fiscal year", "financial year")) else said
    whole = read_when(said) if said != "year" else None
    if whole is None and said != "year":
        return None
    form: Form
    if which == "first" and (
        whole is not None or (unit == "month" and count in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
    ):
        form = Reporting(int(count), unit, whole, begins=True, number=1)
    elif "year" in which or "same" in which or "corresponding" in which:
        form = Same(f"{count}{unit}", -1)
    elif which in ("", "first", "latest") and (
        count in (SHARES if unit == "month" else WEEKS) or (unit == "week" and count > 3 and _opens(hit))
    ):
        form = Same(f"{count}{unit}", 0)
    else:
        form = Length(count, unit)
    end = hit.end if whole is not None else hit.match.end("unit")
    moment = MomentReading(start=hit.start, end=end, form=form)
    return hit.candidate(
        end=end, moments=(moment,), figures=_amount_of(hit) if isinstance(form, Length) else ()
    )


def _through(hit: Hit) -> Form | None:
    """As in "Through September, sales were": the months of the year up to its end."""
    month = month_of(hit["month"])
    opens = OPENS.search(hit.text, max(0, hit.start - 3), hit.start) is not None
    if month is None or not opens or not hit.text[hit.start].isupper() or not 2 <= month <= 11:
        return None
    return Reporting(month, "month", None, begins=True, number=1)


OPENS = Pattern(r"(?r)(?:^|[.!?\n\u201d\"]\s*)\Z")


def _hyphened(hit: Hit) -> Candidate | None:
    """As in "nine-month net", "the six-month period": up to the end of the period that the text is in."""
    count = number_of(led(hit, "count") or "")
    if count not in (3, 6, 9) or hit.lead is None:
        return None
    form = Same(f"{count}month", -1 if led(hit, "which") else 0)
    start = hit.lead.start("which") if led(hit, "which") else hit.lead.start("count")
    return hit.candidate(start=start, moments=(MomentReading(start=start, end=hit.end, form=form),))


def _heading(hit: Hit) -> Candidate | None:
    """As in a line "Nine months" over what they came to."""
    count = number_of(led(hit, "count") or "")
    if count not in SHARES or unit_of(hit["unit"]) != "month":
        return None
    return hit.candidate(
        moments=(MomentReading(start=hit.start, end=hit.end, form=Same(f"{count}month", 0)),)
    )


def _half_year(_hit: Hit) -> Form:
    """As in "half-year profit": the half that the text reports, or the one that ended last."""
    return Same("half", 0, latest=True)


def _code(hit: Hit) -> Form | None:
    """The first months of a year: "9M 2024"."""
    year = year_of(hit["year"])
    return Reporting(int(hit["n"]), "month", Year(*year), number=1, begins=True) if year else None


NOT_OF_ANOTHER = (
    rf"(?!{GAP}(?:before|(?:leading|running){GAP}up{GAP}to|since|after|following){GAP}"
    rf"(?!(?:were|was|had|have|has|saw|brought|is|are)\b)\p{{L}})"
)
"""Not behind months that are told by what comes before or after ("the three months before Christmas")."""
MONTHS: tuple[Rule, ...] = (
    rule(
        "reporting.months",
        ("timeunits.many",),
        rf"(?P<unit><<timeunits.many>>)(?!\p{{L}})(?:{GAP}of{GAP}(?:the{GAP})?(?P<whole>(?:fiscal{GAP}(?:year{GAP})?)?<<any_year>>|<<relative_year>>|year|(?:year{GAP})?<<any_year>>|{OWN_YEAR}))?{NOT_OF_ANOTHER}",
        _months,
        lead=rf"(?<!\p{{L}})(?:the{GAP}(?=first)|the{GAP}|(?=first)|(?-i:Through){GAP})(?:(?P<which>first|latest|year-earlier|year-ago|same|corresponding|comparable|prior-year){GAP})?{COUNT}",
        needs_lead=True,
        before=COUNTING,
        examples=(
            ("for the nine months, net fell", "the nine months"),
            ("in the first six months of 1995 it paid", "the first six months of 1995"),
            ("sales through the first nine months of the year", "the first nine months"),
            ("Through nine months, profit rose", "Through nine months"),
        ),
        rejects=(
            "the next nine months",
            "nine months of talks",
            "trading in the three months before Christmas",
            "shipments in the six months leading up to the merger",
        ),
        rank=2,
    ),
    rule(
        "reporting.heading",
        ("timeunits.many", "timeunits.short"),
        r"(?P<unit><<timeunits.many|timeunits.short>>)(?=:?[^\S\n]*(?:\n|\Z))",
        _heading,
        lead=rf"(?<![^\n])(?P<count><<count>>){GAP}",
        needs_lead=True,
        before=COUNTING,
        examples=(
            ("Nine months\nNet $3 million", "Nine months"),
            ("Net $1 million\n\n6 Months:\n\nNet $3 million", "6 Months"),
            ("Nine mths\nNet $3 million", "Nine mths"),
        ),
        rejects=("It lasted\nnine months of talks", "Two months\nNet $3 million"),
        rank=2,
    ),
    rule(
        "reporting.through",
        ("calendar.month", "calendar.month_word", "calendar.short"),
        r"(?P<month><<month_name>>)(?=,[\s]|[\s](?:the|it|its|they|sales|revenues?|profits?|net|earnings|orders)\b)",
        _through,
        lead=rf"(?<!\p{{L}})through{GAP}",
        needs_lead=True,
        before=("through",),
        examples=(
            ("It fell. Through September, sales were flat", "Through September"),
            ("It fell. Through September the company earned", "Through September"),
        ),
        rejects=("it ran from June through August, it said", "It fell. Through May 2021, sales rose"),
        rank=2,
    ),
    rule(
        "reporting.half_year",
        ("fiscal.share",),
        rf"half[-\s\u00a0]year(?={GAP}(?:(?!to\b)\p{{Ll}}[\p{{Ll}}-]*+{GAP}){{0,2}}?(?:profits?|results?|reports?|statement|update|sales|revenues?|earnings|loss(?:es)?|figures|turnover|completions|output|net)(?!\p{{L}}))",
        _half_year,
        examples=(
            ("half-year profit rose", "half-year"),
            ("its half-year pre-tax profit rose", "half-year"),
        ),
        rejects=("a half-year delay", "for half a year sales fell"),
        rank=3,
    ),
    rule(
        "reporting.hyphened",
        ("timeunits.one",),
        rf"(?P<unit>month)(?={GAP}(?:\p{{Ll}}++{GAP})?(?:period|results?|net|profits?|earnings|income|loss(?:es)?|sales|revenues?)(?!\p{{L}}))",
        _hyphened,
        lead=rf"(?:(?P<which>year-earlier|year-ago|corresponding|comparable|prior-year){GAP})?(?<![\p{{L}}\p{{N}}])(?P<count><<count>>)-",
        needs_lead=True,
        before=COUNTING,
        examples=(
            ("its nine-month net fell", "nine-month"),
            ("in the six-month period it lost", "six-month"),
        ),
        rejects=("a nine-month talk", "a two-month period", "six-month bills"),
        rank=2,
    ),
    rule(
        "reporting.code",
        (DIGIT,),
        r"(?P<n>[369]|12)(?-i:M)(?:[\s\u00a0]?|[\s\u00a0]?FY[\s\u00a0]?)(?P<year>(?:19|20)[0-9]{2}|['\u2019]?[0-9]{2})(?![\p{L}\p{N}]|[.,]\d)",
        _code,
        near=("m",),
        digits=Digits(count=(1, 2), then="A"),
        examples=(("sales in 9M 2024 rose", "9M 2024"), ("the 6M24 results", "6M24")),
        rejects=("a 3M 2024GX filter", "a 5M 2024 loan"),
        rank=1,
    ),
)
