"""Times of day: "9:30 a.m. EST Thursday", "noon", "this morning", "late Friday night"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Clock, Day, Form, Part, Relative, Weekday
from parsers.moments.building import dated, rule
from parsers.moments.phrase import GAP, When, which_offset
from parsers.moments.words import Pattern, entry, led, small_of
from parsers.rules import DIGIT, Hit, Rule

ZONE = (
    r"(?P<zone>(?-i:<<zones.code>>)|<<zones.place>>(?:[\s\u00a0](?:standard|daylight))?[\s\u00a0]time)"
    r"(?!\p{L})"
)
DAY = rf",?{GAP}(?:on{GAP})?"


def _time(hit: Hit, when: When | None) -> Form | None:
    hour, minute = int(hit["h"]), int(hit["min"] or 0)
    half = (hit["half"] or "").lower().replace(".", "").replace(" ", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return None
    return Clock(
        hour,
        minute,
        int(hit["sec"]) if hit["sec"] else None,
        day=when.form if when else None,
        zone=hit["zone"] or None,
    )


def _oclock(hit: Hit, when: When | None) -> Form | None:
    hour = small_of(hit["h"])
    if hour is None or not 1 <= hour <= 12:
        return None
    part = entry("calendar.part", hit["part"])
    if part is not None and part.get("timex") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    return Clock(hour, 0, day=when.form if when else None)


def _noon(hit: Hit, when: When | None) -> Form | None:
    found = entry("calendar.clock", hit["clock"])
    return Clock(int(found.get("hour")), 0, day=when.form if when else None) if found else None


def _part(hit: Hit, when: When | None) -> Form | None:
    """As in "this morning", "the evening", "yesterday afternoon", "overnight"."""
    found, side = entry("calendar.part", hit["part"]), led(hit, "which")
    if found is None or NOT_PART.match(hit.text, hit.end):
        return None
    code = str(found.get("timex"))
    if when is not None:
        return (
            _early(Clock(None, part=code, day=when.form), hit)
            if isinstance(when.form, Day | Weekday)
            else None
        )
    today = entry("timewords.today", side)
    if today is not None:
        day: Form = Relative("day", int(today.get("offset")))
    elif side:
        offset = which_offset(side)
        day = Relative(
            "day",
            offset,
            base="text" if side.lower().split()[-1] in ("that", "same", "following", "previous") else "now",
        )
    else:
        day = Relative("day", 0, base="text")
    return _early(Clock(None, part=code, day=day), hit)


def _early(form: Form, hit: Hit) -> Form:
    part = entry("timewords.early", led(hit, "early"))
    return Part(part.id, form) if part else form


NOT_PART = Pattern(
    r"-\p{L}|[\s\u00a0](?:shift|school|club|clubs|life|sky|paper|newspaper|show|news|trading|session|gown)"
)


def _night(hit: Hit) -> Form | None:
    found = entry("timewords.tonight", hit.match[0])
    return (
        Clock(None, part=str(found.get("part")), day=Relative("day", int(found.get("offset"))))
        if found
        else None
    )


_HALF = r"(?P<half>[AaPp][\s\u00a0]?\.?[\s\u00a0]?[Mm](?:\.(?!\p{L})|(?![\p{L}\p{N}])))"

RULES: tuple[Rule, ...] = (
    rule(
        "clock.half",
        (DIGIT,),
        rf"(?P<h>[0-9]{{1,2}})(?:[:.](?P<min>[0-5][0-9])(?::(?P<sec>[0-5][0-9]))?)?[\s\u00a0]?{_HALF}(?:[\s\u00a0]\(?{ZONE}\)?)?(?!\p{{L}})",
        dated(DAY, _time, needed=False),
        lead="<<before>>",
        near=("am", "pm", "a", "p", "m"),
        digits=Digits(count=(1, 2), then=":. Aa"),
        examples=(
            ("it opens at 9:30 a.m. EST Thursday in York", "9:30 a.m. EST Thursday"),
            ("call 8pm today", "8pm today"),
        ),
        rejects=("it has 9 amps", "at 45 p.m. he left"),
        rank=2,
    ),
    rule(
        "clock.colon",
        (DIGIT,),
        rf"(?P<h>[01]?[0-9]|2[0-4]):(?P<min>[0-5][0-9])(?::(?P<sec>[0-5][0-9]))?(?![\p{{L}}\p{{N}}]|[:.]\d)(?P<half>)(?:[\s\u00a0]\(?{ZONE}\)?)?(?!\p{{L}})",
        dated(DAY, _time, needed=False),
        near=(":",),
        digits=Digits(count=(1, 2), then=":"),
        examples=(("it shuts at 16:30 GMT in London", "16:30 GMT"),),
        rejects=("a ratio of 3:1", "the score was 100:99"),
        rank=1,
    ),
    rule(
        "clock.military",
        (DIGIT,),
        r"(?P<h>[01][0-9]|2[0-4])(?P<min>[0-5][0-9])(?:[\s\u00a0]?(?:hours|hrs)(?!\p{L}))?(?:[\s\u00a0]?(?P<zone>(?-i:GMT|UTC|EST|EDT|BST|CET)|(?<=[\s\u00a0])local(?=[\s\u00a0]time)))(?P<half>)(?P<sec>)(?!\p{L})",
        dated(DAY, _time, needed=False),
        near=("zones.code", "local"),
        digits=Digits(count=(4,)),
        examples=(
            ("it landed at 1430 GMT in Oslo", "1430 GMT"),
            ("by 1430 local time it", "1430 local"),
            ("it fell at 2100GMT in Oslo", "2100GMT"),
        ),
        rejects=("2024 GMTs", "there were 1430 people"),
        rank=2,
    ),
    rule(
        "clock.dotted",
        (DIGIT,),
        r"(?<!\p{Sc})(?P<h>[01]?[0-9]|2[0-3])\.(?P<min>[0-5][0-9])(?P<half>)(?P<sec>)"
        r"[\s\u00a0]?(?P<zone>(?-i:GMT|UTC|EST|EDT|BST|CET)|(?<=[\s\u00a0])local(?=[\s\u00a0]time))(?!\p{L})",
        dated(DAY, _time, needed=False),
        near=("zones.code", "local"),
        digits=Digits(count=(1, 2), then="."),
        examples=(
            ("it shuts at 16.30 GMT in Oslo", "16.30 GMT"),
            ("talks resume at 10.00 local time there", "10.00 local"),
        ),
        rejects=("it fell to 16.30 in Oslo", "10.99 GMT", "it paid $1.25 EST", "a pace of 1.25 est"),
        rank=2,
    ),
    rule(
        "clock.hours",
        (DIGIT,),
        r"(?<=\b(?:at|by|until|since|before|after)[\s\u00a0])(?P<h>[01][0-9]|2[0-3])(?P<min>[0-5][0-9])"
        r"[\s\u00a0]?(?:hours|hrs)(?!\p{L})(?P<half>)(?P<sec>)(?P<zone>)",
        dated(DAY, _time, needed=False),
        near=("hours", "hrs"),
        digits=Digits(count=(4,)),
        examples=(("the talks begin at 1500 hrs in Oslo", "1500 hrs"),),
        rejects=("it ran for 1500 hours", "at 1575 hours of flight"),
        rank=2,
    ),
    rule(
        "clock.oclock",
        (DIGIT, "numbers.unit", "numbers.teen"),
        rf"(?P<h>[0-9]{{1,2}}|<<numbers.unit|numbers.teen>>)(?:{GAP}?o['\u2019]clock(?:{GAP}(?:in{GAP}the{GAP})?(?P<part><<calendar.part>>))?|{GAP}in{GAP}the{GAP}(?P<part>morning|afternoon|evening))(?!\p{{L}})(?!\p{{L}})",
        dated(DAY, _oclock, needed=False),
        near=("o'clock", "o\u2019clock", "calendar.part"),
        digits=Digits(count=(1, 2), then=" Aa"),
        examples=(
            ("they left at 4 in the morning for Rome", "4 in the morning"),
            ("it shut at six o'clock in Rome", "six o'clock"),
        ),
        rejects=("six in the room",),
        rank=1,
    ),
    rule(
        "clock.noon",
        ("calendar.clock",),
        r"(?P<clock><<calendar.clock>>)(?!\p{L})(?!\p{L})",
        dated(DAY, _noon, needed=False),
        lead="<<before>>",
        examples=(("they meet at noon Thursday in Bern", "noon Thursday"),),
        rejects=("nooning",),
    ),
    rule(
        "clock.part",
        ("calendar.part",),
        r"(?P<part><<calendar.part>>)(?!\p{L})",
        dated(rf"{GAP}of{GAP}", _part, needed=False),
        lead=rf"<<before>>(?<![\p{{L}}\p{{N}}])(?:(?P<which>this|that|the{GAP}same|the{GAP}following|the{GAP}previous|the{GAP}next|yesterday|tomorrow|today){GAP}|the{GAP})",
        needs_lead=True,
        before=(
            *("this", "that", "same", "following", "previous", "next"),
            *("yesterday", "tomorrow", "today", "the"),
        ),
        examples=(
            ("it was sold this morning in Oslo", "this morning"),
            ("on the morning of Aug. 7 he left", "the morning of Aug. 7"),
            ("he left yesterday afternoon for Rome", "yesterday afternoon"),
        ),
        rejects=("a morning paper", "the evening news"),
        rank=1,
    ),
    rule(
        "clock.tonight",
        ("timewords.tonight",),
        r"<<timewords.tonight>>(?!\p{L})",
        _night,
        examples=(("it opens tonight in Rome", "tonight"), ("shares rose overnight in Asia", "overnight")),
        rejects=("tonights",),
    ),
)
