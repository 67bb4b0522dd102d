"""How figures hang together: equivalent amounts, changes, old and new, parts of a whole, per unit.

Each figure of a sentence plays a role, told by the words between it and the figure before it: a
twin in brackets, an amount per unit, an old value, a change, a part, or a level.  Links join roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from itertools import groupby

from parsers.lazy import Pattern
from parsers.links.parts import parts
from parsers.links.roles import HEDGE, WORDS, Placed, Role, equal_kind, join, place
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Span

TO = Pattern(rf"\b(?:to|at) {WORDS}{{0,3}}?{HEDGE}$")
DIRECT_TO = Pattern(rf"^(?: \p{{L}}++)?,? to {HEDGE}$")
BEHIND = Pattern(
    rf"^\)?(?: [\w'\u2019.-]++){{0,9}}?(?:,| -| \(| \u2014) ?(?:or |and )?"
    rf"(?:up|down|off|an?|the|representing an?|for an?|\p{{L}}++ing)(?: by)? {WORDS}{{0,3}}?$"
)


def link_figures(text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...]) -> tuple[Link, ...]:
    """The links of a document, in text order."""
    found: list[Link] = []
    for index, inside in groupby(figures, key=lambda f: f.sentence):
        start = sentences[index].start if index < len(sentences) else 0
        placed = place(text, start, [f for f in inside if f.kind != Kind.RANK])
        found += _equivalents(placed)
        pairs = [*_totals(placed), *_old_and_new(placed)]
        found += [
            *pairs,
            *_units_of(placed, pairs),
            *_changes(placed),
            *parts(text, placed),
        ]
    order = {figure.id: at for at, figure in enumerate(figures)}
    return tuple(sorted(_unique(found), key=lambda link: (link.evidence.start, order[link.figures[0]])))


def _unique(links: Iterable[Link]) -> list[Link]:
    return list({(link.kind, link.figures): link for link in links}.values())


def _equal_unit(unit: Placed, total: Placed) -> bool:
    """Whether "$31.50 a share, or $740 million" is one price, per share and in all."""
    return unit.figure.kind == total.figure.kind == Kind.MONEY and unit.figure.unit == total.figure.unit


UNIT_FIRST = Pattern(
    rf"^(?: (?:an?|per|each|apiece)(?: (?:diluted|common|basic|ordinary))?"
    rf"(?: (?:share|unit|ADS|barrel|ton|ounce))?)?"
    rf",? (?:or|for a total of) {HEDGE}$"
)


def _equivalents(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        if item.role == Role.TWIN and at:
            yield with_rate(
                join(LinkKind.EQUIVALENT, placed[at - 1], item, item.rule),
                placed[at - 1].figure,
                item.figure,
            )
        elif (
            item.role == Role.LEVEL
            and at
            and OR_ELSE.match(item.lead)
            and equal_kind(placed[at - 1].figure, item.figure)
        ):
            yield with_rate(
                join(LinkKind.EQUIVALENT, placed[at - 1], item, "link.or"),
                placed[at - 1].figure,
                item.figure,
            )


OR_ELSE = Pattern(rf"^,? or {HEDGE}$")


def _totals(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        before = placed[at - 1] if at else None
        if (
            before is not None
            and item.role == Role.LEVEL
            and UNIT_FIRST.search(item.lead)
            and _equal_unit(before, item)
        ):
            yield join(LinkKind.PER, item, before, "link.unit_first")
        if item.role == Role.PER:
            base = item.base
            while base > 0 and placed[base].role == Role.TWIN:
                base -= 1
            yield join(LinkKind.PER, placed[base], item, item.rule)


def _old_and_new(placed: Sequence[Placed]) -> Iterator[Link]:
    """Old values with the new ones: the nearest level before, else the one that "to" leads to."""
    for at, item in enumerate(placed):
        if item.role != Role.OLD:
            continue
        new = next(
            (p for p in reversed(placed[:at]) if p.role == Role.LEVEL and _comparable(p.figure, item.figure)),
            None,
        )
        if new is None and at + 1 < len(placed):
            following = next((p for p in placed[at + 1 :] if p.role not in (Role.PER, Role.TWIN)), None)
            if (
                following is not None
                and TO.search(following.lead)
                and _comparable(following.figure, item.figure)
            ):
                new = following
        if new is not None:
            yield join(LinkKind.FROM_TO, item, new, item.rule)


def _comparable(a: Figure, b: Figure) -> bool:
    return a.kind == b.kind and (a.unit == b.unit or a.kind in (Kind.COUNT, Kind.RATIO))


def _units_of(placed: Sequence[Placed], pairs: Sequence[Link]) -> Iterator[Link]:
    """The amounts per unit of an old and a new total are old and new as well."""
    per = {link.figures[0]: link.figures[1] for link in pairs if link.kind == LinkKind.PER}
    by_id = {p.figure.id: p for p in placed}
    for link in pairs:
        if link.kind == LinkKind.FROM_TO and all(f in per for f in link.figures):
            old, new = (by_id[per[f]] for f in link.figures)
            yield join(LinkKind.FROM_TO, old, new, "link.old_per_unit")


def _changes(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        if item.role != Role.CHANGE and not (
            item.figure.direction != Direction.NONE and item.role != Role.OLD
        ):
            continue
        level = _reached(placed, at) or _level_before(placed, at)
        if level is not None:
            yield join(LinkKind.CHANGE, item, level, "link.change")


def _reached(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that a change leads to: "rose 7% to X", "fell 508 points, or 22.6%, to X"."""
    for following in placed[at + 1 : at + 4]:
        if (
            following.role == Role.LEVEL
            and TO.search(following.lead)
            and "," not in following.lead.rstrip(", ")[2:]
        ):
            return following if _fits(placed[at].figure, following.figure) else None
        if following.role == Role.LEVEL and DIRECT_TO.search(following.lead):
            return following
        if following.role not in (Role.CHANGE, Role.OLD) or (
            following.figure.kind != Kind.PERCENT and following.role == Role.CHANGE
        ):
            return None
        if following.role == Role.OLD:
            continue
    return None


def _level_before(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that a change behind it explains: "closed at $45, up 25 cents"."""
    if not BEHIND.search(placed[at].lead):
        return None
    for before in reversed(placed[max(0, at - 4) : at]):
        if before.role == Role.LEVEL:
            return before if _fits(placed[at].figure, before.figure) else None
        if before.role not in (Role.PER, Role.TWIN, Role.CHANGE):
            return None
    return None


def _fits(change: Figure, level: Figure) -> bool:
    """Whether a change can be one of this level: a rate of anything, an amount of its own unit."""
    if change.kind in (Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO):
        return True
    if change.kind == Kind.POINTS:
        return level.kind in (Kind.PERCENT, Kind.POINTS, Kind.COUNT)
    return change.unit == level.unit or (change.kind == Kind.COUNT and level.kind == Kind.COUNT)


def with_rate(link: Link, first: Figure, second: Figure) -> Link:
    """The link with the implied rate (first / second) and the bounds that the printed digits allow."""
    if first.value is None or second.value is None or first.kind != Kind.MONEY:
        return link
    a, b = first.value, second.value
    half_a, half_b = (first.precision or Decimal(0)) / 2, (second.precision or Decimal(0)) / 2
    if b - half_b <= 0:
        return link
    with localcontext() as context:
        context.prec = 12
        try:
            return replace(
                link, rate=a / b, rate_low=(a - half_a) / (b + half_b), rate_high=(a + half_a) / (b - half_b)
            )
        except (InvalidOperation, DivisionByZero):
            return link
