"""Measure the parts that are named, or all of them, and print their tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tests.bench.filtering import filtering
from tests.bench.keys import keys
from tests.bench.many import many
from tests.bench.measure import SEEDS
from tests.bench.memory import memory
from tests.bench.painting import painting
from tests.bench.processes import extracting
from tests.bench.reading import reading, scaling

PARTS: dict[str, Callable[[Path], None]] = {
    "reading": reading,
    "scaling": scaling,
    "memory": memory,
    "filtering": filtering,
    "extracting": extracting,
    "many": many,
    "painting": painting,
    "keys": keys,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of: {', '.join(PARTS)} (all of them)")
    parser.add_argument(
        "--news", type=Path, default=SEEDS, metavar="FOLDER", help="texts to read (the seeds)"
    )
    args = parser.parse_args()
    if unknown := [part for part in args.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    for part in args.parts or PARTS:
        PARTS[part](args.news)


if __name__ == "__main__":
    main()
