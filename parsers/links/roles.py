"""What each figure of a sentence does there, told by the words between it and the figure before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from parsers.lazy import Pattern
from parsers.links.asshares import AMOUNTS
from parsers.links.leadrules import LeadRule, Role
from parsers.links.leads import LEADS
from parsers.links.measures import SHARES, per_unit, size
from parsers.links.oldroles import can_be_old, comes_from, is_old_per_unit, measured
from parsers.links.passing import in_passing
from parsers.links.pieces import HEDGE, VERBS
from parsers.links.placed import NEARBY, Placed
from parsers.links.restating import BEHIND_OR, says_again
from parsers.model import Direction, Figure, Kind
from parsers.worded import Worded

REACH = 120
"""How many characters before a figure can give it its role."""


@cache
def _patterns() -> tuple[tuple[LeadRule, Worded], ...]:
    return tuple((rule, Worded(rule.lead, (VERBS,))) for rule in LEADS)


@cache
def _signs() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The signs of all rules, and of each the bits of the rules (by their places) that it is a sign of."""
    bits: dict[str, int] = {}
    for place, rule in enumerate(LEADS):
        for sign in rule.signs():
            bits[sign] = bits.get(sign, 0) | 1 << place
    return tuple(bits), tuple(bits.values())


OLDS = sum(1 << place for place, rule in enumerate(LEADS) if rule.role == Role.OLD)
EVERY = (1 << len(LEADS)) - 1


def matching(lead: str, *, old_only: bool) -> Iterator[LeadRule]:
    """The rules whose lead stands there, in their order; few have one of their cues in it, and are tried."""
    worth = EVERY
    if lead.isascii():
        signs, each = _signs()
        worth = 0
        for bits in compress(each, map(lead.lower().__contains__, signs)):
            worth |= bits
    if old_only:
        worth &= OLDS
    while worth:
        rule, pattern = _patterns()[(worth & -worth).bit_length() - 1]
        worth &= worth - 1
        if pattern.search(lead) is not None:
            yield rule


def place(text: str, start: int, figures: Sequence[Figure]) -> list[Placed]:
    """The figures of one sentence with their roles."""
    placed: list[Placed] = []
    end = start
    for at, figure in enumerate(figures):
        if in_passing(text, figures, at):
            continue
        lead = _lead(text[max(end, figure.start - REACH) : figure.start]) if figure.start > end else ""
        role, rule = _role(text, figure, lead, placed)
        base = _base(placed, figure, role, rule, lead) if role in (Role.TWIN, Role.PER) else -1
        if (
            role == Role.TWIN
            and base > 0
            and placed[base].role == Role.OLD
            and AND_SO.search(lead) is not None
        ):
            base -= placed[base - 1].role == Role.LEVEL
        placed.append(Placed(figure, role, rule, lead, base))
        end = max(end, figure.end)
    return placed


def _lead(words: str) -> str:
    """The words before a figure, without who is said in passing to say it (", the company said, up 5%")."""
    words = words.replace("\n", " ")
    return SAID.sub(",", words) if SAYING.search(words) is not None else words


SAYING = Pattern(r" (?:said|says|added|adds|noted|reported|reports)\b")
SAID = Pattern(
    r", (?:(?:he|she|it|they|(?:the |an? )?(?:[\p{L}&.'\u2019-]++ ){1,5}?)"
    r"(?:said|says|added|adds|noted|reported|reports)"
    r"(?: (?:today|yesterday|earlier|last week|(?:on )?\p{Lu}\p{Ll}{2,5}day|in an? \p{L}{4,12}))?"
    r"|(?:said|says) (?:the |an? )?(?:[\p{L}&.'\u2019-]++ ?){1,5}),(?= )"
)


def _role(text: str, figure: Figure, lead: str, placed: Sequence[Placed]) -> tuple[Role, str]:
    before = placed[-1].figure if placed else None
    if placed and placed[-1].role == Role.OLD and is_old_per_unit(lead, placed, figure):
        return Role.PER, "link.per_unit_old"
    for rule in matching(lead, old_only=before is None):
        if rule.name == "link.old_multiple" and not (
            before is not None
            and TARGET.match(text, figure.end) is None
            and placed[-1].role != Role.TWIN
            and measured(text, before, figure)
        ):
            continue
        if rule.role == Role.OLD and not can_be_old(text, rule, figure, lead, placed):
            continue
        if rule.role == Role.TWIN and not _says_again(text, rule, figure, placed):
            continue
        if rule.name == "link.with_share" and not comes_from(text, figure):
            continue
        if rule.name == "link.twin_again" and placed[-1].rule != "link.twin":
            continue
        told = (p.figure for p in reversed(placed[-NEARBY:]) if p.role != Role.TWIN or p.rule == WORTH)
        total = next(told, None)
        if rule.role == Role.PER and total is not None and total.kind == Kind.COUNT:
            total = next(told, None)  # so many things stand between
        if rule.role == Role.PER and not (total is not None and per_unit(text, total, figure)):
            continue
        return rule.role, rule.name
    if figure.direction != Direction.NONE:
        return Role.CHANGE, "link.change"
    return Role.LEVEL, "link.level"


TARGET = Pattern(r" (?:target|goal|limit|ceiling|threshold|minimum)\b")


def _says_again(text: str, rule: LeadRule, figure: Figure, placed: Sequence[Placed]) -> bool:
    """Whether a figure says the one before it again, or the part of it before that."""
    if not placed:
        return False
    if says_again(text, rule.name, placed[-1].figure, figure):
        return True
    part = rule.name in BEHIND_OR and len(placed) > 1 and _is_whole(placed[-1], placed[-2], figure)
    return part and says_again(text, rule.name, placed[-2].figure, figure)


def _base(placed: Sequence[Placed], figure: Figure, role: Role, rule: str, lead: str) -> int:
    """Where the figure stands that one says again, or is an amount per unit of.

    It is the one before, or where that is only put in, the one before it: the level of "1.42 billion euros,
    up 340 million, equivalent to 2% of output", the part of "1,760 of the 4,100 loans, or 43 percent", the
    total of "a $1.26 billion contract for 42 trainers, or $30 million apiece", and the value of this year
    before that of last year in brackets.
    """
    base = len(placed) - 1
    if base > 0:
        last, earlier = placed[base], placed[base - 1]
        aside = role == Role.TWIN and (_is_aside(last, earlier) or _is_of_old(last, lead))
        part = rule in (*BEHIND_OR, "link.beside") and _is_whole(last, earlier, figure)
        apiece = role == Role.PER and last.figure.kind == Kind.COUNT
        base -= aside or part or apiece
    twin = placed[base].role == Role.TWIN and not (role == Role.PER and placed[base].rule == WORTH)
    if twin and placed[base].figure.kind == figure.kind == Kind.MONEY:
        twin = placed[placed[base].base].figure.kind == Kind.MONEY  # "14%, worth HK$16 billion ($2 billion)"
    return placed[base].base if base > 0 and twin else base


WORTH = "link.things_worth"
"""What things are worth is an amount of its own: it can be so much each."""
OF_THE = Pattern(
    rf"^ (?:out )?of (?:(?:the |its |their |all |our )?(?:\p{{Lu}}[\p{{L}}.&-]*+ ){{0,2}}"
    rf"(?:[\p{{L}}.&-]++['\u2019]s? )?)?{HEDGE}$"
)


def _is_whole(whole: Placed, part: Placed, again: Figure) -> bool:
    """Whether a figure behind a whole says again the part before it, one of them as a share."""
    counts = whole.figure.kind == part.figure.kind == Kind.COUNT and again.kind in SHARES
    share = part.figure.kind in SHARES and again.kind == whole.figure.kind in AMOUNTS
    less = share and again.kind != Kind.QUANTITY and size(again) < size(whole.figure)
    less = less and (again.kind == Kind.COUNT or again.unit == whole.figure.unit)
    return (counts or less) and OF_THE.match(whole.lead) is not None


AND_SO = Pattern(rf"\band (?:equal|equivalent|amounting) to {HEDGE}$")
"""Before what says a level again behind its old value ("up from 8.7 billion, and equal to")."""
UP = Pattern(rf"^, (?:up|down) {HEDGE}$")


def _is_of_old(last: Placed, lead: str) -> bool:
    """Whether an old value in brackets that are closed stands before a figure."""
    return last.role == Role.OLD and lead.startswith(")")


def _is_aside(change: Placed, level: Placed) -> bool:
    """Whether a change is put in behind its level."""
    alike = (
        change.role == Role.CHANGE and level.role == Role.LEVEL and change.figure.kind == level.figure.kind
    )
    return alike and UP.match(change.lead) is not None
