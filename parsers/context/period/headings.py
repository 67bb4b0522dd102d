"""Lines of their own that name the time of what stands below them ("Nine months", "For fiscal 2024:")."""

from __future__ import annotations

from parsers.context.period.times import Times
from parsers.context.said.sections import looks_ahead
from parsers.model import Moment

LONGEST = 60
"""Characters of a line that is a heading."""


def is_heading(text: str, moment: Moment) -> bool:
    """Whether a time begins a short line that ends like no sentence ("Nine months", "Year ended May 31:")."""
    start = text.rfind("\n", max(0, moment.start - LONGEST), moment.start) + 1
    end = text.find("\n", moment.end, moment.end + LONGEST)
    if (
        start == 0
        or end < 0
        or end - start > LONGEST
        or text[start : moment.start].strip(" *#\t").lower() not in FIRST
    ):
        return False
    return text[start:end].rstrip()[-1:] not in (".", "!", "?", ",")


def leads_list(text: str, moment: Moment) -> bool:
    """Whether such a line leads to what it names ("Fourth quarter 2025 highlights include:")."""
    end = text.find("\n", moment.end, moment.end + LONGEST)
    return end >= 0 and text[moment.end : end].rstrip().endswith(":") and is_heading(text, moment)


FIRST = ("", "the", "for the", "in the")


def heads(text: str, moment: Moment, times: Times) -> bool:
    """Whether a line of its own says that what follows is foreseen for a time that is not over."""
    if times.today is None or moment.last is None or moment.last < times.today:
        return False
    start, end = text.rfind("\n", 0, moment.start) + 1, text.find("\n", moment.end)
    if end < 0 or end - start > LONGEST:
        return False
    line = text[start:end].rstrip()
    return (line.startswith("For ") and line.endswith(":")) or looks_ahead(text, start)
