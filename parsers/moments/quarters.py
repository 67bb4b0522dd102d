"""Quarters and halves in words and codes: "the third quarter of 2024", "Q3 FY25", "1H25"."""

from __future__ import annotations

from parsers.forms import FiscalYear, Form, Part, Relative, Same, Share, Year
from parsers.mentions import Candidate, MomentReading
from parsers.moments.around import AROUND, DETERMINED, framed
from parsers.moments.building import dated, rule
from parsers.moments.fiscal import FISCAL, YEAR_OF_SHARE, year_of_share
from parsers.moments.phrase import GAP, When
from parsers.moments.words import ORDINALS, Pattern, entry, led, small_of
from parsers.rules import Hit, Rule


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
    found = entry("fiscal.share|fiscal.nth", hit["share"])
    number = small_of(led(hit, "n") or "")
    if found is None or number is None or NOT_QUARTER.match(hit.text, hit.end):
        return None
    parts = int(found.get("parts"))
    year, fiscal = year_of_share(hit)
    nth = entry("fiscal.nth", hit["share"]) is not None
    if nth and (number == -1 or OF_WHAT.match(hit.text, hit.end)):
        return None  # "the first period of the game", "the last period"
    if number == -1 and year is None and not fiscal and (led(hit, "n") or "").lower() == "last":
        return framed(Relative(found.id, -1), hit)
    if not (number == -1 or 1 <= number <= parts):
        return None
    return framed(Share(parts, parts if number == -1 else number, year, fiscal), hit)


def _of_whole(hit: Hit, when: When | None) -> Form | None:
    """As in "the first half of October", "the last half of the '80s"."""
    number = small_of(led(hit, "n") or "")
    if when is None or number is None or isinstance(when.form, Year | Relative):
        return None
    return Part("EARLY" if number == 1 else "LATE", when.form)


SPOKEN = 240
"""How many characters before "in the first" the text has to speak of quarters or halves."""


def _left_out(hit: Hit) -> Form | None:
    """As in "$5 million, down from $6 million in the first": the noun was said before."""
    before = hit.text[max(0, hit.start - SPOKEN) : hit.start].lower()
    quarter, half = before.rfind("quarter"), before.rfind("half")
    number, parts = small_of(hit["n"]), 4 if quarter > half else 2
    if max(quarter, half) < 0 or number is None or number > parts:
        return None
    return Share(parts, number)


def _which_quarter(hit: Hit) -> Form | None:
    """As in "last quarter", "this quarter", "the latest quarter", "the quarter", "the period"."""
    if NOT_QUARTER.match(hit.text, hit.end):
        return None
    unit = hit["unit"].lower().split("-")[0].split()[0]
    said = " ".join((led(hit, "which") or "").lower().split())
    if unit in ("period", "half") and not said and not led(hit, "year"):
        return None
    if (
        not said
        and not led(hit, "year")
        and not DETERMINED.match(hit.text, max(0, hit.match.start() - AROUND), hit.match.start())
    ):
        return None
    year = _year_of(hit, said)
    if said in ("next", "coming", "this", "the current", "current", "following"):
        if unit == "period":
            return Same("period")
        if said in ("next", "coming", "following"):
            return framed(Relative(unit, 1, base="text" if said == "following" else "now"), hit)
        return framed(Relative(unit, 0), hit)
    if said == "last" and unit != "period":
        return framed(Relative(unit, -1), hit)
    if said in ("latest", "most recent", "just-ended", "recent", "reported"):
        return framed(Same(unit, 0, year, latest=True), hit)
    if said in ("preceding", "previous", "prior") and unit == "quarter":
        return framed(Relative(unit, -1, base="text"), hit)
    back = BACK.search(said)
    if back or hit["ago"]:
        return Same(unit, -1, None if back or hit["ago"] else year)
    return framed(Same(unit, 0, year), hit)


def _year_of(hit: Hit, said: str) -> Form | None:
    """The year that is told with a quarter, or with the day on which a like one ended."""
    year, fiscal = year_of_share(hit)
    if fiscal and isinstance(year, Year):
        return FiscalYear(year.year)
    ended = ENDED_IN.match(hit.text, hit.end) if said in ALIKE and year is None else None
    return Year(int(ended["year"])) if ended is not None else year


ALIKE = ("same", "comparable", "corresponding", "like", "equivalent")
ENDED_IN = Pattern(
    r"[\s\u00a0](?:ended|ending|to)[\s\u00a0]\p{L}++\.?[\s\u00a0]\d{1,2},[\s\u00a0](?P<year>(?:19|20)\d\d)(?!\d)"
)
"""Behind a like period: the day of another year on which it ended ("ended Oct. 1, 1995")."""
BACK = Pattern(
    r"year-ago|year-earlier|year-prior|year ago|year earlier|prior-year|previous-year"
    r"|last-year|last year|previous|prior"
)

_SHARE = r"(?P<share><<fiscal.share|fiscal.nth>>)(?!\p{L})"

_ORDINAL = r"(?<![\p{L}\p{N}])(?P<n><<ordinal_word>>)"

_LEAD_YEAR = (
    rf"(?:(?P<fiscal>{FISCAL}{GAP})?(?P<year><<year4>>)(?:'s|\u2019s)?{GAP}"
    rf"|(?P<ago>year-ago|year-earlier|year-prior|prior-year|previous-year"
    rf"|(?:corresponding|comparable)(?={GAP}(?:first|second|third|fourth)\b)){GAP}"
    rf"|(?P<whose>(?:this|next|last|the){GAP}year)(?:'s|\u2019s){GAP})?"
)

_SAME = (
    r"(?:same|year-earlier|year-ago|year-prior|year{g}ago|year{g}earlier|prior[-\s\u00a0]year|previous[-\s\u00a0]year|last-year|corresponding|comparable|like|equivalent|"
    r"latest|most{g}recent|(?<=the{g})reported|current|previous|prior|preceding|last|next|this|coming|following|just-ended|"
    r"(?:same|comparable|corresponding|like){g}(?:year-earlier|year-ago|year-prior|prior-year|previous-year)|last{g}year's(?:{g}(?:same|corresponding|comparable))?|"
    r"year-earlier{g}(?:same|comparable)|corresponding{g}year-earlier)"
).replace("{g}", GAP)
SAME_WORDS = (
    *("same", "earlier", "ago", "year", "corresponding", "comparable", "like", "equivalent", "latest"),
    *("recent", "reported", "current", "previous", "prior", "preceding", "last", "next", "this", "coming"),
    *("following", "ended", "s"),
)
"""The last words of `_SAME`; "s" is that of "last year's"."""

OF_WHAT = Pattern(r"[\s\u00a0]of[\s\u00a0]")
NOT_QUARTER = Pattern(
    r"(?i)[\s\u00a0]of[\s\u00a0]the[\s\u00a0](?:month|week|day|decade|session|season|game|match|trip|book|show|race)\b|[\s\u00a0-]{0,2}(?:century|hour|dozen|decade|day|point|percentage|mile|pound|finals?|back|horse|(?:in[\s\u00a0]a[\s\u00a0]row|running|straight)\b|of[\s\u00a0]an?[\s\u00a0](?:century|percent|point))\b"
)

AGO = rf"(?:,?{GAP}(?P<ago>a{GAP}year{GAP}(?:ago|earlier|before)|last{GAP}year))?"

OF_YEAR = rf"(?:(?:{GAP}(?:of|in|for)|,)?{GAP}(?:(?:the|its){GAP})?{YEAR_OF_SHARE})?(?!\p{{L}})"


RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        ("fiscal.share", "fiscal.nth"),
        _SHARE + OF_YEAR + AGO,
        _share,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP})?{_LEAD_YEAR}(?:(?<!\p{{L}})(?P<fiscal>fiscal|financial){GAP})?{_ORDINAL}(?:[\s\u00a0-]+(?P<fiscal2>fiscal)|{GAP}calendar)?(?:{GAP}|[\s\u00a0]?-[\s\u00a0]?)",
        needs_lead=True,
        before=(*ORDINALS, "fiscal", "calendar"),
        examples=(
            ("sales for the third quarter of 2019 rose", "the third quarter of 2019"),
            ("a fourth-quarter loss of $5", "fourth-quarter"),
            ("next year's first quarter looks weak", "next year's first quarter"),
            ("it lost money last quarter, too", "last quarter"),
            ("it earned less in the third period", "the third period"),
            ("the fiscal second quarter was weak", "the fiscal second quarter"),
            ("in the first half of fiscal 2021 it paid", "the first half of fiscal 2021"),
        ),
        rejects=(
            "a third quarter-point cut",
            "the fifth consecutive quarter",
            "half of the staff",
            "the ninth quarter",
            "the first period of the game",
            "the second half of the match",
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
        before=ORDINALS,
        examples=(("in the first half of October it rained", "the first half of October"),),
        rejects=("the first half of the staff",),
        rank=1,
    ),
    rule(
        "quarter.left_out",
        ("numbers.ordinal",),
        rf"(?P<n>first|second|third|fourth)(?=[,.;:)\u2014]|\s*\Z|{GAP}(?:and|but|while|because|showing|posting|seeing)\b)",
        _left_out,
        lead=rf"(?<=(?<!\p{{L}})(?:in|for|from|during|than|with)[\s\u00a0])the{GAP}",
        needs_lead=True,
        before=("the",),
        examples=(
            ("a loss in the second quarter, after a profit in the first.", "the first"),
            ("4% in the first quarter, with the second showing 3%", "the second"),
        ),
        rejects=(
            "it led in the first.",
            "in the second quarter it won the first.",
            "a quarter; in the fifth,",
        ),
        rank=1,
    ),
    rule(
        "quarter.which",
        ("fiscal.share", "fiscal.span"),
        rf"(?P<unit>quarter|half-year|half|period)(?!\p{{L}})(?:(?:{GAP}(?:of|in))?{GAP}(?:the{GAP})?(?P<ago>(?:a{GAP})?year{GAP}(?:ago|earlier|before)|(?:last|previous|prior|preceding){GAP}(?:(?:(?:fiscal|financial){GAP})?year|fiscal(?![\s\u00a0]\p{{L}}))|(?:prior|previous|preceding){GAP}(?=\.))|{GAP}(?:of|in){GAP}(?:(?P<fiscal2>{FISCAL}){GAP})?(?P<year><<year4>>))?",
        _which_quarter,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP})?(?<![\p{{L}}\p{{N}}])(?:(?:(?:same|comparable|corresponding|like|equivalent){GAP})?(?P<year><<year4>>)|(?P<which>{_SAME})|the)[\s\u00a0-]{{1,2}}(?:(?:fiscal|reporting|three-month|six-month|nine-month|12-month){GAP})?",
        needs_lead=True,
        before=(*SAME_WORDS, "the", "fiscal", "reporting", "month"),
        examples=(
            ("sales of the latest quarter rose", "the latest quarter"),
            ("in the year-earlier period it lost", "the year-earlier period"),
            ("from the same period last year, it said", "the same period last year"),
            ("in the 1988 period it lost", "the 1988 period"),
            ("for the reported quarter it made", "the reported quarter"),
            ("net in the same quarter of fiscal 2006 was", "the same quarter of fiscal 2006"),
        ),
        rejects=(
            "a quarter of the staff",
            "half the staff",
            "a period of calm",
            "the half of it",
            "they reported quarter net",
        ),
        rank=1,
    ),
)
