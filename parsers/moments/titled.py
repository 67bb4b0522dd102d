"""Years below the title of a table's columns: its months in those years.

("Three Months Ended December 31," over "2019   2018", "December 31," over "2019   2018")
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.forms import Day, Form, Month, Reporting, Year
from parsers.lazy import Pattern
from parsers.mentions import MomentReading
from parsers.values import replace
from parsers.worded import Worded

Named = tuple[MomentReading, str]

GAPS = Worded(r"(?i)(?:[ \t|,*%()]|\(unaudited\)|(?<!\p{L})<<contextwords.change_column>>(?!\p{L}))*")
"""What stands between the years of a header: room, and what columns of changes are called."""
LEAD = Pattern(r"(?:[^\n|]{0,100}?(?:[ \t]{2}|\|))?[ \t|$]*\Z")
"""What stands before the first of them: what the column of labels is called."""
HEAD = Pattern(r"(?:[ \t|]|(?i:as of|at|for the|the|\(unaudited\)|change|%)|[ ,])*")
TITLES = 3
"""How many lines above the years their title may stand."""


def with_titles(text: str, readings: Sequence[Named]) -> list[Named]:
    """The readings, in text order, each with its rule; years below a title stand for its months."""
    found = _with_months(text, readings)
    if not any(isinstance(r.form, Year) for r, _ in found) or ("  " not in text and "|" not in text):
        return found
    at = 0
    while at < len(found):
        last = _years(text, found, at)
        if last - at > 1:
            titles = _titles(text, found, at)
            if titles and (last - at) % len(titles) == 0:
                each = (last - at) // len(titles)
                for index in range(at, last):
                    reading, rule = found[index]
                    form = _in_year(titles[(index - at) // each], reading.form)
                    found[index] = (replace(reading, form=form) if form is not None else reading, rule)
        at = max(last, at + 1)
    return found


def _with_months(text: str, readings: Sequence[Named]) -> list[Named]:
    """The readings; "Jan. 26" and "Jan. 25" alone in the header of a table are that month of two years."""
    found = list(readings)
    for at in range(len(found) - 1):
        (new, _), (old, _) = found[at : at + 2]
        one, two = _bare_day(new.form), _bare_day(old.form)
        if one is None or two is None or one[0] != two[0] or one[1] - two[1] != 1 or two[1] < EARLIEST:
            continue
        begin = text.rfind("\n", 0, new.start) + 1
        if LEAD.match(text, begin, new.start) is None or CELL.fullmatch(text, new.end, old.start) is None:
            continue
        for index, (month, year) in ((at, one), (at + 1, two)):
            form = Month(Year(CENTURY + year), month)
            found[index] = (replace(found[index][0], form=form), found[index][1])
    return found


EARLIEST, CENTURY = 13, 2000
CELL = Pattern(r"[ \t]*(?:\|[ \t]*|[ \t]{2,})")


def _bare_day(form: Form) -> tuple[int, int] | None:
    """The month and the day of a day without its year."""
    if not isinstance(form, Day) or form.year is not None or form.month is None:
        return None
    return form.month, form.day


def _years(text: str, found: Sequence[Named], at: int) -> int:
    """The index behind the years of a line that holds nothing else, from the first of them on."""
    first = found[at][0]
    begin = text.rfind("\n", 0, first.start) + 1
    if not isinstance(first.form, Year) or LEAD.match(text, begin, first.start) is None:
        return at
    last, end = at + 1, first.end
    while last < len(found) and isinstance(found[last][0].form, Year):
        if GAPS.fullmatch(text, end, found[last][0].start) is None:
            break
        last, end = last + 1, found[last][0].end
    stop = text.find("\n", end)
    return last if GAPS.fullmatch(text, end, stop if stop >= 0 else len(text)) is not None else at


def _titles(text: str, found: Sequence[Named], at: int) -> list[Form]:
    """The times of the nearest line above that has any, where it holds nothing else."""
    begin = text.rfind("\n", 0, found[at][0].start) + 1
    for _ in range(TITLES):
        end, begin = begin - 1, text.rfind("\n", 0, max(0, begin - 1)) + 1
        if end <= 0:
            return []
        inside = _outermost(
            [r for r, _ in found[max(0, at - 8) : at] if begin <= r.start and r.end <= end + 1]
        )
        if inside or not text[begin:end].strip():
            return _told(text, begin, end, inside)
    return []


def _outermost(readings: Sequence[MomentReading]) -> list[MomentReading]:
    """The times of a line, those that are the ends of others ("Three Months Ended June 30") within them."""
    found: list[MomentReading] = []
    for reading in readings:
        before = found[-1] if found else None
        ends = before is not None and isinstance(before.form, Reporting) and before.form.end is reading.form
        if before is not None and (ends or reading.start < before.end):
            found[-1] = replace(before, end=max(before.end, reading.end))
        else:
            found.append(reading)
    return found


def _told(text: str, begin: int, end: int, inside: Sequence[MomentReading]) -> list[Form]:
    """The times of a line that holds nothing else."""
    if not inside or not all(isinstance(r.form, Reporting | Day | Month) for r in inside):
        return []
    edges = [begin, *(edge for r in inside for edge in (r.start, r.end)), end]
    first, *gaps = zip(edges[::2], edges[1::2], strict=True)
    bare = all(HEAD.fullmatch(text, a, b) is not None for a, b in gaps)
    bare = bare and (LEAD.match(text, *first) is not None or HEAD.fullmatch(text, *first) is not None)
    return [r.form for r in inside] if bare else []


def _in_year(form: Form, year: Form) -> Form | None:
    """The time of a title in a year."""
    if isinstance(form, Reporting):
        end = _in_year(form.end, year) if form.end is not None else None
        return replace(form, end=end) if end is not None else None
    return replace(form, year=year) if isinstance(form, Day | Month) and isinstance(year, Year) else None
