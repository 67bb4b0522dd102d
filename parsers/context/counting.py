"""What a bare number counts, told by its metric: "layoffs totalled 29,632", "users rose to 1.5 billion"."""

from __future__ import annotations

from parsers import lexicon
from parsers.figures.nouns import read_counted
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind
from parsers.values import replace

COUNTED = frozenset(("users", "headcount", "sites"))
"""Families of metrics whose words are the things that are counted."""


def with_things(figure: Figure) -> Figure:
    """The figure with the things of its metric as its unit, where it is their bare number."""
    metric = figure.metric
    if figure.kind is not Kind.COUNT or figure.unit is not None or metric is None:
        return figure
    if SHARES.search(metric.text) is not None:
        return replace(figure, unit="share", inferred=(*figure.inferred, "unit"))
    several = figure.value is None or (figure.value > 1 and figure.value == int(figure.value))
    if not several or not metric.text[-1:].islower() or not _are_counted(figure.metric_name, metric.text):
        return figure
    term = metric.text[1:].islower() and bool(lexicon.find("metrics.noun", metric.text.lower()))
    things = metric.text.lower() if term else metric.text  # not as it begins a sentence
    if things.lower().endswith("payrolls"):
        return figure
    if NUMBERS.search(things) is not None:
        things = NUMBERS.sub("s", things[0].lower() + things[1:])  # "Passenger numbers"
    noun = read_counted(things)
    if noun is None or noun.length != len(things) or not noun.head.islower() or noun.unit == noun.head:
        return figure
    return replace(figure, unit=noun.unit, inferred=(*figure.inferred, "unit"))


NUMBERS = Pattern(r"(?<!s) numbers\Z")
SHARES = Pattern(r"\bshares outstanding\Z")


def _ends(words: str) -> tuple[str, ...]:
    """The last word and the last two."""
    last = words.split()[-2:]
    return last[-1], " ".join(last)


def _are_counted(name: str | None, words: str) -> bool:
    """Whether a metric is things that are counted, by its name or by its last word."""
    if any(lexicon.find("nouns.things", end) for end in _ends(words.lower())):
        return True
    if family := group_family(name):
        return family in COUNTED
    last = lexicon.find("metrics.noun", words.rpartition(" ")[2])
    if not last:
        return True  # no word of finance: "delivery professionals"
    return any(group_family(entry.id) in COUNTED for entry in last)
