"""The time that stands for another one of its sentence: that of a plan, the months that have passed."""

from __future__ import annotations

from parsers.context.period.times import COMPARED, Given, Times, moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Moment, Status


def instead_of(row: Row, at: int, moment: Moment) -> Moment | None:
    """The time that is meant where the one at a word is only told by the way; None where it is itself."""
    return _months_so_far(row, at) or _of_the_plan(row, at) or _year_ago(row, at, moment)


def _of_the_plan(row: Row, at: int) -> Moment | None:
    """The time that a plan is for, where another tells when it changed ("its plan for 1990 in May")."""
    if at < 3 or not CHANGED.search(row.tags[at - 4 if at > 3 else 0 : at]):
        return None
    planned = row.words[at - 3].key == "for" and row.words[at - 4].key in known("contextwords.outlooks")
    return moment_at(row, at - 2) if planned else None


CHANGED = Pattern(r"(?r)pT[np]\Z")


def _year_ago(row: Row, at: int, moment: Moment) -> Moment | None:
    """The time that opens a sentence and moves its others back ("A year ago, third-quarter profit was")."""
    first = moment_at(row, 0) if at and row.tags[0] == "T" and COMPARED.search(row.words[0].key) else None
    if first is None or first.granularity != moment.granularity or first.last is None or moment.first is None:
        return None
    return first if first.last < moment.first else None


def _months_so_far(row: Row, at: int) -> Moment | None:
    """The months that "so far this year" stands for, where its sentence tells them further on."""
    if not at or row.words[at - 1].key != "so far":
        return None
    later = (moment_at(row, i) for i in range(at + 1, len(row.tags)) if row.tags[i] == "T")
    return next((each for each in later if each is not None and each.rule == "reporting.months"), None)


def year_of(row: Row, stated: Given, figure: Figure, times: Times) -> Given:
    """The time of a figure for which a year is stated: a company's own, or the month that it ends with."""
    return _over_the_year(row, stated, times) or _so_far(row, stated, times) or _fiscal(stated, figure, times)


def _so_far(row: Row, stated: Given, times: Times) -> Given | None:
    """The months of which "as of" names the last ("the 11 months to November ... grew 9% as of November")."""
    moment, now = stated.moment, times.now
    if now is None or moment.granularity != "month" or now.last != moment.last or now.first == moment.first:
        return None
    as_of = row.text.endswith("as of ", 0, moment.start)
    return Given(now, "period.carried") if as_of else None


def _over_the_year(row: Row, stated: Given, times: Times) -> Given | None:
    """The month of a statistic that a change "over the year" is told of: the year is the one up to it."""
    moment, now = stated.moment, times.now
    if now is not None and moment.text.lower() in known("contextwords.same_time"):
        return Given(now, "period.carried")
    if now is None or now.granularity != "month" or moment.text.lower() != "the year":
        return None
    lead = row.text[max(0, moment.start - 5) : moment.start].lower()
    return Given(now, "period.carried") if lead.endswith(("over ", " on ")) else None


def _fiscal(stated: Given, figure: Figure, times: Times) -> Given:
    """The year of a report that ends on a day of its own, where "this year" or "the full year" means it."""
    moment, year = stated.moment, times.year
    if (
        moment.last is not None
        and moment.last == times.today
        and moment.first == moment.last.replace(month=1, day=1)
    ):
        return stated  # "so far this year"
    if year is None or year.last is None or moment.granularity != "year" or figure.status != Status.REPORTED:
        return stated
    same = moment.anchored and moment.last is not None and moment.last.year == year.last.year
    return Given(year, "period.fiscal_year") if same and WHOLE_YEAR.search(moment.text) else stated


WHOLE_YEAR = Pattern(r"(?i)^(?:this|the(?: full| whole| latest| entire)?|full|fiscal)[ -]year\b")


def just_reported(moment: Moment, times: Times) -> Moment | None:
    """The quarter that results are told of, where "this quarter" means it and not the one that runs."""
    now, today = times.now, times.today
    if now is None or now.last is None or today is None or now.granularity != moment.granularity:
        return None
    if (
        moment.first is None
        or (moment.first - now.last).days != 1
        or not moment.text.lower().startswith("this")
    ):
        return None
    return now if (today - now.last).days <= REPORTED_IN else None


REPORTED_IN = 60
"""Days after its end in which the results of a quarter are the news."""
