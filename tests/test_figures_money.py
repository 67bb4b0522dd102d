"""Money: the whole currency table, what an amount is for, and a document that is of one country."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import Figure, Kind, lexicon, parse
from parsers.mentions import FigureReading
from parsers.pipeline import settle_text


def readings(text: str) -> list[FigureReading]:
    return [r for c in settle_text(text).winners for r in c.figures if r.kind is Kind.MONEY]


def money(text: str) -> Figure:
    found = [f for f in parse(text).figures if f.kind is Kind.MONEY]
    assert len(found) == 1, [(f.text, f.kind) for f in parse(text).figures]
    return found[0]


CURRENCIES = list(lexicon.entries("currencies").values())


@pytest.mark.parametrize("entry", CURRENCIES, ids=lambda entry: str(entry.id))
def test_every_currency_is_read_in_each_of_its_forms(entry: lexicon.Entry) -> None:
    wrong = []
    for klass, sentence in {
        "code": "It raised {} 2,500 million.",
        "loose": "It raised 2,500 million {} there.",
        "symbol": "It raised {}2,500 million.",
        "prefixed": "It raised {}2,500 million.",
        "shy": "It raised {} 2,500 million.",
        "behind": "It raised 2,500 million {} there.",
        "name": "It raised 2,500 million {} there.",
        "common": "It raised 2,500 million {} there.",
        "compound": "It took a 2,500 million {} charge.",
    }.items():
        for surface in entry.classes.get(klass, ()):
            (figure,) = readings(sentence.format(surface))
            if entry.id not in (figure.unit, *figure.candidates):
                wrong.append((surface, figure.unit))
            assert figure.value == Decimal(2_500_000_000), surface
    assert not wrong


@pytest.mark.parametrize("entry", CURRENCIES, ids=lambda entry: str(entry.id))
def test_an_adjective_decides_a_name(entry: lexicon.Entry) -> None:
    for adjective in entry.classes.get("adjective", ()):
        for name in entry.classes.get("name", ()):
            figure = money(f"It raised 2,500 million {adjective} {name} there.")
            assert (figure.unit, figure.text) == (entry.id, f"2,500 million {adjective} {name}")


@pytest.mark.parametrize("entry", lexicon.entries("pers").values(), ids=lambda entry: str(entry.id))
def test_what_an_amount_is_for(entry: lexicon.Entry) -> None:
    for noun in entry.classes.get("noun", ()):
        assert money(f"It costs $5 a {noun}.").per == entry.id
        assert money(f"It costs $5 per {noun}, they said.").per == entry.id
    for short in entry.classes.get("short", ()):
        assert money(f"It costs $5/{short} there.").per == entry.id


def test_a_share_is_not_a_date() -> None:
    assert money("It earned $5 million a year ago.").per is None
    assert money("It earns $5 million a year.").per == "year"


def test_a_peso_is_of_the_country_of_the_article() -> None:
    figure = money("Chile said on Monday that it would spend 5 billion pesos.")
    assert (figure.unit, figure.inferred) == ("CLP", ("unit",))
    assert figure.candidates[0] == "MXN"


def test_a_bare_dollar_stays_open_where_nothing_decides() -> None:
    figure = money("The group paid $5 million.")
    assert figure.unit == "USD"
    assert "unit" not in figure.inferred
    assert "AUD" in figure.candidates


def test_pounds_are_british_unless_the_text_is_of_another_country_alone() -> None:
    assert money("BP will spend 5 million pounds in Egypt.").unit == "GBP"
    assert money("Egypt said that Egyptian banks would lend 5 billion pounds.").unit == "EGP"
    assert money("Egypt, an Egyptian ministry said in London, Britain, owes 5 billion pounds.").unit == "GBP"


def test_a_bare_dollar_beside_another_dollar_is_the_american_one() -> None:
    figures = parse("The Canadian firm paid C$5 million ($3.7 million), Canadian media said.").figures
    assert [f.unit for f in figures] == ["CAD", "USD"]


def test_a_bare_dollar_is_of_the_country_whose_prices_are_given_in_american_ones_too() -> None:
    figures = parse("Canada sold a Canadian mine for $5 million (US$3.7 million).").figures
    assert [f.unit for f in figures] == ["CAD", "USD"]


def test_who_names_a_dollar_in_full_means_another_one_by_the_sign() -> None:
    figures = parse(
        "A Canadian fund put in 5 million Canadian dollars (US$3.7 million) of the $90 million."
    ).figures
    assert [f.unit for f in figures] == ["CAD", "USD", "USD"]


@given(
    st.integers(0, 10**9),
    st.integers(0, 3),
    st.sampled_from([("", 0), (" million", 6), ("bn", 9), ("k", 3), (" crore", 7)]),
    st.sampled_from(["US$", "\u20ac", "HK$", "CHF ", "RMB", "\u20b9"]),
)
def test_what_is_printed_behind_a_sign_is_read_back(
    number: int, places: int, scale: tuple[str, int], sign: str
) -> None:
    printed = Decimal(number).scaleb(-places)
    text = f"It paid {sign}{printed:,f}{scale[0]} for it."
    figure = money(text)
    assert figure.value == printed.scaleb(scale[1])
    assert figure.precision == Decimal(1).scaleb(scale[1] - places)
    assert text[figure.start : figure.end] == f"{sign}{printed:,f}{scale[0]}"
