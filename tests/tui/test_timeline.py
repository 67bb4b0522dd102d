"""What the timeline says: fiscal names, the year of the company, its ruler, and what lies ahead."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Calendar, Moment, MomentKind
from tests.scenes import LARGE, SMALL, WIDE, Ready, Scene, app_of, play, ships, shown
from tui import fiscal
from tui.app import FigscopeApp
from tui.axis import Axis
from tui.index import Lane
from tui.panes.timeline import TimelinePane
from tui.ruler import fiscal_ruler
from tui.screens.explorer import Explorer
from tui.wording import days_words, months_of, period

DAY = dt.date


def moment(timex: str, first: dt.date, last: dt.date, **fields: Any) -> Moment:
    fields = {"calendar": Calendar.FISCAL, **fields}
    return Moment(
        id="m1", start=0, end=1, text="x", kind=MomentKind.DATE, timex=timex, first=first, last=last, **fields
    )


@pytest.mark.parametrize(
    ("timex", "first", "last", "name", "begins"),
    [
        ("2025-Q2", DAY(2024, 7, 1), DAY(2024, 9, 30), "FQ2 25", 4),
        ("2025-H1", DAY(2024, 4, 1), DAY(2024, 9, 30), "FH1 25", 4),
        ("2024", DAY(2023, 7, 1), DAY(2024, 6, 30), "FY24", 7),
        ("1998", DAY(1997, 10, 1), DAY(1998, 9, 30), "FY1998", 10),
        ("2025-Q2", DAY(2024, 4, 29), DAY(2024, 7, 28), "FQ2 25", 2),
        ("2024", DAY(2023, 10, 1), DAY(2024, 9, 28), "FY24", 10),
        ("2024-Q1", DAY(2023, 12, 31), DAY(2024, 3, 30), "FQ1 24", None),
        ("2024-Q4", DAY(2023, 7, 2), DAY(2023, 9, 30), "FQ4 24", None),
        ("P1Y", DAY(2023, 4, 1), DAY(2024, 3, 31), "FY24", 4),
        ("P3M", DAY(2024, 4, 1), DAY(2024, 6, 30), None, None),
        ("2024", DAY(2024, 6, 1), DAY(2024, 6, 30), None, None),
        ("2024-Q2", DAY.min, DAY.max, None, None),
    ],
)
def test_fiscal_periods_have_names_and_tell_the_year(
    timex: str, first: dt.date, last: dt.date, name: str | None, begins: int | None
) -> None:
    found = moment(timex, first, last)
    assert fiscal.name(found) == name
    assert fiscal.year_begins([found]) == begins
    assert period(found) == (name or months_of(found))


def test_a_calendar_quarter_tells_nothing_of_the_fiscal_year() -> None:
    found = moment("2024-Q3", DAY(2024, 7, 1), DAY(2024, 9, 30), calendar=Calendar.CALENDAR)
    assert fiscal.name(found) is None
    assert fiscal.year_begins([found]) is None
    assert period(found) == "Q3 2024"
    assert fiscal.year_begins([]) is None


def test_most_of_the_periods_decide() -> None:
    april = moment("2025-Q2", DAY(2024, 7, 1), DAY(2024, 9, 30))
    july = moment("2024", DAY(2023, 7, 1), DAY(2024, 6, 30))
    assert fiscal.year_begins([july, april, april]) == 4


def window(first: dt.date, last: dt.date, width: int) -> Axis:
    return Axis(first.toordinal(), last.toordinal() + 1, width)


def test_quarters_stand_at_their_places() -> None:
    axis = window(DAY(2024, 4, 1), DAY(2025, 3, 31), 40)
    assert fiscal_ruler(axis, 4) == [
        (0, "│FQ1 25"),
        (axis.column(DAY(2024, 7, 1).toordinal()), "│FQ2 25"),
        (axis.column(DAY(2024, 10, 1).toordinal()), "│FQ3 25"),
        (axis.column(DAY(2025, 1, 1).toordinal()), "│FQ4 25"),
    ]


def test_where_there_is_little_room_the_year_stands_at_its_first_quarter() -> None:
    labels = [label for _, label in fiscal_ruler(window(DAY(2024, 4, 1), DAY(2025, 9, 30), 33), 4)]
    assert labels == ["│FY25", "│FQ2", "│FQ3", "│FQ4", "│FY26", "│FQ2"]


def test_years_and_what_runs_already() -> None:
    axis = window(DAY(2019, 6, 1), DAY(2025, 6, 1), 60)
    labels = [label for _, label in fiscal_ruler(axis, 4)]
    assert labels == ["FY20", "│FY21", "│FY22", "│FY23", "│FY24", "│FY25"]
    assert fiscal_ruler(window(DAY(2024, 8, 1), DAY(2024, 8, 20), 40), 4) == [(0, "FQ2 25")]


@given(
    st.integers(1, 3_600_000),
    st.floats(1, 3_000_000),
    st.integers(1, 300),
    st.integers(2, 12),
)
def test_labels_never_touch_and_stay_in_the_window(
    start: int, length: float, width: int, begins: int
) -> None:
    free = 0
    for column, label in fiscal_ruler(Axis(start, start + length, width), begins):
        assert column >= free
        free = column + len(label)
    assert free <= width


@pytest.mark.parametrize(("size", "both"), [(WIDE, True), (LARGE, True), (SMALL, True), ((40, 5), False)])
async def test_both_rulers_where_a_fiscal_year_is_known(size: tuple[int, int], both: bool) -> None:
    app = app_of(Scene("rulers"))
    async with app.run_test(size=size) as pilot:
        await play(pilot, ("2", "g", "j"))
        screen = shown(app)
        assert ("fiscal " in screen) is both
        assert "FH1 25" in screen


async def test_one_ruler_where_none_is_known() -> None:
    app = app_of(Scene("rulers", documents=("hostile",)))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("2",))
        assert "fiscal" not in shown(app)


async def test_what_lies_ahead_is_drawn_thin() -> None:
    app = app_of(Scene("ahead"))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("2",))
        rows = [row.split("││")[0].split("┃│")[0] for row in shown(app).splitlines()]
        lane = {
            name: next(row for row in rows if row[2:].strip().startswith(name))
            for name in ("2025", "Q3 2024", "24 Oct 2024")
        }
        assert "─" in lane["2025"][3:-3]
        assert "━" not in lane["2025"][3:-3]
        assert "━" in lane["Q3 2024"]
        assert "◆" in lane["24 Oct 2024"]


async def test_the_title_names_the_days_of_the_selection_in_every_pane() -> None:
    app = app_of(Scene("title"))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("2", "g", "j"))
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        for key in ("j", "1", "j", "3", "l", "2", "z", "plus", "j"):
            await play(pilot, (key,))
            assert screen.index is not None
            assert screen.selection is not None
            lane = screen.index.lanes[screen.index.lane_of[screen.selection]]
            title = str(screen.timeline_pane.border_title)
            if lane.first is not None and lane.last is not None:
                assert days_words(lane.first, lane.last) in title
            else:
                assert "dates" in title


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY(2024, 7, 1), DAY(2024, 9, 30), "1 Jul to 30 Sep 2024"),
        (DAY(2024, 7, 1), DAY(2025, 6, 30), "1 Jul 2024 to 30 Jun 2025"),
        (DAY(2024, 7, 1), DAY(2024, 7, 1), "1 Jul 2024"),
    ],
)
def test_days_in_words(first: dt.date, last: dt.date, words: str) -> None:
    assert days_words(first, last) == words


async def test_a_bar_that_goes_on_beyond_the_window_says_so() -> None:
    app = app_of(Scene("beyond"))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("2", "z", "g", "plus", "plus", "plus"))
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        axis = screen.timeline_pane.axis
        assert axis is not None
        assert screen.index is not None
        rows = [row for row in shown(app).splitlines() if "Timeline" not in row]
        for lane in screen.index.lanes:
            if lane.first is None or lane.last is None:
                continue
            left, right = axis.bar(lane.first, lane.last)
            row = next(row for row in rows if row[3:].startswith(period_title(screen, lane)))
            assert ("‹" in row) is (left < 0)
            assert ("›" in row) is (right > axis.width)


def period_title(screen: Explorer, lane: Lane) -> str:
    """How a lane is called in its row."""
    return screen.timeline_pane._title_of(lane)[:20]  # noqa: SLF001


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (DAY(2024, 10, 24), "┊ published 24 Oct 2024"),
        (DAY(2025, 1, 15), "┊ as of 15 Jan 2025  ╎ published 24 Oct 2024"),
        (None, ""),
    ],
)
async def test_the_articles_own_days_are_marked_and_named(now: dt.date | None, said: str) -> None:
    document = replace(ships(), reference_date=now, published=DAY(2024, 10, 24) if now else None)
    app = FigscopeApp([Ready("x", document)])
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("2",))
        assert str(app.screen.query_one(TimelinePane).border_subtitle or "") == said
        drawn = shown(app)
        assert [mark in drawn for mark in "┊╎"] == [mark in said for mark in "┊╎"]
