"""Dates with a time as machines print them: mail headers, logs, feeds."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Clock, Day, Form, Written, Year
from parsers.moments.building import rule
from parsers.moments.calendar import MONTHS, WEEKDAYS
from parsers.moments.phrase import GAP
from parsers.rules import DIGIT, Hit, Rule

TIME = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
ZONE = r"(?:[\s\u00a0](?:<<zones.code>>|[+-][0-9]{2}:?[0-9]{2}|Z)(?![\p{L}\p{N}]))?"
DAY_NAME = rf"(?:<<weekday_name>>,?{GAP})?"


def _iso(hit: Hit) -> Form | None:
    month, day, hour = int(hit["m"]), int(hit["d"]), int(hit["h"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour <= 24):
        return None
    second = int(hit["sec"]) if hit["sec"] else None
    date = Day(Year(int(hit["y"])), month, day)
    return Clock(hour, int(hit["min"]), second, day=date, zone=hit["zone"])


def _written(hit: Hit) -> Form | None:
    return Written(hit.match[0])


RULES: tuple[Rule, ...] = (
    rule(
        "stamp.iso",
        (DIGIT,),
        r"(?P<y>[12][0-9]{3})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?:T|[\s\u00a0])(?P<h>[0-2][0-9]):(?P<min>[0-5][0-9])"
        r"(?::(?P<sec>[0-5][0-9])(?:\.[0-9]{1,6})?)?(?P<zone>Z|[\s\u00a0]?[+-][0-9]{2}:?[0-9]{2})?(?![\p{L}\p{N}:])",
        _iso,
        near=(":",),
        digits=Digits(count=(4,), then="-"),
        examples=(("created 2021-03-05T16:30:00Z by hand", "2021-03-05T16:30:00Z"),),
        rejects=("created 2021-13-05T16:30 by hand", "the date 2021-03-05 is set"),
        rank=2,
    ),
    rule(
        "stamp.mail",
        (DIGIT, *WEEKDAYS),
        rf"{DAY_NAME}[0-3]?[0-9](?:{GAP}|-)<<month_name>>(?:{GAP}|-)<<year4>>,?{GAP}{TIME}{ZONE}",
        _written,
        near=(":",),
        digits=Digits(count=(1, 2), then=" -"),
        examples=(("Date: Fri, 05 Mar 2021 16:30:00 +0000", "Fri, 05 Mar 2021 16:30:00 +0000"),),
        rejects=("Fri, 05 Mar 2021 of 16:30",),
        rank=2,
    ),
    rule(
        "stamp.log",
        (*MONTHS, *WEEKDAYS),
        rf"{DAY_NAME}<<month_name>>{GAP}[0-3]?[0-9]{GAP}{TIME}{ZONE}{GAP}<<year4>>",
        _written,
        near=(":",),
        examples=(("printed Fri Mar  5 16:30:00 GMT 2021 here", "Fri Mar  5 16:30:00 GMT 2021"),),
        rejects=("Fri Mar 5 16:30 here",),
        rank=2,
    ),
)
