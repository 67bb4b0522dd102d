"""Whole processes: one article extracted, beside the bare imports."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.measure import ARTICLE, process, table

IMPORTS = "import regex, dateparser"


def extracting(_folder: Path) -> None:
    """``figscope extract`` of one article: CPU time and peak memory of the whole process."""
    command = str(Path(sys.executable).parent / "figscope")
    imports, imports_peak = process([sys.executable, "-c", IMPORTS])
    extract, extract_peak = process([command, "extract", str(ARTICLE)])
    rows = (
        (f"python -c {IMPORTS!r}", (f"{imports * 1e3:.0f}", "1.00", f"{imports_peak:.0f}")),
        (
            "figscope extract, one article",
            (f"{extract * 1e3:.0f}", f"{extract / imports:.2f}", f"{extract_peak:.0f}"),
        ),
    )
    table("whole processes", ("CPU ms", "ratio", "peak MB"), rows)
