"""Reading: megabytes a second beside a bare pattern, and time per character as texts grow."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import regex

from parsers import parse
from tests.bench.measure import REFERENCE, news, pieces, seconds, table

BARE = r"[$€£¥]?\d[\d,.]*\d?\s?(?:%|percent|million|billion)?"
SIZES = (8_000, 1_000_000, 20_000_000)


def reading(folder: Path) -> None:
    """A megabyte of news, in articles and as one, beside one pass of a bare pattern over it."""
    text = news(folder, 1_000_000)
    size = len(text.encode()) / 1e6
    pattern = regex.compile(BARE)
    parse(text[:8_000], reference_date=REFERENCE)
    took = {
        "one bare pattern": seconds(lambda: sum(1 for _ in pattern.finditer(text))),
        "articles of 8 kB": seconds(lambda: read_all(pieces(text, 8_000))),
        "one article": seconds(lambda: read_all([text])),
    }
    bare = took["one bare pattern"]
    rows = ((name, (f"{size / each:.2f}", f"{each / bare:.1f}")) for name, each in took.items())
    table("reading 1 MB of news", ("MB/s", "x bare"), rows)


def scaling(folder: Path) -> None:
    """Time per character of one text of each size, beside that of the shortest."""
    first = 0.0
    rows = []
    for size in SIZES:
        text = news(folder, size)
        repeats = max(1, 800_000 // size)
        took = seconds(partial(read_all, [text] * repeats), rounds=3 if size < 5_000_000 else 1)
        each = took / (size * repeats) * 1e9
        first = first or each
        rows.append((f"{size / 1000:,.0f} kB", (f"{each:.0f}", f"{each / first:.2f}")))
    table("one text of", ("µs/kB", "x first"), rows)


def read_all(texts: list[str]) -> None:
    """Read texts one after the other, keeping none."""
    for text in texts:
        parse(text, reference_date=REFERENCE)
