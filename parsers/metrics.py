"""What is known of a metric by its name: the group that the rules of reading ask for, and its family.

A name tells one metric ("housing starts"). Rules that treat several metrics alike ask for their group
("is this one of the results of a company?"), never for the name; what compares values, groups figures or
follows one of them asks for the name, never for the group.
"""

from __future__ import annotations

from functools import lru_cache

from parsers import lexicon
from parsers.model import Figure, Kind


def group_of(figure: Figure) -> str | None:
    """The group of what a figure measures; see `group_named`."""
    return group_named(figure.metric_name)


@lru_cache(maxsize=2048)
def group_named(name: str | None) -> str | None:
    """The group of the metric of this name; the name itself where the lexicon has none ("widget count")."""
    entry = lexicon.entries("metrics").get(name or "")
    return name if entry is None else str(entry.get("group", entry.id))


@lru_cache(maxsize=2048)
def group_family(name: str | None) -> str:
    """The family of a metric's group, which the rules of reading ask for; empty where there is none."""
    entry = lexicon.entries("metrics").get(group_named(name) or "")
    return "" if entry is None else str(entry.get("family", ""))


@lru_cache(maxsize=2048)
def entry_of(name: str | None) -> lexicon.Entry | None:
    """The entry of a metric, or of the one that it narrows ("cloud revenue"); none where it is unknown."""
    words = (name or "").split()
    known = lexicon.entries("metrics")
    return next((known[head] for at in range(len(words)) if (head := " ".join(words[at:])) in known), None)


def kin_of(name: str | None) -> tuple[str, ...]:
    """The family of a metric, as a person would relate it to others, and its group; none where unknown."""
    entry = entry_of(name)
    if entry is None:
        return ()
    family = str(entry.get("family", group_family(entry.id)))
    return tuple(dict.fromkeys((family, group_named(entry.id) or "")))


def is_unowned_volume(figure: Figure) -> bool:
    """Whether a volume begins its sentence with no word of whose: mostly a market's ("Volume totaled 9")."""
    return figure.metric is not None and figure.metric.text == "Volume"


def is_vague(name: str | None) -> bool:
    """Whether the words of a metric need not mean the same to two writers ("earnings" and "profit")."""
    entry = entry_of(name)
    return entry is None or bool(entry.get("vague", False))


def per_of(figure: Figure) -> str | None:
    """What an amount is for one of; of earnings per share that is a share, though only the name says so."""
    return "share" if (figure.metric_name or "").endswith(" per share") else figure.per


def counts_peaks(figure: Figure) -> bool:
    """Whether shares are counted that stood as high or as low as for long ("71 new 52-week highs")."""
    return figure.kind == Kind.COUNT and (figure.unit or "").endswith(PEAKS)


PEAKS = ("new high", "new low", "week high", "week low", "month high", "month low", "year high", "year low")
