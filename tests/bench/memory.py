"""Memory: what a document holds for each of its figures."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from parsers import parse
from tests.bench.measure import REFERENCE, news, table

SIZE = 1_000_000


def memory(folder: Path) -> None:
    """Bytes held by the document of a megabyte, its text apart, for each figure in it."""
    text = news(folder, SIZE)
    parse(text[:200_000], reference_date=REFERENCE)  # the rules and the words are loaded before
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    document = parse(text, reference_date=REFERENCE)
    held, peak = (used - before for used in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    figures = len(document.figures)
    rows = (
        ("held by the document, the text apart", (f"{held / 1e6:.1f}", f"{held / figures:.0f}")),
        ("at most, while reading", (f"{peak / 1e6:.1f}", f"{peak / figures:.0f}")),
    )
    table(f"memory of {figures:,} figures", ("MB", "B/figure"), rows)
