"""What the times of a text leave behind for those after them: for "a year earlier", "the quarter"."""

from __future__ import annotations

from parsers.forms import (
    Day,
    Form,
    Length,
    Month,
    Nth,
    Part,
    Range,
    Reference,
    Relative,
    Repeat,
    Reporting,
    Same,
    Share,
    Shifted,
    ToDate,
    WholeYear,
    Year,
)
from parsers.model import MomentKind
from parsers.moments.context import Context
from parsers.moments.last_quarters import is_of_last_year
from parsers.moments.likened import look_back
from parsers.moments.periods import Period
from parsers.moments.words import Pattern
from parsers.values import replace


def remember(context: Context, form: Form, period: Period, name: str) -> None:
    """Let later phrases lean on this one: "that year", "a year earlier", "the quarter"."""
    if _is_forgotten(context, form, period):
        return
    nested = context.period is not None and context.period_id is not None
    nested = nested and isinstance(form, Day | Month) and context.end <= context.period_end
    nested = nested or (isinstance(form, Month) and _ends_a_period(context))
    if not nested and DUE.search(context.text, max(0, context.at - 64), context.at) is None:
        _step_back(context, form, period)
        look_back(context, form, period)
        context.last, context.last_id, context.last_at = period, name, context.at
        if period.first == period.last and not _looks_back(context, form, period):
            context.days = period, name
        if not _only_compares(context):
            _remember_month(context, form, period, name)
        if (
            isinstance(form, Day | Part)
            and period.first == period.last
            and ENDING.match(context.text, max(0, context.at - 16), context.at) is None
        ):
            context.balance = period, name, context.at
    if isinstance(form, Reporting):
        context.ending = period, name, context.at
        if (form.unit, form.count) == ("week", 1):
            context.week = period, name
    reported = isinstance(form, Share | Reporting | WholeYear)
    reported = reported or _is_counted(form, period) or _is_so_far(form, context)
    reported = reported and not (isinstance(form, Share) and form.year is None and is_of_last_year(context))
    if isinstance(form, Nth) and _is_quarter(period):
        reported, period = True, replace(period, granularity="quarter")
    reported = reported or (isinstance(form, Year) and _tells_of_results(context))
    if reported and not _ahead(period, context) and not _only_compares(context):
        context.period, context.period_id, context.period_end = period, name, context.end
        if period.granularity == "quarter" and (context.quarter is None or _newer(period, context)):
            context.quarter, context.quarter_id = period, name
    elif _is_told_of(form, period, context):
        context.period, context.period_id, context.period_end = period, name, context.end


def _is_forgotten(context: Context, form: Form, period: Period) -> bool:
    """Whether nothing leans on a time: a length, one that comes again, a year that only repeats a quarter."""
    if isinstance(form, Range) and form.ago:
        return True  # "in the July-September quarter of last fiscal"
    if period.first is None or isinstance(form, Reference | Repeat | Length) or period.kind is MomentKind.SET:
        return True
    if MONTHS_OF.match(context.text, max(0, context.at - 24), context.at) is not None:
        return True
    if isinstance(form, WholeYear) and OUTLOOK.match(context.text, context.end) is not None:
        return True
    return (
        not isinstance(form, Year) and YEAR_ALONE.fullmatch(context.text, context.at, context.end) is not None
    )


MONTHS_OF = Pattern(
    r"(?ri)(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven)[\s](?:months|quarters)[\s]of[\s])"
)
"""Before the year of which only some months are told ("the first nine months of the year")."""
OF_RESULTS = Pattern(
    r" (?:(?!and|to|for|from)\p{Ll}{2,12} ){0,2}?"
    r"(?:revenues?|sales|turnover|profits?|earnings|income|loss|results)\b"
    r"(?! (?:forecasts?|guidance|outlook|targets?|estimates?|growth|mix))"
)
"""Behind a year: what was reported of it ("its 2025 revenue was")."""
OUTLOOK = Pattern(
    r"(?i) (?:(?:financial|earnings|sales|revenue) )?(?:guidance|outlook|forecasts?|targets?)\b"
)
"""Behind a year that is foreseen in a headline: what is told below is not of it."""
YEAR_ALONE = Pattern(r"(?:19|20)\d\d")


def _is_told_of(form: Form, period: Period, context: Context) -> bool:
    """Whether "the nine months" or, where no period was named before it, "the quarter" is reported on."""
    if not isinstance(form, Same) or form.offset or form.year is not None:
        return False
    unnamed = form.unit == "quarter" and context.period is None and _is_quarter(period)
    return form.unit[:1].isdigit() or (unnamed and not _ahead(period, context))


def _step_back(context: Context, form: Form, period: Period) -> None:
    """Let "a year earlier" mean a year that the last one told of was only compared with."""
    if not isinstance(form, Year):
        return
    if OLD_YEAR.match(context.text, max(0, context.at - 64), context.at) is None:
        context.stepped = None
        return
    newer = context.last.first if context.last is not None and context.last.granularity == "year" else None
    if newer is not None and period.first is not None and newer.year == period.first.year + 1:
        context.stepped = period, newer, context.last_id


OLD_YEAR = Pattern(
    r"(?r)(?<!\p{L})(?:from|against|versus|compared (?:with|to)) [\p{Sc}\d][\p{L}\d.,%]*"
    r"(?: \p{Ll}{3,8}){0,2}(?: (?:in|for))? \Z"
)
"""Before a year that another one is compared with ("compared with 1.4bn yuan in")."""


def _tells_of_results(context: Context) -> bool:
    """Whether a year is one of which results are told ("For 1989, sales were", "Its 2025 revenue was")."""
    if FOR.search(context.text, max(0, context.at - 8), context.at) is not None:
        return True
    return OF_RESULTS.match(context.text, context.end, context.end + 48) is not None


def _ends_a_period(context: Context) -> bool:
    """Whether a month is only the end of the time before it ("the year through March 2017")."""
    if context.ending is None or not 0 < context.at - context.ending[2] < WITHIN:
        return False
    return THROUGH.search(context.text, context.ending[2], context.at) is not None


WITHIN = 48
"""How far behind its beginning a time may tell the month that it ends in."""
THROUGH = Pattern(r"(?:year|months|weeks|half|quarter)[\s](?:through|to|until|ended|ending)[\s](?:in[\s])?\Z")


def _is_so_far(form: Form, context: Context) -> bool:
    """Whether results of a year up to now are told ("its year-to-date profit")."""
    return (
        isinstance(form, ToDate) and OF_RESULTS.match(context.text, context.end, context.end + 48) is not None
    )


def _is_counted(form: Form, period: Period) -> bool:
    """Whether a quarter or a half is told by where it lies ("last quarter", "January through March")."""
    if not isinstance(form, Relative | Range) or period.granularity not in ("quarter", "half"):
        return False
    return not (isinstance(form, Relative) and _is_before(form))


def _is_before(form: Relative) -> bool:
    """Whether a quarter or a half is only what another is compared with ("last year" of an old value)."""
    return form.unit == "year" or (form.base == "text" and form.offset < 0)


def _is_quarter(period: Period) -> bool:
    """Whether some months are a quarter of the calendar ("the final three months of last year")."""
    first, last = period.first, period.last
    if first is None or last is None or period.granularity not in ("month", "quarter"):
        return False
    return first.month % 3 == 1 and (last - first).days in range(89, 93)


def _looks_back(context: Context, form: Form, period: Period) -> bool:
    """Whether a day before that of the text is looked at by the way ("Monday's plunge")."""
    day = context.days[0].first if context.days is not None else None
    if day is None or period.first is None or period.first >= day:
        return False
    counted = (isinstance(form, Shifted) and form.from_text and form.sign < 0) or (
        isinstance(form, Relative) and form.base == "text" and form.offset < 0
    )
    return counted or OWNS.match(context.text, context.end) is not None


OWNS = Pattern(r"['\u2019]s?\b")


FOR = Pattern(r"(?r)\bFor (?:all of )?\Z")


"""Before a year whose results are told ("For 1989, sales were"); "a plan for 1989" tells of none."""


def _remember_month(context: Context, form: Form, period: Period, name: str) -> None:
    """Let "a year earlier" lean on a month, or on some days of one."""
    if _is_stretch(period) or form == LAST_MONTH:
        context.stretch = period, name, context.at
    first = context.month is None or context.month[2] < context.sentence()[0]
    if isinstance(form, Month) and _is_newer_month(period, context):
        context.newest = period, name
    if isinstance(form, Month) and first and not _is_years_before(period, context):
        context.month, context.stretch = (period, name, context.at), None


def _is_stretch(period: Period) -> bool:
    """Whether it is some days of a month, as of which sales are told ("the Oct. 1-10 period")."""
    if period.first is None or period.last is None or period.granularity not in ("day", "week"):
        return False
    return 0 < (period.last - period.first).days < SHORTEST_MONTH


SHORTEST_MONTH = 28
LAST_MONTH = Relative("month", -1)


def _is_newer_month(period: Period, context: Context) -> bool:
    """Whether it is the latest month told of that has ended: a monthly report is of it."""
    now, newest = context.reference, context.newest[0].first if context.newest is not None else None
    if period.first is None or period.last is None or now is None or period.last > now:
        return False
    return newest is None or period.first > newest


def _is_years_before(period: Period, context: Context) -> bool:
    """Whether it is the text's month in an earlier year ("In July of last year output had risen")."""
    month = context.month[0].first if context.month is not None else None
    return bool(month and period.first and period.first < month and period.first.month == month.month)


ENDING = Pattern(r"(?ri)(?<!\p{L})(?:ended|ending|ends|closed)(?: on| in)? ")


DUE = Pattern(
    r"(?ri)(?<!\p{L})(?:(?:due|maturing) (?:on |in )?|(?:most|least|worst|best|first|record|\p{L}{3,12}est)\b"
    r"[^,.;]{0,40} since )\Z"
)


"""Before the end of a bond, or of what is a record since then: no other time is counted from it."""


AMOUNT = r"[\p{Sc}\d][\p{Sc}\d.,%]{0,12}(?: (?:million|billion|trillion|percent|per cent|cents|pence))?"
TWIN = rf",? or {AMOUNT}(?: (?:an?|per)(?: \p{{Ll}}++){{1,3}})?"
"""The same told in another way (", or $0.39 per diluted share")."""
VERSUS = Pattern(
    r"(?ri)(?<!\p{L})(?:from|than|over|since|(?:after|following)(?: (?:an? )?\p{L}++)?"
    r"|(?<!\bcharged )(?<!\btaken )against|versus|vs\.?"
    r"|compared (?:with|to)|compares (?:with|to))"
    rf"(?:(?: (?:an?(?: \p{{Ll}}++){{1,3}}|the))? {AMOUNT}(?:{TWIN})?,?)?"
    r"(?: (?:in|for|of|during))? \Z"
    rf"|(?<!\p{{L}})(?:from|versus|vs\.?|compared (?:with|to)|follow(?:s|ed|ing) an?|after an?)"
    rf" {AMOUNT} \p{{Ll}}{{3,12}} (?:in|for|during) \Z"
)


"""Before a time that a report only measures itself against ("up 27% from the second quarter of 2023")."""


def _only_compares(context: Context) -> bool:
    """Whether a period is only what another one is compared with."""
    if context.text[context.at - 1 : context.at] == "(" and context.text.startswith(":", context.end):
        return True  # "(H1 2024: 41.7 million)"
    if 0 < context.period_end < context.at and COLUMN.fullmatch(context.text, context.period_end, context.at):
        return True  # the next column of a table
    if VERSUS.search(context.text, max(0, context.at - LEAD), context.at) is not None:
        context.compared = context.end
        return True
    goes_on = 0 <= context.at - context.compared <= FURTHER
    return goes_on and AND_OLD.match(context.text, context.compared, context.at) is not None


COLUMN = Pattern(r"[ \t|]{2,40}")
LEAD, FURTHER = 96, 64
"""How many characters before a time, and before a further one, tell what it is compared with."""
AND_OLD = Pattern(rf" and [\p{{Sc}}\d][^,;:!?\n]{{0,28}}?(?:{TWIN},?)? (?:in|for|of) \Z")
"""Between a time of comparison and the next one ("from 2.2% in the third quarter and 5.6% in")."""
NEARLY_OVER = 21


"""Days before a time's end in which its results are warned of."""


def _ahead(period: Period, context: Context) -> bool:
    """Whether it still runs: then no results can be of it."""
    return (
        context.reference is not None
        and period.last is not None
        and (period.last - context.reference).days > NEARLY_OVER
    )


def _newer(period: Period, context: Context) -> bool:
    return bool(
        context.quarter and context.quarter.first and period.first and period.first > context.quarter.first
    )
