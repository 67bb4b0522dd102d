"""``figscope check``: what does not fit together in some articles, and between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parsers.errors import QueryError
from parsers.model import Document
from parsers.report import Detail, Report
from tui.extract import deliver
from tui.outcome import DISAGREES, DONE, UNREADABLE, say
from tui.reading import Reading, Work

FORMATS = {
    "text": "one line for each disagreement, and how much could be checked",
    "json": "the documents with all findings, and the comparisons between them",
}


def check(
    paths: Sequence[str], *, form: str, detail: Detail, day: dt.date | None = None, jobs: int | None = None
) -> int:
    """Read what ``paths`` name, check each article and all of them side by side; gives the exit status.

    1 where something disagrees; 2, which goes before it, where something could not be read.
    """
    reading = Reading(paths, Work(_itself, _itself, day), jobs)
    report = Report(reading.results(), detail)
    try:
        status = deliver(report.json() if form == "json" else report.lines(), reading)
    except QueryError as error:
        say(f"--where: {error}")
        return UNREADABLE
    return DISAGREES if status == DONE and report.disagrees else status


def _itself(document: Document) -> Document:
    """The comparisons need the whole document."""
    return document
