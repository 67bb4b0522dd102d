"""Years, decades and centuries: "in 1989", "the '90s", "nineteen ninety-four", "2025E"."""

from __future__ import annotations

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import BESIDE_YEAR
from parsers.forms import Century, Decade, Form, Year
from parsers.moments.around import (
    AROUND,
    COUNTED,
    DETERMINED,
    FOLLOWED,
    NAMED,
    NUMBERED,
    TIMELY,
    framed,
)
from parsers.moments.building import rule
from parsers.moments.phrase import GAP
from parsers.moments.words import Pattern, led, small_of, year_of
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule

OF_CLOCK = Pattern(r"(?i)[\s\u00a0](?:local[\s\u00a0]time|hours|hrs)\b")
"""Behind the hour of a day ("by 1430 local time")."""

BESIDE = Pattern(BESIDE_YEAR)
OWNING = Pattern(r"['\u2019]s[\s\u00a0]")
"""Behind a year, whatever stands before it: "well above 2003's 9.1%"."""


def _year(hit: Hit) -> Form | None:
    found = year_of(hit["year"])
    at = hit.match.start()
    if found is None or OF_CLOCK.match(hit.text, hit.end):
        return None
    if FOLLOWED.match(hit.text, hit.end) or COUNTED.match(hit.text, hit.end):
        return None
    number = found[0]
    framing = bool(led(hit, "early") or led(hit, "year"))
    near = hit.text, max(0, hit.start - AROUND), hit.start
    outright = framing or OWNING.match(hit.text, hit.end) or BESIDE.match(*near)
    numbered = not outright and NUMBERED.match(*near)
    if numbered and not hit.text[max(0, at - 5) : at].lower().endswith(("pre-", "post-")):
        return None
    if _named_model(hit):
        return None
    timely = framing or TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    if not timely:
        if not 1800 <= number <= 2100:
            return None
        if _is_of_a_name(hit, at):
            return None
    if not 1400 <= number <= 2199:
        return None
    if not framing and (number < 1800 or number % 100 == 0) and not _dated(hit):
        return None
    return framed(Year(*found), hit)


def _is_of_a_name(hit: Hit, at: int) -> bool:
    """Whether a capitalised word stands before a year that belongs to it ("Windows 2027")."""
    if hit.text[max(0, at - 1) : at] == "\n":
        return False  # "Change", and below it the years of a table
    measured = MEASURED.match(hit.text, hit.end)
    if measured is not None and lexicon.find("parties.measuring", measured[1].lower()):
        return False  # "Projected 2027 Adjusted EBITDA"
    near = hit.text, max(0, at - AROUND), at
    return NAMED.match(*near) is not None and DETERMINED.match(*near) is None


MEASURED = Pattern(r"[\s\u00a0](\p{Lu}[\p{L}-]++)")
"""Behind a year: what may be measured."""


def _dated(hit: Hit) -> bool:
    """A round or a very old number needs a word that only dates have: "in 1900", not "of 1900"."""
    return bool(
        DATED.match(hit.text, max(0, hit.start - AROUND), hit.start)
        or DETERMINED.match(hit.text, max(0, hit.start - AROUND), hit.start)
    )


DATED = Pattern(r"(?r)(?<!\p{L})<<timenames.dated>>[\s\u00a0]{1,3}")


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


def _short_year(hit: Hit) -> Form | None:
    if not TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start):
        return None
    found = year_of(hit["year"])
    return framed(Year(*found), hit) if found else None


def _word_year(hit: Hit) -> Form | None:
    at = hit.start
    if not (led(hit, "year") or TIMELY.match(hit.text, max(0, at - AROUND), at)) or led(hit, "about"):
        return None
    if not led(hit, "year") and PLURAL.match(hit.text, hit.end):
        return None
    found = year_of(hit["year"])
    return framed(Year(*found), hit) if found and 1500 <= found[0] <= 2100 else None


PLURAL = Pattern(r"[\s\u00a0-](?:\p{Ll}+s|people|men|women|and|or|hundred|thousand|million)(?!\p{L})")


def _decade(hit: Hit) -> Form | None:
    digits = compiled(r"\D").sub("", hit["decade"])
    number = int(digits)
    if hit["owner"] and not _spanned(hit):
        return framed(Year(number), hit) if len(digits) == 4 and number >= 2000 else None
    if len(digits) == 2:
        return framed(Decade(number + (1900 if number >= 20 else 2000), short=True), hit)
    return framed(Decade(number), hit) if 1000 <= number <= 2190 else None


def _spanned(hit: Hit) -> bool:
    """Whether words before "1990's" say that it is the decade and not the year's ("the early 1990's")."""
    return hit.lead is not None and bool(hit.lead[0].strip())


def _word_decade(hit: Hit) -> Form | None:
    name = (hit["tens"] or hit["teen"]).lower()
    value = {"tens": 10, "teens": 10, "noughties": 0, "aughts": 0}.get(name)
    if value is None:
        value = int(lexicon.find("numbers.tens", name[:-3] + "y")[0].get("value"))
    head = hit["head"]
    if not head:
        if not led(hit, "the") or (value < 20 and name != "noughties"):
            return None
        return framed(Decade(1900 + value if value >= 20 else 2000 + value, short=True), hit)
    century = (
        2000 if "thousand" in head.lower() else (small_of(compiled(r"[\s\u00a0-]").split(head)[0]) or 0) * 100
    )
    return framed(Decade(century + value), hit)


def _century(hit: Hit) -> Form | None:
    number = small_of(hit["n"])
    return framed(Century(number), hit) if number and 1 <= number <= 30 else None


_THE_YEAR = rf"(?:(?P<year>(?:the{GAP})?(?:calendar{GAP})?year){GAP})?"


RULES: tuple[Rule, ...] = (
    rule(
        "year.sure",
        (DIGIT,),
        r"(?P<year><<year4>>)(?!/[0-9]{2}(?![\d/]))(?-i:[EFA](?![\p{L}\p{N}]))?",
        _sure_year,
        lead=rf"<<before>>{_THE_YEAR}",
        digits=Digits(count=(4,), then="^%"),
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
        digits=Digits(count=(4,), then="^%"),
        examples=(
            ("1998 was a good one", "1998"),
            ("strong 2025E earnings", "2025E"),
            ("well above 2003's rate", "2003"),
        ),
        rejects=("the Russell 2000 fell", "we need 3000 more", "a 1989cc engine", "an average of 1500"),
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
        r"(?<!\band )(?<!\bhundred )(?P<year><<year_word>>)",
        _word_year,
        lead=rf"<<before>>{_THE_YEAR}",
        examples=(("it began in nineteen ninety-four in Perth", "nineteen ninety-four"),),
        rejects=("twenty three people left", "of twenty two thousand people"),
        rank=1,
    ),
    rule(
        "decade",
        (DIGIT, "timemarks.apostrophe"),
        r"(?P<decade>['\u2019\u2018]?(?:1[0-9]|20|21)?[0-9]0)(?P<owner>['\u2019](?=s))?s(?![\p{L}\p{N}])",
        _decade,
        lead=rf"(?:(?<!\p{{L}})(?:the{GAP})?<<before>>)?(?:(?<!\p{{L}})the{GAP}<<before>>)?",
        digits=Digits(count=(2, 4), then="Aa'\u2019"),
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
        r"(?P<n>[0-9]{1,2}(?:st|nd|rd|th)|(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>)[\s\u00a0-](?i:century|centuries)(?!\p{L})",
        _century,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?<<before>>(?:(?<!\p{{L}})the{GAP})?",
        near=("timeunits.one", "timeunits.many"),
        digits=Digits(count=(1, 2), then="Aa"),
        examples=(
            ("a tower of the 19th century in Siena", "the 19th century"),
            ("a late 20th-century house", "late 20th-century"),
        ),
        rejects=("the 99th century",),
        rank=1,
    ),
)
