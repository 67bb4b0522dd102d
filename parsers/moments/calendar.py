"""Dates of the calendar: days, months, years, decades and centuries, in every common written form."""

from __future__ import annotations

import regex

from parsers import lexicon
from parsers.forms import Century, Day, Decade, Form, Month, Part, Range, Year
from parsers.mentions import Candidate, MomentReading
from parsers.moments import phrase
from parsers.moments.phrase import GAP, Shape
from parsers.moments.building import rule
from parsers.moments.words import entry, led, month_of, small_of, year_of
from parsers.rules import DIGIT, Hit, Rule

MONTHS = ("calendar.month", "calendar.month_word", "calendar.short")
WEEKDAYS = ("calendar.weekday", "calendar.weekday_short")
AROUND = 24

# Words before a number or a capitalised word that make it a time.
TIMELY = regex.compile(
    r"(?ri)(?<!\p{L})(?:(?:pre|post)-|(?:in|since|by|of|until|till|during|from|through|throughout|to|for|before|after|late|early|mid|and|or|year|"
    r"between|around|about|circa|than|as|last|next|this|that|each|every|calendar|vs|versus|on|at|over|into|spring|summer|autumn|"
    r"fall|winter|back|end|with|against)[\s,\u00a0-]{1,3})"
)
DETERMINED = regex.compile(r"(?ri)(?<!\p{L})(?:the|its|his|her|their|our|a|an|'s|’s|s'|s’)[\s\u00a0]{1,2}")
NUMBERED = regex.compile(
    r"(?ri)(?:(?<!\p{L})(?:no|nos|page|pages|p|pp|section|sections|chapter|room|route|flight|model|item|rule|act|form|article|paragraph|"
    r"highway|figure|table|suite|version|lot|line|channel|unit|resolution|bill|number|volume|vol|box|code|step|phase)\.?[\s\u00a0]{1,2}|[#$€£¥₹§:.,/+=\-\u2212\p{N}\p{L}&])"
)
NAMED = regex.compile(r"(?r)(?<!\p{L})\p{Lu}[\p{L}&.]*[\s\u00a0]")
FOLLOWED = regex.compile(
    r"[\s\u00a0-]{1,2}(?i:percent|per[\s\u00a0]cent|pct|million|billion|trillion|points?|basis|degrees|dollars|euros|pounds|yen|yuan|feet|miles|km|kg|mg|GB|MB|MW|tons?|tonnes|barrels)(?!\p{L})|[%°]|-(?!\p{L}*(?:based|led|era|style))[\p{L}\d]"
)


def framed(form: Form | None, hit: Hit) -> Form | None:
    """The form with the "early", "end of" that its lead says."""
    part = entry("timewords.early", led(hit, "early")) if hit.lead is not None else None
    return Part(part.id, form) if part and form is not None else form


def shaped(shape: Shape, hit: Hit) -> Form | None:
    """What a shape reads in a hit, with its lead."""
    return framed(shape.read(hit.match), hit)


def _compact(hit: Hit) -> Form | None:
    return phrase.COMPACT.read(hit.match)


def _dashed(hit: Hit) -> Form | None:
    if NUMBERED.match(hit.text, max(0, hit.start - AROUND), hit.start):
        return None
    if hit.match["s"] == "." and not regex.search(r"\d{4}|^\d{2}\.\d{2}\.", hit.match[0]):
        return None
    return shaped(phrase.NUMERIC, hit)


def _month_day(hit: Hit) -> Form | None:
    return shaped(phrase.MONTH_DAY, hit)


def _day_month(hit: Hit) -> Form | None:
    if hit.match[0][0].isdigit() and NUMBERED.match(
        hit.text, max(0, hit.match.start() - AROUND), hit.match.start()
    ):
        return None
    return shaped(phrase.DAY_MONTH, hit)


def _year_month(hit: Hit) -> Form | None:
    after = hit.text[hit.end : hit.end + 2]
    if lexicon.find("calendar.month_word", hit.match["month"]) and after[:1] == " " and after[1:].islower():
        return None
    return phrase.YEAR_MONTH.read(hit.match)


def _month_year(hit: Hit) -> Form | None:
    word = hit.match["month"].islower() and lexicon.find("calendar.month_word", hit.match["month"])
    if (
        FOLLOWED.match(hit.text, hit.end)
        or word
        and not TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    ):
        return None
    return shaped(phrase.MONTH_YEAR, hit)


def _month(hit: Hit) -> Form | None:
    name, which = hit.match["month"], led(hit, "which")
    month = month_of(name)
    if month is None:
        return None
    before = TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    said = bool(which or led(hit, "early"))
    word = bool(lexicon.find("calendar.month_word", name))
    if entry("calendar.short", name) and not (
        said or DATING.match(hit.text, max(0, hit.start - AROUND), hit.start)
    ):
        return None
    if not (before or said):
        if not name[0].isupper():
            return None
        if word and not DETERMINED.match(hit.text, max(0, hit.start - AROUND), hit.start):
            return None
    if word and (name.islower() or NAMESAKE_AFTER.match(hit.text, hit.end)):
        return None
    if not before and not said and name in GIVEN_NAMES and SURNAME.match(hit.text, hit.end):
        return None
    year: Form | None = None
    if which:
        year = _sided(phrase.which_offset(which))
    return framed(Month(year, month), hit)


def _sided(offset: int) -> Form:
    """The year that "last" or "next" leaves open: only the side is known; see `resolve`."""
    from parsers.forms import Relative

    return Relative("month", offset)


GIVEN_NAMES = ("April", "June", "August", "May", "Jan")
SURNAME = regex.compile(r"[\s\u00a0]\p{Lu}\p{Ll}")
DATING = regex.compile(r"(?ri)(?<!\p{L})(?:in|since|until|by|till|mid)[\s\u00a0-]")
NAMESAKE_AFTER = regex.compile(
    r"[\s\u00a0](?:Department|Madness|Inc|Corp|Co|said|told|says|and[\s\u00a0]Co)\b"
)


def _list(hit: Hit) -> Candidate | None:
    """ "April 24 and 25": each day a moment of its own."""
    month, year = month_of(hit.match["month"]), phrase.year_form(hit.match)
    if month is None or hit.match["month"].islower() or FOLLOWED.match(hit.text, hit.end):
        return None
    spans = [hit.match.spans("day")[i] for i in range(len(hit.match.spans("day")))]
    readings = []
    for index, (start, end) in enumerate(spans):
        day = small_of(hit.text[start:end])
        if day is None or not 1 <= day <= 31:
            return None
        first = hit.match.start() if index == 0 else start
        last = hit.match.end() if index == len(spans) - 1 else end
        readings.append(MomentReading(start=first, end=last, form=Day(year, month, day)))
    return hit.candidate(start=hit.match.start(), moments=tuple(readings))


def _year(hit: Hit) -> Form | None:
    found = year_of(hit.match["year"])
    at = hit.match.start()
    if found is None or FOLLOWED.match(hit.text, hit.end) or COUNTED.match(hit.text, hit.end):
        return None
    number = found[0]
    framing = bool(led(hit, "early") or led(hit, "year"))
    if not framing and NUMBERED.match(hit.text, max(0, hit.start - AROUND), hit.start):
        if not hit.text[max(0, at - 5) : at].lower().endswith(("pre-", "post-")):
            return None
    if _named_model(hit):
        return None
    timely = framing or TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    if not timely:
        if not 1800 <= number <= 2100:
            return None
        if NAMED.match(hit.text, max(0, at - AROUND), at) and not DETERMINED.match(
            hit.text, max(0, at - AROUND), at
        ):
            return None
    if not 1400 <= number <= 2199:
        return None
    return framed(Year(*found), hit)


def _named_model(hit: Hit) -> bool:
    """Whether it is the model year of a car: "a 2019 Toyota", "the 2020 model"."""
    rest = hit.text[hit.end : hit.end + 24].lstrip(" \u00a0-")
    words = rest.split(maxsplit=2)[:2]
    return any(
        lexicon.find("timenames.maker|timenames.model", " ".join(words[:n]).rstrip(".,;:'\u2019"))
        for n in (1, 2)
        if words
    )


def _sure_year(hit: Hit) -> Form | None:
    """A year that a word before it makes sure, or that a noun of time follows."""
    at = hit.start
    sure = led(hit, "early") or led(hit, "year") or TIMELY.match(hit.text, max(0, at - AROUND), at)
    sure = sure or DETERMINED.match(hit.text, max(0, at - AROUND), at)
    if not sure or COUNTED.match(hit.text, hit.end):
        return None
    return _year(hit)


COUNTED = regex.compile(
    r"[\s\u00a0](?i:people|employees|workers|jobs|staff|shares|units|stores|cars|homes|companies|members|customers|miles|men|women|"
    r"students|children|troops|soldiers|deaths|cases|votes|seats|acres|households|investors|branches|vehicles|points|copies|tonnes)(?!\p{L})"
)


def _short_year(hit: Hit) -> Form | None:
    if not TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start):
        return None
    found = year_of(hit.match["year"])
    return framed(Year(*found), hit) if found else None


def _word_year(hit: Hit) -> Form | None:
    at = hit.start
    if not (led(hit, "year") or TIMELY.match(hit.text, max(0, at - AROUND), at)) or led(hit, "about"):
        return None
    if not led(hit, "year") and PLURAL.match(hit.text, hit.end):
        return None
    found = year_of(hit.match["year"])
    return framed(Year(*found), hit) if found and 1500 <= found[0] <= 2100 else None


PLURAL = regex.compile(r"[\s\u00a0-](?:\p{Ll}+s|people|men|women|and|or|hundred|thousand|million)(?!\p{L})")


def _year_span(hit: Hit) -> Form | None:
    first, printed = int(hit.match["a"]), hit.match["b"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    if last < first and len(printed) == 2 and last + 100 - first == 1:
        last += 100
    if not (1500 <= first < last <= 2199) or NUMBERED.match(hit.text, max(0, hit.start - 3), hit.start):
        return None
    return Range(Year(first), Year(last))


def _decade(hit: Hit) -> Form | None:
    digits = regex.sub(r"\D", "", hit.match["decade"])
    number = int(digits)
    if len(digits) == 2:
        return framed(Decade(number + (1900 if number >= 20 else 2000), short=True), hit)
    return framed(Decade(number), hit) if 1000 <= number <= 2190 else None


def _word_decade(hit: Hit) -> Form | None:
    name = (hit.match["tens"] or hit.match["teen"]).lower()
    value = {"tens": 10, "teens": 10, "noughties": 0, "aughts": 0}.get(name)
    if value is None:
        value = int(lexicon.find("numbers.tens", name[:-3] + "y")[0].get("value"))
    head = hit.match["head"]
    if not head:
        if not led(hit, "the") or value < 20 and name not in ("noughties",):
            return None
        return framed(Decade(1900 + value if value >= 20 else 2000 + value, short=True), hit)
    century = (
        2000 if "thousand" in head.lower() else (small_of(regex.split(r"[\s\u00a0-]", head)[0]) or 0) * 100
    )
    return framed(Decade(century + value), hit)


def _century(hit: Hit) -> Form | None:
    number = small_of(hit.match["n"])
    return framed(Century(number), hit) if number and 1 <= number <= 30 else None


_THE_YEAR = rf"(?:(?P<year>(?:the{GAP})?(?:calendar{GAP})?year){GAP})?"
_SEPARATE = rf"(?:,{GAP}|{GAP}(?:and|or){GAP}|,{GAP}(?:and|or){GAP})"

RULES: tuple[Rule, ...] = (
    rule(
        "date.iso",
        (DIGIT,),
        phrase.ISO.pattern,
        lambda hit: shaped(phrase.ISO, hit),
        examples=(
            ("the filing of 2024-11-21 was late", "2024-11-21"),
            ("as of 2019/3/5 it held", "2019/3/5"),
        ),
        rejects=("the code is 2024-99-21", "call 2024-11-21-77 now"),
        rank=1,
    ),
    rule(
        "date.compact",
        (DIGIT,),
        phrase.COMPACT.pattern,
        _compact,
        examples=(("filed 20241231 with the court", "20241231"),),
        rejects=("serial 20241331 was sold", "a code of 2024123199 here"),
        rank=1,
    ),
    rule(
        "date.numeric",
        (DIGIT,),
        phrase.NUMERIC.pattern,
        _dashed,
        examples=(("the deal of 21/04/16 was void", "21/04/16"), ("signed 5.11.2021 in Bonn", "5.11.2021")),
        rejects=("they won 13-15-20 there", "version 1.2.30 is out", "a price of $1/2/20 is odd"),
        rank=1,
    ),
    rule(
        "date.month_day",
        (*MONTHS, *WEEKDAYS),
        phrase.MONTH_DAY.pattern,
        _month_day,
        lead=rf"<<before>>(?:(?<!\p{{L}})this{GAP}(?:coming{GAP})?)?",
        examples=(
            ("the offer expires Nov. 9 in London", "Nov. 9"),
            ("it was sold on Tuesday, March 5, 2019, to a rival", "Tuesday, March 5, 2019"),
            ("it closes about Dec. 31 at the latest", "about Dec. 31"),
            ("we meet on May twenty first", "May twenty first"),
        ),
        rejects=("they may 5 times a day", "in March two people left"),
        rank=1,
    ),
    rule(
        "date.day_month",
        (DIGIT, "numbers.ordinal", "numbers.tens", *WEEKDAYS),
        phrase.DAY_MONTH.pattern,
        _day_month,
        lead=rf"<<before>>(?:the{GAP})?",
        examples=(
            ("the bank said on 5 March 2021 that", "5 March 2021"),
            ("it ends the 3rd of June in Rome", "the 3rd of June"),
            ("it fell on Monday 4 November in Asia", "Monday 4 November"),
        ),
        rejects=("page 5 may help", "about 5 may come"),
        rank=1,
    ),
    rule(
        "date.month_days",
        MONTHS,
        rf"(?P<month><<month_name>>){GAP}(?P<day><<day_number>>)(?:{_SEPARATE}(?P<day><<day_number>>)){{1,4}}(?:,?{GAP}(?P<year><<year4>>))?(?P<whose>)",
        _list,
        examples=(("they meet on April 3 and 4 in Lima", "April 3 and 4"),),
        rejects=("they met on April 3 and left", "April 3 and 4 percent"),
        rank=1,
    ),
    rule(
        "date.year_month",
        (DIGIT,),
        phrase.YEAR_MONTH.pattern,
        _year_month,
        examples=(("the log of 2019-Feb-01 shows", "2019-Feb-01"), ("sales of 2015 June were", "2015 June")),
        rejects=("in 2015 May said no", "page 12015 June"),
        rank=1,
    ),
    rule(
        "month.year",
        MONTHS,
        phrase.MONTH_YEAR.pattern,
        _month_year,
        lead="<<before>>",
        examples=(
            ("it opened in June 2016 in Turin", "June 2016"),
            ("a loan due Dec. '24 was paid", "Dec. '24"),
            ("since early May of last year it has", "early May of last year"),
        ),
        rejects=("they march 2000 miles", "in June 20 people left"),
        rank=1,
    ),
    rule(
        "month",
        MONTHS,
        phrase.MONTH.pattern,
        _month,
        lead=rf"<<before>>(?:(?<![\p{{L}}\p{{N}}])(?P<which><<timewords.back|timewords.ahead|timewords.here>>){GAP})?",
        examples=(
            ("profit rose in October to a record", "October"),
            ("unveiled last April in Oslo", "last April"),
            ("by mid-November it had sold", "mid-November"),
        ),
        rejects=("it may rise", "they march on Rome", "Theresa May said no", "an august body met"),
    ),
    rule(
        "year.sure",
        (DIGIT,),
        r"(?P<year><<year4>>)(?-i:[EFA](?![\p{L}\p{N}]))?",
        _sure_year,
        lead=rf"<<before>>{_THE_YEAR}",
        examples=(
            ("it was founded in 1989 in Ohio", "1989"),
            ("sales for the year 2000 doubled", "the year 2000"),
            ("its pre-2008 peak", "2008"),
            ("a boom of the late 1980 season", "the late 1980"),
        ),
        rejects=(
            "a fee of $1989 was paid",
            "it sold 1989 cars",
            "see page 1999",
            "he drove a 2019 Toyota",
            "the fund has 2000 members",
        ),
        rank=1,
    ),
    rule(
        "year",
        (DIGIT,),
        r"(?P<year><<year4>>)(?-i:[EFA](?![\p{L}\p{N}]))?",
        _year,
        lead=rf"<<before>>{_THE_YEAR}",
        examples=(("1998 was a good one", "1998"), ("strong 2025E earnings", "2025E")),
        rejects=("the Russell 2000 fell", "we need 3000 more", "a 1989cc engine"),
    ),
    rule(
        "year.short",
        ("timemarks.apostrophe",),
        r"(?P<year><<year2>>)(?![\p{L}\p{N}])",
        _short_year,
        lead="<<before>>",
        examples=(("the crash of '29 was worse", "'29"),),
        rejects=("he said '29 people came", "the '90s were good"),
    ),
    rule(
        "year.words",
        ("numbers.teen", "numbers.tens", "numbers.unit"),
        r"(?P<year><<year_word>>)",
        _word_year,
        lead=rf"<<before>>{_THE_YEAR}",
        examples=(("it began in nineteen ninety-four in Perth", "nineteen ninety-four"),),
        rejects=("twenty three people left", "of twenty two thousand people"),
        rank=1,
    ),
    rule(
        "year.span",
        (DIGIT,),
        r"(?P<a>[12][0-9]{3})(?:[-/\u2013\u2014])(?P<b>[12][0-9]{3}|[0-9]{2})(?![\d\p{L}]|[-/.,]\d)",
        _year_span,
        examples=(("the crisis of 2007-2009 hit", "2007-2009"), ("in the 2023/24 season", "2023/24")),
        rejects=("call 2024-1234 now", "a rise of 2000-1500"),
        rank=1,
    ),
    rule(
        "decade",
        (DIGIT, "timemarks.apostrophe"),
        r"(?P<decade>['\u2019\u2018]?(?:1[0-9]|20|21)?[0-9]0)(?:['\u2019]?s)(?![\p{L}\p{N}])",
        _decade,
        lead=rf"(?:(?<!\p{{L}})(?:the{GAP})?<<before>>)?(?:(?<!\p{{L}})the{GAP}<<before>>)?",
        examples=(
            ("prices soared in the 1970s in Peru", "the 1970s"),
            ("by the mid-1990s it had", "the mid-1990s"),
            ("the last of the '80s boom", "the '80s"),
        ),
        rejects=("a $50s bill", "the 1975s were"),
        rank=1,
    ),
    rule(
        "decade.words",
        ("timemarks.decade", "numbers.teen", "numbers.tens", "numbers.unit"),
        rf"(?:(?P<head>(?i:fifteen|sixteen|seventeen|eighteen|nineteen|twenty|two{GAP}thousand(?:{GAP}and)?))[\s\u00a0-])?"
        r"(?:(?P<tens>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))|(?P<teen>(?i:tens|teens|noughties|aughts)))(?!\p{L})",
        _word_decade,
        lead=rf"(?:(?P<the>(?<!\p{{L}})the){GAP})?<<before>>(?:(?P<the>(?<!\p{{L}})the){GAP})?",
        examples=(
            ("rates fell in the nineties in Italy", "the nineties"),
            ("the nineteen seventies", "the nineteen seventies"),
        ),
        rejects=("a man in his fifties", "tens of thousands"),
        rank=1,
    ),
    rule(
        "century",
        (DIGIT, "numbers.ordinal", "numbers.tens"),
        rf"(?P<n>[0-9]{{1,2}}(?:st|nd|rd|th)|(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>)[\s\u00a0-](?i:century|centuries)(?!\p{{L}})",
        _century,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?<<before>>(?:(?<!\p{{L}})the{GAP})?",
        examples=(
            ("a tower of the 19th century in Siena", "the 19th century"),
            ("a late 20th-century house", "late 20th-century"),
        ),
        rejects=("the 99th century",),
        rank=1,
    ),
)
