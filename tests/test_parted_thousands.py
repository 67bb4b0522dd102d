"""Numbers whose thousands are parted by blanks, two in a sentence: each is read whole or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers import parse

NUMBERS = st.integers(min_value=1_000, max_value=9_999_999)
FRAMES = (
    "Output fell from {} {unit} to {} {unit}.",
    "Output fell from {} to {} {unit}.",
    "It sold {} or {} {unit}.",
    "It sold between {} and {} {unit}.",
    "It has {} {unit}, and {} {unit} abroad.",
)
UNITS = ("tonnes", "barrels", "jobs", "cars", "ounces", "km")


@given(one=NUMBERS, two=NUMBERS, frame=st.sampled_from(FRAMES), unit=st.sampled_from(UNITS))
def test_each_is_read_whole_or_not_at_all(one: int, two: int, frame: str, unit: str) -> None:
    text = frame.format(*(f"{number:,}".replace(",", " ") for number in (one, two)), unit=unit)
    for figure in parse(text).figures:
        read = {number for number in (figure.value, figure.low, figure.high) if number is not None}
        assert read <= {one, two}, (text, figure.text)
