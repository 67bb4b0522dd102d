"""The seeds read as they should: whole documents against golden files, and the facts one by one.

``pytest --update-gold`` writes the golden files again; read the difference before you keep it.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from parsers import Document, Figure, Kind, LinkKind
from parsers.article import Article
from parsers.pipeline import parse_article
from parsers.readers import read_articles
from parsers.serial import dumps, to_dict

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")
GOLD = Path(__file__).parent / "gold" / "seeds"


def read(name: str) -> Document:
    (article,) = read_articles([ROOT / "seeds" / name])
    assert isinstance(article, Article), article
    return parse_article(article)


def gold(document: Document) -> str:
    """The public form with one figure, moment, link on a line, so that a difference is easy to read."""
    lines = []
    for key, value in to_dict(document).items():
        if key == "source":
            value = Path(str(value)).name
        if isinstance(value, list) and value:
            items = ",\n".join("    " + dumps(item) for item in value)
            lines.append(f"  {dumps(key)}: [\n{items}\n  ]")
        else:
            lines.append(f"  {dumps(key)}: {dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_read_as_its_golden_document_says(path: Path, update_gold: bool) -> None:
    file = GOLD / f"{path.stem}.json"
    found = gold(read(path.name))
    if update_gold:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_there_is_a_golden_document_for_each_seed_and_no_other() -> None:
    assert sorted(p.stem for p in GOLD.glob("*.json")) == sorted(p.stem for p in SEEDS)


# -- the article on Alibaba's cloud, fact by fact --------------------------------------------------

CLOUD = "alibaba-cloud-investment.txt"

# As written, kind, value (or the two ends), unit, modifier, direction.
FIGURES: tuple[tuple[str, str, Any, str, str, str], ...] = (
    ("380 billion yuan", "money", "380E9", "CNY", "at_least", "none"),
    ("$52.44 billion", "money", "52.44E9", "USD", "exact", "none"),
    ("280.15 billion yuan", "money", "280.15E9", "CNY", "exact", "none"),
    ("7 percent", "percent", "7", "percent", "exact", "increase"),
    ("RMB 29.61 billion", "money", "29.61E9", "CNY", "exact", "none"),
    ("$4.22 billion", "money", "4.22E9", "USD", "exact", "none"),
    ("triple-digit", "percent", ("100", "999"), "percent", "exact", "increase"),
    ("70,000 derivative models", "count", "70000", "derivative model", "over", "none"),
    ("double digits", "percent", ("10", "99"), "percent", "exact", "increase"),
    ("triple-digit", "percent", ("100", "999"), "percent", "exact", "increase"),
    ("236.50 billion yuan", "money", "236.50E9", "CNY", "exact", "none"),
    ("$32.72 billion", "money", "32.72E9", "USD", "exact", "none"),
    ("29 percent", "percent", "29", "percent", "exact", "increase"),
    ("31.67 billion yuan", "money", "31.67E9", "CNY", "exact", "none"),
    ("$4.513 billion", "money", "4.513E9", "USD", "exact", "none"),
    ("23 out of 32", "ratio", "0.71875", "criterion", "exact", "none"),
)

# As written, first and last day, calendar.
MOMENTS = (
    ("the next three years", None, None, "calendar"),
    ("the past decade", None, None, "calendar"),
    ("the quarter ending December 31, 2024", "2024-10-01", "2024-12-31", None),
    ("the third quarter of 2024", "2024-07-01", "2024-09-30", "calendar"),
    ("September 30, 2024", "2024-09-30", "2024-09-30", "calendar"),
    ("the second quarter ended September 30, 2024", "2024-07-01", "2024-09-30", "fiscal"),
)


@pytest.fixture(scope="module")
def cloud() -> Document:
    return read(CLOUD)


def one(document: Document, text: str) -> Figure:
    (figure,) = [f for f in document.figures if f.text == text]
    return figure


def described(figure: Figure) -> tuple[str, str, Any, str | None, str, str]:
    number: Any = figure.value if figure.value is not None else (figure.low, figure.high)
    return (figure.text, str(figure.kind), number, figure.unit, str(figure.modifier), str(figure.direction))


def test_every_figure_of_the_article_stands_in_text_order(cloud: Document) -> None:
    found = [described(f) for f in cloud.figures if f.kind not in (Kind.DURATION, Kind.RANK)]
    wanted = [
        (text, kind, tuple(map(Decimal, n)) if isinstance(n, tuple) else Decimal(n), *rest)
        for text, kind, n, *rest in FIGURES
    ]
    assert found == wanted


@pytest.mark.parametrize(("text", "first", "last", "calendar"), MOMENTS)
def test_every_moment_of_the_article_has_its_days(
    cloud: Document, text: str, first: str | None, last: str | None, calendar: str | None
) -> None:
    found = [m for m in cloud.moments if m.text == text]
    assert found, [m.text for m in cloud.moments]
    for moment in found:
        assert moment.first is not None
        assert moment.last is not None
        if first is not None:
            assert (str(moment.first), str(moment.last)) == (first, last)
        assert calendar is None or moment.calendar == calendar


def test_relative_moments_count_from_the_article_s_own_day(cloud: Document) -> None:
    """Three years after it, ten years before it; nothing reads the clock."""
    day = cloud.reference_date
    assert day is not None
    after, before = (next(m for m in cloud.moments if m.text == t) for t in (MOMENTS[0][0], MOMENTS[1][0]))
    assert after.last is not None
    assert before.first is not None
    assert after.anchored
    assert before.anchored
    assert after.last.year - day.year == 3
    assert day.year - before.first.year in (9, 10)


def test_the_four_pairs_imply_their_rates(cloud: Document) -> None:
    text = {f.id: f.text for f in cloud.figures}
    pairs = {
        tuple(text[i] for i in link.figures): link for link in cloud.links if link.kind is LinkKind.EQUIVALENT
    }
    wanted = {
        ("380 billion yuan", "$52.44 billion"): "7.246",
        ("RMB 29.61 billion", "$4.22 billion"): "7.017",
        ("236.50 billion yuan", "$32.72 billion"): "7.228",
        ("31.67 billion yuan", "$4.513 billion"): "7.018",
    }
    assert set(pairs) == set(wanted)
    for pair, rate in wanted.items():
        link = pairs[pair]
        assert link.rate is not None
        assert link.rate_low is not None
        assert link.rate_high is not None
        assert round(link.rate, 3) == Decimal(rate)
        assert link.rate_low < link.rate < link.rate_high


@pytest.mark.parametrize("text", ["7 percent", "RMB 29.61 billion"])
def test_the_cloud_s_figures_have_their_metric_subject_and_period(cloud: Document, text: str) -> None:
    figure = one(cloud, text)
    assert figure.metric is not None
    assert figure.metric.text == "revenue"
    assert figure.subject is not None
    assert figure.subject.text == "Alibaba Cloud Intelligence Group"
    (period,) = [m for m in cloud.moments if m.id == figure.period]
    assert (str(period.first), str(period.last)) == ("2024-07-01", "2024-09-30")


def test_a_model_s_name_holds_no_figure(cloud: Document) -> None:
    for name in ("Qwen 2.5 family", "Qwen 2.5-72B"):
        start = cloud.text.index(name)
        assert not [f for f in cloud.figures if start <= f.start < start + len(name)]
