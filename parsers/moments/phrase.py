"""Dates as words write them, wherever they stand: alone, at the end of a period, as the ends of a range.

A `Shape` is a pattern with named groups and what it means.  The rules of `calendar` let them stand
alone; `when_at` finds any of them inside a longer phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.forms import Day, Decade, Form, Month, Part, Reference, Relative, Weekday, Year
from parsers.moments import words
from parsers.moments.words import Pattern, entry, month_of, small_of, unit_of, weekday_of, year_of
from parsers.patterns import compiled
from parsers.values import record

LONGEST = 64
"""A date phrase is no longer than this (characters)."""

GAP = lexicon.GAP
_YEAR = r"(?:(?P<year><<any_year>>)|(?P<whose><<relative_year>>))"
_WEEKDAY = rf"(?:(?P<weekday><<weekday_name>>),?{GAP}(?:the{GAP})?)?"
_TAIL_YEAR = rf"(?:[\s\u00a0]?,{GAP}?|{GAP}|[-/])(?:(?:of|in){GAP})?{_YEAR}"
# A year that no calendar of ours has ("December 31, 9999.") does not leave the day to another year.
_NO_MORE = r"(?!,?[\s\u00a0](?:[0-9]{5,}+|[03-9][0-9]{3})(?:[.,;:)\]](?!\d)|\s*\Z))"


@record
class Shape:
    """One way to write a date: ``read`` turns the named groups of ``pattern`` into its form."""

    pattern: str
    read: Callable[[regex.Match[str]], Form | None]


def year_form(match: regex.Match[str]) -> Form | None:
    """The year that the groups ``year`` and ``whose`` give, if any."""
    groups = match.groupdict()
    if groups.get("year"):
        found = year_of(groups["year"])
        return Year(*found) if found else None
    if groups.get("whose"):
        return relative_year(groups["whose"])
    return None


def relative_year(surface: str) -> Form:
    """As in "last year", "this fiscal year", "that year", "a year ago"."""
    said = surface.lower().split()
    if said[0] == "a":
        return Relative("year", -1, base="now" if said[-1] == "ago" else "text")
    if said[0] == "that":
        return Relative("year", 0, base="text")
    return Relative("year", which_offset(" ".join(said)))


def which_offset(surface: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this", by the first word that says so."""
    for word in surface.lower().split():
        for name in ("timewords.back", "timewords.ahead", "timewords.here"):
            if found := lexicon.find(name, word):
                return int(found[0].get("offset"))
    return 0


def _month_day(match: regex.Match[str]) -> Form | None:
    day = small_of(match["day"])
    if MONTH_AND_YEAR.fullmatch(match[0]):
        return Month(Year(1900 + int(match["day"]), short=True), month_of(match["month"]) or 1)
    if day is None or not 1 <= day <= 39 or _is_word(match):
        return None
    return Day(year_form(match), month_of(match["month"]), day, weekday=weekday_of(match["weekday"]))


# "Dec-24": the tables of companies write months so; a day has one digit or a space here.
MONTH_AND_YEAR = Pattern(r"\p{L}{3,9}-[0-9]{2}")


def _is_word(match: regex.Match[str]) -> bool:
    """Whether the month may be the verb: "may 5", "march two"; "May 5" and "may 5, 2020" are dates."""
    name = match["month"]
    return bool(
        name.islower() and lexicon.find("calendar.month_word", name) and year_form(match) is None
    ) and not compiled(r"\d(?:st|nd|rd|th)").search(match[0])


def _month(match: regex.Match[str]) -> Form | None:
    month = month_of(match["month"])
    return Month(year_form(match), month) if month else None


def _year_month(match: regex.Match[str]) -> Form | None:
    found, month = year_of(match["year"]), month_of(match["month"])
    if found is None or month is None:
        return None
    if match["day"]:
        return Day(Year(*found), month, int(match["day"]))
    return Month(Year(*found), month)


def _iso(match: regex.Match[str]) -> Form | None:
    month, day = int(match["m"]), int(match["d"])
    return Day(Year(int(match["y"])), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _numeric(match: regex.Match[str]) -> Form | None:
    one, two = int(match["a"]), int(match["b"])
    if not (1 <= min(one, two) <= 12 and max(one, two) <= 31):
        return None
    return Day(year_form(match), None, one, numeric=(one, two))


def _today(match: regex.Match[str]) -> Form | None:
    found = entry("timewords.today", match["today"])
    return Relative("day", int(found.get("offset"))) if found else None


def _now(_match: regex.Match[str]) -> Form | None:
    return Reference("PRESENT_REF")


def _weekday(match: regex.Match[str]) -> Form | None:
    weekday = weekday_of(match["weekday"])
    which = (match["which"] or "").lower()
    side = {"last": "last", "past": "last", "next": "next", "coming": "next", "this": "this"}.get(which)
    return Weekday(weekday, side) if weekday else None


def _bare_year(match: regex.Match[str]) -> Form | None:
    return year_form(match)


def _decade(match: regex.Match[str]) -> Form | None:
    number = int(match["decade"])
    return Decade(number + (1900 if number >= 20 else 2000), short=True) if number < 100 else Decade(number)


def _relative(match: regex.Match[str]) -> Form | None:
    unit = unit_of(match["unit"])
    return Relative(unit, which_offset(match["which"])) if unit else None


def _part(match: regex.Match[str]) -> Form | None:
    whole = read_when(match["whole"])
    found = entry("timewords.early", match["early"])
    return Part(found.id, whole) if whole and found else None


ISO = Shape(r"(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![\d-]|[./]\d)", _iso)
COMPACT = Shape(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?!\d)", _iso)
NUMERIC = Shape(
    r"(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})(?:(?P=s)|,)(?P<year>[12][0-9]{3}|[0-9]{2})(?![\d%]|[-./,:]\d|[-/]\p{L})",
    _numeric,
)
_ON_A_DAY = r"(?<=(?:ended|ending|on|dated|effective)[\s\u00a0](?!may)<<month_name>>[\s\u00a0])"
"""Before a day that is a number word ("the week ended April three"), where none of it counts what follows."""
MONTH_DAY = Shape(
    rf"{_WEEKDAY}(?P<month><<month_name>>)[\s\u00a0-]?[\s\u00a0]?(?:the{GAP})?"
    rf"(?P<day><<day_number>>|(?:<<numbers.tens>>{words.WORD})?<<numbers.ordinal>>{words.SHUT}|<<numbers.tens>>{words.WORD}<<numbers.unit>>{words.SHUT}|<<numbers.unit>>(?=[.,;)\n]|\Z)"
    rf"|{_ON_A_DAY}<<numbers.unit>>{words.SHUT})"
    r"(?![\s\u00a0]?%|[\s\u00a0-]<<scales.word|percent.word>>\b"  # "in May 20 percent of them"
    r"|[\s\u00a0](?:(?:fiscal|financial)[\s\u00a0])?(?:quarter|half)\b)"  # "the January-March first quarter"
    rf"(?:{_TAIL_YEAR}|{_NO_MORE})",
    _month_day,
)
DAY_MONTH = Shape(
    rf"{_WEEKDAY}(?:the{GAP})?(?:(?P<day><<day_number>>)(?:(?<=\d)\.)?(?:[\s\u00a0/-]{{1,2}}(?:of{GAP})?)"
    rf"|(?P<day>(?:<<numbers.tens>>{words.WORD})?<<numbers.ordinal>>){GAP}of{GAP})"
    rf"(?P<month><<month_name>>)(?:{_TAIL_YEAR}|-(?P<year>[0-9]{{2}})(?!\d)|{_NO_MORE})",
    _month_day,
)
YEAR_MONTH = Shape(
    r"(?P<year><<year4>>)[ /-](?P<month><<month_name>>)(?:[-/](?P<day>[0-9]{1,2}))?(?!\d)", _year_month
)
MONTH_YEAR = Shape(rf"(?P<month><<month_name>>){_TAIL_YEAR}", _month)
MONTH = Shape(r"(?P<month><<month_name>>)", _month)
YEAR = Shape(rf"(?:the{GAP}year{GAP})?(?P<year><<any_year>>)", _bare_year)
TODAY = Shape(r"(?P<today><<timewords.today>>)(?!\p{L})", _today)
NOW = Shape(r"(?:now|the{g}present)(?!\p{L})".replace("{g}", GAP), _now)
WEEKDAY = Shape(rf"(?:(?P<which>last|past|next|coming|this){GAP})?(?P<weekday><<weekday_name>>)", _weekday)
DECADE = Shape(rf"(?:the{GAP})?['\u2019]?(?P<decade>(?:1[0-9]|20)?[0-9]0)['\u2019]?s(?!\p{{L}})", _decade)
RELATIVE = Shape(
    rf"(?:the{GAP})?(?P<which><<timewords.back|timewords.ahead|timewords.here>>){GAP}(?P<unit><<timeunits.one>>)(?!\p{{L}})",
    _relative,
)
SIMPLE = (
    ISO,
    COMPACT,
    NUMERIC,
    MONTH_DAY,
    DAY_MONTH,
    YEAR_MONTH,
    MONTH_YEAR,
    TODAY,
    NOW,
    WEEKDAY,
    RELATIVE,
    DECADE,
    MONTH,
    YEAR,
)


def _nested(shapes: tuple[Shape, ...]) -> str:
    joined = "|".join(
        compiled(r"\(\?P<\w+>").sub("(?:", s.pattern) for s in shapes if "(?P=" not in s.pattern
    )
    return f"(?:{_DIGITS}|{joined})"


_DIGITS = (
    r"[12][0-9]{3}[-/][0-9]{1,2}[-/][0-9]{1,2}(?!\d)"
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[12][0-9]{3}|[0-9]{2})(?!\d)"
)
_PLAIN = _nested(SIMPLE)
PART = Shape(rf"(?P<early><<timewords.early>>)(?:{GAP}|(?<=-)|-)(?P<whole>{_PLAIN})", _part)
SHAPES = (*SIMPLE, PART)

_WHEN = rf"(?:<<timewords.early>>(?:{GAP}|(?<=-)|-))?{_PLAIN}(?![\p{{L}}\p{{N}}%])"


@record
class When:
    """A date inside a longer phrase, with its place."""

    start: int
    end: int
    form: Form


def when_at(text: str, at: int) -> When | None:
    """The date that begins at an offset, if one does."""
    if not _may_begin(text[at : at + LETTERS]):
        return None
    match = _when().match(text, at, at + LONGEST)
    form = read_when(match[0]) if match is not None else None
    return When(at, match.end(), form) if match is not None and form is not None else None


LETTERS = 6
"""So many characters tell of most phrases that they are no date."""


@lru_cache(maxsize=4096)
def _may_begin(letters: str) -> bool:
    return _when().match(letters, partial=True) is not None


@cache
def _when() -> regex.Pattern[str]:
    return words.spelt(f"(?i:{_WHEN})", ONCE)


@lru_cache(maxsize=4096)
def read_when(surface: str) -> Form | None:
    """The form of a date phrase in words or digits; ``None`` where it is none after all."""
    if len(surface) > LONGEST:
        return None
    for shape in SHAPES:
        match = _compiled(shape.pattern).fullmatch(surface)
        if match is not None and (form := shape.read(match)) is not None:
            return form
    return None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern of a shape: those of the later ones are seldom reached."""
    return words.spelt(f"(?i:{pattern})", ONCE)


ONCE = ("any_year",)
"""The words that a pattern holds once (`lexicon.expand`)."""
