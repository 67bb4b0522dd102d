"""The day of trading that a sentence names, and the day on which the news came."""

from __future__ import annotations

import datetime as dt

from parsers.context.period.events import WEEKDAY, names_an_event
from parsers.context.period.isold import belongs_to_old
from parsers.context.period.times import COMPARED, Times, is_closed, is_day, moment_at
from parsers.context.rows.clauses import of_another_aside
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment
from parsers.values import replace


def _is_market_day(row: Row, at: int, moment: Moment, today: dt.date | None) -> bool:
    """Whether a day may be the one of trading: not an old value's, no end, no holiday, not one to come."""
    if is_closed(moment) or (today is not None and moment.first is not None and moment.first > today):
        return False
    if row.tags[at - 2 : at - 1] == "T" and row.keys[at - 1] in known("contextwords.ended"):
        return False
    if names_an_event(row.text, moment) or _is_of_a_mark(row, at):
        return False
    if row.keys[0] in UNLESS and "," not in row.tags[:at]:
        return False
    due = any(word.key in known("contextwords.no_period") for word in row.words[max(0, at - 2) : at])
    due = due or (at > 0 and row.words[at - 1].key in ("over", "above", "below", "under"))
    due = due or PAST_DAY.match(moment.text) is not None
    now = moment.first == moment.last == today and THIS_PART.match(moment.text) is not None
    return (now or is_day(moment)) and not due and not belongs_to_old(row, at)


UNLESS = ("barring", "absent", "unless")
"""Before what has not come yet ("Barring a decline today, it would be")."""
THIS_PART = Pattern(r"(?i)this (?:morning|afternoon)\b")
PAST_DAY = Pattern(r"(?i)(?:the |over |in )*(?:past|last) (?:day|24 hours)\b")
"""A length of time that is no session."""


def _is_of_a_mark(row: Row, at: int) -> bool:
    """Whether a day is the one of an earlier mark ("below the record 9,338 it reached on July 17")."""
    reached, marks = known("contextwords.reached"), known("contextwords.marks")
    for verb in range(max(0, at - 3), at):
        if row.keys[verb] in reached and not marks.isdisjoint(row.keys[max(0, verb - 6) : verb]):
            return True
    return False


def trading_day(row: Row, place: int, today: dt.date | None) -> Moment | None:
    """The nearest day of the sentence that is not the old value's ("late Monday" after "from")."""
    days = []
    for at, tag in enumerate(row.tags if "T" in row.tags else ""):
        moment = moment_at(row, at) if tag == "T" else None
        if moment is None or not _is_market_day(row, at, moment, today):
            continue
        if (
            _only_dates_the_news(row, at)
            or _is_owned_apart(row, at, place)
            or _is_of_one_behind(row, at, place, moment)
        ):
            continue
        if came_before(row, place, at) or (at < place and _ends_an_aside(row, at)):
            continue
        if not PARTED.search(row.tags[place : at + 1]) and not of_another_aside(row.tags, at, place):
            beside = row.tags[place + 1 : at] == "p" and row.keys[place + 1] == "on"
            days.append((0 if beside else abs(at - place), at, moment))
    return min(days, key=lambda d: d[:2])[2] if days else None


def is_from_a_mark(row: Row, figure: Figure, place: int) -> bool:
    """Whether a rate tells how far something is from a high of no said time ("down 20% from its peak")."""
    if figure.kind != Kind.PERCENT:
        return False
    if "had" in row.keys[max(0, place - 4) : place - 1]:
        return True  # "The index had dropped 10% from its peak"
    of_mark = FROM_ITS.match(row.tags, place + 1) is not None
    return of_mark and not known("contextwords.marks").isdisjoint(row.keys[place + 2 : place + 6])


def is_of_results(row: Row, moment: Moment) -> bool:
    """Whether a time is that of a result, and not of trading ("fell 3% after its first-half profit")."""
    at = next((at for at, word in enumerate(row.words) if word.ref == moment), None)
    return at is not None and OWN_RESULT.match(row.tags, at + 1) is not None


OWN_RESULT = Pattern(r"x{0,2}M")
FROM_ITS = Pattern(r"f[iD]")


def clock_day(row: Row, today: dt.date | None) -> Moment | None:
    """The time of day at which prices are told of ("rose 4% by 0900 GMT"): they are of the article's day."""
    for at, tag in enumerate(row.tags if "T" in row.tags and today is not None else ""):
        moment = moment_at(row, at) if tag == "T" else None
        if moment is not None and moment.rule.startswith("clock.") and moment.first == today == moment.last:
            return moment
    return None


def is_dealt_in(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is of what changed hands in a session ("exchanged 3 million shares in 900 deals")."""
    near = row.keys[max(0, place - DEALING) : place + DEALING]
    if known("contextwords.dealt_in").isdisjoint(near):
        return False
    if figure.kind is Kind.COUNT:
        return (figure.unit or "").split()[-1:] in (["share"], ["deal"], ["contract"])
    named = figure.metric.text.lower() if figure.metric is not None else ""
    return figure.kind is Kind.PERCENT and named in ("volume", "trading volume", "volumes", "deals")


DEALING = 24
"""How many words around a figure tell that something was dealt in."""


def _is_owned_apart(row: Row, at: int, place: int) -> bool:
    """Whether a day owns something else than the figure ("rose 2%, recovering from Monday's plunge")."""
    if row.tags[at + 1 : at + 2] != "'" or WEEKDAY.match(row.words[at].key) is None:
        return False
    return place < at or OWN_NOUN.match(row.tags[at + 2 : place]) is None


def _is_of_one_behind(row: Row, at: int, place: int, moment: Moment) -> bool:
    """Whether a day counted back is that of a figure between ("9, above the 8 of a day earlier")."""
    return COMPARED.search(moment.text) is not None and "F" in row.tags[place + 1 : at]


def came_before(row: Row, place: int, at: int) -> bool:
    """Whether a day behind a figure is of what came before it ("at 148, after falling to 147 Thursday")."""
    after = next((i for i in range(place + 1, at) if row.keys[i] in EARLIER), None)
    if after is None:
        return False
    return "F" in row.tags[after:at] or row.keys[at - 1].split()[-1] in known("contextwords.news_told")


EARLIER = ("after", "following", "having")
OWN_NOUN = Pattern(r"[^,;VHWBASm]{0,12}\Z")
"""Between such a day and what is its own ("Monday's close of $45")."""


PARTED = Pattern(r";|,[&c](?:[pna][dx]{0,2}T|T)")


"""Between a figure and the day of another clause ("closed at 45, and in early trading Tuesday it fell")."""


def market_day(row: Row, times: Times) -> Times:
    """The times with the trading day that a sentence on a market names, and the day of the news."""
    if times.said is None and "T" in row.tags and (said := _news_day(row, times.today)) is not None:
        times = replace(times, said=said)
    trades = row.tells("contextwords.trading")
    if "T" in row.tags and ("Z" in row.tags or trades):
        if not PAST_CLOSE.isdisjoint(row.keys):
            return times
        first = row.tags.find("F")
        for at, tag in enumerate(row.tags):
            moment = moment_at(row, at) if tag == "T" else None
            if moment is None or not (
                _is_market_day(row, at, moment, times.today) or _is_hour(row, at, moment, times)
            ):
                continue
            of_saying = SAYS.search(row.tags[max(0, at - 2) : at]) is not None and not trades
            if of_another_aside(row.tags, at, -1) or _ends_an_aside(row, at):
                continue
            if times.day is not None and (COMPARED.search(moment.text) or goes_back(moment, times)):
                continue
            if 0 <= first < at and came_before(row, first, at):
                continue
            if _only_dates_the_news(row, at) or _is_long_ago(moment, times.today):
                continue
            if times.day is None and row.span.start > FRONT and _is_before_last(moment, times.today):
                continue
            if not of_saying and not (0 <= first < at and PARTED.search(row.tags[first : at + 1])):
                return replace(times, day=moment)
    return times


def _is_hour(row: Row, at: int, moment: Moment, times: Times) -> bool:
    """Whether a time of day is the text's first word on when was traded ("at 4 p.m. in New York")."""
    if not moment.rule.startswith("clock.half"):
        return False
    if times.day is not None or times.said is not None:
        morning = MORNING.search(moment.text) is not None and moment.first == moment.last == times.today
        first = row.tags.find("F")
        return morning and 0 <= first < at and times.day is not None and is_before(times.day, times.today)
    return moment.first == moment.last == times.today and row.tags[at - 1 : at] == "a"


def is_before(moment: Moment, today: dt.date | None) -> bool:
    """Whether a session was over before the day of the text."""
    return today is not None and moment.last is not None and moment.last < today


MORNING = Pattern(r"(?i)\ba\.?m\b")


def _only_dates_the_news(row: Row, at: int) -> bool:
    """Whether a day is that of a dateline, behind which no market is told of ("May 4 - Halden said")."""
    if row.tags[at + 1 : at + 2] != "-" or at > DATELINE:
        return False
    return MARKET.match(row.tags, at + 2) is None and not row.tells("contextwords.closed contextwords.trades")


MARKET = Pattern(r"[DxLUdi']{0,3}[ZM]")
"""Behind a dateline: the market that the sentence is about ("TOKYO, May 4 - Share prices fell")."""


def _is_long_ago(moment: Moment, today: dt.date | None) -> bool:
    """Whether a day is no session that a text of today goes on about ("on July 1 last year")."""
    return today is not None and moment.last is not None and (today - moment.last).days > SESSIONS


def _is_before_last(moment: Moment, today: dt.date | None) -> bool:
    """Whether a day lies before the last session that a text of today can go on about."""
    if today is None or moment.last is None:
        return False
    since = 3 if today.weekday() == MONDAY else 2 if today.weekday() > FRIDAY else 1
    return (today - moment.last).days > since


MONDAY, FRIDAY = 0, 4
FRONT = 600
"""Within how many characters of its beginning a text names the session that it goes on about."""
SESSIONS = 21
"""Days after which a text tells of no session any more, but by the way."""


def goes_back(moment: Moment, times: Times) -> bool:
    """Whether a day lies before the session of the news, which the text goes on about."""
    day = times.day.first if times.day is not None else None
    if day is None or moment.first is None or moment.first >= day:
        return False
    return day == times.today or (times.said is not None and day == times.said.first)


def _ends_an_aside(row: Row, at: int) -> bool:
    """Whether a day closes an aside ("Stocks, which set a record Tuesday, fell Wednesday")."""
    in_one = WHICH.search(row.tags[max(0, at - 16) : at]) is not None
    return in_one and (row.tags[at + 1 : at + 2] == "," or GOES_ON.match(row.tags, at + 1) is not None)


WHICH = Pattern(r"(?r),r[^,;]{1,14}\Z")
GOES_ON = Pattern(r"[^,;]{1,14},d?[VHBAmW]")
"""Behind a day in an aside: its end, and what the sentence tells ("which rose Tuesday on a bid, fell")."""
SAYS = Pattern(r"(?r)Sp?\Z")


"""Before the day of what was said, of which no trade is told ("the copper miner said on Thursday")."""


PAST_CLOSE = frozenset(("closing price", "closing share price", "premium"))


"""What a bid is measured by: its day is not the one that the text goes on about."""


NEWS = ("weekday", "relative.today")


def _news_day(row: Row, today: dt.date | None) -> Moment | None:
    """The day on which something was said or reported ("Halden said Tuesday"); a plan's day is none."""
    for at, tag in enumerate(row.tags):
        moment = moment_at(row, at) if tag == "T" else None
        dated = moment is not None and at < DATELINE and moment.first == moment.last == today
        if moment is None or not (dated or is_news(moment)) or not _is_market_day(row, at, moment, today):
            continue
        if HAD.search(row.tags, 0, at) is not None or _ends_an_aside(row, at):
            continue  # "the index, which had jumped 41 points on Tuesday, rose"
        if SAYS.search(row.tags[max(0, at - 2) : at]) or not AHEAD.search(row.tags[max(0, at - 8) : at]):
            return moment
    return None


DATELINE = 6
"""Among how many words at the beginning of a sentence the day of an article stands."""
AHEAD = Pattern(r"[AX]")
HAD = Pattern(r"(?r),rHd?[VmWx][^,;]*\Z")


def is_news(moment: Moment) -> bool:
    """Whether a moment is a day as news tells it: "yesterday", "Tuesday", "Tuesday, May 4"."""
    return moment.rule.startswith(NEWS) or (is_day(moment) and WEEKDAY.match(moment.text) is not None)
