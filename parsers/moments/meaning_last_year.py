"""What "last year" or "1988" means beside an old amount: the same quarter, half or months of that year.

So it does in "net for the quarter was $5 million, compared with $4 million last year" and in "up from last
year's $4 million", just as "a year earlier" does.  Its value stays that of the year it names.
"""

from __future__ import annotations

from functools import cache

from parsers import lexicon
from parsers.forms import Year
from parsers.metrics import group_family
from parsers.model import MomentKind
from parsers.moments import periods
from parsers.moments.context import Context, meaning
from parsers.moments.last_quarters import FAR, OF_RESULTS
from parsers.moments.meaning import full_year
from parsers.moments.periods import Period, containing, step
from parsers.moments.words import Pattern
from parsers.moments.years_on import years_on
from parsers.values import replace

VERSUS = r"(?<!\p{L})(?:from|against|versus|vs\.?|compare[ds] (?:with|to)|(?:twice|double|triple)(?= the ))"
TENS = r"(?:million|billion|trillion|mln|bn|mn|cents|pence|per ?cent)\b|%"
OLD = Pattern(rf"(?ri){VERSUS} (?P<what>(?:[^.;:?!\n]|\.(?=\d)){{1,90}}?) \Z")
"""An old value and what it is of, before "last year"."""
OWNS = Pattern(rf"(?ri)(?:{VERSUS}|(?<!\p{{L}})(?:than|over|above|below)) (?:the )?\Z")
"""Before "last year's $4 million"."""
OWNED = Pattern(
    rf"['\u2019]s?(?: \p{{L}}[\p{{L}}-]*+){{0,5}}? (?:\p{{Lu}}{{0,2}}[\p{{Sc}}#]\d|\d[\d.,]*+ ?(?:{TENS}))"
)
AMOUNT = Pattern(rf"(?i)[\p{{Sc}}#]\d|\d ?(?:{TENS})")
ANOTHER = Pattern(
    r"(?i)(?<!\p{L})(?:and|but|while|which|who|that|when|as|to|after|before|with)(?!\p{L})|,(?! or | ?\Z)"
)
"""In what stands between a comparing word and the year: another clause, or another value."""
GOES_ON = Pattern(r"(?i) to (?!a |an |the )")
"""Behind a year from which a value went on ("from $4 million last year to $5 million")."""
PART_OF = Pattern(r"(?i)(?:the )?[\p{L}\d-]++(?: \p{L}++)? (?:quarter|half|months|weeks|period) (?:of|in) ")
"""A part of "last year" that the moment itself names ("the first half of last year")."""
ENDING = Pattern(r"(?ri)(?<!\p{L})(?:ending|ended|ends|through|to) (?:in )?\Z")
"""Before the month that a longer time ended in."""
RESULTS = ("revenue", "profit", "margin", "costs", "cash")
MONEY = Pattern(
    r"(?i)[\p{Sc}#]\d|\d (?:cents|pence)\b|\d ?(?:million|billion|trillion|mln|bn|mn|crore|lakh)\b"
)
MARGIN = Pattern(r"(?i)\bmargins?\b.*?\d ?(?:%|per ?cent\b)")
WORD = Pattern(r"\p{L}++")
APART = Pattern(
    r"(?i)(?<!\p{L})(?:<<tenses.future>>|<<contextwords.expect|contextwords.plans|contextwords.modal>>"
    r"|annual|yearly|full-year)(?!\p{L})"
)
"""Before what is only to come, or of whole years: no results of the time told before."""


def quarter_told(context: Context) -> Period | None:
    """The quarter of "last year" whose results the words right before it tell of; None where none is."""
    last = context.last
    if last is None or last.granularity not in ("quarter", "half") or context.reference is None:
        return None
    near = context.text[max(context.last_at, context.at - 2 * FAR) : context.at]
    if OF_RESULTS.search(near) is None:
        return None
    year = context.reference.year - 1
    told = last.first is not None and last.last is not None and year in (last.first.year, last.last.year)
    return replace(last, anchor=context.last_id, note=None) if told else None


@meaning.register
def _year(form: Year, context: Context) -> Period:
    year = full_year(form, context)
    return _compared_with(year, context) or periods.year(year)


def _compared_with(year: int, context: Context) -> Period | None:
    """The part of a year with which one of the next year is compared in a sentence that begins with it.

    So in "For the nine months, Halden earned $5 million, compared with $4 million in 1988".
    """
    start, _ = context.sentence()
    last = context.last if context.last_at >= start else None
    if last is None or last.first is None or last.last is None or last.granularity not in PARTS:
        return None
    alike = last.first.year == last.last.year == year + 1 and last.first != last.last
    before = context.text[start : context.at] if alike else ""
    if not alike or IN_YEAR.search(before) is None or not is_of_an_old_value(context, before[:-3]):
        return None
    found = years_on(last, -1, context.last_id)
    return replace(found, timex=f"{year:04}", kind=MomentKind.DATE)


PARTS = ("quarter", "half", "month")
IN_YEAR = Pattern(r"(?r) in \Z")


def compared_year(context: Context) -> Period | None:
    """The time that a "last year" of comparison means; None where it means the whole year."""
    found = year_before(context)
    year = step(context.reference, "year", -1)
    if found is None or found.first is None or found.last is None or year is None:
        return None
    if year.year not in (found.first.year, found.last.year):
        within = found.last.year == year.year - 1 and found.first.year == found.last.year
        return found if within else None  # a quarter that lies in last year itself
    return replace(found, timex=containing(year, "year").timex, kind=MomentKind.DATE)


def year_before(context: Context) -> Period | None:
    """The time a year before what an old value is compared with ("from $4 million the previous year").

    None where the whole year is meant.
    """
    if context.reference is None or context.last is None:
        return None
    start, _ = context.sentence()
    before = context.text[start : context.at]
    if SET_AGAINST.search(before) is not None and (ended := _ended_in(context, start)) is not None:
        return ended  # of what is foreseen, too
    if not is_of_an_old_value(context, before):
        return None
    now, anchor = _measured(context, start, before)
    if now is None or now.granularity is None or _is_calendar_year(now):
        return None
    if now.granularity == "month" and ENDING.search(context.text[start : context.last_at]) is not None:
        return (
            None  # "In fiscal 1986, ending last January, sales rose to $8 million from $7 million last year"
        )
    return years_on(now, -1, anchor)


SET_AGAINST = Pattern(r"(?i)\b(?:from|with|against|versus|vs\.?) (?:\p{L}+ ){0,3}\p{Sc}?\d[^;\n]{0,32}\Z")
"""Before the time of an old value: the words that set it against a new one."""


def _ended_in(context: Context, start: int) -> Period | None:
    """The time before the one that the sentence tells by its last month ("in the year to March 2019")."""
    period, name, at = context.ending or (None, "", 0)
    last = context.last
    if period is None or last is None or at < start or context.last_at < at:
        return None
    if last.granularity != "month" or period.last != last.last or period.first == last.first:
        return None
    return years_on(period, -1, name)


def is_same_of_old(context: Context) -> bool:
    """Whether "the same period" is that of an old value, so a year back ("$8, against $6 in the same")."""
    if ALIKE.search(context.text[context.at : context.end]) is None:
        return False
    before = context.text[context.sentence()[0] : context.at]
    return before.lower().endswith("previous ") or is_of_an_old_value(context, before)


ALIKE = Pattern(r"(?i)\b(?:same|comparable|corresponding|like|equivalent)\b")


def is_of_an_old_value(context: Context, before: str) -> bool:
    """Whether an amount that something is compared with has the year behind it, or before it as its owner."""
    text, end = context.text, context.end
    if PART_OF.match(text, context.at) is not None:
        return False
    if OWNS.search(before) is not None:
        return OWNED.match(text, end) is not None
    old = OLD.search(before)
    if old is None or ANOTHER.search(old["what"]) is not None or GOES_ON.match(text, end) is not None:
        return False
    return AMOUNT.search(old["what"]) is not None


def _measured(context: Context, start: int, before: str) -> tuple[Period | None, str | None]:
    """The period of what is compared: the one that the sentence names, else that of the results told of."""
    told, name = context.reported()
    month, month_name, _ = context.month or (None, None, 0)
    last = context.last if context.last_at >= start else None
    if last is not None and context.last_id in (name, month_name):
        return (told, name) if context.last_id == name else (month, month_name)
    if last is not None and context.ending is not None and context.ending[0].last == last.last == last.first:
        return context.ending[:2]  # "for the year ending Nov. 30"
    if last is not None and last.granularity in ("quarter", "half") and context.compared < start:
        return last, context.last_id  # one that still runs
    if last is not None and last.granularity != "day" and context.compared < start:
        return None, None
    if context.period_end < start and not _tells_of_results(before):
        return None, None
    return told, name


def _tells_of_results(before: str) -> bool:
    """Whether the words before an old amount of money tell of results, and foresee none."""
    if APART.search(before) is not None:
        return False
    if MONEY.search(before) is None and MARGIN.search(before) is None:
        return False
    return not _results().isdisjoint(WORD.findall(before.lower()))


@cache
def _results() -> frozenset[str]:
    """The words of what companies make in a time ("sales", "earned")."""
    entries = lexicon.entries("metrics").values()
    return frozenset(
        surface.lower()
        for entry in entries
        if group_family(entry.id) in RESULTS
        for kind in ("noun", "verb")
        for surface in entry.classes.get(kind, ())
    )


def _is_calendar_year(period: Period) -> bool:
    """Whether a period is a year that begins with January: the year before is the last one itself."""
    first = period.first
    return period.granularity == "year" and first is not None and (first.month, first.day) == (1, 1)
