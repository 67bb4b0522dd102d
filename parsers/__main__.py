"""``python -m parsers FILE [--trace]``: what the reader makes of a text, and why."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from parsers.mentions import Candidate
from parsers.model import Document
from parsers.pipeline import parse, settle_text
from parsers.safe import make_safe


def main() -> int:
    """Print the figures and moments of one file; with ``--trace`` every candidate and its fate."""
    options = argparse.ArgumentParser(prog="python -m parsers", description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument(
        "--trace", action="store_true", help="show which rule found what, what lost, and what gave each field"
    )
    arguments = options.parse_args()
    try:
        text = make_safe(arguments.file.read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 2
    if arguments.trace:
        _trace(text)
    document = parse(text, source=str(arguments.file))
    if arguments.trace:
        _trace_context(document)
    for figure in document.figures:
        print(figure)
    for moment in document.moments:
        print(moment)
    return 0


def _trace(text: str) -> None:
    settled = settle_text(text)
    rows = [(c, "") for c in settled.winners]
    rows += [
        (loser, f"  lost to {winner.rule} {text[winner.start : winner.end]!r}")
        for loser, winner in settled.losers
    ]
    for candidate, fate in sorted(rows, key=lambda row: (row[0].start, bool(row[1]))):
        print(_line(text, candidate) + fate)


def _trace_context(document: Document) -> None:
    """Which rule gave each field of each figure, and from which words."""
    for figure in document.figures:
        print(f"{figure.id:>6} {figure.text!r}")
        for seen in figure.evidence:
            words = document.text[seen.start : seen.end]
            inferred = "  inferred" if seen.field in figure.inferred else ""
            print(f"       {seen.field:<12} {seen.rule:<24} {seen.start:>6} {words!r}{inferred}")
    for link in document.links:
        figures = ", ".join(link.figures)
        print(f"       {link.kind:<12} {link.rule:<24} {link.evidence.start:>6} {figures}")


def _line(text: str, candidate: Candidate) -> str:
    what = "name" if candidate.is_name else "figure" if candidate.figures else "moment"
    return f"{candidate.start:>6} {candidate.rule:<28} {what:<7} {text[candidate.start : candidate.end]!r}"


if __name__ == "__main__":
    sys.exit(main())
