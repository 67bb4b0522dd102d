"""When two wordings of a metric, a subject or a unit are the same answer."""

from __future__ import annotations

import re

from parsers.model import Figure

LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|this|that|company's|total|annual|quarterly|(?:full|half)-year|"
    r"(?:first|second|third|fourth)-(?:quarter|half)|(?:six|nine)-month|year-earlier|19\d\d|20\d\d)\s+)+",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r",?\s+(?:Corp|Inc|Co|Ltd|Plc|PLC|Group|Company|Corporation|Holdings)\.?$|['\u2019]s?$", re.IGNORECASE
)


TIMES = {"time", "times", "x"}
"""One unit under three names, that of a multiple."""


def bare(phrase: str) -> str:
    """A phrase without case, determiners and words of time."""
    return LEADING.sub("", " ".join(phrase.split())).lower()


def bare_name(phrase: str) -> str:
    """A name without its article, legal form and possessive."""
    name = LEADING.sub("", " ".join(phrase.split()))
    while (shorter := SUFFIX.sub("", name)) != name:
        name = shorter
    return name.lower()


def same_metric(accepted: list[str], found: str) -> bool:
    """Whether the words name one of the accepted metrics (or end in it: "cloud revenue")."""
    metric = bare(found)
    answers = [bare(answer) for answer in accepted]
    return metric in answers or any(a and metric.endswith(" " + a) for a in answers)


def same_subject(accepted: list[str], found: str) -> bool:
    """Whether the words name one of the accepted subjects."""
    return bare_name(found) in {bare_name(answer) for answer in accepted}


def same_unit(accepted: list[str], figure: Figure) -> bool:
    """Whether the unit is one of those accepted (of a count: at least its head noun)."""
    unit = figure.unit or ""
    if unit in accepted or (unit in TIMES and not TIMES.isdisjoint(accepted)):
        return True
    return figure.kind in ("count", "ratio", "quantity", "rank") and any(
        a and unit and unit.split()[-1] == a.split()[-1] for a in accepted
    )
