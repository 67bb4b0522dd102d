"""The filter language: what expressions match, how mistakes are told, what is offered next.

The cases stand in ``tests/corpus/query/*.toml``.  The document is built here by hand, so that they
hold whatever the reader learns.
"""

from __future__ import annotations

import datetime as dt
import time
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import query
from parsers.errors import QueryError
from parsers.matching import ExpressionError, query_pattern
from parsers.model import (
    Calendar,
    Direction,
    Document,
    Figure,
    Finding,
    Kind,
    Link,
    LinkKind,
    Modifier,
    Moment,
    MomentKind,
    Phrase,
    Span,
    State,
    Status,
)
from parsers.query.days import read_days, write_days
from parsers.query.fields import fields
from parsers.query.tokens import quote, read_tokens

CORPUS = Path(__file__).parent / "corpus" / "query"
MARKED = frozenset({"f2", "f7"})
FLAGS = {"marked": lambda figure: figure.id in MARKED}


def cases(file: str) -> list[Any]:
    table = tomllib.loads((CORPUS / f"{file}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case.get("expression", case.get("typed"))) for case in table[file]]


def figure(name: str, text: str, kind: Kind, value: str | None = None, **more: Any) -> Figure:
    for key in ("metric", "subject"):
        if key in more:
            more[key] = Phrase(0, len(more[key]), more[key])
    for key in ("low", "high"):
        more[key] = Decimal(more[key]) if key in more else None
    number = None if value is None else Decimal(value)
    return Figure(id=name, start=0, end=len(text), text=text, kind=kind, value=number, **more)


def moment(name: str, text: str, first: str, last: str, calendar: Calendar = Calendar.CALENDAR) -> Moment:
    return Moment(
        id=name,
        start=0,
        end=len(text),
        text=text,
        kind=MomentKind.DATE,
        first=dt.date.fromisoformat(first),
        last=dt.date.fromisoformat(last),
        calendar=calendar,
    )


NORVIK: Mapping[str, Any] = {"subject": "Norvik Lines"}
FIGURES = (
    figure(
        "f1",
        "4.2 billion kroner",
        Kind.MONEY,
        "4.2e9",
        unit="NOK",
        metric="order",
        period="m1",
        rule="money.behind",
        modifier=Modifier.AT_LEAST,
        status=Status.FORECAST,
        **NORVIK,
    ),
    figure(
        "f2",
        "$384 million",
        Kind.MONEY,
        "384e6",
        unit="USD",
        metric="order",
        period="m1",
        rule="money.before",
        **NORVIK,
    ),
    figure(
        "f3",
        "12 percent",
        Kind.PERCENT,
        "12",
        unit="percent",
        metric="Revenue",
        metric_name="revenue",
        period="m2",
        direction=Direction.INCREASE,
        rule="percent.number",
        **NORVIK,
    ),
    figure(
        "f4",
        "NOK 1.94 billion",
        Kind.MONEY,
        "1.94e9",
        unit="NOK",
        metric="net\nrevenue",
        metric_name="revenue",
        period="m2",
        rule="money.behind",
        **NORVIK,
    ),
    figure(
        "f5",
        "310,000 containers",
        Kind.COUNT,
        "310000",
        unit="container",
        metric="cargo volume",
        period="m2",
        modifier=Modifier.OVER,
        inferred=("subject",),
        rule="count.noun",
        **NORVIK,
    ),
    figure(
        "f6",
        "3.5 percentage points",
        Kind.POINTS,
        "3.5",
        unit="percentage point",
        metric="operating profit",
        period="m3",
        direction=Direction.DECREASE,
        rule="points.number",
        **NORVIK,
    ),
    figure(
        "f7",
        "5 to 7 percent",
        Kind.PERCENT,
        low="5",
        high="7",
        unit="percent",
        metric="growth",
        period="m4",
        attribution="Ida Moen",
        status=Status.FORECAST,
        rule="percent.range",
    ),
    figure("f8", "$58.24", Kind.MONEY, "58.24", unit="USD", per="barrel", rule="money.joined"),
    figure("f9", "dozens of ports", Kind.COUNT, low="12", unit="port", rule="count.vague"),
    figure(
        "f10",
        "14 of 41 sailings",
        Kind.RATIO,
        "0.34",
        unit="sailing",
        subject='Harbour "Blue" Watch',
        rule="ratio.part_of",
    ),
)
MOMENTS = (
    moment("m1", "the next three years", "2024-10-25", "2027-10-24"),
    moment("m2", "the third quarter of 2024", "2024-07-01", "2024-09-30"),
    moment("m3", "the six months ended\nSeptember 30, 2024", "2024-04-01", "2024-09-30", Calendar.FISCAL),
    moment("m4", "2025", "2025-01-01", "2025-12-31"),
)


def finding(state: State, *names: str) -> Finding:
    return Finding(check="implied-rate", state=state, severity="note", figures=names, message="")


DOCUMENT = Document(
    text="",
    source="norvik-lines.txt",
    figures=FIGURES,
    moments=MOMENTS,
    links=(Link(kind=LinkKind.EQUIVALENT, figures=("f1", "f2"), evidence=Span(0, 0)),),
    findings=(finding(State.DISAGREES, "f1", "f2"), finding(State.AGREES, "f4")),
)


def matching(expression: str, document: Document = DOCUMENT) -> list[str]:
    compiled = query.compile(expression, FLAGS)
    return [each.id for each in document.figures if compiled.match(document, each)]


# -- the corpus -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("match"))
def test_what_an_expression_matches(case: dict[str, Any]) -> None:
    assert matching(case["expression"]) == case["figures"]


@pytest.mark.parametrize("case", cases("match"))
def test_select_gives_the_positions_of_the_same(case: dict[str, Any]) -> None:
    found = query.compile(case["expression"], FLAGS).select(query.Lookup(DOCUMENT))
    assert found is not None
    assert [FIGURES[at].id for at in found] == case["figures"]


@pytest.mark.parametrize("case", cases("refuse"))
def test_a_mistake_is_told_with_its_place(case: dict[str, Any]) -> None:
    expression = case["expression"]
    with pytest.raises(QueryError) as caught:
        query.compile(expression, FLAGS)
    error = caught.value
    assert case["says"] in str(error)
    assert expression[error.position : error.end] == case["at"]
    assert error.position < error.end
    line, place = query.point_at(expression, error).split("\n")
    assert line == expression
    assert place == " " * error.position + "^" * max(1, len(case["at"]))


@pytest.mark.parametrize("case", cases("complete"))
def test_what_is_offered_at_the_cursor(case: dict[str, Any]) -> None:
    typed = case["typed"]
    cursor = typed.index("|")
    found = query.complete(typed.replace("|", ""), cursor, DOCUMENT, ("marked",))
    offered = [choice.insert for choice in found.choices]
    first = case.get("first", [])
    assert offered[: len(first)] == first
    assert offered or "none" in case or not first
    assert not (offered and case.get("none"))
    assert len(offered) == len(first) or not case.get("only")
    assert set(case.get("has", ())) <= set(offered)


# -- laws -----------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *fields(),
        *(field.example for field in query.FIELDS),
        *[
            "(",
            ")",
            ":",
            ">",
            "<=",
            "!=",
            "=",
            "and",
            "or",
            "not",
            "marked",
            "1bn",
            "$",
            "%",
            "5%",
            "..",
            ",",
            '"',
            "/",
            "\\",
            "2024Q3",
            "(a+)+$",
            "é",
            "币",
            "\x1b",
            "-",
            "1,000",
        ],
    ]
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(PIECES, max_size=8).map(" ".join),
)


@given(TYPED)
def test_an_expression_compiles_or_says_where_not(expression: str) -> None:
    error = None
    try:
        compiled = query.compile(expression, FLAGS)
    except QueryError as caught:
        error = caught
    if error is not None:
        assert 0 <= error.position < error.end <= len(expression) + 1
        assert len(query.point_at(expression, error).split("\n")) == 2
        return
    for each in FIGURES:
        assert compiled.match(DOCUMENT, each) in (True, False)


@given(TYPED, st.integers(0, 80))
def test_completing_never_fails_and_keeps_the_rest(expression: str, cursor: int) -> None:
    found = query.complete(expression, cursor, DOCUMENT, ("marked",))
    assert 0 <= found.start <= found.end <= len(expression)
    for choice in found.choices:
        completed, at = found.apply(expression, choice)
        assert completed[:at] == expression[: found.start] + choice.insert
        assert completed[at:] == expression[found.end :]


@given(st.text(max_size=40))
def test_a_quoted_value_is_read_back(text: str) -> None:
    tokens = read_tokens(quote(text))
    assert [token.text for token in tokens[:-1]] == [text]


@given(st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1)), st.integers(0, 4000))
def test_days_are_read_back(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(days=length)
    written = write_days(first, last)
    low, dots, high = written.partition("..")
    begin, end = read_days(low), read_days(high if dots else low)
    assert begin is not None
    assert end is not None
    assert (begin[0], end[1]) == (first, last)


def test_every_example_of_a_field_compiles() -> None:
    for field in query.FIELDS:
        assert field.name in field.example
        query.compile(field.example)
    names = [name for field in query.FIELDS for name in (field.name, *field.others)]
    assert len(names) == len(set(names))


def test_every_choice_of_a_value_compiles() -> None:
    for field in query.FIELDS:
        offered = query.complete(f"{field.name}:", len(field.name) + 1, DOCUMENT).choices
        assert offered or field.name == "value"
        for choice in offered:
            query.compile(f"{field.name}:{choice.insert}")


def test_a_narrowed_document_is_whole_in_itself() -> None:
    narrowed = query.narrow(DOCUMENT, query.compile("unit:USD or id:f4"))
    assert [each.id for each in narrowed.figures] == ["f2", "f4", "f8"]
    assert narrowed.links == ()
    assert [f.figures for f in narrowed.findings] == [("f4",)]
    assert narrowed.moments == MOMENTS
    both = query.narrow(DOCUMENT, query.compile("link:equivalent"))
    assert both.links == DOCUMENT.links
    assert [f.figures for f in both.findings] == [("f1", "f2")]


# -- edges ----------------------------------------------------------------------------------------


def test_crumbs_are_the_parts_as_they_were_typed() -> None:
    crumbs = query.compile('kind:money  and (unit:USD or  "net sales") not >1bn').crumbs
    assert crumbs == ("kind:money", '(unit:USD or "net sales")', "not >1bn")
    assert query.compile("a or b").crumbs == ("a or b",)
    assert query.compile("  ").crumbs == ()


def test_a_flag_is_known_to_the_query_and_asked_of_the_caller() -> None:
    assert query.compile("marked or kind:money", FLAGS).flags == {"marked"}
    assert query.compile('"marked"', FLAGS).flags == frozenset()
    with pytest.raises(QueryError, match="no figure can be marked here"):
        query.compile("marked")


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 3_000 + "a" + ")" * 3_000,
        "(" * 1_500 + "a" + ")" * 1_500,
        "a " * 3_000,
        "/" + "(" * 900 + ")" * 900 + "/",
        "/" + "(?:" * 300 + "a" + ")*" * 300 + "/",
        "value>" + "9" * 3_000,
        'text:"' + "\\" * 2_001 + '"',
        "/a{99999999999999999999}/",
    ],
)
def test_what_no_person_typed_is_refused_at_once(expression: str) -> None:
    began = time.process_time()
    with pytest.raises(QueryError):
        query.compile(expression)
    assert time.process_time() - began < 1


def test_many_nots_and_many_terms_are_no_trouble() -> None:
    assert matching("not " * 900 + "kind:money") == matching("kind:money")
    assert matching(" or ".join(["kind:money"] * 250)) == matching("kind:money")


def test_an_expression_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.query.words.PATIENCE", 0.05)
    slow = Document(
        text="", figures=tuple(figure(f"f{n}", "a" * 60 + "b", Kind.COUNT, "1") for n in range(2_000))
    )
    began = time.process_time()
    with pytest.raises(QueryError, match="gave up after"):
        query.compile(r"text:/^(a|a|aa)+$/").select(slow)
    assert time.process_time() - began < 5


def test_selecting_stops_when_the_answer_is_not_wanted() -> None:
    assert query.compile("kind:money").select(DOCUMENT, wanted=lambda: False) is None


def test_a_mistake_is_pointed_at_under_wide_and_unsafe_characters() -> None:
    with pytest.raises(QueryError) as caught:
        query.compile("币\x1b\n kind:x")
    assert query.point_at("币\x1b\n kind:x", caught.value) == "币\ufffd  kind:x\n          ^"


def test_a_mistake_far_behind_is_still_seen() -> None:
    expression = "or ".join(["kind:money "] * 30) + "kind:x"
    with pytest.raises(QueryError) as caught:
        query.compile(expression)
    line, place = query.point_at(expression, caught.value, 60).split("\n")
    assert len(line) <= 60
    assert line[place.index("^")] == "x"


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("net sales", "its net\nsales rose", "net\nsales"),
        ("a.b", "axb a.b", "a.b"),
        ("Net", "net Net", "Net"),
        ("net", "Net", "Net"),
        (r"/\d+\s?\w/", "Q3: 40m", "40m"),
        (r"/\p{Lu}\w/", "ab Cd", "Cd"),
    ],
)
def test_one_way_of_matching_for_search_and_filter(words: str, text: str, found: str) -> None:
    match = query_pattern(words).search(text)
    assert match is not None
    assert match[0] == found


def test_what_is_no_expression_says_so() -> None:
    with pytest.raises(ExpressionError) as caught:
        query_pattern("/ab[/")
    assert caught.value.position > 0
