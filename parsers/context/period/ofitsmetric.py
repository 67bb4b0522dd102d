"""The time right before a metric ("Second-quarter profit sank 18% Tuesday", "February yen bond sales")."""

from __future__ import annotations

from parsers.context.period.times import DAYS, PERIODS, Given, moment_at
from parsers.context.rows.words import Row, known, word_at
from parsers.model import Figure


def of_its_metric(row: Row, figure: Figure, place: int, stated: Given | None) -> Given | None:
    """The period before the figure's metric, where none was found, or only the day of the news."""
    if figure.metric is None or (stated is not None and stated.moment.granularity not in ("day", *DAYS)):
        return stated
    if figure.metric.text.lower().split()[-1] in known("contextwords.estimating"):
        return stated  # "4.5% below its December forecast"
    first = word_at(row, figure.metric.start)
    if first is None or not 0 < first < place or row.tags[first - 1] != "T":
        return stated
    moment = moment_at(row, first - 1)
    if moment is None or moment.granularity not in (*PERIODS, "month") or "F" in row.tags[first:place]:
        return stated
    return Given(moment, "period.stated")
