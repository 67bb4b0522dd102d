"""Weekdays: "Friday", "last Monday", "Friday evening", "Sunday of next week", "two Sundays from now"."""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Clock, Day, Form, Relative, Shifted, Weekday
from parsers.moments.around import AROUND, TIMELY, framed
from parsers.moments.building import rule
from parsers.moments.phrase import GAP, which_offset
from parsers.moments.words import COUNTING, Pattern, entry, led, number_of, small_of, weekday_of
from parsers.patterns import compiled
from parsers.rules import Hit, Rule

WEEKDAYS = ("calendar.weekday",)

SIDE = {-1: "last", 0: "this", 1: "next"}

NAMESAKE = Pattern(r"(?r)(?<!\p{L})<<timenames.namesake>>[\s\u00a0]")
COMPANY = Pattern(
    r"(?:'s|\u2019s)?[\s\u00a0](?:<<timenames.paper|timenames.company>>|Night[\s\u00a0](?:Football|Live))(?!\p{L})|-\d"
)


def _weekday(hit: Hit) -> Form | None:
    weekday = weekday_of(hit["weekday"])
    if (
        weekday is None
        or NAMESAKE.match(hit.text, max(0, hit.start - 10), hit.start)
        or COMPANY.match(hit.text, hit.end)
    ):
        return None
    if hit["weekday"].islower() and not (
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
        form = Weekday(weekday, None, Relative("week", which_offset(hit["week"])))
    return framed(form, hit)


def _weekday_part(hit: Hit) -> Form | None:
    found = entry("calendar.part", hit["part"])
    inner = (
        _weekday(hit)
        if not compiled(r"[\s\u00a0](?:Football|Live|Fever|Raw)\b").match(hit.text[hit.end : hit.end + 10])
        else None
    )
    return Clock(None, part=str(found.get("timex")), day=inner) if found and inner else None


def _week_weekday(hit: Hit) -> Form | None:
    """As in "last week Sunday", "next week on Friday"."""
    weekday = weekday_of(hit["weekday"])
    said = led(hit, "which")
    return Weekday(weekday, None, Relative("week", which_offset(said))) if weekday and said else None


def _weekday_date(hit: Hit) -> Form | None:
    """As in "Friday the 15th"."""
    weekday, day = weekday_of(hit["weekday"]), small_of(hit["day"])
    if "," in hit.match[0] and compiled(r"[\s\u00a0]\p{L}").match(hit.text[hit.end : hit.end + 2]):
        return None
    return Day(None, None, day, weekday=weekday) if weekday and day and 1 <= day <= 31 else None


def _weekdays_on(hit: Hit) -> Form | None:
    """As in "two Sundays from now", "a week from Monday"."""
    count = number_of(led(hit, "n") or "")
    weekday = weekday_of(hit["weekday"].rstrip("sS"))
    if count is None or weekday is None:
        return None
    return Shifted(count, f"weekday{weekday}", -1 if "ago" in hit.match[0].lower() else 1)


SIDED = (
    r"(?:(?<![\p{L}\p{N}])(?P<which>(?:this[\s\u00a0]{1,2})?"
    rf"(?:<<timewords.back|timewords.ahead|timewords.here>>|coming)){GAP})?"
)


RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        WEEKDAYS,
        rf"(?P<weekday><<calendar.weekday>>)(?!\p{{L}})(?P<week>(?:,?{GAP}of)?{GAP}(?:<<timewords.back|timewords.ahead|timewords.here>>){GAP}week(?!\p{{L}}))?",
        _weekday,
        lead=rf"<<before>>(?:(?<!\p{{L}})the{GAP}(?=prev|prec|prior|foll))?{SIDED}",
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
        lead=rf"<<before>>{SIDED}",
        examples=(("it was sold on Friday evening in Rome", "Friday evening"),),
        rejects=("Monday Night Football", "Friday nightmares"),
        rank=1,
    ),
    rule(
        "weekday.of_week",
        WEEKDAYS,
        r"(?P<weekday><<calendar.weekday>>)(?!\p{L})",
        _week_weekday,
        lead=rf"(?P<which>(?<!\p{{L}})(?:last|next|this)){GAP}week(?:{GAP}on)?{GAP}",
        needs_lead=True,
        before=("week", "on"),
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
        before=COUNTING,
        examples=(("they meet two Sundays from now", "two Sundays from now"),),
        rejects=("two Sundays are left",),
        rank=1,
    ),
)
