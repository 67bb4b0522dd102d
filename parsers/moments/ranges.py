"""From one time to another: "from 2019 to 2024", "between March 1 and April 5", "Nov. 19-20"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Day, Form, Month, Range, Relative, Shifted, Weekday, Year
from parsers.mentions import Candidate
from parsers.moments.around import AROUND, FOLLOWED
from parsers.moments.building import rule, spanning
from parsers.moments.calendar import MONTHS
from parsers.moments.months_before import year_before
from parsers.moments.phrase import GAP, When, read_when, when_at, year_form
from parsers.moments.words import Pattern, anycase, led, month_of, number_of, unit_of
from parsers.rules import DIGIT, Hit, Rule

FROM = r"(?<!\p{L})(?P<word>(?i:from|between|during|through))"
TO = rf",?(?:-to-|{GAP}?[-\u2013\u2014]{GAP}?|{GAP}(?:to|through|until|till|and|thru){GAP}(?:the{GAP})?)"
DAYS = r"(?P<a>[0-9]{1,2})(?:st|nd|rd|th)?"


JOINT = Pattern(anycase(TO))


def _range(hit: Hit) -> Candidate | None:
    """Two dates with a joint between them; after "between" the joint may be "and", after "from" not."""
    said = hit["word"].lower()
    found = _two(hit, hit.end)
    if found is None or (said == "from" and "and" in hit.text[found[0].end : found[1].start].lower()):
        return None
    return spanning(hit, Range(*_shared(found[0].form, found[1].form)), hit.start, found[1].end)


def goes_on_to(text: str, end: int) -> bool:
    """Whether another date ends what begins with the one before ``end``."""
    joint = JOINT.match(text, end)
    return joint is not None and "and" not in joint[0].lower() and when_at(text, joint.end()) is not None


def _two(hit: Hit, at: int) -> tuple[When, When] | None:
    first = when_at(hit.text, at)
    joint = JOINT.match(hit.text, first.end) if first is not None else None
    last = when_at(hit.text, joint.end()) if joint is not None else None
    return (first, last) if first is not None and last is not None else None


def _shared(first: Form, last: Form) -> tuple[Form, Form]:
    """The year or month that only one end states holds for both."""
    if (
        isinstance(first, Day)
        and isinstance(last, Day | Month)
        and first.year is None
        and last.year is not None
        and first.numeric is None
    ):
        first = Day(last.year, first.month, first.day, first.weekday)
    if (
        isinstance(first, Month)
        and isinstance(last, Month | Day)
        and first.year is None
        and last.year is not None
    ):
        first = Month(last.year, first.month)
    if (
        isinstance(last, Day)
        and isinstance(first, Day)
        and last.year is None
        and isinstance(first.year, Year)
        and last.numeric is None
    ):
        last = Day(first.year, last.month, last.day, last.weekday)
    return first, last


DASHES = (" - ", " -- ", " \u2013 ", " \u2014 ")


def _plain(hit: Hit) -> Candidate | None:
    """Two dates without "from": "January 2019 to March 2020", "June-August 2021", "Friday through Sunday"."""
    found = _two(hit, hit.match.start())
    if found is None:
        return None
    joint = hit.text[found[0].end : found[1].start].lower()
    first, last = found[0].form, found[1].form
    if "and" in joint:
        return None
    if isinstance(first, Day) and isinstance(last, Month) and last.year is None and joint in DASHES:
        return None  # a dateline: "March 18 - May Hardware Stores said"
    dates = isinstance(first, Day | Month) and isinstance(last, Day | Month)
    lasting = any(word in joint for word in ("thr", "til")) and _dayish(first) and _dayish(last)
    if not dates and not lasting:
        return None
    if (before := year_before(hit.text, first, last, found[1].end)) is not None:
        return spanning(hit, before[0], hit.match.start(), before[1])
    return spanning(hit, Range(*_shared(first, last)), hit.match.start(), found[1].end)


def _dayish(form: Form) -> bool:
    return isinstance(form, Day | Weekday) or (isinstance(form, Relative) and form.unit == "day")


def _days(hit: Hit) -> Form | None:
    """As in "Nov. 19-20, 2016", "November between 19 and 20"."""
    month = month_of(hit["month"])
    if FOLLOWED.match(hit.text, hit.end):
        return None
    joint = hit.text[hit.match.end("a") : hit.match.start("b")].lower()
    if "and" in joint and "between" not in hit.match[0].lower() and not led(hit, "between"):
        return None
    if hit["month"].islower() and month in (3, 5, 8):
        return None
    return _month_days(hit, month, year_form(hit.match))


def _month_days(hit: Hit, month: int | None, year: Form | None, whole: Form | None = None) -> Form | None:
    first, last = int(hit["a"]), int(hit["b"])
    if (month is None and whole is None) or not 1 <= first < last <= 31:
        return None
    return Range(Day(year, month, first, within=whole), Day(year, month, last, within=whole))


def _days_first(hit: Hit) -> Form | None:
    """As in "2 to 7 Feb", "4-23 next month"."""
    if hit["month"]:
        return _month_days(hit, month_of(hit["month"]), year_form(hit.match))
    whole = read_when(hit["whole"])
    return _month_days(hit, None, None, whole) if isinstance(whole, Relative) else None


def _slashes(hit: Hit) -> Form | None:
    numbers = [int(hit.match[g]) for g in ("a", "b", "c", "d")]
    if any(not (1 <= min(p) <= 12 and 1 <= max(p) <= 31) for p in (numbers[:2], numbers[2:])):
        return None
    return Range(
        Day(None, None, numbers[0], numeric=(numbers[0], numbers[1])),
        Day(None, None, numbers[2], numeric=(numbers[2], numbers[3])),
    )


def _to_later(hit: Hit) -> Candidate | None:
    """As in "from today to three days later"."""
    first = when_at(hit.text, hit.end)
    rest = LATER.match(hit.text, first.end) if first is not None else None
    if first is None or rest is None:
        return None
    count, unit = number_of(rest["n"]), unit_of(rest["unit"])
    if count is None or unit is None:
        return None
    return spanning(hit, Range(first.form, Shifted(count, unit, 1, first.form)), hit.start, rest.end())


LATER = Pattern(
    anycase(
        rf"{GAP}to{GAP}(?P<n><<count>>|two{GAP}and{GAP}(?:a{GAP})?half){GAP}"
        rf"(?P<unit><<unit>>){GAP}later(?!\p{{L}})"
    )
)


def _short(hit: Hit) -> Form | None:
    """As in "22/04" and "on 3/15": a day and a month without a year."""
    one, two = int(hit["a"]), int(hit["b"])
    if not (1 <= min(one, two) <= 12 and 13 <= max(one, two) <= 31):
        return None
    if not (
        led(hit, "word")
        or (len(hit["a"]) == 2 and len(hit["b"]) == 2 and "0" in hit.match[0][0] + hit["b"][0])
    ):
        return None
    return Day(None, None, one, numeric=(one, two))


OF_A_YEAR = Pattern(r"(?ri)(?<!-\d\d )\b(?:in|for|of|from|to|by|since|during|until|till|than|year|season) \Z")
"""Before two years that follow each other, the second in two digits: in prose no month is written so."""


def _month_number(hit: Hit) -> Form | None:
    """As in "2016-11", "11/2016": a month in digits."""
    year, month = int(hit["y"]), int(hit["m"])
    if not (1900 <= year <= 2100 and 1 <= month <= 12):
        return None
    after = (year + 1) % 100
    told = hit["m"] if hit.text.startswith(str(year), hit.start) else ""
    slash = hit.text.startswith("/", hit.start + 4)
    if told == f"{after % 10}" or (slash and told == f"{after:02}"):
        return None  # "the budget for 2005/06", "growth in 2005-6"
    if hit.text.startswith(f"{year}-{after:02}", hit.start) and OF_A_YEAR.search(
        hit.text, max(0, hit.start - AROUND), hit.start
    ):
        return None  # "the deficit in 2009-10"
    return Month(Year(year), month)


_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<year><<any_year>>)|(?P<year>))"
_WHOLE = rf"(?:(?:in|of){GAP})?(?P<whole>(?:this|next|last){GAP}month)"

RULES: tuple[Rule, ...] = (
    rule(
        "range.from",
        ("timemarks.from",),
        rf"{FROM}{GAP}(?:the{GAP}(?=[0-9]))?",
        _range,
        examples=(
            ("sales from 2019 to 2021 rose", "from 2019 to 2021"),
            ("shut between March 1st and April 5th for works", "between March 1st and April 5th"),
            ("it ran from May 2015 to June 5, 2017 in Lima", "from May 2015 to June 5, 2017"),
        ),
        rejects=("from 2019 and on", "from 5 to 7 people"),
        rank=2,
    ),
    rule(
        "range.plain",
        (*MONTHS, DIGIT, "calendar.weekday", "timewords.today", "timewords.here", "timewords.ahead"),
        r"(?=[0-9]{1,2}(?:st|nd|rd|th)?[\s\u00a0](?:of[\s\u00a0])?(?-i:\p{Lu})|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]|\p{L})"
        r"(?=[^\n;()]{2,44}?(?:[-\u2013\u2014]|[\s\u00a0](?:to|through|thru|until|till)[\s\u00a0]))\w",
        _plain,
        digits=Digits(count=(1, 2), then=" /.-Aa"),
        examples=(
            ("the June-August 2021 tour", "June-August 2021"),
            ("it is shut Friday through Sunday for works", "Friday through Sunday"),
            ("in the July-September quarter of last fiscal, it", "July-September quarter of last fiscal"),
        ),
        rejects=("in June and July of 2021", "1990 to 1991"),
        rank=2,
    ),
    rule(
        "range.days",
        MONTHS,
        rf"(?P<month><<month_name>>){GAP}(?:between{GAP})?{DAYS}(?:{GAP}?[-\u2013\u2014]{GAP}?|{GAP}(?:to|through|thru|until|till|and){GAP})(?P<b>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![\p{{L}}\d%]|[.,:/]\d){_YEAR}(?P<whose>)",
        _days,
        lead=rf"(?:(?<!\p{{L}})(?P<between>(?i:between)){GAP})?",
        examples=(
            ("the show of Nov. 19-21, 2020 sold out", "Nov. 19-21, 2020"),
            ("it bought some between Feb. 13 and 24 for $6", "between Feb. 13 and 24"),
            ("it runs June 5 to 9 in Nice", "June 5 to 9"),
        ),
        rejects=("in June 5-9 percent", "Nov. 19-5"),
        rank=2,
    ),
    rule(
        "range.days_first",
        (DIGIT,),
        rf"{DAYS}(?:{GAP}?[-\u2013\u2014]{GAP}?|{GAP}(?:to|through|thru|until|till|and){GAP})(?P<b>[0-9]{{1,2}})(?:st|nd|rd|th)?{GAP}(?:(?:of{GAP})?(?P<month><<month_name>>){_YEAR}(?P<whose>)|{_WHOLE})(?![\p{{L}}\d])",
        _days_first,
        lead=rf"(?:(?<!\p{{L}})(?:from|between){GAP}(?:the{GAP})?)?",
        near=(*MONTHS, "timeunits.one"),
        digits=Digits(count=(1, 2), then=" -\u2013\u2014Aa"),
        examples=(
            ("open 2 to 7 Feb in Nice", "2 to 7 Feb"),
            ("from 4-22 January, 1995 he sat", "from 4-22 January, 1995"),
        ),
        rejects=("up 5-7 next to it", "9 to 5 June"),
        rank=2,
    ),
    rule(
        "range.slashes",
        ("timemarks.from",),
        rf"{FROM}{GAP}(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})(?P<to>{TO})(?P<c>[0-9]{{1,2}})/(?P<d>[0-9]{{1,2}})(?![\d/.%]|,\d)",
        _slashes,
        examples=(("shut from 10/1 to 11/7 for works", "from 10/1 to 11/7"),),
        rejects=("from 99/1 to 11/7",),
        rank=2,
    ),
    rule(
        "range.later",
        ("timemarks.from",),
        rf"{FROM}{GAP}",
        _to_later,
        examples=(("he stays from today to three days later", "from today to three days later"),),
        rejects=("from today to later",),
        rank=2,
    ),
    rule(
        "date.short",
        (DIGIT,),
        r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![\d/%]|[.,:]\d|[\s\u00a0]?\p{Ll}*inch)",
        _short,
        lead=rf"(?<![\p{{N}}\p{{L}}/.,$-])(?P<edge>)(?:(?<!\p{{L}})(?P<word>(?i:on|by|until|since|dated)){GAP})?",
        needs_lead=True,
        after=True,
        near=("/",),
        digits=Digits(count=(1, 2), then="/"),
        examples=(("it is due 22/04 at noon", "22/04"), ("it is due on 3/15 at noon", "3/15")),
        rejects=("a rate of 15/16 of one", "up 7/16 to 9", "odds of 1/25"),
        rank=2,
    ),
    rule(
        "month.digits",
        (DIGIT,),
        r"(?:(?P<y>(?:19|20)[0-9]{2})[\s\u00a0]?[-/][\s\u00a0]?(?P<m>1[0-2]|0?[1-9])|(?P<m>1[0-2]|0?[1-9])[\s\u00a0]?[-/][\s\u00a0]?(?P<y>(?:19|20)[0-9]{2}))(?![\d\p{L}%]|[\s\u00a0]?[-/.,][\s\u00a0]?\d)",
        _month_number,
        lead=r"(?<![\p{N}\p{L}/.,$\u20ac\u00a3-])(?<![\p{N}][\s\u00a0]?[-/.])(?P<edge>)",
        needs_lead=True,
        near=("-", "/"),
        digits=Digits(count=(1, 2, 4), then=" -/"),
        examples=(("the bill of 2016-11 is due", "2016-11"), ("the bill of 11/2016 is due", "11/2016")),
        rejects=("a rise of 2016-13", "$2016-3 was paid"),
        rank=1,
    ),
)
