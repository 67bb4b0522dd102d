"""Every context and link rule does what its examples say, and refuses its rejects."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, lexicon, parse
from parsers.context.metric.countrules import GOVERNING_COUNT, MOVED_COUNT
from parsers.context.metric.lasting import DAYS_OF, LASTS, MOVED_BY
from parsers.context.metric.rules import RULES
from parsers.context.rows.grammar import ContextRule
from parsers.context.rows.words import BOTH, TABLES, vocabulary
from parsers.links.leadrules import LeadRule
from parsers.links.leads import LEADS
from parsers.links.roles import matching, place
from parsers.metrics import group_of
from parsers.model import Figure, Kind
from parsers.patterns import compiled

METRICS = (*RULES, GOVERNING_COUNT, MOVED_COUNT)
SEEDS = Path(__file__).parent.parent / "seeds"


def last_figure(text: str) -> Figure:
    figures = [f for f in parse(text).figures if f.kind not in (Kind.RANK, Kind.DURATION)]
    assert figures, f"no figure in {text!r}"
    return figures[-1]


def rule_of(figure: Figure) -> str:
    return next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), "nothing")


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in METRICS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", METRICS, ids=lambda rule: rule.name)
def test_a_metric_rule_gives_what_its_examples_say(rule: ContextRule) -> None:
    assert rule.examples, "a rule has examples"
    for text, metric in rule.examples:
        figure = last_figure(text)
        assert (figure.metric.text if figure.metric else "", rule_of(figure)) == (metric, rule.name), text


@pytest.mark.parametrize("rule", METRICS, ids=lambda rule: rule.name)
def test_a_metric_rule_refuses_its_rejects(rule: ContextRule) -> None:
    assert rule.rejects, "a rule has rejects"
    for text in rule.rejects:
        assert rule_of(last_figure(text)) != rule.name, text


def test_a_span_of_time_measures_what_lasts_it() -> None:
    for rule in (LASTS, DAYS_OF, MOVED_BY):
        for texts, lasts in ((rule.examples, True), ([(text, "") for text in rule.rejects], False)):
            for text, metric in texts:
                given = [figure for figure in parse(text).figures if rule_of(figure) == rule.name]
                assert bool(given) is lasts, text
                assert all(f.metric is not None and f.metric.text == metric for f in given), text


def field_rules() -> list[Any]:
    """The examples of the rules that give a subject, a period, a speaker or a status."""
    file = Path(__file__).parent / "gold" / "context_rules.toml"
    cases = tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    return [pytest.param(case, id=case["name"]) for case in cases]


def said(document: Document, figure: Figure, field: str) -> str:
    if field == "period":
        return next((m.text for m in document.moments if m.id == figure.period), "")
    if field == "days":
        return next((f"{m.first}/{m.last}" for m in document.moments if m.id == figure.period), "")
    value = getattr(figure, field)
    return str(getattr(value, "text", value) or "")


def used(document: Document, field: str) -> set[str]:
    return {e.rule for f in document.figures for e in f.evidence if e.field == field}


@pytest.mark.parametrize("case", field_rules())
def test_a_field_rule_does_what_its_example_says(case: dict[str, str]) -> None:
    document = parse(case["text"])
    figure = next(f for f in reversed(document.figures) if f.text == case["figure"])
    rules = [e.rule for e in figure.evidence if e.field == case["field"]]
    assert (said(document, figure, case["field"]), rules) == (case["gives"], [case["name"]])
    assert case["name"] not in used(parse(case["reject"]), case["field"])


def cases() -> list[Any]:
    """Sentences with what their figures say."""
    file = Path(__file__).parent / "gold" / "context_cases.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=f"{case['about']}-{at}") for at, case in enumerate(found)]


@pytest.mark.parametrize("case", cases())
def test_figures_say_what_their_case_says(case: dict[str, Any]) -> None:
    document = parse(case["text"], reference_date=case.get("date"))
    fields = {"by": "attribution"}
    for written, wanted in case["says"].items():
        figure = next(f for f in document.figures if written in f.text)
        given = {field: said(document, figure, fields.get(field, field)) for field in wanted}
        assert all(given[field] in wanted[field].split("|") for field in wanted), (written, given)


def surfaces() -> list[tuple[str, str]]:
    """Every metric of the lexicon in the sentence that its table gives for it."""
    found = []
    for name in ("metrics.noun", "metrics.verb"):
        sentence = lexicon.reach(name)
        assert sentence is not None, name
        found += [(surface, sentence.replace("{}", surface)) for surface in lexicon.surfaces(name).entries]
    return found


@pytest.mark.parametrize(("surface", "text"), surfaces())
def test_a_metric_word_is_reached(surface: str, text: str) -> None:
    figure = last_figure(text)
    words = next(text[e.start : e.end] for e in figure.evidence if e.field == "metric")
    assert surface.split()[-1 if not surface.endswith((" at", " up")) else 0].lower() in words.lower(), text
    # A verb that only points at a thing, or says that trading ended, leaves its name.
    named = group_of(figure) in ("payment", "closing price") or "changed hands" in text
    assert figure.metric is not None or named, text


@pytest.mark.parametrize(("table", "tag"), TABLES)
def test_a_word_of_the_frame_has_the_tag_of_its_table(table: str, tag: str) -> None:
    """No later table takes a word away: it would stand in its own for nothing."""
    if table.startswith(("directions.", "modifiers.")) or table == "contextwords.expect":
        pytest.skip("read by other rules as well")
    shared = {tag, *(both for pair, both in BOTH.items() if tag in pair)}
    tags = vocabulary()[0]
    assert [s for s in lexicon.surfaces(table).entries if tags[s.lower()] not in shared] == []


def lead_rule_of(text: str) -> str:
    document = parse(text)
    return place(text, 0, document.figures)[-1].rule


@pytest.mark.parametrize("rule", LEADS, ids=lambda rule: rule.name)
def test_a_link_rule_gives_the_role(rule: LeadRule) -> None:
    assert rule.examples, "a rule has examples"
    assert rule.rejects, "a rule has rejects"
    for text in rule.examples:
        assert lead_rule_of(text) == rule.name, text
    for text in rule.rejects:
        assert lead_rule_of(text) != rule.name, text


def test_the_cues_of_a_link_rule_only_save_time() -> None:
    texts = [text for rule in LEADS for text in (*rule.examples, *rule.rejects)]
    texts += [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*-*"))]
    documents = [parse(text) for text in texts]
    leads = {placed.lead for d in documents for placed in place(d.text, 0, d.figures)}
    assert len(leads) > 50
    for lead in leads:
        found = [rule for rule in LEADS if compiled(lexicon.expand(rule.lead, {})).search(lead)]
        assert list(matching(lead, old_only=False)) == found, lead


TOPICS = (
    # A company counts from where it is first named: nothing before it is its own.
    (
        "Quarterly profit grew 4% on strong demand.\n\nTolland Mills\n\nTolland Mills said sales fell 2%.",
        ("", "Tolland Mills"),
    ),
    # A heading that is a company's name changes the subject.
    (
        "Brenmar Corp. said sales rose 3%.\n\nTolland Mills Inc.\n\nRevenue fell 7%.",
        ("Brenmar Corp.", "Tolland Mills Inc."),
    ),
    (
        "Brenmar Corp. said sales rose 3%.\nTolland Mills Co. (TMC) -- It broke even.\nRevenue fell 7%.",
        ("Brenmar Corp.", "Tolland Mills Co."),
    ),
    (
        "Brenmar Corp. said sales rose 3%.\n\nTolland Mills\n\nThe cotton maker reported a 7% fall in sales.",
        ("Brenmar Corp.", "Tolland Mills"),
    ),
    # A heading that is no company's name changes nothing.
    ("Brenmar Corp. said sales rose 3%.\n\nOutlook\n\nRevenue fell 7%.", ("Brenmar Corp.", "Brenmar Corp.")),
    # A class of shares and a round are parts of something, not a party.
    (
        "Brenmar Corp. earned $5 million. Its Class B stock pays 3%. It raised $7 million in Series D money.",
        ("Brenmar Corp.", "Brenmar Corp.", "Brenmar Corp."),
    ),
    # In a headline a name ends where its metric or its verb begins.
    (
        "Brenmar Profit Falls 12% on Weak Prices\n\nBrenmar Corp. said revenue fell 7%.",
        ("Brenmar", "Brenmar Corp."),
    ),
    (
        "Brenmar Raises Full-Year Revenue Forecast by 3%\n\nBrenmar Corp. said revenue fell 7%.",
        ("Brenmar", "Brenmar Corp."),
    ),
    # Where a report was written is no party, known or not.
    (
        "TOLLAND CITY, Aug 8 - The Bank of Brenmar cut rates by 2%.\n\nReserves fell 7%.",
        ("Bank of Brenmar", "Bank of Brenmar"),
    ),
    # What is bought from a company does not make it the one spoken of.
    (
        "Brenmar Corp. said sales rose 3%. He sees it buy Tolland jets for $5 million. Revenue fell 7%.",
        ("Brenmar Corp.", "Brenmar Corp.", "Brenmar Corp."),
    ),
    # The company that stands behind the first figure is spoken of from there on.
    ("Profit rose 5 percent for Dunmore, as bread sold well.\nRevenue fell 7%.", ("Dunmore", "Dunmore")),
)


@pytest.mark.parametrize(("text", "subjects"), TOPICS)
def test_whom_the_text_speaks_of(text: str, subjects: tuple[str, ...]) -> None:
    figures = parse(text).figures
    assert tuple(f.subject.text if f.subject else "" for f in figures) == subjects


COMPARED = (
    # What an old value is compared with is no period of what follows.
    (
        "Profit was $9 million in the second quarter, up from $7 million a year ago. Costs fell 3%.",
        ("the second quarter", "a year ago", "the second quarter"),
    ),
    (
        "It earned $9 million in the second quarter. Sales were $5 million a year earlier. Costs fell 3%.",
        ("the second quarter", "a year earlier", "the second quarter"),
    ),
    (
        "Brenmar said sales rose 7% to $5 million from $4 million a year ago. Costs fell 3%.",
        ("", "", "a year ago", ""),
    ),
    (
        "It earned $9 million in the second quarter. That compared with $8 million last year. Costs fell 3%.",
        ("the second quarter", "last year", "the second quarter"),
    ),
    (
        "It earned $9 million in Q4 2020. It earned $2 million in Q4 2019. Costs fell 3%.",
        ("Q4 2020", "Q4 2019", "Q4 2020"),
    ),
    # Another quarter that is named in full is no comparison: the text goes on there.
    (
        "It earned $9 million in Q4 2020. Its mill earned $2 million in Q3 2020. Costs fell 3%.",
        ("Q4 2020", "Q3 2020", "Q3 2020"),
    ),
    (
        "Sales in the same quarter last year were $4 million. Costs fell 3%.",
        ("the same quarter last year", ""),
    ),
)


@pytest.mark.parametrize(("text", "periods"), COMPARED)
def test_a_comparison_gives_no_period_to_what_follows(text: str, periods: tuple[str, ...]) -> None:
    document = parse(text, reference_date=date(2021, 8, 10))
    assert tuple(said(document, f, "period") for f in document.figures) == periods


FROM_BEFORE = (
    (
        "Net income was $9 million, or 45 cents a share. That compared with $7 million, or 35 cents a share.",
        "earnings per share",
    ),
    ("Revenue rose 2 percent to $9 million. Analysts expected $8 million.", "revenue"),
    ("Revenue was $9 million, while costs were $2 million. Wall Street had expected $8 million.", "costs"),
    ("Eleven analysts expected the company to earn $0.71 per share.", "earnings per share"),
    ("For the year, Brenmar forecasts earnings of $2 million.", "profit"),
    ("The company earned 65 cents a share. Analysts on average had forecast 68 cents.", "net income"),
    ("Sales slid to $97 million. Analysts were looking for $99 million.", "revenue"),
    ("Net income was $22 million. That topped expectations of $19 million.", "net income"),
    # Neither of another size nor where the sentence says what it is itself.
    ("Revenue was $9 million. Analysts expected 45 cents.", None),
    ("Revenue was $9 million. Brenmar gave $8 million.", None),
)


@pytest.mark.parametrize(("text", "name"), FROM_BEFORE)
def test_an_amount_beside_one_of_the_sentence_before(text: str, name: str | None) -> None:
    document = parse(text)
    figure = document.figures[-1]
    before = figure.metric is not None and figure.metric.start < document.sentences[-1].start
    assert (figure.metric_name, "metric" in figure.inferred) == (name, before)


COLUMNS = (
    # Each column has its own time; the line's label is what is measured where nothing else is.
    (
        "Results      Q3 2024   Q3 2023\nSales         $214.6    $161.3\nServices        16.4      13.2\n",
        ("Q3 2024", "Q3 2023", "Q3 2024", "Q3 2023"),
        ("Sales", "Sales", "Services", "Services"),
    ),
    # Years below a line for all columns are those months in them.
    (
        "Three months ended September 30,\n             2024      2023\nSales       $214.6    $161.3\n",
        ("2024", "2023"),
        ("Sales", "Sales"),
    ),
    # In prose there are no columns.
    (
        "2024   2023\nSales were $214.6 in 2022 and $161.3 in 2021.",
        ("2022", "2021"),
        ("Sales", "Sales"),
    ),
)


@pytest.mark.parametrize(("text", "periods", "metrics"), COLUMNS)
def test_a_column_has_its_own_time(text: str, periods: tuple[str, ...], metrics: tuple[str, ...]) -> None:
    document = parse(text, reference_date=date(2024, 11, 4))
    figures = [f for f in document.figures if f.kind not in (Kind.RANK, Kind.DURATION)]
    assert tuple(said(document, f, "period") for f in figures) == periods
    assert tuple(f.metric.text if f.metric else "" for f in figures) == metrics
