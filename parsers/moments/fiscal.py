"""Quarters, halves and fiscal years: "the third quarter of 2024", "Q3 FY25", "1H25", "fiscal 2024"."""

from __future__ import annotations

import regex

from parsers.forms import FiscalYear, Form, Part, Relative, Same, Share, ToDate, Year
from parsers.mentions import Candidate, MomentReading
from parsers.moments.calendar import AROUND, DETERMINED, framed
from parsers.moments.duration import ABOUT
from parsers.moments.phrase import GAP, When, relative_year
from parsers.moments.building import dated, rule
from parsers.moments.words import entry, led, small_of, year_of
from parsers.rules import DIGIT, Hit, Rule

FISCAL = rf"(?:fiscal(?:{GAP}year)?|financial{GAP}year|FY)"
_YEAR = rf"(?:(?P<fy>{FISCAL}[\s\u00a0]?)?(?P<year><<any_year>>)(?:[-/][0-9]{{2,4}})?(?![\d,]\d)|(?P<fy>FY[\s\u00a0]?)(?P<year>[0-9]{{2}})(?!\d)|(?P<whose>(?:its{GAP}|the{GAP})?(?:<<relative_year>>|last{GAP}fiscal)|the{GAP}year)(?:'s|\u2019s)?)"
OF_YEAR = rf"(?:(?:{GAP}(?:of|in|for)|,)?{GAP}(?:the{GAP})?{_YEAR})?(?!\p{{L}})"
NOT_QUARTER = regex.compile(
    r"[\s\u00a0-]{0,2}(?:century|hour|dozen|decade|day|point|percentage|mile|pound|finals?|back|horse|of[\s\u00a0]an?[\s\u00a0](?:century|percent|point))\b",
    regex.I,
)
AGO = rf"(?:,?{GAP}(?P<ago>a{GAP}year{GAP}(?:ago|earlier|before)|last{GAP}year))?"


def year_of_share(hit: Hit) -> tuple[Form | None, bool]:
    """The year that a quarter or half belongs to, and whether it is called fiscal."""
    groups = {
        **(hit.lead.groupdict() if hit.lead else {}),
        **{k: v for k, v in hit.match.groupdict().items() if v},
    }
    fiscal = bool(groups.get("fy") or groups.get("fiscal") or groups.get("fiscal2"))
    year, whose = groups.get("year"), groups.get("whose")
    if year:
        found = year_of(year)
        return (Year(*found) if found else None), fiscal
    if whose:
        said = regex.sub(r"(?i)^(?:its|the)\s+|['\u2019]s$", "", whose)
        fiscal = fiscal or bool(regex.search(r"(?i)fiscal|financial", said))
        return (Relative("year", 0) if said.lower() == "year" else relative_year(said)), fiscal
    if groups.get("ago"):
        return Relative("year", -1), fiscal
    return None, fiscal


def _share(hit: Hit) -> Candidate | None:
    """A hyphen ("the third-quarter profit") leaves the article to the noun."""
    form = _share_form(hit)
    if form is None or hit.lead is None:
        return None
    start = hit.start
    if hit.text[hit.match.start() - 1] == "-" and hit.text[start : start + 4].lower() == "the ":
        start += 4
    return hit.candidate(start=start, moments=(MomentReading(start=start, end=hit.end, form=form),))


def _share_form(hit: Hit) -> Form | None:
    found = entry("fiscal.share", hit.match["share"])
    number = small_of(led(hit, "n") or "")
    if found is None or number is None or NOT_QUARTER.match(hit.text, hit.end):
        return None
    parts = int(found.get("parts"))
    year, fiscal = year_of_share(hit)
    if number == -1 and year is None and not fiscal and (led(hit, "n") or "").lower() == "last":
        return framed(Relative(found.id, -1), hit)
    if not (number == -1 or 1 <= number <= parts):
        return None
    return framed(Share(parts, parts if number == -1 else number, year, fiscal), hit)


def _of_whole(hit: Hit, when: When | None) -> Form | None:
    """ "the first half of October", "the last half of the '80s"."""
    number = small_of(led(hit, "n") or "")
    if when is None or number is None or isinstance(when.form, Year | Relative):
        return None
    return Part("EARLY" if number == 1 else "LATE", when.form)


def _code(hit: Hit) -> Form | None:
    printed = hit.match["n"]
    parts = 4 if hit.match["k"] in "Qq" else 2
    if not 1 <= int(printed) <= parts or IN_NAME.match(hit.text, max(0, hit.start - 1), hit.start):
        return None
    year, fiscal = year_of_share(hit)
    return framed(Share(parts, int(printed), year, fiscal), hit)


IN_NAME = regex.compile(r"(?r)[\p{L}\p{N}_$/.-]")


def _fiscal_year(hit: Hit) -> Form | None:
    found = year_of(hit.match["year"])
    if found is None or IN_NAME.match(hit.text, max(0, hit.start - 1), hit.start):
        return None
    number = found[0]
    span = hit["span"]
    if span:
        last = int(span)
        number = last if last > 1000 else number - number % 100 + last + (100 if last < number % 100 else 0)
    if hit.match[0].startswith("CY"):
        return Year(number)
    return framed(FiscalYear(number), hit)


def _relative_fiscal(hit: Hit) -> Form | None:
    said = (led(hit, "which") or "").lower()
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
    return ToDate("year")


def _which_quarter(hit: Hit) -> Form | None:
    """ "last quarter", "this quarter", "the latest quarter", "the quarter", "the period"."""
    if NOT_QUARTER.match(hit.text, hit.end):
        return None
    unit = hit.match["unit"].lower().split("-")[0].split()[0]
    said = " ".join((led(hit, "which") or "").lower().split())
    if unit in ("period", "half") and not said and not led(hit, "year"):
        return None
    if (
        not said
        and not led(hit, "year")
        and not DETERMINED.match(hit.text, max(0, hit.match.start() - AROUND), hit.match.start())
    ):
        return None
    year, _fiscal = year_of_share(hit)
    if said in ("next", "coming", "this", "the current", "current", "following"):
        return (
            framed(
                Relative(unit, 1, base="text" if said == "following" else "now")
                if said in ("next", "coming", "following")
                else Relative(unit, 0),
                hit,
            )
            if unit != "period"
            else Same("period")
        )
    if said == "last" and unit != "period":
        return framed(Relative(unit, -1), hit)
    if said in ("latest", "most recent", "just-ended", "recent"):
        return framed(Same(unit, 0, year, latest=True), hit)
    if said in ("preceding", "previous", "prior") and unit == "quarter":
        return framed(Relative(unit, -1, base="text"), hit)
    back = BACK.search(said)
    if back or hit["ago"]:
        return Same(unit, -1, None if back or hit["ago"] else year)
    return framed(Same(unit, 0, year), hit)


BACK = regex.compile(
    r"year-ago|year-earlier|year ago|year earlier|prior-year|previous-year|last-year|last year|previous|prior"
)

_SHARE = r"(?P<share><<fiscal.share>>)(?!\p{L})"
_ORDINAL = rf"(?<![\p{{L}}\p{{N}}])(?P<n><<ordinal_word>>)"
_LEAD_YEAR = rf"(?:(?P<fiscal>{FISCAL}{GAP})?(?P<year><<year4>>)(?:'s|\u2019s)?{GAP}|(?P<whose>(?:this|next|last){GAP}year)(?:'s|\u2019s){GAP})?"
_SAME = (
    r"(?:same|year-earlier|year-ago|year{g}ago|year{g}earlier|prior-year|previous-year|last-year|corresponding|comparable|like|equivalent|"
    r"latest|most{g}recent|current|previous|prior|preceding|last|next|this|coming|following|just-ended|"
    r"(?:same|comparable|corresponding|like){g}(?:year-earlier|year-ago|prior-year|previous-year)|last{g}year's(?:{g}(?:same|corresponding|comparable))?|"
    r"year-earlier{g}(?:same|comparable)|corresponding{g}year-earlier)"
).replace("{g}", GAP)

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        ("fiscal.share",),
        _SHARE + OF_YEAR + AGO,
        _share,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP})?{_LEAD_YEAR}(?:(?<!\p{{L}})(?P<fiscal>fiscal|financial){GAP})?{_ORDINAL}(?:[\s\u00a0-]+(?P<fiscal2>fiscal))?(?:{GAP}|[\s\u00a0]?-[\s\u00a0]?)",
        needs_lead=True,
        examples=(
            ("sales for the third quarter of 2019 rose", "the third quarter of 2019"),
            ("a fourth-quarter loss of $5", "fourth-quarter"),
            ("next year's first quarter looks weak", "next year's first quarter"),
            ("it lost money last quarter, too", "last quarter"),
            ("the fiscal second quarter was weak", "the fiscal second quarter"),
            ("in the first half of fiscal 2021 it paid", "the first half of fiscal 2021"),
        ),
        rejects=(
            "a third quarter-point cut",
            "the fifth consecutive quarter",
            "half of the staff",
            "the ninth quarter",
        ),
        rank=1,
    ),
    rule(
        "quarter.of_whole",
        ("fiscal.share",),
        rf"half{GAP}of(?!\p{{L}})",
        dated(GAP, _of_whole),
        lead=rf"(?:(?<!\p{{L}})the{GAP})?{_ORDINAL}{GAP}",
        needs_lead=True,
        examples=(("in the first half of October it rained", "the first half of October"),),
        rejects=("the first half of the staff",),
        rank=1,
    ),
    rule(
        "quarter.code",
        ("fiscal.code",),
        rf"(?P<k>(?-i:[QHq]))(?P<n>[1-4])(?!\d|[.,]\d)(?:(?:{GAP}of{GAP}|,?{GAP}|-|/)?{_YEAR}|/(?P<year>[0-9]{{2}}))?(?-i:[EFA])?(?![\p{{L}}\p{{N}}]|-\p{{L}})",
        _code,
        lead=rf"<<before>>(?:(?<![\p{{L}}\p{{N}}])(?:(?P<fy>FY|CY)?(?P<year>(?:19|20)?[0-9]{{2}})[\s\u00a0/-]?|(?P<fy>fiscal{GAP})(?:(?P<year><<year4>>){GAP})?))?",
        examples=(
            ("sales in Q3 2024 rose", "Q3 2024"),
            ("profit of Q2 FY25 fell", "Q2 FY25"),
            ("sales of H1 fell", "H1"),
            ("its Q4'23 update", "Q4'23"),
        ),
        rejects=("the Audi Q5 sold well", "an H1-B visa", "model XQ3 sold"),
        rank=1,
    ),
    rule(
        "quarter.digit",
        (DIGIT,),
        rf"(?:(?P<n>[1-4])(?P<k>[QH])(?:(?:{GAP}of)?[\s\u00a0/]?{_YEAR}|/?(?P<year>[0-9]{{2}}))?(?-i:[EFA])?|(?P<year>(?:19|20)[0-9]{{2}})[\s\u00a0-]?(?P<k>[QH])(?P<n>[1-4]))(?![\p{{L}}\p{{N}}])",
        _code,
        lead="<<before>>",
        examples=(
            ("sales in 3Q24 rose", "3Q24"),
            ("the 2016 H2 results", "2016 H2"),
            ("by 1H25 it may", "1H25"),
        ),
        rejects=("it has 4Q8 parts", "a 5Q24 code"),
        rank=1,
    ),
    rule(
        "fiscal.year",
        ("fiscal.word", "fiscal.year"),
        rf"(?:(?i:fiscal(?:[\s\u00a0-]year)?|financial{GAP}year)[\s\u00a0]{{1,2}}(?:ended{GAP})?|(?-i:FY|CY)[\s\u00a0-]?)(?P<year><<any_year>>|(?<=FY|FY[\s\u00a0]|CY)[0-9]{{2}})(?:[-/\u2013](?P<span>[0-9]{{4}}|[0-9]{{2}}))?(?-i:[EFA])?(?![\p{{L}}\d]|[.,]\d)",
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
        rf"(?i:fiscal|financial){GAP}year(?!\p{{L}})(?![\s\u00a0](?:\d|ended|ending))",
        _relative_fiscal,
        lead=rf"<<before>>(?:(?<!\p{{L}})(?P<which>(?:the{GAP})?(?:last|latest|most{GAP}recent|next|coming|current|previous|prior|this)){GAP}|(?<!\p{{L}})the{GAP}(?:(?:full|whole){GAP})?(?:[0-9]{{4}}{GAP})?)",
        needs_lead=True,
        examples=(
            ("in the latest fiscal year it lost", "the latest fiscal year"),
            ("this fiscal year it will", "this fiscal year"),
        ),
        rejects=("a fiscal year that ended badly", "a fiscal yearbook"),
        rank=1,
    ),
    rule(
        "fiscal.year_before",
        (DIGIT,),
        rf"(?P<year><<year4>>)(?P<span>)[\s\u00a0-](?i:fiscal|financial)[\s\u00a0-](?:year)(?!\p{{L}})",
        _fiscal_year,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(("the 2021 fiscal year was good", "the 2021 fiscal year"),),
        rejects=("2021 fiscal yearbooks",),
        rank=1,
    ),
    rule(
        "fiscal.full_year",
        ("fiscal.full",),
        rf"(?i:full[\s\u00a0-]year){GAP}{_YEAR}(?!\p{{L}})",
        _full_year,
        examples=(("its full-year 2024 outlook", "full-year 2024"),),
        rejects=("full-year profit", "a full year later"),
        rank=1,
    ),
    rule(
        "fiscal.end",
        ("fiscal.end",),
        rf"<<fiscal.end>>(?!\p{{L}})(?:{GAP}(?:of{GAP})?{_YEAR})?",
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
        rf"<<fiscal.middle>>(?!\p{{L}})(?:{GAP}{_YEAR})?",
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
    rule(
        "quarter.which",
        ("fiscal.share", "fiscal.span"),
        rf"(?P<unit>quarter|half-year|half|period)(?!\p{{L}})(?!'s)(?:(?:{GAP}(?:of|in))?{GAP}(?:the{GAP})?(?P<ago>(?:a{GAP})?year{GAP}(?:ago|earlier|before)|(?:last|previous|prior|preceding){GAP}(?:fiscal{GAP})?year|(?:prior|previous|preceding){GAP}(?=\.))|{GAP}(?:of|in){GAP}(?P<year><<year4>>))?",
        _which_quarter,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP})?(?<![\p{{L}}\p{{N}}])(?:(?:(?:same|comparable|corresponding){GAP})?(?P<year><<year4>>)|(?P<which>{_SAME})|the)[\s\u00a0-]{{1,2}}(?:(?:fiscal|reporting|three-month|six-month|nine-month|12-month){GAP})?",
        needs_lead=True,
        examples=(
            ("sales of the latest quarter rose", "the latest quarter"),
            ("in the year-earlier period it lost", "the year-earlier period"),
            ("from the same period last year, it said", "the same period last year"),
            ("in the 1988 period it lost", "the 1988 period"),
        ),
        rejects=("a quarter of the staff", "half the staff", "a period of calm", "the half of it"),
        rank=1,
    ),
)
