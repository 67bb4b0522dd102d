"""What a time phrase says before it is resolved: the meaning of its words, free of any date of today.

Forms nest: "the third quarter of last year" is a `Share` whose ``year`` is a `Relative`.
Units are the ids of the lexicon table ``timeunits`` ("day", "quarter").
"""

from __future__ import annotations

from decimal import Decimal

from parsers.values import record


@record
class Form:
    """The meaning of a time phrase; see the subclasses."""


@record
class Day(Form):
    """A day of a month; what the phrase does not say is ``None`` or a form ("of last month").

    ``numeric`` keeps the two numbers of "11/02/89", whose order the article's own habit decides.
    """

    year: Form | None
    month: int | None
    day: int
    weekday: int | None = None
    within: Form | None = None
    numeric: tuple[int, int] | None = None


@record
class Month(Form):
    """A month, of a stated year or of the one that the context gives."""

    year: Form | None
    month: int


@record
class Year(Form):
    """A year of the calendar; ``short`` where only its last two digits are printed."""

    year: int
    short: bool = False


@record
class Decade(Form):
    """Ten years from ``year``; ``short`` where the century is not printed ("the '90s")."""

    year: int
    short: bool = False


@record
class Century(Form):
    """The nth century: the 20th is 1900 to 1999, as TIMEX3 writes it."""

    number: int


@record
class Share(Form):
    """One of the equal parts of a year: quarters (4 parts) or halves (2).

    ``number`` is ``None`` for the quarter or half that the text speaks of, -1 for the last one.
    """

    parts: int
    number: int | None
    year: Form | None = None
    fiscal: bool = False


@record
class FiscalYear(Form):
    """A company's year, by the calendar year in which it ends, or by its place from now."""

    year: int | None = None
    offset: int | None = None
    span: bool = False


@record
class WholeYear(Form):
    """The year that a report is in ("full-year"): the company's own, where the text teaches it.

    Of "annual profits" only the year that has ``ended`` is meant.
    """

    ended: bool = False


@record
class Season(Form):
    """A season by its TIMEX3 code (SP, SU, FA, WI)."""

    season: str
    year: Form | None = None
    offset: int | None = None


@record
class Holiday(Form):
    """A named day, by its id in the lexicon."""

    name: str
    year: Form | None = None
    offset: int | None = None


@record
class Weekday(Form):
    """A day of the week (1 is Monday); ``which`` is "last", "next", "this" or unsaid."""

    weekday: int
    which: str | None = None
    week: Form | None = None
    part: str | None = None


@record
class Relative(Form):
    """The unit that holds an anchor, so many units on: "last week", "today", "that year".

    ``base`` is "now" (the reference date), "text" (the moment that the text last set), "over" (the last
    that was over, or nearly so, on the reference date) or "ago" (the last such part of a year that was over).
    """

    unit: str
    offset: int
    base: str = "now"


@record
class Shifted(Form):
    """So many units before (negative) or after a base: "two years ago", "a year earlier".

    ``count`` is ``None`` where the phrase gives no number ("several years ago").
    """

    count: Decimal | None
    unit: str
    sign: int
    base: Form | None = None
    from_text: bool = False
    more: tuple[tuple[Decimal, str], ...] = ()


@record
class Part(Form):
    """A vague part of something: "early 2024", "the end of last year", "mid-May"."""

    part: str
    whole: Form


@record
class Nth(Form):
    """The nth unit or weekday of something: "the third week of March"."""

    number: int
    unit: str
    whole: Form | None
    weekday: int | None = None
    count: int = 1


@record
class Reference(Form):
    """A moment that only points: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    value: str


@record
class Length(Form):
    """An amount of time; ``low`` is ``None`` for a vague one ("several years").

    ``side`` says where it lies: "past" or "next" from now, or unsaid.
    """

    low: Decimal | None
    unit: str
    high: Decimal | None = None
    side: str | None = None
    more: tuple[tuple[Decimal, str], ...] = ()


@record
class Reporting(Form):
    """The months or weeks that a company reports on, by where they end (or begin).

    ``count`` and ``unit`` are their length; ``number`` the fiscal quarter or half, where named; ``over``
    whether they are said to have ended, whatever the sentence foresees.
    """

    count: int
    unit: str
    end: Form | None
    number: int | None = None
    parts: int | None = None
    begins: bool = False
    fiscal: bool = False
    over: bool = False


@record
class Same(Form):
    """The period that the text speaks of, so many years on ("the year-earlier quarter").

    ``unit`` is what the phrase calls it, "period" where it does not say; ``latest`` where it
    means the newest reported one.
    """

    unit: str
    offset: int = 0
    year: Form | None = None
    latest: bool = False


@record
class ToDate(Form):
    """From the start of the current unit to now: "year to date"."""

    unit: str


@record
class Repeat(Form):
    """Something that comes again: ``timex`` of the period, as written by TIMEX3 ("P1Y")."""

    timex: str
    granularity: str


@record
class Clock(Form):
    """A time of day, or a part of the day (``part``: MO, AF, EV, NI, ...), on a day."""

    hour: int | None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    day: Form | None = None
    zone: str | None = None


@record
class Range(Form):
    """From the beginning of one time to the end of another, or as many years before."""

    first: Form
    last: Form
    ago: int = 0


@record
class Written(Form):
    """A full date with a time, exactly as written, that is left to the date library."""

    text: str
