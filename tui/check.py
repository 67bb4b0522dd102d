"""``figscope check``: what does not fit together in some articles, and between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parsers.report import Detail, Report
from tui.extract import Reading, deliver
from tui.outcome import DISAGREES, DONE

FORMATS = {
    "text": "one line for each disagreement, and how much could be checked",
    "json": "the documents with all findings, and the comparisons between them",
}


def check(paths: Sequence[str], *, form: str, detail: Detail, day: dt.date | None = None) -> int:
    """Read what ``paths`` name, check each article and all of them side by side; gives the exit status.

    1 where something disagrees; 2, which goes before it, where something could not be read.
    """
    reading = Reading(paths, day)
    report = Report(reading.documents(), detail)
    status = deliver(report.json() if form == "json" else report.lines(), reading)
    return DISAGREES if status == DONE and report.disagrees else status
