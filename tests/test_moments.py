"""What the corpus cannot say in one sentence: the reference date, the learned calendar, hostile text."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from parsers import Calendar, Kind, Moment, MomentKind, parse
from parsers.article import make_article
from parsers.pipeline import parse_article

NOW = dt.date(2024, 11, 21)

ARTICLES = [
    ("dateline", "LONDON, March 5, 2021 (Newswire) - It fell yesterday.", dt.date(2021, 3, 5)),
    ("dateline", "ST. GALLEN, Switzerland, 5 March 2021 -- It fell yesterday.", dt.date(2021, 3, 5)),
    ("dateline", "LIMA, March 5 (Newswire) - It fell. The deal of Jan. 3, 2021 failed.", dt.date(2021, 3, 5)),
    (
        "dateline",
        "NICE--(ANY WIRE)--March 5, 2021--Acme said it fell. It was set up on May 1, 2022.",
        dt.date(2021, 3, 5),
    ),
    ("dateline", "March 5, 2021 (Newswire) - It fell. It ends on May 1, 2031.", dt.date(2021, 3, 5)),
    ("header", "Published: 5 March 2021\n\nIt fell yesterday.", dt.date(2021, 3, 5)),
    ("header", "---\ntitle: Steel\ndate: 2021-03-05\n---\n\nIt fell yesterday.", dt.date(2021, 3, 5)),
    (
        "header",
        "Steel falls\nMarch 5, 2021\n\nIt fell yesterday. By May 1, 2031 it may be gone.",
        dt.date(2021, 3, 5),
    ),
    (
        "header",
        "Date: Fri, 05 Mar 2021 16:30:00 +0000\nSubject: steel\n\nIt fell yesterday.",
        dt.date(2021, 3, 5),
    ),
    ("byline", "By Ada Poe | March 5, 2021\n\nIt fell yesterday.", dt.date(2021, 3, 5)),
    ("newest date", "It was sold on May 1, 2019 and shut on March 5, 2021. It fell.", dt.date(2021, 3, 5)),
]


@pytest.mark.parametrize(("how", "text", "day"), ARTICLES)
def test_reference_date_is_read(how: str, text: str, day: dt.date) -> None:
    document = parse(text)
    assert (document.reference_date, document.reference_date_from) == (day, how)


def test_a_given_reference_date_wins() -> None:
    document = parse(ARTICLES[0][1], reference_date=NOW)
    assert (document.reference_date, document.reference_date_from) == (NOW, "given")


@pytest.mark.parametrize(("how", "text", "day"), ARTICLES)
def test_a_text_keeps_the_day_that_it_bears_itself(how: str, text: str, day: dt.date) -> None:
    own = None if how == "newest date" else day
    assert parse(text).published == own
    assert parse(text, reference_date=NOW).published == own


def test_the_header_of_the_file_bears_the_day_and_a_person_may_want_another() -> None:
    article = make_article(ARTICLES[0][1], dated=dt.date(2020, 2, 1))
    header, given = parse_article(article), parse_article(replace(article, given=NOW))
    assert (header.reference_date, header.reference_date_from) == (dt.date(2020, 2, 1), "header")
    assert (given.reference_date, given.reference_date_from) == (NOW, "given")
    assert header.published == given.published == dt.date(2020, 2, 1)


def test_without_a_reference_date_relative_phrases_say_so() -> None:
    document = parse("It fell yesterday, and last week, and on Friday, and in the third quarter.")
    assert (document.reference_date, document.reference_date_from) == (None, None)
    assert len(document.moments) == 4
    for moment in document.moments:
        assert (moment.first, moment.last, moment.anchor) == (None, None, None)
        assert moment.note == "no reference date to resolve it from"


def test_a_printed_end_teaches_the_fiscal_calendar() -> None:
    text = (
        "Profit rose in the third quarter of 2023. In the second quarter ended September 30, 2023, it had "
        "doubled. The first quarter was weak. Fiscal 2025 begins well. The H1 FY24 report is out."
    )
    found = {m.text: m for m in parse(text, reference_date=dt.date(2023, 11, 21)).moments}
    plain, ended = found["the third quarter of 2023"], found["the second quarter ended September 30, 2023"]
    assert days(plain) == days(ended) == (dt.date(2023, 7, 1), dt.date(2023, 9, 30))
    assert (plain.calendar, ended.calendar) == (Calendar.CALENDAR, Calendar.FISCAL)
    first = found["The first quarter"]
    assert (days(first), first.calendar) == ((dt.date(2023, 4, 1), dt.date(2023, 6, 30)), Calendar.FISCAL)
    assert days(found["Fiscal 2025"]) == (dt.date(2024, 4, 1), dt.date(2025, 3, 31))
    assert days(found["H1 FY24"]) == (dt.date(2023, 4, 1), dt.date(2023, 9, 30))


def test_a_weekday_that_contradicts_its_date_is_said() -> None:
    (moment,) = parse("It was signed on Monday, March 5, 2021, in Rome.", reference_date=NOW).moments
    assert days(moment) == (dt.date(2021, 3, 5),) * 2
    assert moment.note == "2021-03-05 is a Friday, not a Monday"


def test_a_yearless_weekday_date_takes_the_year_that_fits() -> None:
    (moment,) = parse("They met on Tuesday, Dec. 26.", reference_date=dt.date(2024, 1, 9)).moments
    assert moment.first == dt.date(2023, 12, 26)


def test_a_stamp_whose_weekday_contradicts_its_date_has_no_days() -> None:
    (moment,) = parse("It was printed Mon Mar  5 16:30:00 GMT 2021.").moments
    assert (moment.timex, moment.first, moment.note) == (None, None, "its parts contradict each other")


def test_dateparser_is_not_loaded_without_need() -> None:
    code = (
        "import sys, parsers\n"
        "parsers.parse('It fell on Friday, March 5, 2021, and last week, in Q3 and at 9 a.m.')\n"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_duration_is_a_moment_and_a_figure() -> None:
    document = parse("It wants to invest over the next three years.", reference_date=NOW)
    (moment,), (figure,) = document.moments, document.figures
    assert (moment.text, moment.kind, moment.timex) == ("the next three years", MomentKind.DURATION, "P3Y")
    assert (figure.text, figure.kind, figure.unit) == ("three years", Kind.DURATION, "year")
    assert figure.value == 3


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 30 February 2024.",
        "It was signed on Feb. 30.",
        "It was signed on 2024-02-31.",
        "It was signed on 31/02/2024.",
    ],
)
def test_a_day_that_does_not_exist_has_no_days(text: str) -> None:
    (moment,) = parse(text, reference_date=NOW).moments
    assert days(moment) == (None, None)
    assert moment.note == "no such day"


@pytest.mark.parametrize(
    "text",
    [
        "in the year 0",
        "in 99999",
        "on 1234567890",
        "on 1234567890123",
        "99999999 years ago",
        "999,999,999 days later",
        "the 9999th century",
        "December 31, 9999 years later",
        "the fiscal year ended December 31, 9999",
        "ten thousand years ago",
        "in 300000 decades",
        "Q9 2024, Q0, 7H24, 0Q24",
        "two centuries before 1 January 1001",
    ],
)
def test_numbers_outside_the_calendar_raise_nothing(text: str) -> None:
    for moment in parse(f"It happened {text}.", reference_date=NOW).moments:
        assert moment.first is None or moment.last is None or moment.first <= moment.last


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "the ",
            "year ",
            "1 ",
            "1/",
            "1-",
            "May ",
            "early ",
            "the end of ",
            "from ",
            "a ",
            "two ",
            "first ",
        ),
        *("quarter ended ", "Monday ", "10:30 ", "'90s ", "Q3 ", "half ", "more than ", "twenty-", "1990-"),
        *("year-", "last ", ". ", "ago ", "between May and ", "ended ", "nineteen ", "12,", "\u00a0", "\n"),
    ],
)
def test_reading_is_linear_in_hostile_text(piece: str) -> None:
    short, long = piece * (4_000 // len(piece)), piece * (16_000 // len(piece))
    parse(short, reference_date=NOW)
    quick, slow = seconds(short), seconds(long)
    assert slow < 0.2 + 12 * quick, f"{piece!r}: {quick:.3f} s, four times as much text {slow:.3f} s"


def seconds(text: str) -> float:
    began = time.process_time()
    parse(text, reference_date=NOW)
    return time.process_time() - began


def days(moment: Moment) -> tuple[dt.date | None, dt.date | None]:
    return moment.first, moment.last
