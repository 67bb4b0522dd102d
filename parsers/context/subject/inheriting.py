"""Whether a figure keeps the subject of the one before it in its sentence."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.model import Evidence, Figure

ANOTHER_VERB = Pattern(r",?&d?[XHW]")
NEXT_VERB = Pattern(r"^,[dT]?[HWm]q*\Z")
AT_A_PLACE = ("subject.of", "subject.each_at")


def acts_on(figure: Figure, seen: Evidence, before: Figure, between: str) -> bool:
    """Whether who acts in a clause goes on to act ("will cut 300 jobs at the mine and expects sales of").

    ``seen`` says whose the figure ``before`` was, ``between`` are the tags of the words between the two.
    """
    own = figure.metric is not None and figure.metric.start > before.end
    kin = seen.rule == "subject.of"
    if own and kin and NEXT_VERB.match(between) is not None:
        return True  # "The chain, controlled by the Halden family with 61%, runs"
    return own and seen.rule in AT_A_PLACE and ANOTHER_VERB.search(between) is not None
