"""What surrounds a time phrase while it is resolved: now, the text's own anchors, tense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import singledispatch

from parsers.forms import Form
from parsers.model import Span
from parsers.moments.fronts import CLAUSE_HEAD, FRONT_BY
from parsers.moments.periods import Period
from parsers.moments.words import Pattern
from parsers.text import sentence_of
from parsers.values import record
from parsers.worded import Words

REFERENCE = "reference date"
Following = tuple[int, int, str, Form]
"""The mention behind one: where it begins and ends, its id and its form."""
FUTURE = Pattern(r"(?i)(?<!\p{L})<<tenses.future>>(?!\p{L})")
_PAST = (
    r"(?<!\p{L})(?:<<tenses.past>>|"
    r"(?<!(?<!\p{L})(?:be|been|being|will|to|is|are|get|gets|for|of|a|an|the|its|still)[\s])"
    r"(?:<<tenses.done>>|(?-i:(?!<<tenses.attributive>>)\p{Ll}{2,}ed)))(?!\p{L})"
)
GONE = "tenses.past|tenses.done"
PAST, LAST_PAST = Pattern("(?i)" + _PAST), Pattern("(?ri)" + _PAST)
PRESENT = Pattern(r"(?i)(?<!\p{L})(?!(?-i:May\b))<<tenses.open>>(?!\p{L})")
IS_TO = Pattern(r"(?i)\b(?:will|would|shall|should|to be|effective|expect|plan)")
"""Before a day "as of" which something is only to be."""
BY = Pattern(r"(?ri)(?<!\p{L})(?:by|until)[\s](?:early[\s]|late[\s]|mid-?)?")
DONE = Pattern(r"(?i)(?:had|was|were|had[\s]been)(?:[\s]been|[\s]not|[\s]originally|[\s]previously)?[\s]\Z")
BEGINS = r"(?i)\b(?:year|quarter|half|period),? (?:that|which) (?:begins|starts|ends|closes)\b"
OPENS, OPENS_ON = Pattern(BEGINS), Pattern(BEGINS + r"(?: on)? \Z")
"""A year "that begins July 1" has not begun."""
CLOSE_OF = Pattern(r"['\u2019]?s? (?:clos(?:e|ing)) (?:price|level|quote|value)\b")
"""Behind the day of a price that is known ("its Friday closing price")."""
STOOD_ON = Pattern(r"(?:\boutstanding (?:at|on)|\bclosing price (?:of|for) [^.;,$]{1,32} on) \Z")
"""Before a day on which something is known to have been so ("68 million shares outstanding at Aug. 3")."""
RECORD_ON = Pattern(
    r"(?i)\b(?:current|previous|old|existing|prior) (?:\p{Ll}++ ){0,2}?"
    r"(?:record|high|low|peak)(?: high| low)? of "
    r"(?:[^.;]|\.(?=\d)){1,32} (?:on|in|from) \Z"
)
"""Before the day of a record that stands ("would top the current record of 15.75 on")."""
HAD = Pattern(
    r"(?i)\bhad\b(?! (?:been )?(?:expect|forecast|predict|project|pencil|anticipat|look|bet"
    r"|agree|plann|promis|pledg|vow|aim|hop|intend|want|decid))"
    r"(?!.*\b(?:and|but)\b.*\bto\b)"
)
"""What was done already, unless the clause goes on to what is to be done ("had nine and was to open")."""
FROM = Pattern(
    r"(?ri)(?<!\p{L})(?:from|against|versus|compared[\s](?:with|to))[\s](?:(?:around|about|some|nearly|roughly|almost)[\s])?[\p{Sc}\d][^\s]{0,12}(?:[\s](?:million|billion|trillion|percent|per[\s]cent|cents|megawatts|tons|tonnes|barrels|bpd))?[\s](?:at|on|in)[\s]"
)
"""Before the day of an old value ("will fall to 7.9% from 8.6% at June 30")."""
FROM_THE = Pattern(r"(?ri)(?<!\p{L})(?:from|than|below|above|over|against|to)(?: the)? \Z")
OWNS_VALUE = Pattern(r"['\u2019]s? (?:record |revised |reported |adjusted )?\p{Sc}?\d")
"""Around a time gone by that has a value ("to fall 10 percent from the fourth quarter's $780 million")."""
DOWN_FROM = Pattern(
    r"(?ri)(?<!\p{L})(?:up|down|eased|easing|risen|rising|rose|fell|fallen|falling|slowed|slowing|lower|higher)"
    r" (?:sharply |slightly )?(?:from|than) (?:in )?\Z"
)
"""Before a time that something is compared with ("will buy a car, easing from September")."""
TO_END = Pattern(r"(?ri)(?<!\p{L})to (?:end|close|finish) \Z")
"""Before a time that is still to be gone through ("in order to end December with")."""
PUT_IN = Pattern(
    r"(?ri)(?:,|\()[\s](?:which[\s](?:hit|reached|was|(?:stood|peaked)[\s]at"
    r"|(?:climbed|eased|fell|jumped|rose|slowed)[\s]to)[\s])?(?:at[\s])?\p{Sc}?\d[^\s,]{0,12}"
    r"(?:[\s](?:million|billion|percent|per[\s]cent|cents|pence|pounds))?[\s](?:at|on|in)[\s](?:the[\s]end[\s]of[\s])?\Z"
)
"""Before the day of what stands, put in before what is to come ("gearing, 38% at the end of May, would")."""
VERB = Pattern(r"(?i)(?:,?[\s]\p{L}{1,12}){1,2}?[\s](?:was|were|had|stood|said|made|sold|earned|lost)\b")
"""Behind a time that opens a clause of its own ("; in July he had said")."""
AFTER = Pattern(
    r"(?ri)(?<!\p{L})(?:after|as|because|since|while)"
    r"(?:[\s][\p{L}'\u2019-]{1,14}){1,4}?[\s](?:for|in)[\s]"
    r"(?:(?:[\p{L}-]{1,9}[\s]){1,4}(?:to|ended|through)[\s])?\Z"
)
_MOVE = r"(?:advance|decline|drop|fall|gain|growth|increase|jump|rise|slide|slump|surge)"
AFTER_A_MOVE = Pattern(
    rf"(?ri)(?<!\p{{L}})(?:after|following)[\s](?:(?:an?|the)[\s])?(?:(?:\p{{Ll}}++[\s])?{_MOVE}[\s]of[\s]"
    r"|\p{Ll}{3,12}ing[\s](?:by[\s])?)?\p{Sc}?[\d.,]{1,9}[\s]?(?:%|percent|per[\s]cent|points?|million|billion)?"
    rf"(?:[\s]{_MOVE})?[\s](?:in|for|during)[\s]\Z"
)
"""Before the time of a move that what is told of comes after ("would rise 2% after a gain of 3% in May")."""
GOES_ON = Pattern(rf"(?i)[\s](?:more than )?{_PAST}")
"""Around a time that a clause of its own tells of ("will cut jobs after profits for the year fell")."""
CLAUSE = 200
BESIDE = 12
"""How many characters behind "is" what it looks ahead by may stand ("is now guiding")."""
NEAR = 240
"""How many characters before its sentence a month may stand from which others are counted."""
FORESEEN = Pattern(
    r"(?ri)\b(?:forecast|outlook|projection|guidance|estimate)s? (?:for|of|that) "
    r"(?:[\p{L}'\u2019-]++ ){0,6}\Z"
)
"""Before a time of which something is only foreseen ("its forecast for the fourth quarter")."""

WOULD = Pattern(r"(?i),?[\s](?:will|would)[\s](?!have\b|\p{L}{1,8}[\s]have\b)")
"""Behind a time that is part of what is to come ("He said fares in the three months to December would")."""
GOING_TO = Pattern(
    r"(?i)(?P<to>[\s](?:ending|ended|to|through)[\s](?:on[\s])?\p{L}++\.?(?:[\s]\d{1,2})?)?"
    r",[\s](?:[\p{L}'\u2019-]++[\s]){1,5}?(?:(?:will|would|should)[\s](?!have\b)"
    r"|(?:is|are)[\s](?:expected|forecast|projected|seen|likely)\b)"
)
"""Behind a time that opens a clause: what is to come then (", sales will climb")."""
OF_A_YEAR = Pattern(
    r"(?ri)\b(?:for|in|during)[\s](?P<ends>(?:[\p{L}-]++[\s]){1,5}(?:ending|ended|to|through)[\s](?:on[\s])?)?\Z"
)
"""Before a year that a clause begins with, or before the day on which it ends."""


DECLARED = Pattern(
    r"(?ri)\bdeclared? [^.;\n]{0,40}?\b(?:monthly )?(?:dividend|distribution)s? [^.;\n]{0,160}\bfor \Z"
)
"""Before the month that a dividend is for, which is hardly ever a year back."""


MOVED_BY = Pattern(
    r"(?ri)(?<!\p{L})(?:after|following) (?:an? )?[\d.,]++"
    r"(?:%| (?:percent|per cent|(?:percentage|basis) points?))? "
    r"(?:<<directions.noun>>|gain|loss) in (?:early |late )?\Z"
)
"""Before the time of a move that another comes after ("will rise 0.3% in January after a 0.4% gain in")."""


def _is_to_be(text: str, at: int, end: int) -> bool:
    """Whether a year is yet to end for which something is foreseen ("for the year to May 31, it will")."""
    goes = GOING_TO.match(text, end)
    opens = OF_A_YEAR.search(text, max(0, at - 48), at) if goes is not None else None
    return opens is not None and goes is not None and bool(opens["ends"] or goes["to"])


FORESAW = Pattern(
    r"(?ri)\b(?:it|they|he|she|we|had|was|were|previously|originally|earlier|company|bank|government|"
    r"management|analysts|economists|officials) (?:had |first |originally |previously )?"
    r"(?:projected|expected|forecast|predicted|estimated|anticipated|foresaw) (?:back |as late as )?in \Z"
)
"""Before the time in which something was foreseen ("from the 16% it projected in January")."""


@record(frozen=False)
class Context:
    """The state of one reading, from the top of the text to its end."""

    text: str
    reference: dt.date | None
    day_first: bool = False
    order_note: str | None = None
    year_end: int | None = None
    year_end_anchor: str | None = None
    at: int = 0
    end: int = 0
    last: Period | None = None
    last_id: str | None = None
    last_at: int = 0
    aside: tuple[Period | None, str | None, int, int] | None = None
    period: Period | None = None
    period_id: str | None = None
    period_end: int = 0
    quarter: Period | None = None
    quarter_id: str | None = None
    days: tuple[Period, str] | None = None
    balance: tuple[Period, str, int] | None = None
    month: tuple[Period, str, int] | None = None
    newest: tuple[Period, str] | None = None
    stretch: tuple[Period, str, int] | None = None
    week: tuple[Period, str] | None = None
    stepped: tuple[Period, dt.date, str | None] | None = None
    sentences: Sequence[Span] = ()
    compared: int = -1
    ending: tuple[Period, str, int] | None = None
    following: Following | None = None

    def reported(self) -> tuple[Period | None, str | None]:
        """The reporting period that the text speaks of, and its id.

        It is the one named last, if that was close by, else the newest quarter of the article.
        """
        if self.period is None or self.quarter is None or not self.sentences:
            return self.period, self.period_id
        away = sentence_of(self.sentences, self.at) - sentence_of(self.sentences, self.period_end)
        if away > 1 and self.quarter is not self.period:
            return self.quarter, self.quarter_id
        return self.period, self.period_id

    def sentence(self) -> tuple[int, int]:
        """Where the sentence of the phrase begins and ends."""
        if not self.sentences:
            return max(0, self.at - CLAUSE), self.end + CLAUSE
        found = self.sentences[sentence_of(self.sentences, self.at)]
        return found.start, found.end

    def _tense_beside(self) -> str | None:
        """Future or past, where the words right beside the phrase say so."""
        text, at = self.text, self.at
        own = text[at : self.end + CLAUSE // 8]
        if DECLARED.search(text, max(0, at - CLAUSE), at):
            return "future"
        if OPENS.search(own) or OPENS_ON.search(text[max(0, at - CLAUSE // 4) : at]):
            return "future"
        if TO_END.search(text, max(0, at - 16), at):
            return "future"
        if text[max(0, at - 6) : at].lower() == "as of " and not IS_TO.search(text[max(0, at - 80) : at]):
            return "past"
        if DOWN_FROM.search(text, max(0, at - 32), at) or CLOSE_OF.match(text, self.end):
            return "past"
        if RECORD_ON.search(text, max(0, at - 64), at) or STOOD_ON.search(text, max(0, at - 64), at):
            return "past"
        if OWNS_VALUE.match(text, self.end) and FROM_THE.match(text, max(0, at - 16), at):
            return "past"
        if MOVED_BY.search(text, max(0, at - 60), at) or AFTER_A_MOVE.match(text, max(0, at - 60), at):
            return "past"
        if FROM.match(text, max(0, at - 40), at) or FORESAW.search(text, max(0, at - 60), at):
            return "past"
        if _is_to_be(text, at, self.end):
            return "future"
        foreseen = FORESEEN.search(text, max(0, at - 80), at) or WOULD.match(text, self.end)
        return "future" if foreseen else None

    def tense(self, *, after: bool = True) -> str | None:
        """Future, past or open, by the nearest verb before the phrase in its sentence, else ``after`` it."""
        start, end = self.sentence()
        before = self.text[max(start, self.at - CLAUSE) : self.at]
        if self.text[self.end : self.end + 1] in (",", ")") and PUT_IN.search(before) is not None:
            return "past"
        if (beside := self._tense_beside()) is not None:
            return beside
        if CLAUSE_HEAD.search(before) is not None:
            before = ""
        if ";" in before and VERB.match(self.text, self.end) is not None:
            before = before[before.rfind(";") :]
        if AFTER.search(before) is not None and GOES_ON.match(self.text, self.end, end) is not None:
            return "past"
        words = Words(before)
        coming = _last(FUTURE, before) if words.may_tell("tenses.future") else -1
        done = LAST_PAST.search(before) if "ed" in before or words.may_tell(GONE) else None
        gone = done.start() if done is not None else -1
        found = coming, gone
        by = BY.match(self.text, max(start, self.at - 12), self.at) and not HAD.search(before)
        if words.may_tell("tenses.open") and _last(PRESENT, before) > max(found):
            return "future" if by else "open"
        if by:
            return "past" if FRONT_BY.fullmatch(before) and self._is_done_behind(end) else "future"
        if found == (-1, -1) and not after:
            return None
        if found == (-1, -1):
            behind = self.text[self.end : min(end, self.end + CLAUSE // 2)]
            ahead, back, now = FUTURE.search(behind), PAST.search(behind), PRESENT.search(behind)
            first = min((hit.start() for hit in (ahead, back) if hit is not None), default=CLAUSE)
            looks = now is not None and ahead is not None and ahead.start() <= now.end() + BESIDE
            if now is not None and now.start() < first and not looks:
                return "open"
            found = (-ahead.start() if ahead else -CLAUSE, -back.start() if back else -CLAUSE)
            if found[0] == found[1]:
                return None
        # A participle counts on both sides ("has scheduled"): then it looks ahead.
        return "future" if found[0] >= found[1] else "past"

    def _is_done_behind(self, end: int) -> bool:
        """Whether the clause behind the phrase tells what has come about, and nothing that will."""
        behind = self.text[self.end : min(end, self.end + CLAUSE)]
        if HAD.search(behind) is not None:
            return True
        return PAST.search(behind) is not None and FUTURE.search(behind) is None


CAUSE = Pattern(
    r"(?i)due[\s]to[\s](?:an?|the|its|their|his|her|higher|lower|strong|weak|poor|good|bad|rising|falling"
    r"|\p{Ll}+(?:ed|ing|ion|ment|ness|ity))\b"
)
"""What "due to" tells is why, and not when ("due to a payment in January")."""


def _last(pattern: Pattern, text: str) -> int:
    """Where the last cue is; "had been due to" is no future."""
    at = -1
    for match in pattern.compiled.finditer(text):
        if CAUSE.match(text, match.start()) is None and not DONE.search(
            text[max(0, match.start() - 24) : match.start()]
        ):
            at = match.start()
    return at


@singledispatch
def meaning(form: Form, _context: Context) -> Period:
    """The period of a form in its context; fields stay ``None`` where it cannot be known."""
    raise TypeError(f"no meaning for {type(form).__name__}")


def unknown(timex: str | None, granularity: str | None, note: str | None = None) -> Period:
    """A period whose days cannot be known."""
    return Period(timex=timex, granularity=granularity, note=note or "no reference date to resolve it from")
