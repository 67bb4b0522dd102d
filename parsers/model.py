"""What reading produces: frozen values, and nothing else.

Offsets are half-open Unicode code points into the text as read; ``text[start:end]`` is the
mention as written.  Numbers are `Decimal`, exactly as printed, or ``None`` where none is stated.
The public form of each value is described in the README ("JSON").
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any

from parsers.values import quick, record


@quick
class Kind(StrEnum):
    """What sort of figure it is."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    QUANTITY = "quantity"
    DURATION = "duration"
    RANK = "rank"


@quick
class Modifier(StrEnum):
    """How the text qualifies the number ("about", "more than")."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    OVER = "over"
    UNDER = "under"
    UP_TO = "up_to"


@quick
class Direction(StrEnum):
    """Which way a change goes."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NONE = "none"


@quick
class Status(StrEnum):
    """Whether a figure is reported as a fact or said to lie ahead."""

    REPORTED = "reported"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"


@quick
class MomentKind(StrEnum):
    """The four TIMEX3 types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@quick
class Calendar(StrEnum):
    """Whose year a period is counted in."""

    CALENDAR = "calendar"
    FISCAL = "fiscal"


@quick
class LinkKind(StrEnum):
    """How figures hang together; see `Link` for the order of the ids."""

    EQUIVALENT = "equivalent"
    CHANGE = "change"
    FROM_TO = "from_to"
    PART_OF = "part_of"
    PER = "per"


@quick
class State(StrEnum):
    """What a check came to."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    CANNOT_CHECK = "cannot_check"


@record
class Span:
    """Half-open code-point offsets into the text."""

    start: int
    end: int


@record
class Phrase:
    """Words of the text, with their place."""

    start: int
    end: int
    text: str


@record
class Evidence:
    """Which words gave a figure one of its fields, and by which rule."""

    field: str
    start: int
    end: int
    rule: str


@record(kw_only=True)
class Figure:
    """One number that the text states, with its meaning.

    ``value`` is ``None`` for a range or a vague figure, whose ends are ``low`` and ``high``
    (``None`` on an open side).  ``precision`` is the printed step as a number: 10,000,000 for
    "$52.44 billion".  ``unit`` is an ISO 4217 code for money, else a noun in the singular.
    ``candidates`` are the units it could have where the text does not decide.  ``metric_name`` and
    ``subject_name`` are the names by which metrics and subjects written in several ways can be
    compared ("turnover" is revenue, "Halden" is Halden Paper Co.).
    """

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    precision: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    candidates: tuple[str, ...] = ()
    modifier: Modifier = Modifier.EXACT
    direction: Direction = Direction.NONE
    metric: Phrase | None = None
    metric_name: str | None = None
    subject: Phrase | None = None
    subject_name: str | None = None
    period: str | None = None
    attribution: str | None = None
    status: Status = Status.REPORTED
    inferred: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sentence: int = 0
    rule: str = ""


@record(kw_only=True)
class Moment:
    """One time that the text mentions.

    ``first`` and ``last`` are the first and last day of it (inclusive), ``None`` where it cannot be
    resolved.  ``timex`` is its TIMEX3 value; a fiscal quarter counts in the fiscal year, named by the
    year in which that ends, and a range joins the beginnings of its two ends with a slash.
    ``anchored`` tells that it was resolved from the reference date or from another moment;
    ``anchor`` names which ("reference date", "m3").
    """

    id: str
    start: int
    end: int
    text: str
    kind: MomentKind
    timex: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    granularity: str | None = None
    calendar: Calendar = Calendar.CALENDAR
    anchored: bool = False
    anchor: str | None = None
    note: str | None = None
    rule: str = ""


@record(kw_only=True)
class Link:
    """Figures that belong together.

    The order of ``figures`` (ids): ``equivalent`` text order; ``change`` the change, the level
    reached; ``from_to`` old, new; ``part_of`` part, whole; ``per`` total, amount per unit.
    ``rate`` is the first amount divided by the second, with the bounds that the printed digits allow.
    """

    kind: LinkKind
    figures: tuple[str, ...]
    evidence: Span
    rule: str = ""
    rate: Decimal | None = None
    rate_low: Decimal | None = None
    rate_high: Decimal | None = None


@record(kw_only=True)
class Finding:
    """What a check found: three states, the formula with its numbers, and a calm sentence."""

    check: str
    state: State
    severity: str
    figures: tuple[str, ...]
    message: str
    formula: str | None = None
    expected_low: Decimal | None = None
    expected_high: Decimal | None = None
    evidence: tuple[Span, ...] = ()


@record(kw_only=True)
class Coverage:
    """How much of the figures could be checked."""

    figures: int = 0
    checkable: int = 0
    agree: int = 0
    disagree: int = 0


@record(kw_only=True)
class Document:
    """One article, read.

    ``reference_date`` is its "now"; ``published`` the day that it bears itself, in a dateline or a header,
    which is another where a person has given the reference date.
    """

    text: str
    title: str | None = None
    source: str | None = None
    reference_date: dt.date | None = None
    reference_date_from: str | None = None
    published: dt.date | None = None
    sentences: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    notes: tuple[str, ...] = ()

    def to_dict(self, *, with_text: bool = False) -> dict[str, Any]:
        """The public form (schema ``figscope/1``); numbers stay `Decimal`."""
        from parsers.serial import to_dict

        return to_dict(self, with_text=with_text)
