"""Following one metric: the chart of its values, in step with the selection, and the way back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsers import parse
from tests.scenes import SMALL, USUAL, WIDE, ships, shown, years
from tests.tui.test_keys import figure, opened, press
from tui.index import Index, build_index
from tui.panes.chart import drawn
from tui.series import Series, gather, series_of
from tui.state import Selection


def followed(index: Index, at: int) -> Series | str:
    return series_of(index, gather(index), Selection.figure(at))


def test_a_series_goes_from_early_to_late() -> None:
    found = followed(build_index(years(), "x"), 1)
    assert isinstance(found, Series)
    assert found.title == "revenue of Halmstad Ferries, EUR"
    assert [point.label for point in found.points] == ["2021", "2022", "2023", "2024", "2025"]
    values = ["31.2 m EUR", "38.0 m EUR", "~ 44.6 m EUR", "47.9 m EUR", "50.0 to 54.0 m EUR"]
    assert [point.value for point in found.points] == values
    assert [point.ahead for point in found.points] == [False] * 4 + [True]
    assert [found.rows.get(at) for at in (0, 4, 5)] == [0, 4, None]
    assert (found.low, found.high) == (Decimal(0), Decimal(54_000_000))


@pytest.mark.parametrize("width", [0, 1, 10, 54])
def test_bars_are_as_long_as_the_values_are_large(width: int) -> None:
    found = followed(build_index(years(), "x"), 1)
    assert isinstance(found, Series)
    bars = [drawn(found, point, width) for point in found.points]
    assert {len(bar) for bar in bars} == {width}
    if width == 54:
        assert [bar.count("━") for bar in bars[:4]] == [31, 38, 45, 48]
        assert bars[4] == " " * 50 + "─" * 4


def test_what_is_below_zero_goes_the_other_way() -> None:
    found = followed(build_index(years(), "x"), 5)
    assert isinstance(found, Series)
    assert [drawn(found, point, 40) for point in found.points] == [
        "━" * 14 + " " * 26,
        " " * 14 + "━" * 26,
    ]


@pytest.mark.parametrize(
    ("at", "words"), [(7, "No metric is known"), (6, None), (13, "no dated period"), (4, "Only one period")]
)
def test_why_there_is_nothing_to_follow(at: int, words: str | None) -> None:
    document = years() if at in (6, 7) else ships()
    found = followed(build_index(document, "x"), at)
    assert isinstance(found, Series) if words is None else words in str(found)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_chart_comes_and_goes(size: tuple[int, int]) -> None:
    for back in ("v", "escape"):
        async with opened("years", keys=("j", "v"), size=size) as (pilot, screen, app):
            assert screen.front == "timeline"
            assert isinstance(screen.chart.series, Series)
            assert "50.0 to 54.0 m EUR" in shown(app)
            await press(pilot, "j", "j")
            assert screen.selection == figure(3)
            await press(pilot, "g", "left_square_bracket", "right_square_bracket")
            assert screen.selection == figure(1)
            await press(pilot, "G", "plus", "minus")
            assert screen.selection == figure(4)
            await press(pilot, back)
            assert not screen.chart.following
            assert screen.front == "timeline"
            assert "no period" in shown(app)


async def test_the_chart_follows_the_selection() -> None:
    async with opened("years", keys=("v", "1"), size=WIDE) as (pilot, screen, app):
        assert isinstance(screen.chart.series, Series)
        await press(pilot, "G", "k")
        assert isinstance(screen.chart.series, Series)
        assert screen.chart.series.title == "net income of Halmstad Ferries, EUR"
        await press(pilot, "G")
        assert "No metric is known for this figure" in shown(app)
        await pilot.resize_terminal(*USUAL)
        await press(pilot, "2", "j", "k", "g")
        assert app.is_running


async def test_a_click_on_a_row_selects_its_figure() -> None:
    async with opened("years", keys=("v",), size=WIDE) as (pilot, screen, _):
        await pilot.click("#timeline", offset=(5, 4))
        await press(pilot)
        assert screen.selection == figure(2)


async def test_what_cannot_be_followed_is_told() -> None:
    async with opened("years", keys=("G", "v")) as (_, screen, app):
        assert not screen.chart.following
        assert screen.front == "figures"
        assert any("No metric is known" in words for words in app.told)


def test_a_narrower_metric_is_another_series() -> None:
    text = (
        "Northgate said revenue was $40 million in the first quarter of 2023. Its revenue was $44 million "
        "in the second quarter of 2023, and its online revenue was $9 million in the second quarter of 2023."
    )
    index = build_index(parse(text), "northgate.txt")
    groups = gather(index)
    assert sorted(len(found) for key, found in groups.items() if "revenue" in key[0]) == [1, 2]
