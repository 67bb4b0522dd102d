"""Results of a year before that a sentence tells of in full, some sentences behind the new ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import comparable
from parsers.links.leadrules import Role
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Figure, Link, LinkKind, Status

FURTHEST = 6
"""How many sentences with figures stand between at most."""
OPENS = Pattern(
    r"(?i)^\W*(?:(?:in|for|during) the (?:(?:19|20)\d\d (?:[\p{Ll}-]++ )?(?:quarter|half|period|year)"
    r"|(?:(?:first|second|third|fourth|fiscal) )?(?:quarter|half|year|months) (?:of (?:19|20)\d\d)"
    r"|(?:year-earlier|year-ago|same|comparable|corresponding) [\p{Ll} -]{4,24})"
    r"|(?:an?|one) year (?:ago|earlier|before)),? "
)
"""What a sentence begins with that is about a year before ("In the 1988 third quarter,")."""


def olds_of_last_year(lines: Sequence[Line], at: int, known: Sequence[Link]) -> Iterator[Link]:
    """The old values of a sentence that begins with their time, whose new ones stand further back."""
    line = lines[at]
    if OPENS.match(line.placed[0].lead) is None:
        return
    moved = [link.figures for link in known if link.kind == LinkKind.FROM_TO]
    linked = {figure for pair in moved for figure in pair}
    news = {pair[1] for pair in moved}
    for item in line.placed:
        if item.figure.id in linked or item.role != Role.LEVEL:
            continue
        new = next((p for p in _before(lines, at) if _is_new(line, p, item, news)), None)
        if new is not None:
            news.add(new.figure.id)
            yield join(LinkKind.FROM_TO, item, new, "link.old_last_year")


def _before(lines: Sequence[Line], at: int) -> Iterator[Placed]:
    """The figures before a sentence, the nearest first."""
    for line in reversed(lines[max(0, at - FURTHEST) : at]):
        yield from reversed(line.placed)


def _is_new(line: Line, new: Placed, old: Placed, news: set[str]) -> bool:
    """Whether a figure is what an old one became: the same of the same, with a time a year on."""
    a, b = new.figure, old.figure
    if new.role != Role.LEVEL or a.id in news or a.status != Status.REPORTED or a.metric_name is None:
        return False
    named = a.metric_name == b.metric_name or {a.metric_name, b.metric_name} <= RESULTS
    if not named or _whose(a) != _whose(b) or not comparable(a, b):
        return False
    return a.period is not None and b.period is not None and line.a_year_after(a, b)


RESULTS = frozenset(("net income", "net loss", "profit", "loss"))
"""What is left of a year, called in several ways ("a loss of $5 million ... A year earlier it earned $3")."""


def _whose(figure: Figure) -> str:
    return figure.subject_name or (figure.subject.text if figure.subject is not None else "")
