"""How much of the context gold set the reader gets right: ``python -m tests.accuracy [--errors]``.

Figures are paired with the gold by place and value; every other row is counted over the paired ones.
The label format stands in ``tests/gold/context/README.md``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from parsers import parse
from parsers.model import Document, Figure
from tests.answers import same_metric, same_subject, same_unit

GOLD = Path(__file__).parent / "gold" / "context"
SCALES = {"bn": Decimal(10**9), "m": Decimal(10**6)}
NEUTRAL = ("duration", "rank")
LINKS = ("equivalent", "from_to", "per", "change", "part_of")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled figure: its place and its fields as the file gives them."""

    key: str
    start: int
    end: int
    fields: dict[str, str]

    def accepted(self, field: str, default: str = "") -> list[str]:
        """The answers that count as right."""
        return self.fields.get(field, default).split("|")


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the gold set with its labels."""

    name: str
    text: str
    labels: tuple[Label, ...]
    raw: dict[str, Any]


def load_articles(folder: Path = GOLD) -> Iterator[Article]:
    """The articles of a folder (text and label file side by side), by name."""
    for file in sorted(folder.glob("*.toml")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        yield article_of(file.stem, text, file.read_text(encoding="utf-8"))


def article_of(name: str, text: str, labels: str) -> Article:
    """An article with the labels that its file (TOML) holds."""
    raw = tomllib.loads(labels)
    return Article(name, text, tuple(_labels(text, raw)), raw)


def _labels(text: str, raw: dict[str, Any]) -> Iterator[Label]:
    at = 0
    for key, given in raw["figure"].items():
        start = text.index(given["text"], at)
        at = start + 1
        fields = dict(given)
        for field, aliases in (("subj", raw["subject"]), ("by", raw["subject"]), ("period", raw["period"])):
            if field in fields:
                fields[field] = "|".join(aliases.get(part, part) for part in fields[field].split("|"))
        yield Label(key, start, start + len(given["text"]), fields)


def number(written: str | None) -> Decimal | None:
    """A labelled number: "1.05bn"."""
    if written is None:
        return None
    for suffix, scale in SCALES.items():
        if written.endswith(suffix):
            return Decimal(written.removesuffix(suffix)) * scale
    return Decimal(written)


def same_value(label: Label, figure: Figure) -> bool:
    """Whether the figure has the labelled value (fractions to six digits)."""

    def near(a: Decimal | None, b: Decimal | None) -> bool:
        return a == b if a is None or b is None else abs(a - b) <= abs(a) * Decimal("1e-6")

    value, low, high = (number(label.fields.get(key)) for key in ("value", "low", "high"))
    if value is not None:
        return near(value, figure.value)
    return near(low, figure.low) and near(high, figure.high)


def align(article: Article, document: Document) -> dict[str, Figure]:
    """Each label's figure: overlapping, with its value, each figure once."""
    pairs: dict[str, Figure] = {}
    used: set[str] = set()
    for label in article.labels:
        for figure in document.figures:
            overlaps = figure.start < label.end and label.start < figure.end
            if overlaps and figure.id not in used and same_value(label, figure):
                pairs[label.key] = figure
                used.add(figure.id)
                break
    return pairs


def _kinds(label: Label) -> list[str]:
    unit = label.accepted("unit")[0]
    return label.accepted("kind", "money" if unit.isupper() and len(unit) == 3 else unit)


def _period(document: Document, figure: Figure) -> str:
    for moment in document.moments:
        if moment.id == figure.period:
            return f"{moment.first}/{moment.last}"
    return "-"


ROWS: dict[str, Callable[[Label, Figure, Document], bool]] = {
    "kind": lambda g, f, _: str(f.kind) in _kinds(g),
    "unit": lambda g, f, _: same_unit(g.accepted("unit"), f),
    "modifier": lambda g, f, _: str(f.modifier) in g.accepted("mod", "exact"),
    "direction": lambda g, f, _: str(f.direction) in g.accepted("dir", "none"),
    "metric": lambda g, f, _: same_metric(g.accepted("metric"), f.metric.text if f.metric else ""),
    "subject": lambda g, f, _: same_subject(g.accepted("subj"), f.subject.text if f.subject else ""),
    "period, where stated": lambda g, f, d: _period(d, f) in g.accepted("period", "-"),
    "period, where none": lambda g, f, d: _period(d, f) in g.accepted("period", "-"),
    "attribution": lambda g, f, _: same_subject(g.accepted("by"), f.attribution or ""),
    "status": lambda g, f, _: str(f.status) in g.accepted("status", "reported"),
}


def applies(row: str, label: Label) -> bool:
    """Whether a label is counted in a row."""
    if row.startswith("period"):
        return ("-" in label.accepted("period", "-")) == (row == "period, where none")
    return True


def given(row: str, figure: Figure, document: Document) -> str:
    """What the reader said, for the list of errors."""
    if row.startswith("period"):
        return _period(document, figure)
    value = getattr(figure, row)
    return str(getattr(value, "text", value) or "")


def wanted(row: str, label: Label) -> str:
    """What the label says, for the list of errors."""
    short = {"modifier": "mod", "direction": "dir", "subject": "subj", "attribution": "by"}
    return label.fields.get(short.get(row, row.split(",")[0]), "")


@dataclass(slots=True)
class Score:
    """Counts over the whole set, and the disagreements in words."""

    right: Counter[str]
    total: Counter[str]
    errors: list[tuple[str, str]]

    def count(self, row: str, right: bool, error: str) -> None:
        """One decision of a row."""
        self.total[row] += 1
        self.right[row] += right
        if not right:
            self.errors.append((row, error))


def score_figures(article: Article, document: Document, pairs: dict[str, Figure], score: Score) -> None:
    """The rows of single figures."""
    used = {figure.id for figure in pairs.values()}
    extra = [f for f in document.figures if f.id not in used]
    for label in article.labels:
        figure = pairs.get(label.key)
        score.count("found", figure is not None, f"{article.name}: missed {label.fields['text']!r}")
        if figure is None:
            continue
        for row, check in ROWS.items():
            if applies(row, label):
                error = f"{article.name}/{label.key} {figure.text!r}: {given(row, figure, document)!r}"
                score.count(row, check(label, figure, document), f"{error}, wanted {wanted(row, label)!r}")
    for figure in extra:
        if figure.kind not in NEUTRAL:
            score.total["extra"] += 1
            score.errors.append(("found", f"{article.name}: extra {figure.text!r} {figure.kind}"))
    for name in article.raw["not_figures"]:
        at = article.text.index(name)
        hit = [f for f in extra if at <= f.start and f.end <= at + len(name) and f.kind not in NEUTRAL]
        score.count("names", not hit, f"{article.name}: {name!r} read as {[f.text for f in hit]}")


def score_links(article: Article, document: Document, pairs: dict[str, Figure], score: Score) -> None:
    """The rows of links: labelled pairs whose figures were found, against the links of the document."""
    keys = {figure.id: key for key, figure in pairs.items()}
    for kind in LINKS:
        gold = {tuple(pair.split()) for pair in article.raw["links"].get(kind, [])}
        found = {
            tuple(keys.get(f, f) for f in link.figures) for link in document.links if str(link.kind) == kind
        }
        score.right[kind] += len(gold & found)
        score.total[kind + " gold"] += len(gold)
        score.total[kind + " found"] += len(found)
        score.errors += [(kind, f"{article.name}: missed {' '.join(pair)}") for pair in sorted(gold - found)]
        score.errors += [(kind, f"{article.name}: extra {' '.join(pair)}") for pair in sorted(found - gold)]


def score_all(only: str = "", folder: Path = GOLD) -> Score:
    """Read and score every article of the folder (or those whose name contains ``only``)."""
    score = Score(Counter(), Counter(), [])
    for article in load_articles(folder):
        if only in article.name:
            document = parse(article.text, reference_date=article.raw["reference_date"])
            pairs = align(article, document)
            score_figures(article, document, pairs, score)
            score_links(article, document, pairs, score)
    return score


def table(score: Score) -> str:
    """The rows as text."""
    found, gold, extra = score.right["found"], score.total["found"], score.total["extra"]
    lines = [_row("figure found with its value, F1", 2 * found, gold + found + extra)]
    lines += [_row(row, score.right[row], score.total[row]) for row in ROWS]
    lines += [
        _row(
            f"link {kind}, F1",
            2 * score.right[kind],
            score.total[kind + " gold"] + score.total[kind + " found"],
        )
        for kind in LINKS
    ]
    wrong = score.total["names"] - score.right["names"]
    lines.append(f"{'names, dates, times read as figures':36} {wrong:5} of {score.total['names']}")
    return "\n".join(lines)


def _row(name: str, right: int, total: int) -> str:
    return f"{name:36} {100 * right / total if total else 0:5.1f}  ({right} of {total})"


def main() -> int:
    """Print the table, and with ``--errors`` every disagreement (of one row, if named)."""
    options = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    options.add_argument("--errors", nargs="?", const="", metavar="ROW", help="list the disagreements")
    options.add_argument("--article", default="", help="only articles whose name contains this")
    options.add_argument("--folder", type=Path, default=GOLD, help="labelled articles elsewhere")
    arguments = options.parse_args()
    score = score_all(arguments.article, arguments.folder)
    if arguments.errors is not None:
        for row, error in sorted(score.errors):
            if row.startswith(arguments.errors):
                print(f"{row:22} {error}")
    print(table(score))
    return 0


if __name__ == "__main__":
    sys.exit(main())
