"""What each figure of a sentence does there, told by the words between it and the figure before it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

import regex

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.measures import per_unit, says_again
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Span
from parsers.patterns import compiled
from parsers.values import quick, record

NEARBY = 24
"""How many figures before one are looked at for its partner, so that reading stays linear."""
REACH = 120
"""How many characters before a figure can give it its role."""


@quick
class Role(StrEnum):
    """What a figure does in its sentence."""

    TWIN = "twin"
    PER = "per"
    OLD = "old"
    CHANGE = "change"
    PART = "part"
    LEVEL = "level"


@record
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


HEDGE = (
    r"(?:(?:about|approximately|around|roughly|some|nearly|almost|or|i\.e\.|"
    r"equal to|equivalent to|currently|up to|as much as|more than|less than|at least|only|just) )*+"
)


WORDS = r"(?:(?!to )[\p{L}'\u2019.-]++ )"
NO_VERBS = r"(?:(?!(?:to|and|or|<<directions.verb|contextwords.be|contextwords.have>>) )[\p{L}'\u2019.-]++ )"


LEADS = (
    LeadRule(
        "link.twin",
        Role.TWIN,
        rf"^ ?[(\[](?:\w++: ?)?{HEDGE}$",
        ("It cost 380 billion yuan ($52.44 billion).", "They are 60 miles (about 97 kilometers) apart."),
        ("It cost $5 million (and $3 million more).",),
    ),
    LeadRule(
        "link.or",
        Role.TWIN,
        rf"^(?:,| -?-| \u2014)? ?(?:or|equal to|equivalent to|the equivalent of|that is,?) {HEDGE}(?:an? )?$",
        (
            "It earned 45 billion yen, or about $330 million.",
            "It paid 400 million yen -- or $3 million.",
            "It holds 1.4 million shares, or 10% of the stock.",
        ),
        (
            "It sold 45 billion yen of notes or shares for $330 million.",
            "Research cost $61 million, or 14.6% of sales.",
        ),
    ),
    LeadRule(
        "link.or_share",
        Role.TWIN,
        rf"^ (?:of|in) {WORDS}{{0,7}}[\p{{L}}.'\u2019-]++,? (?:-- )?or {HEDGE}(?:an? )?$",
        ("It will cut 6% of its staff, or 350 jobs.", "It has 1.4 million shares of Halden, or about 10%."),
        (
            "It sold 45 billion yen of notes or shares for $330 million.",
            "It sold 6% of its land and 350 cars.",
        ),
    ),
    LeadRule(
        "link.about",
        Role.TWIN,
        r"^, (?:about|around|roughly|approximately|some|nearly|almost) $",
        ("The stake is worth 2.3 billion French francs, about $365 million.",),
        ("The stake is worth 2.3 billion French francs, the mill $365 million.",),
    ),
    LeadRule(
        "link.twin_again",
        Role.TWIN,
        rf"^[;,] (?:or )?{HEDGE}$",
        ("It found gas worth 900 million crowns (40 million dollars; 36 million euros).",),
        ("It found gas worth 900 million crowns, 36 million euros of it abroad.",),
    ),
    LeadRule(
        "link.per_unit",
        Role.PER,
        rf"^(?: {WORDS}{{0,5}}[\p{{L}}'\u2019.-]++)?\)?(?:,? -?-|,?) (?:<<linkwords.equal>>) {HEDGE}$",
        (
            "Net was $4 million, or 45 cents a share.",
            "It took a $9 million charge, equal to 45 cents a share, for repairs.",
        ),
        ("Net was $4 million, and it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.per_unit_beside",
        Role.PER,
        rf"^(?: ?\(|, | -- ){HEDGE}$",
        ("Net was $4 million (45 cents a share).", "It lost $4 million, 45 cents a share."),
        ("Net was $4 million; it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.part_including",
        Role.PART,
        rf"\b(?:<<linkwords.including>>) {WORDS}{{0,7}}?{HEDGE}$"
        rf"|\bof wh(?:ich|om) (?:[\p{{L}}'\u2019.-]++ ){{0,9}}?{HEDGE}$",
        (
            "It lost $50 million, including $36 million from fires.",
            "It employs 160 people, of whom 95 are engineers.",
            "It lost $50 million, including a charge of $36 million.",
            "It will sell $50 million of stock, of which Halden Paper Co. has agreed to buy $36 million.",
        ),
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
        rf"(?<!\b(?:<<linkwords.spanning>>) )\b(?:<<linkwords.against>>) "
        rf"(?:(?:the |an? )?(?:previously|originally|initially) [\p{{L}}]++ |{NO_VERBS}{{0,7}}?){HEDGE}$",
        (
            "Sales rose to $6 million from $5 million.",
            "Sales were raised to $6 million from the previously reported $5 million.",
            "It earned $3 million, compared with a loss of $2 million.",
        ),
        (
            "Sales rose to $6 million and costs to $5 million.",
            "The bonds yield from 5% in 1992 to 6%.",
            "Prices rose 5% from July and 6% from May.",
            "It fell to $5 million. Profit from coal doubled.",
            "Sales grew 5% and revenue from chips showed 9% growth.",
        ),
    ),
    LeadRule(
        "link.old_than",
        Role.OLD,
        rf"\b(?:(?:less|more|lower|higher|fewer|larger|smaller|better|worse) than|below|above)"
        rf" (?:the|its|last year's) {HEDGE}$",
        ("It earned $3 million, more than the $2 million of a year earlier.",),
        ("It earned $3 million, more than the $2 million that analysts expected.",),
    ),
    LeadRule(
        "link.old_too",
        Role.OLD,
        rf"^(?: [\w'\u2019.-]++){{1,5}},? and (?:from )?{HEDGE}$",
        ("Sales rose to $6 million from $5 million in May and $4 million a year ago.",),
        ("Sales rose to $6 million in May and $4 million of debt was paid.",),
    ),
)


@record
class Placed:
    """A figure of a sentence with its role, its lead and who is its total or original."""

    figure: Figure
    role: Role
    rule: str
    lead: str
    base: int = -1
    """Where the figure stands that a twin or an amount per unit belongs to."""


@cache
def _patterns() -> tuple[tuple[LeadRule, regex.Pattern[str]], ...]:
    return tuple((rule, compiled(lexicon.expand(rule.lead, {}))) for rule in LEADS)


def place(text: str, start: int, figures: Sequence[Figure]) -> list[Placed]:
    """The figures of one sentence with their roles."""
    placed: list[Placed] = []
    end = start
    for at, figure in enumerate(figures):
        lead = (
            " ".join(text[max(end, figure.start - REACH) : figure.start].split("\n"))
            if figure.start > end
            else ""
        )
        role, rule = _role(text, figure, lead, placed)
        base = at - 1 if role in (Role.TWIN, Role.PER) else -1
        if base > 0 and placed[base].role == Role.TWIN:
            base = placed[base].base
        placed.append(Placed(figure, role, rule, lead, base))
        end = max(end, figure.end)
    return placed


def _role(text: str, figure: Figure, lead: str, placed: Sequence[Placed]) -> tuple[Role, str]:
    before = placed[-1].figure if placed else None
    for rule, pattern in _patterns():
        if (before is None and rule.role != Role.OLD) or pattern.search(lead) is None:
            continue
        if rule.name == "link.old_multiple" and not (before is not None and before.kind == Kind.MULTIPLE):
            continue
        if rule.role == Role.OLD and not _can_be_old(text, rule, figure, placed):
            continue
        if rule.role == Role.TWIN and not (before is not None and says_again(rule.name, before, figure)):
            continue
        if rule.name == "link.twin_again" and placed[-1].rule != "link.twin":
            continue
        total = next((p.figure for p in reversed(placed[-NEARBY:]) if p.role != Role.TWIN), None)
        if rule.role == Role.PER and not (total is not None and per_unit(text, total, figure)):
            continue
        return rule.role, rule.name
    if figure.direction != Direction.NONE:
        return Role.CHANGE, "link.change"
    return Role.LEVEL, "link.level"


def _can_be_old(text: str, rule: LeadRule, figure: Figure, placed: Sequence[Placed]) -> bool:
    """Whether a figure can be an old value: none of its own change, and a second one only with its time."""
    if figure.kind == Kind.MULTIPLE:
        return False
    if rule.name == "link.old_than":
        return bool(placed) and IN_THE_PAST.match(text, figure.end) is not None
    if rule.name != "link.old_too":
        return True
    before = placed[-1] if placed else None
    second = before is not None and before.role == Role.OLD and before.figure.kind == figure.kind
    return second and AT_A_TIME.match(text, figure.end) is not None


IN_THE_PAST = Pattern(
    r"(?: (?!that\b)[\p{L}'\u2019-]++){0,4}?,? "
    r"(?:(?:an?|one|the) (?:year|quarter|month),? (?:ago|earlier|before)|last (?:year|quarter|month|week)"
    r"|in (?:the )?(?:\p{L}++ (?:of )?)?\d{4}|of (?:the )?\d{4}s?|previously)\b"
)
AT_A_TIME = Pattern(
    r" (?:an? \p{L}++|last|in|at|on|the|\p{L}++ \p{L}++) (?:\p{L}++ )?"
    r"(?:ago|earlier|before|month|year|\d{4})\b| in (?:late |early )?\p{Lu}\p{Ll}{2,8}\b"
)


def family(figure: Figure) -> str | None:
    """The family of what a figure measures ("profit" of a loss), or its own name where it has none."""
    if figure.metric_name is None:
        return None
    entry = lexicon.entries("metrics").get(figure.metric_name)
    return str(entry.get("family", entry.id)) if entry is not None else figure.metric_name


def join(kind: LinkKind, first: Placed, second: Placed, rule: str) -> Link:
    """A link of two placed figures; its evidence spans both."""
    a, b = first.figure, second.figure
    span = Span(min(a.start, b.start), max(a.end, b.end))
    return Link(kind=kind, figures=(a.id, b.id), evidence=span, rule=rule)
