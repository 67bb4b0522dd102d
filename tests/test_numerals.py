"""Numerals: exact values with the printed step, and nothing read from what is no number."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from parsers import lexicon
from parsers.digits import Numeral
from parsers.numerals import FRAGMENTS, read_number, with_scale
from parsers.pipeline import settle_text

D = Decimal

WRITTEN = [
    ("4.2", "4.2", "0.1"),
    ("4,200", "4200", "1"),
    ("4,200.50", "4200.50", "0.01"),
    (".5", "0.5", "0.1"),
    ("12,34,567", "1234567", "1"),
    ("1,00,000", "100000", "1"),
    ("1'000'000", "1000000", "1"),
    ("10 000", "10000", "1"),
    ("4.2 million", "4200000", "100000"),
    ("4.2bn", "4200000000", "100000000"),
    ("4.20 bn", "4200000000", "10000000"),
    ("5M", "5000000", "1000000"),
    ("3.5 lakh crore", "3500000000000", "100000000000"),
    ("4 hundred million", "400000000", "1000000"),
    ("3 hundred and 21", "321", "1"),
    ("6.2e10", "62000000000", "1000000000"),
    ("6.2 x 10^-4", "0.00062", "0.00001"),
    ("-4.2", "-4.2", "0.1"),
    ("minus 4.2 million", "-4200000", "100000"),
    ("one hundred and five", "105", "1"),
    ("twenty six", "26", "1"),
    ("twenty-six", "26", "1"),
    ("a dozen", "12", "1"),
    ("two dozen", "24", "1"),
    ("two hundred and two thousand", "202000", "1000"),
    ("forty-five hundred", "4500", "1"),
    ("two million three hundred thousand and five", "2300005", "1"),
    ("a hundred and fifty", "150", "1"),
    ("a thousand billion", "1000000000000", "1000000000000"),
    ("two point five million", "2500000", "100000"),
    ("nine point nought four", "9.04", "0.01"),
    ("zero", "0", "1"),
]
PARTS = [
    ("1/2", "0.5"),
    ("1 1/2", "1.5"),
    ("27 3/8", "27.375"),
    ("1½", "1.5"),
    ("¾", "0.75"),
    ("three quarters", "0.75"),
    ("half a million", "500000"),
    ("half a dozen", "6"),
    ("a quarter of a billion", "250000000"),
    ("two and a half", "2.5"),
    ("two and a half million", "2500000"),
    ("3 million and a half", "3500000"),
    ("five and a quarter", "5.25"),
    ("seven hundredths", "0.07"),
    ("a hundred trillionths", "1E-10"),
]
VAGUE = [
    ("tens of thousands", 10_000, 100_000),
    ("hundreds of millions", 100_000_000, 1_000_000_000),
    ("dozens", 12, 120),
    ("several hundred", 300, 900),
    ("a few thousand", 2_000, 9_000),
]
NO_NUMBERS = [
    "",
    "1,3",
    "1,23,4",
    "2.5.1",
    "five six",
    "twenty sixteen",
    "one hundred and two hundred",
    "٣",
    "５",
    "1e999",
]
NO_NUMBERS += ["1" * 31, "9" * 5000, "1e999999999", "the", "1/0", "007"]


@pytest.mark.parametrize(("text", "value", "step"), WRITTEN)
def test_value_and_printed_step(text: str, value: str, step: str) -> None:
    assert read_number(text) == Numeral(D(value), D(step))


@pytest.mark.parametrize(("text", "value"), PARTS)
def test_parts(text: str, value: str) -> None:
    assert read_number(text) == Numeral(D(value))


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague_numbers_have_ends(text: str, low: int, high: int) -> None:
    assert read_number(text) == Numeral(None, None, D(low), D(high))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_stays_unread(text: str) -> None:
    assert read_number(text) is None


def test_a_scale_multiplies_value_and_step() -> None:
    assert with_scale(Numeral(D("4.2"), D("0.1")), "million") == Numeral(D(4_200_000), D(100_000))


@given(st.integers(0, 10**27), st.integers(0, 6))
def test_what_is_printed_is_read_back(number: int, places: int) -> None:
    value = D(number).scaleb(-places)
    assert read_number(f"{value:,f}") == Numeral(value, D(1).scaleb(-places))


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["thousand", "million", "billion"]))
def test_words_are_read_back(high: int, low: int, scale: str) -> None:
    words = f"{spell(high)} {scale}" + (f" {spell(low)}" if low else "")
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    found = read_number(words)
    assert found is not None, words
    assert found.value == high * factor + low, words
    pattern = regex.compile(lexicon.expand(FRAGMENTS["spelled"], FRAGMENTS))
    assert pattern.fullmatch(words), words


def spell(number: int) -> str:
    """An English number below a thousand."""
    units = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    small = ["", *units.split(), "seventeen", "eighteen", "nineteen"]
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number >= 100:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{small[number // 100]} hundred{rest}"
    return small[number] if number < 20 else "-".join(filter(None, [tens[number // 10], small[number % 10]]))


HOSTILE = (
    "$|1,|1|((((|1 million |million |$1-|5 to |5, |one hundred and |five |1/2 |$5 to $|-|5% and |half a "
)
HOSTILE += "half a |US$|½|1.|٣|10^|e1|Rs.|tens of "


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_reading_stays_linear(piece: str) -> None:
    """Four times the text takes at most about four times as long, whatever it repeats."""

    def seconds(times: int) -> float:
        text = (piece * times)[: len(piece) * times]
        best = []
        for _ in range(2):
            began = time.process_time()
            settle_text(text)
            best.append(time.process_time() - began)
        return min(best)

    small, large = 800 // len(piece), 3200 // len(piece)
    assert seconds(large) < 10 * seconds(small) + 0.15
