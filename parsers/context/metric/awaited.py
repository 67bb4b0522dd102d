"""What analysts had in mind of the figure told before: "Sales rose 4%. Economists had expected a 3% gain"."""

from __future__ import annotations

from itertools import islice

from parsers.context.expected import FORESEEN, is_of_like_size
from parsers.context.metric.before import with_metric
from parsers.context.rows.words import Row, known
from parsers.metrics import group_family
from parsers.model import Figure, Kind, Status
from parsers.worded import Worded

NEAR = 4
"""How many figures back the one may be that analysts had in mind."""
BETWEEN = 2
"""How many sentences back it may be: one without figures may stand between."""
BEFORE = Worded(
    r"(?i)(?:(?:But|While|And),? )?(?:the )?"
    r"(?:(?:(?:<<contextwords.analyst>>|markets?|investors|(?:an? |the )?[^,;.\d]{0,30}?(?:poll|survey)s?)"
    r"(?: [^;:,\d]{0,70}?)?,? (?:had |have |were |was |had been )?"
    r"(?:(?:on average|widely|generally) )?<<contextwords.awaits>>"
    r"(?: (?:that )?(?:it|they|them|this|the (?:rate|figure|number|reading)) (?:to|would|will)"
    r"(?: \p{L}++){1,2}?)?)"
    r"|(?:median|average|mean|consensus)(?: (?:forecast|estimate|expectation|projection|view)s?)?"
    r"(?: (?:of|by|from|among|in) [^;:,\d]{0,40}?)?"
    r" (?:was|were|had been|stood|is|called|pointed)(?: for| at| to)?)"
    r"(?: an?| the)?(?: (?:smaller|larger|bigger|steeper|sharper|modest|slight))?"
    r"(?: <<directions.noun>>| draw| build| reading| figure)?(?: of| to| at)?"
    r"(?: about| around| just| only| some| roughly| nearly)? "
)
"""All that stands before such a figure in its sentence: who awaited it, and perhaps a word for a change."""
LESS = Worded(
    r"(?i)(?:(?:That|This|It|Which) (?:was|is|were|compared|came in|beat|missed|topped|matched|exceeded)"
    r"(?: [\p{L}-]++){0,3}?|[^;]{3,120}?(?:below|above|than|with|of|to)) (?:the|an?) "
)
"""Before one that is told beside what came ("below the 2.7% forecast by economists")."""


CONSENSUS = Worded(
    r"(?ri)\b(?:compared (?:with|to)|against|versus|vs\.?|below|above|than) (?:an? |the )?"
    r"(?:(?:median |average |mean |market |analysts['\u2019]? )?consensus"
    r"(?: (?:forecast|estimate|expectation|view)s?)?"
    r"|(?:median|average|mean) (?:forecast|estimate|expectation|projection)s?)(?: of| for)? (?:an? )?\Z"
)
"""Before what the market had in mind, beside what came ("compared with the consensus of an 11% rise")."""


REACH = 60
"""How many characters before a figure the words for such may begin."""


def awaited(row: Row, figure: Figure, given: dict[str, Figure]) -> Figure:
    """The figure with the metric of the one before that analysts had in mind; else as it is."""
    if figure.kind not in AWAITED or _has_its_own(figure):
        return figure
    start = row.span.start
    told = BEFORE.fullmatch(row.text, start, figure.start) is not None
    told = told or CONSENSUS.search(row.text, max(start, figure.start - REACH), figure.start) is not None
    told = told or (
        LESS.fullmatch(row.text, start, figure.start) is not None
        and FORESEEN.match(row.text, figure.end) is not None
    )
    one = _one_told(figure, given) if told else None
    if one is None or one.metric is None:
        return figure
    return with_metric(figure, one.metric, one.metric_name, RULE, ("metric",))


RULE = "metric.awaited"
AWAITED = (Kind.PERCENT, Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.POINTS)


NOT_AWAITED = ("one-time item", "payout")
"""Families of what no analyst has in mind."""


def _has_its_own(figure: Figure) -> bool:
    """Whether a figure says of what it is: more than that it is a fall, a forecast or a reading."""
    if figure.metric is None:
        return False
    if group_family(figure.metric_name) == "profit":
        return True  # "had expected a loss of"
    last = figure.metric.text.lower().split()[-1]
    if figure.kind in (Kind.COUNT, Kind.QUANTITY) and figure.unit is not None:
        return last not in known("directions.noun") and figure.metric.start >= figure.start
    return last not in known("directions.noun contextwords.readings contextwords.outlooks")


def _is_an_outlook(figure: Figure) -> bool:
    """Whether a figure says only that it is foreseen ("Guidance is $54M vs. consensus of $51M")."""
    last = figure.metric.text.lower().split()[-1] if figure.metric is not None else ""
    return last in known("contextwords.outlooks")


def _one_told(figure: Figure, given: dict[str, Figure]) -> Figure | None:
    """The last figure, near enough and of a like size, that says of what it is."""
    for earlier in islice(reversed(given.values()), NEAR):
        if earlier.id == figure.id or figure.sentence - earlier.sentence > BETWEEN:
            continue
        things = (Kind.COUNT, Kind.QUANTITY)
        alike = earlier.kind is figure.kind or (earlier.kind in things and figure.kind in things)
        alike = alike and (figure.unit is None or earlier.unit == figure.unit) and earlier.per == figure.per
        alike = alike and group_family(earlier.metric_name) not in NOT_AWAITED
        alike = alike and earlier.status is not Status.TARGET and not _is_an_outlook(earlier)
        if (
            alike
            and earlier.metric is not None
            and (figure.kind is Kind.PERCENT or is_of_like_size(figure, earlier))
        ):
            return earlier
    return None
