"""A heading over what is foreseen, with the time that it is of ("2024 Financial Guidance")."""

from __future__ import annotations

from parsers.context.period.times import Times
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Moment

LONGEST = 60
"""Characters of a line that is a heading."""
WORDS = Pattern(r"\p{L}++")
ENDS = (".", ";", ",")


def heads(text: str, moment: Moment, times: Times) -> bool:
    """Whether a line of its own says that what follows is foreseen for a time that is not over."""
    if times.today is None or moment.last is None or moment.last < times.today:
        return False
    start, end = text.rfind("\n", 0, moment.start) + 1, text.find("\n", moment.end)
    if end < 0 or end - start > LONGEST:
        return False
    line = text[start:end].rstrip()
    if line.endswith(":") and line.startswith("For "):
        return True  # "For fiscal 2024:"
    return not line.endswith(ENDS) and not known("contextwords.outlooks").isdisjoint(
        WORDS.findall(line.lower())
    )
