"""The nth week, day or weekday of something: "the third week of March", "the 27th", "week 10"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Day, Form, Nth, Relative
from parsers.moments.building import dated, rule
from parsers.moments.phrase import GAP, When, read_when
from parsers.moments.words import Pattern, number_of, small_of, unit_of, weekday_of
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule


def _nth(hit: Hit, when: When | None) -> Form | None:
    """As in "the third week of March", "the second Monday of next month", "first Sunday"."""
    number, weekday = small_of(hit["n"]), weekday_of(hit["unit"])
    unit = "weekday" if weekday else unit_of(hit["unit"])
    if number is None or unit is None:
        return None
    if (
        when is None
        and (hit["count"] if number < 0 else number == 1 and not hit["count"])
        and unit == "month"
        and OF_THE_YEAR.match(hit.text, hit.end)
    ):
        return Nth(number, unit, Relative("year", 0), None, int(number_of(hit["count"] or "") or 1))
    if when is None and (not weekday or number < 0 or not CLAUSE_END.match(hit.text, hit.end)):
        return None
    if (
        when is not None
        and not JOINED.search(hit.text[hit.end : when.start])
        and not isinstance(when.form, Relative)
    ):
        return None
    count = number_of(hit["count"]) if hit["count"] else None
    return Nth(number, unit, when.form if when else None, weekday, int(count) if count else 1)


OF_THE_YEAR = Pattern(r"(?i)[\s\u00a0]of[\s\u00a0](?:the|this)[\s\u00a0]year(?!\p{L})")
JOINED = Pattern(r"(?i)of|in")
CLAUSE_END = Pattern(r"[\s\u00a0]*(?:\Z|[.,;?!\n])")


def _nth_day(hit: Hit) -> Form | None:
    """As in "the 31st of this month"."""
    day, whole = small_of(hit["n"]), read_when(hit["whole"])
    return Day(None, None, day, within=whole) if day and whole and 1 <= day <= 31 else None


def _day_alone(hit: Hit) -> Form | None:
    """As in "on the 27th": a day of the month, where nothing follows that it could count."""
    day = small_of(hit["n"])
    if day is None or not 1 <= day <= 31:
        return None
    if not compiled(
        r"[\s\u00a0]*(?:$|[.;?!](?:\s|$)|,[\s\u00a0](?:and|but|when|the|it|he|she|they)\b)"
    ).match(
        hit.text[hit.end : hit.end + 12],
    ):
        return None
    return Day(None, None, day)


def _week_number(hit: Hit) -> Form | None:
    number = int(hit["n"])
    if OF_A_COURSE.search(hit.text, max(0, hit.start - 12), hit.start):
        return None
    return (
        Nth(number, "week", None)
        if 1 <= number <= 53 and not compiled(r"[\s\u00a0]?[.,]\d").match(hit.text[hit.end :][:3])
        else None
    )


OF_A_COURSE = Pattern(r"(?ri)(?<!\p{L})(?:at|to|through|by|until|from|after|since)[\s\u00a0]\Z")
"""Before a week that is counted from a start of its own ("at week 12 of the trial", "through week 52")."""


RULES: tuple[Rule, ...] = (
    rule(
        "nth",
        ("numbers.ordinal", DIGIT, "timemarks.lasts"),
        rf"(?P<n>(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>|[0-9]{{1,2}}(?:st|nd|rd|th)|last|final|opening|closing|remaining(?={GAP}(?:<<small>>|[0-9]{{1,2}}){GAP}months?{GAP}of)){GAP}(?:(?P<count><<small>>|[0-9]{{1,2}}){GAP})?"
        rf"(?P<unit>weeks?|days?|months?|weekends?|<<calendar.weekday>>)(?!\p{{L}})",
        dated(rf"(?:{GAP}(?:of|in))?{GAP}(?:the{GAP}(?=year))?", _nth, needed=False),
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        near=("timeunits.one", "timeunits.many", "calendar.weekday"),
        digits=Digits(count=(1, 2), then="Aa"),
        examples=(
            ("it opens the third week of March in Nice", "the third week of March"),
            ("the second Monday of next month is fine", "the second Monday of next month"),
            ("for the final three months of the year, it sees", "the final three months"),
            ("prices rose 4% in the first month of the year", "the first month"),
            ("bonds sold in the opening month of 2018 were few", "the opening month of 2018"),
            ("prices may rise in the remaining three months of the year", "the remaining three months"),
            ("sales in the first 10 days of June fell", "the first 10 days of June"),
        ),
        rejects=(
            "the first day of school",
            "the opening day was fine",
            "the second Monday meeting was short",
        ),
        rank=1,
    ),
    rule(
        "nth.day",
        ("numbers.ordinal", "numbers.tens", DIGIT),
        rf"(?P<n>(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>|[0-9]{{1,2}}(?:st|nd|rd|th)){GAP}of{GAP}(?P<whole>(?:this|next|last|the{GAP}(?:previous|following)){GAP}month|the{GAP}month)(?!\p{{L}})",
        _nth_day,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        near=("timeunits.one",),
        digits=Digits(count=(1, 2), then="Aa"),
        examples=(("rent is due on the 3rd of next month, he said", "the 3rd of next month"),),
        rejects=("the third of the staff",),
        rank=1,
    ),
    rule(
        "nth.day_alone",
        ("numbers.ordinal", "numbers.tens", DIGIT),
        r"(?P<n>(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>|[0-9]{1,2}(?:st|nd|rd|th)?)(?![\p{L}\p{N}%])",
        _day_alone,
        lead=rf"(?<=(?<!\p{{L}})(?:on|for|by|until|since|before|after){GAP})the(?P<gap>{GAP})",
        needs_lead=True,
        digits=Digits(count=(1, 2), before=" ", then="^%"),
        examples=(("they will meet on the 27th.", "the 27th"),),
        rejects=("a third of the 27 members", "he came in on the 3rd floor", "it was one of the 27."),
        rank=1,
    ),
    rule(
        "week.number",
        ("timeunits.one",),
        rf"(?i:week){GAP}(?P<n>[0-9]{{1,2}})(?![\p{{L}}\p{{N}}])",
        _week_number,
        examples=(("ship it in week 10 of the plan", "week 10"),),
        rejects=("a week 60 people left", "last week 3.5 percent", "at week 12 they were better"),
        rank=2,
    ),
)
