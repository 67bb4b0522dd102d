"""Days by name: weekdays, holidays, weekends; seasons; the nth week or weekday of something."""

from __future__ import annotations

from decimal import Decimal

import regex

from parsers.forms import Clock, Day, Form, Holiday, Nth, Relative, Season, Shifted, Weekday, Year
from parsers.moments.calendar import AROUND, TIMELY, framed
from parsers.moments.phrase import GAP, When, read_when, relative_year, which_offset
from parsers.moments.building import dated, rule
from parsers.moments.words import entry, led, number_of, small_of, unit_of, weekday_of, year_of
from parsers.rules import DIGIT, Hit, Rule

WEEKDAYS = ("calendar.weekday",)
SIDE = {-1: "last", 0: "this", 1: "next"}
NAMESAKE = regex.compile(
    r"(?r)(?<!\p{L})(?:Ruby|TGI|T\.G\.I\.|Super|Bloody|Joe|Girl|Man|Black|Cyber|Fat|Palm|Good)[\s\u00a0]"
)
COMPANY = regex.compile(
    r"(?:'s|’s)?[\s\u00a0](?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Journal|People|Inc|Corp|Ltd|plc|Holdings|Group|Night[\s\u00a0](?:Football|Live))\b|-\d"
)


def _weekday(hit: Hit) -> Form | None:
    weekday = weekday_of(hit.match["weekday"])
    if (
        weekday is None
        or NAMESAKE.match(hit.text, max(0, hit.start - 10), hit.start)
        or COMPANY.match(hit.text, hit.end)
    ):
        return None
    if hit.match["weekday"].islower() and not (
        led(hit, "which") or TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start)
    ):
        return None
    said = (led(hit, "which") or "").lower()
    side = SIDE[which_offset(said)] if said else None
    if said.split()[-1:] in (["previous"], ["preceding"], ["prior"], ["following"]):
        return framed(
            Shifted(
                Decimal(1),
                f"weekday{weekday}",
                -1 if SIDE[which_offset(said)] == "last" else 1,
                None,
                from_text=True,
            ),
            hit,
        )
    form: Form = Weekday(weekday, side)
    if hit["week"]:
        form = Weekday(weekday, None, Relative("week", which_offset(hit.match["week"])))
    return framed(form, hit)


def _weekday_part(hit: Hit) -> Form | None:
    found = entry("calendar.part", hit.match["part"])
    inner = (
        _weekday(hit)
        if not regex.match(r"[\s\u00a0](?:Football|Live|Fever|Raw)\b", hit.text[hit.end : hit.end + 10])
        else None
    )
    return Clock(None, part=str(found.get("timex")), day=inner) if found and inner else None


def _week_weekday(hit: Hit) -> Form | None:
    """ "last week Sunday", "next week on Friday"."""
    weekday = weekday_of(hit.match["weekday"])
    said = led(hit, "which")
    return Weekday(weekday, None, Relative("week", which_offset(said))) if weekday and said else None


def _weekday_date(hit: Hit) -> Form | None:
    """ "Friday the 15th"."""
    weekday, day = weekday_of(hit.match["weekday"]), small_of(hit.match["day"])
    if "," in hit.match[0] and regex.match(r"[\s\u00a0]\p{L}", hit.text[hit.end : hit.end + 2]):
        return None
    return Day(None, None, day, weekday=weekday) if weekday and day and 1 <= day <= 31 else None


def _weekdays_on(hit: Hit) -> Form | None:
    """ "two Sundays from now", "a week from Monday"."""
    count = number_of(led(hit, "n") or "")
    weekday = weekday_of(hit.match["weekday"].rstrip("sS"))
    if count is None or weekday is None:
        return None
    return Shifted(count, f"weekday{weekday}", -1 if "ago" in hit.match[0].lower() else 1)


def _year_group(hit: Hit) -> tuple[Form | None, int | None]:
    """The year of a season or holiday, and its side ("last summer")."""
    year, whose, which = hit["year"], hit["whose"], led(hit, "which")
    if year:
        found = year_of(year)
        return (Year(*found) if found else None), None
    if whose:
        return relative_year(whose), None
    return None, which_offset(which) if which else None


def _season(hit: Hit) -> Form | None:
    found = entry("calendar.season", hit.match["season"])
    year, offset = _year_group(hit)
    if found is None:
        return None
    certain = year is not None or offset is not None or led(hit, "early")
    if not certain and NOT_SEASON.match(hit.text, hit.end):
        return None
    if (
        not certain
        and found.id in ("autumn", "spring")
        and hit.match["season"].lower() in ("fall", "spring")
        and not THE.match(hit.text, max(0, hit.match.start() - 12), hit.match.start())
    ):
        return None
    if not certain and not (TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start) or led(hit, "the")):
        return None
    if led(hit, "the") and not certain and hit.match["season"].lower() == "fall":
        if not regex.match(
            r"(?ri)(?:in|of|since|during|until|by|for|this|through)[\s\u00a0]",
            hit.text[max(0, hit.start - 8) : hit.start],
            pos=0,
        ):
            return None
    return framed(Season(str(found.get("timex")), year, offset), hit)


NOT_SEASON = regex.compile(
    r"[\s\u00a0]?-(?:over|out|back|s\b)|[\s\u00a0](?:of[\s\u00a0](?!\d|last|this|next|nineteen)|in[\s\u00a0](?:the[\s\u00a0])?(?!\d)|to\b|into\b|water|from|short|below|behind|apart|under|victim|prey|by)"
)
THE = regex.compile(r"(?ri)(?<!\p{L})(?:the|this|last|next|in|by|of|since|until|late|early|mid)[\s\u00a0-]")


def _holiday(hit: Hit) -> Form | None:
    found = entry("holidays.name", hit.match["name"])
    if found is None or hit.match["name"].islower():
        return None
    year, offset = _year_group(hit)
    return framed(Holiday(found.id, year, offset), hit)


def _nth(hit: Hit, when: When | None) -> Form | None:
    """ "the third week of March", "the second Monday of next month", "first Sunday"."""
    number, weekday = small_of(hit.match["n"]), weekday_of(hit.match["unit"])
    unit = "weekday" if weekday else unit_of(hit.match["unit"])
    if number is None or unit is None:
        return None
    if when is None and (not weekday or number < 0 or not CLAUSE_END.match(hit.text, hit.end)):
        return None
    count = number_of(hit.match["count"]) if hit["count"] else None
    return Nth(number, unit, when.form if when else None, weekday, int(count) if count else 1)


CLAUSE_END = regex.compile(r"[\s\u00a0]*(?:\Z|[.,;?!\n])")


def _nth_day(hit: Hit) -> Form | None:
    """ "the 31st of this month"."""
    day, whole = small_of(hit.match["n"]), read_when(hit.match["whole"])
    return Day(None, None, day, within=whole) if day and whole and 1 <= day <= 31 else None


def _day_alone(hit: Hit) -> Form | None:
    """ "on the 27th": a day of the month, where nothing follows that it could count."""
    day = small_of(hit.match["n"])
    if day is None or not 1 <= day <= 31:
        return None
    if not regex.match(
        r"[\s\u00a0]*(?:$|[.;?!](?:\s|$)|,[\s\u00a0](?:and|but|when|the|it|he|she|they)\b)",
        hit.text[hit.end : hit.end + 12],
    ):
        return None
    return Day(None, None, day)


def _week_number(hit: Hit) -> Form | None:
    number = int(hit.match["n"])
    return (
        Nth(number, "week", None)
        if 1 <= number <= 53 and not regex.match(r"[\s\u00a0]?[.,]\d", hit.text[hit.end :][:3])
        else None
    )


_YEAR = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?:(?P<year><<any_year>>)|(?P<whose><<relative_year>>))|(?P<year>)(?P<whose>))(?!\p{{L}})"
_SIDE = rf"(?:(?<![\p{{L}}\p{{N}}])(?P<which>(?:this{GAP})?(?:<<timewords.back|timewords.ahead|timewords.here>>|coming)){GAP})?"

RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        WEEKDAYS,
        rf"(?P<weekday><<calendar.weekday>>)(?!\p{{L}})(?P<week>(?:,?{GAP}of)?{GAP}(?:<<timewords.back|timewords.ahead|timewords.here>>){GAP}week(?!\p{{L}}))?",
        _weekday,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP}(?=prev|prec|prior|foll))?{_SIDE}",
        examples=(
            ("it was sold on Friday to a rival", "Friday"),
            ("shares fell last Monday in Oslo", "last Monday"),
            ("they meet Sunday of next week in Bern", "Sunday of next week"),
            ("he resigned the previous Friday, they said", "the previous Friday"),
        ),
        rejects=("Ruby Tuesday opened a mill", "The Sunday Times said so", "he sundays"),
    ),
    rule(
        "weekday.part",
        WEEKDAYS,
        rf"(?P<weekday><<calendar.weekday>>)(?P<week>)(?:{GAP}|-)(?P<part><<calendar.part>>)(?!\p{{L}})",
        _weekday_part,
        lead=rf"<<before>>{_SIDE}",
        examples=(("it was sold on Friday evening in Rome", "Friday evening"),),
        rejects=("Monday Night Football", "Friday nightmares"),
        rank=1,
    ),
    rule(
        "weekday.of_week",
        WEEKDAYS,
        rf"(?P<weekday><<calendar.weekday>>)(?!\p{{L}})",
        _week_weekday,
        lead=rf"(?P<which>(?<!\p{{L}})(?:last|next|this)){GAP}week(?:{GAP}on)?{GAP}",
        needs_lead=True,
        examples=(("they meet next week on Friday in Bern", "next week on Friday"),),
        rejects=("next weekday Friday",),
        rank=1,
    ),
    rule(
        "weekday.date",
        WEEKDAYS,
        rf"(?P<weekday><<calendar.weekday>>),?{GAP}the{GAP}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)|<<day_word>>)(?!\p{{L}})",
        _weekday_date,
        examples=(("it opens on Friday the 15th in Nice", "Friday the 15th"),),
        rejects=("on Friday the court said",),
        rank=1,
    ),
    rule(
        "weekday.count",
        ("timemarks.weekdays",),
        rf"(?P<weekday><<timemarks.weekdays>>)(?=[\s\u00a0])s?{GAP}(?:from{GAP}(?:now|today)|hence|ago)(?!\p{{L}})",
        lambda hit: _weekdays_on(hit),
        lead=rf"(?P<n><<count>>){GAP}",
        needs_lead=True,
        examples=(("they meet two Sundays from now", "two Sundays from now"),),
        rejects=("two Sundays are left",),
        rank=1,
    ),
    rule(
        "season",
        ("calendar.season",),
        rf"(?P<season><<calendar.season>>)(?!\p{{L}}){_YEAR}",
        _season,
        lead=rf"(?:<<before>>)(?:(?<!\p{{L}})(?P<the>the){GAP})?{_SIDE}",
        examples=(
            ("it opens next summer in Nice", "next summer"),
            ("the winter of 1994 was cold", "the winter of 1994"),
            ("sales over the summer were weak", "the summer"),
        ),
        rejects=(
            "a fall of 5 percent",
            "stocks fall in Asia",
            "they spring into action",
            "the fall in prices",
        ),
        rank=1,
    ),
    rule(
        "holiday",
        ("holidays.name",),
        rf"(?P<name><<holidays.name>>)(?!\p{{L}}){_YEAR}",
        _holiday,
        lead=rf"<<before>>{_SIDE}",
        examples=(
            ("shops shut on Thanksgiving Day in Ohio", "Thanksgiving Day"),
            ("sales at Christmas 2019 rose", "Christmas 2019"),
        ),
        rejects=("the easter bunny", "thanksgivings"),
        rank=1,
    ),
    rule(
        "nth",
        ("numbers.ordinal", DIGIT, "timemarks.lasts"),
        rf"(?P<n>(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>|[0-9]{{1,2}}(?:st|nd|rd|th)|last|final){GAP}(?:(?P<count><<small>>){GAP})?"
        rf"(?P<unit>weeks?|days?|months?|weekends?|<<calendar.weekday>>)(?!\p{{L}})",
        dated(rf"{GAP}(?:of|in){GAP}(?:the{GAP}(?=year))?", _nth, needed=False),
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(
            ("it opens the third week of March in Nice", "the third week of March"),
            ("the second Monday of next month is fine", "the second Monday of next month"),
        ),
        rejects=("the first day of school", "the second Monday meeting was short"),
        rank=1,
    ),
    rule(
        "nth.day",
        ("numbers.ordinal", "numbers.tens", DIGIT),
        rf"(?P<n>(?:<<numbers.tens>>[\s\u00a0-])?<<numbers.ordinal>>|[0-9]{{1,2}}(?:st|nd|rd|th)){GAP}of{GAP}(?P<whole>(?:this|next|last|the{GAP}(?:previous|following)){GAP}month|the{GAP}month)(?!\p{{L}})",
        _nth_day,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
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
        rejects=("a week 60 people left", "last week 3.5 percent"),
        rank=2,
    ),
)
