"""Days and months of the calendar, in every common written form."""

from __future__ import annotations

from parsers import lexicon
from parsers.anchors import Digits
from parsers.forms import Day, Form, Month
from parsers.mentions import Candidate, MomentReading
from parsers.moments import phrase
from parsers.moments.around import (
    AROUND,
    DETERMINED,
    FOLLOWED,
    NUMBERED,
    TIMELY,
    framed,
    shaped,
)
from parsers.moments.building import rule
from parsers.moments.phrase import GAP
from parsers.moments.words import Pattern, entry, led, month_of, small_of
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import Worded

MONTHS = ("calendar.month", "calendar.month_word", "calendar.short")

WEEKDAYS = ("calendar.weekday", "calendar.weekday_short")


def _compact(hit: Hit) -> Form | None:
    return phrase.COMPACT.read(hit.match)


def _dashed(hit: Hit) -> Form | None:
    if NUMBERED.match(hit.text, max(0, hit.start - AROUND), hit.start):
        return None
    if hit["s"] == "." and not compiled(r"\d{4}|^\d{2}\.\d{2}\.").search(hit.match[0]):
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
    if lexicon.find("calendar.month_word", hit["month"]) and after[:1] == " " and after[1:].islower():
        return None
    return phrase.YEAR_MONTH.read(hit.match)


def _month_year(hit: Hit) -> Form | None:
    word = hit["month"].islower() and lexicon.find("calendar.month_word", hit["month"])
    if FOLLOWED.match(hit.text, hit.end) or (
        word and not TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    ):
        return None
    return shaped(phrase.MONTH_YEAR, hit)


MEASURED = Pattern(
    r"['\u2019]s[\s](?:revised[\s]|first[\s])?(?:figures?|tally|count|number|surplus|deficit|gap|report|payrolls?|orders|reading|level|total|rate|pace|data|sales|output|<<directions.noun>>)(?!\p{L})"
)
"""Behind a month that is a word as well: what was measured of it ("March's reading", not "May's house")."""


def _month(hit: Hit) -> Form | None:
    name, which = hit["month"], led(hit, "which")
    month = month_of(name)
    if month is None:
        return None
    before = TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    said = bool(which or led(hit, "early"))
    word = bool(lexicon.find("calendar.month_word", name))
    if entry("calendar.short", name) and not (
        said
        or DATING.match(hit.text, max(0, hit.start - AROUND), hit.start)
        or (
            (name.isupper() or name not in GIVEN_NAMES)
            and (SIGNED.match(hit.text, hit.end) or OF_MONTH.match(hit.text, hit.end, hit.end + OF))
        )
    ):
        return None
    if not (before or said):
        if not name[0].isupper():
            return None
        determined = DETERMINED.match(hit.text, max(0, hit.start - AROUND), hit.start)
        if word and not determined and MEASURED.match(hit.text, hit.end) is None:
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

SURNAME = Pattern(r"[\s\u00a0]\p{Lu}\p{Ll}")

DATING = Pattern(r"(?ri)(?<!\p{L})(?:in|since|until|by|till|mid)[\s\u00a0-]")

OF_MONTH = Worded(r"\.?[\s\u00a0](?:(?:\p{Ll}[\p{L}-]*+|\p{Lu}{2,16})[ ]){0,3}?<<metrics.noun>>(?!\p{L})")
"""Behind a short month: what was measured in it ("Nov core CPI", "OCT TRADE BALANCE")."""
OF = 60
"""Characters in which that stands."""
SIGNED = Pattern(r"\.?[\s\u00a0][+\u2212-]\d")
"""Behind it the change itself ("VS OCT +0.3 PCT")."""

NAMESAKE_AFTER = Pattern(
    r"[\s\u00a0](?:Department|Madness|Inc|Corp|Co|said|told|says|and[\s\u00a0]Co"
    r"|(?:\p{Lu}\p{Ll}+[\s\u00a0])?(?:Inc|Corp|Co|Ltd|PLC|Group|Networks|Stores|Holdings|Technolog(?:y|ies)|Capital))\b"
)


def _list(hit: Hit) -> Candidate | None:
    """As in "April 24 and 25": each day a moment of its own."""
    month, year = month_of(hit["month"]), phrase.year_form(hit.match)
    if month is None or hit["month"].islower() or FOLLOWED.match(hit.text, hit.end):
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


_SEPARATE = rf"(?:,{GAP}|{GAP}(?:and|or){GAP}|,{GAP}(?:and|or){GAP})"


RULES: tuple[Rule, ...] = (
    rule(
        "date.iso",
        (DIGIT,),
        phrase.ISO.pattern,
        lambda hit: shaped(phrase.ISO, hit),
        digits=Digits(count=(4,), then="-/."),
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
        digits=Digits(count=(8,)),
        examples=(("filed 20241231 with the court", "20241231"),),
        rejects=("serial 20241331 was sold", "a code of 2024123199 here"),
        rank=1,
    ),
    rule(
        "date.numeric",
        (DIGIT,),
        phrase.NUMERIC.pattern,
        _dashed,
        digits=Digits(count=(1, 2), then="-/."),
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
            ("the rise, effective April three, is small", "April three"),
            ("shares bought on March six from it", "March six"),
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
        near=MONTHS,
        digits=Digits(count=(1, 2), then=" ./-Aa"),
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
        rf"(?P<month><<month_name>>){GAP}(?P<day><<day_number>>)(?:{_SEPARATE}(?P<day><<day_number>>)){{1,4}}(?:,?{GAP}(?:(?P<year><<year4>>)|(?:of{GAP})?(?P<whose><<relative_year>>)))?",
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
        near=MONTHS,
        digits=Digits(count=(4,), then=" /-"),
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
        lead=rf"<<before>>(?:(?<![\p{{L}}\p{{N}}])(?P<which><<timewords.back|timewords.ahead|timewords.here>>)(?<!(?<!\bthe{GAP})following){GAP})?",
        examples=(
            ("profit rose in October to a record", "October"),
            ("unveiled last April in Oslo", "last April"),
            ("by mid-November it had sold", "mid-November"),
            ("it was less following July's surge", "July"),
        ),
        rejects=("it may rise", "they march on Rome", "Theresa May said no", "an august body met"),
    ),
)
