"""What stands in a list below a heading that looks ahead ("Full-Year 2024 Outlook") is foreseen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from parsers.context.draft import fill
from parsers.context.lists import COLUMNS, LIST_MARK, PAIR, tells_what_is
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Span, Status
from parsers.quick import Quick
from parsers.text import BULLET
from parsers.worded import Worded

HEADING = Worded(
    rf"(?i)(?<![^\n])[^\S\n]*(?!{BULLET})[^\n.;:]{{0,50}}?\b<<contextwords.heads_outlook>>\b[^\n.;]{{0,30}}(?=\n)"
)
"""A line that says what is foreseen below it."""
NEXT = Quick(r"\n[^\S\n]*\n(?=[A-Z])[^\n.;:$%\u20ac\u00a3]{3,60}\n")
"""The next heading: a line of its own behind an empty one, without an end and without amounts."""
FINITE = Quick(r"[VBHASm]")
"""A verb: who writes whole sentences says what is foreseen."""
OLD = Pattern(r"(?r)[fv]q*\Z")
"""Before an old value ("of about 12%, up from 11% in 2023")."""
FARTHEST = 6_000
"""How many characters a list below a heading may reach."""
SOON = 400
"""Characters before a heading of which one that is none must be among the first."""
MOST = 64
"""How many sections of a text are looked for."""


def outlooks(text: str) -> tuple[tuple[Span, Span], ...]:
    """The headings of a text that look ahead, each with what stands below it."""
    found: list[tuple[Span, Span]] = []
    plain = text.lower()
    if not any(word in plain for word in known("contextwords.heads_outlook")):
        return ()  # most texts: the pattern is not even made
    at = 0
    while len(found) < MOST and (hit := HEADING.search(text, at)) is not None:
        at = hit.end()
        if _is_headline(text, hit.start()):
            continue
        end = NEXT.search(text, hit.end(), hit.end() + FARTHEST)
        if end is not None and not text[hit.end() : end.start()].strip():
            end = NEXT.search(text, end.end(), hit.end() + FARTHEST)  # a heading of its own list
        last = end.start() if end is not None else min(len(text), hit.end() + FARTHEST)
        found.append((Span(hit.start(), hit.end()), Span(hit.end(), last)))
    return tuple(found)


def looks_ahead(text: str, start: int) -> bool:
    """Whether the line that begins at an offset is a heading that looks ahead."""
    return HEADING.match(text, start) is not None and not _is_headline(text, start)


def _is_headline(text: str, start: int) -> bool:
    """Whether nothing stands before a line: it is the headline of all, not the heading of a part."""
    return not text[: min(start, SOON)].strip()


def foreseen_below(row: Row, figure: Figure, sections: Sequence[tuple[Span, Span]]) -> Figure:
    """The figure as a forecast, where it stands without a verb below a heading that looks ahead."""
    if not sections or figure.status != Status.REPORTED:
        return figure
    at = bisect_right(sections, figure.start, key=lambda section: section[1].start) - 1
    place = row.places.get(figure.id)
    if at < 0 or place is None or figure.start >= sections[at][1].end:
        return figure
    if not _is_an_item(row.text, figure) or OLD.search(row.tags, 0, place) is not None:
        return figure
    if FINITE.search(row.tags, 0, place) is not None or tells_what_is(row):
        return figure
    heading = sections[at][0]
    evidence = Evidence("status", heading.start, heading.end, "status.below_heading")
    return fill(figure, status=Status.FORECAST, evidence=(*figure.evidence, evidence))


def _is_an_item(text: str, figure: Figure) -> bool:
    """Whether a figure stands in an item of a list, in a line that is no sentence and none of a table."""
    start, end = text.rfind("\n", 0, figure.start) + 1, text.find("\n", figure.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    if LIST_MARK.match(line) is not None or PAIR.fullmatch(line) is not None:
        return True
    return not line.endswith(".") and COLUMNS.search(line) is None
