"""The sentences of a document with their figures in their roles, for links within and across them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from parsers.figures.ages import AGE, AGED
from parsers.lazy import Pattern
from parsers.links.placed import Placed
from parsers.links.roles import place
from parsers.links.worded import Worded
from parsers.model import Figure, Kind, Moment, Span
from parsers.values import record

# "from a year ago" belongs to a change, and "net was up at a year ago" to nobody.
AGO = Worded(
    r"(?i)\b(?=(?:<<linkwords.ago>>|in the (?:19|20)\d\d (?:quarter|period|half))\b)"
    r"(?<!\b(?:from|than|over|since|with|to|against|on) (?:in )?)"
)
NO_COMPARISON = Pattern(r"(?i)\binclud(?:es?|ed|ing)\b")
YEAR = dt.timedelta(days=365)
ABOUT = dt.timedelta(days=10)
OFF = dt.timedelta(days=100)
"""How far the ends of two periods may be from a year apart: "the quarter" may be the one before."""


@record
class Line:
    """One sentence with figures: where it stands, its figures in their roles, and when they are."""

    text: str
    span: Span
    index: int
    placed: tuple[Placed, ...]
    moments: Mapping[str, Moment]

    def follows(self, earlier: Line) -> bool:
        """Whether no more than one sentence without figures stands between, and none of another heading."""
        return self.index - earlier.index <= 2

    def tells(self, pattern: Pattern | Worded) -> bool:
        """Whether the sentence says it, and is none that lists what results include."""
        found = pattern.search(self.text, self.span.start, self.span.end)
        return found is not None and NO_COMPARISON.search(self.text, self.span.start, self.span.end) is None

    def a_year_after(self, new: Figure, old: Figure) -> bool:
        """Whether the periods of two figures, as far as known, are alike and lie about a year apart."""
        late, early = (self.moments.get(f.period or "") for f in (new, old))
        if late is None or early is None or not (late.first and late.last and early.first and early.last):
            return True
        longer = (late.last - late.first) - (early.last - early.first)
        return abs(longer) <= ABOUT and abs((late.last - early.last) - YEAR) <= OFF


def read_lines(
    text: str, sentences: Sequence[Span], figures: Sequence[Figure], moments: Sequence[Moment]
) -> Iterator[Line]:
    """The sentences that have figures, in text order; ranks take no part."""
    when = {m.id: m for m in moments}
    for index, inside in groupby(figures, key=lambda f: f.sentence):
        span = sentences[index] if index < len(sentences) else Span(0, len(text))
        placed = place(text, span.start, [f for f in inside if _takes_part(text, f)])
        if placed:
            yield Line(text, span, index, tuple(placed), when)


def _takes_part(text: str, figure: Figure) -> bool:
    """Whether a figure can be linked: no rank or age, no span of time that only says when or what sort."""
    if figure.kind == Kind.DURATION:
        when = WHEN.match(text, figure.end) or FIRST.match(text, max(0, figure.start - 10), figure.start)
        if when is not None and SOME_OF.match(text, max(0, figure.start - 24), figure.start) is not None:
            when = None
        return "-" not in figure.text and when is None and figure.rule not in (AGE, AGED)
    return figure.kind != Kind.RANK


FIRST = Pattern(r"(?ri)\b(?:first|(?<!\b(?:will|would|could|to) )last|past|latest|final) ")
SOME_OF = Pattern(
    r"(?ri)\b(?:\d++|one|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:out )?of the (?:last|past) "
)
"""Before a span of which some are counted ("in nine of the last 12 months")."""
WHEN = Pattern(r" (?:ago|earlier|before|later)\b")
