"""What a linked figure takes over: a change, an old value or a twin measures what its partner measures.

The metric rules only see the figure before; where a link says to which one a figure belongs, and the
figure's own words name no metric, it measures what that one does.  A bare number that is part of
counted things, or their old number, counts the same things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Evidence, Figure, Kind, Link, LinkKind, Status
from parsers.values import replace

# Rules that take the metric of whatever figure stands before, and so know less than a link.
TAKEN = frozenset(
    f"metric.{name}"
    for name in (
        "before",
        "change_of",
        "continued",
        "including",
        "multiple_of",
        "own_change",
        "per_unit",
        "restated",
        "twin",
        "versus",
    )
)
FORESEEN = ("link.old_foreseen", "link.old_revised", "link.old_outlook")
APART = ("link.old_per_unit", "link.unit_at_price", "link.pays_for")
"""An old amount per unit follows its own total, the price of a share is none of what all are worth, and loans
that pay for something are no price."""
LEADING = {
    LinkKind.FROM_TO: (0, 1),
    LinkKind.PER: (1, 0),
    LinkKind.EQUIVALENT: (1, 0),
    LinkKind.CHANGE: (0, 1),
}
"""For each kind which figure follows, and which it follows; in the order in which they are followed."""


def follow_links(text: str, figures: Sequence[Figure], links: Iterable[Link]) -> tuple[Figure, ...]:
    """The figures with the metric, and the counted noun, of the ones that they are linked to."""
    known = {figure.id: figure for figure in figures}
    order = [*LEADING, LinkKind.PART_OF]
    for link in sorted(links, key=lambda k: order.index(k.kind)):
        if link.rule in APART or _values_all(link, known):
            continue
        if link.kind in LEADING:
            follower, leader = (known[link.figures[at]] for at in LEADING[link.kind])
            follower = _with_unit(_with_metric(follower, leader, link), leader, link)
            follower = _undated(follower) if link.rule == "link.old_outlook" else follower
            known[follower.id] = _as_foreseen(follower, leader) if link.rule in FORESEEN else follower
        elif link.kind == LinkKind.PART_OF:
            part, whole = (known[i] for i in link.figures)
            own = link.rule == "link.comprised" and part.metric is not None  # as the one listed before it
            part = _with_metric(part, whole, link) if _is_unsure(part) and not own else part
            part = known[part.id] = _with_unit(part, whole, link)
            if not _is_of_now(text, part):
                known[part.id] = _with_period(part, whole)
        if link.kind == LinkKind.CHANGE and link.rule != "link.change_since":  # that is over a span of time
            change, level = (known[i] for i in link.figures)
            known[change.id], known[level.id] = _with_period(change, level), _with_period(level, change)
    return _all(figures, known)


def _values_all(link: Link, known: Mapping[str, Figure]) -> bool:
    """Whether an amount is what a whole company is worth, which the price of a share is no part of."""
    return link.kind is LinkKind.PER and group_of(known[link.figures[0]]) == "market value"


def _is_of_now(text: str, part: Figure) -> bool:
    """Whether a part is told of as a fact of today ("which accounts for a third of sales")."""
    if OF_THE_TOTAL.match(text, part.end) is not None:
        return False
    if OF_WHICH.match(text, part.end) is not None:
        return True
    hit = VERB.search(text, max(0, part.start - BESIDE), part.start)
    return hit is not None and hit["now"] is not None


BESIDE = 64
"""How many characters before a part the verb of its clause may stand."""
VERB = Pattern(
    r"(?ri)\b(?:(?P<now>accounts?|makes? up|represents?|comprises?|contributes?|generates?|brings? in"
    r"|is|are|has|have|holds?|owns?|employs?|lives?|will|would|can|could)"
    r"|was|were|had|did|\p{L}{2,}ed|made|sold|came|went|took)\b[^.;]*?\Z"
)
OF_THE_TOTAL = Pattern(r" of (?:the|that|its) total\b")
OF_WHICH = Pattern(
    r" of (?:which|whom|those|these|them)(?:,[^,.;]{1,40},)? (?:\p{L}{1,12} )?"
    r"(?:is|are|will|would|can|could|belongs?|has been|have been)\b"
)


def _as_foreseen(old: Figure, new: Figure) -> Figure:
    """An older outlook: it was for the same time as the newer one."""
    if old.status == Status.REPORTED:
        said = tuple(e for e in new.evidence if e.field == "status")
        old = replace(old, status=new.status, evidence=(*old.evidence, *said))
    return _with_period(old, new)


def _undated(old: Figure) -> Figure:
    """An older outlook without the time at which it was one ("0.89% a month earlier")."""
    return replace(old, period=None, evidence=tuple(e for e in old.evidence if e.field != "period"))


def _with_period(figure: Figure, leader: Figure) -> Figure:
    """The figure with the period of the one it is part of, or changed with, where it has none."""
    if figure.period is not None or leader.period is None:
        return figure
    if (figure.status == Status.REPORTED) != (leader.status == Status.REPORTED):
        return figure
    said = next((e for e in reversed(leader.evidence) if e.field == "period"), None)
    if said is None or said.rule == "period.of_close":
        return figure  # what a bid is above a close is of no day
    evidence = (*figure.evidence, Evidence("period", said.start, said.end, "period.linked"))
    return replace(figure, period=leader.period, evidence=evidence, inferred=(*figure.inferred, "period"))


def _is_unsure(part: Figure) -> bool:
    """Whether a part has no metric, or only that of whatever figure stands before it."""
    rule = next((e.rule for e in reversed(part.evidence) if e.field == "metric"), None)
    return (part.metric is None and part.metric_name is None) or rule == "metric.continued"


def _all(figures: Sequence[Figure], known: Mapping[str, Figure]) -> tuple[Figure, ...]:
    return tuple(known[figure.id] for figure in figures)


def _with_metric(figure: Figure, leader: Figure, link: Link) -> Figure:
    """The figure with the metric of the one it belongs to, unless its own words name one."""
    rule = next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), None)
    if leader.metric is None or figure.metric == leader.metric:
        return figure
    if link.rule == "link.unit_bid" and figure.metric is not None:
        return figure  # what shares rose to is no value of the company
    # "48% of sales from 54%": the words nearest to an old value are those of the new one.
    nearest = rule == "metric.nearest" and link.kind == LinkKind.FROM_TO
    # "cut its stake to 4.7% from 6.3% of the shares outstanding": both are stakes.
    nearest = nearest or (link.kind == LinkKind.FROM_TO and _are_stakes(figure, leader))
    if rule is not None and rule not in TAKEN and not nearest:
        return figure
    phrase = leader.metric
    others = tuple(e for e in figure.evidence if e.field != "metric")
    evidence = (*others, Evidence("metric", phrase.start, phrase.end, "metric.linked"))
    return replace(figure, metric=phrase, metric_name=leader.metric_name, evidence=evidence)


def _are_stakes(old: Figure, new: Figure) -> bool:
    """Whether an old value told as a share of stock was a stake as the new one is."""
    return group_of(new) == "stake" and old.kind == Kind.PERCENT and group_of(old) == "security"


def _with_unit(figure: Figure, leader: Figure, link: Link) -> Figure:
    """A bare number with the counted noun of the one it is part of, or was before."""
    counts = figure.kind == leader.kind == Kind.COUNT and link.kind in (LinkKind.PART_OF, LinkKind.FROM_TO)
    if not counts or figure.unit is not None or leader.unit is None:
        return figure
    return replace(figure, unit=leader.unit, inferred=(*figure.inferred, "unit"))
