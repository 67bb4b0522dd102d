"""Fiscal years, ends of periods, and the year of a quarter: "fiscal 2024", "year-end", "FY25"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import FiscalYear, Form, Part, Relative, ToDate, WholeYear, Year
from parsers.moments.around import framed
from parsers.moments.building import rule
from parsers.moments.lengths import ABOUT
from parsers.moments.phrase import GAP, relative_year
from parsers.moments.words import Pattern, entry, led, year_of
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule

ALONE = (
    r"(?=[.,;:)]|\Z|[\s\u00a0](?:and|as|against|because|but|by|compared|due|ended|from|had|has|is|on|or|that|to|was"
    r"|when|which|while|will|would)(?!\p{L}))"
)
"""Behind "fiscal" that is a year without the word ("in the same quarter of last fiscal")."""
FISCAL = rf"(?:fiscal(?:{GAP}year)?|financial{GAP}year|FY)"

SHORT_YEAR = r"[ \u00a0](?P<year>[0-3][0-9])(?=[;.)](?:\s|\Z)|\n|\Z)"
"""Two figures behind a code, where nothing else can be told by them ("growth in Q4 25; it expects")."""
YEAR_OF_SHARE = (
    rf"(?:(?P<fy>{FISCAL}[\s\u00a0]?)?(?P<year><<any_year>>)(?:[-/][0-9]{{2,4}})?(?![\d,]\d)"
    r"|(?P<fy>FY[\s\u00a0]?)(?P<year>[0-9]{2})(?!\d)"
    rf"|(?P<whose>(?:its{GAP}|the{GAP})?(?:<<relative_year>>|last{GAP}fiscal)|the{GAP}year)(?:'s|\u2019s)?)"
)


def year_of_share(hit: Hit) -> tuple[Form | None, bool]:
    """The year that a quarter or half belongs to, and whether it is called fiscal."""
    groups = {
        **(hit.lead.groupdict() if hit.lead else {}),
        **{k: v for k, v in hit.match.groupdict().items() if v},
    }
    fiscal = bool(groups.get("fy") or groups.get("fiscal") or groups.get("fiscal2"))
    year, whose, ago = groups.get("year"), groups.get("whose"), groups.get("ago") or ""
    if whose and whose.lower().endswith((" ago", " earlier", " before")):
        whose, ago = None, whose
    if year:
        found = year_of(year)
        return (Year(*found) if found else None), fiscal
    if whose:
        said = compiled(r"(?i)^(?:its|the)\s+|['\u2019]s$").sub("", whose)
        fiscal = fiscal or bool(compiled(r"(?i)fiscal|financial").search(said))
        return (Relative("year", 0) if said.lower() == "year" else relative_year(said)), fiscal
    if ago:
        return Relative("year", -1, base="now" if "last" in ago.lower() else "ago"), fiscal
    return None, fiscal


IN_NAME = Pattern(r"(?r)[\p{L}\p{N}_$/.-]")


def _fiscal_year(hit: Hit) -> Form | None:
    found = year_of(hit["year"])
    if found is None or IN_NAME.match(hit.text, max(0, hit.start - 1), hit.start):
        return None
    number = found[0]
    span = hit["span"]
    if span:
        last = int(span)
        number = last if last > 1000 else number - number % 100 + last + (100 if last < number % 100 else 0)
    if hit.match[0].startswith("CY"):
        return Year(number)
    return framed(FiscalYear(number, span=bool(span)), hit)


def _relative_fiscal(hit: Hit) -> Form | None:
    said = (led(hit, "which") or "").lower()
    if hit.match[0].lower() == "fiscal" and not said:
        return None  # "the fiscal, and the trade gap"
    if not said:
        return framed(FiscalYear(offset=0), hit)
    word = said.split()[-1]
    offset = {
        "last": -1,
        "latest": -1,
        "recent": -1,
        "next": 1,
        "coming": 1,
        "previous": -1,
        "prior": -1,
    }.get(word, 0)
    return framed(FiscalYear(offset=offset), hit)


def _full_year(hit: Hit) -> Form | None:
    year, fiscal = year_of_share(hit)
    if year is None:
        return None
    return FiscalYear(year.year) if fiscal and isinstance(year, Year) else year


def _whole_year(hit: Hit) -> Form | None:
    if hit.match[0][4] != "-" and MEASURED.match(hit.text, hit.end) is None:
        return None  # "after a full year of sales"
    if EXPECTED.search(hit.text, max(0, hit.start - 20), hit.start) is not None:
        return None
    an = AN.search(hit.text, max(0, hit.start - 4), hit.start) is not None
    return WholeYear() if not an or OF_RESULTS.match(hit.text, hit.end) is not None else None


def _annual(hit: Hit) -> Form | None:
    if FORESEEN.match(hit.text, hit.end) is not None:
        return WholeYear() if OF_ITS_OWN.search(hit.text, max(0, hit.start - 8), hit.start) else None
    told = TOLD.search(hit.text, max(0, hit.start - TOLD_BEFORE), hit.start) is not None
    return WholeYear(ended=True) if told or MOVED.match(hit.text, hit.end) is not None else None


RESULT = (
    rf"(?:{GAP}(?:pre-?tax|net|operating|underlying|gross|trading)){{0,2}}"
    rf"{GAP}(?:profits?|loss(?:es)?|earnings)"
)
OUTLOOK = (
    rf"(?:{GAP}(?:profit|earnings|sales|revenue|income|production|output|delivery|growth|financial)){{0,2}}"
    rf"{GAP}(?:forecasts?|outlook|guidance|targets?|estimates?)"
)
FORESEEN = Pattern(rf"(?i){OUTLOOK}(?!\p{{L}})")
OF_ITS_OWN = Pattern(r"(?ri)\b(?:its|their|the|full) \Z")
"""Around "annual": that a company says what its year will be ("cut its annual forecast")."""
MEASURED = Pattern(
    rf"(?i)(?:{GAP}(?!(?:for|in|of|on|to)(?!\p{{L}}))[\p{{L}}-]++){{0,3}}?{GAP}<<metrics.noun>>(?!\p{{L}})"
)
"""Behind "full year": what was measured over it ("full year operating revenues")."""
TOLD_BEFORE = 40
TOLD = Pattern(
    r"(?ri)\b(?:(?:rise|fall|drop|jump|increase|decrease|decline|slump|surge|dip|growth|leap|slide|gain) in"
    r"|(?:reported|posted|announced|unveiled|made|saw|seen|recorded)"
    r"(?:(?: \p{L}++){0,2}|(?: an?)? [\p{L}]++[ -]than[ -]\p{L}++))"
    r"(?: (?:its|their|the|an?))?[\s\u00a0]\Z"
)
"""Before "annual": that the results of a year are told ("a 5% rise in annual profits")."""
MOVED = Pattern(
    rf"(?i){RESULT}{GAP}(?:(?:have|has|had){GAP})?(?:rose|risen|fell|fallen|jump(?:ed)?|climb(?:ed)?"
    r"|drop(?:ped)?|slump(?:ed)?|soar(?:ed)?|surged?|sl[iu]d|tumbled?|grew|grown|fall|rise|doubled?)(?!\p{L})"
)
"""Behind it: the same ("saw annual profits fall")."""


EXPECTED = Pattern(
    r"(?ri)\b(?:an?|its|our|the|their|was|were|with)[\s\u00a0](?:expected|forecast|projected)[\s\u00a0]\Z"
)
"""Before a year that is not yet over ("the expected full-year total")."""
AN = Pattern(r"(?ri)(?<!\p{L})an?[\s\u00a0]\Z")
OF_RESULTS = Pattern(r"(?i)(?:[\s\u00a0][\p{L}-]++){0,2}?[\s\u00a0]<<metrics.noun>>(?!\p{L})")
"""Behind "a full-year": what is told of a year ("a full-year operating loss")."""


def _end(hit: Hit) -> Form | None:
    unit = "quarter" if "uarter" in hit.match[0] else "month" if "onth" in hit.match[0] else "year"
    year, fiscal = year_of_share(hit)
    whole: Form = year if year is not None else Relative(unit, 0)
    if fiscal or led(hit, "fiscal"):
        whole = FiscalYear(year.year) if isinstance(year, Year) else FiscalYear(offset=0)
    return Part("LAST", whole)


def _middle(hit: Hit) -> Form | None:
    year, _fiscal = year_of_share(hit)
    return Part("MID", year if year is not None else Relative("year", 0))


def _to_date(hit: Hit) -> Form | None:
    found = entry("fiscal.todate", hit.match[0])
    return ToDate(str(found.get("unit"))) if found else None


RULES: tuple[Rule, ...] = (
    rule(
        "fiscal.year",
        ("fiscal.word", "fiscal.year"),
        rf"(?:(?i:fiscal(?:[\s\u00a0-]year)?|(?:financial|business){GAP}year)[\s\u00a0]{{1,2}}(?:ended{GAP})?|(?-i:FY|CY)[\s\u00a0-]?)(?P<year><<any_year>>|(?<=FY|FY[\s\u00a0]|CY)[0-9]{{2}})(?:[-/\u2013](?P<span>[0-9]{{4}}|[0-9]{{2}}))?(?-i:[EFA])?(?![\p{{L}}\d]|[.,]\d)",
        _fiscal_year,
        lead="<<before>>",
        examples=(
            ("sales in fiscal 2024 rose", "fiscal 2024"),
            ("its FY25 outlook", "FY25"),
            ("by the end of financial year 2023-24", "the end of financial year 2023-24"),
        ),
        rejects=("a fiscal 20 percent", "code XFY25"),
        rank=1,
    ),
    rule(
        "fiscal.relative",
        ("fiscal.word",),
        rf"(?i:fiscal|financial|business){GAP}year(?!\p{{L}})(?![\s\u00a0](?:\d|ended|ending))|(?i:fiscal){ALONE}",
        _relative_fiscal,
        lead=rf"<<before>>(?:(?<!\p{{L}})(?P<which>(?:the{GAP})?(?:last|latest|most{GAP}recent|next|coming|current|previous|prior|this)){GAP}|(?<!\p{{L}})the{GAP}(?:(?:full|whole){GAP})?(?:[0-9]{{4}}{GAP})?)",
        needs_lead=True,
        before=(
            *("last", "latest", "recent", "next", "coming", "current", "previous", "prior", "this"),
            *("the", "full", "whole"),
        ),
        examples=(
            ("in the latest fiscal year it lost", "the latest fiscal year"),
            ("this fiscal year it will", "this fiscal year"),
            ("grew 6% last fiscal, it said", "last fiscal"),
            ("it plans four this business year", "this business year"),
        ),
        rejects=(
            "a fiscal year that ended badly",
            "a fiscal yearbook",
            "this fiscal policy",
            "the last fiscal gap",
        ),
        rank=1,
    ),
    rule(
        "fiscal.year_before",
        (DIGIT,),
        r"(?P<year><<year4>>)(?:[-/\u2013](?P<span>[0-9]{4}|[0-9]{2}))?[\s\u00a0-](?:fiscal|financial|business)[\s\u00a0-]year(?!\p{L})",
        _fiscal_year,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        near=("fiscal", "financial", "business"),
        digits=Digits(count=(4,), then=" -/\u2013"),
        examples=(("the 2021 fiscal year was good", "the 2021 fiscal year"),),
        rejects=("2021 fiscal yearbooks",),
        rank=1,
    ),
    rule(
        "fiscal.full_year",
        ("fiscal.full",),
        rf"(?i:full[\s\u00a0-]year){GAP}{YEAR_OF_SHARE}(?!\p{{L}})",
        _full_year,
        examples=(("its full-year 2024 outlook", "full-year 2024"),),
        rejects=("full-year profit", "a full year later"),
        rank=1,
    ),
    rule(
        "fiscal.whole_year",
        ("fiscal.full",),
        rf"(?i:full-year)(?={GAP}\p{{L}}|(?<=for the full-year),)"
        rf"|(?i:full year)(?={GAP}\p{{L}})",
        _whole_year,
        examples=(
            ("it raised its full-year profit forecast", "full-year"),
            ("it had a full-year net loss", "full-year"),
            ("and for the full-year, it had", "full-year"),
            ("it saw full year pre-tax profits rise", "full year"),
        ),
        rejects=("its full-year 2024 outlook", "a full year later", "a full-year course"),
        rank=1,
    ),
    rule(
        "fiscal.annual",
        ("fiscal.annual",),
        rf"(?i:annual)(?=(?:{RESULT}|{OUTLOOK})(?!\p{{L}}))",
        _annual,
        examples=(
            ("it reported a 5% rise in annual profits to $3m", "annual"),
            ("it has seen annual pre-tax profits climb", "annual"),
            ("it posted an annual loss of $5m", "annual"),
            ("it posted larger than expected annual profits", "annual"),
            ("it cut its annual profit forecast", "annual"),
        ),
        rejects=(
            "it yields $5m in annual earnings",
            "the restatement of annual earnings",
            "its annual meeting",
        ),
        rank=1,
    ),
    rule(
        "fiscal.end",
        ("fiscal.end",),
        rf"<<fiscal.end>>(?!\p{{L}})(?:{GAP}(?:of{GAP})?{YEAR_OF_SHARE})?",
        _end,
        lead=rf"{ABOUT}(?:(?<!\p{{L}})the{GAP})?(?:(?P<fiscal>fiscal|financial){GAP})?(?:(?P<year><<year4>>){GAP})?",
        examples=(
            ("by year-end it hopes", "year-end"),
            ("debt at year-end 2023 was", "year-end 2023"),
            ("around year end it will", "around year end"),
        ),
        rejects=("the year ended badly",),
        rank=1,
    ),
    rule(
        "fiscal.middle",
        ("fiscal.middle",),
        rf"<<fiscal.middle>>(?!\p{{L}})(?:{GAP}{YEAR_OF_SHARE})?",
        _middle,
        examples=(("it opens by mid-year in Nice", "mid-year"),),
        rejects=("a mid-yearling",),
        rank=1,
    ),
    rule(
        "fiscal.to_date",
        ("fiscal.todate",),
        r"<<fiscal.todate>>(?!\p{L})",
        _to_date,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(("it fell 5 percent year to date, he said", "year to date"),),
        rejects=("a year to dateline",),
        rank=1,
    ),
)
