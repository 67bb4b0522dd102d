"""Filtering: expressions of the filter line over many figures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from parsers import parse, query
from parsers.query import Lookup
from tests.bench.measure import REFERENCE, joined, seconds, table

MANY = 100_000
EXPRESSIONS = (
    "kind:money",
    "value>1bn unit:USD",
    "metric:revenue and (period:2024 or period>=2025)",
    "cloud",
    r"/^RMB \d/",
)


def filtering(folder: Path) -> None:
    """Applying a filter to 100,000 figures (compiled anew, as at each key), beside a bare loop over them."""
    document = parse(joined(folder), reference_date=REFERENCE)
    figures = (document.figures * (MANY // len(document.figures) + 1))[:MANY]
    many = Lookup(replace(document, figures=tuple(replace(f, id=f"f{n}") for n, f in enumerate(figures, 1))))
    bare = seconds(lambda: [at for at, figure in enumerate(many.document.figures) if figure.value is None])
    rows = []
    for expression in EXPRESSIONS:
        took = seconds(partial(lambda words: query.compile(words).select(many), expression))
        rows.append((expression, (f"{took * 1e3:.1f}", f"{took / bare:.1f}")))
    table(f"filtering {MANY:,} figures", ("ms", "x bare"), rows)
