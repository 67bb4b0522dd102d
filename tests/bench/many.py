"""Many files: one process beside several, on articles of about 4 kB."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import table
from tui.extract import extract
from tui.workers import cores

ARTICLES = 2_000
LENGTH = 4_000


def many(folder: Path) -> None:
    """Wall time of ``figscope extract`` over a folder, and how many times one process's throughput that is.

    What it says of several processes holds only on a machine that does nothing else meanwhile.
    """
    news = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))
    news *= 2 * LENGTH // len(news) + 1
    with tempfile.TemporaryDirectory() as made:
        for number in range(ARTICLES):
            start = number * 97 % (len(news) - LENGTH)
            Path(made, f"{number:05}.txt").write_text(news[start : start + LENGTH], encoding="utf-8")
        one = seconds(made, 1)
        rows = [("one process", (f"{one:.1f}", f"{ARTICLES / one:.0f}", "1.00"))]
        if cores() > 1:
            several = seconds(made, cores())
            rows.append(
                (
                    f"{cores()} processes",
                    (f"{several:.1f}", f"{ARTICLES / several:.0f}", f"{one / several:.2f}"),
                )
            )
    table(f"{ARTICLES:,} articles of {LENGTH // 1000} kB", ("seconds", "a second", "x one"), rows)


def seconds(folder: str, jobs: int) -> float:
    """The wall time of reading and writing them all."""
    began = time.perf_counter()
    extract([folder], form="jsonl", jobs=jobs, output="/dev/null")
    sys.stderr.flush()
    return time.perf_counter() - began
