"""The year of a month or a day that is printed without one, by tense and by how far it is from now."""

from __future__ import annotations

import calendar
import datetime as dt

from parsers.moments import periods
from parsers.moments.context import CLAUSE, Context
from parsers.moments.words import Pattern

FORECAST_TO = Pattern(
    r"(?ri)(?<!\p{L})(?:expected|forecast|predicted|projected|seen|estimated|likely) (?:to (?:have )?)?"
    r"(?:<<directions.verb>>|improving|show|remain|stay|hold|come in) (?:[^.;:!?\n]|\.(?=\d)){0,48}?in \Z"
)
"""Before the month of a statistic that is only foreseen ("is expected to rise by 0.3% in")."""
HAVING = Pattern(
    r"(?ri)(?<!\p{L})(?:after|following) (?:(?:having )?(?:<<directions.verb>>)|showing|adding"
    r"|(?:the|an?) [\d.,]++(?:%| per ?cent) (?:gain|rise|increase|drop|fall|decline|decrease|slide|jump))"
    r"(?:[^.,;:!?\n]|[.,](?=\d)){0,32}? in \Z"
)
"""Before the month of what came before ("is forecast rising 0.2% in May after gaining 0.3% in")."""


def _year_that_opens(context: Context, month: int) -> int | None:
    """The year of a month of the time that opens its sentence ("In 1988 it bought a mill in March")."""
    last, start = context.last, context.sentence()[0]
    if last is None or last.first is None or last.last is None or last.anchor is not None:
        return None
    if context.last_at < start or (last.last - last.first).days < SPAN or context.last_at > start + AT_FRONT:
        return None
    if SAYS.search(context.text, context.last_at, context.at) is not None:
        return None
    if IN.match(context.text, start, context.last_at) is None:
        return None
    years = {last.first.year, last.last.year}
    begins = ((year, periods.make_date(year, month, 1)) for year in sorted(years))
    return next((year for year, day in begins if day and last.first <= day <= last.last), None)


SPAN, AT_FRONT = 80, 12
IN = Pattern(r"(?i)\s*(?:in|during|for) (?:the )?\Z")
SAYS = Pattern(r"(?i);|\b(?:said|says|told|but|while|and in|since)\b")
CONTRACT = Pattern(r"(?i)[\s-](?:\p{Ll}{3,10}[\s])?(?:delivery|futures|(?P<the>contracts?))(?!\p{L})")
"""Behind the month in which what is dealt in is delivered ("for January delivery", "the May contract")."""
FAR = 120
"""Days ahead from which a month of which no verb tells is rather that of the year before."""


def _year_that_ends_a_list(context: Context, month: int) -> int | None:
    """The year that only the last of several months has ("$4 in June, $9 in October 2019")."""
    hit = LISTED.match(context.text, context.end, context.end + CLAUSE)
    if hit is None:
        return None
    last = next((m for m in range(1, 13) if calendar.month_abbr[m] == hit["last"][:3]), month)
    return int(hit["year"]) - (month > last)


LISTED = Pattern(
    r"(?:,|,?[\s]and)[\s][^\s\d]{0,4}\s?\d[^.;]{0,24}?[\s]in[\s](?:\p{Lu}\p{Ll}{2,8},?[\s]and[\s][^\s\d]{0,4}\s?\d"
    r"[\d,.]*+[^.;,]{0,24}?[\s]in[\s])?(?P<last><<calendar.month|calendar.month_word>>)[\s](?P<year>(?:19|20)\d\d)(?!\d)"
)
"""Behind a month: other amounts in later months, the last with its year."""


def _is_of_a_future(context: Context) -> bool:
    """Whether a month is the one in which something is delivered that is dealt in now."""
    hit = CONTRACT.match(context.text, context.end)
    if hit is None:
        return False
    return hit["the"] is None or context.text[max(0, context.at - 4) : context.at].lower() == "the "


def _is_yet_to_be_told(context: Context, now: dt.date, month: int) -> bool:
    """Whether it is one of the two months just over, of which statistics are foreseen that come out soon."""
    over = (now.month - month) % 12 in (1, 2)
    return over and FORECAST_TO.search(context.text, max(0, context.at - 96), context.at) is not None


def _is_past_here(context: Context, now: dt.date, month: int) -> bool:
    """Whether a month is one that is over, for all that its sentence foresees something."""
    if OF_REPORT.match(context.text, context.end) is not None and (now.month - month) % 12 <= SOON:
        return True
    having = HAVING.search(context.text, max(0, context.at - 64), context.at) is not None
    return having or _is_yet_to_be_told(context, now, month)


OF_REPORT = Pattern(
    r" (?:(?:jobs|payrolls?|employment|inflation|CPI|PPI|PCE|retail sales|sales|trade|PMI|price|consumer"
    r"|producer|housing|GDP) ){1,3}(?:report|data|figures|numbers|reading|statistics|survey|print)\b"
)
"""Behind the month that statistics are of, which are still to come ("the July jobs report will show")."""
SOON = 2
"""Months after which the statistics of one are out."""


def nearest_year(context: Context, month: int, day: int | None = None) -> int | None:
    """The year for a month (and day) that is printed without one, by tense and distance from now."""
    if (told := _year_that_opens(context, month)) is not None:
        return told
    if not day and (listed := _year_that_ends_a_list(context, month)) is not None:
        return listed
    now = context.reference
    if now is None:
        return None
    if not day and _is_of_a_future(context):
        return now.year + (month < now.month)
    tense = context.tense()
    if tense == "future" and not day and _is_past_here(context, now, month):
        tense = "past"
    found = []
    for year in (now.year - 1, now.year, now.year + 1):
        date = periods.make_date(year, month, min(day or 15, 28))
        if date is not None:
            found.append(((date - now).days, year))
    slack = 45 if day else 16
    if tense == "future":
        ahead = [pair for pair in found if pair[0] >= (-20 if day else -16)]
        return min(ahead)[1] if ahead else now.year
    if tense == "past":
        back = [pair for pair in found if pair[0] <= (slack if day else 16)]
        return max(back)[1] if back else now.year
    if not day and tense is None and not any(now.year == year and far > FAR for far, year in found):
        return now.year
    return min(found, key=lambda pair: abs(pair[0]))[1] if found else None


def is_told_of_already(context: Context, year: int, month: int) -> bool:
    """Whether a month is that which the text reports, of which "last May" means the one a year before."""
    told = context.newest[0].first if context.newest is not None else None
    if told is None or (told.year, told.month) != (year, month):
        return False
    return context.text[max(0, context.at) : context.at + 5].lower() == "last "


def sided_year(side: dt.date, now: dt.date, month: int) -> int:
    """As in "last April", "next March": the nearest such month before or after this one."""
    ahead = (side.year, side.month) > (now.year, now.month)
    same = (side.year, side.month) == (now.year, now.month)
    if same:
        return now.year
    if ahead:
        return now.year if month > now.month else now.year + 1
    return now.year if month < now.month else now.year - 1
