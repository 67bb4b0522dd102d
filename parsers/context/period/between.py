"""What the text between the figures says of times: when results are, when it was traded, what lies ahead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.context.period.events import names_an_event
from parsers.context.period.headings import heads, is_heading, leads_list
from parsers.context.period.sessions import goes_back, is_news
from parsers.context.period.times import (
    COMPARED,
    DAYS,
    PERIODS,
    Times,
    is_back,
    is_back_of,
    is_closed,
    is_day,
    is_to_come,
    with_now,
)
from parsers.context.period.wording import RESULT, is_reported_on, looks_ahead, measures, sentence_words
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Moment, Span
from parsers.moments.periods import FRESH
from parsers.text import START, sentence_of
from parsers.values import replace

RESULTS = Pattern(rf"(?:['\u2019]s)?(?! (?:and|but)\b)(?: [\p{{L}}-]{{2,16}}){{0,2}}? (?i:{RESULT})\b")
"""Behind a time that says of when the results are ("third-quarter earnings")."""

RESULTS_FOR = Pattern(
    rf"(?r)\b(?:{RESULT}(?: (?:gains?|growth|increases?|declines?|drops?))?|figures) (?:for|in|of)"
    r" (?:the |its )?"
)
"""Before such a time."""


SET_AGAINST = Pattern(
    r"(?ri)\b(?:from|than|against|versus|compared (?:with|to)) "
    r"(?:(?:the |its )?(?:results?|figures?|levels?|performance) (?:of|for|in) )?(?:the |its )?\Z"
)
REPORTED_FOR = Pattern(r"(?r)\breported for (?:the |its )?\Z")


def times_so_far(
    text: str,
    sentences: Sequence[Span],
    moments: Sequence[Moment],
    reach: tuple[int, int, Span],
    bare: bool,
    times: Times,
) -> Times:
    """The times at a sentence (``reach`` is where the one before began and ended, and its span).

    One with no figures but durations (``bare``) may name a period itself, and so may the first ones.
    """
    begun, end, span = reach
    stop = span.end if bare else span.start
    if _between(moments, end, stop):
        times = announced(text, sentences, moments, end, stop, times)
        times = traded_on(text, sentences, moments, end, stop, times)
    if _between(moments, begun, stop):
        times = outlook(text, sentences, moments, begun, stop, times)
    return (
        times if times.now is not None else announced(text, sentences, moments, span.start, span.end, times)
    )


def announced(
    text: str, sentences: Sequence[Span], moments: Sequence[Moment], start: int, end: int, times: Times
) -> Times:
    """The times after text that may name a period ("results for the nine months")."""
    ended: Moment | None = None
    told: Moment | None = None
    for moment in _between(moments, start, end):
        if moment.first is None:
            continue
        reporting = moment.rule.startswith("reporting") and moment.granularity not in DAYS
        if (
            is_to_come(moment, times)
            or _still_runs(text, moment, times)
            or (ended is not None and (ended.anchor == moment.id or moment.end <= ended.end))
        ):
            continue
        ended = moment
        if told is not None and _is_before_it(sentences, moment, told):
            continue
        results = moment.granularity in (*PERIODS, "month") and _of_results(text, moment)
        over = not _runs(moment, times) and is_reported_on(text, sentences, moment)
        results = results and (over or not looks_ahead(text, sentences, moment))
        hoped = _runs(moment, times) and looks_ahead(text, sentences, moment)
        if (
            reporting
            or results
            or (not hoped and _moved_in(text, sentences, moment, first=times.now is None))
            or _leads(text, sentences, moment, times)
            or (moment.granularity in PERIODS and not hoped and leads_list(text, moment))
        ):
            times = with_now(times, moment)
            if is_heading(text, moment):
                times = replace(times, headed=True, fresh=False, metrics={})
            told = moment
    return times


def _still_runs(text: str, moment: Moment, times: Times) -> bool:
    """Whether a time is not over, and what is told of it is to come ("sales in the quarter would slow")."""
    return _runs(moment, times) and WOULD.match(text, moment.end) is not None


def _runs(moment: Moment, times: Times) -> bool:
    """Whether a time is not over."""
    return times.today is not None and moment.last is not None and moment.last > times.today


WOULD = Pattern(r" (?:will|would|may|might|could|should)\b")


def _is_before_it(sentences: Sequence[Span], moment: Moment, told: Moment) -> bool:
    """Whether a sentence goes back to an earlier time ("a profit in 2025 after losses in 2024").

    Or only tells in which longer one a month lies ("starts fell in June, a sign of weakness in the quarter").
    """
    if sentence_of(sentences, moment.start) != sentence_of(sentences, told.start):
        return False
    first, last = moment.first, moment.last
    if told.granularity == "month" and moment.granularity == "quarter" and told.first and first and last:
        return first <= told.first <= last
    return moment.granularity == told.granularity and is_back(moment, told)


def _between(moments: Sequence[Moment], start: int, end: int) -> Sequence[Moment]:
    """The moments that begin between two offsets."""
    first = bisect_left(moments, start, key=START)
    return moments[first : bisect_left(moments, end, first, key=START)]


def _of_results(text: str, moment: Moment) -> bool:
    """Whether results of a time are spoken of ("third-quarter earnings", "a loss for the third quarter")."""
    if COMPARED.search(moment.text) is not None:
        return False
    if SET_AGAINST.search(text, max(0, moment.start - 48), moment.start) is not None:
        return False  # "up 9% from 2022's sales of $5 million"
    before = RESULTS_FOR.match(text, max(0, moment.start - 40), moment.start)
    before = before or REPORTED_FOR.search(text, max(0, moment.start - 20), moment.start)
    return before is not None or RESULTS.match(text, moment.end) is not None


def _moved_in(text: str, sentences: Sequence[Span], moment: Moment, *, first: bool) -> bool:
    """Whether a sentence tells what an economy did in a time ("Inflation eased more than hoped in May").

    As the ``first`` time of a text it may be that of results ("profit fell in the third quarter").
    """
    if moment.granularity not in (*PERIODS, "month"):
        return False
    if MOVED_IN.search(text, max(0, moment.start - 4), moment.start) is None:
        return False
    if COMPARED_IN.search(text, max(0, moment.start - 32), moment.start) is not None:
        return False
    start = sentences[sentence_of(sentences, moment.start)].start
    words = {word.lower() for word in text[max(start, moment.start - 160) : moment.start].split()}
    if first and BROKE_EVEN.search(text, max(start, moment.start - 60), moment.start) is not None:
        return True
    told = not words.isdisjoint(known("contextwords.told_of")) or (
        first and not words.isdisjoint(RESULT_WORDS)
    )
    return told and not words.isdisjoint(known("directions.verb contextwords.goes"))


BROKE_EVEN = Pattern(r"\b(?:broke even|swung to|returned to|turned a|slipped into|fell into)\b")
"""Before the time of results without a figure ("Calder broke even in the first quarter")."""
RESULT_WORDS = frozenset(("profit", "profits", "earnings", "loss", "losses", "sales", "revenue", "revenues"))


def _leads(text: str, sentences: Sequence[Span], moment: Moment, times: Times) -> bool:
    """Whether a text begins with how a month just ended went, and no figure ("Storms hurt sales in May")."""
    if times.now is not None or times.today is None or moment.granularity != "month" or moment.last is None:
        return False
    at = sentence_of(sentences, moment.start)
    if at > 1 or not 0 < (times.today - moment.last).days <= FRESH:
        return False
    if MOVED_IN.search(text, max(0, moment.start - 4), moment.start) is None:
        return False
    span = sentences[at]
    dash = DASH.search(text, span.start, min(span.end, span.start + 60))
    if DIGIT.search(text, dash.end() if dash is not None else span.start, span.end) is not None:
        return False
    words = sentence_words(text, sentences, moment)
    told = not words.isdisjoint(known("contextwords.told_of")) or not words.isdisjoint(RESULT_WORDS)
    return told and not looks_ahead(text, sentences, moment)


DASH, DIGIT = Pattern(r" (?:-{1,2}|\u2013|\u2014) "), Pattern(r"\d")
MOVED_IN = Pattern(r"(?r)\bin \Z")
COMPARED_IN = Pattern(
    r"(?r)(?:\b(?:from|than|against|versus|with|(?:after|following)(?: \p{L}++){1,2}) "
    r"[\p{Sc}\d][^\s]{0,12}(?: \p{L}{2,12}){0,2}"
    r"|\b(?:after|following) (?:\p{Ll}{2,12} )?\p{Ll}{2,12}ing(?: \p{Ll}{2,12}){0,2}) in \Z"
)
"""Before a time that an old value is of ("rose to 4% from 3% in July", "picked up after falling in July")."""


def _will(text: str, sentences: Sequence[Span], moment: Moment) -> bool:
    """Whether results of a time are to come ("will be charged against fourth-quarter earnings")."""
    if not _of_results(text, moment):
        return False
    start = sentences[sentence_of(sentences, moment.start)].start
    return WILL.search(text, max(start, moment.start - 80), moment.start) is not None


WILL = Pattern(r"\b(?:will|would|plans?|expects?|due|scheduled|set) ")


def _has_been(text: str, sentences: Sequence[Span], moment: Moment, lead: Sequence[str]) -> bool:
    """Whether a day is that of news, and not of what is to come ("It will meet on Tuesday")."""
    start = sentences[sentence_of(sentences, moment.start)].start
    return known("contextwords.no_period").isdisjoint(lead) and WILL.search(text, start, moment.start) is None


def traded_on(
    text: str, sentences: Sequence[Span], moments: Sequence[Moment], start: int, end: int, times: Times
) -> Times:
    """The times after text without figures that may name a trading day ("Stocks fell Friday.")."""
    for moment in _between(moments, start, end):
        if moment.first is None or not is_day(moment) or is_closed(moment):
            continue
        if (times.today is not None and moment.first > times.today) or names_an_event(text, moment):
            continue
        if times.day is not None and goes_back(moment, times):
            continue
        lead = text[max(0, moment.start - 24) : moment.start].split()[-2:]  # "due on Wednesday"
        news = is_news(moment) or moment.first == moment.last == times.today
        if times.said is None and news and _has_been(text, sentences, moment, lead):
            times = replace(times, said=moment)
        words = sentence_words(text, sentences, moment)
        traded = words & known("contextwords.trading") or "markets" in words
        if traded and known("contextwords.no_period").isdisjoint(lead):
            times = replace(times, day=moment)
    return times


def outlook(
    text: str, sentences: Sequence[Span], moments: Sequence[Moment], start: int, end: int, times: Times
) -> Times:
    """The times after text without figures that sets a target for a coming period, or forecasts it."""
    for moment in _between(moments, start, end):
        coming = moment.first is not None and moment.granularity in PERIODS and moment.first != moment.last
        runs = _runs(moment, times)
        coming = coming and (is_back_of(times.now, moment) or (times.now is None and runs))
        named = moment.rule.startswith(("quarter", "year", "half", "fiscal", "reporting"))
        named = named or OUTLOOK_FOR.search(text, max(0, moment.start - 24), moment.start) is not None
        ends = named and ENDS_IT.search(text, max(0, moment.start - 24), moment.start) is not None
        named = named and measures(text, sentences, moment)
        ahead = named and (looks_ahead(text, sentences, moment) or _will(text, sentences, moment))
        if INTO.search(text, max(0, moment.start - PUT_OFF), moment.start) is not None:
            continue
        due = text.endswith(" by ", 0, moment.start)
        if due and known("contextwords.reaches").isdisjoint(sentence_words(text, sentences, moment)):
            continue  # "will cut 8% of posts by 2029"
        if (
            (coming and ahead)
            or (ends and runs and times.now in (None, moment))
            or heads(text, moment, times)
        ):
            times = replace(times, ahead=moment)
    return times


OUTLOOK_FOR = Pattern(r"(?ri)\b(?:outlook|forecasts?|guidance|targets?|estimates?|projections?) for \Z")
"""Before "the year" for which something is foreseen."""
INTO = Pattern(
    r"(?ri)\b(?:into|until|(?:defer(?:s|red|ring)?|delay(?:s|ed|ing)?|postpon(?:e[sd]?|ing)|puts? off"
    r"|(?:push|mov)(?:es?|ed|ing) back)[^.;]{1,64}? to) \Z"
)
"""Before a time that something only lasts or is put off to ("which will fund operations into 2027")."""
PUT_OFF = 80
"""How many characters before such a time are looked at."""


ENDS_IT = Pattern(r"(?ri)\b(?:will|would|should|to) (?:end|finish|close) \Z")
"""Before a time that is only to end so ("it would end the year to June 30 in the red")."""
