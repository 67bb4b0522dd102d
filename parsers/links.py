"""How figures hang together: equivalent amounts, changes, old and new, parts of a whole, per unit.

Each figure of a sentence plays a role, told by the words between it and the figure before it: a
twin in brackets, an amount per unit, an old value, a change, a part, or a level.  Links join roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from enum import StrEnum
from functools import cache
from itertools import groupby

import regex

from parsers.model import Direction, Figure, Kind, Link, LinkKind, Moment, Span

REACH = 120
"""How many characters before a figure can give it its role."""


class Role(StrEnum):
    """What a figure does in its sentence."""

    TWIN = "twin"
    PER = "per"
    OLD = "old"
    CHANGE = "change"
    PART = "part"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class LeadRule:
    """The words before a figure that give it a role.

    ``lead`` ends at the figure and begins at the figure before it.  In ``examples`` and ``rejects``
    the last figure has, or has not, the role by this rule.
    """

    name: str
    role: Role
    lead: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


HEDGE = r"(?:(?:about|approximately|around|roughly|some|nearly|almost|or|i\.e\.|equal to|equivalent to|currently|up to|more than|less than|only|just) )*+"
WORDS = r"(?:(?!to )[\p{L}'\u2019.-]++ )"
LEADS = (
    LeadRule(
        "link.twin",
        Role.TWIN,
        rf"^ ?[(\[](?:\w++: ?)?{HEDGE}$",
        ("It cost 380 billion yuan ($52.44 billion).", "They are 60 miles (about 97 kilometers) apart."),
        ("It cost $5 million (and $3 million more).",),
    ),
    LeadRule(
        "link.per_unit",
        Role.PER,
        rf"^\)?,? (?:or|that is,?) {HEDGE}$",
        ("Net was $4 million, or 45 cents a share.",),
        ("Net was $4 million, and it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.part_including",
        Role.PART,
        rf"(?:,? (?:including|of which|of whom|included) ){HEDGE}$",
        ("It lost $50 million, including $36 million from fires.", "It employs 160 people, of whom 95 are engineers."),
        ("It lost $50 million and sold 36 mills.",),
    ),
    LeadRule(
        "link.old_multiple",
        Role.OLD,
        r"^ (?:the|its|last year's|the previous year's) $",
        ("Profit was $27 million, more than twice the $13 million of 1988.",),
        ("Profit was $27 million in the quarter.",),
    ),
    LeadRule(
        "link.old_in_brackets",
        Role.OLD,
        r"^ ?\((?:\d{4}|[\p{L}][\w ]{2,24}): ?$",
        ("Revenue was 2.87 billion euros (2024: 2.61 billion euros).",),
        ("Revenue was 2.87 billion euros (in 2024 it was 2.61 billion euros).",),
    ),
    LeadRule(
        "link.old",
        Role.OLD,
        rf"(?<!\branged )(?<!\branging )(?<!\brange )\b(?:from|compared (?:with|to)|versus|vs\.?|against|rather than|instead of|as against) {WORDS}{{0,7}}?{HEDGE}$",
        ("Sales rose to $6 million from $5 million.", "It earned $3 million, compared with a loss of $2 million."),
        ("Sales rose to $6 million and costs to $5 million.",),
    ),
)
TO = regex.compile(rf"\b(?:to|at) {WORDS}{{0,3}}?{HEDGE}$")
DIRECT_TO = regex.compile(rf"^(?: \p{{L}}++)?,? to {HEDGE}$")
BEHIND = regex.compile(
    rf"^\)?(?: [\w'\u2019.-]++){{0,9}}?(?:,| -| \(| \u2014) ?(?:or |and )?(?:up|down|off|an?|the|representing an?|for an?|\p{{L}}++ing)(?: by)? {WORDS}{{0,3}}?$"
)
WHOLE = regex.compile(rf"^(?: [\p{{L}}-]++){{0,4}}? (?:out )?of (?:the |its |their |all |our |an? |[\p{{Lu}}][\p{{L}}.& ]*['\u2019]s? |{WORDS}{{0,3}}(?:company|group|firm)['\u2019]s )(?:[\p{{L}}-]++ ){{0,2}}$")
OUT_OF = regex.compile(r"^(?: [\p{L}-]++){0,3} out of (?:the |a total of )?$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure of a sentence with its role, its lead and who is its total or original."""

    figure: Figure
    role: Role
    rule: str
    lead: str
    base: int = -1


@cache
def _patterns() -> tuple[tuple[LeadRule, regex.Pattern[str]], ...]:
    return tuple((rule, regex.compile(rule.lead)) for rule in LEADS)


def link_figures(
    text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...], moments: tuple[Moment, ...]
) -> tuple[Link, ...]:
    """The links of a document, in text order."""
    found: list[Link] = []
    for index, inside in groupby(figures, key=lambda f: f.sentence):
        start = sentences[index].start if index < len(sentences) else 0
        placed = place(text, start, [f for f in inside if f.kind != Kind.RANK])
        found += _equivalents(placed)
        pairs = [*_totals(placed), *_old_and_new(placed)]
        found += [*pairs, *_units_of(placed, pairs), *_changes(placed), *_parts(placed), *_anaphoric(text, placed)]
    order = {figure.id: at for at, figure in enumerate(figures)}
    return tuple(sorted(_unique(found), key=lambda link: (link.evidence.start, order[link.figures[0]])))


def _unique(links: Iterable[Link]) -> list[Link]:
    return list({(link.kind, link.figures): link for link in links}.values())


def place(text: str, start: int, figures: Sequence[Figure]) -> list[Placed]:
    """The figures of one sentence with their roles."""
    placed: list[Placed] = []
    end = start
    for at, figure in enumerate(figures):
        lead = " ".join(text[max(end, figure.start - REACH) : figure.start].split("\n")) if figure.start > end else ""
        role, rule = _role(text, figure, lead, placed)
        base = at - 1 if role in (Role.TWIN, Role.PER) else -1
        placed.append(Placed(figure, role, rule, lead, base))
        end = max(end, figure.end)
    return placed


def _role(text: str, figure: Figure, lead: str, placed: Sequence[Placed]) -> tuple[Role, str]:
    before = placed[-1].figure if placed else None
    for rule, pattern in _patterns():
        if before is None and rule.role != Role.OLD or pattern.search(lead) is None:
            continue
        if rule.name == "link.old_multiple" and not (before is not None and before.kind == Kind.MULTIPLE):
            continue
        if rule.role == Role.TWIN and not (before is not None and _equal_kind(before, figure)):
            continue
        total = next((p.figure for p in reversed(placed) if p.role != Role.TWIN), None)
        if rule.role == Role.PER and not (total is not None and _per_unit(text, total, figure)):
            continue
        return rule.role, rule.name
    if figure.direction != Direction.NONE:
        return Role.CHANGE, "link.change"
    return Role.LEVEL, "link.level"


def _equal_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one amount in two measures."""
    return a.kind == b.kind and a.unit != b.unit and a.kind in (Kind.MONEY, Kind.QUANTITY)


def _per_unit(text: str, total: Figure, figure: Figure) -> bool:
    """Whether a figure is the same amount per share (or barrel, or head)."""
    per = figure.per is not None or PER_UNIT.match(text, figure.end) is not None
    return per and total.kind == figure.kind and total.unit == figure.unit


def _equal_unit(unit: Placed, total: Placed) -> bool:
    """Whether "$31.50 a share, or $740 million" is one price, per share and in all."""
    return unit.figure.kind == total.figure.kind == Kind.MONEY and unit.figure.unit == total.figure.unit


UNIT_FIRST = regex.compile(
    rf"^(?: (?:an?|per|each|apiece)(?: (?:diluted|common|basic|ordinary))?(?: (?:share|unit|ADS|barrel|ton|ounce))?)?,? (?:or|for a total of) {HEDGE}$"
)
PER_UNIT = regex.compile(r",? (?:an?|per|each|apiece)(?: (?:fully )?(?:diluted|common|basic|ordinary))? ?(?:share|unit|ADS|barrel|ton|tonne|ounce|unit|person|household)?\b")


def _equivalents(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        if item.role == Role.TWIN and at:
            yield with_rate(_link(LinkKind.EQUIVALENT, placed[at - 1], item, item.rule), placed[at - 1].figure, item.figure)
        elif item.role == Role.LEVEL and at and OR_ELSE.match(item.lead) and _equal_kind(placed[at - 1].figure, item.figure):
            yield with_rate(_link(LinkKind.EQUIVALENT, placed[at - 1], item, "link.or"), placed[at - 1].figure, item.figure)


OR_ELSE = regex.compile(rf"^,? or {HEDGE}$")


def _totals(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        before = placed[at - 1] if at else None
        if before is not None and item.role == Role.LEVEL and UNIT_FIRST.search(item.lead) and _equal_unit(before, item):
            yield _link(LinkKind.PER, item, before, "link.unit_first")
        if item.role == Role.PER:
            base = item.base
            while base > 0 and placed[base].role == Role.TWIN:
                base -= 1
            yield _link(LinkKind.PER, placed[base], item, item.rule)


def _old_and_new(placed: Sequence[Placed]) -> Iterator[Link]:
    """Old values with the new ones: the nearest level before, else the one that "to" leads to."""
    for at, item in enumerate(placed):
        if item.role != Role.OLD:
            continue
        new = next((p for p in reversed(placed[:at]) if p.role == Role.LEVEL and _comparable(p.figure, item.figure)), None)
        if new is None and at + 1 < len(placed):
            following = next((p for p in placed[at + 1 :] if p.role not in (Role.PER, Role.TWIN)), None)
            if following is not None and TO.search(following.lead) and _comparable(following.figure, item.figure):
                new = following
        if new is not None:
            yield _link(LinkKind.FROM_TO, item, new, item.rule)


def _comparable(a: Figure, b: Figure) -> bool:
    return a.kind == b.kind and (a.unit == b.unit or a.kind in (Kind.COUNT, Kind.RATIO))


def _units_of(placed: Sequence[Placed], pairs: Sequence[Link]) -> Iterator[Link]:
    """The amounts per unit of an old and a new total are old and new as well."""
    per = {link.figures[0]: link.figures[1] for link in pairs if link.kind == LinkKind.PER}
    by_id = {p.figure.id: p for p in placed}
    for link in pairs:
        if link.kind == LinkKind.FROM_TO and all(f in per for f in link.figures):
            old, new = (by_id[per[f]] for f in link.figures)
            yield _link(LinkKind.FROM_TO, old, new, "link.old_per_unit")


def _changes(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed):
        if item.role != Role.CHANGE and not (item.figure.direction != Direction.NONE and item.role != Role.OLD):
            continue
        level = _reached(placed, at) or _level_before(placed, at)
        if level is not None:
            yield _link(LinkKind.CHANGE, item, level, "link.change")


def _reached(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that a change leads to: "rose 7% to X", "fell 508 points, or 22.6%, to X"."""
    for following in placed[at + 1 : at + 4]:
        if following.role == Role.LEVEL and TO.search(following.lead) and "," not in following.lead.rstrip(", ")[2:]:
            return following if _fits(placed[at].figure, following.figure) else None
        if following.role == Role.LEVEL and DIRECT_TO.search(following.lead):
            return following
        if following.role not in (Role.CHANGE, Role.OLD) or following.figure.kind != Kind.PERCENT and following.role == Role.CHANGE:
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


def _parts(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed[1:], 1):
        before = placed[at - 1]
        if item.role == Role.PART and (item.figure.unit == before.figure.unit or item.figure.kind == before.figure.kind):
            yield _link(LinkKind.PART_OF, item, before, item.rule)
        elif (WHOLE.search(item.lead) or OUT_OF.search(item.lead)) and _can_be_part(before.figure, item.figure):
            yield _link(LinkKind.PART_OF, before, item, "link.part_of_whole")


def _anaphoric(text: str, placed: Sequence[Placed]) -> Iterator[Link]:
    """ "Of the 160 people, 95 ..." and "52 million shares, half of them ..."."""
    for at, item in enumerate(placed):
        following = placed[at + 1] if at + 1 < len(placed) else None
        if following is not None and OF_FIRST.search(item.lead) and following.lead.rstrip().endswith(","):
            yield _link(LinkKind.PART_OF, following, item, "link.of_first")
        if at and OF_THEM.match(text, item.figure.end) and item.figure.kind in (Kind.RATIO, Kind.COUNT, Kind.PERCENT):
            yield _link(LinkKind.PART_OF, item, placed[at - 1], "link.of_them")


OF_FIRST = regex.compile(rf"(?:^|[;\u2014] )Of (?:the|its|their|those|these|all) {WORDS}{{0,2}}$")
OF_THEM = regex.compile(r" of (?:them|these|those|which|whom|the total)\b")


def _can_be_part(part: Figure, whole: Figure) -> bool:
    if part.kind in (Kind.PERCENT, Kind.RATIO):
        return whole.kind in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
    return part.kind == whole.kind and (part.kind != Kind.MONEY or part.unit == whole.unit)


def _link(kind: LinkKind, first: Placed, second: Placed, rule: str) -> Link:
    a, b = first.figure, second.figure
    span = Span(min(a.start, b.start), max(a.end, b.end))
    return Link(kind=kind, figures=(a.id, b.id), evidence=span, rule=rule)


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
            return replace(link, rate=a / b, rate_low=(a - half_a) / (b + half_b), rate_high=(a + half_a) / (b - half_b))
        except (InvalidOperation, DivisionByZero):
            return link
